import { parseArgs } from 'node:util';
import { crossTalk } from './cross-talk.ts';
import { killUnderLoad } from './kill.ts';

// The long runs: npm run test:nightly [-- --calls 100000 --kills 20]. Ends with code 1 when something was wrong.

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '100000' }, kills: { type: 'string', default: '20' } },
});
const [calls, kills] = [Number(values.calls), Number(values.kills)];
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

console.log(bad === 0 ? 'All well.' : `${bad} wrong.`);
process.exit(bad === 0 ? 0 : 1);
