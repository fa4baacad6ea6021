import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { findingAct, findingSource } from '../../shared/model/finding.ts';
import type { Others, Report, ReportTotals } from '../../shared/model/report.ts';
import { folded } from './folded-call.ts';
import { createSums, type Names, noTally, partsOf, type Sums, type Tally } from './report-sums.ts';
import type { SearchIndex } from './search-index.ts';

/** A span of time with the beginnings of its hours or days, ascending; the first is the beginning of the span. */
export interface ReportSpan {
  readonly since: number;
  /** Exclusive. */
  readonly until: number;
  readonly starts: readonly number[];
}

/** What is summed up: a span, and the one that it is held against. Milliseconds since the epoch. */
export interface ReportQuery {
  readonly at: number;
  readonly step: 'hour' | 'day';
  readonly now: ReportSpan;
  readonly past: ReportSpan;
}

/** What the log alone can say; what was accepted, and what things cost, is known elsewhere. */
export type LogReport = Omit<Report, 'changes' | 'changesBeyond' | 'tokens'>;

/** Rows looked through between two turns of the worker: a few milliseconds, after which what is to be written goes first. */
const slice = 250;
/** Names in each list. */
const listed = 20;

/** Makes reports, one after the other, so that many who ask at once never take the worker from the road. */
export function createReports(
  db: DatabaseSync,
  index?: SearchIndex,
): { make(query: ReportQuery): Promise<LogReport> } {
  let last: Promise<unknown> = Promise.resolve();
  return {
    make(query) {
      const made = last.then(() => makeReport(db, query, index));
      last = made.catch(() => undefined);
      return made;
    },
  };
}

/**
 * Sums up two spans of the log. A call counts once, at the time of its first leg, with what its last leg says. With an
 * index only the rows of the time are read; without one all. Throws what SQLite throws.
 */
export async function makeReport(
  db: DatabaseSync,
  query: ReportQuery,
  index?: SearchIndex,
): Promise<LogReport> {
  const { now, past } = query;
  const since = Math.min(now.since, past.since);
  const until = Math.max(now.until, past.until);
  const first = db.prepare('SELECT seq, at FROM legs ORDER BY seq LIMIT 1').get();
  const newest = db.prepare('SELECT seq FROM legs ORDER BY seq DESC LIMIT 1').get();
  let low = numberOf(first?.['seq']);
  let high = numberOf(newest?.['seq']);
  if (index !== undefined) {
    low = Math.max(low, index.since(since));
    high = Math.min(high, index.until(until) ?? high);
  }
  const page = db.prepare(`${folded} AND f.seq >= ? AND f.seq < ? AND f.at >= ? AND f.at < ?`);
  const sums = createSums(now.starts);
  const before = createSums(past.starts);
  for (let from = low; from <= high; from += slice) {
    for (const row of page.all(from, Math.min(from + slice, high + 1), since, until)) {
      const at = numberOf(row['at']);
      if (at >= now.since && at < now.until) sums.add(row);
      else if (at >= past.since && at < past.until) before.add(row);
    }
    await nextTurn();
  }
  const begins = numberOf(first?.['at']);
  return {
    version: 1,
    at: query.at,
    since: now.since,
    until: now.until,
    before: { since: past.since, until: past.until },
    ...(first === undefined || begins <= past.since ? {} : { logBegins: begins }),
    step: query.step,
    ...listsOf(sums, before, now.starts),
  };
}

function listsOf(sums: Sums, before: Sums, starts: readonly number[]) {
  const servers = top(sums.servers, before.servers);
  const apps = top(sums.apps, before.apps);
  const tools = top(sums.tools, before.tools);
  const findings = topFindings(sums, before);
  return {
    now: totalsOf(sums),
    past: totalsOf(before),
    timeline: starts.map((at, place) => ({
      at,
      ...(sums.steps[place] ?? noTally()),
      before: before.steps[place]?.calls ?? 0,
    })),
    hours: sums.hours.map((calls, hour) => ({ calls, before: before.hours[hour] ?? 0 })),
    servers: servers.list.map(({ key, ...tally }) => {
      const latency = sums.serverLatency.get(key)?.latency();
      return { server: key, ...tally, ...(latency === undefined ? {} : { latency }) };
    }),
    apps: apps.list.map(({ key, ...tally }) => {
      const [id = '', name = ''] = partsOf(key);
      return { id, name, ...tally };
    }),
    tools: tools.list.map(({ key, ...tally }) => {
      const [server = '', name = ''] = partsOf(key);
      return { server, name, ...tally };
    }),
    others: { servers: servers.others, apps: apps.others, tools: tools.others },
    ...findings,
  };
}

function totalsOf(sums: Sums): ReportTotals {
  const latency = sums.latency.latency();
  const found = [...sums.found.values()].reduce((all, one) => all + one, sums.foundBeyond);
  return {
    calls: sums.calls.calls,
    outcomes: sums.outcomes,
    servers: [...sums.servers.by.keys()].filter((server) => server !== '').length,
    apps: sums.apps.by.size,
    tools: sums.tools.by.size,
    questions: sums.questions,
    findings: found,
    foundIn: sums.foundIn,
    changesAccepted: 0,
    ...(latency === undefined ? {} : { latency }),
  };
}

/** The busiest names of the span, and the sum of all others of both spans. */
function top(
  names: Names,
  before: Names,
): { list: ({ key: string; before: number } & Tally)[]; others: Others } {
  const keys = new Set([...names.by.keys(), ...before.by.keys()]);
  const all = [...keys].map((key) => ({
    key,
    ...(names.by.get(key) ?? noTally()),
    before: before.by.get(key)?.calls ?? 0,
  }));
  all.sort((a, b) => b.calls - a.calls || b.before - a.before || (a.key < b.key ? -1 : 1));
  const rest = all.slice(listed);
  return {
    list: all.slice(0, listed),
    others: {
      names: rest.length,
      calls: sum(rest, ({ calls }) => calls) + names.beyond.calls,
      before: sum(rest, (one) => one.before) + before.beyond.calls,
    },
  };
}

function topFindings(sums: Sums, before: Sums): Pick<LogReport, 'findings' | 'findingsBeyond'> {
  const keys = new Set([...sums.found.keys(), ...before.found.keys()]);
  const all = [...keys]
    .map((key) => ({ key, found: sums.found.get(key) ?? 0, before: before.found.get(key) ?? 0 }))
    .toSorted((a, b) => b.found - a.found || b.before - a.before || (a.key < b.key ? -1 : 1));
  const rest = all.slice(listed);
  return {
    findings: all.slice(0, listed).map(({ key, ...counts }) => {
      const [source, type = '', act] = partsOf(key);
      return { source: findingSource.parse(source), type, act: findingAct.parse(act), ...counts };
    }),
    findingsBeyond: {
      found: sum(rest, ({ found }) => found) + sums.foundBeyond,
      before: sum(rest, (one) => one.before) + before.foundBeyond,
    },
  };
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
