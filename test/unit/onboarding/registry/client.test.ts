import { describe, expect, it } from 'vitest';
import { answerCache, type CacheFs } from '../../../../electron/onboarding/registry/cache.ts';
import { type AskRegistry, registryClient } from '../../../../electron/onboarding/registry/client.ts';
import { detailOf, summaryOf } from '../../../../electron/onboarding/registry/describe.ts';
import { readPage } from '../../../../electron/onboarding/registry/server-json.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { entry, everything, weather } from '../../../fixtures/registry-server/entries.ts';

const HOUR = 60 * 60_000;

function memoryFiles(): CacheFs & { readonly files: Map<string, { text: string; at: number }> } {
  const files = new Map<string, { text: string; at: number }>();
  let clock = 0;
  return {
    files,
    list: () => [...files.keys()],
    read: (name, max) => {
      const text = files.get(name)?.text;
      return text === undefined || text.length > max ? undefined : text;
    },
    write: (name, text) => void files.set(name, { text, at: (clock += 1) }),
    remove: (name) => void files.delete(name),
    about: (name) => {
      const file = files.get(name);
      return file === undefined ? undefined : { at: file.at, bytes: file.text.length };
    },
  };
}

function scene(answer: AskRegistry) {
  let now = 1_000_000;
  let asking = answer;
  const asked: string[] = [];
  const fs = memoryFiles();
  const make = () =>
    registryClient({
      base: () => 'https://registry.example/',
      ask: (url) => {
        asked.push(url);
        return asking(url);
      },
      cache: answerCache(fs, () => now),
      now: () => now,
    });
  return {
    client: make(),
    make,
    asked,
    fs,
    wait: (ms: number) => void (now += ms),
    answer: (next: AskRegistry) => void (asking = next),
  };
}
const page = (...servers: unknown[]) => ({
  servers,
  metadata: { count: servers.length, nextCursor: 'more' },
});
const search = { text: 'weather', limit: 30 };

describe('a registry', () => {
  it('is asked as its API says, once an hour for the same question, also by the next host', async () => {
    const { client, make, asked, wait } = scene(() => Promise.resolve(ok(page(weather, everything))));
    expect(await client.search(search)).toMatchObject({
      value: { from: 'registry.example', next: 'more', leftOut: 0, entries: [{}, {}] },
    });
    wait(HOUR - 1);
    await make().search(search);
    expect(asked).toEqual(['https://registry.example/v0.1/servers?search=weather&limit=30&version=latest']);
    wait(1);
    await make().search(search);
    await client.search({ ...search, cursor: 'a&b' });
    expect(asked.slice(1)).toEqual([
      'https://registry.example/v0.1/servers?search=weather&limit=30&version=latest',
      'https://registry.example/v0.1/servers?search=weather&cursor=a%26b&limit=30&version=latest',
    ]);
  });

  it('that is silent is answered for by what it said before, with its age; else one sentence says why', async () => {
    const { client, wait, answer } = scene(() => Promise.resolve(ok(page(weather))));
    await client.search(search);
    wait(3 * HOUR);
    answer(() => Promise.resolve(fail('unreachable', 'no answer came in time')));
    expect(await client.search(search)).toMatchObject({
      value: {
        at: 1_000_000,
        stale: 'The registry at registry.example could not be asked now: no answer came in time.',
        entries: [{}],
      },
    });
    expect(await client.search({ ...search, text: 'other' })).toEqual({
      ok: false,
      code: 'unreachable',
      message:
        'The registry at registry.example could not be asked: no answer came in time. Check the network and try again, or add the server by hand.',
    });
  });

  it('that answers nonsense does not take the place of a good answer', async () => {
    const { client, wait, answer, fs } = scene(() => Promise.resolve(ok(page(weather))));
    await client.search(search);
    wait(2 * HOUR);
    for (const nonsense of [null, 1, 'x', [], {}, { servers: {} }, { servers: 'a' }]) {
      answer(() => Promise.resolve(ok(nonsense)));
      expect(await client.search(search)).toMatchObject({
        value: { stale: expect.stringMatching(/cannot be understood/) as string },
      });
    }
    for (const file of fs.files.values())
      file.text = '{"version":1,"url":"https://evil.example","at":1,"body":{}}';
    expect(await client.search(search)).toMatchObject({ ok: false });
  });

  it('answers about what was asked for, or not at all', async () => {
    const { client, asked, answer } = scene(() => Promise.resolve(ok(weather)));
    expect(await client.show('io.github.skywatch/weather-mcp', '1.4.2')).toMatchObject({
      value: { entry: { server: { version: '1.4.2' } } },
    });
    expect(asked[0]).toBe(
      'https://registry.example/v0.1/servers/io.github.skywatch%2Fweather-mcp/versions/1.4.2',
    );
    expect(await client.show('io.github.skywatch/weather-mcp', '9.9.9')).toMatchObject({ ok: false });
    expect(await client.show('io.github.other/weather-mcp')).toMatchObject({ ok: false });
    answer(() => Promise.resolve(fail('missing', 'x')));
    expect(await client.show('io.github.gone/x')).toEqual({
      ok: false,
      code: 'unknown',
      message: 'The registry has no server "io.github.gone/x".',
    });
  });

  it('keeps its answers bounded on the disk', async () => {
    const { client, fs } = scene(() => Promise.resolve(ok(page(weather))));
    for (let n = 0; n < 230; n++) await client.search({ ...search, text: `q${n}` });
    expect(fs.files.size).toBe(200);
    fs.write = () => {
      throw new Error('ENOSPC');
    };
    expect(await client.search({ ...search, text: 'full' })).toMatchObject({ ok: true });
  });
});

