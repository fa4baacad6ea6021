import type { ManagedPolicy } from '../../../shared/model/managed.ts';

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const OTHER_DIGEST = '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752';
/** The first moment of 2036. */
const LONG_AWAY = 2_082_758_400_000;

/**
 * A policy in which everything is set that can be, for the pages for administrators. A test holds it against the
 * schema: no key is left out, and nothing in it is anything to complain about.
 */
export const EXAMPLE_POLICY: Required<ManagedPolicy> = {
  version: 1,
  organisation: {
    name: 'Example Ltd',
    contact: 'it@example.com',
    contactUrl: 'https://intranet.example.com/doorward',
  },
  servers: {
    allowed: [
      { package: '@example/*', registry: 'npm.example.com' },
      { command: '/opt/example/bin/*' },
      { url: '*.example.com' },
      { digest: DIGEST },
    ],
    forbidden: [{ package: 'mcp-remote' }],
  },
  clients: { allowed: ['Claude Desktop', 'Cursor', 'Example *'], forbidden: ['*beta*'] },
  roles: [
    {
      id: 'reading',
      name: 'Reading',
      servers: ['notes', 'tickets'],
      tools: ['notes/*', 'tickets/get_*'],
      effects: ['read'],
      preset: 'guarded',
      rules: [{ action: 'ask', server: 'tickets', note: 'Tickets hold data of customers.' }],
    },
  ],
  assignments: [{ role: 'reading', client: 'Example *', user: 'guest', group: 'students' }],
  rules: [
    { action: 'block', effects: ['destroy'] },
    {
      action: 'ask',
      role: 'reading',
      server: 'tickets',
      kind: 'tool',
      tool: 'create_*',
      args: [{ pointer: '/project', test: { is: 'one-of', values: ['HR', 'Legal'] } }],
      hours: { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
      expiresAt: LONG_AWAY,
      note: 'HR and Legal are asked about.',
    },
    { action: 'block', client: 'old-agent' },
    { action: 'block', server: 'notes', tool: 'share', argsDigest: OTHER_DIGEST },
  ],
  presets: { minimum: 'guarded', fixed: 'strict' },
  masks: [
    { name: 'Customer', pattern: 'CUST-[0-9]{4,8}', way: 'reversible', direction: 'to-app' },
    { name: 'Project', words: ['Bluebird', 'Kestrel'], ignoreCase: true, replacement: '(a project)' },
  ],
  inspection: [
    { watch: 'secret', act: 'block', direction: 'to-server' },
    { watch: 'injection-high', act: 'ask', server: 'tickets', role: 'reading' },
  ],
  limits: [
    { each: 'client', most: { kind: 'rate', calls: 120, per: 'minute', burst: 30 } },
    {
      client: 'old-agent',
      role: 'reading',
      server: 'tickets',
      tool: 'search*',
      most: { kind: 'at-once', calls: 2 },
    },
    { effects: ['spend'], each: 'tool', most: { kind: 'budget', calls: 20, amount: 500 } },
  ],
  approvals: {
    clockSeconds: 60,
    longestDuration: '1h',
    alwaysAllowed: false,
    lateMinutes: 30,
    missedHours: 4,
    whoMayApprove: 'groups',
    groups: ['doorward-approvers'],
  },
  log: {
    retentionDays: 180,
    required: true,
    texts: 'redacted',
    serverTexts: [{ server: 'tickets', texts: 'digests' }],
    destination: { kind: 'syslog', url: 'tls://logs.example.com:6514' },
  },
  updates: { channel: 'stable', off: true },
  registryBaseUrl: 'https://mcp-registry.example.com',
  trustedRegistries: ['npm.example.com', 'https://pypi.example.com/simple'],
  proxies: ['mcp-proxy.example.com'],
  privateAddressesForSignIn: ['login.corp.example.com', '10.20.0.0/16'],
  silentConnect: ['Cursor', 'Claude Desktop'],
  startAtLogin: true,
  locked: ['allowedOrigins', 'idle'],
  settings: {
    port: 7411,
    allowedOrigins: ['https://agent.example.com'],
    idle: { serverMinutes: 15, sessionMinutes: 240 },
    logLevel: 'warn',
    theme: 'system',
    startAtLogin: true,
    lockVault: true,
  },
  vouchers: [
    {
      server: 'notes',
      launch: {
        transport: 'stdio',
        command: '/opt/example/bin/notes-server',
        args: ['--read-only'],
        env: { NOTES_FOLDER: '/srv/notes' },
        cwd: '/srv/notes',
        secretArguments: false,
      },
      identity: DIGEST,
      pins: [OTHER_DIGEST],
    },
    {
      server: 'tickets',
      launch: { transport: 'http', url: 'https://tickets.example.com/mcp', headers: {} },
      identity: OTHER_DIGEST,
      pins: [DIGEST],
    },
  ],
};
