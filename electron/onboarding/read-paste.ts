import type { PastedServer } from '../../shared/ipc/window.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { looksLikeToml, readCodexToml } from './codex-toml.ts';
import { type NamedEntry, readAddress, readCommandLine } from './command-line.ts';
import { readLooseJson } from './loose-json.ts';
import { type Entry, isEntry, label, looksLikeServer, readEntry } from './server-entry.ts';
import { freeServerId, nameOfCommand, nameOfUrl } from './server-name.ts';

const MAX_SERVERS = 50;
const NOTHING =
  'There is no server in this text. Paste the configuration that the server tells you to use, its address, or the command that starts it.';
/** Where apps keep their servers. */
const HOLDERS = ['mcpServers', 'servers', 'context_servers', 'mcp_servers'] as const;

/**
 * Finds the servers in a text that a person pasted: a configuration of an app (JSON as people keep it, Codex' TOML),
 * an address, or a command. Starts, fetches and fills in nothing. `isTaken` tells the ids that are there already.
 * Refused with one sentence when nothing can be taken over; one entry that is wrong refuses all, so that nobody
 * believes to have a server that is missing.
 */
export function readPaste(
  pasted: string,
  isTaken: (id: string) => boolean,
  home?: string,
): Result<PastedServer[]> {
  const found = entriesIn(withoutFence(pasted), home);
  if (!found.ok) return found;
  if (found.value.length === 0) return fail('malformed', NOTHING);
  if (found.value.length > MAX_SERVERS)
    return fail('malformed', `The text has more than ${MAX_SERVERS} servers. Paste fewer at a time.`);
  const servers: PastedServer[] = [];
  for (const { name, entry, notes = [] } of found.value) {
    const read = readEntry(name, entry);
    if (!read.ok) return read;
    const id = freeServerId(name, (one) => isTaken(one) || servers.some((server) => server.id === one));
    servers.push({
      id,
      name: label(name),
      launch: read.value.launch,
      notes: [...read.value.notes, ...notes],
    });
  }
  return ok(servers);
}

type Found = NamedEntry & { readonly notes?: readonly string[] };

function entriesIn(text: string, home: string | undefined): Result<Found[]> {
  if (text === '') return fail('malformed', NOTHING);
  if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return ok([readAddress(text)]);
  if (looksLikeToml(text)) {
    const toml = readCodexToml(text);
    return toml.ok ? ok([...toml.value].map(([name, entry]) => ({ name, entry }))) : toml;
  }
  if (/^[[{"]|^\/[/*]/.test(text)) {
    const json = readLooseJson(text);
    return json.ok ? inJson(json.value) : json;
  }
  const line = readCommandLine(text, home);
  return line.ok ? ok([line.value]) : line;
}

function inJson(value: unknown): Result<Found[]> {
  if (Array.isArray(value)) {
    const servers = value.filter(looksLikeServer);
    return servers.length === value.length
      ? ok(servers.map((entry) => ({ name: nameIn(entry), entry })))
      : fail('malformed', 'The list has entries that are no servers. Paste the servers alone.');
  }
  if (!isEntry(value)) return fail('malformed', NOTHING);
  if (looksLikeServer(value)) return ok([{ name: nameIn(value), entry: value }]);
  const holder = holderIn(value);
  const asked =
    holder !== undefined && Object.hasOwn(value, 'inputs')
      ? ['Values that VS Code asks for are not taken over; put them in by hand.']
      : [];
  const entries = Object.entries(holder ?? value);
  const found: Found[] = [];
  for (const [name, entry] of entries) {
    if (looksLikeServer(entry)) found.push({ name, entry, notes: asksInput(entry) ? asked : [] });
    else if (holder !== undefined)
      return fail('malformed', `"${label(name)}" has neither a command nor an address.`);
  }
  // Without a name that says so, everything in it must be a server.
  return holder === undefined && found.length < entries.length ? fail('malformed', NOTHING) : ok(found);
}

function holderIn(value: Entry): Entry | undefined {
  for (const name of HOLDERS) {
    const held = Object.hasOwn(value, name) ? value[name] : undefined;
    if (isEntry(held) && !looksLikeServer(held)) return held;
  }
  const mcp = Object.hasOwn(value, 'mcp') ? value['mcp'] : undefined;
  return isEntry(mcp) ? (holderIn(mcp) ?? mcp) : undefined;
}

const asksInput = (entry: Entry): boolean => JSON.stringify(entry).includes('${input:');

function nameIn(entry: Entry): string {
  const { name, command, url } = entry;
  if (typeof name === 'string' && name !== '') return name;
  if (typeof url === 'string' && URL.canParse(url)) return nameOfUrl(url);
  const words = (
    Array.isArray(command) ? command : [command, ...(Array.isArray(entry['args']) ? entry['args'] : [])]
  ).filter((word): word is string => typeof word === 'string');
  return words.length === 0 ? 'server' : nameOfCommand(words);
}

/** Texts on web pages and in chats stand in a fence. */
function withoutFence(text: string): string {
  const bare = text.replace(/^\uFEFF/, '').trim();
  return /^```[\w-]*\n([\s\S]*?)\n?```$/.exec(bare)?.[1]?.trim() ?? bare;
}
