import { describe, expect, it } from 'vitest';
import { channelOf, channels, type Wire } from '../../shared/ipc/window.ts';
import { type Answer, type CallEvent, type GateMain, openGate } from '../../electron/shell/ipc-gate.ts';
import { inspectPlain, MAX_INPUT_BYTES } from '../../electron/shell/plain-value.ts';
import { aStatus, english, keptLog } from '../unit/shell/support.ts';

type Listener = Parameters<GateMain['handle']>[1];

function kit(answer: Answer = () => Promise.resolve({ ok: true, value: [] })) {
  const handlers = new Map<string, Listener>();
  const sent: (readonly [channel: string, value: unknown])[] = [];
  const answered: (readonly [name: string, input: unknown])[] = [];
  const log = keptLog();
  const gate = openGate(
    {
      handle(channel, listener) {
        if (handlers.has(channel)) throw new Error('second handler');
        handlers.set(channel, listener);
      },
    },
    (name, input, onProgress, from) => {
      answered.push([name, input]);
      return answer(name, input, onProgress, from);
    },
    log.logger,
    english,
  );
  const sender = {
    id: 7,
    destroyed: false,
    isDestroyed: () => sender.destroyed,
    send: (channel: string, value: unknown) => void sent.push([channel, value]),
  };
  gate.trust(sender.id, 'main');
  const own: CallEvent = { sender, senderFrame: { url: 'app://bundle/index.html', parent: null } };
  const call = (
    name: Parameters<typeof channelOf>[0],
    input?: unknown,
    event: CallEvent = own,
    request?: unknown,
  ): Promise<Wire<unknown>> => {
    const handler = handlers.get(channelOf(name));
    if (handler === undefined) throw new Error(`No channel for ${name}`);
    return handler(event, input, request) as Promise<Wire<unknown>>;
  };
  return { gate, handlers, sent, answered, log, sender, own, call };
}

/** Somebody who got hold of a way to send messages to main, but is not our page in our window. */
describe('a call from the wrong place', () => {
  const from = (own: CallEvent, url: string): CallEvent => ({ ...own, senderFrame: { url, parent: null } });

  it.each([
    'https://evil.example/',
    'app://bundle.evil.example/index.html',
    'app://bundle@evil/index.html',
    'app://user@bundle/index.html',
    'app://evil/bundle/index.html',
    'http://bundle/',
    'file:///home/ada/index.html',
    'about:blank',
    'data:text/html,x',
    'devtools://devtools/bundled/inspector.html',
    '',
    'app:bundle',
    'app://bundle/',
    'app://bundle/index.html?x',
    'app://bundle/assets/index.html',
  ])('is refused from the page %j', async (url) => {
    const { call, own, answered } = kit();
    expect(await call('server.list', {}, from(own, url))).toMatchObject({ ok: false, code: 'refused' });
    expect(answered).toEqual([]);
  });

  it('is refused from a frame inside our page, even of our own address', async () => {
    const { call, own, answered } = kit();
    const inside = { ...own, senderFrame: { url: 'app://bundle/index.html', parent: own.senderFrame } };
    expect(await call('server.list', {}, inside)).toMatchObject({ ok: false, code: 'refused' });
    expect(answered).toEqual([]);
  });

  it('is refused from a frame that is gone meanwhile', async () => {
    const { call, own } = kit();
    expect(await call('server.list', {}, { ...own, senderFrame: null })).toMatchObject({ code: 'refused' });
  });

  it('is refused from a window that the app does not know, or no longer', async () => {
    const { gate, call, own, sender } = kit();
    const stranger = { ...own, sender: { ...sender, id: 8 } };
    expect(await call('server.list', {}, stranger)).toMatchObject({ code: 'refused' });
    gate.distrust(sender.id);
    expect(await call('server.list')).toMatchObject({ code: 'refused' });
  });

  it('is answered in our page, so that the tests above test something', async () => {
    expect(await kit().call('server.list')).toEqual({ ok: true, value: [] });
  });

  it('is refused on every channel', async () => {
    const { call, own, answered } = kit();
    for (const name of channels.commands)
      expect(await call(name, {}, from(own, 'https://evil.example/'))).toMatchObject({ code: 'refused' });
    expect(answered).toEqual([]);
  });
});

