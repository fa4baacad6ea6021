import { isPlainObject, Opaque, type Plain, type PlainObject } from './plain.ts';

/** A key as TOML takes it: bare where it can be. */
export const tomlKey = (name: string): string => (/^[A-Za-z0-9_-]+$/.test(name) ? name : tomlString(name));

/** A basic string: JSON's escapes are all of TOML's own. */
const tomlString = (text: string): string => JSON.stringify(text).replaceAll('\u007f', String.raw`\u007f`);

/** A value on one line. */
export function printToml(value: Plain): string {
  if (value instanceof Opaque) return value.text;
  if (value === null) return '""';
  if (Array.isArray(value)) return `[${value.map((one) => printToml(one as Plain)).join(', ')}]`;
  if (isPlainObject(value)) {
    const pairs = Object.entries(value).map(([name, one]) => `${tomlKey(name)} = ${printToml(one)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return typeof value === 'string' ? tomlString(value) : JSON.stringify(value);
}

/** A value as a table with a header of its own, and tables below it for the tables in it. */
export function tomlTable(path: readonly string[], value: PlainObject, eol: string): string {
  const members = Object.entries(value);
  const plain = members.filter(([, one]) => !isPlainObject(one));
  const tables = members.flatMap(([name, one]) => (isPlainObject(one) ? [{ name, one }] : []));
  return [
    `[${path.map(tomlKey).join('.')}]${eol}`,
    ...plain.map(([name, one]) => `${tomlKey(name)} = ${printToml(one)}${eol}`),
    ...tables.map(({ name, one }) => `${eol}${tomlTable([...path, name], one, eol)}`),
  ].join('');
}
