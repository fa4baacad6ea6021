// How smooth the window stays: 10,000 calls in its list, then a burst of 1,000 calls a second through the gateway.
import { parseArgs } from 'node:util';
import { measureWindow } from './measure.ts';

const USAGE = `Usage: npm run bench:window -- [options]
  --calls N      calls in the list before the burst (default 10000)
  --rate N       calls a second in the burst (default 1000)
  --seconds N    length of the burst (default 10)
`;

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '10' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(USAGE);
} else {
  const report = await measureWindow({
    calls: Number(values.calls),
    rate: Number(values.rate),
    seconds: Number(values.seconds),
  });
  process.stdout.write(`${report.text}\n${JSON.stringify(report.figures)}\n`);
  process.exitCode = report.kept ? 0 : 1;
}
