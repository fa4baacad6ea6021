import { describe, expect, test } from 'vitest';
import { readServerRequest } from '../../electron/relay/server-requests.ts';
import { settle } from '../fixtures/relay-kit.ts';
import {
  ALL,
  type Asking,
  asking,
  elicit,
  given,
  HARMLESS,
  kitOf,
  PHISHING,
  refuse,
} from '../unit/relay/asking.ts';

// Attack 29, also inside `InputRequiredResult`: questions that a server writes into what it answers.

describe.each(['session-stateless', 'stateless-stateless'] as const)(
  '%s: several questions in one result',
  (pair) => {
    test('one that is refused stops them all, and no later one is put to a person', async () => {
      const { kit, ask, seen } = await asking(pair);
      await ask({ bad: elicit(PHISHING), good: elicit(HARMLESS), roots: { method: 'roots/list' } });
      expect(seen()).not.toContain('session expired');
      expect(seen()).not.toContain('Which branch?');
      expect(kit.server().now.all('tools/call')).toHaveLength(1);
      const held = await asking(pair);
      held.kit.stage.which = ({ direction, message }) =>
        direction === 'server' && message.method === 'roots/list';
      await held.ask({ roots: { method: 'roots/list' }, bad: elicit(PHISHING) });
      expect(held.kit.stage.held[0]!.abandoned).toBe(1);
      held.kit.stage.held[0]!.let();
      await settle();
      expect(held.seen()).not.toContain('roots/list');
    });
  },
);

describe('a 2026-07-28 client and server', () => {
  test('whatever the server says of the type of its result, a question in it is a question', async () => {
    for (const result of [
      { resultType: 'complete', content: [], inputRequests: { q: elicit(PHISHING) } },
      { inputRequests: { q: elicit(PHISHING) } },
      { resultType: 'input_required', inputRequests: { q: elicit(PHISHING) } },
    ]) {
      const { kit, call } = await asking('stateless-stateless');
      kit.server().now.answer('tools/call', result);
      await settle();
      expect(call.answers.join()).not.toContain('session expired');
      expect(call.result).toMatchObject({ isError: true, resultType: 'complete' });
    }
  });

  test('a question in a result under an escaped name, twice, or as no object passes in no form', async () => {
    const question = JSON.stringify(elicit(PHISHING));
    for (const result of [
      `{"\\u0069nputRequests":{"q":${question}}}`,
      `{"inputRequest\\u0073":{"q":${question}}}`,
      `{"inputRequests":{},"inputRequests":{"q":${question}}}`,
      `{"inputRequests":{"q":{"method":"roots/list"},"q":${question}}}`,
      `{"inputRequests":[${question}]}`,
      `{"inputRequests":{"q":${question.replace('"method"', '"method":"roots/list","method"')}}}`,
      `{"inputRequests":{"q":${question.replace('"mode":"form"', '"mode":"form","mode":"url"')}}}`,
      `{"inputRequests":{"q":[${question}]}}`,
    ]) {
      const { kit, call } = await asking('stateless-stateless');
      kit.server().now.answer('tools/call', result);
      await settle();
      expect(call.answers.join(), result).not.toContain('session expired');
      expect(call.answers, result).toHaveLength(1);
    }
  });

  test('more questions than an honest form has are not put', async () => {
    const { kit, call } = await asking('stateless-stateless');
    const inputRequests = Object.fromEntries(
      Array.from({ length: 17 }, (_, i) => [`q${i}`, elicit(HARMLESS)]),
    );
    kit.server().now.answer('tools/call', { resultType: 'input_required', inputRequests });
    await settle();
    expect(kit.stage.questions).toEqual([]);
    expect(call.answers.join()).toContain('too many questions');
  });

  test('a result with questions that may be asked passes byte for byte, and each of them is in the log', async () => {
    const { kit, call } = await asking('stateless-stateless');
    const raw = `{ "resultType":"input_required","inputRequests":{"q":${JSON.stringify(elicit(HARMLESS))} ,"r":{"method":"roots/list"}},"requestState":"\\u0061","n":1.0}`;
    kit.server().now.answer('tools/call', raw);
    await settle();
    expect(call.answers).toEqual([`{"jsonrpc":"2.0","id":1,"result":${raw}}`]);
    const legs = [
      'elicitation/create sent',
      'elicitation/create answered',
      'roots/list sent',
      'roots/list answered',
    ];
    expect(new Set(kit.questionLegs.map((leg) => leg.join(' ')))).toEqual(new Set(legs));
  });

  test('a server that lets Doorward answer for ever is ended', async () => {
    const { kit, call } = await asking('stateless-stateless');
    kit.stage.verdict = ({ direction }) => (direction === 'server' ? given({}) : undefined);
    for (let i = 0; i < 40 && call.answers.length === 0; i++) {
      kit
        .server()
        .now.answer('tools/call', { inputRequests: { q: elicit(HARMLESS) }, requestState: `s${i}` });
      await settle();
    }
    expect(call.answers.join()).toContain('too many questions');
    expect(kit.server().now.all('tools/call')).toHaveLength(17);
  });

  test('an app that can answer only a part of what Doorward has answered is not asked that part', async () => {
    const { kit, call, ask } = await asking('stateless-stateless', { roots: {} });
    kit.stage.verdict = ({ clientLacks }) => (clientLacks === undefined ? undefined : given({}));
    await ask({ q: elicit(HARMLESS), r: { method: 'roots/list' } });
    expect(call.answers.join()).toContain('cannot answer all');
    expect(kit.questionLegs.filter(([, leg]) => leg === 'cancelled')).toEqual([['roots/list', 'cancelled']]);
  });

  test('questions of a task are asked where its state is asked for, and left out of the news of it', async () => {
    const kit = kitOf('stateless');
    const about = { server: 'alpha', capabilities: ALL };
    const task = kit.client('one').stateless({ id: 1, method: 'tasks/get', params: { taskId: 't' } }, about);
    const listen = kit
      .client('one')
      .stateless(
        { id: 2, method: 'subscriptions/listen', params: { notifications: {}, taskIds: ['t'] } },
        about,
      );
    await settle();
    const connection = kit.server().now;
    const stream = connection.last('subscriptions/listen').id as number;
    const asked = { taskId: 't', status: 'input_required', inputRequests: { q: elicit(PHISHING) } };
    connection.say({ jsonrpc: '2.0', method: 'notifications/tasks', params: asked }, stream);
    connection.answer('tasks/get', { resultType: 'complete', ...asked });
    await settle();
    expect(listen.interims.map((text) => (JSON.parse(text) as { params: object }).params)).toEqual([
      { taskId: 't', status: 'input_required' },
    ]);
    expect(task.answers.join()).not.toContain('session expired');
    expect(task.error.code).toBe(4030);
  });
});

