import type { Launch } from '../../../shared/model/server.ts';

/** Where Doorward is reached, and with what its bridge is started. */
export interface OwnEnds {
  /** `http://127.0.0.1:<port>/mcp` */
  readonly url: string;
  /** Program and arguments that start the bridge. */
  readonly launcher: readonly string[];
}

/** Where an entry of ours leads. */
export interface OwnEntry {
  /** The identity that it names, with the bridge. */
  readonly client?: string;
  /** Only this server. */
  readonly server?: string;
}

/**
 * Whether an entry leads to Doorward and nowhere else. An entry of our program with variables or a folder of its own
 * is none of ours: they could make it do anything (attack: `NODE_OPTIONS` beside our command, to pass for guarded).
 */
export function ownEntry(launch: Launch, { url, launcher }: OwnEnds): OwnEntry | undefined {
  if (launch.transport === 'http') {
    const own = URL.canParse(launch.url) ? new URL(launch.url) : undefined;
    const gate = new URL(url);
    if (own === undefined || own.origin !== gate.origin || own.search !== '') return undefined;
    if (own.pathname === gate.pathname) return {};
    const server = /^\/s\/([a-z0-9-]{1,20})$/.exec(own.pathname.slice(gate.pathname.length))?.[1];
    return own.pathname.startsWith(gate.pathname) && server !== undefined ? { server } : undefined;
  }
  const [command, ...before] = launcher;
  const { args, env, cwd } = launch;
  if (launch.command !== command || Object.keys(env).length > 0 || cwd !== undefined) return undefined;
  if (before.some((word, i) => args[i] !== word)) return undefined;
  const [verb, ...rest] = args.slice(before.length);
  if (verb !== 'connect') return undefined;
  const options = new Map<string, string>();
  for (let i = 0; i < rest.length; i += 2) {
    const [name = '', value] = rest.slice(i, i + 2);
    if (!['--client', '--server', '--home'].includes(name) || value === undefined) return undefined;
    options.set(name, value);
  }
  const client = options.get('--client');
  const server = options.get('--server');
  if (client === undefined) return undefined;
  return { client, ...(server === undefined ? {} : { server }) };
}
