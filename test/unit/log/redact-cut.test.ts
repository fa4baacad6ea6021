import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hold, previewOf, shortText, shown } from '../../../electron/host/live/held-text.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import { unescapeJson } from '../../../electron/log/unescape.ts';

const HEAD = 32 * 1024;
const TAIL = 4 * 1024;

/** Characters that occur in no filler, so that a match is no accident. */
const secretText = (minLength: number, maxLength: number) =>
  fc.string({ minLength, maxLength, unit: fc.constantFrom(...Array.from('QWXYZ"\\/\n€é😀+%&= 0123456789')) });

/** No six characters of the secret in a row are in what left. */
function leaks(out: string, secret: string): string | undefined {
  const units = Array.from(secret);
  for (let i = 0; i + 6 <= units.length; i++) {
    const piece = units.slice(i, i + 6).join('');
    if (out.includes(piece)) return piece;
  }
  return undefined;
}

function parts(bytes: Buffer, secrets: ReturnType<typeof createRedactor>): string[] {
  const held = hold(bytes);
  const { head, tail = '' } = shown(held, secrets);
  return [head, tail, previewOf(held, secrets)];
}

describe('a text that is cut and redacted', () => {
  /** How a server may write the secret into its text, and how the same is read back. */
  const writings: readonly [string, (secret: string) => string, (out: string) => string][] = [
    ['as it is', (secret) => secret, (out) => out],
    ['in JSON', (secret) => JSON.stringify(secret).slice(1, -1), (out) => unescapeJson(out).text],
    [
      'in JSON with every character escaped',
      (secret) =>
        secret
          .split('')
          .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join(''),
      (out) => unescapeJson(out).text,
    ],
    [
      'in JSON in JSON',
      (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
      (out) => unescapeJson(unescapeJson(out).text).text,
    ],
    [
      'in JSON of plain ASCII',
      (secret) =>
        JSON.stringify(secret)
          .slice(1, -1)
          .replaceAll(/[^ -~]/g, (unit) =>
            unit
              .split('')
              .map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`)
              .join(''),
          ),
      (out) => unescapeJson(out).text,
    ],
    ['percent-encoded', (secret) => encodeURIComponent(secret), (out) => decodeLoosely(out)],
  ];

  it.each(writings)('lets no six characters of a known secret through: %s', (_name, write, read) => {
    fc.assert(
      fc.property(
        secretText(8, 200),
        // Around the beginning, the preview, both cuts, both edges of what is kept, and the end.
        fc.constantFrom(0, 150, 630, 2100, HEAD, HEAD + 8192, -TAIL - 8192, -TAIL, -1),
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: 100, max: 90_000 }),
        (secret, place, offset, length) => {
          const secrets = createRedactor();
          secrets.know('s', [secret]);
          const written = write(secret);
          const at = Math.min(Math.max((place < 0 ? length + place : place) + offset, 0), length);
          const text = Buffer.from(
            `${'ab cd,'.repeat(length / 6 + 1).slice(0, at)}${written}${'ef gh,'.repeat((length - at) / 6 + 1)}`,
          );
          for (const out of parts(text, secrets)) expect(leaks(read(out), secret)).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(writings.slice(0, 5))(
    'lets nothing of a secret through that is longer than all that is kept: %s',
    (_name, write, read) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 10_000, max: 60_000 }),
          fc.integer({ min: 0, max: 60_000 }),
          fc.integer({ min: 0, max: 700 }),
          (length, at, behind) => {
            const secrets = createRedactor();
            const secret = Array.from({ length: length / 8 }, (_, i) => `${i.toString(36)}€€€ Q"Z,;`).join(
              '',
            );
            secrets.know('s', [secret]);
            const text = Buffer.from(`${'ab cd,'.repeat(at / 6)}${write(secret)}${'ef gh,'.repeat(behind)}`);
            for (const out of parts(text, secrets)) expect(read(out)).not.toMatch(/Q"Z/);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it('knows a piece from the middle of a secret', () => {
    const secrets = createRedactor();
    secrets.know('s', ['one two three four five six seven']);
    expect(secrets.cut('three four five', 0, 15, { before: true, after: true })).toBe('[hidden]');
    expect(secrets.cut('three four five', 0, 15, { before: true, after: false })).not.toBe('[hidden]');
  });

  it('hides what stands in base64, whatever comes before it', () => {
    const secrets = createRedactor();
    secrets.know('s', ['hunter2-hunter2-hunter2']);
    for (const before of ['', 'u', 'us', 'use', 'user:']) {
      const out = secrets.redact(
        `x ${Buffer.from(`${before}hunter2-hunter2-hunter2:z`).toString('base64')} y`,
      );
      for (const piece of out.split(/\s|\[hidden\]/))
        expect(Buffer.from(piece, 'base64').toString()).not.toContain('nter2-');
    }
  });

  it('hides our own tokens and those behind the usual names at both sides of a cut', () => {
    const secrets = createRedactor();
    const token = `dw_${'T0k3n'.repeat(9)}`;
    for (let at = HEAD - 60; at <= HEAD + 10; at++) {
      const out = parts(Buffer.from(`${'a '.repeat(at / 2)}${token}${' b'.repeat(60_000)}`), secrets);
      expect(out.join('')).not.toContain('T0k3n');
    }
    for (let at = 560; at <= 660; at += 2) {
      const out = parts(Buffer.from(`${'\n'.repeat(at)}${token} ${'b '.repeat(600)}`), secrets);
      expect(out.join('')).not.toContain('T0k');
    }
    const long = 'T0k3n'.repeat(4000);
    const out = parts(Buffer.from(`${'a '.repeat(40_000)}"authorization":"Bearer ${long}"`), secrets);
    expect(out.join('')).not.toContain('T0k3n');
    expect(secrets.redact('{\\"authorization\\":\\"abcdefghijk\\"}')).not.toContain('abcdefghijk');
  });

  it('keeps whole characters, says how long the whole was, and keeps short texts as they are', () => {
    const secrets = createRedactor();
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: 1, max: 4000 }),
        (text, times) => {
          const whole = text.repeat(times).toWellFormed();
          const bytes = Buffer.from(whole);
          const {
            head,
            tail,
            bytes: length,
          } = shown(hold(bytes), { cut: (t, from, to) => t.slice(from, to) });
          expect(length).toBe(bytes.length);
          expect(head.isWellFormed() && (tail ?? '').isWellFormed()).toBe(true);
          expect(whole.startsWith(head) && whole.endsWith(tail ?? '')).toBe(true);
          if (bytes.length <= HEAD + TAIL) expect(head).toBe(whole);
          else
            expect(Buffer.byteLength(head) + Buffer.byteLength(tail ?? '')).toBeGreaterThan(HEAD + TAIL - 8);
          const preview = previewOf(hold(bytes), secrets);
          expect(preview.isWellFormed() && preview.length <= 160 && !/[\r\n\t]/.test(preview)).toBe(true);
        },
      ),
    );
  });

  it('bounds a short text, and what the log has cut inside a secret', () => {
    const secrets = createRedactor();
    secrets.know('s', ['https://host/secret-part-of-the-address']);
    for (let at = 460; at < 520; at++) {
      const name = `${'a '.repeat(at / 2)}https://host/secret-part-of-the-address`;
      expect(leaks(shortText(name, 512, secrets), 'secret-part-of-the-address')).toBeUndefined();
      const cut = `${name.slice(0, 511)}…`;
      expect(leaks(shortText(cut, 512, secrets, true), 'secret-part-of-the-address')).toBeUndefined();
      expect(shortText(name, 512, secrets).length).toBeLessThanOrEqual(512);
    }
  });

  it('does not forget values that were replaced, and puts the first come first', () => {
    const secrets = createRedactor();
    secrets.know('old', ['the first value']);
    const { version } = secrets;
    secrets.know(
      'flood',
      Array.from({ length: 20_000 }, (_, i) => `a long value of a flood, number ${i}`),
    );
    secrets.know('old', ['the second value']);
    expect(secrets.version).toBeGreaterThan(version);
    expect(secrets.redact('the first value, the second value')).toBe('[hidden], [hidden]');
  });
});

function decodeLoosely(text: string): string {
  return text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}
