import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Scene, startScene } from '../fixtures/hostile/scene.ts';
import { until } from '../fixtures/process-facts.ts';
import type { RawAnswer, RawClient } from '../fixtures/raw-client.ts';

// Attack: an AI app (or whoever has its token) abuses the endpoint. Its siblings and their servers must not notice.

let scene: Scene;
let token: string;
let session: RawClient;
let stateless: RawClient;
beforeAll(async () => {
  scene = await startScene();
  token = await scene.app('villain');
  session = await scene.open('good', { token });
  stateless = await scene.open('good', { token, era: 'stateless' });
});
afterAll(() => scene.close());

const textOf = (answer: RawAnswer): string | undefined =>
  (answer.result?.['content'] as { text: string }[] | undefined)?.[0]?.text;

/** Opens a connection and sends the beginning of a request on it. */
function rawSocket(lines: readonly string[], body = ''): Socket {
  const socket = connect(scene.host.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  return socket;
}

const headers = (method: string, more: readonly string[] = []): string[] => [
  `${method} /mcp/s/good HTTP/1.1`,
  `Host: 127.0.0.1:${scene.host.port}`,
  `Authorization: Bearer ${token}`,
  'Content-Type: application/json',
  'Accept: application/json, text/event-stream',
  ...more,
];

describe('ids', () => {
  test.each([['session'], ['stateless']])(
    '%s: 1, "1", 1.0, 2^53+1 and their like never meet',
    async (era) => {
      const client = era === 'session' ? session : stateless;
      const ids = [
        '1',
        '"1"',
        '1.0',
        '1e0',
        '-1',
        '0',
        '-0',
        '0.1',
        '9007199254740993',
        '9007199254740992',
        '"9007199254740993"',
        '1e400',
        '""',
        '"\\u0031x"',
        '"__proto__"',
        '"constructor"',
        '"null"',
        '18446744073709551616',
        '1.0000000000000000001',
      ];
      await scene.during(async () => {
        for (let round = 0; round < 5; round++) {
          const answers = await Promise.all(
            ids.map(async (id) => {
              const nonce = randomUUID();
              const answer = await client.request(
                'tools/call',
                { name: 'echo', arguments: { nonce } },
                { id },
              );
              return { id, nonce, answer };
            }),
          );
          for (const { id, nonce, answer } of answers)
            expect([answer.id, textOf(answer)]).toEqual([id, nonce]);
        }
      });
    },
  );

  test.each(['null', 'true', '[1]', '{}', `"${'x'.repeat(5000)}"`])('the id %s is refused', async (id) => {
    const answer = await session.post(`{"jsonrpc":"2.0","id":${id},"method":"ping"}`);
    expect([answer.status, answer.error?.code]).toEqual([400, -32600]);
  });

  test('a second request under an id that is open is refused, and the first one is answered', async () => {
    const body = (nonce: string): string =>
      `{"jsonrpc":"2.0","id":77,"method":"tools/call","params":{"name":"echo","arguments":{"nonce":"${nonce}"}}}`;
    await scene.during(async () => {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, i) => session.post(body(`same-${i}`))),
      );
      const answered = answers.filter((answer) => textOf(answer) !== undefined);
      expect(answered.length).toBeGreaterThan(0);
      for (const answer of answers) {
        if (answer.error !== undefined) expect(answer.error.message).toContain('still open');
        else expect(textOf(answer)).toBe(`same-${answers.indexOf(answer)}`);
      }
    });
  });
});

describe('messages', () => {
  test.each([
    ['two ids', '{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}'],
    ['two methods', '{"jsonrpc":"2.0","id":1,"method":"ping","method":"tools/list"}'],
    [
      'two params',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"echo"},"params":{"name":"misbehave"}}',
    ],
    [
      'two names',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"echo","name":"misbehave"}}',
    ],
    [
      'escaped twin',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"echo","n\\u0061me":"misbehave"}}',
    ],
    ['deep', `{"jsonrpc":"2.0","id":1,"method":"ping","params":${'['.repeat(1e6)}${']'.repeat(1e6)}}`],
    ['deep and open', `{"jsonrpc":"2.0","id":1,"method":"ping","params":${'{"a":'.repeat(4e5)}`],
    ['no JSON', 'x'.repeat(1e6)],
    ['NUL', '\u0000'],
    ['an array', '[{"jsonrpc":"2.0","id":1,"method":"ping"}]'],
  ])('%s is refused whole', async (_what, body) => {
    await scene.during(async () => {
      const answer = await session.post(body);
      expect([answer.status, [-32700, -32600].includes(answer.error?.code ?? 0)]).toEqual([400, true]);
    });
  });

  test('a body over the limit is refused with 413', async () => {
    await scene.during(async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () =>
          session.post('x'.repeat(5 * 1024 * 1024)).catch((error: unknown) => error),
        ),
      );
      for (const answer of answers)
        if (!(answer instanceof Error)) expect((answer as RawAnswer).status).toBe(413);
      expect(await session.tool('echo', { nonce: 'after' })).toBe('after');
    });
  });

  test('keys of the prototype in arguments travel as they are and change nothing', async () => {
    const body =
      '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"__proto__":{"polluted":1},"name":"echo","arguments":{"nonce":"n","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}}';
    await scene.during(async () => {
      expect(textOf(await session.post(body))).toBe('n');
      expect(JSON.stringify(await scene.host.must(['status']))).not.toContain('polluted');
    });
  });

  test('cancelling what is not there is heard by nobody', async () => {
    await scene.during(async () => {
      for (const id of ['1', '"1"', 'null', '{}', '9007199254740993', '[[]]', '""']) {
        const answer = await session.post(
          `{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":${id}}}`,
        );
        expect(answer.status).toBe(202);
      }
      expect(await session.tool('echo', { nonce: 'on' })).toBe('on');
    });
  });

  test('answers to questions that nobody asked go nowhere', async () => {
    await scene.during(async () => {
      for (const id of ['1', '"q1"', '2', 'null'])
        await session.post(`{"jsonrpc":"2.0","id":${id},"result":{"action":"accept"}}`);
      expect(await session.tool('echo', { nonce: 'on' })).toBe('on');
    });
  });
});

