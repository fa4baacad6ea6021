import { globMatches } from './glob.ts';

/**
 * Whether an address is on a host (`mcp.example.com`, `*.example.com` for what lies below) or under a prefix
 * (`https://mcp.example.com/team`). `exactly`, for what is allowed: encrypted unless the prefix says otherwise, the
 * same port, whole segments of the path, no name or password. `widely`, for what is forbidden: any scheme and port.
 */
export function urlFits(pattern: string, text: string, how: 'exactly' | 'widely'): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (!/^(?:https?|wss?):$/.test(url.protocol)) return false;
  const exactly = how === 'exactly';
  if (exactly && (url.username !== '' || url.password !== '')) return false;
  const host = plainHost(url.hostname);
  if (!pattern.includes('://')) {
    const [wanted = '', port] = pattern.toLowerCase().split(':', 2);
    if (exactly && url.protocol !== 'https:' && !isLoopback(host)) return false;
    if (exactly && !isLoopback(host) && url.port !== (port ?? '')) return false;
    return hostFits(plainHost(wanted), host);
  }
  if (!URL.canParse(pattern)) return false;
  const base = new URL(pattern);
  if (exactly ? base.protocol !== url.protocol || base.port !== url.port : false) return false;
  if (plainHost(base.hostname) !== host) return false;
  // An encoded slash is one to some servers and none to others.
  if (exactly && /%2f|%5c/i.test(url.pathname)) return false;
  const path = (one: string): string => `${one.replace(/\/+$/, '')}/`;
  return exactly
    ? path(url.pathname).startsWith(path(base.pathname))
    : path(decoded(url.pathname))
        .toLowerCase()
        .startsWith(path(decoded(base.pathname)).toLowerCase());
}

function hostFits(wanted: string, host: string): boolean {
  return wanted.startsWith('*.')
    ? host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1
    : globMatches(wanted, host, { paths: false, fold: true });
}

const plainHost = (host: string): string => host.toLowerCase().replace(/\.$/, '');
const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
