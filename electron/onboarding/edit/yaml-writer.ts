import { isMap, isScalar, isSeq, type Node, type Pair, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import type { EntryChange, Splice } from './change.ts';
import { indentAt, type Layout, layoutOf, lineEnd, lineStart } from './layout.ts';
import { isPlainObject, memberOf, type Plain, type PlainObject, samePlain } from './plain.ts';

const UNSAFE = 'is written in a way in which it cannot be changed safely';

interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Makes splices inside one YAML text, pair by pair in whole lines, so that whatever stays keeps its bytes. */
export class YamlWriter {
  readonly #text: string;
  readonly #layout: Layout;
  readonly #plain: (node: unknown) => Plain;
  readonly #sources = new Map<string, string>();
  readonly #lists = new Set<string>();
  /** The depth at which entries stand: from there on, whole values are ours to write. */
  readonly #depth: number;

  constructor(text: string, changes: readonly EntryChange[], plain: (node: unknown) => Plain) {
    this.#text = text;
    this.#layout = layoutOf(text);
    this.#plain = plain;
    this.#depth = Math.min(...changes.map(({ at }) => at.holder.length + (at.list === true ? 0 : 1)));
    for (const { at, source } of changes) {
      if (at.list === true) this.#lists.add(keyOf(at.holder));
      if (source !== undefined) this.#sources.set(keyOf([...at.holder, at.name]), source);
    }
  }

  patchRoot(map: YAMLMap | undefined, after: PlainObject, out: Splice[]): string | undefined {
    if (map !== undefined) return map.items.length === 0 ? UNSAFE : this.#patchMap(map, after, [], out);
    if (this.#text.includes('\n...') || this.#text.startsWith('...')) return UNSAFE;
    this.#insert(this.#text.length, '', Object.entries(after), [], out);
    return undefined;
  }

  #patchMap(map: YAMLMap, after: PlainObject, path: readonly string[], out: Splice[]): string | undefined {
    if (map.flow === true || map.items.length === 0) return UNSAFE;
    const names = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
    const added = Object.entries(after).filter(([name]) => !names.includes(name));
    let first: Lines | undefined;
    let end: number | undefined;
    let indent = '';
    for (const [i, pair] of map.items.entries()) {
      const name = names[i] ?? '';
      const lines = this.#pairLines(pair as Pair<Node, Node | null>);
      if (lines === undefined) return UNSAFE;
      if (first === undefined) indent = indentAt(this.#text, startOf(pair));
      first ??= lines;
      const next = memberOf(after, name);
      if (next === undefined) {
        out.push({ ...lines, text: '' });
        continue;
      }
      end = lines.end;
      const wrong = this.#patchPair(pair as Pair<Node, Node | null>, lines, next, [...path, name], out);
      if (wrong !== undefined) return wrong;
    }
    if (added.length > 0) this.#insert(end ?? first?.start ?? 0, indent, added, path, out);
    return undefined;
  }

  #patchPair(
    pair: Pair<Node, Node | null>,
    lines: Lines,
    after: Plain,
    path: readonly string[],
    out: Splice[],
  ): string | undefined {
    const { value } = pair;
    const before = this.#plain(value);
    if (samePlain(before, after)) return undefined;
    const source = this.#sources.get(keyOf(path));
    const emptied = isPlainObject(after) && Object.keys(after).length === 0;
    if (source === undefined && isMap(value) && value.items.length > 0 && isPlainObject(after) && !emptied) {
      if (value.flow !== true) return this.#patchMap(value, after, path, out);
      if (path.length < this.#depth) return UNSAFE;
    }
    if (this.#lists.has(keyOf(path)) && isSeq(value) && value.items.length > 0 && Array.isArray(after)) {
      if (after.length > 0) return this.#patchList(value, after as Plain[], path, out);
    }
    const empty = before === null || (typeof before === 'object' && Object.keys(before).length === 0);
    if (path.length < this.#depth && !empty && !emptied && !(Array.isArray(after) && after.length === 0))
      return UNSAFE;
    const indent = indentAt(this.#text, startOf(pair));
    out.push({ ...lines, text: this.#pairText(path, after, indent, this.#endsLine(lines.end)) });
    return undefined;
  }

  #patchList(
    seq: YAMLSeq,
    after: readonly Plain[],
    path: readonly string[],
    out: Splice[],
  ): string | undefined {
    if (seq.flow === true) return UNSAFE;
    const named = (item: Plain) => memberOf(item, 'name');
    let end: number | undefined;
    let first: Lines | undefined;
    let indent = '';
    const there: unknown[] = [];
    for (const item of seq.items) {
      const lines = this.#itemLines(item as Node);
      if (lines === undefined) return UNSAFE;
      if (first === undefined) indent = indentAt(this.#text, startOf(item as Node)).replace(/\S.*$/, '');
      first ??= lines;
      const before = this.#plain(item);
      const name = named(before);
      there.push(name);
      const next = after.find((one) => samePlain(one, before)) ?? after.find((one) => named(one) === name);
      if (next === undefined) {
        out.push({ ...lines, text: '' });
        continue;
      }
      end = lines.end;
      if (samePlain(next, before)) continue;
      out.push({ ...lines, text: this.#itemText(next, indent, path, this.#endsLine(lines.end)) });
    }
    const added = after.filter((one) => !there.includes(named(one)));
    if (added.length === 0) return undefined;
    const at = end ?? first?.start ?? 0;
    const lead = this.#endsLine(at) || at === 0 ? '' : this.#layout.eol;
    out.push({
      start: at,
      end: at,
      text: lead + added.map((one) => this.#itemText(one, indent, path, true)).join(''),
    });
    return undefined;
  }

  #insert(
    at: number,
    indent: string,
    added: readonly (readonly [string, Plain])[],
    path: readonly string[],
    out: Splice[],
  ): void {
    const lead = at === 0 || this.#endsLine(at) ? '' : this.#layout.eol;
    const text = added.map(([name, value]) => this.#pairText([...path, name], value, indent, true)).join('');
    out.push({ start: at, end: at, text: lead + text });
  }

  readonly #endsLine = (at: number): boolean => this.#text[at - 1] === '\n';

  #pairText(path: readonly string[], value: Plain, indent: string, ended: boolean): string {
    const source = this.#sources.get(keyOf(path));
    const text = source ?? this.#block({ [path.at(-1) ?? '']: value });
    return this.#indented(text, indent, ended);
  }

  #itemText(value: Plain, indent: string, path: readonly string[], ended: boolean): string {
    const source = this.#sources.get(keyOf([...path, nameOf(value)]));
    return this.#indented(source ?? this.#block([value]), indent, ended);
  }

  #block(value: unknown): string {
    const width = this.#layout.unit.startsWith('\t') ? 2 : this.#layout.unit.length;
    return stringify(value, { indent: width, lineWidth: 0, version: '1.2', aliasDuplicateObjects: false });
  }

  #indented(text: string, indent: string, ended: boolean): string {
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    const made = lines.map((line) => (line === '' ? line : indent + line)).join(this.#layout.eol);
    return ended ? made + this.#layout.eol : made;
  }

  /** The text of a pair, without the indentation that it has here. */
  pairText(pair: unknown): string | undefined {
    const lines = this.#pairLines(pair as Pair<Node, Node | null>);
    return lines === undefined ? undefined : this.#outdented(lines, startOf(pair as Pair));
  }

  itemText(item: Node): string | undefined {
    const lines = this.#itemLines(item);
    return lines === undefined ? undefined : this.#outdented(lines, startOf(item));
  }

  #outdented(lines: Lines, at: number): string | undefined {
    const indent = indentAt(this.#text, at);
    const found = this.#text.slice(lines.start, lines.end).split(/(?<=\n)/);
    if (!found.every((line) => line.trim() === '' || line.startsWith(indent))) return undefined;
    return found.map((line) => (line.trim() === '' ? line : line.slice(indent.length))).join('');
  }

  /** Undefined when something else stands on its first line. */
  #pairLines(pair: Pair<Node, Node | null>): Lines | undefined {
    const from = startOf(pair);
    const start = lineStart(this.#text, from);
    if (this.#text.slice(start, from).trim() !== '') return undefined;
    return { start, end: this.#endOf(pair.value ?? pair.key, from) };
  }

  #itemLines(item: Node): Lines | undefined {
    const from = startOf(item);
    const start = lineStart(this.#text, from);
    if (!/^[ \t]*-[ \t]+$/.test(this.#text.slice(start, from))) return undefined;
    return { start, end: this.#endOf(item, from) };
  }

  /** Behind its last line, without the comments and empty lines that follow it. */
  #endOf(node: Node, from: number): number {
    let end = from + this.#text.slice(from, node.range?.[1] ?? from).trimEnd().length;
    for (;;) {
      const line = lineStart(this.#text, end);
      const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
      if (line <= from || isBlock || !/^[ \t]*#/.test(this.#text.slice(line, end))) break;
      end = from + this.#text.slice(from, line).trimEnd().length;
    }
    return lineEnd(this.#text, end);
  }
}

const nameOf = (item: Plain): string => {
  const name = memberOf(item, 'name');
  return typeof name === 'string' ? name : '';
};

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

function startOf(node: Node | Pair): number {
  const at = 'key' in node ? (node.key as Node).range?.[0] : node.range?.[0];
  if (at === undefined) throw new Error('a node without its place');
  return at;
}
