import { frozenBond, sameBond } from './bonds.ts';
import type { Bond, Decision, DeskPorts } from './contract.ts';
import { decisionKey, type DecisionRecord } from './records.ts';
import { CLOSING, NOT_HELD, NOT_RECORDED } from './sentences.ts';

/** How long a decision waits for its call to be written, ms: a server that has to start first may take two minutes. */
export const VALID_MS = 180_000;

interface Open {
  readonly record: DecisionRecord;
  used: boolean;
  readonly forget: () => void;
}

/**
 * Decisions that are made and not yet used up. What counts is kept in here: a decision is only the claim to one, so a
 * forged or changed one, or one of another run, is worth nothing. On disk before it counts, used up on disk before it
 * is used (bar R6).
 */
export class Decisions {
  readonly #ports: Pick<DeskPorts, 'now' | 'nonce' | 'after' | 'store'>;
  readonly #run: string;
  readonly #open = new Map<string, Open>();
  #closed = false;

  /** `former`: keys of decisions of earlier runs, which are void. */
  constructor(ports: Pick<DeskPorts, 'now' | 'nonce' | 'after' | 'store'>, former: readonly string[]) {
    this.#ports = ports;
    this.#run = ports.nonce();
    for (const key of former) this.#remove(key);
  }

  /** Makes a decision. Throws when it cannot be recorded: then there is none. */
  make(bond: Bond, policy: number, by: DecisionRecord['by']): Decision {
    const { now, nonce, after, store } = this.#ports;
    const decidedAt = now();
    const record: DecisionRecord = {
      v: 1,
      is: 'decision',
      run: this.#run,
      nonce: nonce(),
      bond: frozenBond(bond),
      policy,
      decidedAt,
      expiresAt: decidedAt + VALID_MS,
      by,
      used: false,
    };
    store.put(decisionKey(record.nonce), JSON.stringify(record));
    const forget = after(VALID_MS, () => {
      this.#open.delete(record.nonce);
      this.#remove(decisionKey(record.nonce));
    });
    this.#open.set(record.nonce, { record, used: false, forget });
    return Object.freeze({ nonce: record.nonce, bond: record.bond, policy, expiresAt: record.expiresAt });
  }

  /** Uses a decision up for exactly this call under exactly this policy; a sentence when it does not hold. */
  redeem(decision: Decision, bond: Bond, policy: number): string | undefined {
    if (this.#closed) return CLOSING;
    const open = this.#open.get(decision.nonce);
    if (open === undefined) return NOT_HELD.unknown;
    const { record } = open;
    if (open.used) return NOT_HELD.used;
    if (!sameBond(record.bond, bond) || !sameBond(record.bond, decision.bond)) return NOT_HELD.other;
    if (decision.expiresAt !== record.expiresAt) return NOT_HELD.unknown;
    if (record.policy !== policy || record.policy !== decision.policy) return NOT_HELD.policy;
    const now = this.#ports.now();
    // A clock that was set back tells nothing about how old a decision is.
    if (!(now >= record.decidedAt && now < record.expiresAt)) return NOT_HELD.expired;
    open.used = true;
    try {
      this.#ports.store.put(decisionKey(record.nonce), JSON.stringify({ ...record, used: true }));
    } catch {
      return NOT_RECORDED;
    }
    return undefined;
  }

  /** Makes all of them void. */
  close(): void {
    this.#closed = true;
    for (const { forget } of this.#open.values()) forget();
    this.#open.clear();
  }

  /** What stays on disk is void all the same. */
  #remove(key: string): void {
    try {
      this.#ports.store.remove(key);
    } catch {
      // It is tried again at the next start.
    }
  }
}
