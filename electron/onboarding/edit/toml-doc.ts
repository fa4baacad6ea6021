import { type AST, parseTOML } from 'toml-eslint-parser';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type EntryAt, type EntryChange, entryIn, type SettingsDoc, type Splice } from './change.ts';
import { layoutOf, lineEnd, lineStart } from './layout.ts';
import { isPlainObject, memberOf, type Plain, type PlainObject, samePlain } from './plain.ts';
import { readToml } from './toml-plain.ts';
import { printToml, tomlKey, tomlTable } from './toml-print.ts';

/** A part of the file that says something about one entry: a table with its lines, or one pair. */
interface Unit {
  readonly node: AST.TOMLTable | AST.TOMLKeyValue;
  /** The full path of the table or the pair. */
  readonly path: readonly string[];
  /** The path of the table that a pair stands in. */
  readonly table: readonly string[];
}

const UNSAFE = 'is written in a way in which it cannot be changed safely';

/**
 * Reads TOML with the places of its parts. Refused with the rest of a sentence: what is no TOML (which includes
 * anything that is there twice), what is nested too deeply.
 */
export function readTomlDoc(text: string): Result<SettingsDoc> {
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(text);
  } catch (error) {
    if (error instanceof RangeError) return fail('malformed', 'is nested too deeply');
    const line = (error as { lineNumber?: unknown }).lineNumber;
    return fail('malformed', `is not valid TOML${typeof line === 'number' ? ` (line ${line})` : ''}`);
  }
  const read = readToml(program);
  if (!read.ok) return read;
  const writer = new TomlWriter(text, program, read.value);
  return ok({
    root: read.value,
    splices: (changes) => writer.splices(changes),
    sourceOf: (at) => writer.sourceOf(at),
  });
}

class TomlWriter {
  readonly #text: string;
  readonly #root: PlainObject;
  readonly #units: readonly Unit[];
  readonly #eol: string;

