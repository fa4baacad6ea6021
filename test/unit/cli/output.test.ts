import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table, visible } from '../../../electron/cli/output.ts';
import { suggest } from '../../../electron/cli/suggest.ts';

describe('texts of strangers', () => {
  it('cannot steer a terminal or hide', () => {
    expect(visible('a\u001b[2Jb\r\u202ec\u200bd\u{e0041}e\ufe0f')).toBe(
      'a\\u{1b}[2Jb\\u{d}\\u{202e}c\\u{200b}d\\u{e0041}e\\u{fe0f}',
    );
    expect(visible('Grüße, 世界 👍')).toBe('Grüße, 世界 👍');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('stand in columns that are cut to the terminal', () => {
    expect(
      table(
        ['A', 'B'],
        [
          ['long one', 'x'],
          ['y', 'z\n'],
        ],
      ),
    ).toBe('A         B\nlong one  x\ny         z⏎');
    expect(table(['A', 'B'], [['aaaa', 'bbbbbbbb']], 10).split('\n')[1]).toBe('aaaa  bbb…');
  });
});

describe('suggestions', () => {
  it('name what is near and nothing else', () => {
    const known = ['status', 'server add', 'doctor'];
    expect(suggest('stauts', known)).toBe('status');
    expect(suggest('server ad', known)).toBe('server add');
    expect(suggest('xyzzy', known)).toBeUndefined();
    expect(suggest('a'.repeat(1e6), known)).toBeUndefined();
  });
});
