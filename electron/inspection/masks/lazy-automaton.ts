import type { CharSet } from '../../policy/regex/parse.ts';
import type { Step } from '../../policy/regex/program.ts';
import type { Place } from '../decode/part.ts';

/** More states than this are not kept: such a pattern is looked for in the slower way. */
const MOST_STATES = 256;
const UNKNOWN = -1;
const START = 0;

/** Finds the stretches outside of which no match lies; undefined: it cannot tell. */
export interface Outline {
  begin(): Outlining;
  /** Reads a text on up to `stop`; what was found is all there is when that is the text's end. */
  readOn(text: string, so: Outlining, stop: number): void;
}

/** How far a text was read. */
export interface Outlining {
  at: number;
  state: number;
  from: number;
  matched: boolean;
  found: Place[] | undefined;
}

/** Whether a set of characters has one in it. */
export function inSet(set: CharSet, code: number): boolean {
  for (const [from, to] of set.ranges) if (code >= from && code <= to) return !set.negated;
  return set.negated;
}

/**
 * The same pattern as an automaton whose states are made when a text first needs them: one look at a table for each
 * character, so that a text without a match (nearly every one) costs next to nothing. What it answers are the stretches
 * from where no way through the pattern was open to where none is any more, and only those in which a match ended.
 * Undefined for patterns with anchors.
 */
export function outlineOf(steps: readonly Step[]): Outline | undefined {
  if (steps.some(({ op }) => op === 'start' || op === 'end')) return undefined;
  const bounds = boundsOf(steps);
  const classes = bounds.length;
  const low = new Uint16Array(256).map((_, code) => classAt(bounds, code));
  const states: { takes: number[]; accepts: boolean }[] = [];
  const rows: Int16Array[] = [];
  const byName = new Map<string, number>();

  /** A way that comes back to where the pattern begins is open nevertheless. */
  const intern = (takes: number[], accepts: boolean, open: boolean): number => {
    const name = `${accepts ? '+' : ''}${open ? '>' : ''}${takes.join()}`;
    const known = byName.get(name);
    if (known !== undefined) return known;
    if (states.length >= MOST_STATES) return UNKNOWN;
    byName.set(name, states.length);
    rows.push(new Int16Array(classes).fill(UNKNOWN));
    return states.push({ takes, accepts }) - 1;
  };
  const close = (from: readonly number[]): number => {
    const seen = new Set<number>();
    const stack = [...from];
    const takes: number[] = [];
    let accepts = false;
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      if (seen.has(pc)) continue;
      seen.add(pc);
      const step = steps[pc] as Step;
      if (step.op === 'take') takes.push(pc);
      else if (step.op === 'jump') stack.push(step.to);
      else if (step.op === 'split') stack.push(step.a, step.b);
      else accepts = true;
    }
    return intern(
      takes.sort((a, b) => a - b),
      accepts,
      from.length > 1,
    );
  };
  const move = (state: number, cls: number): number => {
    const code = bounds[cls] as number;
    const next = [0];
    for (const pc of (states[state] as { takes: number[] }).takes) {
      const step = steps[pc] as Step;
      if (step.op === 'take' && inSet(step.set, code)) next.push(pc + 1);
    }
    const to = close(next);
    (rows[state] as Int16Array)[cls] = to;
    return to;
  };
  close([0]);

  const readOn = (text: string, so: Outlining, stop: number): void => {
    const { found } = so;
    if (found === undefined) return;
    let { at, state, from, matched } = so;
    while (at < stop) {
      const unit = text.charCodeAt(at);
      let width = 1;
      let cls: number;
      if (unit < 256) cls = low[unit] as number;
      else {
        const code = text.codePointAt(at) as number;
        if (code > 0xffff) width = 2;
        cls = classAt(bounds, code);
      }
      let next = (rows[state] as Int16Array)[cls] as number;
      if (next === UNKNOWN) {
        next = move(state, cls);
        if (next === UNKNOWN) {
          so.found = undefined;
          return;
        }
      }
      at += width;
      state = next;
      if (next === START) {
        if (matched) found.push({ start: from, end: at });
        matched = false;
        from = at;
      } else if ((states[next] as { accepts: boolean }).accepts) matched = true;
    }
    if (at >= text.length && matched) found.push({ start: from, end: text.length });
    Object.assign(so, { at, state, from, matched });
  };
  return { begin: () => ({ at: 0, state: START, from: 0, matched: false, found: [] }), readOn };
}

/** Where sets of characters begin and end: between two of these all characters are alike to the pattern. */
function boundsOf(steps: readonly Step[]): number[] {
  const bounds = new Set([0]);
  for (const step of steps) {
    if (step.op !== 'take') continue;
    for (const [from, to] of step.set.ranges) bounds.add(from).add(to + 1);
  }
  return [...bounds].sort((a, b) => a - b);
}

function classAt(bounds: readonly number[], code: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bounds[middle] as number) <= code) low = middle;
    else high = middle - 1;
  }
  return low;
}
