import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eachLine } from '../wire/lines.ts';
import { createWaiting, type Connection } from './connection.ts';

/** Starts a command and speaks newline-delimited JSON on its standard streams. */
export async function openStdio(command: string, args: readonly string[]): Promise<Connection> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = createWaiting();
  const gone = once(child, 'exit').then(() => waiting.fail(new Error('the process ended')));
  await once(child, 'spawn');
  eachLine(child.stdout, (line) => waiting.settle(line));
  const { pid } = child;
  return {
    request(id, body) {
      const answer = waiting.add(id);
      child.stdin.write(`${body}\n`);
      return answer;
    },
    async notify(body) {
      child.stdin.write(`${body}\n`);
    },
    speak: () => undefined,
    ...(pid === undefined ? {} : { pid }),
    async close() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      await gone;
      clearTimeout(timer);
    },
  };
}
