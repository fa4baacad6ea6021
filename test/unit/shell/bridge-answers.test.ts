import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import type { Host } from '../../../electron/host/host.ts';
import { bridgeAnswers } from '../../../electron/shell/bridge-answers.ts';
import { fakeHost, settled } from './support.ts';

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
});
