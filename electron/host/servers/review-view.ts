import type { FieldChange, Reason, Risk } from '../../../shared/model/review.ts';
import type { ServerReview, WaitingItem } from '../../../shared/model/trust.ts';
import { reasonTexts } from '../../../shared/texts/reasons/texts.ts';
import { sayInEnglish, withValues } from '../../../shared/texts/say.ts';
import { effectOf } from '../../catalog/effects/effect.ts';
import { treeOf } from '../../catalog/pins/review.ts';
import { worseRisk } from '../../catalog/pins/classify.ts';
import { textMember } from '../../catalog/pins/tree.ts';
import type { Redact } from '../../log/redact.ts';
import type { Waiting } from '../../catalog/reviews.ts';

/** So much of a text is shown at first: its beginning and its end. UTF-16 units. */
const TEXT = 4096;
const TAIL = 1024;
const MAX_CHANGES = 40;
const MAX_REASONS = 20;
/** Items of one server that are shown at once. */
export const MAX_ITEMS = 100;

/** The beginning and the end of a long text, with what lies between them left out. */
export function cut(text: string): string {
  if (text.length <= TEXT) return text;
  return `${text.slice(0, TEXT - TAIL)} … ${text.slice(-TAIL)}`;
}

/** One waiting item as it leaves the host: bounded, plain texts. */
export function waitingView({ review, ...about }: Waiting, redact: Redact): WaitingItem {
  const { kind, offered, former } = { ...about, kind: review.kind };
  const tool = kind === 'tool' ? effectAndPlaces(offered.bytes) : undefined;
  const before = former && textOf(kind, former.bytes);
  const after = textOf(kind, offered.bytes);
  const plain = (text: string): string => cut(redact(text));
  // However many reasons there are: what is said beside them is never crowded out.
  const reasons = review.reasons.slice(0, MAX_REASONS);
  const beside = about.said.slice(review.reasons.length);
  const said = [...about.said.slice(0, reasons.length), ...beside].map((one) => withValues(one, plain));
  return {
    ...review,
    key: review.key.slice(0, TEXT),
    reasons: reasons.map((reason) => withoutSecrets(reason, plain)),
    said,
    sentences: said.map((one) => plain(sayInEnglish(reasonTexts, one))),
    changes: redactedChanges(review.changes.slice(0, MAX_CHANGES), redact).map(cutChange),
    ...(about.digest === undefined ? {} : { digest: about.digest }),
    approvable: about.approvable,
    ...(about.takenBack ? { takenBack: true } : {}),
    ...tool,
    text: {
      ...(before === undefined ? {} : { before: cut(redact(before)) }),
      ...(after === undefined ? {} : { after: cut(redact(after)) }),
    },
    calls: about.calls,
    since: about.since,
  };
}

function withoutSecrets(reason: Reason, plain: (text: string) => string): Reason {
  const params = Object.entries(reason.params).map(([name, value]) => [
    name,
    typeof value === 'string' ? plain(value) : value,
  ]);
  return { ...reason, params: Object.fromEntries(params) as Reason['params'] };
}

/** What waits of one server; undefined when nothing does. */
export function serverReview(
  server: string,
  state: ServerReview['state'],
  waiting: readonly Waiting[],
  redact: Redact,
): ServerReview | undefined {
  const [first, ...others] = waiting;
  if (first === undefined) return undefined;
  const risk = others.reduce<Risk>((worst, { review }) => worseRisk(worst, review.risk), first.review.risk);
  return {
    server,
    state,
    risk,
    at: Math.max(...waiting.slice(0, MAX_ITEMS).map(({ since }) => since)),
    items: waiting.slice(0, MAX_ITEMS).map((one) => waitingView(one, redact)),
    more: Math.max(0, waiting.length - MAX_ITEMS),
  };
}

/** What a tool does and where, by its own words. */
export function effectAndPlaces(bytes: Buffer): Pick<WaitingItem, 'effect' | 'places'> {
  const tree = treeOf(bytes);
  if (typeof tree === 'object' && tree !== null && 'why' in tree) return { effect: 'unknown', places: [] };
  const { effect, places } = effectOf(tree);
  return { effect, places: [...places] };
}

/** The text of an item that AI apps read. */
function textOf(kind: WaitingItem['kind'], bytes: Buffer): string | undefined {
  const tree = treeOf(bytes);
  if (typeof tree === 'string') return tree;
  if (typeof tree === 'object' && tree !== null && 'why' in tree)
    return bytes.toString('utf8').slice(0, TEXT);
  if (kind === 'server') return textMember(tree, 'title') ?? textMember(tree, 'name');
  return textMember(tree, 'description') ?? textMember(tree, 'title');
}

/** Without the secrets that a server may have written into its texts; ranges that do not fit any more go. */
export function redactedChanges(changes: readonly FieldChange[], redact: Redact): FieldChange[] {
  return changes.map((change) => {
    const before = change.before === undefined ? undefined : redact(change.before);
    const after = change.after === undefined ? undefined : redact(change.after);
    if (before === change.before && after === change.after) return change;
    const { path, op } = change;
    return {
      path,
      op,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  });
}

/** Ranges point into whole texts, so they go where a text is cut. */
function cutChange(change: FieldChange): FieldChange {
  const long = (text: string | undefined): boolean => text !== undefined && text.length > TEXT;
  if (!long(change.before) && !long(change.after)) return change;
  const { path, op, before, after } = change;
  return {
    path,
    op,
    ...(before === undefined ? {} : { before: cut(before) }),
    ...(after === undefined ? {} : { after: cut(after) }),
  };
}

/** How much is on hold on approved servers; new servers count as servers that wait. */
export function reviewCounts(reviews: readonly ServerReview[]): {
  servers: number;
  items: number;
  alarms: number;
} {
  const approved = reviews.filter(({ state }) => state === 'approved');
  const sum = (count: (review: ServerReview) => number): number =>
    approved.reduce((total, review) => total + count(review), 0);
  return {
    servers: approved.length,
    items: sum(({ items, more }) => items.length + more),
    alarms: sum(({ items }) => items.filter(({ risk }) => risk === 'alarm').length),
  };
}
