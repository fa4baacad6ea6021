import type { SendFailure } from '../connection.ts';
import { SignInNeeded } from '../oauth/sign-in-needed.ts';
import type { Remote, Redirect } from './address.ts';
import { ProxySettingError } from './client.ts';
import type { Break } from './exchange.ts';
import { MAX_EXCERPT_CHARS, MAX_HEADER_BYTES } from './limits.ts';

type Who = Pick<Remote, 'id' | 'host'>;

const CERTIFICATE = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Why a request did not get its response, as a sentence that names the server and what to do. */
export function brokenFailure(who: Who, broken: Break, answering: boolean): SendFailure {
  if (broken.kind === 'too-large') return tooLarge(who, broken.bytes);
  if (broken.error instanceof SignInNeeded) {
    const { message, status: httpStatus } = broken.error;
    return { code: 'unauthorized', httpStatus, message };
  }
  const code = errorCode(broken.error);
  const at = `"${who.id}" cannot be reached at ${who.host}: `;
  const unreachable = (why: string): SendFailure => ({ code: 'unreachable', message: at + why });
  if (broken.error instanceof ProxySettingError)
    return unreachable(
      'the proxy in HTTP_PROXY or HTTPS_PROXY is not an address. Correct the proxy settings.',
    );
  if (CERTIFICATE.has(code)) {
    return unreachable(
      `its certificate is not trusted (${code}). Check the address; behind a company proxy, install its certificate in the system.`,
    );
  }
  if (broken.error.name === 'HTTPParserError') {
    return {
      code: 'protocol',
      message: `What answers at ${who.host} does not speak HTTP as expected, so "${who.id}" cannot be used. Check the address.`,
    };
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    return unreachable(
      `no encrypted connection came about (${code}). Check whether the address begins rightly with https, and its port.`,
    );
  }
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return unreachable('its name cannot be looked up. Check the address and the network.');
    case 'ECONNREFUSED':
      return unreachable('nothing answers there. Check the address and whether the server runs.');
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
      return unreachable('there is no way to it. Check the network.');
    case 'ETIMEDOUT':
      if (answering) break;
      return unreachable('it did not answer in time. Check the address and the network.');
    case 'UND_ERR_CONNECT_TIMEOUT':
      return unreachable('it did not answer in time. Check the address and the network.');
    case 'UND_ERR_PRX_CONN':
    case 'UND_ERR_PRX_TLS':
    case 'UND_ERR_ABORTED':
      return unreachable('the proxy did not connect. Check the proxy settings.');
    case 'UND_ERR_HEADERS_OVERFLOW':
      return tooLarge(who, MAX_HEADER_BYTES);
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return { code: 'timeout', message: `"${who.id}" did not answer in time. Try again later.` };
    case 'UND_ERR_INVALID_ARG':
      return { code: 'protocol', message: `A message to "${who.id}" cannot be sent as an HTTP request.` };
    case 'UND_ERR_DESTROYED':
    case 'UND_ERR_CLOSED':
      return { code: 'closed', message: `The connection to "${who.id}" was closed.` };
    default:
      break;
  }
  if (answering) {
    return {
      code: 'unreachable',
      message: `The connection to "${who.id}" broke before its answer was complete. Try again.`,
    };
  }
  return unreachable('the connection broke. Check the network and try again.');
}

/** A caller is told what limit was passed, not only that something failed. */
export function tooLarge(who: Who, bytes: number): SendFailure {
  return {
    code: 'too-large',
    message: `"${who.id}" sent more than the ${bytes} bytes that one answer may have, so the answer was dropped. Ask it for less at a time.`,
  };
}

/** 401 and 403. */
export function unauthorized(who: Who, status: number): SendFailure {
  const message =
    status === 401
      ? `"${who.id}" asks for sign-in. Sign in to it, or check the token in its settings.`
      : `"${who.id}" refuses access with the present sign-in. Check the permissions of the account or token.`;
  return { code: 'unauthorized', httpStatus: status, message };
}

