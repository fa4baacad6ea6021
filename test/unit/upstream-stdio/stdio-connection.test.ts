import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemSpawn } from '../../../electron/upstream/stdio/ports.ts';
import { Bench, fixtures, listener, lives, peer, request, until } from './harness.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

const text = (bytes: Buffer | undefined) => bytes?.toString('utf8');
const parsed = (bytes: Buffer | undefined) => JSON.parse(text(bytes) ?? 'null') as Record<string, unknown>;

describe('messages', () => {
  it('sends what came before the process runs, in order, and hands on every answer', async () => {
    const heard = listener();
    const connection = bench.open(peer('echo'), heard);
    for (let id = 1; id <= 500; id += 1) connection.send(request(id, { value: 'ä'.repeat(id) }));
    expect(connection.backlog).toBeGreaterThan(0);
    await until(() => heard.messages.length === 500);
    expect(heard.messages.map((bytes) => parsed(bytes)['id'])).toEqual(
      Array.from({ length: 500 }, (_, at) => at + 1),
    );
    expect(parsed(heard.messages[499])['result']).toEqual({ echo: { value: 'ä'.repeat(500) } });
    await until(() => connection.backlog === 0);
  });

  it('keeps a message that was sent in several lines one message', async () => {
    const heard = listener();
    const connection = bench.open(peer('echo'), heard);
    const smuggled = '{"jsonrpc":"2.0","id":1,\r\n"params":\n{"id":2}\r}';
    connection.send({ bytes: Buffer.from(smuggled), id: 1 });
    connection.send(request(3));
    await until(() => heard.messages.length === 2);
    expect(parsed(heard.messages[0])).toMatchObject({ id: 1, result: { echo: { id: 2 } } });
    expect(parsed(heard.messages[1])).toMatchObject({ id: 3 });
  });

  it('carries messages of several megabytes both ways', async () => {
    const heard = listener();
    const value = 'x'.repeat(4_000_000);
    bench.open(peer('echo'), heard).send(request(1, { value }));
    await until(() => heard.messages.length === 1);
    expect(parsed(heard.messages[0])['result']).toEqual({ echo: { value } });
  });

  it('counts and keeps garbage and batches, and goes on', async () => {
    const heard = listener();
    bench.open(peer('garbage'), heard);
    await until(() => heard.messages.length === 2);
    expect(heard.messages.map((bytes) => parsed(bytes)['method'])).toEqual([
      'notifications/first',
      'notifications/last',
    ]);
    const stray = bench.journal.strayLines();
    expect(stray).toMatchObject({ count: 3, batches: 1 });
    expect(stray.last.map((line) => line.kind)).toEqual(['garbage', 'batch', 'garbage']);
    expect(stray.last[2]?.text).toBe('x'.repeat(200));
    expect(heard.ends).toEqual([]);
  });
});

