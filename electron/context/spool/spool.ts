/** Whose texts these are: a session, or, where there are none (2026-07-28), the id of an AI app. */
export type SpoolOwner = object | string;

/** A text of which an AI app was given only a part. */
export interface Spooled {
  readonly server: string;
  /** The tool that gave it, by the name that its server gives it. */
  readonly tool: string;
  /** The whole of it, as it passed the checks. */
  readonly text: string;
  /** Tokens that a piece of it has when nobody says otherwise. */
  readonly budget: number;
  /** Orders to a model were found in it. */
  readonly orders: boolean;
}

export interface SpoolPorts {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** As many bytes of chance. */
  readonly random: (bytes: number) => Buffer;
  /** Runs something later; the answer takes it back. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly limits?: SpoolLimits | undefined;
}

export interface SpoolLimits {
  /** Memory for the texts of one owner, and for all texts, in bytes. */
  readonly ownerBytes: number;
  readonly allBytes: number;
  readonly ageMs: number;
}

const LIMITS: SpoolLimits = { ownerBytes: 8 * 1024 ** 2, allBytes: 64 * 1024 ** 2, ageMs: 60 * 60_000 };
/** What an entry costs beside its text. */
const ENTRY_BYTES = 256;
/** 72 bits, 12 characters of base64url. */
const HANDLE_BYTES = 9;
const WIDE = /[\u0100-\uffff]/;

interface Entry extends Spooled {
  readonly owner: SpoolOwner;
  readonly bytes: number;
  readonly at: number;
}

interface Holding {
  bytes: number;
  /** Oldest first. */
  readonly handles: Set<string>;
}

/**
 * Keeps texts for a while so that AI apps can read on in them: in memory only, never on disk; bounded for each owner and
 * in all, the oldest go first; none stays longer than an hour. A handle is good for its owner alone. Attack: an AI app
 * guesses, or is told by a text, the handle of another one; many long answers fill the memory.
 */
export class Spool {
  readonly #ports: SpoolPorts;
  readonly #limits: SpoolLimits;
  /** Oldest first. */
  readonly #entries = new Map<string, Entry>();
  readonly #owners = new Map<SpoolOwner, Holding>();
  #bytes = 0;
  #stopTimer: (() => void) | undefined;

  constructor(ports: SpoolPorts) {
    this.#ports = ports;
    this.#limits = ports.limits ?? LIMITS;
  }

  /** Bytes that are held, as they are counted. */
  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Keeps a text; undefined: it is too long to be kept, and nothing else had to go for it. */
  put(owner: SpoolOwner, spooled: Spooled): string | undefined {
    const { text } = spooled;
    const bytes = ENTRY_BYTES + (WIDE.test(text) ? 2 : 1) * text.length;
    const { ownerBytes, allBytes } = this.#limits;
    if (bytes > Math.min(ownerBytes, allBytes)) return undefined;
    this.#dropOld();
    const mine = this.#owners.get(owner);
    while (mine !== undefined && mine.bytes + bytes > ownerBytes) this.#drop(first(mine.handles));
    while (this.#bytes + bytes > allBytes) this.#drop(first(this.#entries.keys()));
    const handle = this.#ports.random(HANDLE_BYTES).toString('base64url');
    this.#drop(handle);
    this.#entries.set(handle, { ...spooled, owner, bytes, at: this.#ports.now() });
    let holding = this.#owners.get(owner);
    if (holding === undefined) this.#owners.set(owner, (holding = { bytes: 0, handles: new Set() }));
    holding.bytes += bytes;
    holding.handles.add(handle);
    this.#bytes += bytes;
    this.#await();
    return handle;
  }

  /** The text behind a handle of this owner; undefined: there is none, and nobody is told whether another has one. */
  get(owner: SpoolOwner, handle: string): Spooled | undefined {
    this.#dropOld();
    const entry = this.#entries.get(handle);
    return entry?.owner === owner ? entry : undefined;
  }

  /** Whether anything is kept for this owner. */
  has(owner: SpoolOwner): boolean {
    return this.#owners.has(owner);
  }

  /** A session has ended, or an AI app was removed. */
  forget(owner: SpoolOwner): void {
    for (const handle of this.#owners.get(owner)?.handles ?? []) this.#drop(handle);
    this.#await();
  }

  /** A server is gone, or may not be used any more: nothing of it is read on. */
  forgetServer(server: string): void {
    for (const [handle, entry] of this.#entries) if (entry.server === server) this.#drop(handle);
    this.#await();
  }

  #drop(handle: string | undefined): void {
    const entry = handle === undefined ? undefined : this.#entries.get(handle);
    if (handle === undefined || entry === undefined) return;
    this.#entries.delete(handle);
    this.#bytes -= entry.bytes;
    const holding = this.#owners.get(entry.owner);
    if (holding === undefined) return;
    holding.bytes -= entry.bytes;
    holding.handles.delete(handle);
    if (holding.handles.size === 0) this.#owners.delete(entry.owner);
  }

  #dropOld(): void {
    const before = this.#ports.now() - this.#limits.ageMs;
    for (const [handle, { at }] of this.#entries) {
      if (at > before) return;
      this.#drop(handle);
    }
  }

  /** The oldest goes in time also when nobody asks any more. */
  #await(): void {
    const [oldest] = this.#entries.values();
    if (oldest === undefined) {
      this.#stopTimer?.();
      this.#stopTimer = undefined;
      return;
    }
    if (this.#stopTimer !== undefined) return;
    const wait = Math.max(1, oldest.at + this.#limits.ageMs - this.#ports.now());
    this.#stopTimer = this.#ports.after(wait, () => {
      this.#stopTimer = undefined;
      this.#dropOld();
      this.#await();
    });
  }
}

function first<T>(all: Iterable<T>): T | undefined {
  const [one] = all;
  return one;
}
