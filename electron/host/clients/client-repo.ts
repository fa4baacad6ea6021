import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type ClientRecord, clientRecord, type ToolChoice } from '../../../shared/model/client.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { parseRecord, type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';

/** The AI apps of a profile and their tokens. Only the SHA-256 of a token is kept. */
export interface ClientRepo {
  /** The AI app whose token has this SHA-256 (hex). */
  byTokenDigest(digest: string): ClientRecord | undefined;
  /** By id, or by name. */
  find(idOrName: string): ClientRecord | undefined;
  all(): readonly ClientRecord[];
  /** Adds an AI app; the token in the answer exists nowhere else. Names are unique, whatever their case. */
  add(
    name: string,
    role: string,
    now: number,
  ): Result<{ record: ClientRecord; token: string }, 'exists' | 'full'>;
  /** A new token; the old one is worth nothing from now on. */
  rotate(id: string): string;
  /** What it is shown and may do from now on. */
  setRole(id: string, role: string): ClientRecord;
  /** Which tools it is listed from now on; undefined: what its role is. */
  setTools(id: string, tools: ToolChoice | undefined): ClientRecord;
  remove(id: string): void;
  /** Notes that it was here; kept at most once a minute. */
  seen(id: string, now: number): void;
  /** Those whose row does not count: their tokens are not honoured. */
  readonly distrusted: readonly string[];
}

export const MAX_CLIENTS = 500;
const SEEN_EVERY_MS = 60_000;

/** `dw_` and 32 random bytes, so that a leaked token is recognised by scanners and by our own redaction. */
const newToken = (): string => `dw_${randomBytes(32).toString('base64url')}`;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase();

/** Opens the AI apps; one whose row does not count is listed nowhere but in `distrusted`. */
export function openClientRepo(db: DatabaseSync, rows: SealedRows): ClientRepo {
  const table = sealedTable('clients');
  const records = new Map<string, ClientRecord>();
  const hashes = new Map<string, string>();
  const byHash = new Map<string, string>();
  const distrusted: string[] = [];
  const seenWritten = new Map<string, number>();

  for (const row of rows.load(table)) {
    const [id = ''] = row.keys;
    const [text, hash] = row.values;
    const record = parseRecord(clientRecord, text);
    if (!row.counts || record === undefined || record.id !== id || typeof hash !== 'string') {
      distrusted.push(id.slice(0, 80));
      continue;
    }
    const at = db.prepare('SELECT at FROM seen WHERE client = ?').get(id)?.['at'];
    records.set(id, typeof at === 'number' ? { ...record, lastSeenAt: at } : record);
    hashes.set(id, hash);
    byHash.set(hash, id);
  }

  function keep(record: ClientRecord, token: string): void {
    const hash = hashOf(token);
    rows.put(table, [record.id], [JSON.stringify(record), hash]);
    const old = hashes.get(record.id);
    if (old !== undefined) byHash.delete(old);
    records.set(record.id, record);
    hashes.set(record.id, hash);
    byHash.set(hash, record.id);
  }

  function change(id: string, changed: (record: ClientRecord) => ClientRecord): ClientRecord {
    const record = records.get(id);
    const hash = hashes.get(id);
    if (record === undefined || hash === undefined) throw new Error(`no such client: ${id}`);
    const next = changed(record);
    rows.put(table, [id], [JSON.stringify(next), hash]);
    records.set(id, next);
    return next;
  }

  const find = (idOrName: string): ClientRecord | undefined =>
    records.get(idOrName) ?? [...records.values()].find((one) => nameKey(one.name) === nameKey(idOrName));

  return {
    distrusted,
    find,
    byTokenDigest(digest) {
      // The lookup is by digest: how long it takes tells nothing about the token.
      const id = byHash.get(digest);
      return id === undefined ? undefined : records.get(id);
    },
    all: () => [...records.values()].toSorted((a, b) => a.addedAt - b.addedAt),
    add(name, role, now) {
      if (find(name) !== undefined)
        return fail(
          'exists',
          `There is an AI app "${name}" already. Choose another name, or rotate its token.`,
        );
      if (records.size >= MAX_CLIENTS)
        return fail('full', `There are ${MAX_CLIENTS} AI apps already. Remove one first.`);
      const record: ClientRecord = {
        id: freeId(name, (id) => records.has(id) || distrusted.includes(id)),
        name,
        role,
        addedAt: now,
      };
      const token = newToken();
      keep(record, token);
      return ok({ record, token });
    },
    setRole: (id, role) => change(id, (record) => ({ ...record, role })),
    setTools: (id, tools) =>
      change(id, ({ tools: _before, ...rest }) => (tools === undefined ? rest : { ...rest, tools })),
    rotate(id) {
      const record = records.get(id);
      if (record === undefined) throw new Error(`no such client: ${id}`);
      const token = newToken();
      keep(record, token);
      return token;
    },
    remove(id) {
      rows.remove(table, [id]);
      const hash = hashes.get(id);
      if (hash !== undefined) byHash.delete(hash);
      hashes.delete(id);
      records.delete(id);
      try {
        db.prepare('DELETE FROM seen WHERE client = ?').run(id);
      } catch {
        // Its token is worth nothing from now on, which is what counts; the note names nobody any more.
      }
    },
    seen(id, now) {
      const record = records.get(id);
      if (record === undefined) return;
      records.set(id, { ...record, lastSeenAt: now });
      if (now - (seenWritten.get(id) ?? 0) < SEEN_EVERY_MS) return;
      seenWritten.set(id, now);
      try {
        db.prepare(
          'INSERT INTO seen(client, at) VALUES(?, ?) ON CONFLICT(client) DO UPDATE SET at = excluded.at',
        ).run(id, now);
      } catch {
        // When it was here last is worth no call: what a full disk refuses is for the log of calls to say.
      }
    },
  };
}

/** A short id made of the name; with a number behind it when it is taken. */
function freeId(name: string, taken: (id: string) => boolean): string {
  const slug =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'app';
  if (!taken(slug)) return slug;
  for (let n = 2; ; n++) if (!taken(`${slug}-${n}`)) return `${slug}-${n}`;
}
