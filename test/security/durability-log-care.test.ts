import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyFile } from '../../electron/audit/verify.ts';
import type { HostPorts } from '../../electron/host/host.ts';
import { lenient } from '../../electron/host/log/log-unwritable.ts';
import { policyDigest } from '../../electron/policy/managed/parse.ts';
import type { ManagedRead } from '../../electron/policy/managed/read.ts';
import { managedPolicy } from '../../shared/model/managed.ts';
import { type OpenHost, testProfile } from '../fixtures/host-in-process.ts';
import {
  behindItsBack,
  callsIn,
  durable,
  freshFile,
  openLog,
  row,
  untilRecorded,
} from '../unit/audit/support.ts';

// A log that is not well, and the ways on from there: none of them is open to a program, and none loses a trace.

function profile() {
  const made = testProfile();
  onTestFinished(() => made.remove());
  const log = join(made.home, 'log.db');
  return {
    home: made.home,
    log,
    open: (over: Partial<HostPorts> = {}) => made.open(over),
    /** A run in which some calls were made. */
    run: async (calls: number): Promise<void> => {
      const host = await made.open();
      await record(host, calls);
      await host.close();
    },
    put: (from: string): void => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(log + suffix, { force: true });
      cpSync(from, log);
    },
  };
}

async function record(host: OpenHost, calls: number): Promise<void> {
  const { audit } = host.context;
  for (let i = 0; i < calls; i++) audit.append(row({ leg: 'answered', outcome: 'ok' }));
  await audit.flush();
}

describe('a log that is not the one that was left', () => {
  it('is accepted by a person, who is told what was noticed; both stay on record, and the log goes on', async () => {
    const { log, run, put, open } = profile();
    await run(10);
    cpSync(log, `${log}.older`);
    await run(5);
    put(`${log}.older`);

    let host = await open();
    const { noticed } = await host.must('log-care.show', {});
    expect(noticed).toContain('was not the one that it had left');
    expect(noticed).toContain('15 rows had been recorded; in the one that was found there were 10 rows');
    expect(host.notices().join()).toContain('is not the one that Doorward left');
    expect(await host.must('log.verify', {})).toMatchObject({ ok: false, problem: 'rolled-back' });

    const done = await host.must('log-care.accept', {});
    expect(done).toMatchObject({ noticed });
    expect(host.notices().join()).not.toContain('is not the one that Doorward left');
    expect(await host.must('log-care.show', {})).not.toHaveProperty('noticed');
    const report = await host.must('log.verify', {});
    expect(report).toMatchObject({ ok: true, rows: 10 });
    expect(report.sentence).toMatch(/noticed that it was not the one it had left; a person accepted that on/);
    expect(await host.window('log-care.accept', {})).toMatchObject({ ok: false, code: 'unknown' });
    await record(host, 3);
    await host.close();

    // So it is for the next start, and a new older copy is noticed anew.
    cpSync(log, `${log}.accepted`);
    host = await open();
    expect(host.notices().join()).not.toContain('Doorward left');
    expect(await host.must('log.verify', {})).toMatchObject({ ok: true, rows: 13 });
    await record(host, 1);
    await host.close();
    put(`${log}.accepted`);
    host = await open();
    expect((await host.must('log-care.show', {})).noticed).toContain('14 rows had been recorded');
    expect(await host.must('log.verify', {})).toMatchObject({ ok: false, problem: 'rolled-back' });
  });

  it('whose rows do not fit is kept as it is under another name, and the new one names it', async () => {
    const { home, log, run, open } = profile();
    await run(10);
    behindItsBack(log, (db) => db.exec("UPDATE legs SET name = 'something_else' WHERE seq = 4"));
    let host = await open();
    expect(await host.must('log.verify', {})).toMatchObject({ ok: false, problem: 'changed', firstBad: 4 });
    const { noticed, aside = '' } = await host.must('log-care.accept', {});
    expect(noticed).toContain('row 4 does not fit');
    expect(aside).toMatch(/^log\.db\.kept-/);
    expect(readdirSync(home)).toContain(aside);
    expect(await verifyFile(join(home, aside))).toMatchObject({ ok: false, firstBad: 4 });

    await untilRecorded(host.context.audit, () => row({ leg: 'answered', outcome: 'ok' }));
    for (let start = 0; start < 2; start++) {
      const report = await host.must('log.verify', {});
      expect(report).toMatchObject({ ok: true, rows: 1 });
      expect(report.sentence).toContain(aside);
      expect(host.notices().join()).not.toContain('gone');
      await host.close();
      if (start === 0) host = await open();
    }
  });
});

describe('calls while the log cannot be written', () => {
  it('are refused until a person chooses otherwise; the choice is sealed', async () => {
    const { home, open } = profile();
    let host = await open();
    expect(await host.must('log-care.show', {})).toEqual({ unwritable: 'refuse', fixed: false, passed: 0 });
    expect(await host.must('log-care.unwritable', { unwritable: 'pass' })).toMatchObject({
      unwritable: 'pass',
    });
    await host.close();
    host = await open();
    expect(await host.must('log-care.show', {})).toMatchObject({ unwritable: 'pass' });
    await host.must('log-care.unwritable', { unwritable: 'refuse' });
    await host.close();

    // Attack: write the choice into the state, so that calls pass without a trace once the disk is filled.
    behindItsBack(join(home, 'state.db'), (db) =>
      db.exec(
        "INSERT INTO choices(name, record, generation, seal) VALUES('log-unwritable', 'pass', 1, NULL)",
      ),
    );
    host = await open();
    expect(await host.must('log-care.show', {})).toMatchObject({ unwritable: 'refuse' });
  });

  it('are refused where an organisation wants every call on record, whatever was chosen', async () => {
    const { open } = profile();
    const host = await open();
    await host.must('log-care.unwritable', { unwritable: 'pass' });
    await host.close();
    const policy = managedPolicy.parse({
      version: 1,
      organisation: { name: 'Acme' },
      log: { required: true },
    });
    const read: ManagedRead = { kind: 'valid', policy, digest: policyDigest(policy), source: '/etc/x' };
    const managed = await open({ readManaged: () => Promise.resolve(read) });
    expect(await managed.must('log-care.show', {})).toMatchObject({ unwritable: 'refuse', fixed: true });
    expect(await managed.window('log-care.unwritable', { unwritable: 'pass' })).toMatchObject({
      ok: false,
      code: 'refused',
    });
  });

  it('pass where that was chosen, are counted, and are written when the disk takes rows again', async () => {
    const file = freshFile();
    let chosen: 'refuse' | 'pass' = 'refuse';
    const { audit, passed } = lenient(await openLog({ file }), () => chosen === 'pass');
    expect(await durable(audit, row({ call: 'before' }))).toBeUndefined();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    expect((await durable(audit, row({ call: 'refused' })))?.message).toContain("can't be recorded");
    chosen = 'pass';
    expect(await durable(audit, row({ call: 'passed' }))).toBeUndefined();
    expect(passed()).toBe(1);
    other.exec('ROLLBACK');
    other.close();
    chosen = 'refuse';
    await untilRecorded(audit, () => row({ call: 'after' }));
    expect(callsIn(file)).toEqual(['before', 'passed', 'after']);
    expect(await audit.verify()).toMatchObject({ ok: true });
    // What comes while Doorward ends does not pass.
    chosen = 'pass';
    await audit.close();
    expect((await durable(audit, row()))?.message).toContain('is stopping');
    expect(passed()).toBe(1);
  });
});
