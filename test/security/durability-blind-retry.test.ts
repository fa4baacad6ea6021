import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { controlOf } from '../fixtures/control.ts';
import { fastFolder } from '../fixtures/faults/fast-folder.ts';
import { startHost, type TestHost } from '../fixtures/host.ts';
import { until } from '../fixtures/process-facts.ts';
import { openRaw, type RawClient } from '../fixtures/raw-client.ts';

// Doorward is killed while a call that destroys something is on its way (attack: none; an accident). The AI app hears of
// no answer and tries again. Whether it was done nobody knows, so a person is asked before it is done again.

const serverFile = fileURLToPath(new URL('../fixtures/hostile/server.ts', import.meta.url));
const CALL = { kind: 'silence', nonce: 'x' };

test('a call that may have been done is asked about when it is made again, by whomever, until one is answered', async () => {
  const folder = fastFolder();
  const ledger = join(folder, 'ledger');
  const home = join(folder, 'home');
  writeFileSync(ledger, '');
  const calls = (): number => readFileSync(ledger, 'utf8').split('\n').length - 1;
  // Everything passes that is not asked about for this reason.
  let host: TestHost = await startHost({ home });
  onTestFinished(() => host.stop().then(() => undefined));
  let control = await controlOf(home);
  const tokens: string[] = [];
  for (const name of ['a', 'b'])
    tokens.push((await control.must('client.add', { name, role: 'default' })).token);
  // The server notes a call in the file before it answers; `echo` is the one that it always answers.
  const args = [serverFile, '--ledger', ledger];
  await control.must('server.add', {
    id: 'pipe',
    launch: { transport: 'stdio', command: process.execPath, args, env: {} },
    sharing: 'client',
  });
  await control.must('server.inspect', { id: 'pipe' });
  await control.must('server.approve', { id: 'pipe' });
  for (const tool of ['echo', 'misbehave'])
    await control.must('tool.effect', { server: 'pipe', tool, effect: 'destroy' });
  const open = (token: string | undefined): Promise<RawClient> =>
    openRaw({ url: `${host.url}/mcp/s/pipe`, token: token ?? '', era: 'stateless' });

  let client = await open(tokens[0]);
  expect(await client.tool('echo', { nonce: 'well' })).toBe('well');
  const lost = client.tool('misbehave', CALL).catch(() => 'gone');
  await until('the call is on its way', async () =>
    (await control.must('log.list', { limit: 50 })).some(
      ({ name, outcome }) => name === 'misbehave' && outcome === 'open',
    ),
  );
  await host.kill9();
  expect(await lost).toBe('gone');
  client.close();

  control.close();
  host = await startHost({ home });
  control = await controlOf(home);
  // Nothing is asked about that ended well, or that is another call.
  client = await open(tokens[1]);
  onTestFinished(() => client.close());
  expect(await client.tool('echo', { nonce: 'well' })).toBe('well');
  const before = calls();
  const waiting = async () => (await control.must('approval.list', {})).pending;
  expect(await waiting()).toEqual([]);

  // The members in another order: it is the same call.
  const retry = client.tool('misbehave', { nonce: 'x', kind: 'silence' }).catch(String);
  await until('somebody is asked', async () => (await waiting()).length > 0);
  const [held] = await waiting();
  expect(held).toMatchObject({ tool: 'misbehave' });
  expect(held?.why.join(' ')).toContain('An earlier try of this call may have happened');
  await control.must('approval.deny', { id: held?.id ?? '' });
  expect(await retry).toMatch(/refused|not let|said no|did not/i);

  // That somebody said no does not make it known whether it was done: also after the next start.
  await host.kill9();
  client.close();
  control.close();
  host = await startHost({ home });
  control = await controlOf(home);
  client = await open(tokens[0]);
  const again = client.tool('misbehave', CALL).catch(String);
  await until('somebody is asked again', async () => (await waiting()).length > 0);
  const [second] = await waiting();
  expect(second?.why.join(' ')).toContain('An earlier try of this call may have happened');
  expect(calls()).toBe(before);
  // It is let go, and then it runs; this server does not answer, so it stays open.
  await control.must('approval.allow', { id: second?.id ?? '', for: 'once', scope: 'args', apps: 'this' });
  await until('it was sent', async () => (await waiting()).length === 0);
  client.close();
  await again;
  control.close();
}, 300_000);
