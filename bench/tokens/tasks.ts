/** One call of a tool, in the order in which a model would make them. */
export interface Step {
  readonly server: string;
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** What a model looks for that finds its tools on demand; words of its own, and others where these find nothing. */
  readonly queries: readonly string[];
  /** What stands in the answer, or the task is not done. */
  readonly expect?: string;
}

export interface Task {
  readonly name: string;
  /** Which servers the AI app has: all of them, or a single small one. */
  readonly scene: 'office' | 'small';
  readonly asked: string;
  readonly steps: readonly Step[];
  /** What the model says in the end. */
  readonly answer: string;
}

const fetchPage = (page: string, expect: string): Step => ({
  server: 'web',
  tool: 'fetch_page',
  args: { url: `https://museum.example/${page}` },
  queries: ['read a web page'],
  expect,
});
const events = (who: string): Step => ({
  server: 'calendar',
  tool: 'list_events',
  args: {
    calendar_id: `${who}@brightwater.example`,
    from: '2026-04-06T00:00:00Z',
    to: '2026-04-11T00:00:00Z',
  },
  queries: ['see which appointments somebody has', 'list the events of a calendar'],
  expect: 'Europe/Berlin',
});
const repo = { owner: 'shop', repo: 'front' };

/** The tasks; `folder` is the folder that the file server may use. */
export const tasksIn = (folder: string): readonly Task[] => [
  {
    name: 'Find the worst open issue about login',
    scene: 'office',
    asked: 'Which open issue about the login has the highest priority?',
    steps: [
      {
        server: 'tickets',
        tool: 'search_issues',
        args: { query: 'login', state: 'open', limit: 50 },
        queries: ['find issues about a topic'],
        expect: 'TCK-214',
      },
    ],
    answer: 'TCK-214, “Login page stays white on slow networks”, is critical.',
  },
  {
    name: 'Note the sum of an invoice from a mail',
    scene: 'office',
    asked: 'Ines sent an invoice for the pallets. Write its sum into notes/invoice.md.',
    steps: [
      {
        server: 'mail',
        tool: 'search_messages',
        args: { query: 'from:ines invoice pallets' },
        queries: ['find an e-mail'],
        expect: 'm-7712',
      },
      {
        server: 'mail',
        tool: 'read_message',
        args: { message_id: 'm-7712' },
        queries: ['open an e-mail and read it'],
        expect: '1,284.50',
      },
      {
        server: 'files',
        tool: 'write_file',
        args: {
          path: `${folder}/notes/invoice.md`,
          content: '# Invoice 2026-118\n\n1,284.50 EUR, due on 14 April 2026.\n',
        },
        queries: ['write text into a new file'],
      },
    ],
    answer: 'The invoice is over 1,284.50 EUR, due on 14 April 2026; I noted it in notes/invoice.md.',
  },
  {
    name: 'Plan a visit from three web pages',
    scene: 'office',
    asked: 'How long is the museum open on Fridays, what does a family pay, and which tram goes there?',
    steps: [fetchPage('hours', '21:00'), fetchPage('tickets', '31'), fetchPage('visit', 'tram 7')],
    answer: 'On Fridays it is open until 21:00. A family ticket is 31 euro. Take tram 7 to Old Lighthouse.',
  },
  {
    name: 'Find the largest order of a month',
    scene: 'office',
    asked: 'Who placed the largest order in March?',
    steps: [
      {
        server: 'shop',
        tool: 'list_orders',
        args: { since: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z', limit: 250 },
        queries: ['list the orders of customers'],
        expect: '9412.8',
      },
    ],
    answer: 'Maison Lenoir, with order 48287 over 9,412.80 EUR.',
  },
  {
    name: 'Change a setting in a file',
    scene: 'office',
    asked: 'Set the timeout of the search service in service.yaml to 90 seconds, and check it.',
    steps: [
      {
        server: 'files',
        tool: 'read_text_file',
        args: { path: `${folder}/service.yaml` },
        queries: ['read a file'],
        expect: 'timeout: 30 # search',
      },
      {
        server: 'files',
        tool: 'edit_file',
        args: {
          path: `${folder}/service.yaml`,
          edits: [{ oldText: 'timeout: 30 # search', newText: 'timeout: 90 # search' }],
        },
        queries: ['replace text in a file'],
        expect: 'timeout: 90',
      },
      {
        server: 'files',
        tool: 'read_text_file',
        args: { path: `${folder}/service.yaml` },
        queries: ['read a file'],
        expect: 'timeout: 90 # search',
      },
    ],
    answer: 'The timeout of the search service is 90 seconds now.',
  },
  {
    name: 'Find a time for two people and book it',
    scene: 'office',
    asked: 'Find an hour in the week of 6 April when Ada and Ben are both free, and book it.',
    steps: [
      events('ada'),
      events('ben'),
      {
        server: 'calendar',
        tool: 'find_free_time',
        args: {
          people: ['ada@brightwater.example', 'ben@brightwater.example'],
          minutes: 60,
          from: '2026-04-06T08:00:00+02:00',
          to: '2026-04-10T18:00:00+02:00',
        },
        queries: ['find a time at which people are free'],
        expect: '2026-04-07T14:00',
      },
      {
        server: 'calendar',
        tool: 'create_event',
        args: {
          calendar_id: 'ada@brightwater.example',
          title: 'Ada and Ben',
          start: '2026-04-07T14:00:00+02:00',
          end: '2026-04-07T15:00:00+02:00',
          guests: ['ben@brightwater.example'],
        },
        queries: ['schedule a meeting with guests'],
        expect: 'confirmed',
      },
    ],
    answer: 'Both are free on Tuesday, 7 April, from 14:00 to 15:00; I have booked it.',
  },
  {
    name: 'Find the commit that broke the build',
    scene: 'office',
    asked: 'Which commit broke the build of shop/front, and what is wrong?',
    steps: [
      {
        server: 'code',
        tool: 'list_workflow_runs',
        args: { ...repo, branch: 'main' },
        queries: ['see the latest runs of the build'],
        expect: '5be01c9',
      },
      {
        server: 'code',
        tool: 'get_job_log',
        args: { ...repo, run_id: '90101', job: 'compile' },
        queries: ['read the log of a build'],
        expect: 'src/cart/total.ts:88:14',
      },
      {
        server: 'code',
        tool: 'get_commit',
        args: { ...repo, sha: '5be01c9' },
        queries: ['see what a commit changed'],
        expect: 'Round totals before tax',
      },
    ],
    answer: '5be01c9, “Round totals before tax”, left out a semicolon in src/cart/total.ts, line 88.',
  },
  {
    name: 'Remember one thing',
    scene: 'office',
    asked: 'Remember that Ada drinks her coffee black.',
    steps: [
      {
        server: 'memory',
        tool: 'create_entities',
        args: {
          entities: [{ name: 'Ada', entityType: 'person', observations: ['drinks her coffee black'] }],
        },
        queries: ['remember a fact about a person'],
        expect: 'Ada',
      },
    ],
    answer: 'I will remember that.',
  },
  {
    name: 'Remember one thing, with a single small server',
    scene: 'small',
    asked: 'Remember that Cleo drinks cocoa.',
    steps: [
      {
        server: 'memory',
        tool: 'create_entities',
        args: { entities: [{ name: 'Cleo', entityType: 'person', observations: ['drinks cocoa'] }] },
        queries: ['remember a fact about a person'],
        expect: 'Cleo',
      },
    ],
    answer: 'I will remember that.',
  },
  {
    name: 'Look something up, with a single small server',
    scene: 'small',
    asked: 'What does Ben drink?',
    steps: [
      {
        server: 'memory',
        tool: 'search_nodes',
        args: { query: 'Ben' },
        queries: ['look up what is known about a person'],
        expect: 'tea',
      },
    ],
    answer: 'Tea.',
  },
];
