import type { ClientView } from '../store/types.ts';
import type { ServerView, StatusReport } from '../../shared/ipc/shapes.ts';

const MINUTE = 60_000;
const now = Date.now();

/** Four servers in different states; the last one has a hostile wish. */
export const sampleServers: ServerView[] = [
  {
    id: 'files',
    launch: {
      transport: 'stdio',
      command: 'npx',
      args: ['-y', '@modelcontextprotocol/server-filesystem', '/home/ada/Campaigns'],
      env: {},
    },
    state: 'approved',
    enabled: true,
    sharing: 'client',
    era: 'session',
    eraAt: now - 90 * MINUTE,
    addedAt: now - 9 * 24 * 60 * MINUTE,
    health: { state: 'running', pid: 4711, since: now - 42 * MINUTE },
  },
  {
    id: 'mail',
    launch: {
      transport: 'http',
      url: 'https://mcp.example.com/mail',
      headers: { Authorization: '••••' },
    },
    state: 'approved',
    enabled: true,
    sharing: 'client',
    era: 'stateless',
    dual: true,
    eraAt: now - 5 * MINUTE,
    addedAt: now - 3 * 24 * 60 * MINUTE,
    health: { state: 'stopped' },
  },
  {
    id: 'tickets',
    launch: { transport: 'stdio', command: 'tickets-mcp', args: [], env: { TICKETS_HOME: '/srv/tickets' } },
    state: 'approved',
    enabled: true,
    sharing: 'shared',
    era: 'session',
    eraAt: now - 60 * MINUTE,
    addedAt: now - 24 * 60 * MINUTE,
    health: {
      state: 'given-up',
      sentence:
        'tickets-mcp ended 5 times within a minute (exit code 1). It said: “\u001b[31mTICKETS_TOKEN is missing\u001b[0m”.',
      since: now - 12 * MINUTE,
    },
  },
  {
    id: 'weather',
    launch: { transport: 'stdio', command: 'uvx', args: ['we\u0430ther-mcp==1.2.0'], env: {} },
    state: 'unreviewed',
    enabled: true,
    sharing: 'client',
    addedAt: now - 3 * MINUTE,
    health: { state: 'stopped' },
    launchReasons: [
      {
        weight: 'held',
        said: { key: 'launch.lookalike-package', params: { name: 'we\u0430ther-mcp', known: 'weather-mcp' } },
        sentence: '"we\u0430ther-mcp" is spelled nearly like the well-known "weather-mcp".',
      },
      {
        weight: 'note',
        said: { key: 'launch.secret-in-plain', params: { name: 'WEATHER_\u202EKEY' } },
        sentence: 'A key stands in plain text (WEATHER_\u202EKEY). Doorward can keep it in its vault.',
      },
    ],
  },
];

export const sampleClients: ClientView[] = [
  {
    id: 'c1',
    name: 'Claude Desktop',
    role: 'default',
    addedAt: now - 9 * 24 * 60 * MINUTE,
    lastSeenAt: now - 20_000,
  },
  {
    id: 'c2',
    name: 'Cursor',
    role: 'default',
    addedAt: now - 2 * 24 * 60 * MINUTE,
    lastSeenAt: now - 34 * MINUTE,
  },
  { id: 'c3', name: 'My own agent', role: 'default', addedAt: now - 60 * MINUTE },
];

export const sampleStatus: StatusReport = {
  version: '0.1.0',
  pid: 4242,
  home: '/home/ada/.config/Doorward',
  url: 'http://127.0.0.1:7411/mcp',
  port: 7411,
  startedAt: now - 90 * MINUTE,
  seals: {
    state: 'sealed',
    sentence: 'What you approved is sealed: a change of its files outside Doorward is noticed.',
  },
  operatorKey: false,
  servers: { total: 4, approved: 3, waiting: 1, running: 1 },
  clients: 3,
  guard: 'usual',
  preset: 'guarded',
  questions: { pending: 0, missed: 0 },
  managed: 'unmanaged',
  notices: [],
};
