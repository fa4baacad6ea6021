import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../electron/audit/audit-log.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { ReadyChild } from '../../fixtures/child.ts';
import { workerUrl } from '../audit/child-support.ts';
import { wholeCall } from '../audit/support.ts';
import { fakeProfile, type Profile } from './fake-host.ts';

const MINUTE = 60_000;
const ruling = JSON.stringify({ decision: 'allow', kind: 'tool', effect: 'send', role: 'default' });
const found = JSON.stringify([{ source: 'secret', type: 'x', where: 'answer', act: 'noted', count: 1 }]);

describe('log session, and the fields of log list', () => {
  let profile: Profile;
  let host: ReadyChild;

  beforeAll(async () => {
    profile = fakeProfile();
    const log = await openAuditLog({ file: join(profile.home, 'log.db'), workerUrl });
    if (!log.ok) throw new Error(log.message);
    const at = Date.now() - 300 * MINUTE;
    const add = (...given: Parameters<typeof wholeCall>) =>
      wholeCall(...given).forEach((leg) => log.value.append(leg));
    add({ call: 'early', at, server: 'git' });
    add({ call: 'first', at: at + 60 * MINUTE, server: 'git', ruling });
    add({ call: 'other', at: at + 61 * MINUTE, clientId: 'cursor', clientName: 'Cursor' });
    add({ call: 'last', at: at + 62 * MINUTE, server: '\u001b[2Jevil\u202E', outcome: 'tool-error', found });
    await log.value.close();
    host = await profile.serve();
  });
  afterAll(async () => {
    await host.stop();
    profile.remove();
  });

  it('shows the calls of one app across servers, up to the pause, and no name breaks the table', async () => {
    const { code, stdout } = await profile.run(['log', 'session', 'last']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Claude Desktop: 2 calls\.$/m);
    expect(stdout).toMatch(/ first +git +/);
    expect(stdout).toContain('\\u{1b}[2Jevil\\u{202e}');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/early|other/);
  });

  it('is JSON for programs, and says when there is no such call', async () => {
    const { stdout } = await profile.run(['log', 'session', 'first', '--json']);
    const session = contract['log.session'].output.parse(JSON.parse(stdout));
    expect(session.calls.map(({ call }) => call)).toEqual(['first', 'last']);
    const none = await profile.run(['log', 'session', 'nothing']);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('There is no call "nothing"')]);
  });

  it('finds by what a tool does, by findings and by trouble', async () => {
    const calls = async (...words: string[]) => {
      const { stdout } = await profile.run(['log', 'list', '--json', ...words]);
      return (JSON.parse(stdout) as { call: string }[]).map(({ call }) => call);
    };
    expect(await calls('--effect', 'send')).toEqual(['first']);
    expect(await calls('--found', '--outcome', 'trouble')).toEqual(['last']);
  });
});