describe('connections', () => {
  test('10,000 GET streams: a few stay, the others are told, and the sibling works', async () => {
    await scene.during(async () => {
      const statuses = new Map<number, number>();
      const sockets: Socket[] = [];
      for (let batch = 0; batch < 100; batch++) {
        await Promise.all(
          Array.from({ length: 100 }, () => {
            const socket = rawSocket([...headers('GET', [`Mcp-Session-Id: ${session.session}`])]);
            sockets.push(socket);
            return new Promise<void>((resolve) => {
              const settle = (status: number): void => {
                statuses.set(status, (statuses.get(status) ?? 0) + 1);
                if (status !== 200) socket.destroy();
                resolve();
              };
              socket.once('data', (bytes) => settle(Number(bytes.toString('latin1').split(' ')[1])));
              socket.once('close', () => settle(0));
            });
          }),
        );
      }
      expect(statuses.get(200) ?? 0).toBeLessThanOrEqual(16);
      expect([...statuses.keys()].filter((status) => ![0, 200, 409, 429, 503].includes(status))).toEqual([]);
      for (const socket of sockets) socket.destroy();
    });
    await until('there is room again', async () => {
      const stream = await session.listen();
      stream.close();
      return stream.status === 200;
    });
  });

  test('1,000 sessions of one app: bounded, and the others keep theirs', async () => {
    await scene.during(async () => {
      for (let i = 0; i < 20; i++) {
        await Promise.all(
          Array.from({ length: 50 }, async () => {
            const client = await scene.open(undefined, { token }).catch((error: unknown) => String(error));
            if (typeof client === 'string') expect(client).toContain('429');
            else client.close();
          }),
        );
      }
    });
    // The oldest went to make room; a new one may be opened.
    session = await scene.open('good', { token });
    expect(await session.tool('echo', { nonce: 'new' })).toBe('new');
  });

  test('slow readers: large results that nobody takes are not kept without bound', async () => {
    const nonce = 'n'.repeat(2 * 1024 * 1024);
    const sockets: Socket[] = [];
    await scene.during(async () => {
      for (let i = 0; i < 60; i++) {
        // Not those of the session's own calls: what is still being looked at keeps its id.
        const body = `{"jsonrpc":"2.0","id":${1000 + i},"method":"tools/call","params":{"name":"echo","arguments":{"nonce":"${nonce}"}}}`;
        const socket = rawSocket(
          headers('POST', [
            `Mcp-Session-Id: ${session.session}`,
            `Content-Length: ${Buffer.byteLength(body)}`,
          ]),
          body,
        );
        socket.pause();
        sockets.push(socket);
      }
      // What came in until now has been looked at once this one is answered.
      const other = await scene.open('good');
      for (let i = 0; i < 20; i++)
        expect(await other.tool('echo', { nonce: `sibling ${i}` })).toBe(`sibling ${i}`);
    });
    for (const socket of sockets) socket.destroy();
    expect(await session.tool('echo', { nonce: 'after' })).toBe('after');
  });

  test('half-sent headers and bodies hold nothing up', async () => {
    await scene.during(async () => {
      const sockets = Array.from({ length: 200 }, (_, i) =>
        i % 2 === 0
          ? rawSocket([...headers('POST', ['X-Slow: a'])].slice(0, 3)).resume()
          : rawSocket(headers('POST', ['Content-Length: 1000000']), '{"jsonrpc"').resume(),
      );
      const other = await scene.open('good');
      for (let i = 0; i < 20; i++) expect(await other.tool('echo', { nonce: `${i}` })).toBe(`${i}`);
      for (const socket of sockets) socket.destroy();
    });
  });

  test('more calls than an app may have in flight are refused at once with 429, none is lost', async () => {
    await scene.during(async () => {
      const client = await scene.open('good', { token, era: 'stateless' });
      const answers = await Promise.all(
        Array.from({ length: 1000 }, async (_, i) => ({
          nonce: `many-${i}`,
          answer: await client
            .request('tools/call', { name: 'echo', arguments: { nonce: `many-${i}` } })
            .catch((error: unknown) => String(error)),
        })),
      );
      let answered = 0;
      for (const { nonce, answer } of answers) {
        if (typeof answer === 'string') continue;
        if (answer.status === 200) {
          expect(textOf(answer)).toBe(nonce);
          answered++;
        } else expect([429, 503]).toContain(answer.status);
      }
      expect(answered).toBeGreaterThan(200);
    });
  });
});
