import { type Decoding, decode } from '../decode/decode.ts';
import type { DecodedPart, Place } from '../decode/part.ts';
import type { Encoding, Finding, Scan, TextContext } from '../finding.ts';
import type { Cluster } from './clusters.ts';
import { type Disguised, disguisedIn } from './disguise.ts';
import { leaksIn } from './exfiltration.ts';
import { fold } from './fold.ts';
import { type Peers, readPeers } from './peers.ts';
import { readText } from './read-text.ts';
import type { Models } from '../model/judge.ts';
import { FOLDS, traitsOf } from '../hidden/traits.ts';
import { findingsOf, stands } from './tools-judge/gate.ts';
import { type Opinion, judgeText } from './tools-judge/judge.ts';
import type { JudgeWeights } from './tools-judge/weights-format.ts';
import { unseenRanges } from './unseen.ts';

/** An order's signals reach this together, a score of a half; less is passed over. */
const ORDER = 4.5;
/** Adds to whatever is written where no person looks: a comment, hidden markup, an encoding, a disguise. */
const UNSEEN = 2.5;
/** What is unseen is looked at from this on. */
const UNSEEN_FROM = 2;
/** A text about attacks: so many words of the trade, and at least one of so many. */
const ABOUT_WORDS = 5;
const ABOUT_DENSITY = 120;
/** In such a text it takes so much; the judge of results is never surer of one. */
const ABOUT_FROM = 7.4;

export interface InjectionContext extends TextContext {
  /** Tools of other servers, with the parameters they are known for. */
  readonly others?: Peers;
  /** Other models than the committed ones: for measuring. */
  readonly models?: Models;
  /** A text of a tool is judged as a whole, too: by what the tool is about, in notions. Absent: it is a name or a key. */
  readonly subject?: number;
  /** Other weights of that judge than the committed ones: for measuring. */
  readonly judge?: JudgeWeights;
}

/**
 * Orders to a model in a text that was written by somebody else (attacks 1, 6, 9, 10–14): earlier instructions set
 * aside, roles, concealment, private things asked for or carried out, other servers' tools, addresses with holes for
 * data. Reads the text as it stands, in plain letters, decoded and out of disguise. Every finding says which signals
 * made it, the heaviest first. Citing an order is no order: quotations, examples and texts about attacks
 * count less. Linear; more than the budget is left and said.
 */
export function findInjection(
  text: string,
  context: InjectionContext,
  decoding: Decoding = decode(text),
  traits = traitsOf(text),
): Scan {
  const isTool = context.kind === 'tool';
  const found: Finding[] = [];
  const base = readText(text, isTool, context.models);
  const isAbout = base.about >= ABOUT_WORDS && base.about * ABOUT_DENSITY >= base.words;
  let complete = base.complete;
  const unseen = unseenRanges(text);
  // A question that asks for a password is what phishing is; elsewhere a page may ask for one.
  const clusters = context.kind === 'question' ? base.clusters.map(asPhishing) : base.clusters;
  const opinions = opinionsOn(text, base.clusters, context);
  for (const cluster of clusters) {
    const hidden = unseen.some(({ start, end }) => cluster.start < end && cluster.end > start);
    report(found, cluster, cluster, hidden, isAbout && !hidden, undefined, hidden ? [] : opinions);
  }
  found.push(...findingsOf(opinions));
  const folded = (traits & FOLDS) === 0 ? undefined : fold(text);
  if (folded !== undefined) {
    const reading = readText(folded.text, isTool, context.models);
    complete &&= reading.complete && folded.complete;
    for (const cluster of reading.clusters)
      report(
        found,
        cluster,
        { start: folded.places[cluster.start] ?? 0, end: folded.places[cluster.end] ?? text.length },
        false,
        isAbout,
        undefined,
      );
    for (const one of findingsOf(opinionsOn(folded.text, reading.clusters, context)))
      found.push({
        ...one,
        start: folded.places[one.start] ?? 0,
        end: folded.places[one.end] ?? text.length,
      });
  }
  complete &&= decoding.complete;
  for (const part of decoding.parts) {
    // What is read by the plain reading already says nothing more.
    if (part.plain) continue;
    readDecoded(found, part, context);
    const buried = unseen.some(({ start, end }) => part.start < end && part.end > start);
    const meant = FOLLOWED.test(text.slice(Math.max(0, part.start - 80), part.start));
    if ((buried || meant || part.within[0] === 'hex') && isProse(part))
      found.push({
        detector: 'hidden',
        type: 'encoded',
        start: part.start,
        end: part.end,
        score: meant ? 0.7 : 0.6,
        signals: [buried ? 'not shown' : 'encoded'],
        within: part.within,
      });
  }
  for (const one of disguisedIn(text, base.odd)) readDisguised(found, one, context);
  const { leaks, complete: all } = leaksIn(text);
  complete &&= all;
  for (const { start, end, weight } of leaks)
    if (weight >= ORDER)
      found.push({
        detector: 'injection',
        type: 'exfiltration',
        start,
        end,
        score: scoreOf(isAbout ? ORDER : weight),
        signals: ['exfiltration'],
      });
  if (isTool && context.others !== undefined) found.push(...readPeers(text, context.others));
  return { findings: settle(found), complete };
}

