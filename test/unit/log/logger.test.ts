import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../../electron/log/logger.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import { rotatingFile } from '../../../electron/log/rotating-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('redaction', () => {
  const secrets = createRedactor();
  const redact = (text: string) => secrets.redact(text);

  it.each([
    ['dw_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG', '0123456789'],
    ['Authorization: Bearer abc.def-ghi_jkl', 'abc.def'],
    ['{"authorization":"abcdefghijk"}', 'abcdefghijk'],
    ['Cookie: session=topsecret', 'topsecret'],
    ['https://user:passw0rd@example.com/x', 'passw0rd'],
  ])('hides %s', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  it('hides what is known to be secret here, the longest first', () => {
    secrets.know('a', ['hunter22', 'hunter22-longer', 'ab']);
    expect(redact('x hunter22-longer y hunter22 ab')).toBe('x [hidden] y [hidden] ab');
    secrets.know('a', []);
    // A text from before may still hold it.
    expect(redact('hunter22')).toBe('[hidden]');
  });

  it('never lets one of our tokens through, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.stringMatching(/^[A-Za-z0-9_-]{43}$/),
        fc.string(),
        (before, body, after) => {
          expect(redact(`${before} dw_${body} ${after}`)).not.toContain(body);
        },
      ),
    );
  });
});

describe('the log', () => {
  const logger = (sink: { write(line: string): void; close(): void }) =>
    createLogger({ sink, level: 'info', redact: createRedactor().redact, now: () => 0 });

  it('writes lines of JSON with levels, cut and redacted', () => {
    const lines: string[] = [];
    const log = logger({ write: (line) => lines.push(line), close: () => {} });
    log.debug('not this');
    log.info('that\nthis', { token: `Bearer ${'x'.repeat(50)}`, n: 1 });
    log.error('x'.repeat(10_000));
    expect(lines.length).toBe(2);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      level: 'info',
      message: 'that\nthis',
      token: 'Bearer [hidden]',
      n: 1,
    });
    expect(lines[1]?.length).toBeLessThan(5000);
  });

  it('goes round in a bounded number of files that are this user’s alone', () => {
    const sink = rotatingFile(folder, { bytes: 100, files: 3 });
    for (let i = 0; i < 50; i++) sink.write(`line ${i} ${'x'.repeat(20)}`);
    sink.close();
    const files = readdirSync(folder).toSorted();
    expect(files).toEqual(['doorward.1.log', 'doorward.2.log', 'doorward.log']);
    for (const file of files) {
      expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(100);
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }
    expect(readFileSync(join(folder, 'doorward.log'), 'utf8')).toContain('line 49 ');
    const again = rotatingFile(folder, { bytes: 100, files: 3 });
    again.write('after a restart');
    again.close();
    expect(readFileSync(join(folder, 'doorward.log'), 'utf8')).toContain('line 49 ');
  });

  it('outlives a folder that is gone, and says what was lost', () => {
    const gone = join(folder, 'gone');
    const sink = rotatingFile(gone, { bytes: 1000, files: 2 });
    sink.write('one');
    sink.write('two');
    rmSync(gone, { recursive: true, force: true });
    expect(() => sink.write('three')).not.toThrow();
    sink.close();
  });
});
