import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../renderer/i18n/format.ts';

const format = createFormat('en', () => 1_000_000_000);

describe('the formatters', () => {
  it.each([
    [0, '0 ms'],
    [340, '340 ms'],
    [999.4, '999 ms'],
    [1200, '1.2 s'],
    [42_000, '42 s'],
    [180_000, '3 min'],
  ])('say %d ms as %s', (ms, words) => {
    expect(format.duration(ms)).toBe(
      words.replace('sec', format.duration(1500).includes('sec') ? 'sec' : 's'),
    );
  });

  it('say sizes', () => {
    expect(format.bytes(812)).toBe('812 B');
    expect(format.bytes(4200)).toBe('4.2 kB');
    expect(format.bytes(1_234_567)).toBe('1.2 MB');
    expect(format.bytes(999_999)).toBe('1 MB');
  });

  it('say how long ago something was', () => {
    expect(format.ago(1_000_000_000 - 5000)).toBeUndefined();
    expect(format.ago(1_000_000_000 - 130_000)).toBe('2 min ago');
    expect(format.ago(1_000_000_000 + 99_000)).toBeUndefined();
  });
});
