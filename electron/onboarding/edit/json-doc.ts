import { parse, type MemberNode, type ObjectNode, type ValueNode } from '@humanwhocodes/momoa';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { EntryChange, SettingsDoc, Splice } from './change.ts';
import { changedRoot } from './change.ts';
import { indentAt, type Layout, layoutOf, lineEnd, lineStart } from './layout.ts';
import { isPlainObject, objectOf, Opaque, type Plain, type PlainObject, samePlain } from './plain.ts';

type Mode = 'jsonc' | 'json5';

/** Deeper than any settings, and less than what exhausts the stack. */
const MAX_DEPTH = 100;

/**
 * Reads JSON with the places of its parts. Comments and commas before a closing bracket are taken in every flavour:
 * apps differ in what they forgive. Refused with the rest of a sentence: what is no JSON, what has a member twice
 * (apps differ in which one counts, so nobody knows what they would do), what is nested too deeply.
 */
export function readJsonDoc(text: string, mode: Mode): Result<SettingsDoc> {
  if (text.trim() === '') return ok(emptyDoc(text));
  let body: ValueNode;
  try {
    ({ body } = parse(text, { mode, ranges: true, allowTrailingCommas: true }));
  } catch (error) {
    if (error instanceof RangeError) return fail('malformed', 'is nested too deeply');
    const line = /\((\d+):\d+\)/.exec(error instanceof Error ? error.message : '')?.[1];
    return fail('malformed', `is not valid JSON${line === undefined ? '' : ` (line ${line})`}`);
  }
  let root: Plain;
  try {
    root = plainValue(body, 0);
  } catch (error) {
    if (error instanceof Unusable) return fail('malformed', error.message);
    throw error;
  }
  if (body.type !== 'Object') return fail('malformed', 'is not a list of settings');
  const object = body;
  return ok({
    root,
    splices(changes) {
      const splices: Splice[] = [];
      const writer = new JsonWriter(text, layoutOf(text), changes);
      const after = changedRoot(root, changes);
      const wrong = writer.patch(object, after as PlainObject, [], splices);
      return wrong === undefined ? ok(splices) : fail('malformed', wrong);
    },
    sourceOf({ holder, name }) {
      let node: ValueNode | undefined = object;
      for (const part of [...holder, name])
        node = node?.type === 'Object' ? memberNamed(node, part)?.value : undefined;
      return node === undefined ? undefined : text.slice(...rangeOf(node));
    },
  });
}

class Unusable extends Error {}

/** A file of nothing takes settings like a new one. */
function emptyDoc(text: string): SettingsDoc {
  return {
    root: objectOf([]),
    splices(changes) {
      const after = changedRoot(objectOf([]), changes);
      const { eol } = layoutOf(text);
      const made = JSON.stringify(after, null, 2).replaceAll('\n', eol);
      return ok([{ start: 0, end: text.length, text: `${made}${eol}` }]);
    },
    sourceOf: () => undefined,
  };
}

const rangeOf = (node: { readonly range?: readonly [number, number] | number[] }): [number, number] => {
  const [start, end] = node.range ?? [];
  if (start === undefined || end === undefined) throw new Error('a node without its place');
  return [start, end];
};

const nameOf = ({ name }: MemberNode): string => (name.type === 'String' ? name.value : name.name);

const memberNamed = (object: ObjectNode, name: string): MemberNode | undefined =>
  object.members.find((member) => nameOf(member) === name);

function plainValue(node: ValueNode, depth: number): Plain {
  if (depth > MAX_DEPTH) throw new Unusable('is nested too deeply');
  switch (node.type) {
    case 'Object': {
      const names = new Set<string>();
      for (const member of node.members) {
        const name = nameOf(member);
        if (names.has(name)) throw new Unusable(`has "${name.slice(0, 60)}" twice in one place`);
        names.add(name);
      }
      return objectOf(node.members.map((member) => [nameOf(member), plainValue(member.value, depth + 1)]));
    }
    case 'Array':
      return node.elements.map(({ value }) => plainValue(value, depth + 1));
    case 'NaN':
    case 'Infinity':
      return new Opaque(`${node.sign}${node.type}`);
    case 'Null':
      return null;
    default:
      return node.value;
  }
}

/** Makes splices inside one text, member by member, so that whatever stays the same keeps its bytes. */
class JsonWriter {
  readonly #text: string;
  readonly #layout: Layout;
  /** Texts that entries had before, by their paths. */
  readonly #sources: ReadonlyMap<string, string>;

