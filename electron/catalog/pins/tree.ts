/** A number as its canonical text: large ones survive, and 1.0 is 1. */
export interface NumberText {
  readonly number: string;
}

/** A JSON value built from its canonical form. Objects are maps, so that no key (`__proto__`) is special. */
export type Json = null | boolean | string | NumberText | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

const END = /["\\]/g;

/**
 * Builds the value of a canonical form. Only for bytes that `canonicalForm` wrote: it is not a validating reader, and
 * relies on the depth having been capped.
 */
export function readTree(form: Buffer): Json {
  const text = form.toString('utf8');
  let at = 0;
  const string = (): string => {
    const start = at;
    END.lastIndex = at + 1;
    let plain = true;
    for (;;) {
      const mark = END.exec(text);
      if (mark === null) throw new Error('not a canonical form');
      if (mark[0] === '"') {
        at = mark.index + 1;
        break;
      }
      plain = false;
      END.lastIndex = mark.index + 2;
    }
    return plain ? text.slice(start + 1, at - 1) : (JSON.parse(text.slice(start, at)) as string);
  };
  const value = (): Json => {
    const c = text[at];
    if (c === '"') return string();
    if (c === '{') {
      const members = new Map<string, Json>();
      at++;
      while (text[at] !== '}') {
        if (text[at] === ',') at++;
        const key = string();
        at++;
        members.set(key, value());
      }
      at++;
      return members;
    }
    if (c === '[') {
      const elements: Json[] = [];
      at++;
      while (text[at] !== ']') {
        if (text[at] === ',') at++;
        elements.push(value());
      }
      at++;
      return elements;
    }
    const start = at;
    while (at < text.length && !',]}'.includes(text[at] as string)) at++;
    const word = text.slice(start, at);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : { number: word };
  };
  return value();
}

/** The value as JSON text, members in the order they are held in. */
export function printTree(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(printTree).join(',')}]`;
  if (isObject(value))
    return `{${[...value].map(([key, member]) => `${JSON.stringify(key)}:${printTree(member)}`).join(',')}}`;
  return value.number;
}

/** Whether it is an object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

/** Whether it is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether it is a number; it is held as it was written, so that none is rounded. */
export function isNumber(value: Json | undefined): value is NumberText {
  return typeof value === 'object' && value !== null && !isList(value) && !isObject(value);
}

/** True when both are the same value; members in any order. */
export function sameTree(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isObject(a) && isObject(b)) {
    if (a.size !== b.size) return false;
    for (const [key, value] of a) {
      const other = b.get(key);
      if (other === undefined || !sameTree(value, other)) return false;
    }
    return true;
  }
  if (isList(a) && isList(b))
    return a.length === b.length && a.every((value, i) => sameTree(value, b[i] as Json));
  return isNumber(a) && isNumber(b) && a.number === b.number;
}

/** The member of an object, when it is one and has it. */
export function member(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) ? value.get(key) : undefined;
}

/** The string member of an object, or undefined. */
export function textMember(value: Json | undefined, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** One key as a step of a JSON pointer (RFC 6901). */
export function pointerStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
