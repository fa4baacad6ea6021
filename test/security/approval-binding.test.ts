import { VALID_MS } from '../../electron/approvals/decisions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bond, Decision } from '../../electron/approvals/contract.ts';
import { callKind } from '../../shared/model/policy.ts';
import { aKit, BOND, decisionOf, type Kit, LIKE, ONCE, settle } from '../unit/approvals/desk-kit.ts';

// Bar R6 and attack 31: a decision is about one call, under one policy, for a moment, once. An app, a server or a file
// on disk can hold one up as often as it likes.

async function allowed(kit: Kit, bond: Partial<Bond> = {}): Promise<Decision> {
  const asked = kit.ask({ bond });
  expect(kit.desk.allow(asked.id, ONCE).ok).toBe(true);
  await settle();
  return decisionOf(asked.outcomes[0]);
}

const FIELDS = ['client', 'server', 'identity', 'name', 'pin', 'args'] as const;
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '*', '__proto__', 'a'),
);

/** Another text than the one that was approved: close to it, or anything. */
const other = (was: string): fc.Arbitrary<string> =>
  fc
    .oneof(
      text,
      fc.constantFrom(
        `${was} `,
        ` ${was}`,
        was.toUpperCase(),
        was.slice(1),
        `${was}\u0000`,
        `${was}\u200b`,
        was.normalize('NFD') + '\u0301',
      ),
    )
    .filter((now) => now !== was);

type Mutation = {
  readonly bond?: Partial<Bond>;
  readonly policy?: number;
  readonly decision?: Partial<Decision>;
  readonly wait?: number;
};

const bondMutation: fc.Arbitrary<Partial<Bond>> = fc.oneof(
  ...FIELDS.map((field) => other(BOND[field]).map((value) => ({ [field]: value }))),
  fc.constantFrom(...callKind.options.filter((kind) => kind !== BOND.kind)).map((kind) => ({ kind })),
  // Swapped fields: the same texts, meaning something else.
  fc.constant({ client: BOND.server, server: BOND.client }),
  fc.constantFrom(...FIELDS).map((field) => ({ [field]: undefined }) as unknown as Partial<Bond>),
);
const otherNumber = (was: number): fc.Arbitrary<number> =>
  fc
    .oneof(fc.integer(), fc.constantFrom(was + 1, was - 1, NaN, Infinity, -0, 0))
    .filter((now) => now !== was);

const mutation = (decision: Decision): fc.Arbitrary<Mutation> =>
  fc.oneof(
    bondMutation.map((bond) => ({ bond })),
    otherNumber(decision.policy).map((policy) => ({ policy })),
    // The claim is changed to fit another call, so that both sides agree with each other.
    bondMutation.map((bond) => ({ bond, decision: { bond: { ...BOND, ...bond } } })),
    bondMutation.map((bond) => ({ decision: { bond: { ...BOND, ...bond } } })),
    otherNumber(decision.policy).map((policy) => ({ policy, decision: { policy } })),
    otherNumber(decision.expiresAt).map((expiresAt) => ({ decision: { expiresAt } })),
    other(decision.nonce).map((nonce) => ({ decision: { nonce } })),
    fc.integer({ min: VALID_MS, max: 10 * 60_000 }).map((wait) => ({ wait })),
    fc.integer({ min: 1, max: 10 * 60_000 }).map((wait) => ({ wait: -wait })),
    fc.integer({ min: 1, max: 10 * 60_000 }).map((more) => ({
      wait: VALID_MS + more,
      decision: { expiresAt: decision.expiresAt + 2 * more + 60_000 },
    })),
  );

