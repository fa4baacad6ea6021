import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhn, verhoeff } from '../../../../electron/inspection/personal/checks.ts';
import {
  findPersonal,
  type PersonalType,
  work,
} from '../../../../electron/inspection/personal/find-personal.ts';
import { isIban } from '../../../../electron/inspection/personal/iban.ts';

const found = (text: string, types?: readonly PersonalType[]): string[] =>
  findPersonal(text, types).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`);

/** A text of digits with the last one chosen so that the check holds. */
const checked = (digits: string, check: (text: string) => boolean): string =>
  Array.from('0123456789', (last) => digits + last).find(check) ?? '';

describe('e-mail and IP addresses', () => {
  it.each([
    ['write to ann.lee+x@mail.example.org, please', ['email: ann.lee+x@mail.example.org']],
    ['<a@b.example>;"c@d.example"', ['email: a@b.example', 'email: c@d.example']],
    ['mailto:ann@b.example?subject=x', ['email: ann@b.example']],
    ['user@xn--80ak6aa92e.com', ['email: user@xn--80ak6aa92e.com']],
    ['müller@büro.example', ['email: müller@büro.example']],
    ['logo@2x.png, react@18.2.0, @types/node, a@b, ann@host', []],
    ['git@github.com:a/b.git', []],
    ['from 203.0.113.77 to 10.1.2.3:8080', ['ip: 203.0.113.77', 'ip: 10.1.2.3']],
    ['on 127.0.0.1 and 0.0.0.0, version 1.2.3.4, v1.2.3.4, Chrome/120.0.0.0, 1.2.3.4.5, 300.1.2.3', []],
    [
      'at 2001:db8:85a3::8a2e:370:7334 and fe80::1:2:3:4',
      ['ip: 2001:db8:85a3::8a2e:370:7334', 'ip: fe80::1:2:3:4'],
    ],
    ['std::vector, 12:30:45, a::b, 00:1A:2B:3C:4D:5E, {"a":1}', []],
    ['src=::1', ['ip: ::1']],
  ])('reads %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('cards and IBANs', () => {
  it.each([
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '5555555555554444',
    '378282246310005',
    '3782 822463 10005',
    '6011000990139424',
    '3530111333300000',
    '30569309025904',
  ])('finds the card %s', (card) => {
    expect(found(`paid with ${card}.`)).toEqual([`card: ${card}`]);
    expect(found(`{"n":"${card}"}`)).toEqual([`card: ${card}`]);
  });

  it('wants an issuer, a length and the check', () => {
    for (const text of [
      '4111 1111 1111 1112',
      '9111111111111111',
      '1234567890123456',
      '41111111111111111111111',
      '1732620000000',
    ])
      expect(found(text)).toEqual([]);
  });

  it('takes rare lengths where a word says what they are', () => {
    const maestro = checked('50386729711', luhn);
    expect(found(`number ${maestro}`)).toEqual([]);
    expect(found(`my card ${maestro}`)).toEqual([`card: ${maestro}`]);
  });

  it('finds any card of a common issuer, and none when a digit is changed', () => {
    const card = fc
      .tuple(
        fc.constantFrom('4', '51', '55', '2221', '6011', '65'),
        fc.array(fc.nat(9), { minLength: 15, maxLength: 15 }),
      )
      .map(([prefix, rest]) => checked((prefix + rest.join('')).slice(0, 15), luhn));
    fc.assert(
      fc.property(card, fc.nat(14), (number, place) => {
        expect(found(`a ${number} b`)).toEqual([`card: ${number}`]);
        const other = String((Number(number[place]) + 1) % 10);
        const wrong = number.slice(0, place) + other + number.slice(place + 1);
        if (wrong[0] === '4') expect(found(`a ${wrong} b`)).toEqual([]);
      }),
    );
  });

  it.each([
    'GB82 WEST 1234 5698 7654 32',
    'DE89370400440532013000',
    'FR14 2004 1010 0505 0001 3M02 606',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
  ])('finds the IBAN %s, and not with another digit', (iban) => {
    expect(found(`to ${iban}, thanks`)).toEqual([`iban: ${iban}`]);
    const wrong = iban.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
    expect(found(`to ${wrong}`, ['iban'])).toEqual([]);
  });

  it('knows IBANs of any country by length and check', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 18, maxLength: 18 }), (digits) => {
        const rest = digits.join('');
        const check = Array.from({ length: 97 }, (_, n) => String(n + 2).padStart(2, '0')).find((two) =>
          isIban(`DE${two}${rest}`),
        );
        expect(found(`x DE${check ?? ''}${rest} y`)).toEqual([`iban: DE${check ?? ''}${rest}`]);
      }),
    );
  });
});

describe('ids of states', () => {
  it.each([
    ['us-ssn', '536-90-4399', '666-90-4399'],
    ['us-itin', '912-70-1234', '912-40-1234'],
    ['uk-nino', 'AB123456C', 'BG123456C'],
    ['uk-nino', 'AB 123456C', 'AB 123456E'],
    ['de-steuer-id', '86095742719', '86095742718'],
    ['fr-nir', '2 55 08 14 168 025 38', '2 55 08 14 168 025 39'],
    ['it-codice-fiscale', 'RSSMRA85T10A562S', 'RSSMRA85T10A562T'],
    ['es-dni', '12345678Z', '12345678A'],
    ['es-nie', 'X1234567L', 'X1234567A'],
    ['pl-pesel', '44051401359', '44051401358'],
    ['se-personnummer', '811218-9876', '811218-9877'],
    ['br-cpf', '529.982.247-25', '529.982.247-26'],
    ['in-aadhaar', `${checked('23412341234', verhoeff).replace(/(.{4})(.{4})/, '$1 $2 ')}`, '1234 1234 1234'],
    ['ca-sin', '130 692 544', '130 692 545'],
    ['ch-ahv', '756.9217.0769.85', '756.9217.0769.86'],
    ['no-fnr', '29029600013', '29029600014'],
    ['fi-hetu', '131052-308T', '131052-308U'],
    ['be-nn', '85.07.30-033.28', '85.07.30-033.29'],
    ['tr-tckn', '10000000146', '10000000147'],
    ['sg-nric', 'S1234567D', 'S1234567A'],
    ['tw-id', 'A123456789', 'A123456788'],
    ['za-id', '8001015009087', '8001015009086'],
    ['cn-rid', '11010519491231002X', '110105194912310021'],
    ['ie-pps', '1234567T', '1234567U'],
    ['cl-rut', '12.345.678-5', '12.345.678-6'],
  ])('finds %s %s, not %s', (type, right, wrong) => {
    expect(found(`id ${right};`, ['national-id'])).toEqual([`${type}: ${right}`]);
    expect(found(`id ${wrong};`, ['national-id']).filter((one) => one.startsWith(type))).toEqual([]);
  });

  it('takes common numbers where a word says what they are', () => {
    expect(found('BSN 111222333')).toEqual(['nl-bsn: 111222333']);
    expect(found('order 111222333')).toEqual([]);
    expect(found('my CPF is 52998224725')).toEqual(['br-cpf: 52998224725']);
    expect(found('CURP 111222333', ['national-id'])).toEqual([]);
  });
});

describe('phone numbers', () => {
  it.each([
    '+49 30 901820',
    '+1 (403) 555-9999',
    '+447700900123',
    '(212) 555-0142',
    '212-555-0142',
    '212.555.0142 x123',
    '06 12 34 56 78',
    '030-90182012',
    '001-490-155-3846',
  ])('finds %s', (phone) => {
    expect(found(`see ${phone}, or`)).toEqual([`phone: ${phone}`]);
  });

  it('takes any groups where a word says what they are', () => {
    for (const text of ['Phone: 358 0594', 'Fax: 61 51 8133', 'call me at 3660170548', 'mobile 469 34 883'])
      expect(found(text)).toHaveLength(1);
    expect(found('22 498317 office')).toEqual(['phone: 22 498317']);
  });

  it.each([
    'on 2024-01-05 12:30, 12/05/2024 and 05.12.2024',
    'from 1998-2004, pages 113-119, 1,234,567.89 or 3.14159265',
    'ISBN 978-0-306-40615-7 and id 1234567890',
    '37.7749, -122.4194 and 0.123456',
    'main.go:132-135 took 1200 1300 1400 ms',
    '{"id":1732620000123,"size":20481234,"at":"2024-11-26T18:31:22.123456Z"}',
    'sha a1b2c3d4e5f6, v10.4.1, build 20240105',
    'uuid 123e4567-e89b-12d3-a456-426614174000',
    'https://a.example/2024/11/26/1234567890?x=98765432101',
  ])('leaves %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('switches', () => {
  const text = 'Mr. John Smith, 12 Baker Street, ann@b.example, +49 30 901820, DE89370400440532013000';

  it('has names and addresses off, and each type on its own', () => {
    expect(found(text)).toEqual([
      'email: ann@b.example',
      'phone: +49 30 901820',
      'iban: DE89370400440532013000',
    ]);
    expect(found(text, ['iban'])).toEqual(['iban: DE89370400440532013000']);
    expect(found(text, ['name', 'address'])).toEqual(['name: John Smith', 'address: 12 Baker Street']);
    expect(found(text, [])).toEqual([]);
  });
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '1',
      '12',
      '123-45-',
      '+',
      '(',
      ')',
      ' ',
      '-',
      '.',
      ':',
      '::',
      '@',
      'a@b.c',
      'phone ',
      '\u00a0',
      '4111 1111 ',
    ),
  );

  it('gives findings in order, within the text and without overlaps', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of findPersonal(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same in a text twice as often when the text is doubled', () => {
    const once = 'a@b.example, 4111 1111 1111 1111; DE89370400440532013000. 123-45-6789 '.replace(
      '123-45',
      '536-90',
    );
    for (const times of [1, 2, 50]) expect(findPersonal(once.repeat(times))).toHaveLength(4 * times);
  });

  it.each([
    '1',
    '1 ',
    '12-',
    '+1 ',
    '(1) ',
    '1.',
    'a1',
    'A1B2 ',
    '@',
    'a@',
    'a@b.',
    ':',
    '1:',
    '::1 ',
    'GB82 ',
    '4111 1111 1111 1111 ',
    'phone 123 4567 ',
    '0',
  ])('takes twice as long for twice as much of %s', (one) => {
    const steps = (text: string): number => {
      const before = work.steps;
      findPersonal(text, ['email', 'phone', 'iban', 'card', 'national-id', 'ip', 'name', 'address']);
      return work.steps - before;
    };
    const once = steps(one.repeat(3000));
    expect(steps(one.repeat(6000))).toBeLessThan(once * 2.2 + 5000);
    expect(once).toBeLessThan(one.length * 3000 * 100);
  });
});
