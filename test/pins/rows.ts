import type { PinKind, Reason, Risk } from '../../shared/model/review.ts';
import {
  elementsOf,
  membersOf,
  stringAt,
  bytesAt,
  skipValue,
  skipSpace,
} from '../../electron/relay/framing/json-scan.ts';
import { type Offered, pinAll, pinKey } from '../../electron/catalog/pins/pin.ts';
import { reasonSentence } from '../../electron/catalog/pins/reasons.ts';
import { reviewOffer } from '../../electron/catalog/pins/review.ts';

/** What came of one row. */
export interface Outcome {
  readonly id: string;
  readonly verdict: 'held' | 'pass';
  readonly risk: Risk;
  readonly reasons: readonly string[];
}

/**
 * Judges one line `{id, before, after}`: `before` is approved, `after` is offered. Each is one item, a list of tools,
 * or an object of lists (`tools`, `prompts`, `resourceTemplates` or `templates`, `instructions`). Works on the bytes
 * of the line, so that key order, white space, escapes and doubled keys count as they would on the wire.
 */
export function judgeLine(line: string): Outcome {
  const bytes = Buffer.from(line.trim());
  if (skipSpace(bytes, skipValue(bytes, 0)) !== bytes.length) throw new Error('more follows the row');
  const row = membersOf(bytes, { start: 0, end: bytes.length });
  if (row === undefined) throw new Error('the row is no object, or repeats a key');
  const before = row.get('before');
  const after = row.get('after');
  if (before === undefined || after === undefined) throw new Error('the row lacks "before" or "after"');
  const was = itemsOf(bytesAt(bytes, before));
  const is = itemsOf(bytesAt(bytes, after));
  const { pins } = pinAll(was);
  const kept = new Map(was.map((item) => [pinKey(item.kind, item.key), item.bytes]));
  // A row about one item is about that item, whatever it is called after.
  const single = was.length === 1 && is.length === 1 && was[0]?.kind === is[0]?.kind;
  const now = single ? [{ ...(is[0] as Offered), key: (was[0] as Offered).key }] : is;
  const { items, risk } = reviewOffer(pins, now, (pin) => kept.get(pinKey(pin.kind, pin.key)));
  const held = items.filter((item) => item.status !== 'gone');
  const reasons = held.flatMap((item) => item.reasons).map(told);
  return {
    id: stringAt(bytes, row.get('id')) ?? '',
    verdict: held.length > 0 ? 'held' : 'pass',
    risk: risk ?? 'routine',
    reasons,
  };
}

function told(reason: Reason): string {
  return `${reason.risk}: ${reason.code}: ${reasonSentence(reason)}`;
}

const LISTS: Readonly<Record<string, PinKind>> = {
  tools: 'tool',
  prompts: 'prompt',
  resourceTemplates: 'template',
  templates: 'template',
  resources: 'resource',
};

function itemsOf(bytes: Buffer): Offered[] {
  const whole = { start: 0, end: bytes.length };
  const list = elementsOf(bytes, whole);
  if (list !== undefined) return list.map((span) => item(bytesAt(bytes, span)));
  const members = membersOf(bytes, whole);
  if (
    members !== undefined &&
    (members.has('instructions') || [...members.keys()].some((key) => key in LISTS)) &&
    !members.has('name')
  ) {
    const items: Offered[] = [];
    for (const [key, span] of members) {
      const kind = LISTS[key];
      if (key === 'instructions') items.push({ kind: 'instructions', key: '', bytes: bytesAt(bytes, span) });
      else if (kind !== undefined)
        items.push(...(elementsOf(bytes, span) ?? []).map((one) => item(bytesAt(bytes, one), kind)));
    }
    return items;
  }
  return stringAt(bytes, whole) === undefined ? [item(bytes)] : [{ kind: 'instructions', key: '', bytes }];
}

function item(bytes: Buffer, as?: PinKind): Offered {
  const members = membersOf(bytes, { start: 0, end: bytes.length });
  const template = stringAt(bytes, members?.get('uriTemplate'));
  const kind =
    as ?? (template !== undefined ? 'template' : members?.has('arguments') === true ? 'prompt' : 'tool');
  return {
    kind,
    key: template ?? stringAt(bytes, members?.get(kind === 'resource' ? 'uri' : 'name')) ?? '',
    bytes,
  };
}
