import type { SignInView } from '../../../shared/model/server.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Challenge } from './challenge.ts';
import type { SignInStore, StoredSignIn, Tokens } from './stored.ts';
import type { NoToken } from './token-request.ts';
import {
  moreRights,
  neverSignedIn,
  notAccepted,
  notRenewed,
  notSaved,
  rightsDoNotHelp,
  signedIn,
  signedOutByServer,
  tooManyWishes,
  vaultShut,
} from './words.ts';

/** What a request is sent with now. */
export type Lease =
  | { readonly kind: 'bare' }
  | { readonly kind: 'token'; readonly token: string }
  /** It has run out: `renew` first. */
  | { readonly kind: 'stale'; readonly token: string }
  | { readonly kind: 'refused'; readonly sentence: string };

export type Renewed =
  { readonly kind: 'token'; readonly token: string } | { readonly kind: 'failed'; readonly sentence: string };

export interface AccountPorts {
  readonly store: SignInStore;
  /** Asks for new tokens with what is kept. */
  readonly renew: (record: StoredSignIn) => Promise<Result<Tokens, NoToken>>;
  /** Milliseconds since the epoch: it goes on while the computer sleeps. */
  readonly now: () => number;
  /** Told tokens before they are used or kept. */
  readonly know: (values: readonly string[]) => void;
  readonly changed: () => void;
}

/** A token counts as run out so long before it is, at most; a short-lived one for a tenth of its life. */
const MARGIN_MS = 30_000;
/** After a renewal that failed, calls are told the same for so long. */
const PAUSE_MS = 5_000;
/** A token that was refused so soon after its renewal is not renewed once more. */
const JUST_RENEWED_MS = 60_000;
/** Wishes for more rights that a person is asked about within `WISHES_MS`. */
const MAX_WISHES = 3;
const WISHES_MS = 10 * 60_000;

/**
 * The sign-in to one server. Of its tokens there is one renewal at a time, however many calls wait for it; what is new
 * is on disk before it is used, so that a renewed refresh token is never lost. What the network breaks loses nothing.
 */
export class Account {
  readonly id: string;
  readonly url: string;
  readonly #ports: AccountPorts;
  #record: StoredSignIn | undefined;
  /** The vault was shut when it was looked for. */
  #shut: string | undefined;
  /** The usual answer to `lease`, until its time. */
  #fresh: { readonly lease: Lease; readonly until: number } | undefined;
  #renewing: Promise<Renewed> | undefined;
  /** Renewed, and not on disk yet. */
  #unsaved: StoredSignIn | undefined;
  #paused: { readonly until: number; readonly sentence: string } | undefined;
  #renewedAt = 0;
  #challenge: Challenge | undefined;
  #problem: string | undefined;
  #wanted: readonly string[] = [];
  readonly #wishes: number[] = [];

  constructor(id: string, url: string, ports: AccountPorts) {
    this.id = id;
    this.url = url;
    this.#ports = ports;
    this.#load();
  }

