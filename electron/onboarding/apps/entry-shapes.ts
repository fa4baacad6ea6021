import { objectOf, plainOf, type PlainObject } from '../edit/plain.ts';
import type { EntryShape } from './app-spec.ts';

const made = (members: Readonly<Record<string, unknown>>): PlainObject => plainOf(members) as PlainObject;

/** `{command, args}`, and whatever an address is called with. */
const plain = (url?: string, more: Readonly<Record<string, unknown>> = {}): EntryShape => ({
  stdio: ({ command, args }) => made({ command, args }),
  ...(url === undefined ? {} : { http: (address, headers) => made({ ...more, [url]: address, headers }) }),
});

/** The shapes of entries, by the apps that share them. */
export const shapes = {
  commandOnly: plain(),
  url: plain('url'),
  serverUrl: plain('serverUrl'),
  httpUrl: plain('httpUrl'),
  cline: plain('url', { type: 'streamableHttp' }),
  roo: plain('url', { type: 'streamable-http' }),
  typed: {
    stdio: ({ command, args }) => made({ type: 'stdio', command, args }),
    http: (url, headers) => made({ type: 'http', url, headers }),
  },
  codex: {
    // A first start of the bridge may start Doorward, too.
    stdio: ({ command, args }) => made({ command, args, startup_timeout_sec: 40 }),
    http: (url, headers) => made({ url, http_headers: headers }),
  },
  zed: {
    stdio: ({ command, args }) => made({ source: 'custom', command, args, env: {} }),
    http: (url, headers) => made({ source: 'custom', type: 'http', url, headers }),
  },
  goose: {
    stdio: ({ command, args }, name) =>
      made({ name, type: 'stdio', enabled: true, cmd: command, args, envs: {}, timeout: 300 }),
    http: (uri, headers, name) =>
      made({ name, type: 'streamable_http', enabled: true, uri, headers, timeout: 300 }),
  },
  continue: {
    stdio: ({ command, args }, name) => made({ name, command, args }),
    http: (url, headers, name) => made({ name, type: 'streamable-http', url, requestOptions: { headers } }),
  },
  copilot: {
    stdio: ({ command, args }) => made({ type: 'local', command, args, tools: ['*'] }),
    http: (url, headers) => made({ type: 'http', url, headers, tools: ['*'] }),
  },
  opencode: {
    stdio: ({ command, args }) => made({ type: 'local', command: [command, ...args], enabled: true }),
    http: (url, headers) => made({ type: 'remote', url, headers, enabled: true }),
  },
} satisfies Readonly<Record<string, EntryShape>>;

/** Members that say how a server is started or reached. Everything else of an entry is the person's and stays. */
const LAUNCH_MEMBERS: ReadonlySet<string> = new Set([
  'type',
  'transport',
  'transportType',
  'source',
  'command',
  'cmd',
  'args',
  'arguments',
  'env',
  'envs',
  'env_keys',
  'environment',
  'envFile',
  'env_vars',
  'cwd',
  'workingDirectory',
  'url',
  'serverUrl',
  'httpUrl',
  'uri',
  'endpoint',
  'headers',
  'http_headers',
  'httpHeaders',
  'headersHelper',
  'env_http_headers',
  'bearer_token_env_var',
  'requestOptions',
  'apiKey',
  'oauth',
  'auth',
  'authProvider',
  'settings',
  'sandbox',
  'dev',
]);

/** An entry that goes to Doorward in the place of another one, which keeps what it says beside its launch. */
export function inPlaceOf(old: PlainObject, entry: PlainObject): PlainObject {
  const kept = Object.entries(old).filter(([name]) => !LAUNCH_MEMBERS.has(name));
  const names = new Set(kept.map(([name]) => name));
  const fresh = Object.entries(entry).filter(([name]) => !names.has(name));
  return objectOf([...kept, ...fresh]);
}
