import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { trustSystemAuthorities } from '../../../electron/upstream/http/authorities.ts';
import { allowedPlaces } from '../../../electron/upstream/oauth/addresses.ts';
import { createWeb, urlFault, type WebRules } from '../../../electron/upstream/oauth/web.ts';
import { canonical, coversServer } from '../../../electron/upstream/oauth/discovery.ts';

const rules = (server: string, allowed: readonly string[] = []): WebRules => ({
  server: new URL(server),
  allowed: allowedPlaces(allowed),
});
const REMOTE = 'https://mcp.example/mcp';

describe('where a sign-in may lead', () => {
  it.each([
    [REMOTE, 'https://login.example/a', true],
    [REMOTE, 'http://login.example/a', false],
    [REMOTE, 'http://127.0.0.1:9/a', false],
    [REMOTE, 'https://127.0.0.1:9/a', false],
    [REMOTE, 'https://localhost/a', false],
    [REMOTE, 'https://app.localhost/a', false],
    [REMOTE, 'https://10.0.0.1/a', false],
    [REMOTE, 'https://169.254.169.254/a', false],
    [REMOTE, 'https://2130706433/a', false],
    [REMOTE, 'https://[::ffff:7f00:1]/a', false],
    [REMOTE, 'ftp://login.example/a', false],
    [REMOTE, 'https://user@login.example/a', false],
    // A server on this machine may sign in on this machine, and nowhere else without encryption.
    ['http://localhost:1/mcp', 'http://127.0.0.1:9/a', true],
    ['http://127.0.0.1:1/mcp', 'http://localhost:9/a', true],
    ['http://127.0.0.1:1/mcp', 'http://login.example/a', false],
    ['http://127.0.0.1:1/mcp', 'https://10.0.0.1/a', false],
    // A plain server elsewhere gets no token at all.
    ['http://mcp.example/mcp', 'http://mcp.example/.well-known/x', false],
    // A person named this one themselves.
    ['https://10.0.0.5/mcp', 'https://10.0.0.5/.well-known/x', true],
    ['https://10.0.0.5/mcp', 'https://10.0.0.6/a', false],
  ])('of %s to %s: %s', (server, url, may) => {
    expect(urlFault(rules(server), new URL(url)) === undefined).toBe(may);
  });

  it('is widened by the organisation or the person, never to the metadata of a cloud', () => {
    expect(urlFault(rules(REMOTE, ['10.0.0.0/8']), new URL('https://10.0.0.1/a'))).toBeUndefined();
    expect(urlFault(rules(REMOTE, ['127.0.0.0/8']), new URL('https://127.0.0.1/a'))).toBeUndefined();
    expect(urlFault(rules(REMOTE, ['169.254.0.0/16']), new URL('https://169.254.169.254/a'))).toMatch(
      /surroundings/,
    );
  });

  it('is judged by what a name resolves to, all of it', async () => {
    const web = (addresses: string[], allowed: string[] = []) =>
      createWeb({
        env: {},
        userAgent: 't',
        lookup: async () => addresses.map((address) => ({ address, family: 4 })),
      }).check(rules(REMOTE, allowed), new URL('https://login.corp.example/a'));
    await expect(web(['192.0.2.1'])).resolves.toBeUndefined();
    await expect(web(['192.0.2.1', '10.0.0.1'])).rejects.toThrow(/--private-host login\.corp\.example/);
    await expect(web(['10.0.0.1'], ['login.corp.example'])).resolves.toBeUndefined();
    await expect(web(['10.0.0.1'], ['*.corp.example'])).resolves.toBeUndefined();
    await expect(web(['169.254.169.254'], ['login.corp.example'])).rejects.toThrow(/surroundings/);
  });
});

it('goes through the proxy of the environment, which resolves names that this computer does not know', async () => {
  const asked: string[] = [];
  const proxy = createServer().listen(0, '127.0.0.1');
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 503 no\r\n\r\n');
  });
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as AddressInfo;
  const unknown = Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
  const web = createWeb({
    env: { HTTPS_PROXY: `http://127.0.0.1:${port}`, NO_PROXY: 'direct.example' },
    userAgent: 't',
    lookup: (name) =>
      name === 'private.example'
        ? Promise.resolve([{ address: '10.0.0.1', family: 4 }])
        : Promise.reject(unknown),
  });
  await expect(web.send(rules(REMOTE), new URL('https://login.example/t'))).rejects.toThrow(
    /proxy did not connect/,
  );
  expect(asked).toEqual(['login.example:443']);
  // What can be judged here is judged here.
  await expect(web.send(rules(REMOTE), new URL('https://private.example/t'))).rejects.toThrow(
    /private network/,
  );
  await expect(web.send(rules(REMOTE), new URL('https://10.0.0.1/t'))).rejects.toThrow(/private network/);
  await expect(web.send(rules(REMOTE), new URL('https://direct.example/t'))).rejects.toThrow(
    /cannot be looked up/,
  );
  expect(asked).toHaveLength(1);
});

describe('the resource of a server', () => {
  it.each([
    ['https://mcp.example/mcp', 'https://mcp.example/mcp', true],
    ['https://mcp.example', 'https://mcp.example/mcp', true],
    ['https://mcp.example/', 'https://mcp.example/', true],
    ['https://mcp.example/mcp/', 'https://mcp.example/mcp', true],
    ['https://mcp.example/a', 'https://mcp.example/a/b', true],
    ['https://mcp.example/mcp', 'https://mcp.example/mcp2', false],
    ['https://mcp.example/mcp2', 'https://mcp.example/mcp', false],
    ['https://mcp.example:8443/mcp', 'https://mcp.example/mcp', false],
    ['http://mcp.example/mcp', 'https://mcp.example/mcp', false],
    ['https://evil.example/mcp', 'https://mcp.example/mcp', false],
    ['https://mcp.example@evil.example/mcp', 'https://mcp.example/mcp', false],
    ['https://mcp.example/mcp#x', 'https://mcp.example/mcp', false],
    ['nonsense', 'https://mcp.example/mcp', false],
  ])('%s for %s: %s', (resource, server, covers) => {
    expect(coversServer(resource, new URL(server))).toBe(covers);
  });

  it('is written without a lonely slash, query or fragment', () => {
    expect(canonical(new URL('https://MCP.example/'))).toBe('https://mcp.example');
    expect(canonical(new URL('https://mcp.example/mcp?x=1#y'))).toBe('https://mcp.example/mcp');
  });
});

describe('the authorities of the system', () => {
  it('are added to those of Node, and none is taken away', () => {
    let now = ['node-1', 'shared'];
    trustSystemAuthorities({
      getCACertificates: (type) => (type === 'system' ? ['shared', 'company'] : now),
      setDefaultCACertificates: (all) => void (now = all as string[]),
    });
    expect(now).toEqual(['node-1', 'shared', 'company']);
  });

  it('are left out where the system gives none', () => {
    let set = 0;
    const from = { setDefaultCACertificates: () => void set++ };
    trustSystemAuthorities({ ...from, getCACertificates: () => [] });
    trustSystemAuthorities({
      ...from,
      getCACertificates() {
        throw new Error('not supported');
      },
    });
    expect(set).toBe(0);
  });
});
