import type { Reason } from '../../shared/model/review.ts';
import type { ServerRecord } from '../../shared/model/server.ts';
import { detectTool, type PlacedScan } from '../inspection/detect-tool.ts';
import { type PeerTool, type Peers, peersOf, readPeers } from '../inspection/injection/peers.ts';
import { textAt, valueAt } from '../inspection/walk/pointer.ts';
import { stringsIn } from '../inspection/walk/strings.ts';
import { type Catalog, REVIEWED } from './catalog.ts';
import { type Named, quoted, type TextFinding, textReasons, UNCHECKED } from './finding-reasons.ts';
import { parametersOf } from './neighbours.ts';
import type { Offered } from './pins/pin.ts';
import type { Item } from './snapshot.ts';

/** What other servers offer, and what belongs to the looked-at one; ready for looking up in many texts. */
export interface Company {
  readonly peers: Peers;
  readonly tools: readonly PeerTool[];
}

/** Names the tools of the other approved servers, and the tools and parameters of the server itself (attack 6). */
export function companyOf(server: string, servers: readonly ServerRecord[], catalog: Catalog): Company {
  const offered = (id: string): readonly Item[] => catalog.offered(id, REVIEWED)?.lists.tools ?? [];
  const own = offered(server).flatMap((tool) => [tool.key, ...parametersOf(tool)]);
  const tools: PeerTool[] = servers
    .filter(({ id, state }) => id !== server && state === 'approved')
    .flatMap(({ id }) =>
      offered(id).map((tool) => ({ server: id, name: tool.key, parameters: parametersOf(tool) })),
    );
  return { peers: peersOf(tools, own), tools };
}

/** What the detectors say of one version of an item. */
export interface Inspection {
  readonly reasons: readonly Reason[];
  /** All of it was looked at, and nothing was found: what only single words say counts for little then. */
  readonly clean: boolean;
}

export interface ItemInspectorPorts {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Runs something after everything else that waits: no text of a server holds up a call. */
  readonly later: (run: () => void) => void;
  /** What was left for later is known now. */
  readonly finished: (server: string) => void;
  readonly detect?: ((item: unknown) => PlacedScan) | undefined;
}

/** Bytes of one item that are read at all; the longest honest definitions have a tenth of it. */
const MOST_ITEM = 96 * 1024;
/** Bytes that are read at once while a review is put together; the rest is read later, in steps of so many. */
const AT_ONCE = 48 * 1024;
const STEP = 12 * 1024;
/** Bytes of one server that are read within so many milliseconds: one that offers ever new texts keeps nobody busy. */
const MOST_SERVER = 6 * 1024 * 1024;
const WITHIN_MS = 10 * 60_000;
const MOST_KEPT = 12_000;

interface Read {
  readonly findings: readonly TextFinding[];
  readonly whole: boolean;
}

interface Queued {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * Looks at every string of what servers offer with the detectors of texts (attacks 1–3, 6, 9, 13): once for each
 * version, when it is reviewed, never when it is called. What could not be read whole has a reason that says so: it is
 * never taken for clean.
 */
export class ItemInspector {
  readonly #ports: ItemInspectorPorts;
  readonly #read = new Map<string, Read>();
  readonly #queues = new Map<string, Map<string, Queued>>();
  readonly #spent = new Map<string, { since: number; bytes: number }>();
  readonly #waiters = new Map<string, (() => void)[]>();
  #left = AT_ONCE;
  #working = false;

  constructor(ports: ItemInspectorPorts) {
    this.#ports = ports;
  }

  /** A new review is put together: some of its texts may be read at once. */
  begin(): void {
    this.#left = AT_ONCE;
  }

  /** What is said of an item. `digest` names this version; `former` is the approved one, which is not held against it. */
  look(
    server: string,
    offered: Offered,
    digest: string,
    former: { readonly bytes: Buffer; readonly digest: string } | undefined,
    company: Company,
  ): Inspection {
    const now = this.#of(server, digest, offered.bytes);
    if (typeof now === 'string') return { reasons: [unchecked(now)], clean: false };
    const value = parsed(offered.bytes);
    const before = former === undefined ? undefined : parsed(former.bytes);
    const known = former === undefined ? undefined : this.#of(server, former.digest, former.bytes);
    const said = new Set(
      known === undefined || typeof known === 'string' ? [] : known.findings.map(({ same }) => same),
    );
    const findings = now.findings.filter(
      (one) => before === undefined || !(said.has(one.same) || stoodThere(one, before, value)),
    );
    const names = namesIn(value, before, company);
    const reasons = [...textReasons(findings, names), ...(now.whole ? [] : [unchecked('size')])];
    return { reasons, clean: now.whole && reasons.length === 0 };
  }

