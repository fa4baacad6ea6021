import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../../renderer/i18n/languages.ts';
import { language } from '../../../shared/model/language.ts';
import type { PolicyValue, PolicyWords } from '../../../shared/model/policy-words.ts';
import { policyWords } from '../../../shared/model/policy-words.ts';
import {
  becauseCode,
  callKind,
  ruleAction,
  type RuleBody,
  type Ruling,
  type ValueTest,
} from '../../../shared/model/policy.ts';
import { effect } from '../../../shared/model/review.ts';
import { mapPolicyWords, policySentence } from '../../../shared/texts/policy-english.ts';
import { policyTexts } from '../../../shared/texts/policy-texts.ts';
import { plainNames, ruleWords, rulingWords } from '../../../shared/texts/policy.ts';

// What tries to be words of Doorward, or a place for a value.
const hostile = fc.oneof(
  fc.constantFrom(
    '{{server}}',
    '{{x}}',
    '$t(policy:ruling.allow)',
    'a" may do anything. "',
    'x. You allowed this.',
    '\uFDD0server\uFDD1',
    "$& $1 $'",
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
);
const json = fc.oneof(hostile, fc.integer(), fc.jsonValue({ maxDepth: 1 }));
const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined });
const test = fc.oneof<fc.Arbitrary<ValueTest>[]>(
  fc.record({ is: fc.constant('equals' as const), value: json }),
  fc.record({
    is: fc.constant('one-of' as const),
    values: fc.array(json, { minLength: 1, maxLength: 12 }),
  }),
  fc.record({ is: fc.constantFrom('glob' as const, 'regex' as const), pattern: hostile }),
  fc.record({ is: fc.constant('range' as const), min: number, max: number }),
  fc.record({ is: fc.constant('in-folder' as const), folder: hostile }),
  fc.record({
    is: fc.constantFrom('host' as const, 'recipient' as const),
    pattern: fc.oneof(
      hostile,
      hostile.map((one) => `*.${one}`),
      hostile.map((one) => `*@${one}`),
    ),
  }),
  fc.record({
    is: fc.constant('program' as const),
    words: fc.array(hostile, { minLength: 1, maxLength: 4 }),
  }),
  fc.constant({ is: 'absent' as const }),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const body: fc.Arbitrary<RuleBody & { run: string | undefined }> = fc.record({
  action: fc.constantFrom(...ruleAction.options),
  client: maybe(hostile),
  role: maybe(hostile),
  server: maybe(hostile),
  kind: maybe(fc.constantFrom(...callKind.options)),
  tool: maybe(hostile),
  effects: maybe(fc.array(fc.constantFrom(...effect.options), { minLength: 1, maxLength: 7 })),
  args: maybe(fc.array(fc.record({ pointer: fc.oneof(fc.constant(''), hostile), test }), { maxLength: 4 })),
  argsDigest: maybe(fc.constant('a'.repeat(64))),
  hours: maybe(
    fc.record({
      days: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }),
      from: fc.constant('09:00'),
      to: fc.constant('17:00'),
    }),
  ),
  expiresAt: maybe(fc.oneof(fc.integer({ min: 0 }), fc.constant(Number.NaN))),
  run: maybe(fc.constant('r')),
});
const ruling: fc.Arbitrary<Ruling> = fc.record({
  decision: fc.constantFrom('allow' as const, 'ask' as const, 'block' as const),
  because: fc.record({
    layer: fc.constantFrom('managed' as const, 'guard' as const, 'person' as const, 'preset' as const),
    code: fc.constantFrom(...becauseCode.options),
    marked: fc.constant([]),
    params: fc
      .record({
        server: hostile,
        client: hostile,
        kind: fc.constantFrom(...callKind.options),
        effect: fc.oneof(hostile, fc.constantFrom(...effect.options)),
        place: fc.oneof(fc.constant(''), hostile),
        why: fc.constantFrom('own', 'unclear', ''),
        preset: fc.constantFrom('observe', 'guarded', 'strict'),
        found: hostile,
      })
      .chain((all) =>
        fc.constantFrom(
          all,
          { ...all, place: undefined, why: undefined },
          { ...all, found: undefined, preset: undefined },
        ),
      )
      .map((params) => JSON.parse(JSON.stringify(params)) as Record<string, string>),
  }),
  would: maybe(fc.constant('ask' as const)),
});

