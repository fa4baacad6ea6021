import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyFile } from '../../electron/audit/verify.ts';
import { logSeed, signerOf } from '../../electron/audit/signer.ts';
import { readLogAnchor } from '../../electron/host/log/log-anchor.ts';
import { type OpenLog, openLog } from '../../electron/host/log/open-log.ts';
import type { Undo } from '../../electron/host/open-profile.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import { createLogger } from '../../electron/log/logger.ts';
import { openSeals, readVaultKey } from '../../electron/vault/seal-key.ts';
import { logWorkerOfTests } from '../fixtures/log-worker.ts';
import { memoryKeychain } from '../fixtures/memory-keychain.ts';
import { row } from '../unit/audit/support.ts';

// Somebody who can write the profile's folder but not the keychain (threat 38, S11: key and head not in one folder).

/** A row that ends its call, so that no start has to. */
const ended = () => row({ leg: 'answered', outcome: 'ok' });

/** A log as a host opens it. */
function profile() {
  const home = mkdtempSync(join(tmpdir(), 'doorward-log-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const paths = profilePaths(home, systemSurroundings(home));
  const keychain = memoryKeychain();
  const notes = new Map<string, string>();
  const logger = createLogger({
    sink: { write: () => undefined, close: () => undefined } as unknown as Parameters<
      typeof createLogger
    >[0]['sink'],
    level: () => 'error',
    redact: (text) => text,
    now: Date.now,
  });
  const open = async (passphrase?: Buffer): Promise<OpenLog & { close(): Promise<void> }> => {
    const seals = await openSeals({
      home,
      keychain,
      passphrase,
      notes: { get: (name) => notes.get(name), set: (name, value) => void notes.set(name, value) },
    });
    if (!seals.ok) throw new Error(seals.message);
    const undo: Undo[] = [];
    const log = await openLog(
      {
        paths,
        logWorker: logWorkerOfTests(),
        now: Date.now,
        logger,
        keychain,
        passphrase,
        seals: seals.value,
      },
      undo,
    );
    if (!log.ok) throw new Error(log.message);
    const close = async () => {
      for (const step of undo.toReversed()) await step();
    };
    onTestFinished(close);
    return { ...log.value, close };
  };
  /** What `log verify` says with nothing but the files and the keychain. */
  const verify = async () => {
    const key = await readVaultKey({ home, keychain });
    const { anchor } = await readLogAnchor(keychain, home);
    return verifyFile(paths.log, undefined, {
      ...(key.ok ? { keys: [signerOf(logSeed(key.value)).key] } : {}),
      ...(anchor === undefined ? {} : { anchor }),
    });
  };
  return { home, paths, keychain, open, verify };
}

describe('a program that writes the profile but not the keychain', () => {
  it('cannot put an older log in place unnoticed: verify says so, and so does the next start', async () => {
    const { paths, open, verify } = profile();
    let log = await open();
    for (let index = 0; index < 10; index += 1) log.audit.append(ended());
    await log.close();
    expect(await verify()).toMatchObject({ ok: true, rows: 10, keyKnown: true });
    cpSync(paths.log, `${paths.log}.kept`);
    log = await open();
    for (let index = 0; index < 10; index += 1) log.audit.append(ended());
    await log.close();
    expect(await verify()).toMatchObject({ ok: true, rows: 20 });

    rmSync(paths.log);
    cpSync(`${paths.log}.kept`, paths.log);
    expect(await verify()).toMatchObject({ ok: false, problem: 'rolled-back', firstBad: 11 });
    log = await open();
    expect(log.notices().join()).toContain('an older copy was put in its place');
    expect(await log.audit.verify()).toMatchObject({ ok: false, problem: 'rolled-back', firstBad: 11 });
  });

  it('finds neither the key nor how far the log had come in the folder', async () => {
    const { home, keychain, open } = profile();
    const log = await open();
    log.audit.append(ended());
    await log.close();
    expect([...keychain.entries.keys()].toSorted()).toEqual([`key:${home}`, `log:${home}`]);
    expect(keychain.entries.get(`log:${home}`)?.toString()).toMatch(/^\{"v":1,"seq":1,/);
    expect(existsSync(join(home, 'log-anchor'))).toBe(false);
  });

  it('removes the log and is told of', async () => {
    const { paths, open, verify } = profile();
    let log = await open();
    for (let index = 0; index < 10; index += 1) log.audit.append(ended());
    await log.close();
    rmSync(paths.log);
    expect((await verify()).ok).toBe(false);
    log = await open();
    expect(log.notices().join()).toContain('10 rows had been recorded');
  });
});

describe('the keychain', () => {
  it('is written every few seconds at most, whatever is recorded', async () => {
    const { keychain, open } = profile();
    let writes = 0;
    const set = keychain.set.bind(keychain);
    keychain.set = (account, secret) => {
      if (account.startsWith('log:')) writes += 1;
      return set(account, secret);
    };
    const log = await open();
    for (let index = 0; index < 200; index += 1) {
      log.audit.append(ended());
      await log.audit.flush();
    }
    await log.close();
    // One at the beginning, one for every five seconds, one at the end.
    expect(writes).toBeGreaterThan(0);
    expect(writes).toBeLessThan(20);
  });

  it('that is locked leaves the log chained, and the next start takes it up', async () => {
    const { keychain, open, verify } = profile();
    let log = await open();
    log.audit.append(ended());
    await log.close();
    keychain.available = false;
    log = await open();
    for (let index = 0; index < 5; index += 1) log.audit.append(ended());
    log.keep({ days: 1 });
    expect(await log.audit.verify()).toMatchObject({ ok: true, rows: 6 });
    await log.close();
    keychain.available = true;
    const report = await verify();
    expect(report).toMatchObject({ ok: true, rows: 6, keyKnown: true });
    expect(report.sentence).toContain('Rows after 1 were recorded while the key was not at hand');
    log = await open();
    expect(log.notices()).toEqual([]);
    await log.close();
    expect((await verify()).sentence).toContain('Rows 2 to 6 were recorded while the key was not at hand');
  });

  it('is not needed with a passphrase, which signs but has no anchor', async () => {
    const { keychain, paths, open } = profile();
    keychain.available = false;
    const log = await open(Buffer.from('a long passphrase'));
    log.audit.append(ended());
    const report = await log.audit.verify();
    expect(report).toMatchObject({ ok: true, rows: 1, keyKnown: true });
    await log.close();
    expect(await verifyFile(paths.log, undefined, { keys: [report.key ?? ''] })).toMatchObject({ ok: true });
  });
});

describe('a call of an earlier run that nobody ended', () => {
  it('is marked once: whether it was done is unknown', async () => {
    const { open } = profile();
    let log = await open();
    log.audit.append(row({ call: 'lost', name: 'transfer' }));
    log.audit.append(row({ call: 'well' }));
    log.audit.append(row({ call: 'well', leg: 'answered', outcome: 'ok' }));
    await log.close();
    for (let start = 0; start < 2; start += 1) {
      log = await open();
      log.audit.append(row({ call: `now-${start}` }));
      log.audit.append(row({ call: `now-${start}`, leg: 'answered', outcome: 'ok' }));
      await expect
        .poll(async () => (await log.audit.show('lost')).map(({ leg }) => leg), { timeout: 30_000 })
        .toEqual(['sent', 'failed']);
      const calls = await log.audit.list({ limit: 10 });
      expect(calls.find(({ call }) => call === 'lost')).toMatchObject({
        outcome: 'open',
        name: 'transfer',
        reason: expect.stringContaining('outcome is unknown') as string,
      });
      expect(calls.filter(({ reason }) => reason !== undefined)).toHaveLength(1);
      await log.close();
    }
  });
});
