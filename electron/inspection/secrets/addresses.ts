import { charSet, runStart, withoutTail } from './char-set.ts';
import { isStandIn } from './plausible.ts';
import { endOfWord, type Reader, type Reading } from './reader.ts';
import type { Hit } from './scan-forms.ts';

const LONGEST = 1024;
const STOPS = charSet('.,;:!?');
const SCHEME = charSet('A-Za-z0-9+.-');
/** Connection strings of databases and queues are hidden as a whole: their options hold credentials, too. */
const STORES =
  /^(?:jdbc:)?(?:mongodb|postgres|postgresql|mysql|mariadb|mssql|sqlserver|redis|rediss|amqp|amqps|clickhouse|cockroachdb|snowflake|oracle|mqtt|nats|kafka|cassandra|couchbase|neo4j|bolt|ldap|ldaps)/i;
/** Names and words that stand where a password would, in documentation. */
const NO_PASSWORD =
  /^(?:p|pw|pwd|pass|passwd|password|passw0rd|secret|user|username|x+|\*+|\.+|test|token|key|none|null|my-?password|mypass|apikey|api_key|credentials?|\d{1,5}|hidden|masked|value)$/i;
const TEMPLATE = /[{}<>$%]\w|%s|\$\(|^\$|[{<[]|\*\*|#\{|xxx/i;

/** A name and a password in an address (RFC 3986, `user:password@host`). */
export const addressWithPassword: Reader = {
  begins: ['://'].flatMap((begin) => Array.from(FOLLOWING(), (c) => begin + c)),
  read(text, at) {
    const from = at + 3;
    // The brackets of templates belong to the name and password, so that they can be told from real ones.
    const stop = Math.min(text.length, from + LONGEST);
    let end = from;
    let sign = -1;
    while (end < stop && !' \t\r\n"\'`<>\\,;'.includes(text[end] as string)) {
      if (text[end] === '@') sign = end;
      else if ((text[end] === '/' || text[end] === '?') && sign !== -1) break;
      else if (text[end] === '/' && !text.slice(end, end + 64).includes('@')) break;
      end++;
    }
    if (sign === -1) return { to: Math.max(end, from) };
    const host = /^[A-Za-z0-9_.-]{1,255}|^\[[0-9a-fA-F:.]{2,45}\]/.exec(text.slice(sign + 1, sign + 260));
    if (host === null) return { to: Math.max(end, from) };
    const colon = text.indexOf(':', from);
    if (colon === -1 || colon > sign) return { to: end };
    const user = text.slice(from, colon);
    const password = text.slice(colon + 1, sign);
    if (!isPassword(user, password) || user.includes('/')) return { to: end };
    const start = runStart(SCHEME, text, at, Math.max(0, at - 24));
    const to = STORES.test(text.slice(start, at))
      ? endOfWord(text, sign, LONGEST)
      : sign + 1 + hostEnd(text, sign + 1);
    const score = /^(?:localhost|127\.|example)/.test(host[0]) ? 0.6 : 0.9;
    return {
      hit: { type: 'password-in-address', start, end: trimmed(text, start, to), score, signals: ['address'] },
      to,
    };
  },
};

function* FOLLOWING(): Generator<string> {
  for (let code = 0x21; code < 0x7f; code++) yield String.fromCharCode(code);
}

const hostEnd = (text: string, from: number): number =>
  /^[A-Za-z0-9_.:[\]-]{0,260}/.exec(text.slice(from, from + 260))?.[0].length ?? 0;

const trimmed = (text: string, start: number, end: number): number =>
  start + withoutTail(text.slice(start, end), STOPS).length;

/** Whether a password stands there, and not the place of one. */
export function isPassword(user: string, password: string): boolean {
  return (
    password.length >= 4 &&
    password.length <= 512 &&
    !NO_PASSWORD.test(password) &&
    password.toLowerCase() !== user.toLowerCase() &&
    !TEMPLATE.test(password.replaceAll(/%[0-9A-Fa-f]{2}/g, '')) &&
    !isStandIn(password) &&
    !/^(?:your|my|the)[_-]?/i.test(password)
  );
}

const PAIRS = charSet('A-Za-z0-9_=;:/.+ -');
const LONGEST_STRING = 400;

/** Keys in connection strings of Azure (`AccountKey=…;`), and in signed addresses of it (`sig=…`). */
export const connectionKey: Reader = {
  begins: [
    'AccountKey=',
    'SharedAccessKey=',
    'SharedSecretValue=',
    'SharedAccessSignature=',
    'sig=',
    '_amz',
    'Amz-Signature=',
  ],
  read(text, at) {
    return text.startsWith('sig=', at) || text.startsWith('Amz-Sig', at)
      ? signature(text, at)
      : account(text, at);
  },
};

function account(text: string, at: number): Reading {
  const equals = text.indexOf('=', at);
  if (equals === -1 || equals - at > 24) return { to: at + 4 };
  const end = endOfWord(text, equals + 1, LONGEST);
  const stop = text.slice(equals + 1, end).search(/[;,&]/);
  const value = text.slice(equals + 1, stop === -1 ? end : equals + 1 + stop);
  if (value.length < 40 || isStandIn(value) || !/\d/.test(value) || !/[A-Z]/.test(value)) return { to: end };
  const begin = runStart(PAIRS, text, at, Math.max(0, at - LONGEST_STRING));
  const whole = /(?:Default|Endpoint|HostName|AccountName|BlobEndpoint|UseDev)\w*=/i.exec(
    text.slice(begin, at),
  );
  const start = whole === null ? at : begin + whole.index;
  return { hit: hit('azure-connection-string', start, end), to: end };
}

function signature(text: string, at: number): Reading {
  const end = endOfWord(text, at, LONGEST);
  const value = /^[\w%-]{0,20}=([A-Za-z0-9%+/=_-]{32,200})/.exec(text.slice(at, end))?.[1];
  if (value === undefined || isStandIn(value)) return { to: end };
  let start = at;
  while (start > 0 && at - start < LONGEST && !' \t\r\n"\'`<>()\\'.includes(text[start - 1] as string))
    start--;
  const query = text.slice(start, end);
  if (!/[?&;](?:sv|se|sp|sr|sks?|sktid|X-Amz-\w+)=/i.test(query) && !/^(?:sv|se|sp|X-Amz-\w+)=/i.test(query))
    return { to: end };
  return { hit: hit(query.includes('Amz') ? 'aws-signed-address' : 'azure-sas', start, end), to: end };
}

const hit = (type: string, start: number, end: number): Hit => ({
  type,
  start,
  end,
  score: 0.95,
  signals: ['form'],
});

export const ADDRESSES: readonly Reader[] = [addressWithPassword, connectionKey];
