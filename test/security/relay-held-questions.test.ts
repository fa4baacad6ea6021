import { describe, expect, test } from 'vitest';
import { settle } from '../fixtures/relay-kit.ts';
import { ALL, asking, elicit, given, HARMLESS, PAIRS, PHISHING } from '../unit/relay/asking.ts';

// Attacks 29 and 30: whatever way a server has of asking an AI app or its person something, the question walks the
// road, alone, with its whole text, and can be refused or answered there before anybody sees it.

describe.each(PAIRS)('%s: a question', (pair) => {
  test('walks the road with its method, its params and its server, and has no name of its own', async () => {
    const { kit, ask } = await asking(pair);
    const params = { ...HARMLESS, name: 'read_file', uri: 'file:///etc', arguments: { a: 1 } };
    await ask({ q: elicit(params) });
    expect(kit.stage.questions).toHaveLength(1);
    const [call] = kit.stage.questions;
    expect(call).toMatchObject({
      direction: 'server',
      name: '',
      client: { id: 'one' },
      clientLacks: undefined,
    });
    expect(call?.server?.id).toBe('alpha');
    const { bytes, paramsSpan } = call!.message;
    expect(JSON.parse(bytes.toString('utf8', paramsSpan?.start, paramsSpan?.end))).toMatchObject(params);
    const [row] = kit.audit.rows.filter(({ direction }) => direction === 'server');
    // The digest is of all that was asked, not of a part that the server chose.
    expect(row?.argsBytes).toBe(paramsSpan!.end - paramsSpan!.start);
  });

  test('that is refused reaches nobody: the app and the server hear a sentence', async () => {
    const { kit, ask, seen, call } = await asking(pair);
    await ask({ q: elicit(PHISHING) });
    expect(seen()).not.toContain('session expired');
    expect(kit.questionLegs).toEqual([['elicitation/create', 'refused']]);
    const connection = kit.server().now;
    const replies = connection.replies.map(({ raw }) => raw).join();
    if (pair.endsWith('session')) expect(replies).toContain('"code":4030');
    else expect(call.answers.join()).toContain('Forms that ask for passwords are refused.');
    // A stateless server is not told by a call: it is simply never called back.
    expect(connection.all('tools/call')).toHaveLength(1);
  });

  test('is held without anybody seeing it, and asked when it is let go', async () => {
    const { kit, ask, seen } = await asking(pair);
    kit.stage.which = ({ direction }) => direction === 'server';
    await ask({ q: elicit(HARMLESS) });
    expect(seen()).not.toContain('Which branch?');
    kit.clock.advance(590_000);
    expect(kit.questionLegs).toEqual([]);
    kit.stage.held[0]!.let();
    await settle();
    expect(seen()).toContain('Which branch?');
    expect(kit.questionLegs[0]).toEqual(['elicitation/create', 'sent']);
  });

  test('that is answered by a stage never reaches the app, and the server gets the answer', async () => {
    const { kit, ask, seen, call } = await asking(pair);
    kit.stage.verdict = ({ direction }) => (direction === 'server' ? given({ branch: 'main' }) : undefined);
    await ask({ q: elicit(HARMLESS) });
    expect(seen()).toBe('');
    expect(kit.questionLegs).toEqual([
      ['elicitation/create', 'sent'],
      ['elicitation/create', 'answered'],
    ]);
    const connection = kit.server().now;
    const answer = { action: 'accept', content: { branch: 'main' } };
    if (pair.endsWith('session'))
      expect(connection.replies[0]?.body).toMatchObject({ id: 'q', result: answer });
    else {
      expect(connection.all('tools/call')).toHaveLength(2);
      expect(connection.last('tools/call').params).toMatchObject({
        arguments: { x: 1 },
        inputResponses: { q: answer },
        requestState: 's',
      });
    }
    connection.answer('tools/call', { resultType: 'complete', content: ['done'] });
    await settle();
    expect(call.result).toMatchObject({ content: ['done'] });
  });

  test('the answer of a stage goes out only when it is in the log, and not after a block', async () => {
    const { kit, ask } = await asking(pair);
    kit.stage.verdict = ({ direction }) => (direction === 'server' ? given({}) : undefined);
    kit.audit.hold = true;
    await ask({ q: elicit(HARMLESS) });
    const connection = kit.server().now;
    expect([connection.replies.length, connection.all('tools/call').length]).toEqual([0, 1]);
    kit.stage.recheck = () => ({ kind: 'refused', sentence: 'Blocked meanwhile.' });
    kit.audit.release();
    await settle();
    expect(connection.replies.map(({ raw }) => raw).join()).not.toContain('accept');
    expect(connection.all('tools/call')).toHaveLength(1);
  });

  test('an answer of a stage that is no JSON refuses the question', async () => {
    const { kit, ask, seen } = await asking(pair);
    kit.stage.verdict = ({ direction }) =>
      direction === 'server' ? { kind: 'answered', result: Buffer.from('{"a":1},"b":') } : undefined;
    await ask({ q: elicit(HARMLESS) });
    expect(seen()).not.toContain('Which branch?');
    expect(kit.questionLegs).toEqual([['elicitation/create', 'refused']]);
  });

  test('for which the app has no capability reaches the road, and nobody else unless a stage answers', async () => {
    for (const [method, lack] of [
      ['elicitation/create', 'elicitation'],
      ['sampling/createMessage', 'sampling'],
      ['roots/list', 'roots'],
    ] as const) {
      const { kit, ask, seen } = await asking(pair, {});
      await ask({ q: { method, params: HARMLESS } });
      expect(kit.stage.questions.map(({ clientLacks }) => clientLacks)).toEqual([lack]);
      expect(seen()).not.toContain('Which branch?');
      expect(kit.questionLegs).toEqual([[method, 'refused']]);
      const answers = `${kit
        .server()
        .now.replies.map(({ raw }) => raw)
        .join()}${seen()}`;
      expect(answers).toContain('cannot answer this kind of question');
      const other = await asking(pair, {});
      other.kit.stage.verdict = ({ direction }) => (direction === 'server' ? given({}) : undefined);
      await other.ask({ q: { method, params: HARMLESS } });
      expect(other.kit.questionLegs.map(([, leg]) => leg)).toEqual(['sent', 'answered']);
    }
  });

  test('a page is no form: who takes forms only is not asked to open one', async () => {
    const page = elicit({ mode: 'url', message: 'Sign in', url: 'https://a.example/', elicitationId: 'e' });
    for (const [capabilities, lack] of [
      [{ elicitation: {} }, 'elicitation'],
      [{ elicitation: { form: {} } }, 'elicitation'],
      [{ elicitation: { url: {} } }, undefined],
    ] as const) {
      const { kit, ask } = await asking(pair, capabilities);
      await ask({ q: page });
      expect(kit.stage.questions[0]?.clientLacks).toBe(lack);
      const form = await asking(pair, capabilities);
      await form.ask({ q: elicit(HARMLESS) });
      expect(form.kit.stage.questions[0]?.clientLacks).toBe(lack === undefined ? 'elicitation' : undefined);
    }
  });

  test('that is held when its call ends is dropped, told to the stage once, and answered to the server', async () => {
    const { kit, ask, call, session, seen } = await asking(pair);
    kit.stage.which = ({ direction }) => direction === 'server';
    await ask({ q: elicit(HARMLESS) });
    if (session === undefined) call.oncancel?.();
    else session.notify('notifications/cancelled', { requestId: 1 });
    await settle();
    const [held] = kit.stage.held;
    expect(held!.abandoned).toBe(1);
    held!.let();
    await settle();
    expect(seen()).not.toContain('Which branch?');
    expect(kit.questionLegs).toEqual([['elicitation/create', 'cancelled']]);
    if (pair.endsWith('session')) expect(kit.server().now.replies[0]?.raw).toContain('is over');
  });

  test('that is held when the server stops is dropped, or ends with its call', async () => {
    const { kit, ask, call } = await asking(pair);
    kit.stage.which = ({ direction }) => direction === 'server';
    await ask({ q: elicit(HARMLESS) });
    kit.server().now.die({ code: 'closed', message: '"alpha" stopped.' });
    await settle();
    // Between two of 2026-07-28 nothing is open at a server that has answered: the question stays until it is decided.
    const stays = pair === 'stateless-stateless';
    expect(kit.stage.held[0]!.abandoned).toBe(stays ? 0 : 1);
    expect(call.answers).toHaveLength(stays ? 0 : 1);
  });
});

