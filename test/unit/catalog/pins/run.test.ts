import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (lines: readonly string[]): { out: string[]; err: string; status: number | null } => {
  const file = join(mkdtempSync(join(tmpdir(), 'pins-')), 'rows.jsonl');
  writeFileSync(file, lines.join('\n'));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../../pins/run.ts'), file, '--each'],
    { encoding: 'utf8' },
  );
  return { out: stdout.trim().split('\n'), err: stderr, status };
};

test('one line for each row, a summary, and bad rows are named without ending the run', () => {
  const a = { name: 'a', description: 'A.' };
  const { out, err, status } = run([
    JSON.stringify({ id: 'same', before: a, after: a }),
    'this is no row',
    '{"id":"half","before":{}}',
    '{"id":"twice","before":{"name":"a"},"after":{"name":"a","name":"b"}}',
    '',
    JSON.stringify({ id: 'changed', before: a, after: { ...a, description: 'B.' } }),
    JSON.stringify({ id: 'odd', before: 7, after: [null] }),
  ]);
  expect(out.slice(0, -1).map((line) => JSON.parse(line) as object)).toMatchObject([
    { id: 'same', verdict: 'pass', risk: 'routine', reasons: [] },
    { id: 'twice', verdict: 'held', risk: 'alarm' },
    { id: 'changed', verdict: 'held', risk: 'routine' },
    { id: 'odd', verdict: 'held' },
  ]);
  expect(JSON.parse(out.at(-1) ?? '')).toMatchObject({ held: 3, pass: 1, bad: 2 });
  expect(err).toContain('Row 2 cannot be judged');
  expect(err).toContain('Row 3 cannot be judged');
  expect(status).toBe(1);
});
