import { readFileSync } from 'node:fs';
import { startHost } from '../fixtures/host.ts';
import { judgeHttp, openDoors } from './http.ts';
import { type Judgement, type Row } from './row.ts';

// Runs labelled attack vectors against a real headless host: npm run vectors -- FILE.jsonl [--each]
// Prints one JSON line for each row with --each, then one line with the counts by class. Exit code 1 when a row is wrong.

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--'));
if (file === undefined) {
  process.stderr.write('Name a file of vectors: npm run vectors -- FILE.jsonl [--each]\n');
  process.exit(2);
}
const each = args.includes('--each');
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row);

const host = await startHost();
const counts = new Map<string, { rows: number; right: number }>();
let unjudged = 0;
try {
  const doors = await openDoors(host);
  for (const row of rows) {
    const judgement: Judgement | undefined = row.class.startsWith('http-')
      ? await judgeHttp(row, doors)
      : undefined;
    if (judgement === undefined) {
      unjudged++;
      continue;
    }
    const count = counts.get(row.class) ?? { rows: 0, right: 0 };
    count.rows++;
    if (judgement.ok) count.right++;
    counts.set(row.class, count);
    if (each)
      console.log(JSON.stringify({ id: row.id, class: row.class, got: judgement.got, ok: judgement.ok }));
  }
} finally {
  await host.stop();
}
console.log(JSON.stringify({ classes: Object.fromEntries(counts), unjudged }));
process.exit([...counts.values()].every(({ rows: all, right }) => all === right) ? 0 : 1);
