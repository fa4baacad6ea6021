import type { PinKind } from '../../../shared/model/review.ts';
import type { Result } from '../../../shared/result.ts';
import { bytesAt, membersOf } from '../../relay/framing/json-scan.ts';
import type { ListName, Snapshot } from '../snapshot.ts';
import { canonicalDigest, type CanonicalCode } from './canonical.ts';

/** One thing that a server offers, as bytes; what a person approves. */
export interface Offered {
  readonly kind: PinKind;
  /** Its name, URI template or URI; empty for the instructions and for the server's word about itself. */
  readonly key: string;
  /** The whole JSON value as the server sent it. */
  readonly bytes: Buffer;
}

/**
 * The approved version of one item. The digest covers every byte that means something: name, title, description,
 * schemas, annotations, icons, `_meta`, unknown fields (attack 4).
 */
export interface Pin {
  readonly kind: PinKind;
  readonly key: string;
  /** SHA-256 in hex of the kind and the canonical form. */
  readonly digest: string;
}

/** What was approved of one server: bound to what the server is, never to what it calls itself. */
export interface PinSet {
  /** Digest of the server's identity (`identityDigest`). */
  readonly identity: string;
  /** The set of client capabilities that the lists were made for (`capabilitySet`). */
  readonly capabilities: string;
  /** By `pinKey`. */
  readonly pins: ReadonlyMap<string, Pin>;
}

/**
 * Whether an approval is one of this server as it is now, for this set of capabilities. Any other says nothing: a
 * program that was exchanged, a package that was updated, a URL that was edited is unreviewed again.
 */
export function isApprovalOf(set: PinSet, identity: string, capabilities: string): boolean {
  return set.identity === identity && set.capabilities === capabilities;
}

/** One string for kind and key; no two items of a server share it. */
export function pinKey(kind: PinKind, key: string): string {
  return `${kind} ${key}`;
}

/** The pin of one item; a failure (duplicate keys, nesting over 64) means that it cannot be approved at all. */
export function pinOf(item: Offered): Result<Pin, CanonicalCode> {
  const digest = canonicalDigest(item.bytes, `${item.kind}\n`);
  return digest.ok ? { ok: true, value: { kind: item.kind, key: item.key, digest: digest.value } } : digest;
}

const KIND: Readonly<Record<ListName, PinKind>> = {
  tools: 'tool',
  prompts: 'prompt',
  templates: 'template',
  resources: 'resource',
};

/**
 * Everything of a snapshot that is pinned: tools, prompts, templates, the instructions, and what the server says about
 * itself but for its version. Resources are not: they come and go with the data, and are read, not obeyed.
 */
export function offeredIn(snapshot: Snapshot): Offered[] {
  const items: Offered[] = [];
  for (const list of ['tools', 'prompts', 'templates'] as const)
    for (const { key, bytes } of snapshot.lists[list]) items.push({ kind: KIND[list], key, bytes });
  items.push(...offeredInHello(snapshot.hello));
  return items;
}

/** The pinned parts of the result of `initialize` or `server/discover`. */
export function offeredInHello(hello: Buffer): Offered[] {
  const members = membersOf(hello, { start: 0, end: hello.length });
  const items: Offered[] = [];
  const instructions = members?.get('instructions');
  if (instructions !== undefined)
    items.push({ kind: 'instructions', key: '', bytes: bytesAt(hello, instructions) });
  const info = members?.get('serverInfo');
  const said = info && membersOf(hello, info);
  if (said !== undefined) {
    const parts: Buffer[] = [];
    for (const [name, span] of said)
      if (name !== 'version')
        parts.push(
          Buffer.from(JSON.stringify(name)),
          Buffer.from(':'),
          bytesAt(hello, span),
          Buffer.from(','),
        );
    parts.pop();
    items.push({
      kind: 'server',
      key: '',
      bytes: Buffer.concat([Buffer.from('{'), ...parts, Buffer.from('}')]),
    });
  }
  return items;
}

/** Pins of what can be pinned, and the items that cannot, with the reason. Linear in the bytes. */
export function pinAll(items: Iterable<Offered>): {
  readonly pins: Map<string, Pin>;
  readonly unreadable: readonly { readonly item: Offered; readonly why: string }[];
} {
  const pins = new Map<string, Pin>();
  const unreadable: { item: Offered; why: string }[] = [];
  for (const item of items) {
    const pin = pinOf(item);
    if (pin.ok) pins.set(pinKey(item.kind, item.key), pin.value);
    else unreadable.push({ item, why: pin.message });
  }
  return { pins, unreadable };
}
