import type { Remote } from './address.ts';
import type { HeaderList, HttpClient, Quota } from './client.ts';
import { HttpExchange } from './exchange.ts';
import { DELETE_TIMEOUT_MS } from './limits.ts';

/** Tells a server that its session is over (2025-11-25, "Session Management"). Whatever it says, done in two seconds. */
export function deleteSession(
  client: HttpClient,
  remote: Remote,
  path: string,
  headers: HeaderList,
  quota: Quota,
): Promise<void> {
  return new Promise((resolve) => {
    const exchange = new HttpExchange(
      { started: () => 'discard', event: () => undefined, ended: done },
      quota,
    );
    const timer = setTimeout(() => {
      exchange.abort();
      resolve();
    }, DELETE_TIMEOUT_MS);
    function done(): void {
      clearTimeout(timer);
      resolve();
    }
    client.dispatch('calls', { origin: remote.origin, path, method: 'DELETE', headers }, exchange);
  });
}
