import { readFileSync } from 'node:fs';
import { startHost } from '../fixtures/host.ts';
import { type Doors, judgeHttp, openDoors } from './http.ts';
import { judgeStart } from './launches.ts';
import { judgeLink } from './links.ts';
import { judgeNames } from './names.ts';
import { judgePath } from './paths.ts';
import { type Judgement, type Row } from './row.ts';
import { judgeAddress } from './urls.ts';

// Runs labelled attack vectors: npm run vectors -- FILE.jsonl [--each]
// Those of the endpoint against a real headless host; names, paths, links, addresses and start commands against the rules that judge them.
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

const wantsHost = rows.some((row) => row.class.startsWith('http-'));
const host = wantsHost ? await startHost() : undefined;
const counts = new Map<string, { rows: number; right: number }>();
let unjudged = 0;
try {
  const doors = host === undefined ? undefined : await openDoors(host);
  for (const row of rows) {
    const judgement = await judge(row, doors);
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
  await host?.stop();
}
console.log(JSON.stringify({ classes: Object.fromEntries(counts), unjudged }));
process.exit([...counts.values()].every(({ rows: all, right }) => all === right) ? 0 : 1);

/** Undefined for classes that nothing here judges. */
async function judge(row: Row, doors: Doors | undefined): Promise<Judgement | undefined> {
  if (row.class.startsWith('http-') && doors !== undefined) return judgeHttp(row, doors);
  if (row.class === 'name-collision') return judgeNames(row);
  if (row.class === 'path') return judgePath(row);
  if (row.class === 'deep-link') return judgeLink(row);
  if (row.class === 'oauth-or-elicitation-url') return judgeAddress(row);
  return row.class.startsWith('stdio-config-') ? judgeStart(row) : undefined;
}
