import { describe, expect, test } from 'vitest';
import type { Mask } from '../../electron/inspection/masks/mask.ts';
import { leaks } from '../fixtures/readings.ts';
import {
  ACCOUNT,
  argumentsAt,
  callOf,
  learnt,
  nextId,
  OTHER,
  started,
  text,
  TOKEN,
  VALUE,
  world,
} from '../fixtures/mask-world.ts';
import { anOpenSession, settle } from '../fixtures/relay-kit.ts';

// Attack 21, from the side of those who try to get at a value with its token: what is put back, for whom, and what never
// passes because it cannot be replaced.

describe('there and back', () => {
  test('a server gets its own value back to the byte, and another server the token', async () => {
    const one = world(ACCOUNT);
    const token = await learnt(one);
    const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha' });
    const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
    await callOf(one, alpha, 'alpha', {
      id: token,
      note: `for ${token}!`,
      deep: JSON.stringify({ id: token }),
    });
    expect(argumentsAt(one, 'alpha')).toEqual({
      id: VALUE,
      note: `for ${VALUE}!`,
      deep: JSON.stringify({ id: VALUE }),
    });
    await callOf(one, beta, 'beta', { id: token });
    expect(argumentsAt(one, 'beta')).toEqual({ id: token });
    expect(leaks(one.captured('beta'), VALUE)).toBe(false);
  });

  test('a value with everything that needs escapes comes back to the byte, wherever its token stands', async () => {
    const hard = '<"\\ \u0007é😀\n/%25+>';
    const one = world({ ...ACCOUNT, find: { pattern: '<[^>]+>' } });
    const token = await learnt(one, 'one', hard);
    const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha' });
    const url = `https://x.example/?q=${encodeURIComponent(token)}`;
    const body = JSON.stringify({ deeper: JSON.stringify({ is: token }) });
    await callOf(one, alpha, 'alpha', { plain: token, url, body, [token]: 1 });
    expect(argumentsAt(one, 'alpha')).toEqual({
      plain: hard,
      url: `https://x.example/?q=${encodeURIComponent(hard)}`,
      body: JSON.stringify({ deeper: JSON.stringify({ is: hard }) }),
      [hard]: 1,
    });
  });

  test('a server that a mask is restored for gets the value, too', async () => {
    const one = world({ ...ACCOUNT, restoreFor: ['beta'] });
    const token = await learnt(one);
    const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
    const gamma = await anOpenSession(one.kit, 'one', { server: 'gamma' });
    await callOf(one, beta, 'beta', { id: token, typed: OTHER });
    expect(argumentsAt(one, 'beta')).toEqual({ id: VALUE, typed: OTHER });
    await callOf(one, gamma, 'gamma', { id: token, typed: OTHER });
    expect(leaks(one.captured('gamma'), VALUE, OTHER)).toBe(false);
  });

  test('what an AI app sent itself comes back to it, and never to a server', async () => {
    const one = world(ACCOUNT);
    const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
    const call = await callOf(one, beta, 'beta', { id: VALUE });
    const { id: token } = argumentsAt(one, 'beta') as { id: string };
    expect(token).toMatch(TOKEN);
    one.kit.server('beta').now.answer('tools/call', text(`done with ${token}`));
    await settle();
    expect(call.result).toEqual(text(`done with ${VALUE}`));
    // Beta echoed its token and was answered by nobody: it did not become the one the value came from.
    await callOf(one, beta, 'beta', { id: token });
    await callOf(one, beta, 'beta', { id: VALUE });
    expect(leaks(one.captured('beta'), VALUE)).toBe(false);
  });

  test('a server that has answered every value there is learns none that an app or its person types', async () => {
    const one = world(ACCOUNT);
    const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
    const all = Array.from({ length: 40 }, (_, n) => `ACC-QWER-${314_130 + n}`).join(' ');
    await callOf(one, beta, 'beta', {}, text(all));
    await callOf(one, beta, 'beta', { id: VALUE, code: Buffer.from(`x ${VALUE} y`).toString('base64') });
    expect(leaks(one.captured('beta'), VALUE)).toBe(false);
  });
});

describe('tokens that are worth nothing', () => {
  test('those of another AI app, invented ones, and those of a session that is over', async () => {
    const one = world(ACCOUNT);
    const theirs = await learnt(one, 'two');
    const token = await learnt(one, 'one');
    expect(theirs).not.toBe(token);
    const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha' });
    const invented = token.replace(/[0-9a-f](?=\]\])/, (c) => (c === '0' ? '1' : '0'));
    await callOf(one, alpha, 'alpha', { theirs, invented });
    expect(argumentsAt(one, 'alpha')).toEqual({ theirs, invented });
    one.forget('one');
    await callOf(one, alpha, 'alpha', { token });
    expect(argumentsAt(one, 'alpha')).toEqual({ token });
  });

  test('a hostile server that echoes a token, or answers every value there is, learns nothing', async () => {
    const one = world(ACCOUNT);
    const token = await learnt(one);
    const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
    const all = Array.from({ length: 50 }, (_, n) => `ACC-QWER-${314_130 + n}`).join(' ');
    const call = await callOf(one, beta, 'beta', {}, text(`${token} ${all}`));
    expect(JSON.stringify(call.result)).toContain(token);
    expect(JSON.stringify(call.result).split(token)).toHaveLength(2);
    await callOf(one, beta, 'beta', { id: token });
    expect(argumentsAt(one, 'beta')).toEqual({ id: token });
    expect(leaks(one.captured('beta'), VALUE)).toBe(false);
  });
});

