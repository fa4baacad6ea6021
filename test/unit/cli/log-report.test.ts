import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../electron/audit/audit-log.ts';
import { report as reportSchema } from '../../../shared/model/report.ts';
import type { ReadyChild } from '../../fixtures/child.ts';
import { workerUrl } from '../audit/child-support.ts';
import { wholeCall } from '../audit/support.ts';
import { fakeProfile, type Profile } from './fake-host.ts';

const DAY = 86_400_000;

describe('log report', () => {
  let profile: Profile;
  let host: ReadyChild;
  const path = (name: string) => join(profile.home, name);

  beforeAll(async () => {
    profile = fakeProfile();
    const log = await openAuditLog({ file: path('log.db'), workerUrl });
    if (!log.ok) throw new Error(log.message);
    const now = Date.now();
    for (let call = 0; call < 30; call += 1)
      for (const leg of wholeCall({
        at: call < 10 ? now - 8 * DAY : now - 1000,
        server: call % 2 === 0 ? 'git' : '\u001b[2Jevil\u202E',
      }))
        log.value.append(leg);
    await log.value.close();
    host = await profile.serve();
  });
  afterAll(async () => {
    await host.stop();
    profile.remove();
  });

  it('tells a person what happened, in tables that no name can break', async () => {
    const { code, stdout } = await profile.run(['log', 'report']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Calls +20 +10$/m);
    expect(stdout).toMatch(/^git +10 +5 +0 +0 +0$/m);
    expect(stdout).toMatch(/^\\u\{1b\}\[2Jevil\\u\{202e\} +10 +5 +0 +0 +0$/m);
    expect(stdout).not.toContain('\u001b');
  });

  it('is JSON for programs', async () => {
    const { code, stdout } = await profile.run(['log', 'report', '--since', '1d', '--json']);
    expect(code).toBe(0);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect([report.step, report.now.calls, report.past.calls]).toEqual(['hour', 20, 0]);
  });

  it('writes a page or a table into a new file that only its owner reads', async () => {
    for (const [format, begin] of [
      ['html', '<!doctype html>'],
      ['csv', 'Doorward: report\r\n'],
    ] as const) {
      const out = path(`report.${format}`);
      const words = ['log', 'report', '--weeks', '2', '--format', format, '--out', out];
      expect((await profile.run(words)).code).toBe(0);
      expect(readFileSync(out, 'utf8').startsWith(begin)).toBe(true);
      expect(statSync(out).mode & 0o777).toBe(0o600);
    }
    const again = await profile.run(['log', 'report', '--format', 'csv', '--out', path('report.csv')]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('there already')]);
  });

  it('says what is wrong with what was asked for', async () => {
    for (const [words, sentence] of [
      [['--format', 'pdf'], '--format is text, html, csv or json.'],
      [['--weeks', '1', '--since', '1d'], 'Give --weeks or --since, not both.'],
      [['--since', '2020-01-01'], 'A report spans a year at most.'],
      [['--since', '1h', '--until', '2h'], 'ends before it begins'],
    ] as const) {
      const ran = await profile.run(['log', 'report', ...words]);
      expect([ran.code, ran.stdout, ran.stderr]).toEqual([2, '', expect.stringContaining(sentence)]);
    }
  });
});
