// A well-behaved server of the soak on pipes. Usage: node good-stdio.ts NAME PIDS
import { appendFileSync } from 'node:fs';
import { eachLine } from '../../wire/lines.ts';
import { responseTo, soakAnswers, type SoakRequest } from './good-answers.ts';

const [name = '', pids = ''] = process.argv.slice(2);
appendFileSync(pids, `${process.pid}\n`);
const answer = soakAnswers(name, 'session');

eachLine(process.stdin, (line) => {
  const request = JSON.parse(line.toString()) as SoakRequest;
  if (request.id !== undefined) process.stdout.write(`${responseTo(request, answer(request))}\n`);
});
process.stdin.on('close', () => process.exit(0));
