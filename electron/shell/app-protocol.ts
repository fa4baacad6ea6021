import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isOwnUrl } from './origin.ts';

/**
 * The policy of the page. Scripts and styles come from the bundle only and nothing is ever sent anywhere, so a text of
 * a server that finds its way into the markup can neither run nor call home.
 */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** On every answer, refusals too. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
} as const;

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

interface Entry {
  readonly type: string;
  readonly body: Buffer<ArrayBuffer>;
}

/** The built page, by path: what is not in it does not exist, whatever a request asks for. */
export type Bundle = ReadonlyMap<string, Entry>;

/** Reads the built page into memory, once. Files of a kind that is not served (source maps) are left out. */
export function loadBundle(folder: string): Bundle {
  const bundle = new Map<string, Entry>();
  const walk = (inside: string, path: string): void => {
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      const file = join(inside, entry.name);
      const type = TYPES.get(extname(entry.name));
      if (entry.isDirectory()) walk(file, `${path}${entry.name}/`);
      else if (entry.isFile() && type !== undefined)
        bundle.set(`${path}${entry.name}`, { type, body: Buffer.from(readFileSync(file)) });
    }
  };
  walk(folder, '/');
  return bundle;
}

const refusal = (status: number, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers: { ...SECURITY_HEADERS, ...more } });

/**
 * Answers one request of the page. The path is looked up as it is written, neither decoded nor joined to a folder, so
 * there is no way out of the bundle (`..`, `%2e%2e`, `\`, a link on disk). A query names no file of ours.
 */
export function answerFrom(
  bundle: Bundle,
  request: { readonly method: string; readonly url: string },
): Response {
  if (!isOwnUrl(request.url)) return refusal(404);
  if (request.method !== 'GET') return refusal(405, { Allow: 'GET' });
  const { pathname, search } = new URL(request.url);
  const entry = search === '' ? bundle.get(pathname === '/' ? '/index.html' : pathname) : undefined;
  if (entry === undefined) return refusal(404);
  return new Response(entry.body, { headers: { ...SECURITY_HEADERS, 'Content-Type': entry.type } });
}
