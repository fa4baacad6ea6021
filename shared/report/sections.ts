import type { Report } from '../model/report.ts';
import type { ReportWord } from '../texts/report.ts';

/**
 * What a column holds. `name`: chosen by an AI app or a server, so it is hostile and shown as nothing but text. `word`:
 * a word of ours. `count` and `ms`: numbers. `time`, `day`, `hour`: milliseconds since the epoch.
 */
export type ColumnKind = 'name' | 'word' | 'count' | 'ms' | 'time' | 'day' | 'hour';

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
}

/** A value; undefined where there is none. */
export type Value = string | number | undefined;

/** What a chart draws: columns in the order of time, bars by name, or how long things took. */
export interface ChartPlan {
  readonly kind: 'columns' | 'bars' | 'ranges';
  /** The columns of the table that name a mark; together when there are two. */
  readonly label: readonly number[];
  /** Of `ranges`: three of them, from the least to the most. */
  readonly value: readonly number[];
  /** What it is held against. */
  readonly before?: number;
}

/** One part of a report: a table, and a chart of it. Window, files and terminal all show these. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  readonly chart?: ChartPlan;
  readonly note?: string;
}

/** The word for a key, in the language of whoever reads. */
export type Say = (word: ReportWord) => string;

/** A report as the parts that are shown of it, in their order. */
export function sectionsOf(report: Report, say: Say): Section[] {
  const name = (word: ReportWord): Column => ({ title: say(word), kind: 'name' });
  const word = (key: ReportWord): Column => ({ title: say(key), kind: 'word' });
  const count = (key: ReportWord): Column => ({ title: say(key), kind: 'count' });
  const ms = (key: ReportWord): Column => ({ title: say(key), kind: 'ms' });
  const busy = [
    count('column.calls'),
    count('column.before'),
    count('column.trouble'),
    count('column.refused'),
    count('column.asked'),
  ];
  const tally = (one: Report['servers'][number] | Report['apps'][number]): Value[] => [
    one.calls,
    one.before,
    one.trouble,
    one.refused,
    one.asked,
  ];
  const rest = (beyond: Report['others']['servers'], leading: number): Value[][] =>
    beyond.calls + beyond.before === 0
      ? []
      : [
          [
            ...Array.from({ length: leading - 1 }, () => undefined),
            say('others'),
            beyond.calls,
            beyond.before,
            undefined,
            undefined,
            undefined,
          ],
        ];
  const serverName = (server: string): string => (server === '' ? say('noServer') : server);
  const bars = (labels: readonly number[]): ChartPlan => ({
    kind: 'bars',
    label: labels,
    value: [labels.length],
    before: labels.length + 1,
  });
  const { now, past } = report;
  const { tokens } = report;
  const cost = [
    count('column.together'),
    count('column.before'),
    count('column.lists'),
    count('column.answers'),
    count('column.saved'),
  ];
  const costOf = (one: Report['tokens']['days'][number] | Report['tokens']['apps'][number]): Value[] => [
    one.lists + one.answers,
    one.before,
    one.lists,
    one.answers,
    one.savedLists + one.savedAnswers,
  ];
  const timed = report.servers.filter(({ latency }) => latency !== undefined);

  return [
    {
      id: 'summary',
      title: say('summary'),
      columns: [word('column.what'), count('column.now'), count('column.before')],
      rows: [
        [say('summary.calls'), now.calls, past.calls],
        [say('summary.trouble'), now.calls - now.outcomes.ok, past.calls - past.outcomes.ok],
        [say('summary.refused'), now.outcomes.refused, past.outcomes.refused],
        [say('summary.asked'), now.questions.asked, past.questions.asked],
        [say('summary.findings'), now.findings, past.findings],
        [say('summary.foundIn'), now.foundIn, past.foundIn],
        [say('summary.changes'), now.changesAccepted, past.changesAccepted],
        [say('summary.servers'), now.servers, past.servers],
        [say('summary.apps'), now.apps, past.apps],
        [say('summary.tools'), now.tools, past.tools],
        [say('summary.p50'), now.latency?.p50, past.latency?.p50],
        [say('summary.p95'), now.latency?.p95, past.latency?.p95],
        [
          say('summary.tokens'),
          tokens.now.lists + tokens.now.answers,
          tokens.past.lists + tokens.past.answers,
        ],
        [say('summary.savedLists'), tokens.now.savedLists, tokens.past.savedLists],
        [say('summary.savedAnswers'), tokens.now.savedAnswers, tokens.past.savedAnswers],
      ],
      note: say('trouble.note'),
    },
    {
      id: 'timeline',
      title: say(report.step === 'day' ? 'timeline.day' : 'timeline.hour'),
      columns: [
        { title: say(report.step === 'day' ? 'column.day' : 'column.hour'), kind: report.step },
        ...busy,
      ],
      rows: report.timeline.map((one) => [
        one.at,
        one.calls,
        one.before,
        one.trouble,
        one.refused,
        one.asked,
      ]),
      chart: { kind: 'columns', label: [0], value: [1], before: 2 },
    },
    {
      id: 'outcomes',
      title: say('outcomes'),
      columns: [word('column.outcome'), count('column.calls'), count('column.before')],
      rows: endings.map((ending) => [say(`outcome.${ending}`), now.outcomes[ending], past.outcomes[ending]]),
      chart: bars([0]),
    },
    {
      id: 'questions',
      title: say('questions'),
      columns: [word('column.answer'), count('column.times'), count('column.before')],
      rows: answers.map((answer) => [say(`answer.${answer}`), now.questions[answer], past.questions[answer]]),
      chart: bars([0]),
    },
    {
      id: 'servers',
      title: say('servers'),
      columns: [name('column.server'), ...busy],
      rows: [
        ...report.servers.map((one) => [serverName(one.server), ...tally(one)]),
        ...rest(report.others.servers, 1),
      ],
      chart: bars([0]),
    },
    {
      id: 'latency',
      title: say('latency'),
      columns: [
        name('column.server'),
        ms('column.p50'),
        ms('column.p95'),
        ms('column.p99'),
        count('column.measured'),
      ],
      rows: timed.map(({ server, latency }) => [
        serverName(server),
        latency?.p50,
        latency?.p95,
        latency?.p99,
        latency?.calls,
      ]),
      chart: { kind: 'ranges', label: [0], value: [1, 2, 3] },
      note: say('latency.note'),
    },
    {
      id: 'apps',
      title: say('apps'),
      columns: [name('column.app'), ...busy],
      rows: [...report.apps.map((one) => [one.name, ...tally(one)]), ...rest(report.others.apps, 1)],
      chart: bars([0]),
    },
    {
      id: 'tools',
      title: say('tools'),
      columns: [name('column.server'), name('column.tool'), ...busy],
      rows: [
        ...report.tools.map((one) => [serverName(one.server), one.name, ...tally(one)]),
        ...rest(report.others.tools, 2),
      ],
      chart: bars([0, 1]),
    },
    {
      id: 'findings',
      title: say('findings'),
      columns: [
        word('column.source'),
        name('column.type'),
        word('column.act'),
        count('column.times'),
        count('column.before'),
      ],
      rows: [
        ...report.findings.map(({ source, type, act, found, before }) => [
          say(`source.${source}`),
          type,
          say(`act.${act}`),
          found,
          before,
        ]),
        ...(report.findingsBeyond.found + report.findingsBeyond.before === 0
          ? []
          : [
              [
                say('others'),
                undefined,
                undefined,
                report.findingsBeyond.found,
                report.findingsBeyond.before,
              ],
            ]),
      ],
      chart: bars([0, 1, 2]),
    },
    {
      id: 'hours',
      title: say('hours'),
      columns: [word('column.hour'), count('column.calls'), count('column.before')],
      rows: report.hours.map(({ calls, before }, hour) => [
        `${String(hour).padStart(2, '0')}:00`,
        calls,
        before,
      ]),
      chart: { kind: 'columns', label: [0], value: [1], before: 2 },
    },
    {
      id: 'tokens',
      title: say('tokens'),
      columns: [name('column.app'), ...cost],
      rows: tokens.apps.map((one) => [one.name === '' ? say('noApp') : one.name, ...costOf(one)]),
      chart: bars([0]),
      note: say('tokens.note'),
    },
    {
      id: 'tokenDays',
      title: say('tokens.day'),
      columns: [{ title: say('column.day'), kind: 'day' }, ...cost],
      rows: tokens.apps.length === 0 ? [] : tokens.days.map((one) => [one.at, ...costOf(one)]),
      chart: { kind: 'columns', label: [0], value: [1], before: 2 },
      note: say('tokens.dayNote'),
    },
    {
      id: 'changes',
      title: say('changes'),
      columns: [
        { title: say('column.time'), kind: 'time' },
        name('column.server'),
        word('column.decision'),
        word('column.who'),
        count('column.items'),
        name('column.names'),
      ],
      rows: report.changes.map(({ at, server, act, who, items, names }) => [
        at,
        server,
        say(`decision.${act}`),
        say(`who.${who}`),
        items,
        names.length < items ? [...names, '…'].join(', ') : names.join(', '),
      ]),
      ...(report.changesBeyond === 0 ? {} : { note: say('changes.note') }),
    },
  ];
}

const endings = ['ok', 'tool-error', 'error', 'refused', 'failed', 'cancelled', 'open'] as const;
const answers = ['allowed', 'refused', 'unanswered'] as const;
