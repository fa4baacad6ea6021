import { defaultCaps } from '../../../shared/model/caps.ts';
import type * as Undici from 'undici';
import type { Agent, Dispatcher } from 'undici';
import { trustSystemAuthorities } from './authorities.ts';
import type { Exchange } from './exchange.ts';
import { Flow } from './flow.ts';
import { Memory } from './growing-buffer.ts';
import { CONNECT_TIMEOUT_MS, HELD_ANSWERS, MAX_HEADER_BYTES } from './limits.ts';
import { type Clocks, Pause } from './retry-after.ts';
import { type WakePorts, WakeWatch } from './wake-watch.ts';

/** What one server may use of us, over all of its connections. */
export interface Quota {
  readonly memory: Memory;
  readonly flow: Flow;
  /** Bytes of one JSON answer, or of the data of one SSE event. */
  readonly messageBytes: number;
}

/** A response that ends soon, or a stream that may stay open for days. They never compete for sockets. */
export type Lane = 'calls' | 'streams';

/** Header names and values in turn. */
export type HeaderList = readonly string[];

export interface HttpRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: HeaderList;
  readonly body?: Buffer;
  /** ms to wait for the response headers; without it there is no limit, because people approve calls. */
  readonly headersTimeout?: number;
}

export interface HttpClient {
  readonly userAgent: string;
  /** Sends a request. Everything that goes wrong arrives at the exchange, never before this returns. */
  dispatch(lane: Lane, request: HttpRequest, exchange: Exchange): void;
  /** What the server with this id may use; `release` once for each `quota`. */
  quota(serverId: string): Quota;
  release(serverId: string): void;
  /** When the server with this id may be asked again. */
  pause(serverId: string): Pause;
  /** Cuts every connection; resolves when the sockets are closed. */
  close(): Promise<void>;
}

export interface HttpClientOptions {
  /** Where `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` (either case) are read from. Loopback is never proxied. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userAgent: string;
  /** Bytes of one message of a server; 32 MiB unless set. */
  readonly messageBytes?: number;
  /** The system's unless a test has its own. */
  readonly clock?: Clocks & WakePorts;
}

const systemClock: Clocks & WakePorts = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  every(ms, run) {
    const timer = setInterval(run, ms).unref();
    return () => clearInterval(timer);
  },
};

/** Loaded with the first request: it is a quarter of the program, and many people have no server on the network. */
let undici: typeof Undici | undefined;
const load = async (): Promise<typeof Undici> => (undici ??= await import('undici'));

const SOCKETS_PER_ORIGIN: Record<Lane, number> = { calls: 256, streams: 512 };

