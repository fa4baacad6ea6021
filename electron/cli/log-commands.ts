import { resolve } from 'node:path';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { endedAs } from '../../shared/model/history.ts';
import type { CallSummary } from '../../shared/model/log.ts';
import { effect } from '../../shared/model/review.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { VerifyAgainst, VerifyReport } from '../audit/log.ts';
import { isPublicKey, logSeed, signerOf } from '../audit/signer.ts';
import { verifyAny } from '../audit/verify-any.ts';
import { readLogAnchor } from '../host/log/log-anchor.ts';
import { readVaultKey } from '../vault/seal-key.ts';
import { type CliCommand, EXIT, type Given, type Run, text, wholeNumber, words } from './command.ts';
import { connectControl } from './control-client.ts';
import { logExport } from './log-export.ts';
import { logReport } from './log-report.ts';
import { momentOf } from './log-moment.ts';
import { table, visible, waiting, when } from './output.ts';
import { callHost, remote } from './remote.ts';

function listInput(given: Given): Result<CommandInput<'log.list'>> {
  const none = words(given);
  if (!none.ok) return none;
  const limit = wholeNumber(given, 'limit', 1, 1000);
  if (!limit.ok) return limit;
  const since = momentOf(given, 'since');
  if (!since.ok) return since;
  const until = momentOf(given, 'until');
  if (!until.ok) return until;
  const ended = text(given, 'outcome');
  const known = endedAs.safeParse(ended);
  if (ended !== undefined && !known.success)
    return fail('usage', `--outcome is one of ${endedAs.options.join(', ')}.`);
  const does = text(given, 'effect');
  const effects = effect.safeParse(does);
  if (does !== undefined && !effects.success)
    return fail('usage', `--effect is one of ${effect.options.join(', ')}.`);
  const named = Object.fromEntries(
    (['before', 'client', 'server', 'name', 'search'] as const).flatMap((key) => {
      const value = text(given, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return ok({
    ...named,
    ...(limit.value === undefined ? {} : { limit: limit.value }),
    ...(since.value === undefined ? {} : { since: since.value }),
    ...(until.value === undefined ? {} : { until: until.value }),
    ...(known.success ? { outcome: known.data } : {}),
    ...(effects.success ? { effect: effects.data } : {}),
    ...(given.values['found'] === true ? { found: true as const } : {}),
  });
}

/** What a file is held against: a key that was given, or what the keychain keeps for the log of this profile. */
async function againstOf(run: Run, file: string | undefined): Promise<Result<VerifyAgainst>> {
  const { given, world, paths } = run;
  const key = text(given, 'key');
  if (key !== undefined && !isPublicKey(key))
    return fail('usage', '--key needs the public key of a log: 64 hex characters.');
  if (key !== undefined && file !== undefined) return ok({ keys: [key] });
  const profile = { home: paths.home, keychain: world.keychain };
  const found = await readVaultKey(profile);
  const own = found.ok ? signerOf(logSeed(found.value)).key : undefined;
  if (file !== undefined) return ok(own === undefined ? {} : { own });
  const { anchor } = await readLogAnchor(world.keychain, paths.home);
  // Before the first start with a key there is nothing that it could have signed.
  const signed = own !== undefined && anchor !== undefined && anchor.n > 0;
  const keys = key !== undefined ? [key] : signed ? [own] : undefined;
  return ok({
    ...(keys === undefined ? {} : { keys }),
    ...(anchor === undefined ? {} : { anchor }),
  });
}

async function verifyHere(run: Run, file: string | undefined): Promise<Result<VerifyReport>> {
  const { output, paths, world } = run;
  const against = await againstOf(run, file);
  if (!against.ok) return against;
  const wait = waiting(output, 'Verifying the log…');
  const report = await verifyAny(
    file === undefined ? paths.log : resolve(world.around.cwd, file),
    (rows) => wait.say(`Verifying the log: ${rows} rows…`),
    against.value,
  );
  wait.done();
  return ok(report);
}

const verify: CliCommand = {
  name: 'log verify',
  usage: '[FILE]',
  does: 'Checks the hash chain of the whole log, its signatures, and that it is the newest one. Of a FILE, which is an export or a copy of log.db, it checks what that can prove. Needs no running host.',
  operator: false,
  options: {
    key: {
      type: 'string',
      value: 'K',
      help: 'The public key that must have signed it (log verify of the profile shows it).',
    },
  },
  examples: [
    'doorward log verify',
    'doorward log verify calls.jsonl --key KEY',
    'doorward log verify copy-of-log.db --json',
  ],
  async run(run) {
    const { given, output, paths } = run;
    if (given.words.length > 1) return fail('usage', `"${given.words[1] ?? ''}" is one word too many.`);
    const [file] = given.words;
    const here = file !== undefined || text(given, 'key') !== undefined;
    const client = here ? undefined : await connectControl(paths);
    if (client !== undefined && !client.ok && client.code !== 'no-host') return client;
    let report: Result<VerifyReport>;
    if (client?.ok === true) {
      const answer = await callHost(run, client.value, 'log.verify', {});
      client.value.close();
      if (!answer.ok) return answer;
      // What is left out and what is undefined are the same in a report.
      report = ok(JSON.parse(JSON.stringify(answer.value)) as VerifyReport);
    } else {
      report = await verifyHere(run, file);
    }
    if (!report.ok) return report;
    output.stdout.write(`${output.json ? JSON.stringify(report.value) : visible(report.value.sentence)}\n`);
    return ok(report.value.ok ? EXIT.done : EXIT.failed);
  },
};

/** Method, end, time and name of a call. */
const whatOf = (call: CallSummary): string[] => [
  call.method,
  // Nobody will end it any more.
  call.outcome === 'open' && call.reason !== undefined ? 'unknown' : call.outcome,
  call.durationMs === undefined ? '' : String(Math.round(call.durationMs)),
  call.reason === undefined ? call.name : `${call.name} (${call.reason})`,
];

const logSession = remote({
  command: 'log.session',
  usage: 'CALL',
  examples: ['doorward log session CALL'],
  input(given) {
    const call = words(given, 'CALL');
    return call.ok ? ok({ call: call.value[0] ?? '' }) : call;
  },
  show: ({ clientName, calls, before, after }, out, { world }) =>
    [
      `${visible(clientName)}: ${calls.length === 1 ? '1 call' : `${calls.length} calls`}.`,
      ...(before ? ['There are earlier ones, which are not listed.'] : []),
      table(
        ['WHEN', 'CALL', 'SERVER', 'METHOD', 'OUTCOME', 'MS', 'NAME'],
        calls.map((call) => [when(call.at, world.now()), call.call, call.server, ...whatOf(call)]),
        out.columns,
      ),
      ...(after ? ['There are later ones, which are not listed.'] : []),
    ].join('\n'),
});

/** The commands about the log of calls. */
export const logCommands: readonly CliCommand[] = [
  remote({
    command: 'log.list',
    usage:
      '[--limit N] [--before CALL] [--since T] [--until T] [--client ID] [--server ID] [--name TOOL] [--outcome O] [--effect E] [--found] [--search TEXT]',
    options: {
      limit: { type: 'string', value: 'N', help: 'How many calls (50, at most 1000).' },
      before: { type: 'string', value: 'CALL', help: 'Only calls before this one: the next page.' },
      since: { type: 'string', value: 'T', help: 'Only calls since then: 15m, 2h, 1d, or a date.' },
      until: { type: 'string', value: 'T', help: 'Only calls before then.' },
      client: { type: 'string', value: 'ID', help: 'Only calls of this AI app.' },
      server: { type: 'string', value: 'ID', help: 'Only calls to this server.' },
      name: { type: 'string', value: 'TOOL', help: 'Only calls of this tool, prompt or resource.' },
      outcome: {
        type: 'string',
        value: 'O',
        help: `Only calls that ended so: ${endedAs.options.join(', ')} (any that did not go well).`,
      },
      effect: {
        type: 'string',
        value: 'E',
        help: `Only calls of tools that do this: ${effect.options.join(', ')}.`,
      },
      found: { type: 'boolean', help: 'Only calls in which something was found.' },
      search: {
        type: 'string',
        value: 'TEXT',
        help: 'Only calls with these words, or words that begin so, in the names, the reason and what was found.',
      },
    },
    examples: [
      'doorward log list',
      'doorward log list --since 1h --outcome refused --json',
      'doorward log list --search "invoice pdf"',
    ],
    input: listInput,
    show: (calls, out, { world }) =>
      calls.length === 0
        ? 'No calls yet.'
        : table(
            ['WHEN', 'CALL', 'APP', 'SERVER', 'METHOD', 'OUTCOME', 'MS', 'NAME'],
            calls.map((call) => [
              when(call.at, world.now()),
              call.call,
              call.clientName,
              call.server,
              ...whatOf(call),
            ]),
            out.columns,
          ),
  }),
  remote({
    command: 'log.show',
    usage: 'CALL',
    examples: ['doorward log show CALL --json'],
    input(given) {
      const call = words(given, 'CALL');
      return call.ok ? ok({ call: call.value[0] ?? '' }) : call;
    },
    show: (legs) =>
      legs
        .map((leg) =>
          [
            `${new Date(leg.at).toISOString()}  ${leg.leg}`,
            ...Object.entries(leg)
              .filter(([key]) => key !== 'at' && key !== 'leg')
              .map(([key, value]) => `  ${key.padEnd(13)} ${visible(String(value))}`),
          ].join('\n'),
        )
        .join('\n'),
  }),
  logSession,
  logReport,
  logExport,
  verify,
];
