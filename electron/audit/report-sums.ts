import type { ReportTotals } from '../../shared/model/report.ts';
import { type RecordedFinding, recordedFindings } from '../../shared/model/finding.ts';
import type { Outcome } from '../../shared/model/log.ts';
import { createHistogram, type Histogram } from './report-histogram.ts';
import type { StoredRow } from './worker-messages.ts';

/** Names of one kind that are counted by themselves; a server or an app that makes up names takes no more room. */
const maxNames = 4000;
/** A latency of each server is kept for so many of them. */
const maxHistograms = 500;

/** What is counted of one name. */
export interface Tally {
  calls: number;
  trouble: number;
  refused: number;
  asked: number;
}

/** Counts by name, up to `maxNames` of them; the rest is one sum. */
export interface Names {
  readonly by: ReadonlyMap<string, Tally>;
  readonly beyond: Tally;
  add(name: string, call: CountedCall): void;
}

/** A call as it is counted. */
export interface CountedCall {
  readonly at: number;
  readonly outcome: Outcome;
  readonly asked: 'allowed' | 'refused' | 'unanswered' | undefined;
}

/** The sums of one span. */
export interface Sums {
  readonly calls: Tally;
  readonly outcomes: Record<Outcome, number>;
  readonly questions: ReportTotals['questions'];
  readonly servers: Names;
  readonly apps: Names;
  readonly tools: Names;
  /** How often each was found, by source, type and act; past the bound it counts in `foundBeyond`. */
  readonly found: Map<string, number>;
  foundBeyond: number;
  foundIn: number;
  readonly latency: Histogram;
  readonly serverLatency: Map<string, Histogram>;
  readonly steps: Tally[];
  readonly hours: number[];
  add(row: StoredRow): void;
}

export const noTally = (): Tally => ({ calls: 0, trouble: 0, refused: 0, asked: 0 });

const known: Readonly<Record<string, Outcome>> = {
  ok: 'ok',
  'tool-error': 'tool-error',
  error: 'error',
  refused: 'refused',
  failed: 'failed',
  cancelled: 'cancelled',
  open: 'open',
};
const answeredBy: ReadonlySet<Outcome> = new Set(['ok', 'tool-error', 'error']);

/** Parts of a name, in a form that no name can imitate. */
export const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
export const partsOf = (key: string): string[] => JSON.parse(key) as string[];

function count(tally: Tally, { outcome, asked }: CountedCall): void {
  tally.calls += 1;
  if (outcome !== 'ok') tally.trouble += 1;
  if (outcome === 'refused') tally.refused += 1;
  if (asked !== undefined) tally.asked += 1;
}

function createNames(): Names {
  const by = new Map<string, Tally>();
  const beyond = noTally();
  return {
    by,
    beyond,
    add(name, call) {
      let tally = by.get(name);
      if (tally === undefined && by.size < maxNames) {
        tally = noTally();
        by.set(name, tally);
      }
      count(tally ?? beyond, call);
    },
  };
}

/**
 * Empty sums of a span. `starts` are the beginnings of its hours or days, ascending, the first of which is the
 * beginning of the span. Whatever a row holds is counted as something: the file may have been changed by anybody.
 */
export function createSums(starts: readonly number[]): Sums {
  const sums: Sums = {
    calls: noTally(),
    outcomes: { ok: 0, 'tool-error': 0, error: 0, refused: 0, failed: 0, cancelled: 0, open: 0 },
    questions: { asked: 0, allowed: 0, refused: 0, unanswered: 0 },
    servers: createNames(),
    apps: createNames(),
    tools: createNames(),
    found: new Map(),
    foundBeyond: 0,
    foundIn: 0,
    latency: createHistogram(),
    serverLatency: new Map(),
    steps: starts.map(noTally),
    hours: Array.from({ length: 24 }, () => 0),
    add(row) {
      const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
      const outcome = Object.hasOwn(known, text('outcome')) ? (known[text('outcome')] ?? 'failed') : 'failed';
      const call: CountedCall = {
        at: typeof row['at'] === 'number' ? row['at'] : 0,
        outcome,
        asked: askedOf(row['ruling'], outcome),
      };
      count(sums.calls, call);
      sums.outcomes[outcome] += 1;
      if (call.asked !== undefined) {
        sums.questions.asked += 1;
        sums.questions[call.asked] += 1;
      }
      const server = text('server');
      sums.servers.add(server, call);
      sums.apps.add(keyOf(text('clientId'), text('clientName')), call);
      if (text('name') !== '') sums.tools.add(keyOf(server, text('name')), call);
      const step = sums.steps[placeOf(starts, call.at)];
      if (step !== undefined) count(step, call);
      const hour = new Date(call.at).getHours();
      sums.hours[hour] = (sums.hours[hour] ?? 0) + 1;
      const took = row['durationMs'];
      // A person who thinks is no slow server.
      if (typeof took === 'number' && call.asked === undefined && answeredBy.has(outcome)) {
        sums.latency.add(took);
        histogramOf(sums.serverLatency, server)?.add(took);
      }
      addFound(sums, row['found']);
    },
  };
  return sums;
}

function histogramOf(all: Map<string, Histogram>, server: string): Histogram | undefined {
  const here = all.get(server);
  if (here !== undefined || all.size >= maxHistograms) return here;
  const made = createHistogram();
  all.set(server, made);
  return made;
}

/** The last start that is not behind `at`. */
function placeOf(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Whether a person was asked about it, and what came of that. */
function askedOf(ruling: unknown, outcome: Outcome): CountedCall['asked'] {
  if (typeof ruling !== 'string' || !/"answer"|"ask"/.test(ruling)) return undefined;
  let record: unknown;
  try {
    record = JSON.parse(ruling);
  } catch {
    return undefined;
  }
  if (typeof record !== 'object' || record === null) return undefined;
  const { answer, decision } = record as Record<string, unknown>;
  if (answer === 'allowed' || answer === 'refused' || answer === 'unanswered') return answer;
  // It waited when the app gave up or Doorward ended, or there was nobody who could be asked.
  return answer === undefined && decision === 'ask' && (outcome === 'cancelled' || outcome === 'refused')
    ? 'unanswered'
    : undefined;
}

function addFound(sums: Sums, text: unknown): void {
  const findings = typeof text === 'string' ? findingsOf(text) : [];
  if (findings.length > 0) sums.foundIn += 1;
  for (const { source, type, act, count: found } of findings) {
    const key = keyOf(source, type, act);
    if (!sums.found.has(key) && sums.found.size >= maxNames) sums.foundBeyond += found;
    else sums.found.set(key, (sums.found.get(key) ?? 0) + found);
  }
}

/** The findings that a row holds; none where it holds anything else. */
function findingsOf(text: string): readonly RecordedFinding[] {
  try {
    const parsed = recordedFindings.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
