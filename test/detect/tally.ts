import { COUNTS } from '../../electron/inspection/verdict.ts';
import type { Judged } from './judge.ts';
import type { Row } from './rows.ts';

interface Count {
  flagged: number;
  total: number;
}

/** Counts by label, class, tier and source; never one pooled number. */
export class Tally {
  readonly #groups = {
    label: new Map<string, Count>(),
    class: new Map<string, Count>(),
    tier: new Map<string, Count>(),
    source: new Map<string, Count>(),
  };
  readonly #verdicts = new Map<string, number>();
  readonly #held = new Map<string, Count>();
  readonly #detectors = new Map<string, Record<string, number>>();
  #spans = 0;
  #covered = 0;

  add(row: Row, { verdict, scan }: Judged): void {
    const flagged = verdict !== 'pass';
    bump(this.#groups.label, row.label ?? 'none', flagged);
    bump(this.#groups.class, row.class ?? 'none', flagged);
    bump(this.#groups.tier, row.tier ?? 'none', flagged);
    bump(this.#groups.source, origin(row.source ?? 'none'), flagged);
    bump(this.#held, row.class ?? 'none', verdict === 'ask' || verdict === 'block');
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
    const seen = this.#detectors.get(row.class ?? row.tier ?? 'none') ?? {};
    for (const detector of new Set(
      scan.findings.filter(({ score }) => score >= COUNTS).map((one) => one.detector),
    ))
      seen[detector] = (seen[detector] ?? 0) + 1;
    this.#detectors.set(row.class ?? row.tier ?? 'none', seen);
    for (const { start, end } of row.spans ?? []) {
      this.#spans++;
      const found = scan.findings.filter(({ score }) => score >= COUNTS);
      if (covered(start, end, found) >= 0.8 * (end - start)) this.#covered++;
    }
  }

  summary(): object {
    return {
      label: Object.fromEntries(this.#groups.label),
      tier: Object.fromEntries(this.#groups.tier),
      class: Object.fromEntries(this.#groups.class),
      source: Object.fromEntries(this.#groups.source),
      held: Object.fromEntries(this.#held),
      detectors: Object.fromEntries(this.#detectors),
      verdicts: Object.fromEntries(this.#verdicts),
      spans: {
        found: this.#covered,
        total: this.#spans,
        recall: this.#spans === 0 ? null : round(this.#covered / this.#spans),
      },
    };
  }
}

function bump(counts: Map<string, Count>, key: string, flagged: boolean): void {
  const count = counts.get(key) ?? { flagged: 0, total: 0 };
  count.total++;
  if (flagged) count.flagged++;
  counts.set(key, count);
}

/** The project that a row comes from, without version and file. */
function origin(source: string): string {
  return source.split(/[@ ]/)[0] ?? source;
}

function covered(start: number, end: number, found: readonly { start: number; end: number }[]): number {
  let sum = 0;
  let at = start;
  for (const one of found.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(at, one.start);
    const to = Math.min(end, one.end);
    if (to > from) {
      sum += to - from;
      at = to;
    }
  }
  return sum;
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
