import type { Members, Span } from './json-scan.ts';

/** Replace the bytes of `span` by `bytes`; an empty span inserts. */
export interface Splice {
  readonly span: Span;
  readonly bytes: Buffer;
}

/** Applies splices that do not overlap, in any order. Everything outside them stays byte for byte. */
export function applySplices(source: Buffer, splices: readonly Splice[]): Buffer {
  if (splices.length === 0) return source;
  const ordered = splices.length === 1 ? splices : splices.toSorted((a, b) => a.span.start - b.span.start);
  const parts: Buffer[] = [];
  let at = 0;
  for (const { span, bytes } of ordered) {
    if (span.start < at) throw new Error('splices overlap');
    parts.push(source.subarray(at, span.start), bytes);
    at = span.end;
  }
  parts.push(source.subarray(at));
  return Buffer.concat(parts);
}

/** JSON of any plain value, as bytes. */
export const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** A splice that sets a member of the object at `object`: replaces its value, or adds it in front. */
export function setMember(object: Span, members: Members, key: string, value: Buffer): Splice {
  const existing = members.get(key);
  if (existing !== undefined) return { span: existing, bytes: value };
  const comma = members.size === 0 ? '' : ',';
  const at = object.start + 1;
  return {
    span: { start: at, end: at },
    bytes: Buffer.concat([Buffer.from(`${JSON.stringify(key)}:`), value, Buffer.from(comma)]),
  };
}

/** The object at `object` printed again without some members; the values of the others stay byte for byte. */
export function withoutMembers(source: Buffer, members: Members, drop: ReadonlySet<string>): Buffer {
  const parts: Buffer[] = [];
  for (const [key, span] of members) {
    if (drop.has(key)) continue;
    parts.push(Buffer.from(`${parts.length === 0 ? '' : ','}${JSON.stringify(key)}:`));
    parts.push(source.subarray(span.start, span.end));
  }
  return Buffer.concat([Buffer.from('{'), ...parts, Buffer.from('}')]);
}

/**
 * One line: line breaks outside strings become spaces. Valid JSON has raw line breaks only as white space
 * (the scanner refuses them inside strings), and a line-framed transport would read them as the end of a message.
 */
export function onOneLine(source: Buffer): Buffer {
  if (source.indexOf(0x0a) < 0 && source.indexOf(0x0d) < 0) return source;
  const copy = Buffer.from(source);
  for (let i = 0; i < copy.length; i++) if (copy[i] === 0x0a || copy[i] === 0x0d) copy[i] = 0x20;
  return copy;
}
