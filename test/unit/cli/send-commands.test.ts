import { describe, expect, it } from 'vitest';
import { destinationFrom, sendCommands } from '../../../electron/cli/send-commands.ts';
import { contract } from '../../../shared/ipc/contract.ts';

const from = (words: readonly string[], values: Readonly<Record<string, string | boolean | string[]>>) =>
  destinationFrom({ words, values, behind: [] }, '/here');

describe('log send add', () => {
  it('makes a destination of its options, one of each kind', () => {
    const otlp = from(['corp'], {
      otlp: 'https://c.example',
      header: ['Authorization=Bearer ${vault:KEY}', 'X-Scope=vault:SCOPE'],
      encoding: 'json',
      'from-start': true,
    });
    expect(otlp).toMatchObject({
      ok: true,
      value: {
        fromStart: true,
        destination: {
          kind: 'otlp',
          name: 'corp',
          headers: { Authorization: 'Bearer ${vault:KEY}', 'X-Scope': 'vault:SCOPE' },
          encoding: 'json',
        },
      },
    });
    expect(from(['disk'], { file: 'calls.jsonl', files: '2' })).toMatchObject({
      value: { destination: { kind: 'file', path: '/here/calls.jsonl', files: 2 } },
    });
    const syslog = from(['siem'], { syslog: 'tls://logs.example', what: 'notable', 'with-texts': true });
    expect(syslog).toMatchObject({ value: { destination: { what: 'notable', includeTexts: true } } });
    for (const made of [otlp, syslog])
      expect(contract['send.add'].input.safeParse(made.ok ? made.value : undefined).success).toBe(true);
  });

  it.each([
    [[], { otlp: 'https://c.example' }],
    [['a', 'b'], { otlp: 'https://c.example' }],
    [['a'], {}],
    [['a'], { otlp: 'https://c.example', file: 'x' }],
    [['a'], { otlp: 'https://c.example', header: ['no value'] }],
    [['a'], { otlp: 'https://c.example', encoding: 'xml' }],
    [['a'], { file: 'x', what: 'some' }],
    [['a'], { file: 'x', files: '0' }],
    [['a'], { syslog: 'tls://a', ca: '/nowhere/ca.pem' }],
  ])('refuses %j %j', (words, values) => {
    expect(from(words, values)).toMatchObject({ ok: false, code: 'usage' });
  });

  it('is a command of three words', () => {
    expect(sendCommands.map(({ name }) => name)).toEqual([
      'log send list',
      'log send add',
      'log send remove',
      'log send test',
    ]);
  });
});
