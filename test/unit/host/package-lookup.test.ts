import { expect, test } from 'vitest';
import { lookUpPackage } from '../../../electron/host/package-lookup.ts';
import type { StdioLaunch } from '../../../shared/model/server.ts';

const launch = (command: string, args: string[], env: Record<string, string> = {}): StdioLaunch => ({
  transport: 'stdio',
  command,
  args,
  env,
});
const packument = {
  name: '@acme/files',
  'dist-tags': { latest: '1.2.3' },
  versions: { '1.2.3': { dist: { integrity: 'sha512-abc' }, _npmUser: { name: 'acme' } } },
  time: { created: '2025-01-01T00:00:00Z', '1.2.3': '2026-01-01T00:00:00Z' },
};
const asked: string[] = [];
const answering =
  (body: unknown) =>
  (url: string): Promise<Response> => {
    asked.push(url);
    return Promise.resolve(Response.json(body));
  };

test('a start command without a version is pinned to the one that the registry names', async () => {
  const found = await lookUpPackage(launch('npx', ['-y', '@acme/files', '/data']), {
    fetch: answering(packument),
    timeoutMs: 1000,
  });
  expect(found?.launch.args).toEqual(['-y', '@acme/files@1.2.3', '/data']);
  expect(found?.facts).toMatchObject({ version: '1.2.3', integrity: 'sha512-abc', publisher: 'acme' });
  expect(asked.at(-1)).toBe('https://registry.npmjs.org/@acme%2ffiles');
});

test.each([
  ['a version', launch('npx', ['-y', '@acme/files@1.0.0'])],
  ['a range', launch('npx', ['-y', '@acme/files@^1.0.0'])],
  ['a program', launch('/usr/bin/files', [])],
  [
    'another registry',
    launch('npx', ['-y', '@acme/files'], { npm_config_registry: 'https://mirror.example' }),
  ],
])('with %s nobody is asked', async (_what, given) => {
  const before = asked.length;
  expect(await lookUpPackage(given, { fetch: answering(packument), timeoutMs: 1000 })).toBeUndefined();
  expect(asked.length).toBe(before);
});

test.each([
  ['nothing that can be read', () => Promise.resolve(new Response('<html>'))],
  ['an error', () => Promise.resolve(new Response('', { status: 500 }))],
  ['no network', () => Promise.reject(new Error('ENOTFOUND'))],
  [
    'silence',
    (_url: string, { signal }: { signal: AbortSignal }) =>
      new Promise<Response>((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('too late')));
      }),
  ],
  ['a version that is none', answering({ ...packument, 'dist-tags': { latest: '1.2.3' }, versions: {} })],
])('%s: the review goes on without', async (_what, fetch) => {
  expect(await lookUpPackage(launch('npx', ['-y', '@acme/files']), { fetch, timeoutMs: 50 })).toBeUndefined();
});
