import type { CharSet, Node } from './parse.ts';
import { parsePattern } from './parse.ts';
import { type Step, toProgram } from './program.ts';

/** Longer texts are not looked at: `undefined` says that it cannot be told. */
export const MAX_TEXT = 65_536;
const MAX_STATES = 200;
const MAX_NEXT = 300;

/** Whether a text matches; undefined when it is too long to tell. */
export type Matcher = (text: string) => boolean | undefined;

interface State {
  /** The steps that wait for a character, and the `end` anchors that wait for the end. */
  readonly waiting: readonly number[];
  readonly matched: boolean;
  readonly atStart: boolean;
  readonly next: Map<number, State>;
  matchesAtEnd: boolean | undefined;
}

/**
 * Compiles a pattern of the subset of `parsePattern`; it matches anywhere unless it is anchored. All ways through the
 * pattern are followed at once (Thompson, Pike), and sets of ways are remembered, so that the time is bounded by the
 * length of the text times the size of the pattern whatever a server or AI app sends: no text makes it backtrack.
 * Throws `PatternFault`.
 */
export function compilePattern(pattern: string): Matcher {
  return matcherOf(parsePattern(pattern.normalize('NFC')));
}

/** As `compilePattern`, of a pattern that was built. */
export function matcherOf(node: Node): Matcher {
  const steps = toProgram(node);
  const states = new Map<string, State>();
  const beginning: State[] = [];
  const visited = new Int32Array(steps.length);
  let visit = 0;

  const follow = (seeds: readonly number[], atStart: boolean, atEnd: boolean): State => {
    visit++;
    const waiting: number[] = [];
    let matched = false;
    const stack = [...seeds];
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      if (visited[pc] === visit) continue;
      visited[pc] = visit;
      const step = steps[pc] as Step;
      switch (step.op) {
        case 'take':
          waiting.push(pc);
          break;
        case 'match':
          matched = true;
          break;
        case 'jump':
          stack.push(step.to);
          break;
        case 'split':
          stack.push(step.a, step.b);
          break;
        case 'start':
          if (atStart) stack.push(pc + 1);
          break;
        case 'end':
          if (atEnd) stack.push(pc + 1);
          else waiting.push(pc);
          break;
      }
    }
    waiting.sort((a, b) => a - b);
    const key = `${matched ? 'm' : ''}${atStart ? 's' : ''}${waiting.join()}`;
    const known = atEnd ? undefined : states.get(key);
    if (known !== undefined) return known;
    const state: State = { waiting, matched, atStart, next: new Map(), matchesAtEnd: undefined };
    if (!atEnd) {
      // What a long hostile text brought up is forgotten rather than kept.
      if (states.size >= MAX_STATES) {
        states.clear();
        beginning[0]?.next.clear();
      }
      states.set(key, state);
    }
    return state;
  };

  const step = (state: State, code: number): State => {
    const seeds = [0];
    for (const pc of state.waiting) {
      const waiting = steps[pc] as Step;
      if (waiting.op === 'take' && inSet(waiting.set, code)) seeds.push(pc + 1);
    }
    return follow(seeds, false, false);
  };

  const begin = follow([0], true, false);
  beginning.push(begin);
  return (text) => {
    if (text.length > MAX_TEXT) return undefined;
    let state = begin;
    for (let at = 0; at < text.length;) {
      if (state.matched) return true;
      const code = text.codePointAt(at) as number;
      at += code > 0xffff ? 2 : 1;
      let next = state.next.get(code);
      if (next === undefined) {
        next = step(state, code);
        if (state.next.size < MAX_NEXT) state.next.set(code, next);
      }
      state = next;
    }
    state.matchesAtEnd ??= state.matched || follow(state.waiting, state.atStart, true).matched;
    return state.matchesAtEnd;
  };
}

function inSet(set: CharSet, code: number): boolean {
  for (const [from, to] of set.ranges) if (code >= from && code <= to) return !set.negated;
  return set.negated;
}