describe('an approved call', () => {
  it('10,000 changes of it, or of its decision, are refused; the true one passes exactly once', async () => {
    const kit = aKit();
    let tried = 0;
    for (let round = 0; round < 50; round++) {
      const decision = await allowed(kit);
      fc.assert(
        fc.property(mutation(decision), (changed) => {
          tried++;
          const jump = changed.wait ?? 0;
          kit.clock.jump(jump);
          const answer = kit.desk.redeem(
            { ...decision, ...changed.decision },
            { ...BOND, ...changed.bond },
            changed.policy ?? decision.policy,
          );
          kit.clock.jump(-jump);
          expect(answer).toMatch(/^[A-Z].+\.$/);
        }),
        { numRuns: 200 },
      );
      expect(kit.desk.redeem(decision, BOND, decision.policy)).toBeUndefined();
      expect(kit.desk.redeem(decision, BOND, decision.policy)).toBeTypeOf('string');
      expect(kit.desk.redeem({ ...decision, bond: { ...decision.bond } }, BOND, decision.policy)).toBeTypeOf(
        'string',
      );
    }
    expect(tried).toBe(10_000);
  });

  it('is not allowed by a decision of another desk, another run, or nobody', async () => {
    const kit = aKit();
    const elsewhere = aKit();
    const foreign = await allowed(elsewhere);
    expect(kit.desk.redeem(foreign, BOND, 1)).toBeTypeOf('string');
    const before = await allowed(kit);
    const disk = new Map(kit.store.kept);
    kit.restart();
    expect(kit.desk.redeem(before, BOND, 1)).toBeTypeOf('string');
    // Nor when the record is put back, as it was or as if it were of this run.
    for (const [key, record] of disk) kit.store.kept.set(key, record);
    expect(kit.desk.redeem(before, BOND, 1)).toBeTypeOf('string');
    const forged: Decision = { nonce: 'forged', bond: BOND, policy: 1, expiresAt: kit.clock.now() + 30_000 };
    kit.store.kept.set(
      'decision:forged',
      JSON.stringify({ ...JSON.parse([...disk.values()][0] ?? ''), nonce: 'forged' }),
    );
    kit.restart();
    expect(kit.desk.redeem(forged, BOND, 1)).toBeTypeOf('string');
    for (const nothing of [{}, { nonce: before.nonce }, { nonce: '__proto__' }])
      expect(kit.desk.redeem(nothing as Decision, BOND, 1)).toBeTypeOf('string');
  });

  it('is not another one when what was asked about is changed after it was allowed', async () => {
    const kit = aKit();
    const bond = { ...BOND };
    const question = { ...kit.question(), bond };
    const asked = kit.desk.ask(question);
    kit.desk.allow(asked.id, ONCE);
    const decision = decisionOf(await asked.outcome);
    Object.assign(bond, { args: 'changed' });
    expect(() => Object.assign(decision.bond, { args: 'changed' })).toThrow();
    expect(kit.desk.redeem(decision, bond, 1)).toBeTypeOf('string');
    expect(kit.desk.redeem(decision, BOND, 1)).toBeUndefined();
  });

  it('is used up when using it cannot be written down', async () => {
    const kit = aKit();
    const decision = await allowed(kit);
    kit.store.fails = true;
    expect(kit.desk.redeem(decision, BOND, 1)).toMatch(/could not be recorded/);
    expect(kit.desk.redeem(decision, BOND, 1)).toBeTypeOf('string');
  });

  it('does not live longer by a clock that is set back, or a computer that sleeps', async () => {
    const kit = aKit();
    const slept = await allowed(kit);
    kit.clock.jump(VALID_MS);
    expect(kit.desk.redeem(slept, BOND, 1)).toMatch(/expired/);
    const turned = await allowed(kit);
    kit.clock.advance(VALID_MS - 10_000);
    kit.clock.jump(-15_000);
    kit.clock.advance(10_000);
    expect(kit.desk.redeem(turned, BOND, 1)).toBeTypeOf('string');
  });
});

describe('a permission of a popup', () => {
  it('of a tool that a server names like a pattern does not become one for other tools', () => {
    for (const name of ['*', '**', 'write_*', 'write_fil?', '?', 'x'.repeat(501), '']) {
      const kit = aKit();
      const asked = kit.ask({ effect: 'write', like: LIKE, bond: { name } });
      expect(kit.desk.pending()[0]?.durations, name).toEqual(['once']);
      for (const scope of ['args', 'like', 'tool'] as const)
        expect(kit.desk.allow(asked.id, { ...ONCE, duration: '1h', scope }), name).toMatchObject({
          ok: false,
        });
      expect(kit.permitted, name).toEqual([]);
      expect(kit.desk.allow(asked.id, ONCE).ok, name).toBe(true);
    }
  });

  it('is bound to the effect, so that it does not reach what the tool becomes later', () => {
    const kit = aKit();
    const asked = kit.ask({ effect: 'write' });
    kit.desk.allow(asked.id, { ...ONCE, duration: 'always', scope: 'tool', clients: 'all' });
    expect(kit.permitted[0]?.body).toMatchObject({
      effects: ['write'],
      server: BOND.server,
      tool: BOND.name,
    });
  });
});

describe('an app that asks and asks (attack 31)', () => {
  it('cannot keep another from being asked about, nor push out its missed calls', async () => {
    const kit = aKit();
    kit.presence = 'away';
    const mine = kit.ask({ bond: { client: 'quiet' } });
    for (let n = 0; n < 900; n++) kit.ask({ bond: { client: 'loud', args: String(n) } });
    kit.presence = 'here';
    expect(kit.desk.missed()).toHaveLength(500);
    for (let n = 0; n < 100; n++) kit.ask({ bond: { client: 'loud', args: String(n) } });
    expect(kit.desk.pending()).toHaveLength(30);
    expect(kit.desk.allow(mine.id, ONCE).ok).toBe(true);
    const retry = kit.ask({ bond: { client: 'quiet' } });
    await settle();
    decisionOf(retry.outcomes[0]);
    kit.clock.advance(45_000);
    for (let n = 0; n < 200; n++) kit.ask({ bond: { client: 'loud', args: `again ${n}` } });
    expect(kit.desk.pending()).toEqual([]);
  });

  it('cannot get two calls through one answer by asking twice at once', async () => {
    const kit = aKit();
    const first = kit.ask({ effect: 'write', like: LIKE, fits: () => true });
    const twin = kit.ask({ effect: 'write', like: LIKE, fits: () => true });
    kit.desk.allow(first.id, ONCE);
    await settle();
    const decision = decisionOf(first.outcomes[0]);
    expect(twin.outcomes).toEqual([]);
    expect(kit.desk.redeem(decision, BOND, 1)).toBeUndefined();
    expect(kit.desk.redeem(decision, BOND, 1)).toBeTypeOf('string');
    expect(kit.desk.pending().map(({ id }) => id)).toEqual([twin.id]);
  });
});
