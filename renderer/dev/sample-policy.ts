import type { HostState } from '../../shared/ipc/window.ts';
import type { ManagedView, PolicyAdvice, Simulation } from '../../shared/ipc/shapes.ts';
import type { HeldCall, MissedCall } from '../../shared/model/approval.ts';
import type { PolicySaid, PolicyWords } from '../../shared/model/policy-words.ts';
import type { Explanation, Role, RuleBody, RuleView } from '../../shared/model/policy.ts';
import {
  managedBy,
  managedSentence,
  managedWords,
  setBy,
  whomToAskWords,
} from '../../shared/texts/managed.ts';
import { policySentence } from '../../shared/texts/policy-english.ts';
import { plainNames, ruleWords, rulingWords, words } from '../../shared/texts/policy.ts';
import { because } from './sample-why.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const start = Date.now();

export const managedByNobody: ManagedView = {
  kind: 'unmanaged',
  said: [managedWords('unmanaged')],
  sentence: 'Nobody manages this Doorward but you.',
  limits: [],
  limitWords: [],
  locked: [],
};

/** A host without rules and questions. */
export const noPolicy: Pick<HostState, 'pending' | 'missed' | 'rules' | 'roles' | 'managed'> = {
  pending: [],
  missed: [],
  rules: [],
  roles: [],
  managed: managedByNobody,
};

const company = {
  name: 'Example \u202EGmbH',
  contact: 'it@example.com',
  contactUrl: 'https://intranet.example.com/doorward',
};
const companyLimits = [managedWords('limit.rules', { count: '1' }), managedWords('limit.servers')];

export const managedByCompany: ManagedView = {
  kind: 'managed',
  said: managedBy(company),
  sentence: managedSentence(managedBy(company)),
  source: '/etc/doorward/policy.json',
  organisation: company.name,
  contact: company.contact,
  contactUrl: company.contactUrl,
  limits: companyLimits.map((one) => managedSentence([one])),
  limitWords: companyLimits,
  locked: ['preset', 'startAtLogin'].map((setting) => ({
    setting,
    sentence: managedSentence([setBy(company), whomToAskWords(company)]),
  })),
  presetFloor: 'guarded',
};

export const sampleRoles: Role[] = [
  { id: 'default', name: 'Default', rules: [], builtIn: true },
  { id: 'read-only', name: 'Read only', effects: ['read'], rules: [], builtIn: true },
];

export const ownRole: Role = {
  id: 'interns',
  name: 'Interns \u202E',
  servers: ['files', 'mail'],
  tools: ['files/read_*', 'mail/search_*'],
  effects: ['read', 'write'],
  preset: 'strict',
  rules: [],
};

const APPS: Readonly<Record<string, string>> = { c1: 'Claude Desktop', c2: 'Cursor', c3: 'My own agent' };
const said = (some: PolicyWords[]): PolicySaid => ({ sentence: policySentence(some), words: some });

/** What a rule says, as the host would say it. */
export const saidOfRule = (body: RuleBody & Pick<RuleView, 'run'>): PolicySaid =>
  said(ruleWords(body, { ...plainNames, client: (id) => APPS[id] ?? id }));

function rule(given: Partial<RuleView> & Pick<RuleView, 'id'>): RuleView {
  const body = { action: 'allow' as const, ...given };
  return {
    origin: 'popup',
    who: 'window',
    createdAt: start - 2 * DAY,
    uses: 0,
    ...saidOfRule(body),
    ...body,
  };
}

/** Permissions and rules of every kind. */
export const sampleRules = (): RuleView[] => [
  rule({
    id: 'rule-1',
    client: 'c1',
    server: 'files',
    tool: 'write_file',
    args: [{ pointer: '/path', test: { is: 'in-folder', folder: '/home/ada/Campaigns' } }],
    uses: 41,
    lastUsedAt: Date.now() - 3 * MINUTE,
  }),
  rule({
    id: 'rule-2',
    client: 'c2',
    server: 'mail',
    effects: ['send'],
    args: [{ pointer: '/to', test: { is: 'recipient', pattern: 'mira@exam\u0440le.com' } }],
    expiresAt: Date.now() + 42 * MINUTE + 10_000,
    uses: 2,
    lastUsedAt: Date.now() - 20 * MINUTE,
  }),
  rule({
    id: 'rule-3',
    run: 'run-1',
    server: 'tickets',
    uses: 7,
    lastUsedAt: Date.now() - 50_000,
  }),
  rule({
    id: 'rule-4',
    action: 'block',
    origin: 'person',
    effects: ['destroy'],
    hours: { days: [1, 2, 3, 4, 5], from: '18:00', to: '08:00' },
    note: 'Backups run at night.',
  }),
  rule({
    id: 'rule-5',
    origin: 'suggestion',
    client: 'c3',
    server: 'mail',
    tool: 'search_messages',
    uses: 12,
    lastUsedAt: Date.now() - 44 * DAY,
  }),
  rule({
    id: 'managed-1',
    action: 'ask',
    origin: 'managed',
    effects: ['send'],
    uses: 3,
    lastUsedAt: Date.now() - DAY,
  }),
];