describe.each(['session-session', 'stateless-session'] as const)('%s', (pair) => {
  test('the client of the call hears that a person is waited for, until its server says more', async () => {
    const { kit, ask, call, session } = await asking(pair, ALL, { progressToken: 'mine' });
    kit.stage.which = ({ direction }) => direction === 'server';
    const waits = (): number => call.interims.filter((text) => text.includes('Waiting for a person')).length;
    await ask({ q: elicit(HARMLESS) });
    kit.clock.advance(22_000);
    expect(waits()).toBe(3);
    const connection = kit.server().now;
    connection.say({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'q' } });
    kit.clock.advance(60_000);
    expect(waits()).toBe(3);
    await ask({ r: elicit(HARMLESS) });
    kit.clock.advance(12_000);
    expect(waits()).toBe(5);
    const { id } = connection.last('tools/call');
    connection.say(
      { jsonrpc: '2.0', method: 'notifications/progress', params: { progressToken: id, progress: 0 } },
      id as number,
    );
    kit.clock.advance(60_000);
    expect(waits()).toBe(5);
    const said = call.interims.map(
      (text) => (JSON.parse(text) as { params: { progress: number } }).params.progress,
    );
    expect(said).toEqual(said.toSorted((a, b) => a - b));
    expect(new Set(said).size).toBe(said.length);
    expect(session === undefined || session.sent.length === 0).toBe(true);
  });

  test('a server that takes its held question back is told to the stage, and nobody is asked', async () => {
    const { kit, ask, seen } = await asking(pair);
    kit.stage.which = ({ direction }) => direction === 'server';
    await ask({ q: elicit(HARMLESS) });
    const cancel = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'q' } };
    kit.server().now.say(cancel);
    kit.server().now.say(cancel);
    expect(kit.stage.held[0]!.abandoned).toBe(1);
    kit.stage.held[0]!.let();
    await settle();
    expect(seen()).not.toContain('Which branch?');
    expect(kit.server().now.replies).toEqual([]);
  });

  test('a server hears that its question waits, with its own token', async () => {
    const { kit, ask } = await asking(pair);
    kit.stage.which = ({ direction }) => direction === 'server';
    await ask({ q: elicit({ ...HARMLESS, _meta: { progressToken: 'mine' } }) });
    kit.clock.advance(12_000);
    const told = kit.server().now.all('notifications/progress');
    expect(told.map(({ params }) => params['progressToken'])).toEqual(['mine', 'mine']);
  });
});
