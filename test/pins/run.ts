import { readFileSync } from 'node:fs';
import { judgeLine } from './rows.ts';

// Judges changes of approved items: npm run pins -- FILE.jsonl [--each]
// Rows are {id, before, after}. With --each, one JSON line for each row: {id, verdict, risk, reasons}. The last line
// counts them; a row that cannot be read is named on standard error and makes the exit code 1.

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--'));
if (file === undefined) {
  process.stderr.write('Name a file of changes: npm run pins -- FILE.jsonl [--each]\n');
  process.exit(2);
}
const each = args.includes('--each');
const counts: Record<string, number> = { held: 0, pass: 0, routine: 0, care: 0, alarm: 0, bad: 0 };
const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1);

readFileSync(file, 'utf8')
  .split('\n')
  .forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      const { id, verdict, risk, reasons } = judgeLine(line);
      count(verdict);
      if (verdict === 'held') count(risk);
      if (each) console.log(JSON.stringify({ id, verdict, risk, reasons }));
    } catch (error) {
      count('bad');
      process.stderr.write(
        `Row ${index + 1} cannot be judged: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  });
console.log(JSON.stringify(counts));
process.exit(counts['bad'] === 0 ? 0 : 1);