const suggestion = (body: RuleBody, saves: number): PolicyAdvice['suggestions'][number] => ({
  body,
  ...saidOfRule(body),
  saves,
});

export const sampleAdvice = (): PolicyAdvice => ({
  calls: 412,
  asked: 9,
  suggestions: [
    suggestion(
      {
        action: 'allow',
        client: 'c1',
        server: 'files',
        tool: 'write_file',
        args: [{ pointer: '/path', test: { is: 'in-folder', folder: '/home/ada/Dra\u200Bfts' } }],
      },
      6,
    ),
    suggestion({ action: 'allow', server: 'tickets', tool: 'create_ticket' }, 2),
  ],
  unused: ['rule-5'],
});

export const sampleSimulation = (): Simulation => ({
  calls: 412,
  uncertain: 3,
  before: { asked: 9, blocked: 1 },
  after: { asked: 3, blocked: 1 },
  changed: Array.from({ length: 6 }, (_, index) => ({
    call: `call-${String(index + 1).padStart(6, '0')}`,
    at: Date.now() - (index + 1) * 5 * 60 * MINUTE,
    clientName: 'Claude Desktop',
    server: 'files',
    name: index === 2 ? 'write_\u202Efile' : 'write_file',
    from: 'ask' as const,
    to: 'allow' as const,
  })),
});

export function sampleExplanation(): Explanation {
  const [first, , , fourth] = sampleRules();
  const ruling: Explanation['ruling'] = {
    decision: 'allow',
    because: { layer: 'person', code: 'rule', rule: 'rule-1', marked: ['/path'], params: {} },
    would: 'ask',
  };
  return {
    ruling,
    ...said(rulingWords(ruling, plainNames, first?.words)),
    others: [
      {
        rule: 'rule-4',
        sentence: fourth?.sentence ?? '',
        words: fourth?.words ?? [],
        why: said([words('other.specific')]),
      },
    ],
    change: [said([words('change.remove'), ...(first?.words ?? [])])],
  };
}

const held = (given: Partial<HeldCall> & Pick<HeldCall, 'id' | 'sentence'>): HeldCall => ({
  call: 'call-000007',
  askedAt: Date.now() - 7000,
  clientId: 'c1',
  clientName: 'Claude Desktop',
  server: 'files',
  kind: 'tool',
  tool: 'write_file',
  effect: 'write',
  because: { layer: 'preset', code: 'preset-new-place', marked: ['/path'], params: {} },
  why: [],
  durations: ['once', '5m', '1h', 'quit', 'always'],
  scopes: ['args', 'like', 'tool'],
  endsAt: Date.now() + 38_000,
  appGone: false,
  ...given,
});

/** Calls that wait: one that sends to a deceptive address, one that runs a program, one whose app has gone. */
export const samplePending = (): HeldCall[] => [
  held({
    id: 'held-1',
    server: 'mail',
    serverSays: 'Mail \u202E Pro',
    tool: 'send_message',
    effect: 'send',
    sentence: {
      key: 'approval.send',
      params: { app: 'Claude Desktop', recipients: ['mira@example.com', 'b\u043Eb@example.com'] },
    },
    second: { key: 'second.send', params: {} },
    process: { pid: 4711, path: '/Applications/Claude.app', signer: 'Anthropic PBC' },
    ...because('because.effect-send'),
    args: {
      head: '{"to":["mira@example.com","b\u043Eb@example.com"],"subject":"Angebot","body":"Liebe Mira, \u202E …"}',
      bytes: 92,
    },
  }),
  held({
    id: 'held-2',
    clientId: 'c2',
    clientName: 'Cur\u202Esor',
    server: 'tickets',
    tool: 'run_task',
    effect: 'run',
    sentence: { key: 'approval.run', params: { app: 'Cur\u202Esor' } },
    second: { key: 'second.run', params: { command: 'rm -rf build' } },
    ...because('because.effect-run'),
    args: { head: '{"command":"rm -rf build"}', bytes: 26 },
    endsAt: undefined,
    appGone: true,
  }),
];

export const sampleMissed = (): MissedCall[] => [
  {
    id: 'missed-1',
    at: Date.now() - 40 * MINUTE,
    until: Date.now() + 7 * 60 * MINUTE,
    clientId: 'c1',
    clientName: 'Claude Desktop',
    server: 'files',
    kind: 'tool',
    tool: 'write_file',
    effect: 'write',
    sentence: {
      key: 'approval.write',
      params: { app: 'Claude Desktop', item: '/home/ada/notes\u200B.md' },
    },
    args: { head: '{"path":"/home/ada/notes\u200B.md"}', bytes: 30 },
    why: 'away',
    served: false,
  },
  {
    id: 'missed-2',
    at: Date.now() - 90 * MINUTE,
    until: Date.now() + 6 * 60 * MINUTE,
    clientId: 'c3',
    clientName: 'My own agent',
    server: 'mail',
    kind: 'tool',
    tool: 'delete_message',
    effect: 'destroy',
    sentence: { key: 'approval.destroy', params: { app: 'My own agent', items: '“Invoice 7”' } },
    why: 'unanswered',
    served: false,
  },
];
