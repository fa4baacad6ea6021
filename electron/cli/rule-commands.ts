import { readFileSync } from 'node:fs';
import { toolChoice } from '../../shared/model/client.ts';
import { preset, role, type RuleView } from '../../shared/model/policy.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, type Given, text, texts, wholeNumber, words } from './command.ts';
import { table, visible, when } from './output.ts';
import { listedWords } from './profile-commands.ts';
import { remote } from './remote.ts';
import { RULE_OPTIONS, ruleFrom, ruleFromJson } from './rule-words.ts';

function fileText(name: string): Result<string> {
  try {
    return ok(readFileSync(name, 'utf8'));
  } catch {
    return fail('usage', `${name} cannot be read.`);
  }
}

const describeRule = (one: RuleView, now: number): string =>
  [
    `${one.id}  ${visible(one.sentence)}`,
    `    made ${when(one.createdAt, now)} (${one.origin}), used ${one.uses === 0 ? 'never' : `${one.uses} times, last ${when(one.lastUsedAt ?? 0, now)}`}`,
    ...(one.note === undefined ? [] : [`    ${visible(one.note)}`]),
  ].join('\n');

const noWords = (given: Given): Result<Record<string, never>> => {
  const none = words(given);
  return none.ok ? ok({}) : none;
};

const percent = (part: number, all: number): string => (all === 0 ? '0' : ((100 * part) / all).toFixed(1));

/** `role`: as its role says. */
const MODES = [...toolChoice.shape.mode.options, 'role'] as const;

