import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import type * as Undici from 'undici';
import type { Agent, Dispatcher } from 'undici';
import { trustSystemAuthorities } from '../http/authorities.ts';
import { isLoopback, proxySettings } from '../http/client.ts';
import { brokenFailure, plainExcerpt } from '../http/failures.ts';
import { CONNECT_TIMEOUT_MS, MAX_HEADER_BYTES, MAX_REDIRECTS } from '../http/limits.ts';
import { type AllowedPlaces, kindOfAddress } from './addresses.ts';

/** An address of a name. */
export interface Resolved {
  readonly address: string;
  readonly family: 4 | 6;
}

/** What requests of a sign-in need from outside. */
export interface WebPorts {
  /** Where `HTTPS_PROXY` and `NO_PROXY` are read from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userAgent: string;
  /** All addresses of a name; the system's resolver unless given. */
  readonly lookup?: (hostname: string) => Promise<readonly Resolved[]>;
  /** Milliseconds for a whole answer; 15 s unless given. */
  readonly timeoutMs?: number;
}

/** Which places the sign-in to one server may lead to. */
export interface WebRules {
  readonly server: URL;
  readonly allowed: AllowedPlaces;
}

/** A request of a sign-in; `form` and `json` make a POST of it. */
export interface WebRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
  readonly json?: unknown;
  /** The answer is complete with its status and headers; its body may never end. */
  readonly headOnly?: boolean;
}

/** A whole answer. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request that was not sent, or got no whole answer. The message is a sentence for people. */
export class WebFailure extends Error {
  /** `refused`: it must not be asked there. `unreachable`: trying again later may help. */
  readonly kind: 'refused' | 'unreachable';

  constructor(kind: WebFailure['kind'], sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.kind = kind;
  }
}

/** Largest answer: metadata, registrations and tokens are some kilobytes. */
const MAX_ANSWER_BYTES = 256 * 1024;
const TIMEOUT_MS = 15_000;

/** Sends the requests of sign-ins. Nothing is kept open. */
export interface Web {
  /** Throws `WebFailure`. */
  send(rules: WebRules, url: URL, what?: WebRequest): Promise<WebAnswer>;
  /** Throws `WebFailure` when a person's browser must not be sent there. */
  check(rules: WebRules, url: URL): Promise<void>;
}

/**
 * Requests to places that a server names (attack 27, SSRF through discovery): https only, except on this machine for a
 * server on this machine; names are resolved once, judged, and the judged address is the one that is connected to, so
 * that a name cannot change in between. A redirect leads elsewhere only within its origin. Answers are bounded in size
 * and time. Behind a proxy the proxy resolves; what this machine can resolve is judged all the same.
 */
export function createWeb(ports: WebPorts): Web {
  const { lookup = resolveAll, timeoutMs = TIMEOUT_MS } = ports;
  const proxy = proxySettings(ports.env);

  async function judged(rules: WebRules, hostname: string): Promise<readonly Resolved[]> {
    const found = await lookup(hostname);
    for (const { address } of found) {
      const sentence = addressFault(rules, hostname, address);
      if (sentence !== undefined) throw new WebFailure('refused', sentence);
    }
    return found;
  }

  /** A name that only the proxy can resolve is its business. */
  async function judgedIfKnown(rules: WebRules, hostname: string): Promise<void> {
    try {
      await judged(rules, hostname);
    } catch (error) {
      if (error instanceof WebFailure) throw error;
    }
  }

  async function check(rules: WebRules, url: URL): Promise<void> {
    const sentence = urlFault(rules, url);
    if (sentence !== undefined) throw new WebFailure('refused', sentence);
    if (isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0) await judgedIfKnown(rules, url.hostname);
  }

  const lookupFor = (rules: WebRules): LookupFunction => {
    return (hostname, options, callback) => {
      judged(rules, hostname).then(
        (found) => {
          const [first] = found;
          if (first === undefined) callback(notFound(hostname), '', 4);
          else if (options.all === true) callback(null, [...found]);
          else callback(null, first.address, first.family);
        },
        (error: unknown) => callback(error instanceof Error ? error : notFound(hostname), '', 4),
      );
    };
  };

  function dispatcherFor(undici: typeof Undici, rules: WebRules, url: URL): Dispatcher {
    const options: Agent.Options = {
      connect: { lookup: lookupFor(rules), timeout: CONNECT_TIMEOUT_MS },
      allowH2: false,
      maxHeaderSize: MAX_HEADER_BYTES,
    };
    return proxy === undefined || isLoopback(url.origin)
      ? new undici.Agent(options)
      : new undici.EnvHttpProxyAgent({ ...options, ...proxy, proxyTunnel: true });
  }

  async function once(rules: WebRules, url: URL, what: WebRequest, signal: AbortSignal): Promise<WebAnswer> {
    await check(rules, url);
    const body = what.form?.toString() ?? (what.json === undefined ? undefined : JSON.stringify(what.json));
    const type = what.form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
    if (url.protocol === 'https:') trustSystemAuthorities();
    const undici = await import('undici');
    const dispatcher = dispatcherFor(undici, rules, url);
    try {
      const answer = await undici.request(url, {
        dispatcher,
        signal,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          'accept-encoding': 'identity',
          'user-agent': ports.userAgent,
          ...(body === undefined ? {} : { 'content-type': type }),
          ...what.headers,
        },
        ...(body === undefined ? {} : { body }),
      });
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: what.headOnly === true ? '' : await wholeText(url, answer.body),
      };
    } finally {
      await dispatcher.destroy();
    }
  }

  async function send(rules: WebRules, url: URL, what: WebRequest = {}): Promise<WebAnswer> {
    const signal = AbortSignal.timeout(timeoutMs);
    let at = url;
    try {
      for (let hops = 0; ; hops++) {
        const answer = await once(rules, at, what, signal);
        if (answer.status < 300 || answer.status >= 400) return answer;
        at = redirectOf(at, answer, what, hops);
      }
    } catch (error) {
      throw asFailure(at, signal.aborted, error);
    }
  }

  return { send, check };
}

