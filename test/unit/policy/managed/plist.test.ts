import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsPlist, plistText } from '../../../../electron/policy/managed/exporters/plist-text.ts';
import { readPlist } from '../../../../electron/policy/managed/plist.ts';
import type { PlistValue } from '../../../../electron/policy/managed/plist-value.ts';
import { readRegOutput } from '../../../../electron/policy/managed/reg-output.ts';
import { writeBinaryPlist } from './binary-plist-writer.ts';

const value = fc.letrec<{ any: PlistValue }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (one === 0 ? 0 : one)),
    fc.boolean(),
    fc.array(tie('any'), { maxLength: 20 }),
    fc.dictionary(
      fc.string({ unit: 'binary' }).filter((key) => key !== '__proto__'),
      tie('any'),
      { maxKeys: 20 },
    ),
  ),
})).any;

test('a value written as a property list is read as the same, binary and XML', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(readPlist(writeBinaryPlist(one))).toEqual({ ok: true, value: one });
      if (fitsPlist(one)) expect(readPlist(Buffer.from(plistText(one)))).toEqual({ ok: true, value: one });
    }),
    { numRuns: 1000 },
  );
});

test('bytes of any kind are refused or read, never thrown at, and never for long', () => {
  const good = writeBinaryPlist({
    version: 1,
    rules: [{ action: 'block' }],
    organisation: { name: 'x'.repeat(40) },
  });
  const xml = Buffer.from(plistText({ version: 1, organisation: { name: '<&>' } }));
  const spoiled = (bytes: Buffer) =>
    fc
      .array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const copy = Buffer.from(bytes);
        for (const [at, byte] of changes) copy[at] = byte;
        return copy;
      });
  fc.assert(
    fc.property(
      fc.oneof(
        spoiled(good),
        spoiled(xml),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      ),
      (bytes) => {
        const read = readPlist(bytes);
        if (!read.ok) expect(read.message.length).toBeGreaterThan(5);
      },
    ),
    { numRuns: 3000 },
  );
});

test('every beginning of a property list is refused', () => {
  for (const bytes of [
    writeBinaryPlist({ a: [1, 'b', true] }),
    Buffer.from(plistText({ a: [1, 'b', true] }).trimEnd()),
  ])
    for (let length = 0; length < bytes.length; length++)
      expect(readPlist(bytes.subarray(0, length)).ok, String(length)).toBe(false);
});

test('what a property list cannot say is said to be so', () => {
  for (const one of ['\0', '\u0001', '\ud800', '\uffff', null, Number.NaN, { a: null }, [null], { '\0': 1 }])
    expect(fitsPlist(one)).toBe(false);
  for (const one of ['a\tb\r\nc', '😀', 1.5, [], {}, { a: [true] }]) expect(fitsPlist(one)).toBe(true);
});

test('any output of reg.exe is read or refused', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('HKEY_A\\b', '    n    REG_SZ    v', '    n    REG_SZ', '', 'x', '    ', '\t'),
        { maxLength: 8 },
      ),
      (lines) => {
        const read = readRegOutput(Buffer.from(lines.map((line) => `${line}\r\n`).join('')));
        if (read.ok) for (const one of read.value.values) expect(one.key).toBe('HKEY_A\\b');
      },
    ),
  );
});