/** The commands about rules, roles and the preset. */
export const ruleCommands: readonly CliCommand[] = [
  remote({
    command: 'rule.add',
    usage: '--action allow|ask|block|report [--client NAME] [--server ID] [--tool GLOB] …   or   FILE',
    options: RULE_OPTIONS,
    examples: [
      'doorward rule add --action block --effect destroy',
      'doorward rule add --action allow --server files --tool write_file --arg /path=in:/home/me/Campaigns --for 7d',
      'doorward rule add rule.json --json',
    ],
    input(given) {
      const [file, ...more] = given.words;
      if (more.length > 0) return fail('usage', `"${more[0] ?? ''}" is one word too many.`);
      if (file === undefined) return ruleFrom(given, Date.now());
      const source = fileText(file);
      return source.ok ? ruleFromJson(source.value) : source;
    },
    show: (one, _out, { world }) => describeRule(one, world.now()),
  }),
  remote({
    command: 'rule.list',
    usage: '',
    examples: ['doorward rule list', 'doorward rule list --json'],
    input: noWords,
    show: (rules, _out, { world }) =>
      rules.length === 0
        ? 'There are no rules. The preset decides.'
        : rules.map((one) => describeRule(one, world.now())).join('\n'),
  }),
  remote({
    command: 'rule.remove',
    usage: 'ID',
    examples: ['doorward rule remove ID'],
    input(given) {
      const id = words(given, 'ID');
      return id.ok ? ok({ id: id.value[0] ?? '' }) : id;
    },
    show: ({ id }) => `The rule ${id} is gone.`,
  }),
  remote({
    command: 'rule.explain',
    usage: 'CALL   or   --client NAME --server ID --tool NAME [--args JSON]',
    options: {
      client: { type: 'string', value: 'NAME', help: 'The AI app that would call.' },
      server: { type: 'string', value: 'ID', help: 'The server.' },
      tool: { type: 'string', value: 'NAME', help: 'The tool.' },
      args: { type: 'string', value: 'JSON', help: 'The arguments.' },
    },
    examples: [
      'doorward rule explain CALL',
      'doorward rule explain --client cursor --server files --tool write_file',
    ],
    input(given) {
      const [call, ...more] = given.words;
      if (more.length > 0) return fail('usage', `"${more[0] ?? ''}" is one word too many.`);
      const named = Object.fromEntries(
        (['client', 'server', 'tool'] as const).flatMap((key) => {
          const value = text(given, key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
      const args = text(given, 'args');
      return ok({
        ...(call === undefined ? {} : { call }),
        ...named,
        ...(args === undefined ? {} : { arguments: args }),
      });
    },
    show: ({ ruling, sentence, others, change }) =>
      [
        `${ruling.decision}: ${visible(sentence)}`,
        ...others.map((other) => `  also ${visible(other.sentence)} (${visible(other.why.sentence)})`),
        ...change.map((one) => `  to change it: ${visible(one.sentence)}`),
      ].join('\n'),
  }),
  remote({
    command: 'rule.simulate',
    usage: '[--days N] [--preset P] [--remove ID]… [--action A …]',
    options: {
      ...RULE_OPTIONS,
      days: { type: 'string', value: 'N', help: 'How far back (7).' },
      preset: { type: 'string', value: 'P', help: `As if it were ${preset.options.join(', ')}.` },
      remove: { type: 'string', multiple: true, value: 'ID', help: 'As if this rule were gone.' },
    },
    examples: [
      'doorward rule simulate --preset strict',
      'doorward rule simulate --action block --effect run',
    ],
    input(given) {
      const none = words(given);
      if (!none.ok) return none;
      const days = wholeNumber(given, 'days', 1, 365);
      if (!days.ok) return days;
      const chosen = text(given, 'preset');
      const known = preset.safeParse(chosen);
      if (chosen !== undefined && !known.success)
        return fail('usage', `--preset is one of ${preset.options.join(', ')}.`);
      const added = text(given, 'action') === undefined ? ok(undefined) : ruleFrom(given, Date.now());
      if (!added.ok) return added;
      return ok({
        remove: [...texts(given, 'remove')],
        ...(added.value === undefined ? {} : { add: [added.value] }),
        ...(known.success ? { preset: known.data } : {}),
        ...(days.value === undefined ? {} : { days: days.value }),
      });
    },
    show: ({ calls, uncertain, before, after, changed }, out, { world }) =>
      [
        `${calls} recorded calls${uncertain === 0 ? '' : `, ${uncertain} of them with too little recorded to be sure`}.`,
        `  now:  ${before.asked} asked (${percent(before.asked, calls)} per 100), ${before.blocked} refused`,
        `  then: ${after.asked} asked (${percent(after.asked, calls)} per 100), ${after.blocked} refused`,
        ...(changed.length === 0
          ? []
          : [
              table(
                ['WHEN', 'APP', 'SERVER', 'FROM', 'TO', 'NAME'],
                changed.map((one) => [
                  when(one.at, world.now()),
                  one.clientName,
                  one.server,
                  one.from,
                  one.to,
                  one.name,
                ]),
                out.columns,
              ),
            ]),
      ].join('\n'),
  }),
  remote({
    command: 'rule.suggest',
    usage: '[--days N]',
    options: { days: { type: 'string', value: 'N', help: 'How far back (30).' } },
    examples: ['doorward rule suggest --json'],
    input(given) {
      const days = wholeNumber(given, 'days', 1, 365);
      if (!days.ok) return days;
      return ok(days.value === undefined ? {} : { days: days.value });
    },
    show: ({ calls, asked, suggestions, unused }) =>
      [
        `${asked} questions in ${calls} calls (${percent(asked, calls)} per 100).`,
        ...suggestions.map(({ sentence, saves }) => `  would have saved ${saves}: ${visible(sentence)}`),
        ...(unused.length === 0 ? [] : [`  unused for 30 days: ${unused.join(', ')}`]),
      ].join('\n'),
  }),
  remote({
    command: 'role.list',
    usage: '',
    examples: ['doorward role list'],
    input: noWords,
    show: (roles, out) =>
      table(
        ['ID', 'NAME', 'SERVERS', 'EFFECTS', 'PRESET', 'RULES'],
        roles.map((one) => [
          one.id,
          one.name,
          one.servers?.join(', ') ?? 'all',
          one.effects?.join(', ') ?? 'all',
          one.preset ?? '',
          String(one.rules.length),
        ]),
        out.columns,
      ),
  }),
  remote({
    command: 'role.put',
    usage: 'FILE',
    examples: ['doorward role put research.json'],
    input(given) {
      const file = words(given, 'FILE');
      if (!file.ok) return file;
      const source = fileText(file.value[0] ?? '');
      if (!source.ok) return source;
      try {
        const parsed = role.omit({ builtIn: true }).safeParse(JSON.parse(source.value));
        if (parsed.success) return ok(parsed.data);
        const issue = parsed.error.issues[0];
        return fail(
          'usage',
          `The role was not understood: "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}`,
        );
      } catch {
        return fail('usage', 'The file is not JSON.');
      }
    },
    show: ({ id, name }) => `The role "${visible(name)}" (${id}) is kept.`,
  }),
  remote({
    command: 'role.remove',
    usage: 'ID',
    examples: ['doorward role remove research'],
    input(given) {
      const id = words(given, 'ID');
      return id.ok ? ok({ id: id.value[0] ?? '' }) : id;
    },
    show: ({ id }) => `The role "${id}" is gone.`,
  }),
  remote({
    command: 'client.role',
    usage: 'NAME ROLE',
    examples: ['doorward client role "Claude Desktop" research-read-only'],
    input(given) {
      const named = words(given, 'NAME', 'ROLE');
      return named.ok ? ok({ client: named.value[0] ?? '', role: named.value[1] ?? '' }) : named;
    },
    show: ({ name, role: now }) => `"${visible(name)}" has the role "${visible(now)}" now.`,
  }),
  remote({
    command: 'client.tools',
    usage: 'NAME all|chosen|on-demand|role [TOOL…]',
    examples: [
      'doorward client tools "Claude Desktop" on-demand',
      'doorward client tools Cursor on-demand files__read_file',
      "doorward client tools Cursor chosen files__read_file 'tickets__*'",
      'doorward client tools Cursor role',
    ],
    input({ words: given }) {
      const [client, mode, ...tools] = given;
      const known = MODES.find((one) => one === mode);
      if (client === undefined || mode === undefined) return fail('usage', 'Give NAME and MODE.');
      return known === undefined
        ? fail('usage', `MODE is one of ${MODES.join(', ')}.`)
        : ok({ client, mode: known, tools });
    },
    show: ({ name, tools, roleTools }) => `"${visible(name)}" ${listedWords(tools ?? roleTools)}`,
  }),
  remote({
    command: 'preset.set',
    usage: 'observe|guarded|strict',
    examples: ['doorward preset set strict'],
    input(given) {
      const named = words(given, 'PRESET');
      if (!named.ok) return named;
      const known = preset.safeParse(named.value[0]);
      return known.success
        ? ok({ preset: known.data })
        : fail('usage', `PRESET is one of ${preset.options.join(', ')}.`);
    },
    show: ({ preset: now }) => `Where no rule says anything, "${now}" decides now.`,
  }),
];
