import { z } from 'zod';
import { findingAct, findingSource } from './finding.ts';
import { outcome } from './log.ts';
import { tokenReport } from './tokens.ts';
import { decider, historyEntry } from './trust.ts';

const count = z.int().min(0);

/** How long servers took, in milliseconds, each within 1 %. Only answered calls that nobody was asked about. */
export const latency = z.object({
  /** Calls that it is made of. */
  calls: count,
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});
export type Latency = z.infer<typeof latency>;

/** Questions to a person. `unanswered`: nobody was there, or the AI app stopped waiting. */
const questionCounts = z.object({ asked: count, allowed: count, refused: count, unanswered: count });

/** The sums of one span of time. `allowed + refused + unanswered = asked`; the outcomes add up to `calls`. */
export const reportTotals = z.object({
  calls: count,
  outcomes: z.record(outcome, count),
  servers: count,
  apps: count,
  tools: count,
  questions: questionCounts,
  /** What was found, and in how many calls. */
  findings: count,
  foundIn: count,
  /** Changed tools that a person or an organisation accepted. */
  changesAccepted: count,
  latency: latency.optional(),
});
export type ReportTotals = z.infer<typeof reportTotals>;

const counted = { calls: count, before: count };
/** Calls that did not end well: an error, refused, failed, cancelled, without an end. */
const troubled = { ...counted, trouble: count, refused: count, asked: count };

/** Names beyond those that are listed, and their calls; a name that is one of very many counts here, too. */
export const others = z.object({ names: count, calls: count, before: count });
export type Others = z.infer<typeof others>;

/** What the log says of a span of time, beside the same span before. Names are of AI apps and servers: redacted, hostile. */
export const report = z.object({
  version: z.literal(1),
  /** When it was made; all times are milliseconds since the epoch. */
  at: z.number(),
  since: z.number(),
  until: z.number(),
  before: z.object({ since: z.number(), until: z.number() }),
  /** The oldest call of the log, when it begins after `before.since`: what was before is not known. */
  logBegins: z.number().exactOptional(),
  now: reportTotals,
  past: reportTotals,
  step: z.enum(['hour', 'day']),
  /** Oldest first, without gaps. `before`: calls of the same hour or day of the span before. */
  timeline: z.array(z.object({ at: z.number(), ...troubled })),
  /** Calls by the hour of the day, local time, from 0 to 23. */
  hours: z.array(z.object(counted)).length(24),
  /** The busiest first, each list followed by what is not in it. */
  servers: z.array(z.object({ server: z.string(), ...troubled, latency: latency.optional() })),
  apps: z.array(z.object({ id: z.string(), name: z.string(), ...troubled })),
  tools: z.array(z.object({ server: z.string(), name: z.string(), ...troubled })),
  others: z.object({ servers: others, apps: others, tools: others }),
  /** The most frequent first. `found`: how often; `beyond`: how often something else was found. */
  findings: z.array(
    z.object({ source: findingSource, type: z.string(), act: findingAct, found: count, before: count }),
  ),
  findingsBeyond: z.object({ found: count, before: count }),
  /** Decisions about what servers offer, newest first. */
  changes: z.array(
    z.object({
      at: z.number(),
      server: z.string(),
      act: historyEntry.shape.act,
      who: decider,
      items: count,
      /** Some of their names. */
      names: z.array(z.string()),
    }),
  ),
  changesBeyond: count,
  /** About what lists and answers cost; whole days. */
  tokens: tokenReport,
});
export type Report = z.infer<typeof report>;