describe('what a registry says', () => {
  it('is read entry by entry: a bad one is left out and counted', () => {
    const bad: unknown[] = [
      null,
      1,
      [],
      {},
      { server: null },
      { server: { name: 'no slash', version: '1', description: '' } },
      { server: { name: 'a/b', version: '' } },
      { server: { name: 'a/b', version: '../..' } },
      { server: { name: `${'a'.repeat(300)}/b`, version: '1' } },
      { server: { name: 'a/../b', version: '1' } },
    ];
    const read = readPage({ servers: [...bad, weather], metadata: { nextCursor: 7 } });
    expect(read).toMatchObject({ leftOut: bad.length, entries: [{}], next: undefined });
  });

  it('is shown whole, with hidden characters in it, and cut', () => {
    const [read] =
      readPage({
        servers: [
          entry({
            name: 'io.example/x',
            version: '1.0.0',
            description: `a\u200B\u202Eb${'c'.repeat(5000)}`,
            title: 7,
            packages: [
              { registryType: 'npm' },
              5,
              { registryType: 'npm', identifier: 'x', version: '1.0.0' },
            ],
            remotes: 'none',
          }),
        ],
      })?.entries ?? [];
    if (read === undefined) throw new Error('no entry');
    const summary = summaryOf(read);
    expect(summary).toMatchObject({ namespace: 'io.example', kinds: ['npm'] });
    expect(summary.title).toBeUndefined();
    expect(summary.description.slice(0, 4)).toBe('a\u200B\u202Eb');
    expect(summary.description).toHaveLength(1000);
    expect(read.server.packages.leftOut).toBe(2);
  });

  it('of what is deprecated is said, with its reason; another text is another digest', () => {
    const of = (raw: unknown) => {
      const [read] = readPage({ servers: [raw] })?.entries ?? [];
      if (read === undefined) throw new Error('no entry');
      return detailOf(read);
    };
    const server = { name: 'io.example/x', version: '1.0.0', description: 'x' };
    const old = of(entry(server, { status: 'deprecated', statusMessage: 'Use y.', isLatest: false }));
    expect(old).toMatchObject({ status: 'deprecated', statusMessage: 'Use y.', isLatest: false });
    expect(old.publishedAt).toBe(Date.parse('2026-08-31T10:00:00Z'));
    expect(of(entry({ ...server, description: 'y' })).digest).not.toBe(old.digest);
    expect(of({ server }).status).toBe('active');
  });
});