/**
 * The sockets to all servers: one keep-alive pool for each origin and lane, HTTP/1.1. Redirects are never followed
 * here, certificates are checked against Node's authorities and the system's. After a sleep of the computer no socket
 * from before it is used again: the other side may have forgotten it, and what is sent on it would be lost in silence.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { messageBytes = defaultCaps.resultBytes, clock = systemClock } = options;
  const proxy = proxySettings(options.env);
  const direct: Record<Lane, Dispatcher | undefined> = { calls: undefined, streams: undefined };
  const proxied: Record<Lane, Dispatcher | undefined> = { calls: undefined, streams: undefined };
  const quotas = new Map<string, { quota: Quota; users: number }>();
  const pauses = new Map<string, Pause>();
  /** From before a sleep: what is under way on them may still end. */
  const leaving = new Set<Dispatcher>();

  const leave = (dispatcher: Dispatcher): void => {
    leaving.add(dispatcher);
    void dispatcher.close().finally(() => leaving.delete(dispatcher));
  };
  const wake = new WakeWatch(clock, () => {
    for (const calls of [direct.calls, proxied.calls]) if (calls !== undefined) leave(calls);
    // Whoever holds a stream opens another when it breaks, each after a wait of its own.
    for (const streams of [direct.streams, proxied.streams]) void streams?.destroy();
    for (const all of [direct, proxied]) {
      all.calls = undefined;
      all.streams = undefined;
    }
  });
  let closed = false;

  const dispatcherFor = (
    { Agent, EnvHttpProxyAgent }: typeof Undici,
    lane: Lane,
    origin: string,
  ): Dispatcher => {
    if (proxy === undefined || isLoopback(origin)) return (direct[lane] ??= new Agent(agentOptions(lane)));
    return (proxied[lane] ??= new EnvHttpProxyAgent({ ...agentOptions(lane), ...proxy, proxyTunnel: true }));
  };

  const send = (loaded: typeof Undici, lane: Lane, request: HttpRequest, exchange: Exchange): void => {
    const { origin, path, method, headers, body, headersTimeout } = request;
    let dispatcher: Dispatcher;
    wake.look();
    if (origin.startsWith('https:')) trustSystemAuthorities();
    try {
      dispatcher = dispatcherFor(loaded, lane, origin);
    } catch (error) {
      // The proxy's address is not one.
      exchange.onResponseError(undefined, new ProxySettingError(error));
      return;
    }
    dispatcher.dispatch(
      {
        origin,
        path,
        method,
        // undici copies the list and never changes it.
        headers: headers as string[],
        body: body ?? null,
        ...(headersTimeout === undefined ? undefined : { headersTimeout }),
      },
      exchange,
    );
  };

  return {
    userAgent: options.userAgent,
    dispatch(lane, request, exchange) {
      if (undici !== undefined) return send(undici, lane, request, exchange);
      load().then(
        (loaded) => {
          if (closed) exchange.onResponseError(undefined, new Error('closed'));
          else send(loaded, lane, request, exchange);
        },
        (error: unknown) => exchange.onResponseError(undefined, error as Error),
      );
    },
    quota(serverId) {
      const known = quotas.get(serverId);
      if (known !== undefined) {
        known.users++;
        return known.quota;
      }
      const quota = { memory: new Memory(HELD_ANSWERS * messageBytes), flow: new Flow(), messageBytes };
      quotas.set(serverId, { quota, users: 1 });
      return quota;
    },
    release(serverId) {
      const known = quotas.get(serverId);
      if (known !== undefined && --known.users === 0) quotas.delete(serverId);
    },
    pause(serverId) {
      let known = pauses.get(serverId);
      if (known === undefined) pauses.set(serverId, (known = new Pause(clock)));
      return known;
    },
    async close() {
      closed = true;
      wake.stop();
      const all = [direct.calls, direct.streams, proxied.calls, proxied.streams, ...leaving];
      await Promise.all(all.map((dispatcher) => dispatcher?.destroy() ?? Promise.resolve()));
    },
  };
}

/** `HTTP_PROXY` or `HTTPS_PROXY` holds something that is no address. */
export class ProxySettingError extends Error {
  constructor(cause: unknown) {
    super('proxy setting', { cause });
  }
}

/** True for addresses of this machine, which no proxy can reach. */
export function isLoopback(origin: string): boolean {
  const host = new URL(origin).hostname;
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
  );
}

function agentOptions(lane: Lane): Agent.Options {
  return {
    connections: SOCKETS_PER_ORIGIN[lane],
    pipelining: 1,
    allowH2: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
}

interface ProxySettings {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/** The proxies of the environment; undefined when there are none. */
export function proxySettings(env: HttpClientOptions['env']): ProxySettings | undefined {
  const httpProxy = env['http_proxy'] ?? env['HTTP_PROXY'] ?? '';
  const httpsProxy = env['https_proxy'] ?? env['HTTPS_PROXY'] ?? '';
  if (httpProxy === '' && httpsProxy === '') return undefined;
  return { httpProxy, httpsProxy, noProxy: env['no_proxy'] ?? env['NO_PROXY'] ?? '' };
}
