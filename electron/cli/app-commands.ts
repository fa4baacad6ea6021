import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { CommandInput, CommandOutput } from '../../shared/ipc/contract.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { AppPlan, AppView, BehindTheBack } from '../../shared/model/ai-app.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  type CliCommand,
  EXIT,
  type Given,
  OPERATOR_OPTION,
  type OptionSpec,
  type Run,
  terminalOf,
  text,
  words,
} from './command.ts';
import { connectControl, type ControlClient } from './control-client.ts';
import { table, visible, visibleLines } from './output.ts';
import { callHost, remote } from './remote.ts';

const STATES: Readonly<Record<AppView['state'], string>> = {
  absent: 'not found',
  found: 'not connected',
  waits: 'waits',
  written: 'written',
  connected: 'connected',
  lost: 'lost',
  unreadable: 'unreadable',
};

const oneApp = (given: Given): Result<{ app: string }> => {
  const app = words(given, 'APP');
  return app.ok ? ok({ app: app.value[0] ?? '' }) : app;
};

const YES: Readonly<Record<string, OptionSpec>> = {
  yes: { type: 'boolean', help: 'Does not show the change and ask first.' },
};
const WAYS: Readonly<Record<string, OptionSpec>> = {
  mode: { type: 'string', value: 'M', help: 'each: server by server; one: a single entry.' },
  way: { type: 'string', value: 'W', help: 'bridge: no key in the file; http: address and key.' },
};
const FILE: Readonly<Record<string, OptionSpec>> = {
  file: { type: 'string', value: 'F', help: 'The file of an export, such as MCP Router’s.' },
};

function listed({ apps, behindTheBack }: CommandOutput<'app.list'>, columns: number | undefined): string {
  const found = apps.filter(({ state }) => state !== 'absent');
  const others = apps.filter(({ state }) => state === 'absent').map(({ id }) => id);
  const past = ({ servers }: AppView) =>
    servers.filter(({ state }) => state === 'direct' || state === 'unclear');
  const guarded = ({ servers }: AppView) => servers.filter(({ state }) => state === 'guarded').length;
  return [
    ...(found.length === 0
      ? ['No AI app found.']
      : [
          table(
            ['APP', 'STATE', 'GUARDED', 'PAST DOORWARD', 'NAME'],
            found.map((app) => [
              app.id,
              STATES[app.state],
              String(guarded(app)),
              past(app)
                .map(({ name }) => name)
                .join(', ')
                .slice(0, 40),
              app.title,
            ]),
            columns,
          ),
        ]),
    ...found.flatMap(({ title, sentence }) =>
      sentence === undefined ? [] : [`${title}: ${visible(sentence)}`],
    ),
    ...behindTheBack.map(behind),
    ...(others.length === 0 ? [] : [`Not found here: ${others.join(', ')}`]),
  ].join('\n');
}

/** A name that a shell takes as it is; another one a person types themselves (attack: a name that is a command). */
const typed = (name: string): string =>
  /^[\w@.-]{1,60}$/.test(name) && !name.startsWith('-') ? name : 'SERVER';

const behind = ({ app, title, name, words: how }: BehindTheBack): string =>
  [
    `! "${visible(name)}" was added to ${title} without Doorward: ${visible(how)}`,
    `  Bring it in with: doorward app connect ${app}   Leave it with: doorward app leave ${app} ${typed(name)}`,
  ].join('\n');

function plan(shown: AppPlan): string {
  const { bringsIn, leaves, diff, notes, waits, refusal } = shown;
  return [
    ...bringsIn.map(
      ({ name, id, already, words: how, secrets, notes: own }) =>
        `${already ? '  ' : '+ '}${visible(name)}${already ? ` is "${id}" in Doorward already.` : ` becomes "${id}": ${visible(how)}`}` +
        secrets
          .map((secret) => `\n    ${visible(secret.place)} moves into the vault as ${secret.name}`)
          .join('') +
        own.map((note) => `\n    ${visible(note)}`).join(''),
    ),
    ...leaves.map(({ name, sentence }) => `- ${visible(name)} stays in the app: ${visible(sentence)}`),
    ...(diff === '' ? [] : ['', visibleLines(diff.trimEnd())]),
    ...[...notes, ...(waits === undefined ? [] : [waits])].map(visible),
    ...(refusal === undefined ? [] : [`! ${visible(refusal)}`]),
  ].join('\n');
}

/** A yes at a terminal; where there is none, nobody is asked. */
async function agreed(run: Run, question: string): Promise<boolean> {
  const terminal = terminalOf(run.world);
  if (terminal === undefined || run.output.json || run.given.values['yes'] === true) return true;
  const reader = createInterface({ input: terminal.input, output: terminal.output });
  try {
    return /^y(?:es)?$/i.test((await reader.question(`${question} [y/N] `)).trim());
  } finally {
    reader.close();
  }
}

type Acts = 'app.import' | 'app.connect';