/** A page that was taken over sends what the contract does not have. */
describe('an input that does not belong', () => {
  it.each([
    ['an unknown key', { id: 'files', evil: true }],
    ['a value of the wrong kind', { id: 7 }],
    ['a list', []],
    ['a text', 'files'],
    ['a path for a name', { id: '../../etc' }],
  ])('is refused: %s', async (_what, input) => {
    const { call, answered } = kit();
    expect(await call('server.block', input)).toMatchObject({ ok: false, code: 'usage' });
    expect(answered).toEqual([]);
  });

  it('cannot reach a prototype', async () => {
    const { call, answered } = kit();
    const poison: unknown = JSON.parse('{"id":"files","__proto__":{"polluted":true}}');
    expect(await call('server.block', poison)).toMatchObject({ ok: false, code: 'usage' });
    const nested: unknown = JSON.parse(
      '{"id":"a","launch":{"transport":"stdio","command":"x","args":[],"env":{"__proto__":{"polluted":"1"}}}}',
    );
    expect(await call('server.add', nested)).toMatchObject({ ok: false, code: 'usage' });
    const idle: unknown = JSON.parse('{"constructor":{"prototype":{"polluted":true}}}');
    expect(await call('settings.change', idle)).toMatchObject({ ok: false, code: 'usage' });
    expect(answered).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is refused when it is too large, before anything reads it', async () => {
    const { call, answered } = kit();
    const text = 'x'.repeat(MAX_INPUT_BYTES / 2 + 1);
    expect(await call('server.parse', { text })).toMatchObject({ ok: false, code: 'too-large' });
    const many = { text: Array.from({ length: 300_000 }, () => 0) };
    expect(await call('server.parse', many)).toMatchObject({ ok: false, code: 'too-large' });
    expect(answered).toEqual([]);
  });

  it('leaves room for the largest configuration that may be pasted', async () => {
    const { call } = kit();
    expect(await call('server.parse', { text: '😀'.repeat(128 * 1024) })).toMatchObject({ ok: true });
  });

  it.each([
    ['a Map', new Map([['id', 'files']])],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(8)],
    ['a large number', 1n],
    ['an error', new Error('x')],
  ])('is refused when it is %s', (_what, value) => {
    expect(inspectPlain(value)).toBe('not-plain');
    expect(inspectPlain({ deep: [value] })).toBe('not-plain');
  });

  it('is refused when it is a ring, or very deep', () => {
    const ring: Record<string, unknown> = {};
    ring['ring'] = ring;
    expect(inspectPlain(ring)).toBe('not-plain');
    let deep: unknown = 'end';
    for (let i = 0; i < 10_000; i++) deep = [deep];
    expect(inspectPlain(deep)).toBe('not-plain');
  });

  it.each([{}, 7, 'x'.repeat(65), 'a b', '__proto__\n'])(
    'is refused with the name %j for progress',
    async (request) => {
      const { call, own } = kit();
      expect(await call('server.list', {}, own, request)).toMatchObject({ ok: false, code: 'usage' });
    },
  );
});

/** Errors quote what they failed on: paths, headers, values of the environment. */
describe('what comes back', () => {
  it('never has the text of an error, nor has the log', async () => {
    const { call, log } = kit(() => Promise.reject(new Error('Bearer hunter2-hunter2 in /home/ada')));
    const wire = await call('server.list');
    expect(wire).toMatchObject({ ok: false, code: 'failed' });
    expect(JSON.stringify([wire, log.lines])).not.toMatch(/hunter2|home\/ada/);
  });

  it('has nothing that the contract does not name', async () => {
    const { call } = kit(() =>
      Promise.resolve({ ok: true, value: { ...aStatus(), operatorKeyText: 'hunter2' } }),
    );
    const wire = await call('status');
    expect(wire).toMatchObject({ ok: true, value: { port: 7411 } });
    expect(JSON.stringify(wire)).not.toContain('hunter2');
  });

  it('is a refusal when it does not fit the contract at all', async () => {
    const { call } = kit(() => Promise.resolve({ ok: true, value: 'nonsense' }));
    expect(await call('status')).toMatchObject({ ok: false, code: 'failed' });
  });

  it('is a refusal when there are too many calls at once', async () => {
    const { call } = kit(() => new Promise(() => {}));
    const open = Array.from({ length: 256 }, () => call('status'));
    expect(await call('status')).toMatchObject({ ok: false, code: 'busy' });
    expect(open).toHaveLength(256);
  });

  it('tells progress to the window that asked, under the name it gave', async () => {
    const { call, own, sent } = kit((_name, _input, onProgress) => {
      onProgress('Starting…');
      return Promise.resolve({ ok: true, value: [] });
    });
    await call('server.test', { id: 'files' }, own, 'r1');
    await call('server.test', { id: 'files' });
    await call('server.list', {}, own, 'r2');
    expect(sent).toEqual([['doorward:progress', { request: 'r1', sentence: 'Starting…' }]]);
  });
});

describe('what is pushed', () => {
  it('fits the contract or is not sent', () => {
    const { gate, sender, sent } = kit();
    expect(gate.push(sender, 'patch', { run: 'r', seq: 1 })).toBe(true);
    expect(gate.push(sender, 'patch', { run: 'r', seq: 'x' } as never)).toBe(false);
    expect(gate.push(sender, 'navigate', { screen: 'evil' } as never)).toBe(false);
    expect(gate.push(sender, 'phase', { kind: 'running', token: 'dw_secret' } as never)).toBe(true);
    expect(sent).toEqual([
      ['doorward:patch', { run: 'r', seq: 1 }],
      ['doorward:phase', { kind: 'running' }],
    ]);
  });

  it('passes over a window that is gone', () => {
    const { gate, sender, sent } = kit();
    sender.destroyed = true;
    expect(gate.push(sender, 'patch', { run: 'r', seq: 1 })).toBe(false);
    expect(gate.push(undefined, 'patch', { run: 'r', seq: 1 })).toBe(false);
    expect(sent).toEqual([]);
  });
});
