import { expect, test } from 'vitest';
import { Flow } from '../../../electron/upstream/http/flow.ts';
import { openHttp } from '../../../electron/upstream/http/open.ts';
import {
  closing,
  events,
  httpPorts,
  idOf,
  rawServer,
  Recorder,
  request,
  result,
  scripted,
  target,
  until,
} from './harness.ts';

const COUNT = 4000;
const line = (n: number): string => `{"jsonrpc":"2.0","method":"n","params":{"n":${n}}}`;
const stream = (id: number): string =>
  Array.from({ length: COUNT }, (_, n) => `data: ${line(n)}\n\n`).join('') + `data: ${result(id)}\n\n`;

async function expectAll(url: string, ids: number[]): Promise<void> {
  const recorder = new Recorder();
  const connection = closing(openHttp(target(url), recorder, httpPorts()));
  for (const id of ids) connection.send(request(id, 'x'));
  await until(() => recorder.messages.length >= ids.length * (COUNT + 1) || recorder.failures.size > 0);
  for (const id of ids) {
    const mine = recorder.messages.filter((got) => got.origin === id).map((got) => got.text);
    expect(mine).toEqual([...Array.from({ length: COUNT }, (_, n) => line(n)), result(id)]);
  }
  expect(recorder.failures.size).toBe(0);
}

test('pausing loses, repeats and reorders nothing', async () => {
  const server = await scripted((seen, response) => void events(response).end(stream(idOf(seen.body))));
  await expectAll(server.url, [1, 2, 3]);
});

test('a stream that ends with its socket is read to the end, although the socket closes while it is paused', async () => {
  const url = await rawServer((socket) => {
    socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n${stream(1)}`);
  });
  await expectAll(url, [1]);
});

test('a JSON body larger than a turn arrives whole', async () => {
  const body = result(1, 'x'.repeat(8 * 1024 * 1024));
  const url = await rawServer((socket) => {
    socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n${body}`);
  });
  const recorder = new Recorder();
  const connection = closing(openHttp(target(url), recorder, httpPorts()));
  connection.send(request(1, 'x'));
  await until(() => recorder.messages.length + recorder.failures.size > 0);
  expect(recorder.messages[0]?.text === body).toBe(true);
});

test('quiet traffic never waits; who has used up a turn goes on in a later one, in order', async () => {
  const flow = new Flow();
  expect(flow.read(1000)).toBe(false);
  expect(flow.message()).toBe(false);
  expect(flow.read(2 * 1024 * 1024)).toBe(true);
  const order: string[] = [];
  flow.wait(() => {
    order.push('a');
    flow.read(2 * 1024 * 1024);
  });
  flow.wait(() => order.push('b'));
  expect(order).toEqual([]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual(['a']);
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual(['a', 'b']);
  expect(flow.read(1000)).toBe(false);
});
