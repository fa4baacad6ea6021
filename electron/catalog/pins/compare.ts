import type { ItemStatus } from '../../../shared/model/review.ts';
import { nameDistance } from '../shadowing/distance.ts';
import { skeleton } from '../shadowing/confusables.ts';
import { canonicalForm } from './canonical.ts';
import { type Offered, type Pin, pinKey, pinOf } from './pin.ts';
import { isObject, type Json, member, printTree, readTree, textMember } from './tree.ts';

/** What became of one item. For `renamed`, `formerKey` is the approved item that it resembles. */
export interface Fate {
  readonly status: ItemStatus;
  /** As offered now; undefined for `gone`. */
  readonly now: Offered | undefined;
  /** The approved pin; undefined for what was never approved. */
  readonly pin: Pin | undefined;
  readonly formerKey?: string;
  /** Why the item has no pin: it cannot be read in one way only. */
  readonly unreadable?: string;
}

/** Bytes of approved items, kept for showing differences and for finding renames; undefined when they are lost. */
export type ApprovedBytes = (pin: Pin) => Buffer | undefined;

/** More vanished or new items than this are not held against each other one by one; they are new all the same. */
const MAX_COMPARED = 64;

/**
 * Holds what a server offers now against what was approved: each item is the same, changed, new, gone, or new and
 * like one that vanished, so that a rename does not shed an approved version (attack 4). Everything but `same` and
 * `gone` is to be withheld. Linear in the bytes but for the looking for renames, which is bounded.
 */
export function compareOffer(
  approved: ReadonlyMap<string, Pin>,
  offered: readonly Offered[],
  approvedBytes: ApprovedBytes = () => undefined,
): Fate[] {
  const fates: Fate[] = [];
  const fresh: Offered[] = [];
  const seen = new Set<string>();
  for (const now of offered) {
    const at = pinKey(now.kind, now.key);
    const pin = approved.get(at);
    const second = seen.has(at);
    seen.add(at);
    const current = pinOf(now);
    if (!current.ok)
      fates.push({ status: pin === undefined ? 'new' : 'changed', now, pin, unreadable: current.message });
    else if (second)
      fates.push({ status: 'changed', now, pin, unreadable: 'It is offered twice under one name.' });
    else if (pin === undefined) fresh.push(now);
    else fates.push({ status: pin.digest === current.value.digest ? 'same' : 'changed', now, pin });
  }
  const gone = [...approved].filter(([at]) => !seen.has(at)).map(([, pin]) => pin);
  const former = renames(gone, fresh, approvedBytes);
  for (const now of fresh) {
    const pin = former.get(now);
    if (pin === undefined) fates.push({ status: 'new', now, pin: undefined });
    else fates.push({ status: 'renamed', now, pin, formerKey: pin.key });
  }
  for (const pin of gone) fates.push({ status: 'gone', now: undefined, pin });
  return fates;
}

function renames(gone: readonly Pin[], fresh: readonly Offered[], bytes: ApprovedBytes): Map<Offered, Pin> {
  const found = new Map<Offered, Pin>();
  if (gone.length === 0 || fresh.length === 0) return found;
  const taken = new Set<Pin>();
  const left = gone.slice(0, MAX_COMPARED).map((pin) => ({ pin, shape: shapeOf(bytes(pin)) }));
  for (const now of fresh.slice(0, MAX_COMPARED)) {
    const shape = shapeOf(now.bytes);
    const like = left.find(
      ({ pin, shape: was }) =>
        pin.kind === now.kind && !taken.has(pin) && alike(pin.key, now.key, was, shape),
    );
    if (like === undefined) continue;
    taken.add(like.pin);
    found.set(now, like.pin);
  }
  return found;
}

interface Shape {
  readonly description: string;
  readonly words: ReadonlySet<string>;
  readonly schema: string;
}

function shapeOf(bytes: Buffer | undefined): Shape | undefined {
  const form = bytes && canonicalForm(bytes);
  if (form === undefined || !form.ok) return undefined;
  const tree: Json = readTree(form.value);
  const description = textMember(tree, 'description') ?? '';
  const schema = member(tree, 'inputSchema') ?? member(tree, 'arguments');
  return {
    description,
    words: new Set(
      description
        .slice(0, 4000)
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
    ),
    schema:
      schema === undefined || (isObject(schema) && !isObject(schema.get('properties')))
        ? ''
        : printTree(schema),
  };
}

/** Two items so alike that one may stand for the other: by name, or by what they say and take. */
function alike(wasKey: string, nowKey: string, was: Shape | undefined, now: Shape | undefined): boolean {
  if (skeleton(wasKey) === skeleton(nowKey) || nameDistance(wasKey, nowKey).close) return true;
  if (was === undefined || now === undefined) return false;
  if (was.description !== '' && was.description === now.description) return true;
  const shared = [...was.words].filter((word) => now.words.has(word)).length;
  const union = was.words.size + now.words.size - shared;
  const overlap = union === 0 ? 0 : shared / union;
  const schema = was.schema !== '' && was.schema === now.schema;
  return overlap >= 0.7 || (schema && overlap >= 0.3);
}
