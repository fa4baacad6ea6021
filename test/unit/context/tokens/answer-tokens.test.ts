import { describe, expect, it } from 'vitest';
import { AnswerTokens } from '../../../../electron/context/tokens/answer-tokens.ts';
import { tokensOfResult } from '../../../../electron/context/tokens/result-tokens.ts';
import { tokenSamples } from '../../../fixtures/tokens/samples.ts';

const result = (text: string): Buffer => Buffer.from(JSON.stringify({ content: [{ type: 'text', text }] }));
const texts = Object.values(tokenSamples);

describe('AnswerTokens', () => {
  it('says the same as a look at each, in sum, for tools that answer alike', () => {
    const answers = new AnswerTokens();
    let said = 0;
    let looked = 0;
    for (let i = 0; i < 400; i++)
      for (const [tool, text] of Object.entries(tokenSamples)) {
        const bytes = result(text.slice(0, 300 + ((i * 37) % 900)));
        said += answers.of(tool, bytes);
        looked += tokensOfResult(bytes);
      }
    expect(Math.abs(said / looked - 1)).toBeLessThan(0.05);
  });

  it('is some way off at most where one tool answers now this and now that', () => {
    const answers = new AnswerTokens();
    let said = 0;
    let looked = 0;
    for (let i = 0; i < 4000; i++) {
      const bytes = result(texts[(i * 7) % texts.length] ?? '');
      said += answers.of('files read', bytes);
      looked += tokensOfResult(bytes);
    }
    expect(Math.abs(said / looked - 1)).toBeLessThan(0.2);
  });

  it('does not take a picture for text of the same tool', () => {
    const answers = new AnswerTokens();
    const picture = Buffer.from(
      JSON.stringify({ content: [{ type: 'image', mimeType: 'image/png', data: 'A'.repeat(200_000) }] }),
    );
    for (let i = 0; i < 20; i++) answers.of('files read', picture);
    const text = result(tokenSamples['english'] ?? '');
    expect(answers.of('files read', text)).toBe(tokensOfResult(text));
    expect(answers.of('files read', picture)).toBeLessThan(2000);
  });

  it('counts for any number of tools, remembering a bounded number of them', () => {
    const answers = new AnswerTokens();
    const bytes = result(tokenSamples['english'] ?? '');
    for (let i = 0; i < 5000; i++) expect(answers.of(`s tool_${i}`, bytes)).toBeGreaterThan(50);
  });
});