describe('what cannot be replaced', () => {
  const PIN: Mask = { ...ACCOUNT, name: 'pin', find: { pattern: '\\d{6}' } };

  test('in arguments and answers is not let pass: numbers', async () => {
    const one = world(PIN);
    const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha' });
    const answered = await callOf(
      one,
      alpha,
      'alpha',
      {},
      { content: [], structuredContent: { pin: 314_159 } },
    );
    expect(answered.answers.join()).not.toContain('314159');
    expect(answered.result).toMatchObject({ isError: true });
    const inText = await callOf(one, alpha, 'alpha', {}, text(JSON.stringify({ pin: 314_159, n: 3 })));
    expect(inText.answers.join()).not.toContain('314159');
    const [{ text: json }] = inText.result['content'] as [{ text: string }];
    expect(JSON.parse(json)).toEqual({ pin: expect.stringMatching(/^\[\[dw:pin:/) as string, n: 3 });
  });

  test('ends a request: an address, a completion, an answer to a question', async () => {
    const one = world(ACCOUNT);
    const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
    const params = [
      ['resources/read', { uri: `x://y/${VALUE}` }],
      [
        'completion/complete',
        { ref: { type: 'ref/prompt', name: 'p' }, argument: { name: 'a', value: VALUE } },
      ],
      ['tools/call', { name: 'a', arguments: {}, inputResponses: { q: { content: { a: VALUE } } } }],
      ['tools/call', { name: 'a', arguments: {}, _meta: { 'x.example/a': VALUE } }],
    ] as const;
    for (const [method, one_] of params) {
      const request = beta.request({ jsonrpc: '2.0', id: nextId(), method, params: one_ });
      await settle();
      expect(request.answers.join()).toContain('Nothing was sent');
    }
    expect(leaks(one.captured('beta'), VALUE)).toBe(false);
  });

  test('in what a server asks is not passed on', async () => {
    const one = world(ACCOUNT);
    const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha', capabilities: { elicitation: {} } });
    await started(one, alpha);
    const question = { message: `Is it ${VALUE}?`, requestedSchema: { type: 'object', properties: {} } };
    one.kit
      .server('alpha')
      .now.say({ jsonrpc: '2.0', id: 'q', method: 'elicitation/create', params: question });
    await settle();
    expect(leaks(alpha.sent.join(), VALUE)).toBe(false);
    expect(one.kit.server('alpha').now.replies.at(-1)?.raw).toContain('hidden from this AI app');
  });
});

test('what an app or a person says to a question of a server is hidden from it, and put back for it', async () => {
  const one = world(
    { ...ACCOUNT, name: 'account' },
    { ...ACCOUNT, name: 'pin', find: { pattern: '\\d{7}' } },
  );
  const token = await learnt(one, 'one', OTHER);
  const beta = await anOpenSession(one.kit, 'one', { server: 'beta', capabilities: { elicitation: {} } });
  const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha', capabilities: { elicitation: {} } });
  for (const [server, session] of [
    ['beta', beta],
    ['alpha', alpha],
  ] as const) {
    await callOf(one, session, server, {}, text(''));
    const { now } = one.kit.server(server);
    const params = { message: 'Which?', requestedSchema: { type: 'object', properties: {} } };
    const answer = async (content: unknown): Promise<string> => {
      now.say({ jsonrpc: '2.0', id: `q${nextId()}`, method: 'elicitation/create', params });
      await settle();
      const { id } = session.heard('elicitation/create').at(-1) ?? {};
      session.respond({ jsonrpc: '2.0', id, result: { action: 'accept', content } });
      await settle();
      return now.replies.at(-1)?.raw ?? '';
    };
    const said = JSON.parse(await answer({ a: VALUE, b: token })) as {
      result: { action: string; content: unknown };
    };
    expect(said.result.action).toBe('accept');
    expect(said.result.content).toEqual({
      a: expect.stringMatching(TOKEN) as string,
      b: server === 'alpha' ? OTHER : token,
    });
    expect(await answer({ n: 1_234_567 })).toContain('not passed on');
    expect(leaks(one.captured(server), VALUE)).toBe(false);
    expect(one.captured(server)).not.toContain('1234567');
  }
});
