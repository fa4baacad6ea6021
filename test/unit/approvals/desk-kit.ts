import { expect } from 'vitest';
import type { Effect } from '../../../shared/model/review.ts';
import type { ArgCondition, Decision as Verdict, RuleBody, Ruling } from '../../../shared/model/policy.ts';
import type { Duration } from '../../../shared/model/approval.ts';
import type { Decider } from '../../../shared/model/trust.ts';
import { fail, ok } from '../../../shared/result.ts';
import type {
  Answer,
  ApprovalDesk,
  Asked,
  Bond,
  DecisionStore,
  DeskSettings,
  Outcome,
  Question,
} from '../../../electron/approvals/contract.ts';
import { createDesk } from '../../../electron/approvals/desk.ts';
import { type FakeClock, fakeClock } from '../../fixtures/fake-clock.ts';

export const BOND: Bond = {
  client: 'claude',
  server: 'files',
  identity: 'identity-1',
  kind: 'tool',
  name: 'write_file',
  pin: 'pin-1',
  args: 'a'.repeat(64),
};

export const ONCE: Answer = { duration: 'once', scope: 'args', clients: 'this', who: 'window' };
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface MemoryStore extends DecisionStore {
  readonly kept: Map<string, string>;
  /** The next write throws, as on a full disk; `always` until it is set back. */
  fails: boolean | 'always';
  removes: boolean;
}

export function memoryStore(): MemoryStore {
  const kept = new Map<string, string>();
  return {
    kept,
    fails: false,
    removes: true,
    load: () => new Map(kept),
    put(id, text) {
      if (this.fails !== false) {
        if (this.fails === true) this.fails = false;
        throw new Error('ENOSPC');
      }
      kept.set(id, text);
    },
    remove(id) {
      if (!this.removes) throw new Error('EROFS');
      kept.delete(id);
    },
  };
}

export interface Permitted {
  readonly body: RuleBody;
  readonly duration: Duration;
  readonly who: Decider;
}

export interface Kit {
  readonly clock: FakeClock;
  readonly store: MemoryStore;
  desk: ApprovalDesk;
  presence: 'here' | 'away';
  settings: DeskSettings;
  /** What the policy says now, and its version. */
  verdict: Verdict;
  policy: number;
  /** Permissions that were made; `refusePermit` refuses them. */
  readonly permitted: Permitted[];
  refusePermit: string | undefined;
  /** What happens while a permission is being made, as when the policy tells that it has changed. */
  onPermit: () => void;
  input(): void;
  /** A new run on the same disk; the former one is killed where it stands. */
  restart(): ApprovalDesk;
  question(about?: About): Question;
  ask(about?: About): Watched;
}

export interface About {
  readonly bond?: Partial<Bond>;
  readonly effect?: Effect;
  readonly like?: readonly ArgCondition[] | undefined;
  readonly fits?: Question['fits'];
  readonly again?: Question['again'];
  readonly show?: () => Partial<ReturnType<Question['show']>>;
}

/** A question with what became of it, as soon as that is known. */
export interface Watched extends Asked {
  readonly outcomes: Outcome[];
}

export function watch(asked: Asked): Watched {
  const outcomes: Outcome[] = [];
  void asked.outcome.then((outcome) => outcomes.push(outcome));
  return { ...asked, gone: () => asked.gone(), outcomes };
}

/** Lets promises that are settled be heard. */
export const settle = async (): Promise<void> => {
  for (let n = 0; n < 3; n++) await Promise.resolve();
};

export const rulingOf = (decision: Verdict): Ruling => ({
  decision,
  because: { layer: 'preset', code: 'preset-effect', marked: [], params: {} },
});

let kits = 0;

export function aKit(): Kit {
  const clock = fakeClock();
  const store = memoryStore();
  const listeners: (() => void)[] = [];
  const run = `kit${kits++}`;
  let ids = 0;
  let life = 0;
  const open = (): ApprovalDesk => {
    const mine = ++life;
    return createDesk({
      now: clock.now,
      nonce: () => `${run}-${ids++}`,
      after: (ms, then) =>
        clock.after(ms, () => {
          if (mine === life) then();
        }),
      presence: () => kit.presence,
      onInput: (listener) => void listeners.push(listener),
      permit(body, duration, who) {
        if (kit.refusePermit !== undefined) return fail('refused', kit.refusePermit);
        kit.permitted.push({ body, duration, who });
        kit.policy++;
        kit.onPermit();
        return ok(undefined);
      },
      store,
      settings: () => kit.settings,
    });
  };
  const kit: Kit = {
    clock,
    store,
    desk: undefined as unknown as ApprovalDesk,
    presence: 'here',
    settings: {
      clockMs: 45_000,
      lateMs: HOUR,
      missedMs: 8 * HOUR,
      pendingPerClient: 30,
      alwaysAllowed: true,
      longest: 'always',
    },
    verdict: 'ask',
    policy: 1,
    permitted: [],
    refusePermit: undefined,
    onPermit: () => {},
    input: () => listeners.forEach((listener) => listener()),
    restart() {
      kit.desk = open();
      return kit.desk;
    },
    question(about = {}) {
      const bond = { ...BOND, ...about.bond };
      return {
        call: `call of ${bond.args}`,
        bond,
        ruling: rulingOf('ask'),
        show: () => ({
          call: `call of ${bond.args}`,
          clientId: bond.client,
          clientName: 'Claude Desktop',
          server: bond.server,
          kind: bond.kind,
          tool: bond.name,
          effect: about.effect ?? 'send',
          sentence: { key: 'approval.send', params: { app: 'Claude Desktop', recipients: ['a@b.org'] } },
          because: rulingOf('ask').because,
          why: [],
          args: { head: '{}', bytes: 2 },
          ...about.show?.(),
        }),
        like: about.like,
        ...(about.fits === undefined ? {} : { fits: about.fits }),
        again: about.again ?? (() => ({ ruling: rulingOf(kit.verdict), policy: kit.policy })),
      };
    },
    ask: (about) => watch(kit.desk.ask(kit.question(about))),
  };
  kit.desk = open();
  return kit;
}

export const LIKE: readonly ArgCondition[] = [
  { pointer: '/path', test: { is: 'in-folder', folder: '/home/ann/notes' } },
];

/** The sentence of a refusal; fails the test when it was allowed. */
export function sentenceOf(outcome: Outcome | undefined): string {
  if (outcome?.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(outcome)}`);
  return outcome.sentence;
}

export function decisionOf(outcome: Outcome | undefined) {
  if (outcome?.kind !== 'allowed') throw new Error(`not allowed: ${JSON.stringify(outcome)}`);
  return outcome.decision;
}

export const OTHER = { args: 'b'.repeat(64) };

/** A call that was missed because nobody was there. */
export function missed(kit: Kit, about?: Parameters<Kit['ask']>[0]) {
  kit.presence = 'away';
  const asked = kit.ask(about);
  kit.presence = 'here';
  return asked;
}

export async function passes(kit: Kit, about?: Parameters<Kit['ask']>[0]): Promise<boolean> {
  const asked = kit.ask(about);
  await settle();
  const [outcome] = asked.outcomes;
  if (outcome === undefined) kit.desk.deny(asked.id, undefined, 'window');
  if (outcome?.kind !== 'allowed') return false;
  expect(outcome.decision.bond).toEqual({ ...BOND, ...about?.bond });
  expect(kit.desk.redeem(outcome.decision, outcome.decision.bond, kit.policy)).toBeUndefined();
  return true;
}
