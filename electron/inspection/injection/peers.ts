import { OtherServers } from '../../catalog/shadowing/mentions.ts';
import { skeleton } from '../../catalog/shadowing/confusables.ts';
import type { Finding } from '../finding.ts';

/** A tool of another server that the model sees, too. */
export interface PeerTool {
  readonly server: string;
  readonly name: string;
  readonly parameters?: readonly string[];
}

/** What other servers offer, ready for looking up in many texts. */
export interface Peers {
  readonly others: OtherServers;
  /** Names of tools, lower case: all, and those that look like identifiers wherever they stand. */
  readonly all: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** What names look like at a glance. */
  readonly looks: ReadonlySet<string>;
}

/** `own` are names of tools and parameters of the server that is looked at: they are never anybody else's. */
export function peersOf(tools: readonly PeerTool[], own: Iterable<string>): Peers {
  const mine = new Set([...own].map((name) => name.toLowerCase()));
  const servers = new Map<string, { name: string; parameters: readonly string[] }[]>();
  for (const { server, name, parameters } of tools) {
    const list = servers.get(server) ?? [];
    list.push({ name, parameters: parameters ?? [] });
    servers.set(server, list);
  }
  const names = tools
    .map(({ name }) => name)
    .filter((name) => /[_-]|[a-z][A-Z]/.test(name) && name.length > 3);
  return {
    others: new OtherServers(
      [...servers].map(([id, list]) => ({ id, tools: list })),
      mine,
    ),
    names: new Set(names.map((name) => name.toLowerCase()).filter((name) => !mine.has(name))),
    all: new Set(tools.map(({ name }) => name.toLowerCase()).filter((name) => !mine.has(name))),
    looks: new Set(tools.map(({ name }) => skeleton(name))),
  };
}

const SURE = 0.8;
const COMMON = 0.6;

/** A description that speaks of another server's tool or parameter (attack 6). Linear in the text. */
export function readPeers(text: string, { others, names, all }: Peers): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  const lower = text.toLowerCase();
  const add = (name: string, what: string, score: number): void => {
    const key = name.toLowerCase();
    if (seen.has(key)) return;
    seen.add(key);
    const start = Math.max(0, lower.indexOf(key));
    const end = Math.min(text.length, start + name.length);
    found.push({ detector: 'injection', type: 'peer', start, end, score, signals: ['peer', what] });
  };
  for (const { what, name } of others.mentionsIn(text)) if (what !== 'server') add(name, what, SURE);
  if (names.size > 0)
    for (const [word] of text.matchAll(/[A-Za-z][A-Za-z0-9]{0,60}(?:[_-][A-Za-z0-9]{1,60}){0,8}/g))
      if (names.has(word.toLowerCase())) add(word, 'tool', COMMON);
  for (const [, word = ''] of text.matchAll(/[`'"\u201c]([A-Za-z][\w-]{1,60})[`'"\u201d]/g))
    if (all.has(word.toLowerCase())) add(word, 'tool', COMMON);
  return found;
}
