import type { Place } from '../decode/part.ts';
import { type CharSet, type Node, parsePattern, PatternFault } from '../../policy/regex/parse.ts';
import { type Step, toProgram } from '../../policy/regex/program.ts';
import type { Steps } from '../steps.ts';
import { inSet, outlineOf } from './lazy-automaton.ts';

/** Finds stretches of a text, in order, none over another. */
export interface Find {
  (text: string): readonly Place[];
  /** The same, so that it can be laid down for a while. */
  readonly steps: (text: string) => Steps<readonly Place[]>;
}

/** So much is read before others may have their turn. */
export const SLICE = 64 * 1024;
/** The same of what is searched step by step, and what that costs for each character, in characters. */
const SHORT_SLICE = 8 * 1024;
const SLOWER = 4;

/** The number of steps taken so far, for tests of linear time. */
export const work = { steps: 0 };

const NEVER = -1;

/**
 * Compiles a pattern of the subset of `parsePattern` into a finder of everything that belongs to any match of it: where
 * matches overlap, they are one stretch. Unlike a search for one match after another, that takes one pass whatever the
 * text: every way through the pattern is followed at once, each with the earliest place where it began, so that the
 * time is bounded by the length of the text times the size of the pattern; an automaton says beforehand where that is
 * worth while. Throws `PatternFault`, also for a pattern
 * that matches the empty text: it would say nothing about where.
 */
export function findPattern(pattern: string, ignoreCase = false): Find {
  const steps = toProgram(ignoreCase ? anyCase(parsePattern(pattern)) : parsePattern(pattern));
  const known = firstCharacters(steps);
  if (known === undefined) throw new PatternFault('a pattern that also matches nothing');
  const first: First = known;
  const outline = outlineOf(steps);
  const fresh = (): Int32Array => new Int32Array(steps.length).fill(NEVER);
  const room: Room = { begun: fresh(), next: fresh() };
  const all = (text: string): Place[] => {
    const so = begin(text, steps, first, room);
    searchOn(so, text.length + 1);
    return so.found;
  };
  function* slices(text: string): Steps<Place[]> {
    // Others may be searched for the same while this is laid down.
    const so = begin(text, steps, first, { begun: fresh(), next: fresh() });
    while (so.at <= text.length) {
      const from = so.at;
      searchOn(so, from + SHORT_SLICE < text.length ? from + SHORT_SLICE : text.length + 1);
      yield (so.at - from) * SLOWER;
    }
    return so.found;
  }
  const find = (text: string): Place[] => {
    work.steps += text.length;
    const so = outline?.begin();
    if (so !== undefined) outline?.readOn(text, so, text.length);
    if (so?.found === undefined) return all(text);
    const found: Place[] = [];
    for (const part of so.found)
      for (const one of all(text.slice(part.start, part.end))) found.push(moved(one, part.start));
    return found;
  };
  return Object.assign(find, {
    *steps(text: string): Steps<Place[]> {
      work.steps += text.length;
      const so = outline?.begin();
      for (let at = 0; so?.found !== undefined && at < text.length; at = so.at) {
        outline?.readOn(text, so, Math.min(text.length, at + SLICE));
        yield so.at - at;
      }
      if (so?.found === undefined) return yield* slices(text);
      const found: Place[] = [];
      for (const part of so.found) {
        const inside = text.slice(part.start, part.end);
        for (const one of inside.length > SLICE ? yield* slices(inside) : all(inside))
          found.push(moved(one, part.start));
      }
      return found;
    },
  });
}

const moved = ({ start, end }: Place, by: number): Place => ({ start: by + start, end: by + end });

interface First {
  readonly ascii: Uint8Array;
  readonly anchored: boolean;
}

/** For each step the earliest place where a way that has come to it began; empty before a search and after it. */
interface Room {
  readonly begun: Int32Array;
  readonly next: Int32Array;
}

/** How far a text was searched. */
interface Searching {
  readonly text: string;
  readonly steps: readonly Step[];
  readonly first: First;
  readonly found: { start: number; end: number }[];
  begun: Int32Array;
  next: Int32Array;
  alive: number[];
  waiting: number[];
  at: number;
}

const begin = (text: string, steps: readonly Step[], first: First, room: Room): Searching => ({
  text,
  steps,
  first,
  found: [],
  ...room,
  alive: [],
  waiting: [],
  at: 0,
});

