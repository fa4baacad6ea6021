import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Ask, AskInit } from '../../../electron/host/registry/package-fetch.ts';
import { lookUpPackage } from '../../../electron/host/registry/package-lookup.ts';
import type { StdioLaunch } from '../../../shared/model/server.ts';

const launch = (line: string, env: Record<string, string> = {}): StdioLaunch => {
  const [command = '', ...args] = line.split(' ');
  return { transport: 'stdio', command, args, env };
};
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const packument = {
  name: '@acme/files',
  'dist-tags': { latest: '1.2.3', next: '2.0.0-rc.1' },
  versions: { '1.2.3': { dist: { integrity: 'sha512-abc' }, _npmUser: { name: 'acme' } } },
  time: { created: '2025-01-01T00:00:00Z', '1.2.3': '2026-01-01T00:00:00Z' },
};

interface Asked extends AskInit {
  readonly url: string;
}
/** A network of these answers; whatever else is asked for is not there. */
function network(answers: (asked: Asked) => Response | undefined): { ask: Ask; asked: Asked[] } {
  const asked: Asked[] = [];
  const ask: Ask = (url, init) => {
    asked.push({ ...init, url });
    const answer = answers({ ...init, url });
    return answer === undefined ? Promise.reject(new Error('ENOTFOUND')) : Promise.resolve(answer);
  };
  return { ask, asked };
}
const look = (given: StdioLaunch, ask: Ask, trustedRegistries: readonly string[] = []) =>
  lookUpPackage(given, { ask, timeoutMs: 500, trustedRegistries });

