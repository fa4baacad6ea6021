import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadyChild } from '../fixtures/child.ts';
import { fakeProfile, type Profile } from '../unit/cli/fake-host.ts';
import { openAuditLog } from '../../electron/audit/audit-log.ts';
import { workerUrl } from '../unit/audit/child-support.ts';
import { wholeCall } from '../unit/audit/support.ts';

const cliFile = fileURLToPath(new URL('../fixtures/fake-cli.ts', import.meta.url));
const KEY = { DOORWARD_OPERATOR_KEY: 'a key of tests' };

describe('log export and log verify', () => {
  let profile: Profile;
  let host: ReadyChild;
  const path = (name: string) => join(profile.home, name);

  beforeAll(async () => {
    profile = fakeProfile();
    const log = await openAuditLog({ file: path('log.db'), workerUrl });
    if (!log.ok) throw new Error(log.message);
    for (let call = 0; call < 6000; call += 1)
      for (const leg of wholeCall({
        server: call % 2 === 0 ? 'git' : 'files',
        reason: `=${'r'.repeat(400)}`,
      }))
        log.value.append(leg);
    await log.value.close();
    host = await profile.serve([], KEY);
  });
  afterAll(async () => {
    await host.stop();
    profile.remove();
  });

  it('hands out the log to the operator only', async () => {
    const refused = await profile.run(['log', 'export', '--out', path('no.jsonl')]);
    expect([refused.code, refused.stdout]).toEqual([4, '']);
    const wrong = await profile.run(['log', 'export'], { env: { DOORWARD_OPERATOR_KEY: 'a wrong key' } });
    expect([wrong.code, wrong.stdout]).toEqual([4, '']);
    expect(readdirSync(profile.home).filter((name) => name.includes('no.jsonl'))).toEqual([]);
  });

  it('writes a whole file that only its owner reads, or none, and never over another', async () => {
    const out = path('calls.jsonl');
    const done = await profile.run(['log', 'export', '--out', out, '--json'], { env: KEY });
    expect(done).toMatchObject({ code: 0 });
    expect(JSON.parse(done.stdout)).toEqual({ file: out, bytes: statSync(out).size });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const before = readFileSync(out);
    const again = await profile.run(['log', 'export', '--out', out], { env: KEY });
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('there already')]);
    expect(readFileSync(out)).toEqual(before);
    expect((await profile.run(['log', 'export', '--out', path('no/such/folder')], { env: KEY })).code).toBe(
      1,
    );
    expect(readdirSync(profile.home).filter((name) => name.endsWith('.part'))).toEqual([]);

    const verified = await profile.run(['log', 'verify', out, '--json']);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, rows: 12_000 });
    const lines = before.toString().split('\n');
    lines.splice(
      lines.findIndex((line) => line.startsWith('{"seq":5000,')),
      1,
    );
    writeFileSync(path('less.jsonl'), lines.join('\n'));
    const less = await profile.run(['log', 'verify', path('less.jsonl'), '--json']);
    expect(less.code).toBe(1);
    expect(JSON.parse(less.stdout)).toMatchObject({ ok: false, problem: 'deleted', firstBad: 5000 });
  });

  it('streams to standard output, of some rows and as a table as well', async () => {
    // Everything, and not the end of it only.
    const whole = (...words: string[]) =>
      spawnSync(process.execPath, [cliFile, 'log', 'export', ...words], {
        env: { PATH: process.env['PATH'], DOORWARD_HOME: profile.home, ...KEY },
        maxBuffer: 64 * 1024 * 1024,
        encoding: 'utf8',
      });
    const csv = whole('--format', 'csv', '--server', 'git');
    expect(csv.status).toBe(0);
    const rows = csv.stdout.trimEnd().split('\r\n');
    expect(rows).toHaveLength(6001);
    expect(rows[1]).toContain("'=rrr");
    writeFileSync(path('streamed.jsonl'), whole('--server', 'git').stdout);
    expect((await profile.run(['log', 'verify', path('streamed.jsonl')])).stdout).toContain('6000 rows');
    const jsonl = await profile.run(['log', 'export', '--since', '2026-01-01', '--until', '2026-01-02'], {
      env: KEY,
    });
    expect(jsonl.stdout.trimEnd().split('\n')).toHaveLength(2);
  });

  it('says what it cannot do with what it was given', async () => {
    for (const [words, said] of [
      [['log', 'export', '--format', 'xml'], 'jsonl or csv'],
      [['log', 'export', '--since', 'yesterday-ish'], '--since'],
      [['log', 'verify', '--key', 'short'], '64 hex'],
      [['log', 'verify', 'a', 'b'], 'too many'],
    ] as const) {
      const { code, stderr } = await profile.run([...words], { env: KEY });
      expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    }
  });

  it('finds words, and verifies a copy of the log against a key', async () => {
    const found = await profile.run(['log', 'list', '--search', 'read_text git', '--limit', '3', '--json']);
    expect(JSON.parse(found.stdout)).toHaveLength(3);
    const copy = path('copy.db');
    const db = new DatabaseSync(path('log.db'));
    db.exec(`VACUUM INTO '${copy}'`);
    db.close();
    expect((await profile.run(['log', 'verify', copy])).code).toBe(0);
    const other = await profile.run(['log', 'verify', copy, '--key', 'a'.repeat(64)]);
    expect([other.code, other.stdout]).toEqual([1, expect.stringContaining('signed')]);
  });
});