  constructor(text: string, program: AST.TOMLProgram, root: PlainObject) {
    this.#text = text;
    this.#root = root;
    this.#eol = layoutOf(text).eol;
    this.#units = program.body[0].body.flatMap((node): Unit[] => {
      if (node.type === 'TOMLKeyValue') return [{ node, path: keysOf(node.key), table: [] }];
      const table = node.resolvedKey.map(String);
      return [
        { node, path: table, table },
        ...node.body.map((pair): Unit => ({ node: pair, path: [...table, ...keysOf(pair.key)], table })),
      ];
    });
  }

  /** The parts that make up an entry: whole tables, and pairs that stand in tables of others. */
  #of({ holder, name }: EntryAt): Unit[] {
    const path = [...holder, name];
    const covers = (one: readonly string[]) => path.every((part, i) => one[i] === part);
    return this.#units.filter((unit) => covers(unit.path) && !(isPair(unit) && covers(unit.table)));
  }

  splices(changes: readonly EntryChange[]): Result<Splice[]> {
    const out: Splice[] = [];
    const appended: string[] = [];
    for (const change of changes) {
      if (change.at.list === true) return fail('malformed', UNSAFE);
      const units = this.#of(change.at);
      const there = entryIn(this.#root, change.at);
      // It stands inside a table that is written on one line, or in a list of tables.
      if (there !== undefined && units.length === 0) return fail('malformed', UNSAFE);
      if (there === undefined) {
        if (change.value === undefined) continue;
        if (this.#holderIsClosed(change.at.holder)) return fail('malformed', UNSAFE);
        appended.push(
          change.source ?? tomlTable([...change.at.holder, change.at.name], change.value, this.#eol),
        );
      } else this.#change(change, units, out);
    }
    if (appended.length > 0) {
      const { length } = this.#text;
      const lead = this.#text === '' ? '' : this.#text.endsWith('\n') ? this.#eol : this.#eol + this.#eol;
      out.push({
        start: length,
        end: length,
        text: lead + appended.map((one) => ended(one, this.#eol)).join(this.#eol),
      });
    }
    return ok(out);
  }

  /** Whether the tables of the holder are written on one line or are something else than tables. */
  #holderIsClosed(holder: readonly string[]): boolean {
    let value: Plain | undefined = this.#root;
    for (const part of holder) value = memberOf(value, part);
    const within = (unit: Unit) =>
      isPair(unit) && holder.every((part, i) => unit.path[i] === part || i >= unit.path.length);
    return (
      (value !== undefined && !isPlainObject(value)) ||
      this.#units.some((unit) => within(unit) && unit.path.length <= holder.length)
    );
  }

  #change({ at, value, source }: EntryChange, units: readonly Unit[], out: Splice[]): void {
    const [first, ...rest] = units;
    if (first === undefined) throw new Error('an entry without parts');
    for (const unit of rest) {
      const kept = value !== undefined && source === undefined && this.#keeps(at, unit, value, first);
      if (!kept) this.#cut(unit, out);
    }
    if (value === undefined) this.#cut(first, out);
    else if (source !== undefined && source.startsWith('[') && !isPair(first))
      this.#replaceLines(first, source, out);
    else if (source !== undefined && isPair(first) && first.path.length === at.holder.length + 1)
      out.push({ ...placeOf(first.node.value), text: source });
    else if (first.node.type === 'TOMLTable' && first.path.length === at.holder.length + 1)
      this.#patchTable(first.node, at, value, rest, out);
    else if (isPair(first) && first.path.length === at.holder.length + 1)
      out.push({ ...placeOf(first.node.value), text: printToml(value) });
    else if (isPair(first)) {
      const key = [...at.holder, at.name].slice(first.table.length).map(tomlKey).join('.');
      out.push({ ...placeOf(first.node), text: `${key} = ${printToml(value)}` });
    } else this.#replaceLines(first, tomlTable([...at.holder, at.name], value, this.#eol), out);
  }

  /** A table under the entry that says what is said after the change, too. */
  #keeps(at: EntryAt, unit: Unit, value: PlainObject, first: Unit): boolean {
    const name = unit.path[at.holder.length + 1];
    const plainTable = first.node.type === 'TOMLTable' && first.path.length === at.holder.length + 1;
    return (
      plainTable &&
      name !== undefined &&
      samePlain(memberOf(entryIn(this.#root, at), name), memberOf(value, name))
    );
  }

  /** Pair by pair, so that comments stay. */
  #patchTable(
    table: AST.TOMLTable,
    at: EntryAt,
    value: PlainObject,
    others: readonly Unit[],
    out: Splice[],
  ): void {
    const before = entryIn(this.#root, at);
    const done = new Set<string>();
    let end = lineEnd(this.#text, table.key.range[1]);
    for (const pair of table.body) {
      const [name = '', ...deeper] = keysOf(pair.key);
      const after = memberOf(value, name);
      const same = samePlain(memberOf(before, name), after);
      if (same) done.add(name);
      else if (after === undefined || deeper.length > 0 || done.has(name)) {
        this.#cut({ node: pair, path: [], table: [] }, out);
        continue;
      } else {
        out.push({ ...placeOf(pair.value), text: printToml(after) });
        done.add(name);
      }
      end = lineEnd(this.#text, pair.range[1]);
    }
    for (const { path } of others) {
      const name = path[at.holder.length + 1] ?? '';
      if (samePlain(memberOf(before, name), memberOf(value, name))) done.add(name);
    }
    const added = Object.entries(value).filter(([name]) => !done.has(name));
    if (added.length === 0) return;
    const lines = added.map(([name, one]) => `${tomlKey(name)} = ${printToml(one)}${this.#eol}`).join('');
    const lead = this.#text.slice(0, end).endsWith('\n') ? '' : this.#eol;
    out.push({ start: end, end, text: lead + lines });
  }

  /** Whole lines. */
  #lines(unit: Unit): { start: number; end: number } {
    const [from, to] = unit.node.range;
    return { start: lineStart(this.#text, from), end: lineEnd(this.#text, to) };
  }

  #cut(unit: Unit, out: Splice[]): void {
    const { start, end } = this.#lines(unit);
    const blank = /^(?:[ \t]*\r?\n)*/.exec(this.#text.slice(end))?.[0].length ?? 0;
    const before = this.#text.slice(0, start);
    const atEdge = before === '' || /\n[ \t]*\r?\n$/.test(before) || /^[ \t]*\r?\n$/.test(before);
    out.push({ start, end: isPair(unit) || !atEdge ? end : end + blank, text: '' });
  }

  #replaceLines(unit: Unit, text: string, out: Splice[]): void {
    const { start, end } = this.#lines(unit);
    out.push({
      start,
      end,
      text: this.#text.slice(start, end).endsWith('\n') ? ended(text, this.#eol) : text,
    });
  }

  sourceOf(at: EntryAt): string | undefined {
    const units = this.#of(at);
    const [first] = units;
    if (first === undefined) return undefined;
    if (units.length === 1 && isPair(first) && first.path.length === at.holder.length + 1)
      return this.#text.slice(...first.node.value.range);
    if (units.some(isPair)) return undefined;
    return units
      .map((unit) => {
        const { start, end } = this.#lines(unit);
        return ended(this.#text.slice(start, end), this.#eol);
      })
      .join(this.#eol)
      .trimStart();
  }
}

const isPair = (unit: Unit): unit is Unit & { readonly node: AST.TOMLKeyValue } =>
  unit.node.type === 'TOMLKeyValue';

const placeOf = ({ range }: { readonly range: readonly [number, number] }) => ({
  start: range[0],
  end: range[1],
});

const keysOf = (key: AST.TOMLKey): string[] =>
  key.keys.map((one) => (one.type === 'TOMLBare' ? one.name : one.value));

const ended = (text: string, eol: string): string => (text.endsWith('\n') ? text : text + eol);
