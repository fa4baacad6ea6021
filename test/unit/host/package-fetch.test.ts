import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublicAddress, packageFetch, readBody } from '../../../electron/host/registry/package-fetch.ts';

// Attack 27: the name of an image or a repository, a redirect or a token service that leads to a program of this
// computer, to the router, or to the place where a cloud hands out its machines' keys.

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.100.100.200', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['224.0.0.1', false],
  ['104.16.3.34', true],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['fd00:ec2::254', false],
  ['fe80::1', false],
  ['2606:4700::6810:322', true],
  ['localhost', false],
  ['', false],
])('%s is public: %s', (address, is) => {
  expect(isPublicAddress(address)).toBe(is);
});

describe('an address', () => {
  const reached: string[] = [];
  let inner: Server;
  let outer: Server;
  const portOf = (server: Server): number => (server.address() as AddressInfo).port;
  beforeAll(async () => {
    inner = createServer((request, response) => {
      reached.push(`inner ${request.url ?? ''}`);
      response.end('{}');
    });
    outer = createServer((request, response) => {
      reached.push(`outer ${request.url ?? ''} ${request.headers.authorization ?? ''}`);
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      if (pathname === '/to') response.writeHead(302, { location: searchParams.get('where') ?? '' }).end();
      else if (pathname === '/round') response.writeHead(302, { location: '/round' }).end();
      else response.end('x'.repeat(1000));
    });
    for (const server of [inner, outer]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
  });
  afterAll(() => {
    for (const server of [inner, outer]) {
      server.closeAllConnections();
      server.close();
    }
  });
  const signal = AbortSignal.timeout(10_000);
  const ask = packageFetch();

  test.each([
    ['https://127.0.0.1:PORT/', 'private network'],
    ['https://localhost:PORT/', 'private network'],
    ['https://sub.localhost:PORT/', 'private network'],
    ['https://0x7f000001:PORT/', 'private network'],
    ['https://2130706433:PORT/', 'private network'],
    ['https://[::ffff:127.0.0.1]:PORT/', 'private network'],
    ['https://169.254.169.254/latest/meta-data/', 'private network'],
    ['http://registry.npmjs.org/x', 'https'],
    ['ftp://registry.npmjs.org/x', 'https'],
    ['https://me:pw@registry.npmjs.org/x', 'login'],
  ])('%s is not asked', async (address, why) => {
    await expect(ask(address.replace('PORT', String(portOf(inner))), { signal })).rejects.toThrow(why);
    expect(reached).toEqual([]);
  });

  test('whose name stands for this computer is not connected to', async () => {
    const { hostname } = await import('node:os');
    await expect(ask(`https://${hostname()}.:${portOf(inner)}/`, { signal })).rejects.toThrow();
    expect(reached).toEqual([]);
  });

  test('that a person trusts is asked, and its redirects lead nowhere private', async () => {
    const base = `http://127.0.0.1:${portOf(outer)}`;
    const headers = { authorization: 'Bearer mine' };
    const answer = await ask(`${base}/body`, { signal, trusted: true, headers });
    expect((await readBody(answer, 1000)).length).toBe(1000);
    await expect(readBody(await ask(`${base}/body`, { signal, trusted: true }), 999)).rejects.toThrow(
      'too large',
    );
    for (const where of [
      `http://127.0.0.1:${portOf(inner)}/`,
      'https://169.254.169.254/',
      'file:///etc/passwd',
    ])
      await expect(
        ask(`${base}/to?where=${encodeURIComponent(where)}`, { signal, trusted: true, headers }),
      ).rejects.toThrow(/private network|https/);
    await expect(ask(`${base}/round`, { signal, trusted: true })).rejects.toThrow('too many redirects');
    const same = await ask(`${base}/to?where=/body`, { signal, trusted: true });
    expect(same.status).toBe(200);
    await readBody(same, 1000);
    expect(reached.some((line) => line.startsWith('inner'))).toBe(false);
  });
});
