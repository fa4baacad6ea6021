import { parseArgs } from 'node:util';
import { crossTalk } from './cross-talk.ts';
import { killUnderLoad } from './kill.ts';
import { canFailCalls, failEachCall } from './syscall-faults.ts';
import { mutateLogs } from './log-mutations.ts';

// The long runs: npm run test:nightly [-- --calls 100000 --kills 200 --mutations 10000 --no-faults]. Ends with code 1 when something was wrong.

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '200' },
    'no-faults': { type: 'boolean', default: false },
    mutations: { type: 'string', default: '10000' },
  },
});
const [calls, kills, mutations] = [Number(values.calls), Number(values.kills), Number(values.mutations)];
let bad = 0;
/** How long a start may take longer for what it repairs, on a machine that starts an empty profile within `PLAIN_MS`. */
const REPAIR_MS = 2000;
const PLAIN_MS = 1000;

if (calls > 0) {
  console.log(`${calls} calls of ten AI apps with the same ids…`);
  const { answered, wrong } = await crossTalk(calls, (done) => console.log(`  ${done} answered`));
  for (const line of wrong) console.log(`  WRONG ${line}`);
  console.log(`${answered} answered, ${wrong.length} wrong`);
  if (wrong.length > 0 || answered < calls) bad++;
}

if (kills > 0) {
  console.log(`SIGKILL under load, ${kills} times…`);
  const repairs: number[] = [];
  let plain = 0;
  await killUnderLoad(kills, ({ seen, lost, processes, chain, changed, repairedMs, plainMs }) => {
    const whole = chain.every((each) => each.ok);
    const well = lost.length === 0 && changed.length === 0 && whole && processes > 0;
    if (!well) bad++;
    plain = plainMs;
    repairs.push(repairedMs);
    console.log(
      `  ${repairs.length}: ${seen} calls seen, ${lost.length} not in the log, ${processes} processes gone, chain ${whole ? 'whole' : 'BROKEN'}, repaired in ${Math.round(repairedMs)} ms`,
    );
    for (const name of lost.slice(0, 10)) console.log(`    LOST ${name}`);
    for (const line of changed.slice(0, 10)) console.log(`    CHANGED ${line}`);
  });
  const longest = Math.max(...repairs) - plain;
  const most = REPAIR_MS * Math.max(1, plain / PLAIN_MS);
  console.log(
    `A start without anything to repair took ${Math.round(plain)} ms; the longest with repairs ${Math.round(longest)} ms more (at most ${Math.round(most)} ms here).`,
  );
  if (longest > most) bad++;
}

if (!values['no-faults'] && canFailCalls()) {
  console.log('Each call of the system on the files of a profile, failed once in turn…');
  const tried = await failEachCall(({ call, error, at, wrong }) => {
    if (wrong.length === 0) return;
    bad++;
    console.log(`  WRONG after ${call} number ${at} with ${error}: ${wrong.join('; ')}`);
  });
  console.log(`${tried} calls failed.`);
} else if (!values['no-faults'])
  console.log('There is no strace here, so no calls of the system were failed.');

if (mutations > 0) {
  console.log(`${mutations} changes of a log and its export…`);
  const seed = Date.now() % 2 ** 31;
  const { missed } = await mutateLogs(mutations, seed);
  for (const { what, row, report } of missed.slice(0, 10))
    console.log(`  MISSED ${what}, row ${row ?? '-'}: ${JSON.stringify(report)}`);
  if (missed.length > 0) bad++;
  console.log(`${mutations} tried, ${missed.length} not detected or not located (seed ${seed})`);
}

console.log(bad === 0 ? 'All well.' : `${bad} wrong.`);
process.exit(bad === 0 ? 0 : 1);