describe('ends', () => {
  it('says that a server ended in the middle of a message', async () => {
    const heard = listener();
    bench.open(peer('half'), heard).send(request(1));
    const end = await until(() => heard.ends[0]);
    expect(end).toMatchObject({ code: 'closed' });
    expect(end.message).toContain(
      '"sample" ended with exit code 0 in the middle of a message (after 29 bytes',
    );
    expect(heard.messages).toEqual([]);
  });

  it('gives exit code, and keeps what was written to stderr out of the sentence but at hand', async () => {
    const heard = listener();
    const connection = bench.open(peer('exit', '7'), heard);
    const end = await until(() => heard.ends[0]);
    expect(end.message).toContain('ended with exit code 7.');
    expect(end.message).not.toContain('database');
    expect(connection.stderrTail().map((line) => line.text)).toEqual(['cannot open the database']);
  });

  it('names the signal that ended a server', async () => {
    const heard = listener();
    bench.open(peer('kill'), heard);
    expect((await until(() => heard.ends[0])).message).toContain('was ended by the signal SIGKILL');
  });

  it('delivers everything that was printed before the exit', async () => {
    const heard = listener();
    // One line for each turn: the exit is known long before the last line is read.
    bench.open(peer('many-then-exit', '20000'), heard, { turnBudget: { lines: 1, bytes: 1 } });
    await until(() => heard.ends[0]);
    expect(heard.messages.length).toBe(20_000);
  });

  it('tells the end once, and refuses what is sent afterwards, later and not within send', async () => {
    const heard = listener();
    const connection = bench.open(peer('exit', '0'), heard);
    await until(() => heard.ends[0]);
    connection.send(request(5));
    connection.send({ bytes: Buffer.from('{}') });
    expect(heard.failures).toEqual([]);
    await until(() => heard.failures.length === 1);
    expect(heard.failures[0]).toMatchObject({ id: 5, failure: { code: 'closed' } });
    await connection.close();
    await connection.close();
    expect(heard.ends.length).toBe(1);
  });

  it.each([
    ['close-input', 'closed its input'],
    ['close-output', 'closed its output'],
  ])('ends a server that breaks the connection but runs on (%s)', async (mode, sentence) => {
    const heard = listener();
    const connection = bench.open(peer(mode), heard);
    // A closed pipe shows itself at a write.
    const writing = setInterval(() => connection.send(request(1)), 50);
    const end = await until(() => heard.ends[0]);
    clearInterval(writing);
    expect(end.code).toBe('closed');
    expect(end.message).toContain(sentence);
    const { pid } = connection;
    await connection.close();
    expect(lives(pid ?? 0)).toBe(false);
  });

  it('is closed by us with a sentence, and no process is left', async () => {
    const heard = listener();
    const connection = bench.open(peer('echo'), heard);
    const pid = await until(() => connection.pid);
    await connection.close();
    expect(lives(pid)).toBe(false);
    expect(heard.ends).toMatchObject([{ code: 'closed' }]);
    expect(heard.ends[0]?.message).toContain('was stopped by Doorward');
  });

  it('can be closed while it starts', async () => {
    const heard = listener();
    const pids: number[] = [];
    const connection = bench.open(peer('hang'), heard, {
      spawn: (file, args, options) => {
        const child = systemSpawn(file, args, options);
        pids.push(child.pid ?? 0);
        // In the moment in which the process exists and the connection does not know it yet.
        void connection.close();
        return child;
      },
    });
    await until(() => heard.ends[0]);
    await connection.close();
    expect(pids.length).toBe(1);
    expect(pids.filter(lives)).toEqual([]);
  });
});

describe('starts that fail', () => {
  it('names a missing command, where it was looked for and how to get it', async () => {
    const heard = listener();
    const connection = bench.open({ ...peer('echo'), command: 'uvx' }, heard, {
      path: { pathFor: async () => '/nowhere/bin:/usr/nothing', refresh: async () => false },
    });
    connection.send(request(1));
    const end = await until(() => heard.ends[0]);
    expect(end.code).toBe('unreachable');
    expect(end.message).toBe(
      'The server "sample" cannot start. The program "uvx" was not found. It was looked for in /nowhere/bin, /usr/nothing. It comes with uv: install it from https://docs.astral.sh/uv, then start the server again.',
    );
  });

  it('looks again after a command was missing', async () => {
    const heard = listener();
    let path = '/nowhere';
    bench
      .open({ ...peer('echo'), command: 'node' }, heard, {
        path: {
          pathFor: async () => path,
          refresh: async () => {
            path = process.env['PATH'] ?? '';
            return true;
          },
        },
      })
      .send(request(1));
    await until(() => heard.messages[0]);
  });

  it.each([
    [{ cwd: '/nowhere/at/all' }, 'its folder "/nowhere/at/all" is not there'],
    [{ command: '/nowhere/server' }, 'There is no file "/nowhere/server"'],
    [{ command: join(fixtures, 'peer.mjs') }, 'may not be run as a program'],
    [{ args: ['a\0b'] }, 'NUL'],
  ])('says what is wrong (%j)', async (change, sentence) => {
    const heard = listener();
    bench.open({ ...peer('echo'), ...change }, heard);
    const end = await until(() => heard.ends[0]);
    expect(end.code).toBe('unreachable');
    expect(end.message).toContain(sentence);
  });

  it('starts nothing without a watchdog', async () => {
    const heard = listener();
    await bench.watchdog.close();
    const connection = bench.open(peer('echo'), heard);
    const end = await until(() => heard.ends[0]);
    expect(end.message).toContain('Doorward is ending');
    expect(connection.pid).toBeUndefined();
  });
});

