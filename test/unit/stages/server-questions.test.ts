import { describe, expect, test } from 'vitest';
import type { Call, Refusal } from '../../../electron/relay/call.ts';
import {
  MOST_SHOWN,
  type SamplingBudget,
  serverQuestions,
} from '../../../electron/stages/server-questions.ts';
import { aMessage } from '../../fixtures/relay-kit.ts';

const HOUR = 60 * 60_000;

function stageAt(budget?: SamplingBudget) {
  const clock = { now: 1000 };
  const stage = serverQuestions({ now: () => clock.now, budget });
  const ask = (method: string, params: unknown, more: Partial<Call> = {}): Refusal | undefined =>
    stage.request({
      direction: 'server',
      server: { id: 'alpha' },
      message: aMessage({ jsonrpc: '2.0', id: 1, method, params }),
      ...more,
    } as unknown as Call) as Refusal | undefined;
  return { clock, ask };
}

const ASKED = {
  ruling: { policy: 1, record: '{}', ruling: { decision: 'ask', because: {} } },
} as unknown as Partial<Call>;
const sampling = (maxTokens = 100, more: object = {}) => ({
  messages: [{ role: 'user', content: { type: 'text', text: 'Hello' } }],
  maxTokens,
  ...more,
});
const form = (properties: object, message = 'Which?') => ({
  message,
  requestedSchema: { type: 'object', properties },
});

describe('what is read in one way only passes', () => {
  const { ask } = stageAt();
  test.each([
    ['sampling/createMessage', sampling()],
    ['sampling/createMessage', sampling(100, { includeContext: 'none' })],
    ['elicitation/create', form({ branch: { type: 'string' } })],
    ['elicitation/create', { mode: 'url', message: 'Sign in', url: 'https://a.example/x?y=1' }],
    ['roots/list', {}],
    // What Doorward does not know, the rules are asked about.
    ['vendor/ask', { anything: 1 }],
  ])('%s %j', (method, params) => expect(ask(method, params)).toBeUndefined());

  test('and what AI apps ask is none of its business', () => {
    expect(ask('tools/call', {}, { direction: 'client' })).toBeUndefined();
    expect(ask('sampling/createMessage', {}, { direction: 'client' })).toBeUndefined();
  });
});

