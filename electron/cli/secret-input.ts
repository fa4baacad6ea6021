import { readFileSync } from 'node:fs';
import type { ReadStream, WriteStream } from 'node:tty';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Longest secret in characters that is taken at a prompt; what is typed beyond is not. */
export const MAX_TYPED = 1024;
const BACKSPACE = new Set(['\u007f', '\b']);

/** Reads one secret from a file descriptor: its first line. */
export function secretFromFd(text: string, option: string): Result<string, 'usage'> {
  const fd = Number(text);
  if (!/^\d{1,9}$/.test(text))
    return fail('usage', `--${option} needs the number of an open file descriptor.`);
  try {
    const line = readFileSync(fd, 'utf8').split(/\r?\n/, 1)[0] ?? '';
    if (line === '' || line.length > MAX_TYPED)
      return fail('usage', `Nothing, or too much, was read from file descriptor ${fd}.`);
    return ok(line);
  } catch {
    return fail('usage', `File descriptor ${fd} cannot be read.`);
  }
}

/** Asks for a secret at a terminal without showing it; undefined when the person gave up (Ctrl+C, Ctrl+D). */
export function askSecret(
  input: ReadStream,
  output: WriteStream,
  question: string,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let typed = '';
    const finish = (answer: string | undefined): void => {
      input.off('data', onData);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
      resolve(answer);
    };
    const onData = (chunk: Buffer | string): void => {
      for (const char of chunk.toString()) {
        if (char === '\r' || char === '\n') return finish(typed);
        if (char === '\u0003' || char === '\u0004') return finish(undefined);
        if (BACKSPACE.has(char)) typed = Array.from(typed).slice(0, -1).join('');
        else if (char >= ' ' && typed.length < MAX_TYPED) typed += char;
      }
    };
    // Before the question, so that not even a very fast answer is shown.
    input.setRawMode(true);
    output.write(question);
    input.resume();
    input.on('data', onData);
  });
}