/** Searches on up to `stop`; behind the text's end: to the end. */
function searchOn(so: Searching, stop: number): void {
  const { text, steps, first, found } = so;
  let { begun, next, alive, waiting, at } = so;
  const stack: number[] = [];

  /** Follows what reads nothing, for the ways that began at `start`; the earliest keeps a step. */
  const follow = (pc: number, start: number, here: number, into: Int32Array, list: number[]): void => {
    stack.push(pc);
    for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
      if (into[one] !== NEVER) continue;
      into[one] = start;
      list.push(one);
      work.steps++;
      const step = steps[one] as Step;
      if (step.op === 'jump') stack.push(step.to);
      else if (step.op === 'split') stack.push(step.a, step.b);
      else if (step.op === 'start' && here === 0) stack.push(one + 1);
      else if (step.op === 'end' && here === text.length) stack.push(one + 1);
      else if (step.op === 'match' && here > start) add(found, start, here);
    }
  };

  while (at < stop && at <= text.length) {
    const unit = text.charCodeAt(at);
    // The ways that began earlier were followed first and keep their steps.
    if (!(unit < 128 && first.ascii[unit] === 0) || alive.length > 0 || first.anchored)
      follow(0, at, at, begun, alive);
    if (at === text.length) {
      for (const pc of alive) begun[pc] = NEVER;
      so.at = at + 1;
      return;
    }
    const code = text.codePointAt(at) as number;
    const width = code > 0xffff ? 2 : 1;
    if (alive.length > 0) {
      // In the order in which they began, so that the earliest is the first to reach a step.
      const ordered =
        alive.length < 2 ? alive : alive.sort((a, b) => (begun[a] as number) - (begun[b] as number) || a - b);
      for (const pc of ordered) {
        const step = steps[pc] as Step;
        work.steps++;
        if (step.op === 'take' && inSet(step.set, code))
          follow(pc + 1, begun[pc] as number, at + width, next, waiting);
      }
      for (const pc of alive) begun[pc] = NEVER;
      alive.length = 0;
      [begun, next] = [next, begun];
      [alive, waiting] = [waiting, alive];
    }
    at += width;
  }
  Object.assign(so, { begun, next, alive, waiting, at });
}

/** Ends come in order; what a longer match takes in becomes part of it. */
export function add(found: { start: number; end: number }[], start: number, end: number): void {
  let from = start;
  for (let last = found.at(-1); last !== undefined && last.end > from; last = found.at(-1)) {
    from = Math.min(from, last.start);
    found.pop();
  }
  found.push({ start: from, end });
}

/** The characters with which matches begin; undefined: the empty text matches, too. */
function firstCharacters(steps: readonly Step[]): First | undefined {
  const ascii = new Uint8Array(128);
  const seen = new Set<number>();
  const stack = [0];
  let anchored = false;
  for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
    if (seen.has(pc)) continue;
    seen.add(pc);
    const step = steps[pc] as Step;
    if (step.op === 'match') return undefined;
    if (step.op === 'jump') stack.push(step.to);
    else if (step.op === 'split') stack.push(step.a, step.b);
    else if (step.op === 'take')
      for (let c = 0; c < 128; c++) ascii[c] = (ascii[c] as number) | (inSet(step.set, c) ? 1 : 0);
    else {
      anchored = true;
      stack.push(pc + 1);
    }
  }
  return { ascii, anchored };
}

/** The same pattern, in which the letters of English are the same in both cases. */
function anyCase(node: Node): Node {
  switch (node.t) {
    case 'set':
      return { t: 'set', set: { ...node.set, ranges: [...node.set.ranges, ...swapped(node.set)] } };
    case 'cat':
    case 'alt':
      return { ...node, items: node.items.map(anyCase) };
    case 'rep':
      return { ...node, item: anyCase(node.item) };
    default:
      return node;
  }
}

function swapped(set: CharSet): [number, number][] {
  const more: [number, number][] = [];
  for (const [from, to] of set.ranges) {
    for (const [low, high, by] of [
      [65, 90, 32],
      [97, 122, -32],
    ] as const) {
      const [a, b] = [Math.max(from, low), Math.min(to, high)];
      if (a <= b) more.push([a + by, b + by]);
    }
  }
  return more;
}
