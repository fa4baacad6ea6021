import { type LookupFunction, BlockList, isIP } from 'node:net';
import { lookup as lookupName } from 'node:dns';

/** One question to a registry. */
export interface AskInit {
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /**
   * The host is one that everybody uses, or that a person has named in the settings, and not one that the server under
   * review names: it may be in a private network (a company's mirror), and need not speak https.
   */
  readonly trusted?: boolean;
}

/** What came, as far as we look at it. */
export interface AskedAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** Asks an address; rejects when nothing comes. */
export type Ask = (url: string, init: AskInit) => Promise<AskedAnswer>;

const MAX_HOPS = 3;
const CONNECT_MS = 4000;

/** Networks that are no public internet, and those that stand for addresses of another kind. */
const PRIVATE = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const;
const GLOBAL = [['2000::', 3]] as const;

const listOf = (networks: readonly (readonly [string, number])[]): BlockList => {
  const list = new BlockList();
  for (const [network, bits] of networks)
    list.addSubnet(network, bits, network.includes(':') ? 'ipv6' : 'ipv4');
  return list;
};
/** Made when the first address is looked at. */
let known: { readonly isPrivate: BlockList; readonly isGlobal: BlockList } | undefined;

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const { isPrivate, isGlobal } = (known ??= { isPrivate: listOf(PRIVATE), isGlobal: listOf(GLOBAL) });
  switch (isIP(address)) {
    case 4:
      return !isPrivate.check(address, 'ipv4');
    case 6:
      return isGlobal.check(address, 'ipv6') && !isPrivate.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Resolves names, and refuses those that lead into a private network: the address checked is the one connected to. */
const publicLookup: LookupFunction = (name, options, done) => {
  lookupName(name, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error !== null || first === undefined) done(error ?? new Error(`no address of ${name}`), '', 0);
    else if (!found.every(({ address }) => isPublicAddress(address)))
      done(new Error(`${name} is in a private network`), '', 0);
    else if (options.all === true) done(null, found);
    else done(null, first.address, first.family);
  });
};

/**
 * Asks registries: https only, no cookies, no login in the address, at most three redirects, and never an address in a
 * private network (attack 27: an image or repository whose name, redirect or token service leads to the router, a
 * cloud's key service or a program of this computer). The header `authorization` stays with the host it was meant for.
 */
export function packageFetch(): Ask {
  const open = async () => {
    const { Agent, fetch } = await import('undici');
    return {
      fetch,
      open: new Agent({ connect: { timeout: CONNECT_MS, lookup: publicLookup } }),
      trusted: new Agent({ connect: { timeout: CONNECT_MS } }),
    };
  };
  let opened: ReturnType<typeof open> | undefined;
  return async (address, { method = 'GET', headers = {}, signal, trusted = false }) => {
    const agents = await (opened ??= open());
    let url = new URL(address);
    const { host } = url;
    for (let hop = 0; hop <= MAX_HOPS; hop++) {
      const known = trusted && url.host === host;
      const refusal = known ? undefined : refusalOf(url);
      if (refusal !== undefined) throw new Error(refusal);
      const sent = Object.entries(headers).filter(
        ([name]) => url.host === host || name.toLowerCase() !== 'authorization',
      );
      const answer = await agents.fetch(url, {
        method,
        headers: Object.fromEntries(sent),
        signal,
        redirect: 'manual',
        dispatcher: known ? agents.trusted : agents.open,
      });
      const to = answer.headers.get('location');
      if (answer.status < 300 || answer.status > 399 || to === null || !URL.canParse(to, url.href))
        return answer;
      await answer.body?.cancel();
      url = new URL(to, url);
    }
    throw new Error('too many redirects');
  };
}

/** Why an address is not asked at all; undefined when it may be. A name is looked at again when it is resolved. */
function refusalOf({ protocol, hostname, username, password }: URL): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:') return 'its address does not begin with https';
  if (username !== '' || password !== '') return 'its address holds a login';
  if (host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && !isPublicAddress(host)))
    return `${host} is in a private network`;
  return undefined;
}

/** The whole body, of at most `max` bytes; throws when there is more. */
export async function readBody({ body }: AskedAnswer, max: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > max) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Lets go of a body that nobody reads. */
export async function dropBody({ body }: AskedAnswer): Promise<void> {
  // A loop that ends at once closes its stream.
  for await (const _ of body ?? []) break;
}