/** Shows what it would do, asks at a terminal, and does exactly that or nothing. */
function acting<N extends Acts>(
  name: N,
  rest: {
    readonly usage: string;
    readonly options: Readonly<Record<string, OptionSpec>>;
    readonly examples: readonly string[];
    readonly question: (shown: AppPlan) => string;
    readonly input: (asked: CommandInput<'app.preview'>, seen: string) => CommandInput<N>;
    readonly show: (output: CommandOutput<N>) => string;
  },
): CliCommand {
  return {
    name: name.replace('.', ' '),
    usage: rest.usage,
    does: contract[name].does,
    operator: true,
    options: { ...rest.options, ...YES, ...OPERATOR_OPTION },
    examples: rest.examples,
    async run(run) {
      const asked = previewInput(run);
      if (!asked.ok) return asked;
      const client = await connectControl(run.paths);
      if (!client.ok) return client;
      const done = await act(run, client.value, asked.value);
      client.value.close();
      return done;
    },
  };

  async function act(
    run: Run,
    client: ControlClient,
    asked: CommandInput<'app.preview'>,
  ): Promise<Result<number>> {
    const shown = await callHost(run, client, 'app.preview', asked);
    if (!shown.ok) return shown;
    if (shown.value.refusal !== undefined) return fail('failed', shown.value.refusal);
    if (!run.output.json)
      run.output.stderr.write(
        `${plan(name === 'app.import' ? { ...shown.value, diff: '' } : shown.value)}\n`,
      );
    if (!(await agreed(run, rest.question(shown.value)))) return fail('failed', 'Nothing was changed.');
    const answer = await callHost(run, client, name, rest.input(asked, shown.value.seen));
    if (!answer.ok) return answer;
    run.output.stdout.write(`${run.output.json ? JSON.stringify(answer.value) : rest.show(answer.value)}\n`);
    return ok(EXIT.done);
  }
}

function previewInput({ given, world }: Run): Result<CommandInput<'app.preview'>> {
  const app = oneApp(given);
  if (!app.ok) return app;
  const input = {
    ...app.value,
    ...Object.fromEntries(
      (['mode', 'way'] as const).flatMap((key) => {
        const value = text(given, key);
        return value === undefined ? [] : [[key, value]];
      }),
    ),
    ...(given.values['keep'] === true ? { bringIn: false } : {}),
    ...(text(given, 'file') === undefined
      ? {}
      : { file: resolve(world.around.cwd, text(given, 'file') ?? '') }),
  };
  const checked = contract['app.preview'].input.safeParse(input);
  return checked.success
    ? ok(input)
    : fail('usage', checked.error.issues[0]?.message ?? 'The input is not valid.');
}

/** The commands about AI apps on this machine. */
export const appCommands: readonly CliCommand[] = [
  remote({
    command: 'app.list',
    usage: '',
    examples: ['doorward app list', 'doorward app list --json'],
    input: () => ok({}),
    show: (output, out) => listed(output, out.columns),
  }),
  {
    name: 'app preview',
    usage: 'APP [--mode each|one] [--way bridge|http] [--keep] [--file F]',
    does: contract['app.preview'].does,
    operator: false,
    options: { ...WAYS, keep: { type: 'boolean', help: 'Brings nothing in.' }, ...FILE },
    examples: ['doorward app preview claude-desktop'],
    async run(run) {
      const asked = previewInput(run);
      if (!asked.ok) return asked;
      const client = await connectControl(run.paths);
      if (!client.ok) return client;
      const shown = await callHost(run, client.value, 'app.preview', asked.value);
      client.value.close();
      if (!shown.ok) return shown;
      run.output.stdout.write(`${run.output.json ? JSON.stringify(shown.value) : plan(shown.value)}\n`);
      return ok(EXIT.done);
    },
  },
  acting('app.import', {
    usage: 'APP [--file F] [--yes]',
    options: FILE,
    examples: ['doorward app import cursor', 'doorward app import mcp-router --file export.json'],
    question: ({ bringsIn, title }) =>
      `Bring ${bringsIn.filter(({ already }) => !already).length} servers of ${title} in?`,
    input: ({ app, file }, seen) => ({ app, seen, ...(file === undefined ? {} : { file }) }),
    show: ({ broughtIn }) =>
      broughtIn.length === 0
        ? 'There was nothing to bring in.'
        : broughtIn
            .map(
              ({ id, already }) =>
                `"${id}" ${already ? 'was there already' : 'is in, and waits for your review'}.`,
            )
            .join('\n'),
  }),
  acting('app.connect', {
    usage: 'APP [--mode each|one] [--way bridge|http] [--keep] [--yes]',
    options: {
      ...WAYS,
      keep: { type: 'boolean', help: 'Brings nothing in; servers that Doorward has not stay.' },
    },
    examples: ['doorward app connect claude-desktop', 'doorward app connect cursor --mode one --yes'],
    question: ({ title }) => `Connect ${title}?`,
    input: ({ app, mode, way, bringIn }, seen) => ({
      app,
      seen,
      ...(mode === undefined ? {} : { mode }),
      ...(way === undefined ? {} : { way }),
      ...(bringIn === undefined ? {} : { bringIn }),
    }),
    show: ({ sentence, broughtIn }) => {
      const fresh = broughtIn.filter(({ already }) => !already).map(({ id }) => id);
      return [
        sentence,
        ...(fresh.length === 0 ? [] : [`Review what is new: doorward server inspect ${fresh.join(' / ')}`]),
      ].join('\n');
    },
  }),
  remote({
    command: 'app.undo',
    usage: 'APP',
    examples: ['doorward app undo claude-desktop'],
    input: oneApp,
    show: ({ sentence }) => visible(sentence),
  }),
  remote({
    command: 'app.leave',
    usage: 'APP SERVER',
    examples: ['doorward app leave cursor files'],
    input(given) {
      const both = words(given, 'APP', 'SERVER');
      return both.ok ? ok({ app: both.value[0] ?? '', server: both.value[1] ?? '' }) : both;
    },
    show: ({ title }) => `It stays in ${title} and goes past Doorward.`,
  }),
];
