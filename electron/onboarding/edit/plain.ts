/** A value of a settings file. What JSON has no word for (a date, an alias) is `Opaque`: compared, never made. */
export type Plain = null | boolean | number | string | Opaque | readonly Plain[] | PlainObject;

/** Without a prototype, so that a member named `__proto__` is one like any other (attack: prototype pollution). */
export interface PlainObject {
  readonly [name: string]: Plain;
}

/** A value that is only ever compared by its text. */
export class Opaque {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Opaque);

/** An object of these members. */
export function objectOf(members: Iterable<readonly [string, Plain]>): PlainObject {
  const object = Object.create(null) as Record<string, Plain>;
  for (const [name, value] of members) object[name] = value;
  return object;
}

/** The same value with its objects in the form that is compared here. Members that are undefined are left out. */
export function plainOf(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value === 'object' && value !== null)
    return value instanceof Opaque
      ? value
      : objectOf(
          Object.entries(value)
            .filter(([, one]) => one !== undefined)
            .map(([name, one]) => [name, plainOf(one)]),
        );
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

export const memberOf = (value: Plain | undefined, name: string): Plain | undefined =>
  isPlainObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** Whether two values are the same; the order of members does not count. */
export function samePlain(a: Plain | undefined, b: Plain | undefined): boolean {
  if (a instanceof Opaque || b instanceof Opaque)
    return a instanceof Opaque && b instanceof Opaque && a.text === b.text;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((one, i) => samePlain(one as Plain, b[i] as Plain))
    );
  if (isPlainObject(a) && isPlainObject(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && samePlain(a[name], b[name]))
    );
  }
  return Object.is(a, b);
}

/** The value in one form, whatever the order of its members: what a digest is made of. */
export function canonicalText(value: Plain): string {
  if (value instanceof Opaque) return `(${JSON.stringify(value.text)})`;
  if (Array.isArray(value)) return `[${value.map((one) => canonicalText(one as Plain)).join(',')}]`;
  if (isPlainObject(value))
    return `{${Object.keys(value)
      .toSorted()
      .map((name) => `${JSON.stringify(name)}:${canonicalText(value[name] ?? null)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