  /** What is kept; for the next sign-in and for signing out. */
  get record(): StoredSignIn | undefined {
    if (this.#shut !== undefined) this.#load();
    return this.#record;
  }

  /** What the server said last about signing in. */
  get challenge(): Challenge | undefined {
    return this.#challenge;
  }

  /** Rights that it asked for and that a person may give with the next sign-in. */
  get wanted(): readonly string[] {
    return this.#wanted;
  }

  lease(): Lease {
    const now = this.#ports.now();
    if (this.#fresh !== undefined && now < this.#fresh.until) return this.#fresh.lease;
    if (this.#shut !== undefined) this.#load();
    const record = this.#record;
    const kept = record?.tokens;
    if (record?.ended === true) return { kind: 'refused', sentence: signedOutByServer(this.id) };
    if (kept === undefined) return { kind: 'bare' };
    if (this.#unsaved !== undefined) return { kind: 'stale', token: kept.access };
    const { expiresAt = Number.POSITIVE_INFINITY, at } = kept;
    const until = expiresAt - Math.min(MARGIN_MS, Math.max(0, expiresAt - at) / 10);
    const lease: Lease = { kind: 'token', token: kept.access };
    if (now < until) {
      this.#fresh = { lease, until };
      return lease;
    }
    if (now < expiresAt && (this.#paused?.until ?? 0) > now) return lease;
    return { kind: 'stale', token: kept.access };
  }

  /** A token in the place of `stale`; whoever comes while one is on its way gets the same. */
  renew(stale: string): Promise<Renewed> {
    const record = this.#record;
    const current = record?.tokens?.access;
    if (this.#renewing !== undefined) return this.#renewing;
    if (record === undefined || current === undefined)
      return Promise.resolve({ kind: 'failed', sentence: this.#missing() });
    if (this.#unsaved === undefined) {
      if (current !== stale) return Promise.resolve({ kind: 'token', token: current });
      const paused = this.#paused;
      const now = this.#ports.now();
      if (paused !== undefined && now < paused.until)
        return Promise.resolve({ kind: 'failed', sentence: paused.sentence });
      const expired = (record.tokens?.expiresAt ?? Number.POSITIVE_INFINITY) <= now;
      if (!expired && now - this.#renewedAt < JUST_RENEWED_MS)
        return Promise.resolve({ kind: 'failed', sentence: this.#refusedAgain() });
    }
    const renewing = this.#renew(record).finally(() => {
      if (this.#renewing === renewing) this.#renewing = undefined;
    });
    this.#renewing = renewing;
    return renewing;
  }

  async #renew(record: StoredSignIn): Promise<Renewed> {
    let next = this.#unsaved;
    if (next === undefined) {
      if (record.tokens?.refresh === undefined && record.grant?.kind !== 'client') return this.#end(record);
      const answer = await this.#ports.renew(record);
      // Signed out, or signed in anew, while it was on its way: what came is for a sign-in that is no more.
      if (this.#record !== record) return this.#overtaken();
      if (!answer.ok) {
        if (answer.code === 'ended') return this.#end(record);
        if (answer.code === 'client') return this.#end(withoutClient(record));
        const sentence = notRenewed(this.id, answer.message);
        this.#paused = { until: this.#ports.now() + PAUSE_MS, sentence };
        return { kind: 'failed', sentence };
      }
      const { refresh = record.tokens?.refresh, ...rest } = answer.value;
      next = { ...record, tokens: { ...rest, ...(refresh === undefined ? {} : { refresh }) } };
    }
    const kept = this.#keep(next);
    if (!kept.ok) {
      this.#unsaved = next;
      this.#fresh = undefined;
      return { kind: 'failed', sentence: notSaved(this.id, kept.message) };
    }
    this.#unsaved = undefined;
    this.#paused = undefined;
    this.#renewedAt = this.#ports.now();
    return { kind: 'token', token: next.tokens?.access ?? '' };
  }

  #overtaken(): Renewed {
    const access = this.#record?.tokens?.access;
    return access === undefined
      ? { kind: 'failed', sentence: this.#missing() }
      : { kind: 'token', token: access };
  }

  /** The server does not accept what is kept: it is forgotten, and this is remembered. */
  #end(record: StoredSignIn): Renewed {
    const { tokens: _, ...rest } = record;
    const next: StoredSignIn = { ...rest, ended: true };
    // Not being able to write it down makes no difference now; the next start finds it out again.
    if (!this.#keep(next).ok) this.#adopt(next);
    return { kind: 'failed', sentence: signedOutByServer(this.id) };
  }

  /** Keeps what was found out on the way to a sign-in, such as a registration. Durable when it returns. */
  keep(record: StoredSignIn): Result<void> {
    return this.#keep(record);
  }

  /** Somebody signed in, or the person signed out (without `tokens`). Durable when it returns. */
  put(record: StoredSignIn): Result<void> {
    const kept = this.#keep(record);
    if (!kept.ok) return kept;
    this.#unsaved = undefined;
    this.#paused = undefined;
    this.#renewedAt = 0;
    this.#problem = undefined;
    this.#wanted = [];
    this.#ports.changed();
    return kept;
  }

  /** Forgets everything; refused when the vault cannot be written, and then nothing is forgotten. */
  forget(): Result<void> {
    const removed = this.#ports.store.remove(this.id);
    if (!removed.ok) return removed;
    this.drop();
    this.#ports.changed();
    return removed;
  }

  /** Forgets in memory, so that a renewal on its way ends in nothing. */
  drop(): void {
    this.#record = undefined;
    this.#unsaved = undefined;
    this.#fresh = undefined;
    this.#problem = undefined;
    this.#wanted = [];
  }

  // What answers tell.

  /** What a 401 said, whatever comes of it. */
  heard(challenge: Challenge | undefined): void {
    this.#challenge = challenge ?? this.#challenge;
  }

  /** 401 to a request without a token; answers the sentence. */
  challenged(challenge: Challenge | undefined): string {
    this.heard(challenge);
    return this.#note(this.#missing());
  }

  /** 401 to a request with a token that cannot be renewed once more; answers the sentence. */
  rejected(challenge: Challenge | undefined): string {
    this.heard(challenge);
    return this.#refusedAgain();
  }

  /** 403 for want of rights (RFC 6750): whether a person may give them, in a sentence. */
  wants(challenge: Challenge): string {
    this.#challenge = challenge;
    const granted = this.#record?.tokens?.scopes ?? [];
    const missing = challenge.scopes.filter((scope) => !granted.includes(scope));
    if (missing.length === 0) return rightsDoNotHelp(this.id);
    const since = this.#ports.now() - WISHES_MS;
    if (this.#wishes.filter((at) => at > since).length >= MAX_WISHES) {
      this.#wanted = [];
      return this.#note(tooManyWishes(this.id));
    }
    // What was granted stays asked for; else the next sign-in would lose it (SEP-2350).
    this.#wanted = [...new Set([...this.#wanted, ...missing])];
    return this.#note(moreRights(this.id, this.#wanted));
  }

  /** A sign-in that gives more rights begins. */
  wished(): void {
    this.#wishes.push(this.#ports.now());
    if (this.#wishes.length > MAX_WISHES) this.#wishes.shift();
  }

  /** The server took the token. */
  worked(): void {
    if (this.#problem === undefined || this.#wanted.length > 0) return;
    this.#problem = undefined;
    this.#ports.changed();
  }

  view(): SignInView {
    const record = this.record;
    const { grant } = record ?? {};
    if (record?.ended === true) return { state: 'needed', sentence: signedOutByServer(this.id) };
    if (record?.tokens === undefined || grant === undefined) {
      return this.#problem === undefined ? { state: 'none' } : { state: 'needed', sentence: this.#problem };
    }
    const issuer = new URL(grant.issuer).host;
    const shown = { issuer, scopes: [...record.tokens.scopes] };
    if (this.#wanted.length > 0)
      return {
        ...shown,
        state: 'more-rights',
        sentence: moreRights(this.id, this.#wanted),
        wanted: [...this.#wanted],
      };
    if (this.#problem !== undefined) return { ...shown, state: 'needed', sentence: this.#problem };
    return { ...shown, state: 'signed-in', sentence: signedIn(issuer, grant.kind) };
  }

  #refusedAgain(): string {
    return this.#note(notAccepted(this.id));
  }

  #missing(): string {
    return this.#shut === undefined ? neverSignedIn(this.id) : vaultShut(this.id, this.#shut);
  }

  #note(sentence: string): string {
    if (this.#problem !== sentence) {
      this.#problem = sentence;
      this.#ports.changed();
    }
    return sentence;
  }

  #load(): void {
    const found = this.#ports.store.load(this.id);
    this.#shut = found.ok ? undefined : found.message;
    // One for another address is left from a server of the same name.
    if (found.ok && found.value?.url === this.url) this.#adopt(found.value);
  }

  #keep(record: StoredSignIn): Result<void> {
    this.#ports.know(secretsIn(record));
    const saved = this.#ports.store.save(this.id, record);
    if (saved.ok) this.#adopt(record);
    return saved.ok ? ok(undefined) : saved;
  }

  #adopt(record: StoredSignIn): void {
    this.#ports.know(secretsIn(record));
    this.#record = record;
    this.#shut = undefined;
    this.#fresh = undefined;
  }
}

/** Everything in a record that no text may show. */
export function secretsIn({ tokens: kept, clients }: StoredSignIn): string[] {
  const all = [kept?.access, kept?.refresh, ...Object.values(clients).map((client) => client.clientSecret)];
  return all.filter((value) => value !== undefined);
}

/** The authorization server has forgotten us: the next sign-in registers anew. One that a person gave stays. */
export function withoutClient(record: StoredSignIn): StoredSignIn {
  const issuer = record.grant?.issuer ?? '';
  if (record.clients[issuer]?.source !== 'registered') return record;
  return {
    ...record,
    clients: Object.fromEntries(Object.entries(record.clients).filter(([name]) => name !== issuer)),
  };
}
