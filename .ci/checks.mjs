// Runs the checks that are no tests, two at a time: each of them leaves a part of the machine unused.
import { spawn } from 'node:child_process';

const AT_ONCE = 2;

/** Runs a program to its end and keeps what it says, so that two of them do not talk at once. */
function listen(program, args, options) {
  return new Promise((resolve) => {
    const said = [];
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => resolve({ status: code ?? 1, output: Buffer.concat(said) }));
  });
}

/**
 * Runs these commands, the arguments of `program` each, and prints what each says when it ends. Answers the exit code of
 * the first that failed, after all have ended; 0 when all is well.
 */
export async function runChecks(
  program,
  commands,
  options,
  print = (output) => process.stderr.write(output),
) {
  let next = 0;
  const codes = commands.map(() => 0);
  const lane = async () => {
    while (next < commands.length) {
      const at = next++;
      const { status, output } = await listen(program, commands[at], options);
      print(output);
      codes[at] = status;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return codes.find((code) => code !== 0) ?? 0;
}
