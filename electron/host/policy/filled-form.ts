import { type FieldValue, fieldProblem } from '../../../shared/form-answers.ts';
import type { FormField } from '../../../shared/model/server-asks.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { approvalTexts, fill } from '../../../shared/texts/approval.ts';
import { treeOf } from '../../catalog/pins/review.ts';
import { isList, isNumber, isObject, type Json } from '../../catalog/pins/tree.ts';
import { onOneLine } from '../../relay/framing/splice.ts';
import type { ElicitationForm } from '../../relay/server-requests.ts';

const MAX_BYTES = 1024 * 1024;
const NO_OBJECT = 'The answers are one JSON object, with a member for each field of the form.';

/**
 * Checks what a person filled in for a form of a server, as JSON, and answers the bytes that go to the server: the same
 * ones, on one line. Refused with a sentence unless it is exactly what the server asked for: every field that must be there, each value of its
 * type, within its limits and among its choices, nothing twice and nothing else (attack 29: what a person did not see
 * a field for is not sent).
 */
export function filledForm(form: Pick<ElicitationForm, 'fields'>, json: string): Result<Buffer> {
  if (Buffer.byteLength(json) > MAX_BYTES)
    return fail('usage', 'The answers are longer than a server may get.');
  const tree = treeOf(Buffer.from(json));
  if (!isTree(tree)) return fail('usage', `The answers cannot be sent: ${tree.why}.`);
  if (!isObject(tree)) return fail('usage', NO_OBJECT);
  const known = new Map(form.fields.map((field) => [field.name, field]));
  for (const name of tree.keys())
    if (!known.has(name)) return fail('usage', `The form has no field ${shortName(name)}.`);
  for (const asked of form.fields) {
    const given = tree.get(asked.name);
    const value = given === undefined ? undefined : valueOf(given);
    if (given !== undefined && value === undefined)
      return fail('usage', `${shortName(asked.name)}: ${approvalTexts['field.text']}`);
    const problem = fieldProblem(fieldOf(asked), value);
    if (problem !== undefined)
      return fail(
        'usage',
        `${shortName(asked.name)}: ${fill(approvalTexts[problem.key], { limit: problem.limit })}`,
      );
  }
  return ok(onOneLine(Buffer.from(json)));
}

const isTree = (value: Json | { readonly why: string }): value is Json =>
  !(typeof value === 'object' && value !== null && 'why' in value);

function valueOf(given: Json): FieldValue | undefined {
  if (typeof given === 'string' || typeof given === 'boolean') return given;
  if (isNumber(given)) return { number: given.number };
  if (isList(given) && given.every((one) => typeof one === 'string')) return given;
  return undefined;
}

/** The field as front ends have it, for the check that both sides share; here with its true texts. */
function fieldOf(asked: ElicitationForm['fields'][number]): FormField {
  const { name, type, format, required, options, limits } = asked;
  return {
    name,
    type,
    ...(format === undefined ? {} : { format }),
    required,
    options: options.map(({ value, title }) => ({ value, title })),
    limits,
  };
}

const shortName = (name: string): string =>
  `"${name.length > 80 ? `${name.slice(0, 80)}…`.toWellFormed() : name}"`;
