import { z } from 'zod';
import { type PushOf, screen } from '../../shared/ipc/window.ts';
import { readLooseJson } from '../onboarding/loose-json.ts';

export const LINK_SCHEME = 'doorward';
/** What a link may have; a longer one means nothing at all. */
export const MAX_LINK_CHARS = 8192;

/** What a link asks for: a screen, and perhaps the text of a server for a person to look at. */
export type LinkTarget = PushOf<'navigate'>;

const open = z.tuple([
  z.literal('open'),
  screen,
  z
    .string()
    .regex(/^[\w.-]{1,80}$/)
    .optional(),
]);
const install = z.union([
  z.strictObject({ name: z.string().max(200).optional(), config: z.string().min(2) }),
  z.strictObject({ name: z.string().max(200).optional(), url: z.string().min(8).max(2048) }),
]);

/**
 * The place that a link leads to, or undefined when it means nothing:
 * - `doorward://open/<screen>[/<item>]` shows a screen.
 * - `doorward://install?[name=N&]config=<base64 of a server's JSON>` and `…?[name=N&]url=<address>` fill in the text
 *   of a configuration that a person then reads, and that nothing is done with before they say so.
 *
 * Any web page can open such a link, so no link adds, approves, starts, downloads or changes anything, none names a
 * file, and one with more in it than this means nothing (attacks: a link that installs, one that hides its command,
 * one whose name runs backwards).
 */
export function parseLink(text: string): LinkTarget | undefined {
  if (text.length > MAX_LINK_CHARS || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== `${LINK_SCHEME}:` || url.hash !== '') return undefined;
  if (url.username !== '' || url.password !== '' || url.port !== '') return undefined;
  const words = url.pathname.split('/').slice(1);
  if (words.at(-1) === '') words.pop();
  if (url.hostname === 'install' && words.length === 0) return offered(url.searchParams);
  if (url.search !== '') return undefined;
  const parsed = open.safeParse([url.hostname, ...words]);
  if (!parsed.success) return undefined;
  const [, to, item] = parsed.data;
  return { screen: to, ...(item === undefined ? {} : { item }) };
}

function offered(params: URLSearchParams): LinkTarget | undefined {
  const given = [...params];
  // A name twice could be read in two ways.
  if (new Set(given.map(([key]) => key)).size !== given.length) return undefined;
  const parsed = install.safeParse(Object.fromEntries(given));
  if (!parsed.success) return undefined;
  const wanted = parsed.data;
  if ('url' in wanted)
    return URL.canParse(wanted.url) ? offer(wanted.name ?? 'server', { url: wanted.url }) : undefined;
  const config = jsonOf(wanted.config);
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return undefined;
  return offer(wanted.name, config);
}

/** One server under its name, or a whole configuration as it is. */
function offer(name: string | undefined, config: object): LinkTarget {
  const whole = name === undefined ? config : { mcpServers: { [name]: config } };
  return { screen: 'servers', offer: visibly(JSON.stringify(whole, null, 2)) };
}

function jsonOf(base64: string): unknown {
  // A plus becomes a space on its way through a query.
  const plain = base64.replaceAll(' ', '+').replaceAll('-', '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(plain)) return undefined;
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(plain, 'base64'));
    const read = readLooseJson(json);
    return read.ok ? read.value : undefined;
  } catch {
    return undefined;
  }
}

/** JSON in which what is no plain letter is written as its number: nothing is hidden, nothing runs backwards. */
function visibly(json: string): string {
  return json.replaceAll(/[^\n\x20-\x7e\p{Script=Latin}]/gu, (char) =>
    [...Array(char.length).keys()]
      .map((i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