describe.each(['session-session', 'stateless-session'] as const)(
  '%s: an error that wants a page opened (-32042)',
  (pair) => {
    const wanted = (url: string): string =>
      `{"code":-3.2042e4,"message":"Sign in first","data":{"n":1e400,"elicitations":[{"mode":"url","message":"m","url":${JSON.stringify(url)},"elicitationId":"e"}]}}`;
    const fail = async ({ kit }: Asking, error: string): Promise<void> => {
      const { id } = kit.server().now.last('tools/call');
      kit.server().now.say(`{"jsonrpc":"2.0","id":${String(id)},"error":${error}}`, id as number);
      await settle();
    };

    test('walks the road, and passes byte for byte', async () => {
      const scene = await asking(pair, { elicitation: { url: {} } });
      await fail(scene, wanted('https://good.example/'));
      const [question] = scene.kit.stage.questions;
      expect(readServerRequest(question!.message)).toEqual({
        kind: 'elicitation',
        mode: 'url',
        message: 'm',
        url: 'https://good.example/',
      });
      expect(scene.call.answers).toEqual([
        `{"jsonrpc":"2.0","id":1,"error":${wanted('https://good.example/')}}`,
      ]);
    });

    test('is replaced by a sentence when the page may not be opened, or it can be read in two ways', async () => {
      for (const error of [
        wanted('https://evil.example/'),
        wanted('https://evil.example/').replace('"message":"Sign', '"code":-32042,"message":"Sign'),
        wanted('https://evil.example/').replace('"n":1e400', '"elicitations":[]'),
        wanted('https://evil.example/').replace('"mode":"url"', '"mode":"url","mode":"form"'),
      ]) {
        const scene = await asking(pair);
        scene.kit.stage.verdict = ({ direction, message }) =>
          direction === 'server' && message.bytes.includes('evil') ? refuse : undefined;
        await fail(scene, error);
        expect(scene.call.answers.join(), error).not.toContain('evil');
        expect(scene.call.answers, error).toHaveLength(1);
      }
    });

    test('is held, and the app may give up meanwhile', async () => {
      const scene = await asking(pair);
      scene.kit.stage.which = ({ direction }) => direction === 'server';
      await fail(scene, wanted('https://good.example/'));
      expect(scene.call.answers).toEqual([]);
      scene.call.oncancel?.();
      expect(scene.kit.stage.held[0]!.abandoned).toBe(1);
      scene.kit.stage.held[0]!.let();
      await settle();
      expect(scene.call.answers).toEqual([]);
    });

    test('other errors pass at once', async () => {
      const scene = await asking(pair);
      await fail(scene, '{"code":-32000,"message":"no","data":{"elicitations":[{"mode":"url"}]}}');
      expect(scene.kit.stage.questions).toEqual([]);
      expect(scene.call.error.code).toBe(-32000);
    });
  },
);
