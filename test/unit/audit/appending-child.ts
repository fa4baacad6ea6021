import { openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { openAuditLog } from '../../../electron/audit/audit-log.ts';
import { anchorText } from '../../../electron/audit/anchor.ts';
import { anchorIn, row, seed, workerUrl } from './child-support.ts';

// Appends rows as fast as it can, with several in flight, and writes each call that was reported durable to a file
// at once. What a keychain would be told goes into a file of its own. It runs until it is killed.

const [file = '', promises = '', prefix = ''] = process.argv.slice(2);
const kept = `${promises}.anchor`;
const anchor = anchorIn(kept);
const opened = await openAuditLog({
  file,
  workerUrl,
  seed,
  index: `${file}-index`,
  ...(anchor === undefined ? {} : { anchor }),
  onReached(reached) {
    writeFileSync(`${kept}.new`, anchorText(reached));
    renameSync(`${kept}.new`, kept);
  },
});
if (!opened.ok) throw new Error(opened.message);
if (opened.value.notice !== undefined) throw new Error(opened.value.notice);
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
