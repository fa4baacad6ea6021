import { lastWords } from '../../shared/last-words.ts';
import { fail } from '../../shared/result.ts';
import type { CliCommand, Run } from './command.ts';
import { connectControl } from './control-client.ts';

/** Failures of a server that ended by itself. */
const ENDED = 'closed';
const LINES = 60;

/** Says, when a server ended while it was looked at, what it wrote last and what it did not find. */
export function explained(command: CliCommand): CliCommand {
  return {
    ...command,
    async run(run) {
      const began = run.world.now();
      const done = await command.run(run);
      if (done.ok || done.code !== ENDED) return done;
      const [id] = run.given.words;
      const said = id === undefined ? [] : await whyItEnded(run, id, began);
      return said.length === 0 ? done : fail(done.code, [done.message, ...said].join(' '));
    },
  };
}

async function whyItEnded({ paths }: Run, id: string, since: number): Promise<string[]> {
  const client = await connectControl(paths);
  if (!client.ok) return [];
  const log = await client.value.call('server.log', { id, lines: LINES });
  client.value.close();
  if (!log.ok) return [];
  const { lines, wroteAt } = log.value;
  // What an earlier run of it wrote explains nothing.
  if (wroteAt === undefined || wroteAt < since) return [];
  const { line, missing } = lastWords(lines);
  return [
    ...(line === undefined ? [] : [`The last it wrote: "${line}".`]),
    ...(missing === undefined
      ? []
      : [
          `The file "${missing}" is not there. Add the server again with the whole path, or with --cwd and the folder it runs in.`,
        ]),
  ];
}
