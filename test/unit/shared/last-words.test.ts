import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastWords } from '../../../shared/last-words.ts';

describe('what a server says of its end', () => {
  it('is the reason, not what stands behind it', () => {
    const lines = [
      'starting',
      'node:internal/modules/cjs/loader:1413',
      '  throw err;',
      '  ^',
      "Error: Cannot find module '/home/p/server.js'",
      '    at Function._resolveFilename (node:internal/modules/cjs/loader:1410:15)',
      '  code: ‘MODULE_NOT_FOUND’,'.replaceAll(/[‘’]/g, "'"),
      '  requireStack: []',
      '}',
      'Node.js v24.0.0',
    ];
    expect(lastWords(lines)).toEqual({
      line: "Error: Cannot find module '/home/p/server.js'",
      missing: '/home/p/server.js',
    });
  });

  it.each([
    [
      "python3: can't open file '/home/p/server.py': [Errno 2] No such file or directory",
      '/home/p/server.py',
    ],
    ["Error: ENOENT: no such file or directory, open './data.json'", './data.json'],
    ['error: Module not found "file:///home/p/x.ts".', '/home/p/x.ts'],
  ])('names the file that is missing: %s', (line, missing) => {
    expect(lastWords([line])).toEqual({ line, missing });
  });

  it('takes a package that is not installed for no file', () => {
    const line = "Error: Cannot find module 'express'";
    expect(lastWords([line])).toEqual({ line });
  });

  it('is the last line where none tells more, and nothing where there is none', () => {
    expect(lastWords(['one', 'two', '}'])).toEqual({ line: 'two' });
    expect(lastWords([])).toEqual({});
    expect(lastWords(['', '  '])).toEqual({});
  });

  it('is bounded, whatever a server writes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 600 }), { maxLength: 5 }), (lines) => {
        const { line = '', missing = '' } = lastWords(lines);
        expect(line.length).toBeLessThanOrEqual(400);
        expect(missing.length).toBeLessThanOrEqual(300);
      }),
      { numRuns: 30 },
    );
    const flood = Array.from(
      { length: 2000 },
      () => `${'Error'.repeat(800)} Cannot find module '${'a'.repeat(4000)}`,
    );
    expect(lastWords(flood).missing).toBeUndefined();
  });
});