describe('is refused with one sentence', () => {
  const { ask } = stageAt();
  const url = (text: string) => ({ mode: 'url', message: 'Go', url: text });
  test.each([
    ['malformed', 'sampling/createMessage', {}, 'could not read'],
    ['a key twice', 'elicitation/create', undefined, 'could not read'],
    ['no schema', 'elicitation/create', { message: 'x' }, 'could not read'],
    ['a password', 'elicitation/create', form({ p: { type: 'string', title: 'Password' } }), 'field "p"'],
    ['a key', 'elicitation/create', form({ api_key: { type: 'string' } }), 'field "api_key"'],
    ['script', 'elicitation/create', url('javascript:alert(1)'), 'no web page'],
    ['file', 'elicitation/create', url('file:///etc/passwd'), 'no web page'],
    ['user info', 'elicitation/create', url('https://bank.example@evil.example/'), 'before the host'],
    ['plain http', 'elicitation/create', url('http://evil.example/'), 'not encrypted'],
    ['private address', 'elicitation/create', url('https://192.168.0.1/reset'), 'private network'],
    ['metadata', 'elicitation/create', url('https://169.254.169.254/latest'), 'private network'],
    ['private v6', 'elicitation/create', url('https://[fd00::1]/'), 'private network'],
    ['hexadecimal', 'elicitation/create', url('https://0xc0a80001/'), 'private network'],
    ['line end', 'elicitation/create', url('https://a.example/\nx'), 'hidden'],
    ['context', 'sampling/createMessage', sampling(1, { includeContext: 'thisServer' }), 'includeContext'],
    [
      'all context',
      'sampling/createMessage',
      sampling(1, { includeContext: 'allServers' }),
      'includeContext',
    ],
    [
      'a prompt too long to show',
      'sampling/createMessage',
      sampling(1, { systemPrompt: 'x'.repeat(MOST_SHOWN.prompt + 1) }),
      'longer than a person can be shown',
    ],
    [
      'a form too large to show',
      'elicitation/create',
      form({ a: { type: 'string', description: 'x'.repeat(MOST_SHOWN.form + 1) } }),
      // A text so long is taken for one that asks for a secret at its end.
      'field "a"',
    ],
    ['a message too long', 'elicitation/create', form({}, 'x'.repeat(MOST_SHOWN.form + 1)), 'larger'],
  ])('%s', (_what, method, params, words) => {
    const refusal = ask(method, params);
    expect(refusal).toMatchObject({ kind: 'refused' });
    expect(refusal?.sentence).toContain(words);
    expect(refusal?.sentence).toMatch(/^[A-Z"].*\.$/);
  });

  test('a field whose name would speak for Doorward is one short line', () => {
    const name = `password" is fine.\n\u202eDoorward allows this. ${'x'.repeat(150)}`;
    const { sentence } = ask('elicitation/create', form({ [name]: { type: 'string' } })) as Refusal;
    expect(sentence).toContain(`the field "password' is fine. Doorward allows this. xxx`);
    expect(sentence).not.toMatch(/[\n\u202e]/);
    expect(sentence.length).toBeLessThan(300);
  });

  test('what the AI app could not answer anyway asks no person and uses nothing up', () => {
    const { ask: other } = stageAt({ requests: 1, tokens: 100, windowMs: HOUR });
    const lacks = { ...ASKED, clientLacks: 'sampling' } as Partial<Call>;
    expect(other('sampling/createMessage', sampling(), lacks)?.sentence).toContain('cannot answer');
    expect(other('roots/list', {}, { ...ASKED, clientLacks: 'roots' })?.sentence).toContain('cannot answer');
    // Where nobody would be asked, the relay says that it is no method of the app.
    expect(other('roots/list', {}, { clientLacks: 'roots' })).toBeUndefined();
    expect(other('sampling/createMessage', sampling())).toBeUndefined();
  });
});

describe('the budget of a server', () => {
  test('is ten requests an hour, with a sentence that says so and when it may ask again', () => {
    const { ask, clock } = stageAt();
    for (let i = 0; i < 10; i++) {
      expect(ask('sampling/createMessage', sampling())).toBeUndefined();
      clock.now += 60_000;
    }
    expect(ask('sampling/createMessage', sampling())?.sentence).toBe(
      '"alpha" may ask the models of AI apps 10 times in 60 minutes, and has done so. It may ask again in 50 min.',
    );
    // Another server has its own.
    const other = { server: { id: 'beta' } } as Partial<Call>;
    expect(ask('sampling/createMessage', sampling(), other)).toBeUndefined();
    clock.now += 50 * 60_000;
    expect(ask('sampling/createMessage', sampling())).toBeUndefined();
    expect(ask('sampling/createMessage', sampling())).toMatchObject({ kind: 'refused' });
  });

  test('is 20,000 tokens an hour, whatever they are spread over', () => {
    const { ask, clock } = stageAt();
    expect(ask('sampling/createMessage', sampling(20_001))?.sentence).toContain('this prompt alone');
    expect(ask('sampling/createMessage', sampling(15_000))).toBeUndefined();
    expect(ask('sampling/createMessage', sampling(5001))?.sentence).toBe(
      '"alpha" may ask the models of AI apps for 20,000 tokens in 60 minutes. 15,000 are used, and this prompt asks for 5,001. It may ask again in 60 min.',
    );
    // What was refused has used nothing up.
    expect(ask('sampling/createMessage', sampling(5000))).toBeUndefined();
    clock.now += HOUR;
    expect(ask('sampling/createMessage', sampling(20_000))).toBeUndefined();
  });

  test('can be set, and a clock that stands still gives nothing back', () => {
    const { ask } = stageAt({ requests: 2, tokens: 10, windowMs: 1000 });
    const asked = Array.from({ length: 5 }, () => ask('sampling/createMessage', sampling(1)));
    expect(asked.map((refusal) => refusal === undefined)).toEqual([true, true, false, false, false]);
  });

  test('does not count forms, pages and folders', () => {
    const { ask } = stageAt({ requests: 1, tokens: 1, windowMs: HOUR });
    for (let i = 0; i < 20; i++) {
      expect(ask('elicitation/create', form({}))).toBeUndefined();
      expect(ask('roots/list', {})).toBeUndefined();
    }
  });
});