  constructor(text: string, layout: Layout, changes: readonly EntryChange[]) {
    this.#text = text;
    this.#layout = layout;
    this.#sources = new Map(
      changes.flatMap(({ at, source }) =>
        source === undefined ? [] : [[JSON.stringify([...at.holder, at.name]), source]],
      ),
    );
  }

  /** What is wrong, in the rest of a sentence. */
  patch(node: ObjectNode, after: PlainObject, path: readonly string[], out: Splice[]): string | undefined {
    const kept: MemberNode[] = [];
    const removed: MemberNode[] = [];
    for (const member of node.members) {
      const name = nameOf(member);
      if (!Object.hasOwn(after, name)) {
        removed.push(member);
        continue;
      }
      kept.push(member);
      const wrong = this.#patchValue(member.value, after[name] ?? null, [...path, name], out);
      if (wrong !== undefined) return wrong;
    }
    const names = new Set(node.members.map(nameOf));
    const added = Object.entries(after).filter(([name]) => !names.has(name));
    for (const member of removed) this.#remove(member, out);
    const last = kept.at(-1);
    const end = node.members.at(-1);
    const trailing = end !== undefined && this.#commaAfter(end) !== undefined;
    if (added.length > 0) this.#add(node, last, trailing, added, path, out);
    else if (last !== undefined && last !== end && !trailing) {
      // The comma that led to what is gone.
      const comma = this.#commaAfter(last);
      if (comma !== undefined) out.push({ start: comma, end: comma + 1, text: '' });
    }
    return undefined;
  }

  #patchValue(node: ValueNode, after: Plain, path: readonly string[], out: Splice[]): string | undefined {
    const before = plainValue(node, 0);
    if (samePlain(before, after)) return undefined;
    const source = this.#sources.get(JSON.stringify(path));
    const [start, end] = rangeOf(node);
    if (source !== undefined) out.push({ start, end, text: source });
    else if (node.type === 'Object' && isPlainObject(after)) return this.patch(node, after, path, out);
    else if (isPlainObject(after) && path.length === 1)
      return `has something else in the place of "${path[0] ?? ''}"`;
    else out.push({ start, end, text: this.#print(after, indentAt(this.#text, start), this.#isFlat(node)) });
    return undefined;
  }

  /** Whether a value stands on one line and so does what takes its place. */
  #isFlat(node: ValueNode): boolean {
    const [start, end] = rangeOf(node);
    return this.#layout.oneLine || (end - start > 2 && !this.#text.slice(start, end).includes('\n'));
  }

  #print(value: Plain, indent: string, flat: boolean): string {
    if (flat) return JSON.stringify(value);
    const { unit, eol } = this.#layout;
    return JSON.stringify(value, null, unit).replaceAll('\n', `${eol}${indent}`);
  }

  #commaAfter(member: MemberNode): number | undefined {
    const at = this.#skip(rangeOf(member)[1]);
    return this.#text[at] === ',' ? at : undefined;
  }

  /** Past blanks and comments. */
  #skip(from: number): number {
    let at = from;
    for (;;) {
      const rest = this.#text.slice(at, at + 2);
      if (rest.startsWith('//')) at = lineEnd(this.#text, at);
      else if (rest.startsWith('/*')) at = this.#text.indexOf('*/', at + 2) + 2;
      else if (rest !== '' && /^[\s\uFEFF]/.test(rest)) at++;
      else return at;
    }
  }

  /** Behind a comment that ends this line, for it is about what stands before it. */
  #behindComment(from: number): number {
    const line = /^[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)(?=\r?\n)/.exec(
      this.#text.slice(from, lineEnd(this.#text, from)),
    );
    return from + (line?.[0].length ?? 0);
  }

  /** The member, its comma, and its lines when nothing else is on them. Comments beside it stay. */
  #remove(member: MemberNode, out: Splice[]): void {
    const text = this.#text;
    const [start, memberEnd] = rangeOf(member);
    const comma = this.#commaAfter(member);
    const direct = comma !== undefined && text.slice(memberEnd, comma).trim() === '';
    const end = comma !== undefined && direct ? comma + 1 : memberEnd;
    if (comma !== undefined && !direct) out.push({ start: comma, end: comma + 1, text: '' });
    const before = lineStart(text, start);
    const after = lineEnd(text, end);
    const alone = text.slice(before, start).trim() === '' && text.slice(end, after).trim() === '';
    if (alone && before > 0) {
      out.push({ start: before, end: after, text: '' });
      return;
    }
    const blanksBehind = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
    const blanksBefore = /[ \t]*$/.exec(text.slice(before, start))?.[0].length ?? 0;
    if (comma === undefined && before < start - blanksBefore)
      out.push({ start: start - blanksBefore, end, text: '' });
    else
      out.push({
        start,
        end: end + (text.slice(end + blanksBehind).startsWith('\n') ? 0 : blanksBehind),
        text: '',
      });
  }

  #add(
    node: ObjectNode,
    last: MemberNode | undefined,
    trailing: boolean,
    added: readonly (readonly [string, Plain])[],
    path: readonly string[],
    out: Splice[],
  ): void {
    const text = this.#text;
    const { eol, unit } = this.#layout;
    const [open, close] = rangeOf(node);
    const sibling = node.members[0];
    const outer = indentAt(text, open);
    const flat =
      this.#layout.oneLine ||
      (sibling !== undefined && !text.slice(open, rangeOf(sibling)[0]).includes('\n'));
    const own = sibling === undefined || flat ? outer + unit : indentAt(text, rangeOf(sibling)[0]);
    const between = flat
      ? sibling === undefined && !/ /.test(text.slice(open, close))
        ? ''
        : ' '
      : eol + own;
    const members = added.map(([name, value]) => {
      const source = this.#sources.get(JSON.stringify([...path, name]));
      return `${JSON.stringify(name)}:${flat && !/": /.test(text) ? '' : ' '}${source ?? this.#print(value, own, flat)}`;
    });
    if (last !== undefined) {
      const comma = this.#commaAfter(last);
      const at = comma === undefined ? rangeOf(last)[1] : comma + 1;
      const start = flat ? at : this.#behindComment(at);
      if (comma === undefined) out.push({ start: at, end: at, text: ',' });
      out.push({ start, end: start, text: `${between}${members.join(`,${between}`)}${trailing ? ',' : ''}` });
      return;
    }
    const inside = text.slice(open + 1, close - 1);
    const body = members.join(`,${between}`);
    if (node.members.length === 0 && inside.trim() === '')
      out.push({ start: open + 1, end: close - 1, text: flat ? body : `${eol}${own}${body}${eol}${outer}` });
    // Comments, or the lines of what is taken out, come behind it.
    else out.push({ start: open + 1, end: open + 1, text: flat ? body : `${eol}${own}${body}` });
  }
}
