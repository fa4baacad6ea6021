import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeLaunch } from '../../../../electron/catalog/identity/judge-launch.ts';
import { launchSentence } from '../../../../electron/catalog/identity/reasons.ts';
import { launchReasonCode, type LaunchJudgement } from '../../../../shared/model/review.ts';

interface Start {
  readonly verdict: 'held' | 'ordinary';
  readonly code?: string;
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const options = {
  platform: 'linux' as const,
  trustedRegistries: ['npm.corp.example', 'https://pypi.corp.example/simple'],
};
const judge = ({ command, args = [], env = {} }: Start): LaunchJudgement =>
  judgeLaunch({ transport: 'stdio', command, args: [...args], env: { ...env } }, options);
const starts = readFileSync(join(import.meta.dirname, '../../../fixtures/pins/launches.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Start);

test.each(
  starts.map(
    (start) =>
      [
        `${start.verdict}: ${start.command} ${(start.args ?? []).join(' ')} ${JSON.stringify(start.env ?? {})}`,
        start,
      ] as const,
  ),
)('%s', (_name, start) => {
  const { verdict, reasons } = judge(start);
  expect({ verdict, reasons }).toMatchObject({ verdict: start.verdict });
  if (start.code !== undefined) expect(reasons.map(({ code }) => code)).toContain(start.code);
  if (verdict === 'held') expect(reasons[0]?.weight).toBe('held');
});

describe('registries', () => {
  test.each([
    ['https://npm.corp.example/', 'ordinary'],
    ['https://npm.corp.example/npm/private/', 'ordinary'],
    ['https://registry.npmjs.org', 'ordinary'],
    ['http://npm.corp.example/', 'held'],
    ['https://npm.corp.example.evil.test/', 'held'],
    ['https://user@registry.npmjs.org', 'held'],
    ['not a registry', 'held'],
  ])('%s', (registry, verdict) => {
    expect(
      judge({ verdict: 'held', command: 'npx', args: ['--registry', registry, 'thing@1.0.0'] }).verdict,
    ).toBe(verdict);
    expect(
      judge({
        verdict: 'held',
        command: 'npx',
        args: ['thing@1.0.0'],
        env: { npm_config_registry: registry },
      }).verdict,
    ).toBe(verdict);
  });

  test('a trusted address counts for what is under it', () => {
    const from = (url: string): string =>
      judge({ verdict: 'held', command: 'uvx', args: ['--index-url', url, 'thing==1.0'] }).verdict;
    expect(from('https://pypi.corp.example/simple')).toBe('ordinary');
    expect(from('https://pypi.corp.example/simple/more')).toBe('ordinary');
    expect(from('https://pypi.corp.example/other')).toBe('held');
  });
});

describe('addresses', () => {
  const url = (address: string, headers: Record<string, string> = {}): string[] => {
    const { verdict, reasons } = judgeLaunch({ transport: 'http', url: address, headers }, options);
    return [verdict, ...reasons.map(({ code }) => code)];
  };

  test.each([
    ['https://mcp.example.net/mcp', ['ordinary']],
    ['http://localhost:3000/mcp', ['ordinary']],
    ['http://127.0.0.1:3000/mcp', ['ordinary']],
    ['http://[::1]:3000/mcp', ['ordinary']],
    ['http://mcp.example.net/mcp', ['held', 'insecure-url']],
    ['https://10.1.2.3/mcp', ['ordinary', 'private-address']],
    ['https://tools.intranet/mcp', ['ordinary', 'private-address']],
    ['https://169.254.169.254/latest', ['held', 'private-address']],
    ['https://me:pw@mcp.example.net/', ['held', 'credentials-in-url']],
    ['https://mcp.example.net/?token=0123456789abc', ['held', 'credentials-in-url']],
    ['https://mcp.example.net/?token=${secret:x}', ['ordinary']],
    ['https://mcp.n\u043etion.com/mcp', ['held', 'lookalike-host']],
    ['https://mcp.notlon.com/mcp', ['held', 'lookalike-host']],
    ['https://mcp.notion.com.example.net/mcp', ['held', 'lookalike-host']],
  ])('%s', (address, expected) => {
    expect(url(address)).toEqual(expected);
  });

  test('keys in headers stand in plain text, references do not', () => {
    expect(url('https://a.example.net', { Authorization: 'Bearer abcdefgh' })).toEqual([
      'held',
      'secret-in-plain',
    ]);
    expect(url('https://a.example.net', { Authorization: 'Bearer ${secret:a}', 'X-Team': 'blue' })).toEqual([
      'ordinary',
    ]);
  });
});

test('every reason has a sentence, and a launch of nonsense is judged all the same', () => {
  for (const code of launchReasonCode.options)
    expect(launchSentence({ code, weight: 'held', params: {} })).toMatch(/\S.*(?:[."]|: \?)$/s);
  for (const text of [
    '',
    ' ',
    '\0',
    '\n',
    '🙂',
    '"',
    '--',
    '../',
    'a'.repeat(100_000),
    '$('.repeat(5000),
    '`'.repeat(5000),
    'curl '.repeat(5000),
  ]) {
    expect(
      judge({
        verdict: 'held',
        command: text,
        args: [text, text],
        env: { [text]: text, PATH: text, NODE_OPTIONS: text },
      }).reasons.length,
    ).toBeLessThanOrEqual(20);
  }
});
