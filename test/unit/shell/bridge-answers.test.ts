import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import type { Host } from '../../../electron/host/host.ts';
import { bridgeAnswers } from '../../../electron/shell/bridge-answers.ts';
import { english, fakeHost, settled } from './support.ts';

function kit(host?: Host) {
  const did: string[] = [];
  const answer = bridgeAnswers({
    runner: {
      phase: () => (host === undefined ? { kind: 'starting' } : { kind: 'running' }),
      host: () => host,
      take(way) {
        did.push(way);
        return Promise.resolve(way === 'retry' ? fail('refused', 'Not now.') : ok({}));
      },
    },
    version: '0.1.0',
    platform: 'freebsd',
    language: () => 'ar',
    texts: english,
    bundle: async (ticket, byHost) => {
      did.push(ticket);
      const view = await byHost('/tmp/notes.mcpb');
      return view.ok ? ok({ kind: 'read', view: view.value, others: 0 }) : view;
    },
    update: (act) => (did.push(act), Promise.resolve({ way: 'elsewhere', failed: false })),
    used: (used) => (did.push(...(used ?? [])), used ?? ['screen settings']),
    onSnapshot: () => void did.push('alive'),
    save: ({ name }) => {
      did.push(name);
      return Promise.resolve(ok({ saved: true }));
    },
  });
  return {
    did,
    answer: (name: Parameters<typeof answer>[0], input: unknown = {}) =>
      answer(name, input, () => {}, 'main'),
  };
}

describe('what the window is answered', () => {
  it('is the phase alone while no host runs', async () => {
    const { answer, did } = kit();
    expect(await answer('app.snapshot')).toEqual({
      ok: true,
      value: { version: '0.1.0', platform: 'linux', phase: { kind: 'starting' } },
    });
    await settled();
    expect(did).toEqual(['alive']);
    expect(await answer('server.list')).toMatchObject({ ok: false, code: 'no-host' });
  });

  it('has the state of the host that runs', async () => {
    const { host } = fakeHost();
    const { answer } = kit(host);
    expect(await answer('app.snapshot')).toMatchObject({
      value: { phase: { kind: 'running' }, host: { run: 'r' } },
    });
  });

  it('comes from the host for its commands, as the window', async () => {
    const callers: string[] = [];
    const { host } = fakeHost({
      run: (name, input, caller) => {
        callers.push(`${caller.kind} ${name} ${JSON.stringify(input)}`);
        return Promise.resolve(ok('done'));
      },
    });
    const { answer } = kit(host);
    expect(await answer('server.show', { id: 'files' })).toEqual({ ok: true, value: 'done' });
    expect(callers).toEqual(['window server.show {"id":"files"}']);
  });

  it('takes the ways on of a phase', async () => {
    const { answer, did } = kit();
    expect(await answer('app.language')).toEqual({ ok: true, value: { language: 'ar' } });
    expect(await answer('app.save', { name: 'secrets', text: '{}' })).toEqual({
      ok: true,
      value: { saved: true },
    });
    expect(await answer('app.way', { way: 'quit' })).toEqual({ ok: true, value: {} });
    expect(await answer('app.way', { way: 'retry' })).toMatchObject({ ok: false, code: 'refused' });
    expect(did).toEqual(['secrets', 'quit', 'retry']);
  });

  it('has the host read a bundle that the system brought, and no other path', async () => {
    const asked: unknown[] = [];
    const { host } = fakeHost({
      run: (name, input) => {
        asked.push([name, input]);
        return Promise.resolve(ok('its view'));
      },
    });
    const { answer, did } = kit(host);
    expect(await answer('app.bundle', { ticket: 'b1' })).toMatchObject({ value: { view: 'its view' } });
    expect(did).toEqual(['b1']);
    expect(asked).toEqual([['bundle.read', { path: '/tmp/notes.mcpb' }]]);
    // A page that was taken over names files by itself.
    for (const name of ['bundle.read', 'bundle.install'] as const)
      expect(await answer(name, { path: '/home/p/.ssh/id', answers: [] })).toMatchObject({ code: 'refused' });
    expect(await answer('bundle.read', { upload: 'u' })).toMatchObject({ ok: true });
    expect(asked.length).toBe(2);
    expect(await kit().answer('app.bundle', { ticket: 'b1' })).toMatchObject({ code: 'no-host' });
  });

  it('remembers what was used last from the search, also while no host runs', async () => {
    const { answer, did } = kit();
    expect(await answer('app.used')).toEqual(ok({ used: ['screen settings'] }));
    expect(await answer('app.used', { used: ['server files'] })).toEqual(ok({ used: ['server files'] }));
    expect(did).toEqual(['server files']);
  });

  it('says what is known of new versions, after doing what a button says', async () => {
    const { answer, did } = kit();
    expect(await answer('app.update', { act: 'look' })).toMatchObject({ value: { way: 'elsewhere' } });
    expect(did).toEqual(['look']);
  });
});
