import type { CallContext } from '../call-context.ts';
import { textsIn } from '../arguments.ts';
import type { Places } from '../places/places.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { Fitting } from './rule-set.ts';

/** Fewer rules are asked one by one. */
const FEW = 24;

/** Positions of rules by what has to be in the call for them to fit. */
type Shelf = Map<string, number[]>;

/**
 * The rules that can be about one thing of one server, in order. Many of them differ in one argument only (this folder,
 * that address, exactly these arguments): they are found by the argument instead of asked one by one.
 */
export class RuleGroup {
  readonly #rules: readonly CompiledRule[];
  /** Positions of rules that have to be asked. */
  #asked: readonly number[] | undefined;
  readonly #digests: Shelf = new Map();
  readonly #texts = new Map<string, Shelf>();
  readonly #folders = new Map<string, Shelf>();

  constructor(rules: readonly CompiledRule[]) {
    this.#rules = rules;
  }

  first(call: CallContext, skip?: (rule: CompiledRule) => boolean): Fitting | undefined {
    for (const rule of this.#candidates(call)) {
      if (skip?.(rule) === true) continue;
      const marked = rule.fits(call);
      if (marked !== undefined) return { rule, marked };
    }
    return undefined;
  }

  all(call: CallContext): readonly Fitting[] {
    return this.#rules.flatMap((rule) => {
      const marked = rule.fits(call);
      return marked === undefined ? [] : [{ rule, marked }];
    });
  }

  #candidates(call: CallContext): Iterable<CompiledRule> {
    if (this.#rules.length <= FEW) return this.#rules;
    const asked = (this.#asked ??= this.#shelve(call.places));
    if (asked.length === this.#rules.length || !call.args.readable) return this.#rules;
    const positions: number[] = [];
    if (this.#digests.size > 0) take(this.#digests, call.args.digest ?? '', positions);
    for (const [pointer, shelf] of this.#texts)
      for (const text of textsAt(call, pointer)) take(shelf, text.normalize('NFC'), positions);
    for (const [pointer, shelf] of this.#folders)
      for (const text of textsAt(call, pointer)) {
        const read = call.path(text);
        // What can be read in no way lies in no folder for certain; only rules that loosen stand here.
        const path = read.fault === undefined ? spelt(read.readings[0]?.real ?? '') : '';
        for (const folder of foldersOf(path)) take(shelf, folder, positions);
      }
    if (positions.length === 0) return pick(this.#rules, asked);
    return pick(
      this.#rules,
      [...new Set([...positions, ...asked])].sort((a, b) => a - b),
    );
  }

  #shelve(places: Places): readonly number[] {
    const asked: number[] = [];
    this.#rules.forEach((rule, position) => {
      if (!this.#shelveOne(rule, position, places)) asked.push(position);
    });
    return asked;
  }

  #shelveOne(rule: CompiledRule, position: number, places: Places): boolean {
    if (rule.fault !== undefined) return false;
    if (rule.rule.argsDigest !== undefined) return put(this.#digests, rule.rule.argsDigest, position);
    for (const { source } of rule.conditions) {
      const { pointer, test } = source;
      // A rule that tightens may fit by way of what blocks a pointer.
      if (!rule.loosens) continue;
      if (test.is === 'equals' && typeof test.value === 'string')
        return put(shelfFor(this.#texts, pointer), test.value.normalize('NFC'), position);
      if (test.is === 'in-folder')
        return put(
          shelfFor(this.#folders, pointer),
          withoutEnd(spelt(places.folder(test.folder).real ?? '')),
          position,
        );
    }
    return false;
  }
}

const spelt = (path: string): string => path.normalize('NFC').toLowerCase();
const withoutEnd = (path: string): string => path.replace(/[\\/]$/, '');

function textsAt(call: CallContext, pointer: string): readonly string[] {
  return call.args
    .at(pointer)
    .values.flatMap(({ value }) => (typeof value === 'string' ? value : textsIn(value)));
}

function* pick(rules: readonly CompiledRule[], positions: readonly number[]): Iterable<CompiledRule> {
  for (const position of positions) yield rules[position] as CompiledRule;
}

function* foldersOf(path: string): Iterable<string> {
  yield withoutEnd(path);
  for (let at = path.length - 1; at >= 0; at--)
    if (path[at] === '/' || path[at] === '\\') yield path.slice(0, at);
}

function put(shelf: Shelf, key: string, position: number): true {
  const there = shelf.get(key);
  if (there === undefined) shelf.set(key, [position]);
  else there.push(position);
  return true;
}

function shelfFor(shelves: Map<string, Shelf>, pointer: string): Shelf {
  let shelf = shelves.get(pointer);
  if (shelf === undefined) shelves.set(pointer, (shelf = new Map()));
  return shelf;
}

function take(shelf: Shelf, key: string, positions: number[]): void {
  const there = shelf.get(key);
  if (there !== undefined) positions.push(...there);
}
