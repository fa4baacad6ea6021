import { describe, expect, it } from 'vitest';
import { lineKind } from '../../../electron/upstream/stdio/line-kind.ts';

describe('lineKind', () => {
  it.each([
    ['{"a":1}', 'message', '{"a":1}'],
    [' \t {"a":1}', 'message', '{"a":1}'],
    ['\uFEFF{"a":1}', 'message', '{"a":1}'],
    ['[{"a":1}]', 'batch', '[{"a":1}]'],
    ['', 'empty', ''],
    [' \t\r', 'empty', ''],
    ['Server running', 'garbage', 'Server running'],
    ['"text"', 'garbage', '"text"'],
    ['\u00A0{}', 'garbage', '\u00A0{}'],
  ])('%j is %s', (line, kind, body) => {
    const found = lineKind(Buffer.from(line));
    expect({ kind: found.kind, body: found.body.toString() }).toEqual({ kind, body });
  });
});
