import type { ArgCondition, Rule, RuleBody, Ruling } from '../../../shared/model/policy.ts';
import type { Place, PlaceKind } from '../../../shared/model/review.ts';
import { compilePolicy } from '../../../electron/policy/compile.ts';
import type { Policy, PolicyPorts, PolicyState } from '../../../electron/policy/contract.ts';
import type { CallFacts } from '../../../electron/policy/facts.ts';

/** A Wednesday, 12:00 local time. */
export const NOON = new Date(2026, 6, 15, 12, 0).getTime();

export const CAMPAIGNS = '/home/me/Campaigns';

/** Nothing is on this disk, so nothing is a link. */
export const ports = (over: Partial<PolicyPorts> = {}): PolicyPorts => ({
  folders: (server) => (server === 'files' ? [CAMPAIGNS] : []),
  realPath: (path) => path,
  home: '/home/me',
  platform: 'linux',
  ownFiles: () => ['/home/me/.config/doorward', '/home/me/.config/app/servers.json'],
  ...over,
});

let count = 0;
export const rule = (body: RuleBody, over: Partial<Rule> = {}): Rule => ({
  ...body,
  id: `r${++count}`,
  origin: 'person',
  who: 'window',
  createdAt: 0,
  ...over,
});

export const state = (over: Partial<PolicyState> = {}): PolicyState => ({
  managed: [],
  person: [],
  roles: [],
  preset: 'guarded',
  askAboutEverything: false,
  run: 'run-1',
  ...over,
});

export const policyOf = (over: Partial<PolicyState> = {}, around: Partial<PolicyPorts> = {}): Policy =>
  compilePolicy(state(over), ports(around)).policy;

export const place = (pointer: string, kind: PlaceKind): Place => ({
  pointer,
  kind,
  name: pointer.split('/').findLast((step) => step !== '*') ?? '',
});

export const bytes = (args: unknown): Buffer => Buffer.from(JSON.stringify(args));

export const facts = (over: Partial<CallFacts> = {}): CallFacts => ({
  client: { id: 'claude', role: 'default' },
  server: 'files',
  kind: 'tool',
  name: 'write_file',
  effect: 'write',
  places: [place('/path', 'path')],
  args: bytes({ path: `${CAMPAIGNS}/a.txt`, content: 'hello' }),
  at: NOON,
  ...over,
});

/** A call that sends a message, with the usual three fields for who receives. */
export const mail = (args: unknown, over: Partial<CallFacts> = {}): CallFacts =>
  facts({
    server: 'mail',
    name: 'send_mail',
    effect: 'send',
    places: ['/to/*', '/cc/*', '/bcc/*'].map((pointer) => place(pointer, 'recipient')),
    args: bytes(args),
    ...over,
  });

export const when = (pointer: string, test: ArgCondition['test']): ArgCondition => ({ pointer, test });

/** Decision and reason in one word each. */
export const short = ({ decision, because }: Ruling): string => `${decision} ${because.code}`;
