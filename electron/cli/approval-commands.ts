import { duration, type HeldCall, type MissedCall, scope, type Words } from '../../shared/model/approval.ts';
import type { CutText } from '../../shared/model/live.ts';
import { fail, ok } from '../../shared/result.ts';
import { approvalTexts, fill } from '../../shared/texts/approval.ts';
import { type CliCommand, EXIT, text, words } from './command.ts';
import { connectControl } from './control-client.ts';
import { describeAsked, describeReasons } from './describe-asked.ts';
import { visible, visibleLines, when } from './output.ts';
import { callHost, remote } from './remote.ts';

/** A sentence of the catalogue for a terminal: what goes into it cannot steer the terminal or hide anything. */
export function say({ key, params }: Words): string {
  const template = (approvalTexts as Readonly<Record<string, string>>)[key] ?? key;
  return fill(template, params, visible);
}

/**
 * A call that waits, as a terminal shows it: the same sentences as in the approval window, arguments whole. A line that
 * begins with what an outsider wrote has a bar before it, so that none passes for one of Doorward's.
 */
export function describeHeld(call: HeldCall, now: number): string {
  const left =
    call.endsAt === undefined ? '' : `, ${Math.max(0, Math.round((call.endsAt - now) / 1000))} s left`;
  const args = call.args;
  const asked = describeAsked(call);
  const shown = asked ?? (args === undefined ? [] : textLines(args));
  return [
    `${call.id}${left}`,
    `  ${say(call.sentence)}`,
    ...(call.second === undefined ? [] : [`  ${bar(say(call.second))}`]),
    ...(call.destination === undefined ? [] : [`  ${bar(say(call.destination))}`]),
    `  Server: ${visible(call.server)}   Tool: ${visible(call.tool)}`,
    ...call.why.map((why) => `  Why: ${visible(why)}`),
    ...describeReasons(call).map((line) => `  ${line}`),
    ...(call.about === 'answer'
      ? ['  Allowing passes the answer on; denying keeps it back. The call itself is done.']
      : []),
    ...(call.about === 'answer' && shown.length > 0 ? ['  Sent:'] : []),
    ...shown.map((part) => `  ${part.replaceAll('\n', '\n  ')}`),
    ...(call.returned === undefined
      ? []
      : ['  Answered:', ...textLines(call.returned).map((line) => `  ${line}`)]),
    ...(call.appGone ? ['  The AI app stopped waiting. The answer is kept if it asks the same again.'] : []),
  ].join('\n');
}

const bar = (line: string): string => `| ${line}`;

const textLines = ({ head, tail }: CutText): string[] =>
  [head, ...(tail === undefined ? [] : ['…', tail])].flatMap((part) =>
    visibleLines(part).split('\n').map(bar),
  );

function describeMissed(call: MissedCall, now: number): string {
  const state =
    call.allowedUntil === undefined
      ? ''
      : call.served
        ? ' (allowed, and used)'
        : ` (allowed: one retry until ${when(call.allowedUntil, now)})`;
  return `${call.id}  ${when(call.at, now)}${state}\n  ${say(call.sentence)}`;
}

const oneId = (given: Parameters<typeof words>[0]) => {
  const id = words(given, 'ID');
  return id.ok ? ok({ id: id.value[0] ?? '' }) : id;
};

const WATCH_MS = 1000;

const watch: CliCommand = {
  name: 'approval watch',
  usage: '',
  does: 'Prints every call that begins to wait for a person, until it is interrupted.',
  operator: false,
  options: {},
  examples: ['doorward approval watch', 'doorward approval watch --json'],
  async run(run) {
    const none = words(run.given);
    if (!none.ok) return none;
    const client = await connectControl(run.paths);
    if (!client.ok) return client;
    const seen = new Set<string>();
    let stopped = false;
    process.once('SIGINT', () => (stopped = true));
    process.once('SIGTERM', () => (stopped = true));
    for (;;) {
      const list = await callHost(run, client.value, 'approval.list', {});
      if (!list.ok) return list;
      for (const call of list.value.pending) {
        if (seen.has(call.id)) continue;
        seen.add(call.id);
        const { output, world } = run;
        output.stdout.write(`${output.json ? JSON.stringify(call) : describeHeld(call, world.now())}\n`);
      }
      const waiting = new Set(list.value.pending.map(({ id }) => id));
      for (const id of seen) if (!waiting.has(id)) seen.delete(id);
      if (stopped) break;
      await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
    }
    client.value.close();
    return ok(EXIT.done);
  },
};

/** The commands about calls that wait for a person. */
export const approvalCommands: readonly CliCommand[] = [
  remote({
    command: 'approval.list',
    usage: '',
    examples: ['doorward approval list', 'doorward approval list --json'],
    input: (given) => {
      const none = words(given);
      return none.ok ? ok({}) : none;
    },
    show: ({ pending, missed }, _out, { world }) =>
      [
        ...(pending.length === 0
          ? ['No call waits.']
          : pending.map((call) => describeHeld(call, world.now()))),
        ...(missed.length === 0 ? [] : ['', 'Missed:']),
        ...missed.map((call) => describeMissed(call, world.now())),
      ].join('\n'),
  }),
  watch,
  remote({
    command: 'approval.allow',
    usage:
      'ID [--for once|5m|1h|quit|always] [--scope args|like|tool|server|client] [--all-apps] [--answers JSON]',
    options: {
      for: { type: 'string', value: 'T', help: `How long it counts: ${duration.options.join(', ')} (once).` },
      scope: { type: 'string', value: 'S', help: `What it covers: ${scope.options.join(', ')} (args).` },
      'all-apps': { type: 'boolean', help: 'For all AI apps, not only for this one.' },
      answers: { type: 'string', value: 'JSON', help: 'What you fill in, where a server shows you a form.' },
    },
    examples: [
      'doorward approval allow ID',
      'doorward approval allow ID --for 1h --scope like',
      `doorward approval allow ID --answers '{"branch":"main"}'`,
    ],
    input(given) {
      const id = oneId(given);
      if (!id.ok) return id;
      const time = duration.safeParse(text(given, 'for') ?? 'once');
      if (!time.success) return fail('usage', `--for is one of ${duration.options.join(', ')}.`);
      const what = scope.safeParse(text(given, 'scope') ?? 'args');
      if (!what.success) return fail('usage', `--scope is one of ${scope.options.join(', ')}.`);
      const apps = given.values['all-apps'] === true ? 'all' : 'this';
      const answers = text(given, 'answers');
      return ok({
        ...id.value,
        for: time.data,
        scope: what.data,
        apps,
        ...(answers === undefined ? {} : { arguments: answers }),
      });
    },
    show: () => 'Allowed.',
  }),
  remote({
    command: 'approval.deny',
    usage: 'ID [--reason TEXT]',
    options: { reason: { type: 'string', value: 'TEXT', help: 'Told to the AI app.' } },
    examples: ['doorward approval deny ID --reason "Ask me first"'],
    input(given) {
      const id = oneId(given);
      const reason = text(given, 'reason');
      return id.ok ? ok({ ...id.value, ...(reason === undefined ? {} : { reason }) }) : id;
    },
    show: () => 'Refused.',
  }),
];
