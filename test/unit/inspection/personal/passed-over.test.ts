import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonal } from '../../../../electron/inspection/personal/find-personal.ts';

const types = (text: string): string[] => findPersonal(text).map(({ type }) => type);

describe('numbers that are nobody’s', () => {
  it.each([
    '2026-07-01',
    '2026/07/01 10:11:12',
    'at 10:11:12.345Z, 17 of 20',
    '1, 2, 3, 4',
    'needs 100.0.0.0+',
    '12:34:56:78',
    'a:b:c:d',
    '::',
    'C::D',
  ])('%s', (text) => {
    expect(types(text)).toEqual([]);
  });
});

describe('what stands behind them', () => {
  it.each([
    ['2026-07-01 a@b.example', 'email'],
    ['10:11:12 fe80::1ff:fe23:4567:890a', 'ip'],
    ['1.2 and 93.184.216.34', 'ip'],
    ['2001:db8:85a3:0:0:8a2e:370:7334', 'ip'],
    ['5 DE89370400440532013000', 'iban'],
    ['no 12, call 555-867-5309', 'phone'],
  ])('%s: %s', (text, type) => {
    expect(types(text)).toEqual([type]);
  });

  it('is found however far away it is from the last number', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 200 }),
        fc.constantFrom('1 ', '12:30 ', '2026-07-01 ', '@ ', ''),
        (far, before) => {
          const text = `${before}${'x '.repeat(far)}a@b.example`;
          const [found] = findPersonal(text);
          expect(text.slice(found?.start, found?.end)).toBe('a@b.example');
        },
      ),
    );
  });
});
