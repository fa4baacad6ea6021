import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { ListTokens } from '../../../../electron/context/tokens/list-tokens.ts';
import { MEDIA_TOKENS, tokensOfResult } from '../../../../electron/context/tokens/result-tokens.ts';
import type { Aggregate } from '../../../../electron/catalog/aggregate.ts';
import { tokenSamples } from '../../../fixtures/tokens/samples.ts';

const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const text = (said: string) => ({ type: 'text', text: said });
const english = tokenSamples['english'] ?? '';

describe('tokensOfResult', () => {
  it('counts the text that a model reads, with the frame around it', () => {
    const tokens = tokensOfResult(bytes({ content: [text(english)] }));
    expect(tokens).toBeGreaterThan(countTokens(english) * 0.9);
    expect(tokens).toBeLessThan(countTokens(english) * 1.2 + 15);
  });

  it('counts once what is there as text and as structured content', () => {
    const orders: unknown = JSON.parse(tokenSamples['json'] ?? '');
    const once = tokensOfResult(bytes({ content: [text(JSON.stringify(orders))] }));
    const both = tokensOfResult(
      bytes({ content: [text(JSON.stringify(orders))], structuredContent: { orders } }),
    );
    expect(both).toBeLessThan(once * 1.15);
  });

  it('counts a picture as a picture and not as its letters', () => {
    const data = Buffer.alloc(300_000, 7).toString('base64');
    const picture = { type: 'image', mimeType: 'image/png', data };
    const tokens = tokensOfResult(bytes({ content: [text(english), picture, picture] }));
    expect(tokens).toBeGreaterThan(2 * MEDIA_TOKENS);
    expect(tokens).toBeLessThan(2 * MEDIA_TOKENS + 2 * countTokens(english));
  });

  it('takes a text that names such members for the text that it is', () => {
    const talk = `"structuredContent": "data":"${'word '.repeat(800)}" "blob":"`;
    const tokens = tokensOfResult(bytes({ content: [text(talk)] }));
    expect(tokens).toBeGreaterThan(countTokens(talk) * 0.8);
  });

  it('ends for a result that never closes what it opens', () => {
    expect(tokensOfResult(Buffer.from(`{"content":[{"data":"${'x'.repeat(5000)}`))).toBeGreaterThan(0);
  });
});

const item = (name: string) => ({
  bytes: bytes({ name, description: english, inputSchema: { type: 'object' } }),
  key: name,
});
const aggregate = (listed: readonly Buffer[], names: readonly string[]): Aggregate => {
  const page = Buffer.from(listed.join(','));
  const none = new Map();
  const targets = new Map(
    names.map((name) => [name, { server: 's', item: { ...item(name), keySpan: { start: 0, end: 0 } } }]),
  );
  return {
    pages: { tools: [page], prompts: [], resources: [], templates: [] },
    targets: { tools: targets, prompts: none, resources: none, templates: none },
    held: { tools: none, prompts: none },
    digest: '',
  } as unknown as Aggregate;
};

describe('ListTokens', () => {
  const names = Array.from({ length: 30 }, (_, i) => `tool_${i}`);

  it('counts what is listed, and nothing as saved where all is listed', () => {
    const listed = names.map((name) => item(name).bytes);
    const cost = new ListTokens().of(aggregate(listed, names));
    expect(Math.abs(cost.listed / countTokens(listed.join(',')) - 1)).toBeLessThan(0.15);
    expect(cost.saved).toBe(0);
  });

  it('counts as saved what can be called and is not listed', () => {
    const cost = new ListTokens().of(aggregate([item('find_tools').bytes], names));
    const all = countTokens(names.map((name) => item(name).bytes).join(','));
    expect(cost.listed).toBeLessThan(all / 20);
    expect(Math.abs((cost.saved + cost.listed) / all - 1)).toBeLessThan(0.15);
  });

  it('looks at a list once', () => {
    const lists = new ListTokens();
    const one = aggregate(
      names.map((name) => item(name).bytes),
      names,
    );
    expect(lists.of(one)).toBe(lists.of(one));
  });
});
