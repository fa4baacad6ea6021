import type { ItemReview, Risk } from '../../../shared/model/review.ts';
import { canonicalForm } from './canonical.ts';
import { classifyChange, type Classified, classifyNew, unreadable, worseRisk } from './classify.ts';
import { ALONE, type Neighbours } from './classify-texts.ts';
import { type ApprovedBytes, compareOffer, type Fate } from './compare.ts';
import { shownChanges } from './diff.ts';
import { type Offered, type Pin } from './pin.ts';
import { remoteRefs } from './remote-refs.ts';
import { type Json, readTree } from './tree.ts';

/** What a person reviews of one server after its offer has changed. */
export interface OfferReview {
  /** Every item that is withheld until somebody accepts it, and those that vanished. Unchanged ones are not here. */
  readonly items: readonly ItemReview[];
  /** The worst of them; undefined when nothing is withheld. Vanishing alone raises nothing. */
  readonly risk: Risk | undefined;
}

/** The value of an item's bytes; a sentence when it cannot be read in one way only. */
export function treeOf(bytes: Buffer): Json | { readonly why: string } {
  const form = canonicalForm(bytes);
  return form.ok ? readTree(form.value) : { why: form.message };
}

function isWhy(value: Json | { readonly why: string }): value is { readonly why: string } {
  return typeof value === 'object' && value !== null && 'why' in value;
}

/**
 * Compares and classifies a whole offer. Costs nothing beyond the digests for what is unchanged; called when a list
 * differs, never on the road of a call. An item with a reference out of itself is withheld even if it is unchanged.
 * `first`: nothing of this server was ever approved.
 */
export function reviewOffer(
  approved: ReadonlyMap<string, Pin>,
  offered: readonly Offered[],
  approvedBytes: ApprovedBytes,
  neighbours: Neighbours = ALONE,
  first = false,
): OfferReview {
  const siblings = new Set([...neighbours.siblings, ...offered.map((item) => item.key)]);
  const around: Neighbours = { siblings, others: neighbours.others };
  const items: ItemReview[] = [];
  let risk: Risk | undefined;
  for (const fate of compareOffer(approved, offered, approvedBytes)) {
    const review = reviewFate(fate, approvedBytes, around, first);
    if (review === undefined) continue;
    items.push(review);
    if (review.status !== 'gone') risk = risk === undefined ? review.risk : worseRisk(risk, review.risk);
  }
  return { items, risk };
}

function reviewFate(
  fate: Fate,
  approvedBytes: ApprovedBytes,
  neighbours: Neighbours,
  first: boolean,
): ItemReview | undefined {
  const { status, now, pin } = fate;
  if (now === undefined) {
    return {
      kind: pin?.kind ?? 'tool',
      key: pin?.key ?? '',
      status: 'gone',
      risk: 'routine',
      reasons: [{ code: 'gone', risk: 'routine', path: '', params: {} }],
      changes: [],
    };
  }
  if (status === 'same' && !mayRefer(now.bytes)) return undefined;
  const classified = classify(fate, now, approvedBytes, neighbours, first);
  if (status === 'same' && classified.risk !== 'alarm') return undefined;
  return {
    kind: now.kind,
    key: now.key,
    status,
    ...(fate.formerKey === undefined ? {} : { formerKey: fate.formerKey }),
    risk: classified.risk,
    reasons: [...classified.reasons],
    changes: shownChanges(classified.differences),
  };
}

/** False only when the bytes hold no reference for certain; escapes could spell one. */
function mayRefer(bytes: Buffer): boolean {
  return bytes.includes('$ref') || bytes.includes('Ref"') || bytes.includes('\\u');
}

function classify(
  fate: Fate,
  now: Offered,
  approvedBytes: ApprovedBytes,
  neighbours: Neighbours,
  first: boolean,
): Classified {
  if (fate.unreadable !== undefined) return unreadable(fate.unreadable);
  const after = treeOf(now.bytes);
  if (isWhy(after)) return unreadable(after.why);
  if (fate.status === 'same') {
    const refs = remoteRefs(after);
    const reasons = refs.slice(0, 5).map((ref) => ({
      code: 'remote-ref' as const,
      risk: 'alarm' as const,
      path: '',
      params: { ref: ref.slice(0, 200) },
    }));
    return { risk: reasons.length > 0 ? 'alarm' : 'routine', reasons, differences: [] };
  }
  const bytes = fate.pin === undefined ? undefined : approvedBytes(fate.pin);
  const before = bytes === undefined ? undefined : treeOf(bytes);
  // Without the approved text nothing can be told from what is new: it is looked at as if it were.
  if (before === undefined || isWhy(before)) return classifyNew(now.kind, after, neighbours, first);
  return classifyChange(now.kind, before, after, neighbours);
}
