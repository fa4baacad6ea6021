// A fast stdio server of the session era. Usage: node stdio.ts [--tools N]
import { eachLine } from '../wire/lines.ts';
import { createAnswers, type UpstreamRequest } from './answers.ts';

const extraTools = process.argv[2] === '--tools' ? Number(process.argv[3]) : 0;
const answers = createAnswers({ extraTools });

eachLine(process.stdin, (line) => {
  const body = answers.answer(JSON.parse(line.toString()) as UpstreamRequest);
  if (body !== undefined) process.stdout.write(`${body}\n`);
});
process.stdin.on('close', () => process.exit(0));
