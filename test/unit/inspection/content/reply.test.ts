import { describe, expect, it } from 'vitest';
import { contentInspector } from '../../../../electron/inspection/content/content-inspector.ts';
import { unread } from '../../../../electron/inspection/content/task.ts';
import type { Call } from '../../../../electron/relay/call.ts';
import type { Message } from '../../../../electron/relay/message.ts';
import { type InspectionAct, presetAct } from '../../../../shared/model/inspection.ts';
import { aMessage } from '../../../fixtures/relay-kit.ts';
import { type Acts, TOKEN } from './support.ts';

// What an AI app or its person says to a question of a server goes to the server like any argument (attacks 15, 30).

function inspector(acts: Acts = {}) {
  return contentInspector({
    policy: {
      act: (watch, direction): InspectionAct =>
        acts[watch as keyof Acts] ?? presetAct('guarded', watch, direction, true),
      personal: () => ['email'],
    },
    nonce: () => 'a1b2c3d4',
    redact: (text) => text,
    now: () => 0,
    worker: { judge: (_, task) => Promise.resolve(unread(task.form)), close: () => Promise.resolve() },
  });
}

const about = (message: Message, direction: Call['direction'] = 'server'): Call =>
  ({
    direction,
    message,
    client: { id: 'app', name: 'App', role: 'default' },
    server: { id: 'alpha' },
  }) as Call;
const question = about(aMessage({ jsonrpc: '2.0', id: 1, method: 'elicitation/create', params: {} }));
const said = (content: unknown): Message =>
  aMessage({ jsonrpc: '2.0', id: 1, result: { action: 'accept', content } });

describe('what is said to a question of a server', () => {
  it('passes as it is when there is nothing in it', () => {
    expect(inspector().given(question, said({ name: 'Ada', n: 1 }))).toBeUndefined();
    const error = aMessage({ jsonrpc: '2.0', id: 1, error: { code: -1, message: TOKEN } });
    expect(inspector().given(question, error)).toBeUndefined();
  });

  it('is kept back when it has a secret in it, for nobody can be asked', () => {
    const seen = inspector().given(question, said({ note: `it is ${TOKEN}` }));
    expect(seen?.refused).toBe(
      'The answer to the server has what looks like a secret in it (GitHub token). Doorward did not pass it on.',
    );
    expect(seen).toMatchObject({ findings: [{ source: 'secret', where: 'arguments' }] });
  });

  it('is masked where personal data is, and stays a form', () => {
    const answer = said({ mail: 'ada@example.org', n: 7 });
    const seen = inspector({ personal: 'mask' }).given(question, answer);
    expect(seen?.refused).toBeUndefined();
    expect(JSON.parse(String(seen?.changed))).toEqual({
      jsonrpc: '2.0',
      id: 1,
      result: { action: 'accept', content: { mail: '[email]', n: 7 } },
    });
  });

  it('is kept back when it is too long to be looked at', () => {
    expect(inspector().given(question, said({ a: 'word '.repeat(300_000) }))?.refused).toContain(
      'could not be looked at whole',
    );
  });
});

describe('a retry that brings answers to questions', () => {
  const retry = (responses: unknown, args: unknown = { q: 'soup' }): Call =>
    about(
      aMessage({
        jsonrpc: '2.0',
        id: 2,
        method: 'tools/call',
        params: { name: 't', arguments: args, inputResponses: responses, requestState: 'x' },
      }),
      'client',
    );

  it('does not go when they have a secret in them, or what would have to be masked', () => {
    expect(inspector().outgoing(retry({ a: { content: { k: TOKEN } } }))).toMatchObject({
      refused: expect.stringContaining('what looks like a secret'),
    });
    expect(
      inspector({ personal: 'mask' }).outgoing(retry({ a: { content: { k: 'ada@example.org' } } })),
    ).toMatchObject({ refused: expect.stringContaining('would have to be masked') });
  });

  it('goes as it is otherwise, and says what was found in both', () => {
    expect(inspector().outgoing(retry({ a: { content: { k: 'yes' } } }))).toBeUndefined();
    const seen = inspector().outgoing(
      retry({ a: { content: { k: 'ada@example.org' } } }, { q: `use ${TOKEN}` }),
    );
    expect(seen).toMatchObject({
      ask: expect.stringContaining('secret'),
      findings: [
        { source: 'personal', act: 'noted' },
        { source: 'secret', act: 'asked' },
      ],
    });
  });
});

describe('what the worker could not look at', () => {
  const text = (length: number): Message =>
    aMessage({ jsonrpc: '2.0', id: 1, result: { content: [{ type: 'text', text: 'a '.repeat(length) }] } });
  const call = about(
    aMessage({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 't' } }),
    'client',
  );

  it('is put to a person, who can judge it', async () => {
    expect(await inspector().incoming(call, text(60_000))).toMatchObject({
      ask: 'The answer could not be looked at whole.',
      findings: [{ type: 'not-looked-at', act: 'asked' }],
    });
  });

  it('is kept back at once when it is long: many of those that wait would fill the memory', async () => {
    const seen = await inspector().incoming(call, text(600_000));
    expect(seen).toMatchObject({
      refused: expect.stringContaining('could not be looked at whole. Doorward kept it back'),
      findings: [{ type: 'not-looked-at', act: 'blocked' }],
    });
    expect(seen?.ask).toBeUndefined();
  });
});