/** What the judge says of a text of a tool; nothing of anything else. */
function opinionsOn(
  text: string,
  clusters: readonly Cluster[],
  { kind, subject, judge }: InjectionContext,
): Opinion[] {
  return kind === 'tool' && subject !== undefined ? judgeText(text, subject, clusters, judge) : [];
}

/** A half for what just makes an order, one for what is twice as plain. */
function scoreOf(sum: number): number {
  return Math.min(1, (sum + 0.5) / 10);
}

/** Whoever decodes what follows is told to act on it. */
const FOLLOWED =
  /\b(?:and (?:then )?(?:follow|execute|run|obey|apply|perform|do)|(?:follow|execute|obey|interpret) (?:this|the following|these|it)|decode (?:this|the following|it)(?: first| then| and)|eval|run)\b[^\n]{0,40}$/i;

function asPhishing(cluster: Cluster): Cluster {
  const weight = cluster.signals.get('phishing') ?? 0;
  return weight === 0 || weight >= ORDER ? cluster : { ...cluster, sum: cluster.sum + ORDER - weight };
}

/** Whether a part in base64 or hex says a sentence. */
function isProse({ within, text }: DecodedPart): boolean {
  const [outer] = within;
  if (outer !== 'base64' && outer !== 'hex') return false;
  return (text.slice(0, 2000).match(/[A-Za-z]{2,} (?=[A-Za-z(])/g)?.length ?? 0) >= 4;
}

function report(
  found: Finding[],
  cluster: Cluster,
  { start, end }: Place,
  unseen: boolean,
  isAbout: boolean,
  within: readonly Encoding[] | undefined,
  opinions: readonly Opinion[] = [],
): void {
  let sum = cluster.sum + (unseen && cluster.sum >= UNSEEN_FROM ? UNSEEN : 0);
  // Those who write about attacks cite them: it takes more, and is never sure.
  if (isAbout) sum = sum >= ABOUT_FROM ? ORDER : 0;
  if (sum < ORDER || !stands({ start, end }, scoreOf(sum), opinions)) return;
  const signals = [...cluster.signals].toSorted((a, b) => b[1] - a[1]).map(([name]) => name as string);
  if (unseen) signals.push('hidden');
  found.push({
    detector: 'injection',
    type: signals[0] ?? 'override',
    start,
    end: Math.max(end, start + 1),
    score: scoreOf(sum),
    signals,
    ...(within === undefined ? {} : { within }),
  });
}

function readDecoded(found: Finding[], part: DecodedPart, context: InjectionContext): void {
  const secretive = part.within.some((one) => one === 'base64' || one === 'hex' || one === 'tags');
  for (const cluster of readText(part.text, context.kind === 'tool', context.models).clusters)
    report(found, cluster, part.at(cluster.start, cluster.end), secretive, false, part.within);
  if (secretive && COMMAND.test(part.text))
    found.push({
      detector: 'injection',
      type: 'command',
      start: part.start,
      end: part.end,
      score: 0.9,
      signals: ['command', 'hidden'],
      within: part.within,
    });
}

/** A line for a shell, which nobody has a reason to encode in a description or an answer. */
const COMMAND =
  /\b(?:curl|wget)\b[^\n]{0,200}(?:https?:|\|)|\|\s?(?:ba|z)?sh\b|\brm -r?f|\bchmod [+0-7]|\/dev\/tcp\/|\/bin\/(?:ba)?sh\b|\bpowershell\b|\biex\b|\bnc -[el]|\beval\(|\bos\.system|\bsubprocess\b/i;

function readDisguised(found: Finding[], one: Disguised, context: InjectionContext): void {
  const place = { start: one.start, end: one.end };
  let best = 0.6;
  const signals = new Set<string>([one.disguise]);
  for (const cluster of readText(one.text, context.kind === 'tool', context.models).clusters) {
    best = Math.max(best, scoreOf(cluster.sum + UNSEEN));
    for (const [name] of cluster.signals) signals.add(name);
  }
  if (one.disguise === 'binary' && best === 0.6 && one.text.length < 16) return;
  found.push({ detector: 'injection', type: 'disguised', ...place, score: best, signals: [...signals] });
}

/** One finding for one place: the surest. Overlapping ones of the same text say the same. */
function settle(found: Finding[]): Finding[] {
  const byScore = found.toSorted((a, b) => b.score - a.score || a.start - b.start);
  const kept: Finding[] = [];
  for (const one of byScore.slice(0, 500)) {
    if (!kept.some((other) => one.start < other.end && one.end > other.start)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
