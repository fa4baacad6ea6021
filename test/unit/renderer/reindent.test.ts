import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reindent } from '../../../renderer/ui/json-view/reindent.ts';

const asText = (json: string): string =>
  reindent(json)
    .lines.map(({ indent, tokens }) => '  '.repeat(indent) + tokens.map(({ text }) => text).join(''))
    .join('\n');

describe('reindent', () => {
  it('lays out any JSON as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const tight = JSON.stringify(value);
        const wide = JSON.stringify(value, null, 2);
        expect(asText(tight)).toBe(wide);
        expect(asText(wide)).toBe(wide);
        expect(reindent(tight).complete).toBe(true);
      }),
    );
  });

  it('leaves numbers as they were sent', () => {
    expect(asText('[1e400,1152921504606846977,-0.10]')).toBe(
      '[\n  1e400,\n  1152921504606846977,\n  -0.10\n]',
    );
  });

  it('takes what JSON.parse takes, and nothing else', () => {
    const near = fc.array(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'true', ' ', '"', '01', '-'),
      {
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(near, (pieces) => {
        const text = pieces.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(reindent(text).complete).toBe(valid);
      }),
      { numRuns: 5000 },
    );
  });

  it('lays out as much as there is of a text that was cut, and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
        const whole = JSON.stringify(value);
        const head = whole.slice(0, at % (whole.length + 1));
        const shown = reindent(head)
          .lines.flatMap(({ tokens }) => tokens.map(({ text }) => (text === ': ' ? ':' : text)))
          .join('');
        expect(shown).toBe(head);
      }),
    );
  });

  it('does not mind depth or length', () => {
    expect(reindent('['.repeat(200_000)).ok).toBe(true);
    expect(reindent(`["${'a'.repeat(2_000_000)}"]`).complete).toBe(true);
    expect(reindent(`["${'\\n'.repeat(500_000)}"]`).complete).toBe(true);
  });
});
