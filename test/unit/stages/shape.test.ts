import { describe, expect, it } from 'vitest';
import type { Shaped } from '../../../electron/context/shaping/contract.ts';
import type { Call, Refusal } from '../../../electron/relay/call.ts';
import { bytesAt } from '../../../electron/relay/framing/json-scan.ts';
import { type Message, rescan } from '../../../electron/relay/message.ts';
import { shape, type ShapePorts } from '../../../electron/stages/shape.ts';
import { GOOD_SHAPING, NO_SHAPING } from '../../../shared/model/shaping.ts';
import { aMessage } from '../../fixtures/relay-kit.ts';

const ANSWER = aMessage({ jsonrpc: '2.0', id: 7, result: { content: [], more: 'text' } });
const aCall = (over: object = {}): Call =>
  ({
    id: 'c',
    direction: 'client',
    cancelled: false,
    name: 'get',
    server: { id: 'pages' },
    message: aMessage({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'pages__get' } }),
    ...over,
  }) as unknown as Call;
const smaller = (decoded = false): Shaped => ({
  result: Buffer.from('{"content":[]}'),
  did: ['nulls'],
  decoded,
});

function scene(over: Partial<ShapePorts> = {}) {
  const heard: string[] = [];
  const stage = shape({
    shaping: () => GOOD_SHAPING,
    shape: () => () => smaller(),
    hasOutputSchema: () => false,
    giving: () => ({
      seen: { before: () => undefined, gave: () => undefined },
      given: () => void heard.push('given'),
    }),
    look: (_call, _came, whole) => {
      heard.push('looked');
      return Promise.resolve(whole);
    },
    cut: () => undefined,
    rescan,
    shaped: (_call, before, after) => void heard.push(`${before.length} to ${after.length}`),
    fault: () => void heard.push('fault'),
    ...over,
  });
  const result = async (call = aCall(), answer = ANSWER): Promise<Message | Refusal | undefined> =>
    await stage.result?.(call, answer);
  return { stage, heard, result };
}
const text = (one: Message | Refusal | undefined): string | undefined =>
  one !== undefined && 'bytes' in one && one.resultSpan !== undefined
    ? bytesAt(one.bytes, one.resultSpan).toString()
    : undefined;

describe('the stage that makes answers smaller', () => {
  it('asks one thing of an answer that nobody chose anything for', async () => {
    const no = (): never => {
      throw new Error('asked');
    };
    const asked: string[] = [];
    const { result } = scene({
      shaping(server, tool) {
        asked.push(`${server} ${tool}`);
        return undefined;
      },
      shape: no,
      giving: no,
      hasOutputSchema: no,
      cut: no,
      look: no,
    });
    expect(await result()).toBeUndefined();
    expect(asked).toEqual(['pages get']);
  });

  it('leaves everything alone but results of tools on their way to an AI app', async () => {
    const { result, heard } = scene();
    const error = aMessage({ jsonrpc: '2.0', id: 7, error: { code: 1, message: 'x' } });
    const read = aMessage({ jsonrpc: '2.0', id: 1, method: 'resources/read', params: { uri: 'a' } });
    expect(await result(aCall(), error)).toBeUndefined();
    expect(await result(aCall({ message: read }))).toBeUndefined();
    expect(await result(aCall({ direction: 'server' }))).toBeUndefined();
    expect(heard).toEqual([]);
  });

  it('puts the smaller result in its place, and tells of it', async () => {
    const { result, heard } = scene();
    const call = aCall();
    expect(text(await result(call))).toBe('{"content":[]}');
    expect([call.shaped, heard]).toEqual([{ from: 28, to: 14 }, ['given', '28 to 14']]);
  });

  it('waits for what makes it smaller when that has to be loaded first', async () => {
    const { result } = scene({ shape: () => Promise.resolve(() => smaller()) });
    expect(text(await result())).toBe('{"content":[]}');
  });

  it('gives the answer as it passed the checks when it cannot be made smaller', async () => {
    for (const wrong of [
      () => {
        throw new Error('no');
      },
      (): Shaped => ({ ...smaller(true), result: Buffer.from('{"content":') }),
    ]) {
      const { result, heard } = scene({ shape: () => wrong });
      expect(text(await result())).toBe('{"content":[],"more":"text"}');
      expect(heard).toContain('fault');
    }
  });

  it('has what was decoded looked at again before it is cut, and nothing goes on when that fails', async () => {
    const steps: string[] = [];
    const { result } = scene({
      shape: () => () => smaller(true),
      look: (_call, came, whole) => {
        steps.push(`look ${came === ANSWER}`);
        return Promise.resolve(whole);
      },
      cut: () => {
        steps.push('cut');
        return undefined;
      },
    });
    await result();
    expect(steps).toEqual(['look true', 'cut']);
    const refusal = { kind: 'refused', sentence: 'No.' } as const;
    expect(
      await scene({ shape: () => () => smaller(true), look: () => Promise.resolve(refusal) }).result(),
    ).toBe(refusal);
    await expect(
      scene({ shape: () => () => smaller(true), look: () => Promise.reject(new Error('broken')) }).result(),
    ).rejects.toThrow('broken');
  });

  it('counts as given only what goes out as it was shaped', async () => {
    const changed = aMessage({ jsonrpc: '2.0', id: 7, result: { content: ['hidden'] } });
    for (const over of [
      { cut: () => Buffer.from('{}') },
      { shape: () => () => smaller(true), look: () => Promise.resolve(changed) },
    ])
      expect((await heardOf(over)).includes('given')).toBe(false);
    expect((await heardOf({}, { cancelled: true })).includes('given')).toBe(false);
    expect((await heardOf({ shape: () => () => undefined })).includes('given')).toBe(true);

    async function heardOf(over: Partial<ShapePorts>, call: object = {}): Promise<string[]> {
      const { result, heard } = scene(over);
      await result(aCall(call));
      return heard;
    }
  });

  it('cuts an answer that nothing else was done to, at the budget that was chosen', async () => {
    const budgets: unknown[] = [];
    const { result } = scene({
      shaping: () => ({ ...NO_SHAPING, budget: 300 }),
      shape: () => () => undefined,
      cut(_call, bytes, budget, noted) {
        budgets.push([bytes.length, budget, noted]);
        return Buffer.from('{"content":["cut"]}');
      },
    });
    const call = aCall();
    expect(text(await result(call))).toBe('{"content":["cut"]}');
    expect([budgets, call.shaped]).toEqual([[[28, 300, false]], { from: 28, to: 19 }]);
  });
});