  /** Resolves when nothing of this server is left for later. */
  settled(server: string): Promise<void> {
    if (!this.#queues.has(server)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.set(server, [...(this.#waiters.get(server) ?? []), resolve]);
    });
  }

  /** The server is there no more. */
  removed(server: string): void {
    this.#spent.delete(server);
    this.#over(server);
  }

  #of(server: string, id: string, bytes: Buffer): Read | Unread {
    const known = this.#read.get(id);
    if (known !== undefined) return known;
    if (bytes.length > MOST_ITEM) return 'size';
    if (bytes.length <= this.#left && !this.#queues.has(server)) {
      if (!this.#pay(server, bytes.length)) return 'much';
      this.#left -= bytes.length;
      return this.#keep(id, bytes);
    }
    const queue = this.#queues.get(server) ?? new Map<string, Queued>();
    if (queue.has(id)) return 'soon';
    if (!this.#pay(server, bytes.length)) return 'much';
    queue.set(id, { id, bytes });
    this.#queues.set(server, queue);
    if (!this.#working) {
      this.#working = true;
      this.#ports.later(() => this.#step());
    }
    return 'soon';
  }

  /** Whether this server may have so much more read. */
  #pay(server: string, bytes: number): boolean {
    const now = this.#ports.clock();
    let spent = this.#spent.get(server);
    if (spent === undefined || now - spent.since > WITHIN_MS || now < spent.since)
      this.#spent.set(server, (spent = { since: now, bytes: 0 }));
    if (spent.bytes + bytes > MOST_SERVER) return false;
    spent.bytes += bytes;
    return true;
  }

  #keep(id: string, bytes: Buffer): Read {
    const value = parsed(bytes);
    const { findings, complete } = (this.#ports.detect ?? detectTool)(value);
    const read: Read = { findings: findings.flatMap((one) => quoted(value, one)), whole: complete };
    if (this.#read.size >= MOST_KEPT) this.#read.delete(this.#read.keys().next().value as string);
    this.#read.set(id, read);
    return read;
  }

  /** Reads a little of what was left, server by server in turn. */
  #step(): void {
    let left = STEP;
    for (const [server, queue] of this.#queues) {
      for (const { id, bytes } of queue.values()) {
        queue.delete(id);
        if (!this.#read.has(id)) {
          this.#keep(id, bytes);
          left -= bytes.length;
        }
        if (left <= 0) break;
      }
      // A long queue lets the others go first.
      this.#queues.delete(server);
      if (queue.size > 0) this.#queues.set(server, queue);
      else {
        this.#over(server);
        this.#ports.finished(server);
      }
      if (left <= 0) break;
    }
    this.#working = this.#queues.size > 0;
    if (this.#working) this.#ports.later(() => this.#step());
  }

  #over(server: string): void {
    this.#queues.delete(server);
    const waiters = this.#waiters.get(server) ?? [];
    this.#waiters.delete(server);
    for (const tell of waiters) tell();
  }
}

/** Whether the approved version has the same text, or the same name, in the same place. */
function stoodThere({ path, inKey }: TextFinding, before: unknown, now: unknown): boolean {
  return inKey === true ? valueAt(before, path) !== undefined : textAt(before, path) === textAt(now, path);
}

/** Why something was not read: too long by itself, not yet, or the server offers too much. */
type Unread = keyof typeof UNCHECKED;

function unchecked(why: Unread): Reason {
  return { code: 'unchecked', risk: UNCHECKED[why], path: '', params: { why } };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // What is no JSON cannot be approved anyway; as one text nothing of it is missed.
    return bytes.toString('utf8');
  }
}

const MOST_NAMES = 5;

/** Tools and parameters of other servers that new texts of an item name. */
function namesIn(value: unknown, before: unknown, { peers, tools }: Company): Named[] {
  if (tools.length === 0) return [];
  const found: Named[] = [];
  for (const { path, text, isKey } of stringsIn(value).strings) {
    if (isKey || text.length < 4 || (before !== undefined && textAt(before, path) === text)) continue;
    for (const { start, end, score, signals } of readPeers(text, peers)) {
      const name = text.slice(start, end);
      const whose = tools.find((tool) =>
        signals.includes('parameter')
          ? tool.parameters?.some((one) => one.toLowerCase() === name.toLowerCase())
          : tool.name.toLowerCase() === name.toLowerCase(),
      );
      if (whose === undefined) continue;
      found.push({
        path,
        name,
        what: signals.includes('parameter') ? 'parameter' : 'tool',
        server: whose.server,
        score,
      });
      if (found.length >= MOST_NAMES) return found;
    }
  }
  return found;
}
