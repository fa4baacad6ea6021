import { z } from 'zod';
import { effect, pinKind } from '../../../shared/model/review.ts';
import { historyEntry } from '../../../shared/model/trust.ts';
import {
  type ApprovalStore,
  type Approved,
  NO_RECORD,
  type ServerTrust,
  type TrustRecord,
} from '../../catalog/approvals.ts';
import { identityDigest } from '../../catalog/identity/identity.ts';
import { pinKey } from '../../catalog/pins/pin.ts';
import { bytesAt, elementsOf, membersOf, stringAt } from '../../relay/framing/json-scan.ts';
import { type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';

const packageOf = z.object({
  kind: z.enum(['npm', 'pypi', 'oci', 'git', 'url', 'file', 'none']),
  name: z.string(),
  version: z.string(),
  integrity: z.string().exactOptional(),
});
const identity = z.discriminatedUnion('transport', [
  z.object({
    transport: z.literal('stdio'),
    command: z.string(),
    args: z.array(z.string()),
    envKeys: z.array(z.string()),
    cwd: z.string().exactOptional(),
    package: packageOf.exactOptional(),
    files: z.array(z.object({ path: z.string(), digest: z.string() })),
  }),
  z.object({
    transport: z.literal('http'),
    url: z.string(),
    host: z.string(),
    headerNames: z.array(z.string()),
  }),
]);
const facts = z.object({
  name: z.string(),
  version: z.string(),
  integrity: z.string(),
  publishedAt: z.number().optional(),
  createdAt: z.number().optional(),
  publisher: z.string().optional(),
  versions: z.number(),
  deprecated: z.string().optional(),
});
const trustRecord = z.object({
  identity: identity.optional(),
  identityDigest: z.string().optional(),
  inspected: identity.optional(),
  proposed: z.array(z.string()).optional(),
  versions: z.object({ key: z.string(), at: z.number(), newest: facts.optional() }).optional(),
  blocked: z.array(z.string()),
  effects: z.record(z.string(), effect),
  history: z.array(historyEntry),
});

/**
 * Keeps approvals in sealed rows: one for the items of a server, one for everything else that was decided about it.
 * A server whose rows do not verify, do not belong together, or are of another identity has nothing approved.
 */
export function approvalRepo(rows: SealedRows): ApprovalStore {
  const pins = sealedTable('pins');
  const trust = sealedTable('trust');
  return {
    load() {
      const found = new Map<string, ServerTrust>();
      for (const { keys, values, counts } of rows.load(trust)) {
        const [server = ''] = keys;
        const record = counts ? parseRecord(values[0]) : undefined;
        if (record !== undefined) found.set(server, { record, items: new Map() });
      }
      const whole = new Set<string>();
      for (const { keys, values, counts } of rows.load(pins)) {
        const [server = ''] = keys;
        const [bound, blob] = values;
        const record = found.get(server)?.record;
        const items = counts && Buffer.isBuffer(blob) ? unpack(blob) : undefined;
        if (record === undefined || items === undefined || bound !== (record.identityDigest ?? '')) continue;
        found.set(server, { record, items });
        whole.add(server);
      }
      for (const [server, { record, items }] of found)
        if (!whole.has(server))
          found.set(server, { record: { ...record, identity: undefined, identityDigest: undefined }, items });
      return found;
    },
    saveItems(server, { record, items }) {
      rows.together(() => {
        rows.put(pins, [server], [record.identityDigest ?? '', pack(items)]);
        rows.put(trust, [server], [JSON.stringify(record)]);
      });
    },
    saveRecord(server, record) {
      rows.put(trust, [server], [JSON.stringify(record)]);
    },
    remove(server) {
      rows.together(() => {
        rows.remove(pins, [server]);
        rows.remove(trust, [server]);
      });
    },
  };
}

function parseRecord(value: unknown): TrustRecord | undefined {
  try {
    const record = trustRecord.parse(JSON.parse(String(value)));
    const bound = record.identity === undefined ? undefined : identityDigest(record.identity);
    return bound === record.identityDigest ? { ...NO_RECORD, ...record } : undefined;
  } catch {
    return undefined;
  }
}

function pack(items: ServerTrust['items']): Buffer {
  const parts: Buffer[] = [];
  for (const versions of items.values())
    for (const { bytes, ...about } of versions) {
      const head = JSON.stringify(about).slice(0, -1);
      parts.push(Buffer.from(`${parts.length === 0 ? '' : ','}${head},"item":`), bytes, Buffer.from('}'));
    }
  return Buffer.concat([Buffer.from('['), ...parts, Buffer.from(']')]);
}

const about = z.object({
  kind: pinKind,
  key: z.string(),
  digest: z.string(),
  effect,
  base: z.boolean(),
});

/** The inverse of `pack`; undefined when a part cannot be read, for then nothing of it counts. */
function unpack(blob: Buffer): Map<string, Approved[]> | undefined {
  const items = new Map<string, Approved[]>();
  for (const span of elementsOf(blob, { start: 0, end: blob.length }) ?? []) {
    const members = membersOf(blob, span);
    const item = members?.get('item');
    if (members === undefined || item === undefined) return undefined;
    const text = (name: string): string | undefined => stringAt(blob, members.get(name));
    const base = members.get('base');
    const read = about.safeParse({
      kind: text('kind'),
      key: text('key'),
      digest: text('digest'),
      effect: text('effect'),
      base: base !== undefined && blob[base.start] === 0x74,
    });
    if (!read.success) return undefined;
    const at = pinKey(read.data.kind, read.data.key);
    const versions = items.get(at) ?? [];
    versions.push({ ...read.data, bytes: Buffer.from(bytesAt(blob, item)) });
    items.set(at, versions);
  }
  return items;
}
