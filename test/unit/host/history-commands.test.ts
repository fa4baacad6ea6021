import { describe, expect, it } from 'vitest';
import type { AuditLog } from '../../../electron/audit/log.ts';
import type { OverviewQuery } from '../../../electron/audit/overview.ts';
import { historyCommands } from '../../../electron/host/log/history-commands.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { bridgeContract } from '../../../shared/ipc/window.ts';
import type { CallSummary } from '../../../shared/model/log.ts';

const KEY = 'hush-hush-this-is-a-key';
const secrets = createRedactor();
secrets.know('files', [KEY]);
const now = new Date(2026, 10, 26, 22, 30).getTime();
const call: CallSummary = {
  call: 'c1',
  at: now,
  clientId: 'a',
  clientName: 'Claude',
  direction: 'client',
  server: 'files',
  method: 'tools/call',
  name: `read ${KEY}`,
  outcome: 'refused',
  reason: `No: ${KEY}`,
};
const context = {
  who: 'window' as const,
  onProgress: () => undefined,
  mayLoosen: () => Promise.reject(new Error('nothing is loosened')),
};

function commandsOf(over: Partial<Pick<AuditLog, 'overview' | 'session'>> = {}) {
  const asked: OverviewQuery[] = [];
  return {
    asked,
    commands: historyCommands({
      audit: {
        overview: (query) => {
          asked.push(query);
          return Promise.resolve({ begins: now, counts: [] });
        },
        session: () => Promise.resolve({ calls: [call], before: false, after: true }),
        ...over,
      },
      secrets,
      now: () => now,
    }),
  };
}

describe('log.overview', () => {
  it('refuses spans that are none with a sentence, and asks the log nothing', async () => {
    const { commands, asked } = commandsOf();
    for (const span of [{ since: 2, until: 1 }, { since: 1, until: 1 }, { since: 9e15 }, { until: -9e15 }]) {
      const answer = await commands['log.overview'](span, context);
      expect(answer).toMatchObject({ ok: false, code: 'usage' });
      expect(answer.ok ? '' : answer.message).toMatch(/\. (Give|Choose) /);
    }
    expect(asked).toEqual([]);
  });

  it('hands on what is asked for, and nothing that is not', async () => {
    const { commands, asked } = commandsOf();
    await commands['log.overview']({ search: 'x', outcome: 'trouble', found: true, since: now - 5 }, context);
    expect(asked).toEqual([{ search: 'x', outcome: 'trouble', found: true, since: now - 5 }]);
  });

  it('is nothing that the control socket has: counting by words would spell out what is hidden', () => {
    expect('log.overview' in contract).toBe(false);
    expect('log.overview' in bridgeContract).toBe(true);
  });
});

describe('log.session', () => {
  it('shows no secret, and says when a call is not there', async () => {
    const { commands } = commandsOf();
    const answer = await commands['log.session']({ call: 'c1' }, context);
    if (!answer.ok) throw new Error(answer.message);
    expect(JSON.stringify(answer)).not.toContain(KEY.slice(0, 12));
    expect(answer.value).toMatchObject({ clientId: 'a', clientName: 'Claude', before: false, after: true });
    expect('pauseMs' in answer.value).toBe(false);
    const none = commandsOf({ session: () => Promise.resolve(undefined) }).commands;
    expect(await none['log.session']({ call: 'zz' }, context)).toMatchObject({ ok: false, code: 'unknown' });
  });
});
