import type { FormField } from './model/server-asks.ts';
import type { FieldTextKey } from './texts/server-asks.ts';

/** One value of a filled-in form. A number is its text, so that none is read as another one. */
export type FieldValue = string | boolean | readonly string[] | { readonly number: string };

/** What is wrong with a value: a sentence of `shared/texts` and what goes into it. */
export interface FieldProblem {
  readonly key: FieldTextKey;
  /** A number of the form, or empty where the sentence has none. */
  readonly limit: string;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** More digits than that and two numbers look like one to a server that reads them as most do. */
const MOST_NUMBER = 40;

const problem = (key: FieldTextKey, limit?: number): FieldProblem => ({
  key,
  limit: limit === undefined ? '' : String(limit),
});

/**
 * What is wrong with the answer to one field, undefined when nothing is; `value` undefined: it was left out. The
 * popup and the host ask the same: what a person may send is what the server asked for, and nothing else.
 */
export function fieldProblem(field: FormField, value: FieldValue | undefined): FieldProblem | undefined {
  if (value === undefined) return field.required ? problem('field.required') : undefined;
  if (value === '' && field.required) return problem('field.required');
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : problem('field.boolean');
    case 'choices':
      return Array.isArray(value) ? listProblem(field, value as readonly string[]) : problem('field.choices');
    case 'string':
      return typeof value === 'string' ? textProblem(field, value) : problem('field.text');
    case 'number':
    case 'integer':
      return typeof value === 'object' && 'number' in value
        ? numberProblem(field, value.number)
        : problem('field.number');
    default:
      return problem('field.text');
  }
}

function listProblem(field: FormField, values: readonly string[]): FieldProblem | undefined {
  const known = new Set(field.options.map((option) => option.value));
  if (!values.every((value) => known.has(value)) || new Set(values).size < values.length)
    return problem('field.option');
  return countProblem(field, values.length);
}

function countProblem({ limits }: FormField, count: number): FieldProblem | undefined {
  const { minItems, maxItems } = limits;
  if (minItems !== undefined && count < minItems) return problem('field.min-items', minItems);
  if (maxItems !== undefined && count > maxItems) return problem('field.max-items', maxItems);
  return undefined;
}

function textProblem({ options, limits, format }: FormField, text: string): FieldProblem | undefined {
  if (!text.isWellFormed()) return problem('field.text');
  if (options.length > 0)
    return options.some((option) => option.value === text) ? undefined : problem('field.option');
  const { minLength, maxLength } = limits;
  // JSON Schema counts characters, not units.
  const length = Array.from(text).length;
  if (minLength !== undefined && length < minLength) return problem('field.min-length', minLength);
  if (maxLength !== undefined && length > maxLength) return problem('field.max-length', maxLength);
  if (format === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text)) return problem('field.email');
  if (format === 'uri' && (/\s/.test(text) || !URL.canParse(text))) return problem('field.uri');
  if (format === 'date' && !isDate(text)) return problem('field.date');
  if (format === 'date-time' && !isDateTime(text)) return problem('field.date-time');
  return undefined;
}

function numberProblem({ type, options, limits }: FormField, text: string): FieldProblem | undefined {
  if (!NUMBER.test(text) || text.length > MOST_NUMBER) return problem('field.number');
  const value = Number(text);
  if (!Number.isFinite(value)) return problem('field.number');
  if (type === 'integer' && !Number.isInteger(value)) return problem('field.integer');
  if (options.length > 0 && !options.some((option) => option.value === text)) return problem('field.option');
  const { minimum, maximum } = limits;
  if (minimum !== undefined && value < minimum) return problem('field.minimum', minimum);
  if (maximum !== undefined && value > maximum) return problem('field.maximum', maximum);
  return undefined;
}

/** A day that there is. */
function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (found === null) return false;
  const [, year, month, day] = found.map(Number);
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day ?? 0);
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

/** RFC 3339, with a time zone. */
function isDateTime(text: string): boolean {
  const found =
    /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.exec(
      text,
    );
  return found !== null && isDate(found[1] ?? '');
}

/** A filled-in form as the JSON that goes to the server: exactly these values, in the order of the form. */
export function contentJson(values: ReadonlyMap<string, FieldValue>): string {
  const members = [...values].map(([name, value]) => {
    const text = typeof value === 'object' && 'number' in value ? value.number : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${members.join(',')}}`;
}