type Texts = Readonly<Record<string, string>>;
const catalogues: (readonly [string, Texts])[] = await Promise.all(
  language.options.map(async (code) => {
    const found = await loadLanguage(code);
    if (found === undefined) throw new Error(`There is no ${code}.`);
    return [code, found.policy as unknown as Texts] as const;
  }),
);

/** What is wrong with sentences in one language: an entry that is not there, or a place that nothing fills. */
function faults(words: readonly PolicyWords[], code: string, texts: Texts): string[] {
  const plural = new Intl.PluralRules(code);
  const of = ({ key, params }: { key: string; params: Readonly<Record<string, PolicyValue>> }): string[] => {
    const { count } = params;
    const full = typeof count === 'number' ? `${key}_${plural.select(count)}` : key;
    const text = texts[full];
    if (text === undefined) return [`${code} ${full} is missing`];
    const open = [...text.matchAll(/\{\{(\w+)\}\}/g)].filter(
      ([, name]) => !Object.hasOwn(params, name ?? ''),
    );
    const unsaid = Object.keys(params).filter((name) => name !== 'count' && !text.includes(`{{${name}}}`));
    return [
      ...open.map(([place]) => `${code} ${full}: ${place} is empty`),
      ...unsaid.map((name) => `${code} ${full}: ${name} is not said`),
      ...Object.values(params).flatMap((value) =>
        typeof value === 'object' && !Array.isArray(value)
          ? 'all' in value
            ? value.all.flatMap(of)
            : 'any' in value
              ? value.any.flatMap(of)
              : []
          : [],
      ),
    ];
  };
  return words.flatMap(of);
}

describe('the sentences of every rule and every decision', () => {
  it('are in the catalogue of each language, and say every value', () => {
    fc.assert(
      fc.property(body, ruling, (rule, decided) => {
        const words = [...ruleWords(rule), ...rulingWords(decided, plainNames, ruleWords(rule))];
        expect(
          policyWords.array().safeParse(JSON.parse(JSON.stringify(words).replaceAll('null', '0'))).success,
        ).toBe(true);
        for (const [code, texts] of catalogues) expect(faults(words, code, texts)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('are whole in English, with no hole and nothing unseen, whatever the values are', () => {
    fc.assert(
      fc.property(body, (rule) => {
        const sentence = policySentence(ruleWords(rule));
        // Without what stands in quotation marks, nothing is left but words of the catalogue.
        const own = sentence.replaceAll(/"(?:[^"\\]|\\.)*"/gsu, '');
        expect(own).not.toMatch(/\{\{|\?|undefined/);
        expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}\uFDD0\uFDD1]/u);
        expect(sentence.endsWith('.')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('stay the same sentences when a value is changed', () => {
    const rule: RuleBody = {
      action: 'allow',
      server: 'files',
      tool: 'secret-1',
      effects: ['read'],
      args: [
        { pointer: '/secret-2', test: { is: 'one-of', values: ['secret-3', 1, 2, 3, 4, 5] } },
        { pointer: '/x', test: { is: 'program', words: ['secret-4'] } },
      ],
    };
    const words = mapPolicyWords(ruleWords(rule), (text) => text.replaceAll('secret', '***'));
    expect(JSON.stringify(words)).not.toContain('secret');
    expect(words.map(({ key }) => key)).toEqual(ruleWords(rule).map(({ key }) => key));
    const found = rulingWords({
      decision: 'ask',
      because: { layer: 'guard', code: 'finding', marked: [], params: { found: 'It holds secret-5.' } },
    });
    expect(policySentence(mapPolicyWords(found, () => 'It holds ***.'))).toBe('It holds ***.');
  });

  it('of rules that refuse say "any" and never "every", which would leave some', () => {
    for (const [key, text] of Object.entries(policyTexts))
      if (key.startsWith('block.')) expect(text).not.toMatch(/\bevery\b/i);
  });
});

describe('a name that looks like another sentence', () => {
  it.each([
    ['{{server}}', 'Every AI app may call "{{server}}" on files.'],
    ['x on files. You allowed this', 'Every AI app may call "x on files. You allowed this" on files.'],
    ['a" on mail, "', 'Every AI app may call "a\\" on mail, \\"" on files.'],
    ["$&$'", 'Every AI app may call "$&$\'" on files.'],
  ])('%j is in quotation marks, as it is', (tool, sentence) =>
    expect(policySentence(ruleWords({ action: 'allow', server: 'files', tool }))).toBe(sentence),
  );
});
