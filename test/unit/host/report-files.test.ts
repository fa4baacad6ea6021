import { describe, expect, it } from 'vitest';
import { reportCommands } from '../../../electron/host/reports/report-commands.ts';
import { reportCsv } from '../../../electron/host/reports/report-csv.ts';
import { reportHtml } from '../../../electron/host/reports/report-html.ts';
import { reportSpans } from '../../../electron/host/reports/report-span.ts';
import { reportText } from '../../../electron/cli/log-report.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import { report as reportSchema } from '../../../shared/model/report.ts';
import { drawingOf, roundUp } from '../../../shared/report/chart.ts';
import { sectionsOf } from '../../../shared/report/sections.ts';
import { reportTexts } from '../../../shared/texts/report.ts';
import { sampleReport } from '../../fixtures/sample-report.ts';

const DAY = 86_400_000;
const say = (word: keyof typeof reportTexts): string => reportTexts[word];

describe('the span of a report', () => {
  const now = new Date(2026, 10, 26, 22, 30).getTime();
  const ok = (asked: Parameters<typeof reportSpans>[0], at = now) => {
    const spans = reportSpans(asked, at);
    if (!spans.ok) throw new Error(spans.message);
    return spans.value;
  };

  it('is the last seven days, today among them, held against as much of the seven before', () => {
    const query = ok({});
    expect(query.now.since).toBe(new Date(2026, 10, 20).getTime());
    expect(query.now.until).toBe(now);
    expect(query.now.starts).toHaveLength(7);
    expect(query.past.since).toBe(new Date(2026, 10, 13).getTime());
    expect(query.past.until).toBe(new Date(2026, 10, 19, 22, 30).getTime());
    expect(query.past.starts).toHaveLength(7);
    expect(ok({ weeks: 4 }).now.starts).toHaveLength(28);
  });

  it('begins every day at midnight, also where clocks change', () => {
    // Whatever the zone of whoever runs this, a year has all its changes.
    const { starts } = ok({ weeks: 52 }).now;
    expect(starts).toHaveLength(364);
    expect(new Set(starts.map((at) => new Date(at).toDateString())).size).toBe(364);
  });

  it('is what was asked for, by the hour when it is short, and never absurd', () => {
    const short = ok({ since: now - DAY });
    expect([short.step, short.now.starts.length, short.past.until]).toEqual(['hour', 25, now - DAY]);
    expect(ok({ since: now - 3 * DAY }).step).toBe('day');
    expect(ok({ since: now - 3 * DAY, until: now - DAY }).now.until).toBe(now - DAY);
    for (const asked of [
      { since: now + 1 },
      { since: 0 },
      { since: -Infinity },
      { since: Number.NaN },
      { until: 9e15 },
      { since: 9e15, until: 9.1e15 },
    ])
      expect(reportSpans(asked, now).ok, JSON.stringify(asked)).toBe(false);
  });
});

describe('log.report', () => {
  const KEY = 'hush-hush-this-is-a-key';
  const secrets = createRedactor();
  secrets.know('files', [KEY]);
  const made = sampleReport(['files', `leak ${KEY}`, `${'x'.repeat(300)}${KEY}`]);
  const entry = (at: number, act: 'accepted' | 'blocked' | 'upgraded', keys: string[]) => ({
    at,
    who: 'window' as const,
    act,
    items: keys.map((key) => ({ kind: 'tool' as const, key })),
  });
  const commands = reportCommands({
    audit: { report: () => Promise.resolve(made) },
    secrets,
    now: () => made.at,
    servers: () => ['files', 'mail'],
    tokens: () => made.tokens,
    history: (server) =>
      server === 'mail'
        ? [entry(made.before.since, 'accepted', ['old']), entry(made.since, 'upgraded', [])]
        : [
            entry(made.before.since - 1, 'accepted', ['older']),
            entry(made.since + 1, 'accepted', ['a', `b ${KEY}`, 'c', 'd', 'e', 'f']),
            entry(made.since + 2, 'blocked', ['g']),
            entry(made.until, 'accepted', ['later']),
          ],
  });
  const context = {
    who: 'window' as const,
    onProgress: () => undefined,
    mayLoosen: () => Promise.reject(new Error('nothing is loosened')),
  };

  it('counts what was accepted in each span, and shows the decisions of this one', async () => {
    const answer = await commands['log.report']({}, context);
    if (!answer.ok) throw new Error(answer.message);
    expect(answer.value.now.changesAccepted).toBe(7);
    expect(answer.value.past.changesAccepted).toBe(1);
    expect(answer.value.changes.map(({ server, act, items }) => [server, act, items])).toEqual([
      ['files', 'blocked', 1],
      ['files', 'accepted', 6],
      ['mail', 'upgraded', 0],
    ]);
    expect(reportSchema.safeParse(answer.value).success).toBe(true);
  });

  it('hides secrets in every form', async () => {
    for (const format of [undefined, 'html', 'csv'] as const) {
      const answer = await commands['log.report']({ format }, context);
      expect(JSON.stringify(answer)).not.toContain(KEY);
      expect(JSON.stringify(answer)).not.toContain(KEY.slice(0, 12));
      expect(JSON.stringify(answer)).toContain('[hidden]');
    }
  });
});

describe('a report that is shown', () => {
  const report = sampleReport();
  const sections = sectionsOf(report, say);

  it('has the same numbers in the window, the page, the table and at the terminal', () => {
    const [html, csv, text] = [reportHtml(report), reportCsv(report), reportText(report, undefined)];
    for (const { title, columns, rows } of sections) {
      expect([html, csv, text].map((each) => each.includes(title))).toEqual([true, true, true]);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    const tool = 'mail,mail,399,299,4,2,1\r\n';
    expect(csv).toContain(tool);
    expect(text).toMatch(/mail +mail +399 +299 +4 +2 +1/);
    expect(html).toContain('<td class="number">399</td>');
  });

  it('draws every number that its table has, inside of the chart', () => {
    const drawn = sections.filter(({ chart }) => chart !== undefined);
    expect(drawn).toHaveLength(11);
    for (const section of drawn) {
      const drawing = drawingOf(section);
      expect(drawing, section.id).toBeDefined();
      for (const { x, y, width, height } of drawing?.marks ?? []) {
        expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual((drawing?.width ?? 0) + 2);
        expect(y + height).toBeLessThanOrEqual((drawing?.height ?? 0) + 0.001);
      }
    }
    const timeline = sections.find(({ id }) => id === 'timeline');
    const [first] = timeline === undefined ? [] : (drawingOf(timeline)?.marks ?? []);
    expect(first?.role).toBe('before');
    expect([1, 2, 3, 7, 30, 99, 101, 412].map(roundUp)).toEqual([1, 2, 4, 10, 40, 100, 200, 500]);
  });

  it('says so where there is nothing', () => {
    const empty = { ...report, servers: [], apps: [], tools: [], findings: [], changes: [] };
    const bare = sectionsOf({ ...empty, others: { ...empty.others, tools: empty.others.apps } }, say);
    expect(bare.filter(({ rows }) => rows.length === 0)).toHaveLength(6);
    for (const section of bare) if (section.rows.length === 0) expect(drawingOf(section)).toBeUndefined();
    expect(reportHtml(empty)).toContain('None.');
    expect(reportText(empty, 80)).toContain('None.');
  });
});
