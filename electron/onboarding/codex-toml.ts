import { fail, ok, type Result } from '../../shared/result.ts';
import type { Entry } from './server-entry.ts';

const HEADER =
  /^\[\s*mcp_servers\s*\.\s*("(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)\s*(?:\.\s*([\w-]+)\s*)?\]\s*(?:#.*)?$/;
/** Lines of one list. */
const MAX_LINES = 200;
const OTHER_HEADER = /^\[/;
const PAIR = /^("(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)\s*=\s*(.*)$/s;
/** What is open to the end of its line takes the rest of it, so that each character is looked at once. */
const VALUE = /"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|#[^\n]*|[[\]{},=]|[^\s"'#[\]{},=]+/g;

/** Whether a text is the part of a `config.toml` that names MCP servers. */
export function looksLikeToml(text: string): boolean {
  return /^[ \t]*\[[ \t]*mcp_servers[ \t]*\./m.test(text);
}

/**
 * Reads the servers of Codex' `config.toml`: tables `[mcp_servers.NAME]` and `[mcp_servers.NAME.env]` with texts,
 * numbers, switches, lists and inline tables of them. Other tables are left alone. Refused: what this is not.
 */
export function readCodexToml(text: string): Result<Map<string, Entry>> {
  const servers = new Map<string, Map<string, unknown>>();
  let table: Map<string, unknown> | undefined;
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').trim();
    if (line === '' || line.startsWith('#')) continue;
    const header = HEADER.exec(line);
    if (header !== null) {
      const name = plain(header[1] ?? '');
      const server = servers.get(name) ?? new Map<string, unknown>();
      servers.set(name, server);
      table = server;
      if (header[2] !== undefined) {
        table = new Map();
        server.set(header[2], table);
      }
      continue;
    }
    if (OTHER_HEADER.test(line)) {
      table = undefined;
      continue;
    }
    if (table === undefined) continue;
    let source = line;
    // A list may go over several lines.
    for (let more = 0; more < MAX_LINES && open(source) > 0 && i + 1 < lines.length; more++)
      source += `\n${lines[++i] ?? ''}`;
    const [, key, rest] = PAIR.exec(source) ?? [];
    const tokens = rest?.match(VALUE)?.filter((token) => !token.startsWith('#'));
    const value = tokens === undefined ? undefined : readValue(tokens);
    if (key === undefined || value === undefined)
      return fail(
        'malformed',
        `Line ${i + 1} is not understood. Copy the part that begins with [mcp_servers.…].`,
      );
    table.set(plain(key), value.value);
  }
  return ok(new Map([...servers].map(([name, server]) => [name, asEntry(server)])));
}

const asEntry = (table: ReadonlyMap<string, unknown>): Entry =>
  Object.fromEntries([...table].map(([key, value]) => [key, value instanceof Map ? asEntry(value) : value]));

function open(source: string): number {
  let depth = 0;
  for (const token of source.match(VALUE) ?? []) {
    if (token === '[' || token === '{') depth++;
    if (token === ']' || token === '}') depth--;
  }
  return depth;
}

function readValue(tokens: string[]): { readonly value: unknown } | undefined {
  const token = tokens.shift();
  if (token === undefined) return undefined;
  if (token === '[') {
    const list: unknown[] = [];
    for (;;) {
      if (tokens[0] === ']') return { value: (tokens.shift(), list) };
      const item = readValue(tokens);
      if (item === undefined || item.value instanceof Map || Array.isArray(item.value)) return undefined;
      list.push(item.value);
      if (tokens[0] === ',') tokens.shift();
      else if (tokens[0] !== ']') return undefined;
    }
  }
  if (token === '{') {
    const table = new Map<string, unknown>();
    for (;;) {
      if (tokens[0] === '}') return { value: (tokens.shift(), table) };
      const key = tokens.shift();
      if (key === undefined || tokens.shift() !== '=') return undefined;
      const item = readValue(tokens);
      if (item === undefined || item.value instanceof Map || Array.isArray(item.value)) return undefined;
      table.set(plain(key), item.value);
      if (tokens[0] === ',') tokens.shift();
      else if (tokens[0] !== '}') return undefined;
    }
  }
  if (/^["']/.test(token))
    return token.length > 1 && token.endsWith(token[0] ?? '') ? { value: plain(token) } : undefined;
  if (token === 'true' || token === 'false') return { value: token === 'true' };
  return /^[+-]?[\d_.]+$/.test(token) ? { value: Number(token.replaceAll('_', '')) } : undefined;
}

function plain(token: string): string {
  if (token.startsWith("'")) return token.slice(1, -1);
  if (!token.startsWith('"')) return token;
  try {
    return String(JSON.parse(token));
  } catch {
    return token.slice(1, -1);
  }
}
