import { describe, expect, it } from 'vitest';
import {
  bridgeContract,
  channelOf,
  channels,
  popupChannels,
  popupContract,
  type BridgeCommand,
  type Wire,
} from '../../shared/ipc/window.ts';
import { type CallEvent, type GateMain, openGate } from '../../electron/shell/ipc-gate.ts';
import { popupAnswers } from '../../electron/shell/popup-answers.ts';
import { aHeldCall, english, fakeHost, keptLog, settled } from '../unit/shell/support.ts';

const MAIN = 'app://bundle/index.html';
const POPUP = 'app://bundle/approval.html';

function kit() {
  const handlers = new Map<string, Parameters<GateMain['handle']>[1]>();
  const answered: string[] = [];
  const log = keptLog();
  const gate = openGate(
    { handle: (channel, listener) => void handlers.set(channel, listener) },
    (name, _input, _onProgress, from) => {
      answered.push(`${from} ${name}`);
      return Promise.resolve({ ok: true, value: {} });
    },
    log.logger,
    english,
  );
  const sent: string[] = [];
  const contents = (id: number) => ({
    id,
    isDestroyed: () => false,
    send: (channel: string) => void sent.push(`${id} ${channel}`),
  });
  const [main, popup] = [contents(1), contents(2)];
  gate.trust(main.id, 'main');
  gate.trust(popup.id, 'popup');
  const call = (name: BridgeCommand, sender: CallEvent['sender'], url: string, input: unknown = {}) => {
    const handler = handlers.get(channelOf(name));
    if (handler === undefined) throw new Error(`No channel for ${name}`);
    return handler({ sender, senderFrame: { url, parent: null } }, input, undefined) as Promise<
      Wire<unknown>
    >;
  };
  return { gate, main, popup, call, answered, log, sent, handlers };
}

/**
 * A page whose process was taken over can send any message of its window, also those that its bridge does not have.
 * The approval window shows what servers and agents wrote, and stands over everything: it must be worth nothing to
 * take it over but for the calls that wait.
 */
describe('the approval window that was taken over', () => {
  const others = channels.commands.filter((name) => !popupChannels.commands.includes(name));

  it('has no command but those on waiting calls', async () => {
    const { call, popup, answered, log } = kit();
    expect(others).toEqual(
      expect.arrayContaining(['settings.change', 'rule.add', 'preset.set', 'guard.usual', 'client.add']),
    );
    for (const name of others)
      expect(await call(name, popup, POPUP), name).toMatchObject({ ok: false, code: 'refused' });
    expect(answered).toEqual([]);
    expect(log.lines).toHaveLength(others.length);
    expect(log.lines[0]).toContain('the popup window, which has no such command');
  });

  it('gets no further by showing the page of the main window', async () => {
    const { call, popup, answered } = kit();
    for (const name of Object.keys(bridgeContract) as BridgeCommand[])
      expect(await call(name, popup, MAIN)).toMatchObject({ ok: false, code: 'refused' });
    expect(answered).toEqual([]);
  });

  it('has its own, so that the tests above test something', async () => {
    const { call, popup, answered } = kit();
    expect(await call('popup.hide', popup, POPUP)).toEqual({ ok: true, value: {} });
    expect(await call('approval.touch', popup, POPUP, { id: 'q1' })).toEqual({ ok: true, value: {} });
    expect(answered).toEqual(['popup popup.hide', 'popup approval.touch']);
  });

  it('hears nothing of what the main window hears, and the main window nothing of the questions', () => {
    const { gate, main, popup, sent } = kit();
    expect(gate.push(popup, 'patch', { run: 'r', seq: 1 })).toBe(false);
    expect(gate.push(popup, 'phase', { kind: 'running' })).toBe(false);
    expect(gate.push(popup, 'navigate', { screen: 'settings' })).toBe(false);
    expect(gate.push(main, 'pending', { pending: [] })).toBe(false);
    expect(gate.push(popup, 'pending', { pending: [] })).toBe(true);
    gate.distrust(popup.id);
    expect(gate.push(popup, 'pending', { pending: [] })).toBe(false);
    expect(sent).toEqual(['2 doorward:pending']);
  });

  it('would find nobody who passes a foreign command on, were the gate open', async () => {
    const { host, seen } = fakeHost();
    const answer = popupAnswers({
      runner: { host: () => host },
      platform: 'linux',
      language: () => 'en',
      texts: english,
      pending: () => [],
      size: () => {},
      hide: () => {},
      open: () => {},
      onSnapshot: () => {},
    });
    for (const name of others)
      expect(await answer(name, {}, () => {}, 'popup')).toMatchObject({ ok: false, code: 'refused' });
    expect(seen.commands).toEqual([]);
  });
});

describe('the main window that was taken over', () => {
  it('cannot pass for the approval window, whatever page it shows', async () => {
    const { call, main, answered } = kit();
    for (const name of Object.keys(popupContract) as BridgeCommand[])
      for (const page of [MAIN, POPUP])
        expect(await call(name, main, page, { height: 300, screen: 'settings' })).toMatchObject({
          code: 'refused',
        });
    expect(await call('approval.allow', main, POPUP, { id: 'q1' })).toMatchObject({ code: 'refused' });
    expect(answered).toEqual([]);
  });
});

describe('the gate', () => {
  it('has a channel for every command of both windows, and every command belongs to one', () => {
    const { handlers } = kit();
    expect([...handlers.keys()].toSorted()).toEqual(
      Object.keys(bridgeContract)
        .map((name) => channelOf(name as BridgeCommand))
        .toSorted(),
    );
  });
});

describe('what the approval window is answered', () => {
  function answers(running = true) {
    const { host, seen } = fakeHost();
    const did: unknown[] = [];
    const answer = popupAnswers({
      runner: { host: () => (running ? host : undefined) },
      platform: 'win32',
      language: () => 'de',
      texts: english,
      pending: () => [aHeldCall()],
      size: (height) => void did.push(['size', height]),
      hide: () => void did.push('hide'),
      open: (to) => void did.push(to),
      onSnapshot: () => void did.push('alive'),
    });
    return {
      did,
      seen,
      answer: (name: BridgeCommand, input: unknown = {}) => answer(name, input, () => {}, 'popup'),
    };
  }

  it('is what waits, and what it asks of its own window', async () => {
    const { did, answer } = answers();
    expect(await answer('popup.snapshot')).toEqual({
      ok: true,
      value: { platform: 'win32', pending: [aHeldCall()] },
    });
    expect(await answer('app.language')).toEqual({ ok: true, value: { language: 'de' } });
    await settled();
    for (const name of ['popup.hide', 'popup.size', 'popup.open'] as const)
      expect(await answer(name, { height: 300, screen: 'activity' })).toEqual({ ok: true, value: {} });
    expect(did).toEqual(['alive', 'hide', ['size', 300], { height: 300, screen: 'activity' }]);
  });

  it('comes from the host for calls, and is a sentence while none runs', async () => {
    const { answer, seen } = answers();
    await answer('approval.deny', { id: 'q1' });
    expect(seen.commands).toEqual([['approval.deny', { id: 'q1' }]]);
    expect(await answers(false).answer('approval.deny', { id: 'q1' })).toMatchObject({ code: 'no-host' });
  });
});