/** 404 on a request that carried a session id: the server has forgotten the session (2025-11-25, transports). */
export function sessionLost(who: Who): SendFailure {
  return {
    code: 'session-lost',
    httpStatus: 404,
    message: `"${who.id}" has ended the session. A new one is opened with the next call.`,
  };
}

const BUSY: ReadonlyMap<number, string> = new Map([
  [429, 'too many requests'],
  [503, 'not available for now'],
]);

/**
 * A refusal that is no JSON-RPC error; quotes what the server wrote, without the secrets it was sent. `pauseMs`: how
 * long it wants to be left alone; 0 when it did not say.
 */
export function httpStatus(who: Remote, status: number, body: Buffer, pauseMs = 0): SendFailure {
  const excerpt = plainExcerpt(body, who.secrets);
  const busy = BUSY.get(status);
  if (busy !== undefined) {
    const when = pauseMs === 0 ? '. Try again later.' : ` and ${leftAlone(pauseMs)}`;
    const said = excerpt === '' ? '' : ` It said: ${excerpt}`;
    const message = `"${who.id}" answered with HTTP status ${status} (${busy})${when}${said}`;
    return { code: 'http-status', httpStatus: status, message };
  }
  const said = excerpt === '' ? '' : ` and said: ${excerpt}`;
  return {
    code: 'http-status',
    httpStatus: status,
    message: `"${who.id}" answered with HTTP status ${status}${said}`,
  };
}

/** Not sent at all, because the server has asked for a pause with this status. */
export function paused(who: Who, status: number, leftMs: number): SendFailure {
  const message = `"${who.id}" was not asked: it has answered with HTTP status ${status} and ${leftAlone(leftMs)}`;
  return { code: 'http-status', httpStatus: status, message };
}

/** Seconds up to two minutes, then minutes. */
function leftAlone(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const time = seconds <= 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
  return `wants to be left alone for ${time}. Try again then.`;
}

/** A redirect that is not followed; names only the origin, because the rest of the address may carry secrets. */
export function redirected(who: Who, status: number, redirect: Redirect): SendFailure {
  const to = redirect.kind === 'refuse' && redirect.to !== undefined ? ` to ${redirect.to}` : ' elsewhere';
  return {
    code: 'http-status',
    httpStatus: status,
    message: `"${who.id}" redirects${to}, which is not followed. If that is right, change its address.`,
  };
}

/** A 2xx answer that is no MCP message: a web page, an empty body, a compressed or cut-off one. */
export function notMcp(who: Who, status: number, what: string): SendFailure {
  return {
    code: 'protocol',
    httpStatus: status,
    message: `"${who.id}" answered with ${what} instead of an MCP message. Check its address.`,
  };
}

/** The stream ended before the answer and cannot be resumed. */
export function unfinished(who: Who): SendFailure {
  return { code: 'protocol', message: `"${who.id}" ended its stream before it answered. Try again.` };
}

/** Something was sent after the end. */
export function over(who: Who): SendFailure {
  return { code: 'closed', message: `The connection to "${who.id}" is closed.` };
}

/**
 * At most 200 characters of a refusal for people: no markup, no control, invisible or bidirectional characters,
 * because a server writes this text. A server may also quote what it was sent: `secrets` are struck out.
 */
export function plainExcerpt(body: Buffer, secrets: readonly string[]): string {
  let all = body.toString('utf8');
  for (const secret of secrets) all = all.replaceAll(secret, '•••');
  const text = all
    .slice(0, MAX_EXCERPT_CHARS * 16)
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/[\p{C}\p{Zl}\p{Zp}\ufffd]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= MAX_EXCERPT_CHARS) return text;
  return `${text.slice(0, MAX_EXCERPT_CHARS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function errorCode(error: Error): string {
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (own !== '') return own;
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
}
