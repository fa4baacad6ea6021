// Load and soak: ten AI apps, twenty servers of fifty tools, 500 calls a second, and one of each sick server beside them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll } from '../systems/processes.ts';
import { readSoakOptions, SOAK_USAGE } from './options.ts';
import { soakText } from './report.ts';
import { soak } from './soak.ts';

const options = readSoakOptions(process.argv.slice(2));
if (!options.ok) {
  process.stderr.write(`${options.message}\n${SOAK_USAGE}`);
  process.exit(2);
}
if (options.value === 'help') {
  process.stdout.write(SOAK_USAGE);
  process.exit(0);
}
const { report: file } = options.value;
const folder = mkdtempSync(join(tmpdir(), 'doorward-soak-'));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void endAll().then(() => process.exit(1)));
try {
  const report = await soak(options.value, {
    folder,
    machine: { cores: availableParallelism(), load: () => loadavg()[0] ?? Number.NaN },
    progress: (sentence) => void process.stderr.write(`${sentence}\n`),
  });
  const { seen: _seen, ...rest } = report;
  process.stdout.write(`${soakText(report)}\n`);
  // One line that is longer than everything else together: whoever has a file for it does not want it to be read.
  if (file === undefined) process.stdout.write(`${JSON.stringify(rest)}\n`);
  else writeFileSync(file, `${JSON.stringify(rest)}\n`);
  process.exitCode = report.checks.every(({ ok }) => ok !== false) ? 0 : 1;
} finally {
  await endAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
