import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Where an address leads. `never`: link-local with the metadata services of clouds, unspecified, multicast and
 * reserved ones, at which nobody signs in.
 */
export type AddressKind = 'public' | 'loopback' | 'private' | 'never';

const RANGES: readonly (readonly [AddressKind, readonly string[]])[] = [
  [
    'never',
    [
      '0.0.0.0/8',
      '169.254.0.0/16',
      '100.100.100.200/32',
      '192.0.0.192/32',
      '224.0.0.0/3',
      '::/128',
      'fe80::/10',
      'ff00::/8',
      'fd00:ec2::/32',
    ],
  ],
  ['loopback', ['127.0.0.0/8', '::1/128']],
  [
    'private',
    [
      '10.0.0.0/8',
      '172.16.0.0/12',
      '192.168.0.0/16',
      '100.64.0.0/10',
      '192.0.0.0/24',
      '198.18.0.0/15',
      'fc00::/7',
      'fec0::/10',
    ],
  ],
];
type Kinds = readonly (readonly [AddressKind, BlockList])[];

/** Made when the first address is looked at: most runs never see one. */
let known: Kinds | undefined;
const kinds = (): Kinds =>
  (known ??= RANGES.map(([kind, ranges]) => {
    const list = new BlockList();
    for (const range of ranges) addRange(list, range);
    return [kind, list] as const;
  }));

/** Where an IP address leads, also one that stands inside another (IPv4-mapped, NAT64, 6to4). `never` for no address. */
export function kindOfAddress(address: string): AddressKind {
  const ip = bare(address);
  if (isIP(ip) === 0) return 'never';
  const all = [ip, ...innerAddresses(ip)].map(plainKind);
  return all.find((kind) => kind === 'never') ?? all.find((kind) => kind !== 'public') ?? 'public';
}

function plainKind(ip: string): AddressKind {
  const family = isIPv4(ip) ? 'ipv4' : 'ipv6';
  return kinds().find(([, list]) => list.check(ip, family))?.[0] ?? 'public';
}

/** Hosts and address ranges in an own network at which people may sign in. */
export interface AllowedPlaces {
  /** `hostname` as in `URL`. */
  host(hostname: string): boolean;
  address(ip: string): boolean;
}

/**
 * Reads lines such as `login.corp.example`, `*.corp.example`, `10.1.0.0/16` and `fd00::1`. A line that is none of
 * these allows nothing.
 */
export function allowedPlaces(lines: readonly string[]): AllowedPlaces {
  const list = new BlockList();
  const hosts = new Set<string>();
  const domains: string[] = [];
  for (const line of lines.map((one) => one.trim().toLowerCase())) {
    if (addRange(list, line.includes('/') ? line : `${bare(line)}/${isIPv4(line) ? 32 : 128}`)) continue;
    if (/^\*\.[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(line)) domains.push(line.slice(1));
    else if (line !== '') hosts.add(line);
  }
  return {
    host(hostname) {
      const name = hostname.toLowerCase().replace(/\.$/, '');
      return hosts.has(name) || domains.some((domain) => name.endsWith(domain));
    },
    address(ip) {
      const plain = bare(ip);
      const family = isIP(plain);
      return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
    },
  };
}

/** Adds `address/bits`; false when it is none. */
function addRange(list: BlockList, range: string): boolean {
  const [address = '', bits = ''] = range.split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  if (family === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most) return false;
  list.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return true;
}

/** Without the brackets of a URL and the zone of a link-local address. */
function bare(address: string): string {
  return address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
}

/** IPv4 addresses that an IPv6 address stands for. */
function innerAddresses(ip: string): string[] {
  if (isIPv4(ip)) return [];
  const words = hextets(ip);
  const v4 = (high = 0, low = 0): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const begins = (...head: readonly number[]): boolean => head.every((word, i) => words[i] === word);
  if (begins(0, 0, 0, 0, 0, 0xffff) || begins(0x64, 0xff9b, 0, 0, 0, 0)) return [v4(words[6], words[7])];
  // The form that was given up, ::a.b.c.d, which some systems still route.
  if (begins(0, 0, 0, 0, 0, 0) && (words[6] ?? 0) !== 0) return [v4(words[6], words[7])];
  return begins(0x2002) ? [v4(words[1], words[2])] : [];
}

function hextets(ip: string): number[] {
  const tail = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(ip);
  const [, front = '', a, b, c, d] = tail ?? [];
  const pair = (high = '0', low = '0'): string => ((Number(high) << 8) | Number(low)).toString(16);
  const text = tail === null ? ip : `${front}${pair(a, b)}:${pair(c, d)}`;
  const [left = '', right] = text.split('::');
  const read = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16));
  const head = read(left);
  const end = right === undefined ? [] : read(right);
  return [...head, ...Array.from({ length: 8 - head.length - end.length }, () => 0), ...end];
}
