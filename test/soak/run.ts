import { parseArgs } from 'node:util';
import { crossTalk } from './cross-talk.ts';
import { killUnderLoad } from './kill.ts';
import { mutateLogs } from './log-mutations.ts';

// The long runs: npm run test:nightly [-- --calls 100000 --kills 20 --mutations 10000]. Ends with code 1 when something was wrong.

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '20' },
    mutations: { type: 'string', default: '10000' },
  },
});
const [calls, kills, mutations] = [Number(values.calls), Number(values.kills), Number(values.mutations)];
let bad = 0;

if (calls > 0) {
  console.log(`${calls} calls of ten AI apps with the same ids…`);
  const { answered, wrong } = await crossTalk(calls, (done) => console.log(`  ${done} answered`));
  for (const line of wrong) console.log(`  WRONG ${line}`);
  console.log(`${answered} answered, ${wrong.length} wrong`);
  if (wrong.length > 0 || answered < calls) bad++;
}

if (kills > 0) {
  console.log(`SIGKILL under load, ${kills} times…`);
  let runs = 0;
  await killUnderLoad(kills, ({ seen, lost, processes, chain }) => {
    const whole = chain.every((each) => each.ok);
    const well = lost.length === 0 && whole && processes > 0;
    if (!well) bad++;
    console.log(
      `  ${++runs}: ${seen} calls seen, ${lost.length} not in the log, ${processes} processes gone, chain ${whole ? 'whole' : 'BROKEN'}`,
    );
    for (const name of lost.slice(0, 10)) console.log(`    LOST ${name}`);
  });
}

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
