import { type Refusal, ownRefusal } from './refusal.ts';

/** Where a request says it comes from and where it believes to be going. */
export interface Provenance {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/** Passed; `origin` is set when it is one that a person allowed, and needs CORS headers. */
export type GuardVerdict =
  | { readonly passed: true; readonly origin: string | undefined }
  | { readonly passed: false; readonly refusal: Refusal };

const HOSTS = ['127.0.0.1', 'localhost', '[::1]'];
const PASSED: GuardVerdict = { passed: true, origin: undefined };

const WRONG_HOST: GuardVerdict = {
  passed: false,
  refusal: ownRefusal(
    403,
    'Doorward answers only to 127.0.0.1, localhost or [::1] with its own port in the Host header.',
  ),
};
const WRONG_ORIGIN: GuardVerdict = {
  passed: false,
  refusal: ownRefusal(
    403,
    'Web pages may not use Doorward. If you trust this one, add its origin to allowedOrigins in the settings.',
  ),
};

/**
 * Makes the check that stands before everything else, routing included. A web page can send requests to loopback
 * (CSRF) and, after DNS rebinding, read the answers (CVE-2025-66414 and its kin): the Host must be one of ours with
 * our port, and an Origin must be one that a person listed. `Sec-Fetch-Site` catches what browsers send without an
 * Origin. A list of values, user info or anything else in the Host is simply not equal and so refused.
 */
export function createGuard(
  port: number,
  allowedOrigins: readonly string[],
): (from: Provenance) => GuardVerdict {
  const hosts = new Set(HOSTS.map((host) => `${host}:${port}`));
  if (port === 80) for (const host of HOSTS) hosts.add(host);
  const origins = new Set(allowedOrigins.map((origin) => origin.toLowerCase()));
  // Sandboxed frames and files all send "null": allowing it would allow every one of them.
  origins.delete('null');
  return ({ host, origin, fetchSite }) => {
    if (host === undefined || !(hosts.has(host) || hosts.has(host.toLowerCase()))) return WRONG_HOST;
    if (origin !== undefined)
      return origins.has(origin.toLowerCase()) ? { passed: true, origin } : WRONG_ORIGIN;
    if (fetchSite !== undefined && fetchSite !== 'none' && fetchSite !== 'same-origin') return WRONG_ORIGIN;
    return PASSED;
  };
}

/** Response headers for a page whose origin a person allowed; name and value alternating. */
export const corsHeaders = (origin: string): readonly (readonly [string, string])[] => [
  ['Access-Control-Allow-Origin', origin],
  ['Access-Control-Expose-Headers', 'Mcp-Session-Id, WWW-Authenticate'],
  ['Vary', 'Origin'],
];

/** What a preflight request of an allowed origin is told. `Mcp-Param-*` cannot be listed by pattern. */
export function preflightHeaders(requested: string | undefined): readonly (readonly [string, string])[] {
  const wanted = (requested ?? '').split(',').map((name) => name.trim().toLowerCase());
  const known = wanted.filter(
    (name) => KNOWN_HEADERS.has(name) || /^mcp-param-[a-z0-9_-]{1,128}$/.test(name),
  );
  return [
    ['Access-Control-Allow-Methods', 'GET, POST, DELETE'],
    ['Access-Control-Allow-Headers', known.join(', ')],
    ['Access-Control-Max-Age', '600'],
  ];
}

const KNOWN_HEADERS = new Set([
  'accept',
  'authorization',
  'content-type',
  'last-event-id',
  'mcp-method',
  'mcp-name',
  'mcp-protocol-version',
  'mcp-session-id',
]);
