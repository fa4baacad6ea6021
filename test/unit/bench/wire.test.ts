import { Readable } from 'node:stream';
import { once } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerId } from '../../../bench/load/connection.ts';
import { createAnswers } from '../../../bench/upstream/answers.ts';
import { eachLine } from '../../../bench/wire/lines.ts';

async function linesOf(chunks: readonly Buffer[]): Promise<string[]> {
  const lines: string[] = [];
  const input = Readable.from(chunks, { objectMode: false });
  eachLine(input, (line) => lines.push(line.toString()));
  await once(input, 'end');
  return lines;
}

test('lines come whole however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ minLength: 1 }).map((text) => text.replaceAll('\n', ' '))),
      fc.integer({ min: 1, max: 7 }),
      async (lines, size) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        expect(await linesOf(chunks)).toEqual(lines);
      },
    ),
  );
});

test('the id of an answer is found at either end, and never in what a tool said', () => {
  const said = JSON.stringify({
    content: [{ type: 'text', text: 'the "id":99 of "result" x' }],
    structuredContent: { id: 99 },
  });
  expect(answerId(Buffer.from(`{"jsonrpc":"2.0","id":7,"result":${said}}`))).toBe(7);
  expect(answerId(Buffer.from(`{"result":${said},"jsonrpc":"2.0","id":7}`))).toBe(7);
  expect(answerId(Buffer.from(`{"id":7,"result":{"id":99},"jsonrpc":"2.0"}`))).toBe(7);
  expect(answerId(Buffer.from('{"jsonrpc":"2.0","method":"notifications/message"}'))).toBeUndefined();
});

test('the upstream echoes the message and fills up to the promised size', () => {
  const answers = createAnswers({});
  const call = (name: string) =>
    answers.answer({ id: 5, method: 'tools/call', params: { name, arguments: { message: 'a "b"\n' } } }) ??
    '';
  for (const [name, bytes] of Object.entries({ echo: 0, kb: 1024, big: 102_400 })) {
    const text = call(name);
    const parsed = JSON.parse(text) as { id: number; result: { content: { text: string }[] } };
    expect(parsed.id).toBe(5);
    expect(parsed.result.content[0]?.text.startsWith('Echo: a "b"\n')).toBe(true);
    expect(text.length).toBeGreaterThanOrEqual(bytes);
    expect(text.length).toBeLessThan(bytes + 200);
  }
  expect(answers.answer({ method: 'notifications/initialized' })).toBeUndefined();
});
