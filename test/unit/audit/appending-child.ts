import { openSync, writeSync } from 'node:fs';
import { openAuditLog } from '../../../electron/audit/audit-log.ts';
import { row, workerUrl } from './child-support.ts';

// Appends rows as fast as it can, with several in flight, and writes each call that was reported durable to a file
// at once. It runs until it is killed.

const [file = '', promises = '', prefix = ''] = process.argv.slice(2);
const opened = await openAuditLog({ file, workerUrl });
if (!opened.ok) throw new Error(opened.message);
const log = opened.value;
const out = openSync(promises, 'a');

let count = 0;
function next(): void {
  count += 1;
  const call = `${prefix}-${count}`;
  log.appendDurable(row(call), (error) => {
    if (error !== undefined) throw error;
    writeSync(out, `${call}\n`);
    log.append(row(call, true));
    setImmediate(next);
  });
}
for (let lane = 0; lane < 16; lane += 1) next();
