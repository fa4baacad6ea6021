import { contract } from '../../shared/ipc/contract.ts';
import { type FlowMarks, serverLabel } from '../../shared/model/inspection.ts';
import { fail, ok } from '../../shared/result.ts';
import type { CliCommand } from './command.ts';
import { words } from './command.ts';
import { table, visible, when } from './output.ts';
import { remote } from './remote.ts';

const HOLDS = ['yes', 'no', 'guess'] as const;

function describeMarks(marks: readonly FlowMarks[], now: number): string {
  if (marks.length === 0) return 'No AI app has read private data or untrusted content.';
  return marks
    .flatMap(({ clientName, private: read, untrusted }) => [
      visible(clientName),
      ...read.map(
        ({ server, name, at }) => `  private data of ${server} (${visible(name)}), ${when(at, now)}`,
      ),
      ...untrusted.map(
        ({ server, name, at }) => `  untrusted content of ${server} (${visible(name)}), ${when(at, now)}`,
      ),
    ])
    .join('\n');
}

/** The commands about where data may flow: labels of servers, marks of AI apps, canaries. */
export const flowCommands: readonly CliCommand[] = [
  remote({
    command: 'server.label',
    usage: `ID ${serverLabel.options.join('|')} ${HOLDS.join('|')}`,
    examples: ['doorward server label mail untrusted yes', 'doorward server label wiki private guess'],
    input(given) {
      const named = words(given, 'ID', 'LABEL', 'YES|NO|GUESS');
      if (!named.ok) return named;
      const [id = '', word, answer] = named.value;
      const label = serverLabel.options.find((one) => one === word);
      const holds = HOLDS.find((one) => one === answer);
      if (label === undefined) return fail('usage', `LABEL is one of ${serverLabel.options.join(', ')}.`);
      if (holds === undefined) return fail('usage', 'Say yes, no or guess.');
      return ok({ id, label, holds });
    },
    show: ({ server, labels }) =>
      [
        `"${server}":`,
        ...labels.map(
          ({ label, holds, chosen }) => `  ${label}: ${holds ? 'yes' : 'no'}${chosen ? '' : ' (guessed)'}`,
        ),
      ].join('\n'),
  }),
  {
    ...remote({
      command: 'inspection.show',
      usage: '',
      examples: ['doorward flow show'],
      input(given) {
        const none = words(given);
        return none.ok ? ok({}) : none;
      },
      show: ({ marks }, _out, { world }) => describeMarks(marks, world.now()),
    }),
    name: 'flow show',
    does: 'Shows which AI apps have read private data and untrusted content, and of which servers.',
  },
  remote({
    command: 'flow.reset',
    usage: 'CLIENT',
    examples: ['doorward flow reset "Claude Code"'],
    input(given) {
      const client = words(given, 'CLIENT');
      return client.ok ? ok({ client: client.value[0] ?? '' }) : client;
    },
    show: ({ client }) => `What "${visible(client)}" has read until now counts no more.`,
  }),
  remote({
    command: 'canary.add',
    usage: 'NAME',
    examples: ['doorward canary add "salary sheet"'],
    input(given) {
      const name = words(given, 'NAME');
      return name.ok ? ok({ name: name.value[0] ?? '' }) : name;
    },
    show: ({ value }) =>
      `${visible(value)}\nPlant it where nobody has business reading. It is not shown again.`,
  }),
  remote({
    command: 'canary.list',
    usage: '',
    examples: ['doorward canary list'],
    input(given) {
      const none = words(given);
      return none.ok ? ok({}) : none;
    },
    show: (canaries, out, { world }) =>
      canaries.length === 0
        ? `There are no canaries. ${contract['canary.add'].does}`
        : table(
            ['NAME', 'MADE', 'SEEN LAST'],
            canaries.map(({ name, createdAt, lastSeenAt }) => [
              name,
              when(createdAt, world.now()),
              lastSeenAt === undefined ? 'never' : when(lastSeenAt, world.now()),
            ]),
            out.columns,
          ),
  }),
  remote({
    command: 'canary.remove',
    usage: 'NAME',
    examples: ['doorward canary remove "salary sheet"'],
    input(given) {
      const name = words(given, 'NAME');
      return name.ok ? ok({ name: name.value[0] ?? '' }) : name;
    },
    show: ({ name }) => `The canary "${visible(name)}" is gone; its value crosses again.`,
  }),
];
