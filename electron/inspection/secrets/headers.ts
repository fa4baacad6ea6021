import { charSet, withoutTail } from './char-set.ts';
import { isPassword } from './addresses.ts';
import { isStandIn, looksRandom } from './plausible.ts';
import { endOfWord, fromBase64, type Reader, type Reading } from './reader.ts';

const LONGEST = 2048;
const STOPS = charSet(',;');
const NOTHING = /^[ \t]*(?:\\*["'])?[ \t]*/;

/** What stands after a header's name and colon or a setting's name and sign: `(quote) value`. */
function valueAfter(text: string, at: number): { start: number; end: number; value: string } {
  const start = at + (NOTHING.exec(text.slice(at, at + 12))?.[0].length ?? 0);
  const end = endOfWord(text, start, LONGEST);
  return { start, end, value: withoutTail(text.slice(start, end), STOPS) };
}

/** `Authorization: Basic …` (RFC 7617): a name and a password in base64. */
const basic: Reader = {
  begins: ['Basic '],
  read(text, at) {
    const { start, end, value } = valueAfter(text, at + 6);
    const inside = value.length < 8 ? undefined : fromBase64(value);
    return credentials('basic-auth', inside, start, end, value, end);
  },
};

/** `Authorization: Bearer …` (RFC 6750), whatever the token. */
const bearer: Reader = {
  begins: ['Bearer '],
  read(text, at) {
    const { start, end, value } = valueAfter(text, at + 7);
    if (!looksRandom(value) || value.length < 20) return { to: end };
    const named = /authori[sz]ation["'\\]{0,3}\s{0,3}[:=]?\s{0,2}["'\\]{0,3}\s?$/i.test(
      text.slice(Math.max(0, at - 30), at),
    );
    const score = named ? 0.85 : 0.7;
    return {
      hit: { type: 'bearer-token', start, end: start + value.length, score, signals: ['bearer'] },
      to: end,
    };
  },
};

/** `Authorization:` and its likes with a scheme of somebody's own, or none. */
const authorization: Reader = {
  begins: ['Authorization:', 'Authorization":', 'Authorization\\":', 'X-Api-Key:', 'X-Auth-Token:'],
  read(text, at) {
    const head = /^[A-Za-z-]{8,14}(?:\\*["'])?:\s{0,3}(?:\\*["'])?(?:[A-Za-z][\w-]{1,20}[ =]{1,2})?/.exec(
      text.slice(at, at + 64),
    );
    if (head === null || /(?:basic|bearer|digest|negotiate) ?$/i.test(head[0])) return { to: at + 8 };
    const start = at + head[0].length;
    const end = endOfWord(text, start, LONGEST);
    const value = withoutTail(text.slice(start, end), STOPS);
    // What schemes of several parameters begin with is no token.
    if (value.includes('=') && value.indexOf('=') < value.length - 2) return { to: end };
    return looksRandom(value.replace(/^\w{2,8}[~:]/, ''))
      ? {
          hit: { type: 'authorization', start, end: start + value.length, score: 0.75, signals: ['header'] },
          to: end,
        }
      : { to: end };
  },
};

/** Sign-ins for container registries (`"auth": "…"` of Docker's config.json), which are base64 of name and password. */
const dockerAuth: Reader = {
  begins: ['auth"', "auth'", 'auth\\"', '_auth=', '_auth ', '_auth:'],
  read(text, at) {
    const sign = /^_?auth(?:\\*["'])?\s{0,4}[:=]\s{0,4}/.exec(text.slice(at, at + 24));
    if (sign === null) return { to: at + 4 };
    const { start, end, value } = valueAfter(text, at + sign[0].length);
    const inside = value.length < 8 ? undefined : fromBase64(value);
    return credentials('registry-auth', inside, start, end, value, end);
  },
};

function credentials(
  type: string,
  inside: string | undefined,
  start: number,
  end: number,
  value: string,
  to: number,
): Reading {
  const colon = inside?.indexOf(':') ?? -1;
  if (inside === undefined || colon < 1 || !isPassword(inside.slice(0, colon), inside.slice(colon + 1)))
    return { to };
  return {
    hit: { type, start, end: start + value.length, score: 0.9, signals: ['base64', 'password'] },
    to: end,
  };
}

/** Tokens and passwords in `.npmrc` (`//host/:_authToken=…`), whatever their form. */
const npmrc: Reader = {
  begins: ['_authToken', ':_password'],
  read(text, at) {
    const sign = /^:?_[A-Za-z]{4,10}\s{0,2}=\s{0,2}/.exec(text.slice(at, at + 20));
    if (sign === null) return { to: at + 4 };
    const { start, end, value } = valueAfter(text, at + sign[0].length);
    const plausible = value.length >= 8 && !isStandIn(value) && !/[${}<>]/.test(value) && /\d/.test(value);
    return plausible
      ? {
          hit: { type: 'registry-auth', start, end: start + value.length, score: 0.85, signals: ['npmrc'] },
          to: end,
        }
      : { to: end };
  },
};

const SESSION =
  /^(?:sess(?:ion)?(?:[_-]?(?:id|token))?|[\w.-]*(?:sess(?:ion)?(?:[_-]?(?:id|token))?|sessid|\.sid|auth[_-]?token|remember[_-]?\w*token|access[_-]?token|_session|\.auth|jwt)|sid|user_session|d|li_at|datr|xs|sp_dc)$/i;

/** Cookies that keep somebody signed in (`Cookie: a=b; …`, `Set-Cookie: a=b`). */
const cookies: Reader = {
  begins: [
    'Cookie:',
    'Cookie"',
    'Cookie\\"',
    "Cookie'",
    'PHPSESSID=',
    'JSESSIONID=',
    'connect.sid=',
    'sessionid=',
    'ASP.NET_SessionId=',
  ],
  read(text, at) {
    const head = /^cookie(?:\\*["'])?\s{0,2}:\s{0,2}(?:\\*["'])?/i.exec(text.slice(at, at + 20));
    const from = at + (head?.[0].length ?? 0);
    const line = /^[^\r\n"'\\]{0,2048}/.exec(text.slice(from, from + LONGEST))?.[0] ?? '';
    let place = from;
    let first: Reading | undefined;
    for (const pair of line.split(';')) {
      const [, space = '', name = '', value = ''] = /^(\s*)([\w.-]{1,64})=([^\s,]*)/.exec(pair) ?? [];
      const start = place + space.length + name.length + 1;
      place += pair.length + 1;
      if (!SESSION.test(name) || !isSessionValue(value)) continue;
      const hit = {
        type: 'session-cookie',
        start,
        end: start + value.length,
        score: 0.85,
        signals: ['cookie'],
      };
      // The rest of the line is looked at again from here.
      first ??= { hit, to: hit.end };
      if (first.hit !== hit) return { hit: { ...(first.hit as typeof hit), end: hit.end }, to: hit.end };
    }
    return first ?? { to: from + line.length };
  },
};

function isSessionValue(value: string): boolean {
  const plain = value.replaceAll(/%[0-9A-Fa-f]{2}/g, '.');
  return plain.length >= 16 && !isStandIn(plain) && /\d/.test(plain) && /[A-Za-z]/.test(plain);
}

/** A name and a password for curl (`-u name:password`). */
const curlUser: Reader = {
  begins: ['curl '],
  read(text, at) {
    // A backslash at the end goes on in the next line.
    const line = /^(?:\\\r?\n|[^\n]){0,600}/.exec(text.slice(at, at + 600))?.[0] ?? '';
    const found = /(?:\s-u\s?|\s--user[ =]\s{0,8})(?:'([^']{3,200})'|"([^"]{3,200})"|(\S{3,200}))/.exec(line);
    const given = found?.[1] ?? found?.[2] ?? found?.[3];
    const to = at + line.length;
    if (found === null || given === undefined) return { to };
    const colon = given.indexOf(':');
    const start = at + found.index + found[0].lastIndexOf(given);
    const password = given.slice(colon + 1).replace(/^(['"])(.*)\1$/, '$2');
    if (colon < 0 || !isPassword(given.slice(0, colon), password) || /[$<{]/.test(given)) return { to };
    return {
      hit: { type: 'curl-password', start, end: start + given.length, score: 0.85, signals: ['curl'] },
      to,
    };
  },
};

/** Sign-ins in `.netrc` (`machine host login name password …`). */
const netrc: Reader = {
  begins: ['machine '],
  read(text, at) {
    const found =
      /^machine\s{1,4}\S{1,100}\s{1,8}login\s{1,4}(\S{1,100})\s{1,8}password\s{1,4}(\S{1,200})/.exec(
        text.slice(at, at + 420),
      );
    if (found === null) return { to: at + 8 };
    const to = at + found[0].length;
    const [, user = '', password = ''] = found;
    return isPassword(user, password) && /^[!-~]+$/.test(password)
      ? {
          hit: {
            type: 'netrc-password',
            start: to - password.length,
            end: to,
            score: 0.85,
            signals: ['netrc'],
          },
          to,
        }
      : { to };
  },
};

export const HEADERS: readonly Reader[] = [
  basic,
  bearer,
  authorization,
  dockerAuth,
  npmrc,
  cookies,
  curlUser,
  netrc,
];
