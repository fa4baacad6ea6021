import type { LaunchReason } from '../../../shared/model/review.ts';
import { plainLetters } from '../shadowing/confusables.ts';
import { editDistance } from '../shadowing/distance.ts';
import { isPlainSecret, isPlaceholder } from './judge-environment.ts';
import { KNOWN_HOSTS } from './known-names.ts';
import { held, note, shorten } from './reason.ts';

/** What is wrong with the address and headers of a remote server. The address is never fetched here. */
export function judgeUrl(text: string, headers: Readonly<Record<string, string>> = {}): LaunchReason[] {
  const reasons: LaunchReason[] = [];
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return [held('insecure-url', { address: shorten(text) })];
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const loopback =
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    /^127(?:\.\d{1,3}){3}$/.test(host) ||
    host === '::1';
  if (url.protocol !== 'https:' && !loopback)
    // In a network of one's own there is often no certificate to be had.
    reasons.push(
      (isPrivate(host) && !isMetadata(host) ? note : held)('insecure-url', { address: shorten(url.origin) }),
    );
  if (url.username !== '' || url.password !== '')
    reasons.push(held('credentials-in-url', { address: shorten(url.host) }));
  for (const [name, value] of url.searchParams)
    if (
      isPlainSecret(name, value) ||
      (/^(?:key|token|apikey|api_key|secret|access_token|auth)$/i.test(name) &&
        value.length > 5 &&
        !isPlaceholder(value))
    )
      reasons.push(held('credentials-in-url', { address: shorten(url.host) }));
  if (!loopback) reasons.push(...judgeHost(host, new URL(text).host));
  for (const [name, value] of Object.entries(headers)) {
    const secret =
      isPlainSecret(name, value) ||
      (/^(?:authorization|cookie|x-api-key|proxy-authorization|x-auth-token)$/i.test(name) &&
        value.length > 5 &&
        !isPlaceholder(value));
    if (secret) reasons.push(held('secret-in-plain', { name }));
  }
  return reasons;
}

function judgeHost(host: string, shown: string): LaunchReason[] {
  if (isMetadata(host)) return [held('private-address', { address: shown })];
  if (isPrivate(host)) return [note('private-address', { address: shown })];
  // The URL parser turns foreign letters into xn--: a person would have read them as ordinary ones.
  if (host.split('.').some((label) => label.startsWith('xn--')))
    return [held('lookalike-host', { address: shown, known: '' })];
  const like = KNOWN_HOSTS.find(
    (known) =>
      known !== host &&
      (plainLetters(host) === known ||
        editDistance(host.slice(0, 80), known, 1) <= 1 ||
        host.startsWith(`${known}.`) ||
        host.startsWith(`${known}-`)),
  );
  return like === undefined ? [] : [held('lookalike-host', { address: shown, known: like })];
}

/** Where clouds hand out their machines' keys. */
function isMetadata(host: string): boolean {
  return (
    host === '169.254.169.254' ||
    host === 'metadata.google.internal' ||
    host === 'fd00:ec2::254' ||
    host === '100.100.100.200'
  );
}

function isPrivate(host: string): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host))
    return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|0\.)/.test(
      host,
    );
  if (host.includes(':')) return /^(?:f[cd]|fe[89ab])/i.test(host) || host === '::';
  return /\.(?:local|internal|lan|home|corp|intranet|home\.arpa)$/.test(host) || !host.includes('.');
}
