import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAnswer } from '../../../../electron/context/reading/cut-answer.ts';
import { cutText } from '../../../../electron/context/shaping/cut-text.ts';
import { estimateTokens } from '../../../../electron/context/shaping/estimate-tokens.ts';

type Block = Record<string, unknown>;
interface Result {
  readonly content: Block[];
}

function cut(
  result: unknown,
  budget = 200,
  keep: (text: string) => string | undefined = () => 'HANDLE',
  noted = false,
) {
  let kept: string | undefined;
  const bytes = Buffer.from(typeof result === 'string' ? result : JSON.stringify(result));
  const done = cutAnswer(bytes, budget, {
    cutText,
    estimateTokens,
    noted,
    keep(text) {
      kept = text;
      return keep(text);
    },
  });
  return { done: done && (JSON.parse(done.toString('utf8')) as Result), raw: done?.toString('utf8'), kept };
}
const text = (said: string): Block => ({ type: 'text', text: said });
const WORDS = 'Some words that make a sentence of a report. ';
const LONG = WORDS.repeat(100);

describe('an answer at its budget', () => {
  it('stays as it is when it fits, is an error, or cannot be read in one way', () => {
    for (const result of [
      { content: [text('short')] },
      { content: [text(LONG)], isError: true },
      { content: [{ type: 'image', data: LONG, mimeType: 'image/png' }] },
      { content: 'no list', text: LONG },
      { structuredContent: { text: LONG } },
      `{"content":[{"type":"text","text":"a","text":${JSON.stringify(LONG)}}]}`,
      `{"content":[],"content":[{"type":"text","text":${JSON.stringify(LONG)}}]}`,
      { resultType: 'input_required', inputRequests: { a: LONG } },
    ])
      expect(cut(result)).toEqual({ done: undefined, raw: undefined, kept: undefined });
    expect(cut({ content: [text(LONG)] }, 200, () => undefined).done).toBeUndefined();
  });

  it('is cut in the block where the budget ends; later texts follow behind the handle, other blocks stay', () => {
    const image = { type: 'image', data: 'AAAA', mimeType: 'image/png' };
    const first = text('The first. ');
    const { done, kept } = cut({
      content: [first, image, { ...text(LONG), _meta: { a: 1 } }, text('after'), image],
    });
    expect(done?.content).toHaveLength(4);
    expect(done?.content.filter(({ type }) => type === 'image')).toEqual([image, image]);
    expect(done?.content[0]).toEqual(first);
    const given = done?.content[2] as { text: string; _meta: unknown };
    expect(given._meta).toEqual({ a: 1 });
    expect(kept).toBe(`${LONG}\n\nafter`);
    const at = Number(/"from": (\d+)/.exec(given.text)?.[1]);
    expect(given.text.slice(0, at)).toBe(LONG.slice(0, at));
    expect(given.text.slice(at)).toMatch(
      /^\n\n\[Doorward: this is not all, .* read_more \{"handle": "HANDLE", "from": \d+\}\.\]$/,
    );
  });

  it('keeps the line about what was done where it is, outside of what is read on', () => {
    const line = '[Doorward made this answer smaller: HTML as Markdown.]';
    const { done, kept } = cut(
      { content: [text(LONG), text('after'), text(line)] },
      200,
      () => 'HANDLE',
      true,
    );
    expect(done?.content).toHaveLength(2);
    expect(done?.content[1]).toEqual(text(line));
    expect(kept).toBe(`${LONG}\n\nafter`);
  });

  it('leaves everything but text blocks to the byte', () => {
    const odd = '"structuredContent": {"n": 12345678901234567890.0, "a":null},"_meta":{"x/y":1e400}';
    const { raw } = cut(`{"content":[{"type":"text","text":${JSON.stringify(LONG)}}], ${odd} }`);
    expect(raw?.endsWith(`], ${odd} }`)).toBe(true);
  });

  it('has at most the budget, and nothing is lost', () => {
    const texts = fc.array(
      fc.oneof(fc.string({ maxLength: 400 }), fc.lorem({ maxCount: 150 }), fc.constant('😀\r\n'.repeat(90))),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 200, max: 500 }), (all, budget) => {
        const { done, kept } = cut({ content: all.map(text) }, budget);
        const total = all.reduce((sum, one) => sum + estimateTokens(one), 0);
        if (done === undefined) {
          expect(total).toBeLessThanOrEqual(budget);
          return;
        }
        const given = done.content.map((block) => String(block['text']));
        expect(given.reduce((sum, one) => sum + estimateTokens(one), 0)).toBeLessThanOrEqual(budget);
        const before = given.slice(0, -1);
        expect(all.slice(0, before.length)).toEqual(before);
        expect(all.slice(before.length).join('\n\n')).toBe(kept);
        const last = given.at(-1) ?? '';
        const at = Number(/"from": (\d+)\}\.\]$/.exec(last)?.[1]);
        expect(last.slice(0, at)).toBe(kept?.slice(0, at));
      }),
      { numRuns: 200 },
    );
  });
});