describe('bounds', () => {
  it('ends a server that sends a line of 100 MB, and holds none of it', async () => {
    const heard = listener();
    const connection = bench.open(peer('long', '100'), heard);
    const end = await until(() => heard.ends[0]);
    expect(end).toMatchObject({ code: 'protocol' });
    expect(end.message).toContain('more than 33554432 bytes');
    expect(heard.messages).toEqual([]);
    const { pid } = connection;
    await connection.close();
    expect(lives(pid ?? 0)).toBe(false);
  });

  it('takes a line just under a cap that was set', async () => {
    const heard = listener();
    bench.open(peer('long', '3'), heard, { lineCap: 4 * 1024 * 1024 });
    const line = await until(() => heard.messages[0]);
    expect(line.length).toBe(3 * 1024 * 1024 + '{"jsonrpc":"2.0","id":1,"result":""}'.length);
  });

  it('refuses requests instead of piling them up for a server that does not read', async () => {
    const heard = listener();
    const connection = bench.open(peer('hang'), heard, { backlogCap: 8 * 1024 * 1024 });
    const big = 'x'.repeat(1024 * 1024);
    for (let id = 1; id <= 20; id += 1) connection.send(request(id, big));
    await until(() => connection.pid);
    await until(() => heard.failures.length >= 10);
    expect(connection.backlog).toBeLessThanOrEqual(8 * 1024 * 1024);
    expect(heard.failures[0]?.failure.code).toBe('too-large');
    expect(heard.failures[0]?.failure.message).toContain('does not read');
    connection.send({ bytes: Buffer.from(`{"n":"${big}"}`) });
    connection.send({ bytes: Buffer.from(`{"n":"${big.repeat(8)}"}`) });
    expect(bench.journal.strayLines().dropped).toBeGreaterThan(0);
    expect(heard.ends).toEqual([]);
  });

  it('serves others while servers flood their stdout and stderr', async () => {
    const floods = [listener(), listener()];
    let count = 0;
    let longestRun = 0;
    let run = 0;
    const turn = () => {
      run = 0;
      next = setImmediate(turn);
    };
    let next = setImmediate(turn);
    for (const heard of floods) {
      bench.open(peer('flood'), {
        ...heard,
        message: () => {
          count += 1;
          run += 1;
          longestRun = Math.max(longestRun, run);
        },
      });
    }
    const noisy = listener();
    const calm = listener();
    const noisyConnection = bench.open(peer('stderr-flood'), noisy);
    const calmConnection = bench.open(peer('echo'), calm);
    await until(() => count > 100_000);
    for (let id = 1; id <= 20; id += 1) {
      calmConnection.send(request(id));
      noisyConnection.send(request(id));
      await until(() => calm.messages.length === id && noisy.messages.length === id);
    }
    clearImmediate(next);
    // Two floods, each with one budget of 128 lines for each turn; a turn in which both resume may see two each.
    expect(longestRun).toBeLessThanOrEqual(512);
    const tail = noisyConnection.stderrTail();
    expect(tail.reduce((sum, line) => sum + line.text.length + 1, 0)).toBeLessThanOrEqual(64 * 1024);
  });
});

describe('environment', () => {
  it('keeps secrets of the gateway out of a server', async () => {
    const heard = listener();
    bench.open(peer('env', '', { GIVEN: 'yes', DOORWARD_OPERATOR_KEY: 'given' }), heard, {
      env: {
        ...process.env,
        DOORWARD_OPERATOR_KEY: 'k',
        OPENAI_API_KEY: 'sk-secret',
        NODE_OPTIONS: '--no-warnings',
        HTTPS_PROXY: 'http://proxy.example:3128',
      },
    });
    const env = parsed(await until(() => heard.messages[0]))['params'] as Record<string, string>;
    expect(env).toMatchObject({ GIVEN: 'yes', HTTPS_PROXY: 'http://proxy.example:3128' });
    expect(Object.keys(env).filter((name) => name.startsWith('DOORWARD_'))).toEqual([]);
    expect(JSON.stringify(env)).not.toContain('sk-secret');
    expect(env['NODE_OPTIONS']).toBeUndefined();
  });
});
