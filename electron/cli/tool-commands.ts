import { effect, pinKind } from '../../shared/model/review.ts';
import type { ItemName, ServerReview, WaitingItem } from '../../shared/model/trust.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, type Given, text, words } from './command.ts';
import { table, visible, visibleLines } from './output.ts';
import { remote } from './remote.ts';
import { itemsIn } from './tool-items.ts';

const label = ({ kind, key }: { readonly kind: string; readonly key: string }): string =>
  visible(key === '' ? kind : `${kind} ${key}`);

const indented = (said: string): string => visibleLines(said).replaceAll('\n', '\n      ');

function describeItem(item: WaitingItem): string {
  const former = item.formerKey === undefined ? '' : ` (was ${visible(item.formerKey)})`;
  return [
    `  ${item.risk.padEnd(7)}  ${item.status.padEnd(7)}  ${label(item)}${former}${item.takenBack === true ? ', taken back' : item.approvable ? '' : ', cannot be approved'}`,
    ...item.sentences.map((sentence) => `      ${visible(sentence)}`),
  ].join('\n');
}

const describeServer = ({ server, state, items, more }: ServerReview): string =>
  [
    `${server}${state === 'inspected' ? ' (not approved yet)' : ''}: ${items.length + more} on hold`,
    ...items.map(describeItem),
    ...(more === 0 ? [] : [`  … and ${more} more.`]),
  ].join('\n');

function describeDiff(item: WaitingItem): string {
  return [
    describeItem(item),
    ...item.changes.flatMap(({ path, op, before, after }) => [
      `    ${op} ${visible(path === '' ? '(all of it)' : path)}`,
      ...(before === undefined ? [] : [`    - ${indented(before)}`]),
      ...(after === undefined ? [] : [`    + ${indented(after)}`]),
    ]),
    ...(item.changes.length === 0 && item.text.after !== undefined
      ? [`    + ${indented(item.text.after)}`]
      : []),
  ].join('\n');
}

function someItems(given: Given): Result<{ server: string; tool?: string; items?: ItemName[] }> {
  const items = itemsIn(given);
  if (!items.ok) return items;
  const named = words(given, ...(items.value.length === 0 ? ['SERVER', 'TOOL'] : ['SERVER']));
  if (!named.ok) return named;
  const [server = '', tool] = named.value;
  return ok(tool === undefined ? { server, items: items.value } : { server, tool });
}

const ITEM = {
  item: {
    type: 'string',
    multiple: true,
    value: 'KIND:NAME',
    help: 'Instead of one tool: tool:NAME, prompt:NAME, template:URI, instructions, server.',
  },
} as const;
const SERVER = { server: { type: 'string', value: 'ID', help: 'Only of this server.' } } as const;

function oneServer(given: Given): Result<{ server?: string }> {
  const none = words(given);
  const server = text(given, 'server');
  return none.ok ? ok(server === undefined ? {} : { server }) : none;
}

/** The commands about what servers offer and what of it is on hold. */
export const toolCommands: readonly CliCommand[] = [
  remote({
    command: 'tool.list',
    usage: '[--server ID]',
    options: SERVER,
    examples: ['doorward tool list', 'doorward tool list --server files --json'],
    input: oneServer,
    show: (tools, out) =>
      tools.length === 0
        ? 'No tools are known yet. Inspect a server first.'
        : table(
            ['SERVER', 'TOOL', 'STATE', 'DOES', 'DESCRIPTION'],
            tools.map((tool) => [
              tool.server,
              tool.name,
              tool.state,
              tool.effect ?? '',
              (tool.description ?? tool.title ?? '').split('\n', 1)[0] ?? '',
            ]),
            out.columns,
          ),
  }),
  remote({
    command: 'tool.review',
    usage: '[--server ID]',
    options: SERVER,
    examples: ['doorward tool review', 'doorward tool review --server files --json'],
    input: oneServer,
    show: (reviews) =>
      reviews.length === 0 ? 'Nothing is on hold.' : reviews.map(describeServer).join('\n'),
  }),
  remote({
    command: 'tool.diff',
    usage: 'SERVER [TOOL] [--kind KIND]',
    options: {
      kind: { type: 'string', value: 'KIND', help: `One of ${pinKind.options.join(', ')} (tool).` },
    },
    examples: ['doorward tool diff files read_file', 'doorward tool diff files --kind instructions'],
    input(given) {
      const kind = pinKind.safeParse(text(given, 'kind') ?? 'tool');
      if (!kind.success) return fail('usage', `--kind is one of ${pinKind.options.join(', ')}.`);
      const nameless = kind.data === 'instructions' || kind.data === 'server';
      const named = words(given, ...(nameless ? ['SERVER'] : ['SERVER', 'TOOL']));
      if (!named.ok) return named;
      const [server = '', tool = ''] = named.value;
      return ok({ server, tool, kind: kind.data });
    },
    show: describeDiff,
  }),
  remote({
    command: 'tool.approve',
    usage: 'SERVER TOOL   or   SERVER --item KIND:NAME…',
    options: ITEM,
    examples: ['doorward tool approve files read_file', 'doorward tool approve files --item instructions'],
    input: someItems,
    show: ({ server, accepted }) =>
      accepted === 0 ? `Noted. Nothing of "${server}" was changed.` : `${accepted} of "${server}" accepted.`,
  }),
  remote({
    command: 'tool.block',
    usage: 'SERVER TOOL   or   SERVER --item KIND:NAME…',
    options: ITEM,
    examples: ['doorward tool block files delete_file'],
    input: someItems,
    show: ({ server, blocked }) => `${blocked} of "${server}" left off.`,
  }),
  remote({
    command: 'tool.effect',
    usage: 'SERVER TOOL EFFECT',
    examples: ['doorward tool effect files touch_file write'],
    input(given) {
      const named = words(given, 'SERVER', 'TOOL', 'EFFECT');
      if (!named.ok) return named;
      const [server = '', tool = '', does = ''] = named.value;
      const known = effect.safeParse(does);
      if (!known.success) return fail('usage', `EFFECT is one of ${effect.options.join(', ')}.`);
      return ok({ server, tool, effect: known.data });
    },
    show: ({ server, tool, effect: does }) => `${visible(tool)} of "${server}" counts as "${does}" now.`,
  }),
  remote({
    command: 'tool.history',
    usage: 'SERVER',
    examples: ['doorward tool history files'],
    input(given) {
      const named = words(given, 'SERVER');
      return named.ok ? ok({ server: named.value[0] ?? '' }) : named;
    },
    show: (entries) =>
      entries.length === 0
        ? 'Nothing was decided yet.'
        : entries
            .map(({ at, who, act, items, note }) =>
              [
                `${new Date(at).toISOString()}  ${act} (${who})${note === undefined ? '' : `: ${visible(note)}`}`,
                ...items.map(
                  ({ kind, key, from, to }) =>
                    `  ${label({ kind, key })}${from === undefined ? '' : `  from ${from.slice(0, 12)}`}${to === undefined ? '' : `  to ${to.slice(0, 12)}`}`,
                ),
              ].join('\n'),
            )
            .join('\n'),
  }),
];