describe('a package of npm or PyPI', () => {
  test('is pinned to the version that the registry names', async () => {
    const { ask, asked } = network(() => Response.json(packument));
    const { pinned } = await look(launch('npx -y @acme/files /data'), ask);
    expect(pinned?.launch.args).toEqual(['-y', '@acme/files@1.2.3', '/data']);
    expect(pinned?.facts).toMatchObject({ version: '1.2.3', integrity: 'sha512-abc', publisher: 'acme' });
    expect(asked.map(({ url }) => url)).toEqual(['https://registry.npmjs.org/@acme%2ffiles']);
  });

  test('that is named with its version is only asked what it holds, and passes as it is when nobody answers', async () => {
    const { ask } = network(() => Response.json(packument));
    const found = await look(launch('npx -y @acme/files@1.2.3'), ask);
    expect(found).toMatchObject({ known: { version: '1.2.3', integrity: 'sha512-abc' } });
    expect(found.pinned).toBeUndefined();
    expect(await look(launch('npx -y @acme/files@1.0.0'), ask)).toEqual({});
    expect(await look(launch('npx -y @acme/files@1.2.3'), network(() => undefined).ask)).toEqual({});
  });

  test.each([
    ['a range', launch('npx -y @acme/files@^1.0.0'), []],
    ['a program', launch('/usr/bin/files'), []],
    ['another registry', launch('npx -y @acme/files', { npm_config_registry: 'https://mirror.example' }), []],
    ['another registry as a flag', launch('npx --registry https://mirror.example -y @acme/files'), []],
    [
      'a registry for the scope',
      launch('npx -y @acme/files', { 'npm_config_@acme:registry': 'https://registry.npmjs.org' }),
      [],
    ],
    [
      'another index',
      launch('uvx files', { UV_EXTRA_INDEX_URL: 'https://mirror.example' }),
      ['mirror.example'],
    ],
    ['another index as a flag', launch('uvx --index https://mirror.example files'), []],
    [
      'a wrapper that names another registry',
      launch('env npm_config_registry=https://mirror.example npx -y @acme/files'),
      [],
    ],
    ['a name that climbs', launch('npx -y ..'), []],
    ['further packages', launch('uvx --with more files'), []],
    ['an image of this machine', launch('docker run localhost/notes'), []],
  ])('with %s nobody is asked', async (_what, given, trusted) => {
    const { ask, asked } = network(() => Response.json(packument));
    expect(await look(given, ask, trusted)).toEqual({});
    expect(asked).toEqual([]);
  });

  test.each([
    ['a setting', launch('npx -y @acme/files', { NPM_CONFIG_REGISTRY: 'http://npm.corp.example/all/' })],
    ['a flag', launch('npx --registry=http://npm.corp.example/all -y @acme/files')],
  ])('of a registry that a person trusts, named by %s, is asked for there', async (_what, given) => {
    const { ask, asked } = network(() => Response.json(packument));
    const { pinned } = await look(given, ask, ['http://npm.corp.example/all']);
    expect(pinned?.facts.version).toBe('1.2.3');
    expect(asked).toMatchObject([{ url: 'http://npm.corp.example/all/@acme%2ffiles', trusted: true }]);
  });

  test.each<[string, Ask, string]>([
    ['nothing that can be read', () => Promise.resolve(new Response('<html>')), 'cannot be read'],
    ['an error', () => Promise.resolve(new Response('', { status: 500 })), 'status 500'],
    ['no network', () => Promise.reject(new Error('ENOTFOUND')), 'cannot be reached'],
    [
      'silence',
      (_url, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
      'no answer came in time',
    ],
    [
      'a version that is none',
      () => Promise.resolve(Response.json({ ...packument, versions: {} })),
      'does not name such a version',
    ],
    [
      'another package',
      () => Promise.resolve(Response.json({ ...packument, name: '@acme/file' })),
      'another package',
    ],
    [
      'a version that means something to npm',
      () =>
        Promise.resolve(
          Response.json({
            ...packument,
            'dist-tags': { latest: 'npm:evil@1.0.0' },
            versions: { 'npm:evil@1.0.0': packument.versions['1.2.3'] },
          }),
        ),
      'no version',
    ],
    [
      'more than a registry ever says',
      () => {
        const chunk = new Uint8Array(4 * 1024 * 1024);
        let left = 20;
        const body = new ReadableStream<Uint8Array>({
          pull: (stream) => (left-- > 0 ? stream.enqueue(chunk) : stream.close()),
        });
        return Promise.resolve(new Response(body));
      },
      'too large',
    ],
  ])('%s: the review goes on without, and says so', async (_what, ask, why) => {
    const { pinned, warning } = await look(launch('npx -y @acme/files'), ask);
    expect(pinned).toBeUndefined();
    expect(warning).toContain(why);
    expect(warning).toContain('"@acme/files"');
  });
});

describe('a container image', () => {
  const realm = 'https://auth.docker.io/token';
  const challenge = (where = realm): Response =>
    new Response('', {
      status: 401,
      headers: {
        'www-authenticate': `Bearer realm="${where}",service="registry.docker.io",scope="repository:other/secret:push"`,
      },
    });
  const digestIs = (digest: string): Response =>
    new Response('', { headers: { 'docker-content-digest': digest } });

  test('is pinned to the digest that its tag stands for, with an anonymous token to read it', async () => {
    const { ask, asked } = network(({ url, headers }) => {
      if (url.startsWith(realm)) return Response.json({ token: 'abc.def' });
      return headers?.['authorization'] === 'Bearer abc.def' ? digestIs(DIGEST) : challenge();
    });
    const { pinned, warning } = await look(launch('docker run -i --rm mcp/notes:1.2 --flag'), ask);
    expect(warning).toBeUndefined();
    expect(pinned?.launch.args).toEqual(['run', '-i', '--rm', `mcp/notes@${DIGEST}`, '--flag']);
    expect(pinned?.facts).toMatchObject({ name: 'mcp/notes', version: '1.2', integrity: DIGEST });
    const manifest = 'https://registry-1.docker.io/v2/mcp/notes/manifests/1.2';
    expect(asked.map(({ method = 'GET', url }) => `${method} ${url}`)).toEqual([
      `HEAD ${manifest}`,
      `GET ${realm}?service=registry.docker.io&scope=repository%3Amcp%2Fnotes%3Apull`,
      `HEAD ${manifest}`,
    ]);
    expect(asked[0]?.headers?.['accept']).toContain('application/vnd.oci.image.index.v1+json');
  });

  test('of a registry that only the server names may not lead into a private network, nor may its token service', async () => {
    const to = async (image: string, where: string, trusted: readonly string[] = []) => {
      const { ask, asked } = network(({ url }) =>
        url.includes('/token') ? Response.json({ token: 'abc' }) : challenge(where),
      );
      await look(launch(`docker run ${image}`), ask, trusted);
      return asked.map((one) => one.trusted === true);
    };
    expect(await to('mcp/notes', realm)).toEqual([true, false, true]);
    expect(await to('registry.evil.example/notes', 'https://10.0.0.1/token')).toEqual([false, false, false]);
    const own = ['registry.corp.example', 'login.corp.example'];
    expect(await to('registry.corp.example/notes', 'https://login.corp.example/token', own)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('of an open registry needs no token; without a header the manifest itself is counted', async () => {
    const manifest = '{"schemaVersion":2}';
    const { ask, asked } = network(({ method }) => new Response(method === 'HEAD' ? '' : manifest));
    const { pinned } = await look(launch('podman run mcr.microsoft.com/playwright/mcp'), ask);
    expect(pinned?.facts.integrity).toBe(`sha256:${createHash('sha256').update(manifest).digest('hex')}`);
    expect(asked.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
  });

  test.each<[string, (asked: Asked) => Response | undefined, string]>([
    ['there is no network', () => undefined, 'cannot be reached'],
    ['the registry does not know it', () => new Response('', { status: 404 }), 'does not know it'],
    [
      'it wants a login',
      ({ url }) => (url.startsWith(realm) ? new Response('', { status: 401 }) : challenge()),
      'login',
    ],
    [
      'it wants a password',
      () => new Response('', { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } }),
      'login',
    ],
    [
      'the token would break out of its header',
      ({ url }) => (url.startsWith(realm) ? Response.json({ token: 'a\r\nx: y' }) : challenge()),
      'login',
    ],
    [
      'the token is no JSON',
      ({ url }) => (url.startsWith(realm) ? new Response('<html>') : challenge()),
      'cannot be read',
    ],
    [
      'the token never ends',
      ({ url }) => (url.startsWith(realm) ? new Response('x'.repeat(100_000)) : challenge()),
      'too large',
    ],
    [
      'it refuses the token',
      ({ url }) => (url.startsWith(realm) ? Response.json({ token: 'abc' }) : challenge()),
      'login',
    ],
    ['its digest is none', () => digestIs('sha256:latest'), 'digest that is none'],
    ['its digest says more', () => digestIs(`${DIGEST} --privileged`), 'digest that is none'],
    ['it fails', () => new Response('', { status: 503 }), 'status 503'],
  ])('stays as it is when %s, and this is said', async (_what, answers, why) => {
    const { pinned, warning } = await look(launch('docker run mcp/notes'), network(answers).ask);
    expect(pinned).toBeUndefined();
    expect(warning).toContain(why);
    expect(warning).toContain('"mcp/notes"');
  });
});

describe('a git repository', () => {
  const packet = (text: string): string => `${(text.length + 4).toString(16).padStart(4, '0')}${text}`;
  const refs = `${packet('# service=git-upload-pack\n')}0000${packet(`${COMMIT} HEAD\0agent=x\n`)}${packet(`${COMMIT} refs/heads/main\n`)}0000`;
  const answer = (body: string, type = 'application/x-git-upload-pack-advertisement'): Response =>
    new Response(body, { headers: { 'content-type': type } });

  test.each([
    ['npx -y github:me/notes', 'https://github.com/me/notes.git', `github:me/notes#${COMMIT}`],
    [
      'npx -y git+https://g.example/a.git#main',
      'https://g.example/a.git',
      `git+https://g.example/a.git#${COMMIT}`,
    ],
    [
      'uvx --from git+https://g.example/a.git@main a',
      'https://g.example/a.git',
      `git+https://g.example/a.git@${COMMIT}`,
    ],
  ])('%s is pinned to the commit', async (line, url, at) => {
    const { ask, asked } = network(() => answer(refs));
    const { pinned } = await look(launch(line), ask);
    expect(pinned?.launch.args[1]).toBe(at);
    expect(pinned?.facts).toMatchObject({ version: COMMIT });
    expect(asked.map((one) => one.url)).toEqual([`${url}/info/refs?service=git-upload-pack`]);
  });

  test.each<[string, string, Response | undefined, string]>([
    ['over ssh', 'npx -y git+ssh://git@g.example/a.git', answer(refs), 'https'],
    ['with no such branch', 'npx -y me/notes#other', answer(refs), 'no branch or tag'],
    ['that is a web page', 'npx -y me/notes', answer('<html>', 'text/html'), 'does not answer as git does'],
    ['that breaks off', 'npx -y me/notes', answer(refs.slice(0, -4)), 'does not answer as git does'],
    ['that is not there', 'npx -y me/notes', new Response('', { status: 404 }), 'status 404'],
    ['without a network', 'npx -y me/notes', undefined, 'cannot be reached'],
  ])('%s stays as it is, and this is said', async (_what, line, body, why) => {
    const { pinned, warning } = await look(launch(line), network(() => body).ask);
    expect(pinned).toBeUndefined();
    expect(warning).toContain(why);
  });
});
