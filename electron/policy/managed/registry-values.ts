import { fail, ok, type Result } from '../../../shared/result.ts';
import { type Field, fieldGroups, fields } from './fields.ts';
import { wholePolicy, WHOLE_POLICY } from './whole-policy.ts';
import { asPolicy, readJson } from './parse.ts';
import type { RegValue } from './reg-output.ts';

/** Between the lines of a REG_MULTI_SZ, as reg.exe prints it. */
export const LINE_END = '\\0';

const nameOf = (path: readonly string[]): string => path.join('\\').toLowerCase();
const byName: ReadonlyMap<string, Field> = new Map(fields.map((field) => [nameOf(field.path), field]));
const groupNames: ReadonlySet<string> = new Set(fieldGroups.map(({ path }) => nameOf(path)));

/**
 * The policy that values under `root` make: each group is a key, each field a value of the type that the template
 * for group policies writes. A value or key that nobody knows spoils the policy, since it may be a misspelt limit.
 * Undefined: there are no values. The message is the end of a sentence.
 */
export function policyOfRegistry(
  root: string,
  { keys, values }: { readonly keys: readonly string[]; readonly values: readonly RegValue[] },
): ReturnType<typeof asPolicy> | undefined {
  if (values.length === 0) return undefined;
  const under = (key: string): string | undefined => {
    const lower = key.toLowerCase();
    if (lower === root.toLowerCase()) return '';
    return lower.startsWith(`${root.toLowerCase()}\\`) ? `${lower.slice(root.length + 1)}\\` : undefined;
  };
  for (const key of keys) {
    const group = under(key);
    if (group === undefined || (group !== '' && !groupNames.has(group.slice(0, -1))))
      return fail('malformed', `"${key}" is not known`);
  }
  const whole = values.find(({ key, name }) => under(key) === '' && name.toLowerCase() === 'policyjson');
  if (whole !== undefined) return wholeOf(whole, values.length > 1);
  const policy: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const value of values) {
    const name = `${under(value.key) ?? ''}${value.name.toLowerCase()}`;
    const field = byName.get(name);
    if (field === undefined) return fail('malformed', `"${value.name}" is not known`);
    if (seen.has(name)) return fail('malformed', `"${value.name}" is there twice`);
    seen.add(name);
    const read = valueOfField(field, value);
    if (!read.ok) return fail('malformed', `"${field.path.join('.')}": ${read.message}`);
    put(policy, field.path, read.value);
  }
  return asPolicy(policy);
}

function wholeOf({ type, data }: RegValue, others: boolean): ReturnType<typeof asPolicy> {
  if (type === 'REG_MULTI_SZ') return wholePolicy(linesOf(data).join('\n'), others);
  return type === 'REG_SZ'
    ? wholePolicy(data, others)
    : fail('malformed', `"${WHOLE_POLICY}" has to be REG_SZ or REG_MULTI_SZ`);
}

const linesOf = (data: string): string[] => {
  const lines = data.split(LINE_END);
  while (lines.at(-1) === '') lines.pop();
  return lines;
};

function valueOfField(field: Field, { type, data }: RegValue): Result<unknown, 'malformed'> {
  const wanted = registryType(field);
  if (type !== wanted) return fail('malformed', `it has to be ${wanted}`);
  switch (field.kind) {
    case 'flag':
      return /^0x[01]$/.test(data) ? ok(data === '0x1') : fail('malformed', 'it has to be 0 or 1');
    case 'number':
      return /^0x[0-9a-f]{1,8}$/i.test(data) ? ok(Number(data)) : fail('malformed', 'it is no number');
    case 'text':
    case 'choice':
      return ok(data);
    case 'lines':
      return ok(linesOf(data));
    case 'json-lines': {
      const elements: unknown[] = [];
      for (const line of linesOf(data)) {
        const read = readJson(Buffer.from(line));
        if (!read.ok) return fail('malformed', `line ${elements.length + 1}: ${read.message}`);
        elements.push(read.value);
      }
      return ok(elements);
    }
  }
}

/** How the registry keeps a field. */
export function registryType({ kind }: Pick<Field, 'kind'>): 'REG_DWORD' | 'REG_SZ' | 'REG_MULTI_SZ' {
  if (kind === 'flag' || kind === 'number') return 'REG_DWORD';
  return kind === 'text' || kind === 'choice' ? 'REG_SZ' : 'REG_MULTI_SZ';
}

function put(policy: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) policy[name] = value;
  else put((policy[name] ??= {}) as Record<string, unknown>, rest, value);
}
