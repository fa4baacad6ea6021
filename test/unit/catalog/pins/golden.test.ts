import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeLine } from '../../../pins/rows.ts';

interface Golden {
  readonly id: string;
  readonly expect: { readonly verdict: string; readonly risk: string };
}

const lines = readFileSync(join(import.meta.dirname, '../../../fixtures/pins/golden.jsonl'), 'utf8')
  .trim()
  .split('\n');

test('there are changes of every class', () => {
  const risks = lines.map((line) => (JSON.parse(line) as Golden).expect);
  expect(lines.length).toBeGreaterThanOrEqual(60);
  for (const risk of ['routine', 'care', 'alarm'])
    expect(risks.filter((one) => one.verdict === 'held' && one.risk === risk).length).toBeGreaterThan(10);
  expect(risks.filter((one) => one.verdict === 'pass').length).toBeGreaterThan(4);
});

test.each(lines.map((line) => [(JSON.parse(line) as Golden).id, line] as const))('%s', (_id, line) => {
  const { verdict, risk, reasons } = judgeLine(line);
  expect({ verdict, risk, reasons }).toMatchObject((JSON.parse(line) as Golden).expect);
  if (verdict === 'held') expect(reasons.length).toBeGreaterThan(0);
});
