import type { Report, ReportTotals } from '../../shared/model/report.ts';

const DAY = 86_400_000;

/** A wave with peaks at different places for different seeds, so that charts look like charts. */
const wave = (place: number, seed: number, most: number): number =>
  Math.round((most * (2.1 + Math.sin(place * 1.7 + seed) + Math.sin(place * 0.6 + 2 * seed))) / 4.1);

const totals = (calls: number, seed: number): ReportTotals => ({
  calls,
  outcomes: {
    ok: calls - 61,
    'tool-error': 31,
    error: 9,
    refused: 12 + seed,
    failed: 4 - seed,
    cancelled: 3,
    open: 2,
  },
  servers: 6,
  apps: 3,
  tools: 41,
  questions: { asked: 19, allowed: 13, refused: 4, unanswered: 2 },
  findings: 27,
  foundIn: 18,
  changesAccepted: seed,
  latency: { calls: calls - 80, p50: 14.2, p95: 412, p99: 2950 },
});

const serverNames = ['files', 'mail', 'github', 'postgres', 'we\u0430ther', 'browser'];
const tools = ['read_text_file', 'send_message', 'list_issues', 'query', 'get_forec\u202East', 'open_page'];

/** A report of some weeks; some names are hostile. */
export function fakeReport(weeks: number, until: number): Report {
  const midnight = new Date(until).setHours(0, 0, 0, 0);
  const days = weeks * 7;
  const since = midnight - (days - 1) * DAY;
  const tally = (place: number) => ({
    calls: Math.round(1900 / (place + 1)),
    before: wave(place, 3, 1600),
    trouble: wave(place, 1, 40),
    refused: wave(place, 2, 9),
    asked: wave(place, 5, 6),
  });
  return {
    version: 1,
    at: until,
    since,
    until,
    before: { since: since - days * DAY, until: until - days * DAY },
    ...(weeks > 4 && { logBegins: since - 2 * DAY }),
    now: totals(4312, 1),
    past: totals(3870, 0),
    step: 'day',
    timeline: Array.from({ length: days }, (_, day) => ({
      at: since + day * DAY,
      calls: wave(day, 1, 900),
      before: wave(day, 2, 800),
      trouble: wave(day, 4, 20),
      refused: wave(day, 5, 5),
      asked: wave(day, 6, 4),
    })),
    hours: Array.from({ length: 24 }, (_, hour) => ({
      calls: hour < 7 ? 0 : wave(hour, 2, 400),
      before: hour < 8 ? 0 : wave(hour, 3, 380),
    })),
    servers: serverNames.map((server, place) => ({
      server,
      ...tally(place),
      latency: {
        calls: 300 - place,
        p50: 3 * 3 ** place,
        p95: 40 * 2.4 ** place,
        p99: 300 * 2 ** place,
      },
    })),
    apps: ['Claude Desktop', 'Cursor', 'VS Code <b>'].map((name, place) => ({
      id: `app-${place}`,
      name,
      ...tally(place),
    })),
    tools: tools.map((name, place) => ({ server: serverNames[place] ?? '', name, ...tally(place) })),
    others: {
      servers: { names: 0, calls: 0, before: 0 },
      apps: { names: 0, calls: 0, before: 0 },
      tools: { names: 35, calls: 512, before: 430 },
    },
    findings: [
      { source: 'secret', type: 'github-token', act: 'masked', found: 12, before: 9 },
      { source: 'injection', type: 'override', act: 'fenced', found: 8, before: 11 },
      { source: 'hidden', type: 'zero-width', act: 'removed', found: 6, before: 0 },
      { source: 'flow', type: 'other-server', act: 'asked', found: 1, before: 0 },
    ],
    findingsBeyond: { found: 0, before: 0 },
    changes: [
      {
        at: until - 2 * DAY,
        server: 'mail',
        act: 'accepted',
        who: 'window',
        items: 1,
        names: ['send_message'],
      },
    ],
    changesBeyond: 0,
    tokens: {
      now: { lists: 212_000, answers: 1_384_000, savedLists: 356_000, savedAnswers: 208_000 },
      past: { lists: 301_000, answers: 1_190_000, savedLists: 0, savedAnswers: 0 },
      apps: ['Claude Desktop', 'Cursor', 'VS Code <b>', ''].map((name, place) => ({
        id: `app-${place}`,
        name,
        lists: Math.round(120_000 / (place + 1)),
        answers: Math.round(800_000 / (place + 1)),
        savedLists: place === 0 ? 356_000 : 0,
        savedAnswers: Math.round(104_000 / (place + 1)),
        before: wave(place, 3, 900_000),
      })),
      days: Array.from({ length: days }, (_, day) => ({
        at: since + day * DAY + DAY / 2,
        lists: wave(day, 1, 40_000),
        answers: wave(day, 2, 260_000),
        savedLists: wave(day, 3, 60_000),
        savedAnswers: wave(day, 4, 30_000),
        before: wave(day, 5, 270_000),
      })),
    },
  };
}
