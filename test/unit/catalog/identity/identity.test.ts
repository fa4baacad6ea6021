import { describe, expect, test } from 'vitest';
import {
  identityDifferences,
  identityDigest,
  identityOf,
  type IdentityPorts,
} from '../../../../electron/catalog/identity/identity.ts';
import { npmFacts, pypiFacts } from '../../../../electron/catalog/identity/registry.ts';
import type { Launch } from '../../../../shared/model/server.ts';

const ports = (
  facts: { path?: string; digest?: string; version?: string; integrity?: string } = {},
): IdentityPorts => ({
  resolve: async (launch) => facts.path ?? `/usr/bin/${launch.command}`,
  digest: async () => facts.digest ?? 'aa',
  package: async () => ({ version: facts.version ?? '1.0.0', integrity: facts.integrity ?? 'sha512-x' }),
});
const npx: Launch = {
  transport: 'stdio',
  command: 'npx',
  args: ['-y', 'notes'],
  env: { KEY: 'one', B: '2' },
};
const script: Launch = { transport: 'stdio', command: 'node', args: ['/opt/server.js'], env: {} };
const program: Launch = { transport: 'stdio', command: '/opt/server', args: [], env: {}, cwd: '/opt' };
const remote: Launch = {
  transport: 'http',
  url: 'https://user:pw@mcp.example.net:8443/mcp?key=1',
  headers: { Authorization: 'secret', 'X-Team': 'a' },
};
const digest = async (launch: Launch, facts = {}): Promise<string> =>
  identityDigest(await identityOf(launch, ports(facts)));

describe('identity', () => {
  test('holds what the server is and no secret', async () => {
    const all = await Promise.all(
      [npx, script, program, remote].map((launch) => identityOf(launch, ports())),
    );
    expect(all).toMatchObject([
      {
        command: '/usr/bin/npx',
        envKeys: ['B', 'KEY'],
        package: { kind: 'npm', name: 'notes', version: '1.0.0', integrity: 'sha512-x' },
        files: [],
      },
      { files: [{ path: '/opt/server.js', digest: 'aa' }] },
      { files: [{ path: '/usr/bin//opt/server', digest: 'aa' }], cwd: '/opt' },
      {
        url: 'https://mcp.example.net:8443/mcp',
        host: 'mcp.example.net',
        headerNames: ['authorization', 'x-team'],
      },
    ]);
    expect(JSON.stringify(all)).not.toMatch(/one|secret|pw|key=1/);
  });

  test('a new key in the vault is the same server; anything else is another one', async () => {
    const first = await digest(npx);
    expect(await digest({ ...npx, env: { B: 'x', KEY: 'y' } })).toBe(first);
    for (const other of [
      { ...npx, args: ['-y', 'notes2'] },
      { ...npx, env: { KEY: '1' } },
      { ...npx, cwd: '/x' },
    ])
      expect(await digest(other)).not.toBe(first);
    for (const facts of [{ path: '/opt/npx' }, { version: '1.0.1' }, { integrity: 'sha512-y' }])
      expect(await digest(npx, facts)).not.toBe(first);
    expect(await digest(npx, { digest: 'bb' })).toBe(first);
    expect(await digest(script, { digest: 'bb' })).not.toBe(await digest(script));
    expect(await digest(program, { digest: 'bb' })).not.toBe(await digest(program));
    expect(await digest({ ...remote, url: 'https://mcp.example.net/mcp' })).not.toBe(await digest(remote));
  });

  test('says in words what differs', async () => {
    const was = await identityOf(npx, ports());
    expect(identityDifferences(was, was)).toEqual([]);
    expect(identityDifferences(was, await identityOf(npx, ports({ version: '2.0.0' })))).toEqual([
      'Its version was 1.0.0 and is now 2.0.0.',
    ]);
    expect(identityDifferences(was, await identityOf(npx, ports({ integrity: 'z' })))).toEqual([
      'The package has the same version and other contents than before.',
    ]);
    expect(identityDifferences(was, await identityOf(remote, ports()))).toHaveLength(1);
    expect(
      identityDifferences(
        await identityOf(script, ports()),
        await identityOf(script, ports({ digest: 'b' })),
      ),
    ).toEqual(['A file of it has changed since it was approved.']);
    expect(
      identityDifferences(was, await identityOf({ ...npx, env: {}, cwd: '/x' }, ports({ path: '/b' }))),
    ).toHaveLength(4);
  });
});

describe('registries', () => {
  const page = {
    name: 'notes',
    'dist-tags': { latest: '1.1.0', next: '2.0.0-rc.1' },
    versions: {
      '1.0.0': { dist: { shasum: 'abc' } },
      '1.1.0': {
        dist: { integrity: 'sha512-q', tarball: 'x' },
        _npmUser: { name: 'ann' },
        deprecated: 'use other',
      },
      '2.0.0-rc.1': { dist: {} },
    },
    time: { created: '2025-01-01T00:00:00.000Z', '1.1.0': '2026-02-03T04:05:06.000Z' },
    maintainers: [{ name: 'bob' }],
  };

  test('npm', () => {
    expect(npmFacts(page)).toEqual({
      ok: true,
      value: {
        name: 'notes',
        version: '1.1.0',
        integrity: 'sha512-q',
        publishedAt: Date.UTC(2026, 1, 3, 4, 5, 6),
        createdAt: Date.UTC(2025, 0, 1),
        publisher: 'ann',
        versions: 3,
        deprecated: 'use other',
      },
    });
    expect(npmFacts(page, '1.0.0')).toMatchObject({
      ok: true,
      value: { integrity: 'sha1:abc', publisher: 'bob', publishedAt: undefined, deprecated: undefined },
    });
    expect(npmFacts(page, 'next')).toMatchObject({ ok: false, code: 'malformed' });
    expect(npmFacts(page, '9.9.9')).toMatchObject({ ok: false, code: 'no-such-version' });
    for (const tag of ['__proto__', 'constructor', 'toString'])
      expect(npmFacts(page, tag)).toMatchObject({ ok: false, code: 'no-such-version' });
    for (const body of [null, 'x', [], {}, { ...page, versions: 7 }])
      expect(npmFacts(body)).toMatchObject({ ok: false, code: 'malformed' });
  });

  test('PyPI', () => {
    const sha256 = 'c'.repeat(64);
    const body = {
      info: { name: 'notes', version: '1.2', author: '', author_email: 'ann@example.net' },
      urls: [
        { packagetype: 'bdist_wheel', digests: { sha256: 'd'.repeat(64) } },
        {
          packagetype: 'sdist',
          digests: { sha256 },
          upload_time_iso_8601: '2026-02-03T04:05:06Z',
          yanked: true,
          yanked_reason: null,
        },
      ],
      releases: { '1.1': [{ upload_time_iso_8601: '2025-01-01T00:00:00Z' }], '1.2': [] },
    };
    expect(pypiFacts(body)).toEqual({
      ok: true,
      value: {
        name: 'notes',
        version: '1.2',
        integrity: `sha256:${sha256}`,
        publishedAt: Date.UTC(2026, 1, 3, 4, 5, 6),
        createdAt: Date.UTC(2025, 0, 1),
        publisher: 'ann@example.net',
        versions: 2,
        deprecated: 'withdrawn',
      },
    });
    expect(pypiFacts(body, '1.1')).toMatchObject({ ok: false, code: 'no-such-version' });
    expect(pypiFacts({ ...body, urls: [] })).toMatchObject({ ok: false });
    expect(pypiFacts('x')).toMatchObject({ ok: false, code: 'malformed' });
  });
});
