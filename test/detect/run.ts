import type { TextKind } from '../../electron/inspection/finding.ts';
import { judge } from './judge.ts';
import { type Row, rowsOf } from './rows.ts';
import { speedOf } from './speed.ts';
import { Tally } from './tally.ts';

// Runs the detectors over labelled examples: npm run detect -- FILE.jsonl [--as tool|result|argument] [--each]
// Prints one JSON line for each row with --each, then one line with the counts. Flagged means any verdict but "pass".

const args = process.argv.slice(2);
const at = args.indexOf('--as');
const kind = at === -1 ? undefined : args[at + 1];
const file = args.find((arg, i) => !arg.startsWith('--') && (at === -1 || i !== at + 1));
const KINDS: readonly string[] = ['tool', 'result', 'argument', 'prompt', 'question'];
if (
  file === undefined ||
  (kind !== undefined && !KINDS.includes(kind)) ||
  (at !== -1 && kind === undefined)
) {
  process.stderr.write(
    'Name a file of examples: npm run detect -- FILE.jsonl [--as tool|result|argument] [--each]\n',
  );
  process.exit(2);
}
const each = args.includes('--each');
const tally = new Tally();
const rows: Row[] = [];
for await (const row of rowsOf(file)) {
  const judged = judge(row, kind as TextKind | undefined);
  rows.push(row);
  tally.add(row, judged);
  if (!each) continue;
  const findings = judged.scan.findings.map(({ detector, type, start, end, score, signals, path }) => ({
    detector,
    type,
    start,
    end,
    score,
    signals,
    path,
  }));
  console.log(JSON.stringify({ id: row.id, verdict: judged.verdict, findings }));
}
console.log(JSON.stringify({ ...tally.summary(), ...speedOf(rows, kind as TextKind | undefined) }));
