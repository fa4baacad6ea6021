import fc from 'fast-check';
import { type Form, readForms } from '../../../../electron/inspection/secrets/form.ts';
import { CLOUD_RULES } from '../../../../electron/inspection/secrets/rules-cloud.ts';
import { CODE_RULES } from '../../../../electron/inspection/secrets/rules-code.ts';
import { SERVICE_RULES } from '../../../../electron/inspection/secrets/rules-services.ts';

/** Rules whose form alone is enough: no word nearby, and no check that chance would fail. */
export const PLAIN_RULES = [...CODE_RULES, ...CLOUD_RULES, ...SERVICE_RULES].filter(
  (rule) => rule.near === undefined && rule.check === undefined,
);

/** What chance writes in a form; runs without an end get thirty characters more. */
export const written = (form: Form): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...form.map((piece) =>
        'literal' in piece
          ? fc.constant(piece.literal)
          : fc
              .array(
                fc.constantFrom(...Array.from(piece.set.keys()).filter((code) => piece.set[code] === 1)),
                {
                  minLength: piece.min,
                  maxLength: Math.min(piece.max, piece.min + 30),
                  size: 'max',
                },
              )
              .map((codes) => String.fromCharCode(...codes)),
      ),
    )
    .map((parts) => parts.join(''));

/** A credential of some rule, as chance writes it. */
export const anyToken = fc
  .constantFrom(...PLAIN_RULES)
  .chain((rule) =>
    fc
      .tuple(
        rule.lead === undefined ? fc.constant('') : written(readForms(rule.lead)[0] as Form),
        fc.constantFrom(...rule.forms.flatMap(readForms)).chain(written),
      )
      .map(([lead, body]) => ({ type: rule.type, value: lead + body })),
  );