/** Why no request of this sign-in may go to this address, whatever its name resolves to; undefined when one may. */
export function urlFault(rules: WebRules, url: URL): string | undefined {
  const shown = shownHost(url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return `The sign-in leads to something that is no web address, so it was refused.`;
  if (url.username !== '' || url.password !== '')
    return `The sign-in leads to an address with a name before its host (${shown}), so it was refused.`;
  const here = isLoopback(url.origin);
  if (url.protocol === 'http:' && !(here && isLoopback(rules.server.origin)))
    return `The sign-in leads to ${shown} over a connection that is not encrypted, so it was refused.`;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0) return addressFault(rules, url.hostname, literal);
  return here ? addressFault(rules, url.hostname, '127.0.0.1') : undefined;
}

function addressFault(rules: WebRules, hostname: string, address: string): string | undefined {
  const { server, allowed } = rules;
  const kind = kindOfAddress(address);
  // A person named the server itself, and it is reached anyway.
  if (kind === 'public' || hostname === server.hostname) return undefined;
  const where = hostname === address ? hostname : `${hostname} (${address})`;
  if (kind === 'loopback' && isLoopback(server.origin)) return undefined;
  if (kind !== 'never' && (allowed.host(hostname) || allowed.address(address))) return undefined;
  return kind === 'private'
    ? `The sign-in leads to ${where}, an address in a private network, so it was refused. If you know that this is right, sign in with: --private-host ${hostname}`
    : `The sign-in leads to ${where}, an address of this computer or of its surroundings, so it was refused.`;
}

function redirectOf(from: URL, answer: WebAnswer, what: WebRequest, hops: number): URL {
  const { location } = answer.headers;
  const to =
    typeof location === 'string' && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  const posted = what.form !== undefined || what.json !== undefined;
  if (to === undefined || to.origin !== from.origin || posted || hops >= MAX_REDIRECTS)
    throw new WebFailure(
      'refused',
      `${shownHost(from)} redirects the sign-in${to === undefined || to.origin === from.origin ? '' : ` to ${to.origin}`}, which is not followed.`,
    );
  return to;
}

async function wholeText(url: URL, body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES)
      throw new WebFailure(
        'refused',
        `${shownHost(url)} answered the sign-in with more than ${MAX_ANSWER_BYTES} bytes, so it was refused.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function asFailure(url: URL, late: boolean, error: unknown): WebFailure {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof WebFailure) return cause;
  const { host } = url;
  if (late)
    return new WebFailure('unreachable', `${host} did not answer the sign-in in time. Try again later.`);
  const broken = error instanceof Error ? error : new Error(String(error));
  const { message } = brokenFailure({ id: '', host }, { kind: 'broken', error: broken }, false);
  return new WebFailure('unreachable', message.replaceAll('""', 'The sign-in service'), error);
}

/** For sentences; a host is the other side's own text. */
function shownHost(url: URL): string {
  return plainExcerpt(Buffer.from(url.host), []);
}

async function resolveAll(hostname: string): Promise<readonly Resolved[]> {
  const found = await systemLookup(hostname, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address of ${hostname}`), { code: 'ENOTFOUND' });
}
