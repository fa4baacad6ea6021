import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { CommandInput, CommandOutput } from '../../shared/ipc/contract.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  type CliCommand,
  EXIT,
  type Given,
  OPERATOR_OPTION,
  type Run,
  terminalOf,
  text,
  words,
} from './command.ts';
import { connectControl, type ControlClient } from './control-client.ts';
import { momentOf } from './log-moment.ts';
import { visible, waiting } from './output.ts';
import { givenKey } from './remote.ts';
import { askSecret } from './secret-input.ts';

type ExportInput = CommandInput<'log.export'>;
type Ask = (input: ExportInput) => Promise<Result<CommandOutput<'log.export'>>>;

function exportInput(given: Given): Result<ExportInput> {
  const none = words(given);
  if (!none.ok) return none;
  const format = text(given, 'format') ?? 'jsonl';
  if (format !== 'jsonl' && format !== 'csv') return fail('usage', '--format is jsonl or csv.');
  const since = momentOf(given, 'since');
  if (!since.ok) return since;
  const until = momentOf(given, 'until');
  if (!until.ok) return until;
  const [client, server] = [text(given, 'client'), text(given, 'server')];
  return ok({
    format,
    ...(since.value === undefined ? {} : { since: since.value }),
    ...(until.value === undefined ? {} : { until: until.value }),
    ...(client === undefined ? {} : { client }),
    ...(server === undefined ? {} : { server }),
  });
}

/** Asks for pieces with the operator's key, which is asked for once when it was not given. */
function asker(run: Run, client: ControlClient): Result<Ask> {
  const given = givenKey(run);
  if (!given.ok) return given;
  let operatorKey = given.value;
  return ok(async (input: ExportInput) => {
    const first = await client.call('log.export', input, { operatorKey });
    const terminal = terminalOf(run.world);
    if (first.ok || first.code !== 'operator' || operatorKey !== undefined || terminal === undefined)
      return first;
    const status = await client.call('status', {});
    if (!status.ok || !status.value.operatorKey) return first;
    operatorKey = (await askSecret(terminal.input, terminal.output, "Operator's key: ")) || undefined;
    return operatorKey === undefined ? first : client.call('log.export', input, { operatorKey });
  });
}

/** Hands over piece by piece; the next one is asked for when the one before is written. */
async function copy(
  ask: Ask,
  input: ExportInput,
  write: (piece: string) => Promise<void>,
  onBytes: (bytes: number) => void,
): Promise<Result<number>> {
  let bytes = 0;
  let next: ExportInput | undefined = input;
  while (next !== undefined) {
    const answer = await ask(next);
    if (!answer.ok) return answer;
    await write(answer.value.text);
    bytes += Buffer.byteLength(answer.value.text);
    onBytes(bytes);
    next = answer.value.next === undefined ? undefined : { next: answer.value.next };
  }
  return ok(bytes);
}

/** Writes to a stream at the pace of whoever reads it; refused when they stop reading. */
async function toStream(
  stream: Writable,
  fill: (write: (piece: string) => Promise<void>) => Promise<Result<number>>,
): Promise<Result<number>> {
  // Without a listener, a reader that goes away would end the program with a stack trace.
  stream.on('error', () => {});
  try {
    return await fill(
      (piece) =>
        new Promise((done, failed) => {
          stream.write(piece, (error) => (error ? failed(error) : done()));
        }),
    );
  } catch {
    return fail('failed', 'The export was not read to its end.');
  }
}

/** Writes a file whole or not at all; only its owner may read it. */
export async function toFile<T>(
  file: string,
  fill: (write: (piece: string) => Promise<void>) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (existsSync(file)) return fail('failed', `${file} is there already. Give another name.`);
  const temporary = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    let filled: Result<T>;
    try {
      filled = await fill((piece) => handle.writeFile(piece));
      if (filled.ok) await handle.sync();
    } finally {
      await handle.close();
    }
    if (filled.ok) await rename(temporary, file);
    else await rm(temporary, { force: true });
    return filled;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const why = error instanceof Error ? error.message : String(error);
    return fail('failed', `${file} could not be written: ${why}. No file was left behind.`);
  }
}

/** `log export`: in pieces, so that a log of any size takes no more memory than one of them. */
export const logExport: CliCommand = {
  name: 'log export',
  usage: '[--format jsonl|csv] [--since T] [--until T] [--client ID] [--server ID] [--out FILE]',
  does: contract['log.export'].does,
  operator: true,
  options: {
    format: {
      type: 'string',
      value: 'F',
      help: 'jsonl (the preset), which "log verify FILE" can check, or csv, a table for people.',
    },
    since: { type: 'string', value: 'T', help: 'Only rows since then: 15m, 2h, 1d, or a date.' },
    until: { type: 'string', value: 'T', help: 'Only rows before then.' },
    client: { type: 'string', value: 'ID', help: 'Only rows of this AI app.' },
    server: { type: 'string', value: 'ID', help: 'Only rows of this server.' },
    out: {
      type: 'string',
      value: 'FILE',
      help: 'Into this file, which must not be there yet; else to standard output.',
    },
    ...OPERATOR_OPTION,
  },
  examples: [
    'doorward log export --out calls.jsonl',
    'doorward log export --format csv --since 7d --out week.csv',
  ],
  async run(run) {
    const { given, output, world } = run;
    const input = exportInput(given);
    if (!input.ok) return input;
    const out = text(given, 'out');
    const client = await connectControl(run.paths);
    if (!client.ok) return client;
    const wait = waiting(output, 'Exporting the log…');
    const said = (bytes: number) => wait.say(`Exporting the log: ${Math.ceil(bytes / 1_048_576)} MB…`);
    try {
      const ask = asker(run, client.value);
      if (!ask.ok) return ask;
      if (out === undefined) {
        const done = await toStream(output.stdout, (write) => copy(ask.value, input.value, write, said));
        return done.ok ? ok(EXIT.done) : done;
      }
      const file = resolve(world.around.cwd, out);
      const done = await toFile(file, (write) => copy(ask.value, input.value, write, said));
      if (!done.ok) return done;
      output.stdout.write(
        output.json
          ? `${JSON.stringify({ file, bytes: done.value })}\n`
          : `The log was exported to ${visible(file)} (${done.value} bytes).\n`,
      );
      return ok(EXIT.done);
    } finally {
      wait.done();
      client.value.close();
    }
  },
};
