import type { Agent } from 'undici';
import { fail, ok } from '../../../shared/result.ts';
import type { AskRegistry } from '../../onboarding/registry/client.ts';
import { readBody } from './package-fetch.ts';
import { reasonFor } from './package-registry.ts';

const TIMEOUT_MS = 15_000;
const CONNECT_MS = 5000;
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_HOPS = 2;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Asks a registry of servers over the network: https, or this computer. The address is a person's or an organisation's
 * choice, so it may be in a private network; what it answers may not lead anywhere else (a redirect to another origin
 * would tell a stranger what is searched for, and let it answer). At most 4 MiB and 15 seconds, no cookies.
 */
export function registryFetch(version: string, timeoutMs = TIMEOUT_MS): AskRegistry {
  let dispatcher: Agent | undefined;
  return async (address) => {
    let url = new URL(address);
    const { origin } = url;
    if (url.username !== '' || url.password !== '') return fail('unreachable', 'its address holds a login');
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname)))
      return fail('unreachable', 'its address does not begin with https');
    const undici = await import('undici');
    dispatcher ??= new undici.Agent({ connect: { timeout: CONNECT_MS } });
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      for (let hop = 0; hop <= MAX_HOPS; hop++) {
        const answer = await undici.fetch(url, {
          headers: { accept: 'application/json', 'user-agent': `doorward/${version}` },
          signal,
          redirect: 'manual',
          dispatcher,
        });
        const to = answer.headers.get('location');
        if (answer.status >= 300 && answer.status <= 399 && to !== null) {
          await answer.body?.cancel();
          if (!URL.canParse(to, url.href) || new URL(to, url).origin !== origin)
            return fail('unreachable', 'it leads to another address');
          url = new URL(to, url);
          continue;
        }
        if (!answer.ok) {
          await answer.body?.cancel();
          return answer.status === 404 || answer.status === 410
            ? fail('missing', 'it has no such thing')
            : fail('unreachable', `it answered with status ${answer.status}`);
        }
        return ok(JSON.parse((await readBody(answer, MAX_BYTES)).toString('utf8')) as unknown);
      }
      return fail('unreachable', 'it leads from one address to the next');
    } catch (error) {
      return fail('unreachable', reasonFor(error));
    }
  };
}
