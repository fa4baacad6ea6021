import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from '../http/node-http.ts';
import type { AddressInfo } from 'node:net';
import { timingSafeEqual } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** What came back through the browser, once. Whoever it came from is not known yet. */
export interface Redirected {
  readonly code: string | undefined;
  readonly iss: string | undefined;
  readonly error: string | undefined;
}

/** Waits on this computer for the browser to come back. */
export interface RedirectListener {
  readonly redirectUri: string;
  /** The first answer that has this state; refused when the time is over or `close` is called. */
  wait(state: string, ms: number): Promise<Result<Redirected>>;
  /** Refuses what waits, with this sentence. */
  close(sentence: string): void;
}

const PATH = '/callback';
const MAX_VALUE = 8192;

/**
 * Listens on 127.0.0.1 for one redirect (RFC 8252 §7.3), at `port` if that is free, else at any. Answers every request
 * with a plain page without scripts. Only a request with the right `state` counts, and only the first: another program or
 * page can neither end the sign-in nor slip a code of its own into it.
 */
export async function listenForRedirect(port: number | undefined): Promise<RedirectListener> {
  let taker: ((url: URLSearchParams) => boolean) | undefined;
  let end: ((sentence: string) => void) | undefined;
  const server = createServer({ maxHeaderSize: 32 * 1024 }, (request, response) => {
    const { host } = request.headers;
    const query = queryOf(request, host === `127.0.0.1:${portOf()}`);
    if (query === undefined) page(response, 404, 'There is nothing here.');
    else if (taker?.(query) === true)
      page(response, 200, 'Doorward has the answer. You can close this page and go back to Doorward.');
    else page(response, 400, 'Doorward does not wait for this answer. Begin the sign-in again in Doorward.');
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  const portOf = (): number => (server.address() as AddressInfo | null)?.port ?? 0;
  if (port === undefined || !(await listens(server, port))) await listens(server, 0);

  const stop = (): void => {
    server.close();
    // The page is on its way still.
    setTimeout(() => server.closeAllConnections(), 1000).unref();
  };

  return {
    redirectUri: `http://127.0.0.1:${portOf()}${PATH}`,
    wait(state, ms) {
      return new Promise((resolve) => {
        const settle = (outcome: Result<Redirected>): void => {
          clearTimeout(timer);
          taker = undefined;
          end = undefined;
          stop();
          resolve(outcome);
        };
        const timer = setTimeout(
          () => settle(fail('timeout', 'Nobody signed in within the time for it. Begin again.')),
          ms,
        );
        end = (sentence) => settle(fail('stopped', sentence));
        taker = (query) => {
          if (!sameText(one(query, 'state'), state)) return false;
          settle(ok({ code: one(query, 'code'), iss: one(query, 'iss'), error: one(query, 'error') }));
          return true;
        };
      });
    },
    close(sentence) {
      if (end === undefined) stop();
      else end(sentence);
    },
  };
}

/** A parameter that is there exactly once (RFC 6749 §3.1). */
function one(query: URLSearchParams, name: string): string | undefined {
  const all = query.getAll(name);
  const [value] = all;
  return all.length === 1 && value !== undefined && value.length <= MAX_VALUE ? value : undefined;
}

function sameText(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false;
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

function queryOf({ method, url = '' }: IncomingMessage, hostFits: boolean): URLSearchParams | undefined {
  if (method !== 'GET' || !hostFits || !URL.canParse(url, 'http://127.0.0.1')) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  return pathname === PATH ? searchParams : undefined;
}

function page(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(`<!doctype html><html lang="en"><title>Doorward</title><p>${sentence}</p></html>\n`);
}

function listens(server: ReturnType<typeof createServer>, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => {
      server.off('listening', onListening);
      if (port === 0) reject(error);
      else resolve(false);
    };
    const onListening = (): void => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, '127.0.0.1');
  });
}
