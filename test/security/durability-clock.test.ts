import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { clockTrust } from '../../electron/audit/clock-trust.ts';
import { facts, NOON, policyOf, rule } from '../unit/policy/support.ts';
import { readCheckpoints } from '../../electron/audit/checkpoint.ts';
import { seed } from '../unit/audit/child-support.ts';
import { behindItsBack, callsIn, freshFile, openLog, row } from '../unit/audit/support.ts';

// The clock of the computer jumps: a flat battery, a wrong time zone, somebody's doing, a sleep (S11). Questions and their
// answers are in test/unit/approvals and approval-binding.test.ts, budgets in test/unit/policy/limits.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a permission for a while', () => {
  const allow = rule(
    { action: 'allow', effects: ['send'], expiresAt: NOON + 5 * 60_000 },
    { createdAt: NOON },
  );
  const block = rule(
    { action: 'block', effects: ['send'], expiresAt: NOON + 5 * 60_000 },
    { createdAt: NOON },
  );
  const at = (time: number, one = allow): string =>
    policyOf({ person: [one] }).decide(facts({ effect: 'send', at: time })).decision;

  it('lasts as long as it was given for', () => {
    expect([at(NOON), at(NOON + 4 * 60_000), at(NOON + 6 * 60_000)]).toEqual(['allow', 'allow', 'ask']);
  });

  it('holds for a call that came in before it was given, and waited', () => {
    expect(at(NOON - 10 * 60_000)).toBe('allow');
  });

  it('lasts no longer by a clock that is set back', () => {
    expect([at(NOON - HOUR), at(NOON - 30 * DAY)]).toEqual(['ask', 'ask']);
    // What refuses goes on refusing.
    expect(at(NOON - HOUR, block)).toBe('block');
  });
});

describe('rows that are too old', () => {
  /** A log's checkpoints at these times. */
  const logOf = (...times: readonly number[]): DatabaseSync => {
    const db = new DatabaseSync(':memory:');
    db.exec('CREATE TABLE checkpoints (n INTEGER PRIMARY KEY, at INTEGER NOT NULL)');
    for (const time of times) db.prepare('INSERT INTO checkpoints(at) VALUES (?)').run(time);
    return db;
  };
  const settled = (db: DatabaseSync, now: number): boolean =>
    clockTrust(
      db,
      () => now,
      () => 0,
    ).settled();

  it('are told by a clock that goes on as it went', () => {
    expect(settled(logOf(), NOON)).toBe(true);
    expect(settled(logOf(NOON, NOON + 6 * DAY), NOON + 12 * DAY)).toBe(true);
  });

  it('are not told by one that jumped ahead, also after a restart, until it went on from there for a day', () => {
    const later = NOON + 3650 * DAY;
    expect(settled(logOf(NOON, NOON + DAY), later)).toBe(false);
    // Doorward was started again, and recorded something.
    const jumped = logOf(NOON, NOON + DAY, later, later + HOUR);
    expect(settled(jumped, later + 2 * HOUR)).toBe(false);
    expect(settled(jumped, later + 2 * DAY)).toBe(true);
    // It is set right again, and nothing was lost meanwhile.
    expect(settled(jumped, NOON + 2 * DAY)).toBe(true);
  });

  it('are told by a run of a day, when nothing is recorded in it', () => {
    let monotonic = 0;
    const clock = clockTrust(
      logOf(NOON),
      () => NOON + 20 * DAY + monotonic,
      () => monotonic,
    );
    expect(clock.settled()).toBe(false);
    monotonic = DAY - 1;
    expect(clock.settled()).toBe(false);
    monotonic = DAY;
    expect(clock.settled()).toBe(true);
  });

  it('stay when the log was last used long ago by the clock, and go with the next day', async () => {
    const file = freshFile();
    let log = await openLog({ file, seed });
    for (let i = 0; i < 5; i++)
      log.append(row({ at: Date.now() - 100 * DAY, leg: 'answered', outcome: 'ok' }));
    await log.close();
    // As if the clock had jumped a hundred days ahead since. Nobody signs that, so the chain is not looked at here.
    behindItsBack(file, (db) => db.exec(`UPDATE checkpoints SET at = at - ${100 * DAY}`));
    log = await openLog({ file, seed });
    log.append(row({ leg: 'answered', outcome: 'ok' }));
    log.keep({ days: 30 });
    await log.flush();
    // A look of the chores has gone by when the next checkpoint is there.
    for (let i = 0; i < 1100; i++) log.append(row({ leg: 'answered', outcome: 'ok' }));
    await log.flush();
    await expect
      .poll(() => behindItsBack(file, (db) => readCheckpoints(db).at(-1)?.seq ?? 0), { timeout: 60_000 })
      .toBeGreaterThan(1000);
    expect(callsIn(file).length).toBe(1106);
  });
});
