import { domainToUnicode } from 'node:url';
import { hiddenIn } from '../catalog/pins/text/hidden.ts';
import { isLookalike, plainLetters } from '../catalog/shadowing/confusables.ts';

/** Why a page may not be opened. */
export type UrlFault =
  'malformed' | 'too-long' | 'hidden-characters' | 'scheme' | 'not-encrypted' | 'user-info' | 'host';

/** What a person should know before opening it. */
export type UrlWarning =
  | 'international'
  | 'mixed-scripts'
  | 'lookalike'
  | 'other-domain-inside'
  | 'address'
  | 'private-network'
  | 'odd-characters'
  | 'rewritten'
  | 'long';

export type UrlJudgement =
  | { readonly kind: 'refused'; readonly fault: UrlFault; readonly sentence: string }
  | {
      readonly kind: 'ask';
      /** What would be opened: show all of it. */
      readonly href: string;
      /** Where the host stands in `href`, to be marked. UTF-16 units. */
      readonly hostStart: number;
      readonly hostEnd: number;
      readonly host: string;
      /** The host in its own letters, where that differs. */
      readonly shownHost: string | undefined;
      readonly warnings: readonly UrlWarning[];
    };

const MAX_CHARS = 8192;
/** An honest sign-in page has some hundred. */
const LONG_CHARS = 2048;

const SENTENCES: Readonly<Record<UrlFault, string>> = {
  malformed: 'The server wants to open something that is no web address.',
  'too-long': 'The server wants to open an address that is too long to be looked at.',
  'hidden-characters': 'The server wants to open an address with hidden characters in it.',
  scheme: 'The server wants to open something that is no web page.',
  'not-encrypted': 'The server wants to open a page over a connection that is not encrypted.',
  'user-info': 'The server wants to open an address with a name before the host, which hides where it leads.',
  host: 'The server wants to open an address whose host can be read in two ways.',
};

/** `scheme://authority` as it was written; the rest is for the URL parser. */
const SHAPE = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)/;
/** Characters that a URL is made of (RFC 3986), and letters of other scripts. */
const ODD =
  /[^A-Za-z0-9\-._~:/?#[\]@!$&()*+,;=%\u00a0-\u{10ffff}]|%(?![0-9A-Fa-f]{2})|%(?:[01][0-9A-Fa-f]|7[Ff])|[$]\(/u;
const TOP_LEVEL = new Set(
  'com org net edu gov mil int info biz io dev app ai co me tv eu uk de fr jp cn ru in br au ca us ch nl se'.split(
    ' ',
  ),
);

/**
 * Judges a page that a server wants a person to open (attack 26: OAuth and elicitation URLs). Only `https`, and `http`
 * to this very machine; no user info, nothing that parsers could read in different ways. What may be opened is still
 * only asked about, whole, with its host marked. Nothing is fetched.
 */
export function judgeUrl(text: string): UrlJudgement {
  const refuse = (fault: UrlFault): UrlJudgement => ({ kind: 'refused', fault, sentence: SENTENCES[fault] });
  if (text.length > MAX_CHARS) return refuse('too-long');
  // The parser would drop tabs and line ends, and white space around: what is shown would not be what was sent.
  if (
    /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]|^\s|\s$/u.test(text) ||
    hiddenIn(text).some(({ kind }) => UNSEEN.has(kind))
  )
    return refuse('hidden-characters');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const shape = SHAPE.exec(text);
  if (url === undefined) return refuse('malformed');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('scheme');
  const written = shape?.[2] ?? '';
  if (written === '' || text.includes('\\')) return refuse('malformed');
  if (url.username !== '' || url.password !== '' || written.includes('@')) return refuse('user-info');
  const { hostname, href } = url;
  if (hostname === '' || written.includes('%') || hostname.includes('..')) return refuse('host');
  const loopback = isLoopback(hostname);
  if (url.protocol === 'http:' && !loopback) return refuse('not-encrypted');
  const hostStart = href.indexOf('//') + 2;
  const shownHost = domainToUnicode(hostname);
  return {
    kind: 'ask',
    href,
    hostStart,
    hostEnd: hostStart + hostname.length,
    host: hostname,
    shownHost: shownHost === hostname || shownHost === '' ? undefined : shownHost,
    warnings: [...(loopback ? [] : warningsOfHost(hostname)), ...warningsOfText(text, written, url)],
  };
}

const UNSEEN = new Set(['zero-width', 'bidi', 'tags', 'selectors', 'private-use', 'control', 'ansi']);

function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(name)
  );
}

function warningsOfHost(hostname: string): UrlWarning[] {
  const warnings: UrlWarning[] = [];
  const labels = hostname.replace(/\.$/, '').split('.');
  if (labels.some((label) => label.startsWith('xn--'))) {
    warnings.push('international');
    const shown = domainToUnicode(hostname).split('.');
    if (shown.some((label) => scriptsIn(label).size > 1)) warnings.push('mixed-scripts');
    if (shown.some(isDisguise)) warnings.push('lookalike');
  }
  // A name such as paypal.com.example.net wears another's as its beginning.
  if (labels.slice(1, -2).some((label) => TOP_LEVEL.has(label))) warnings.push('other-domain-inside');
  const numeric = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(hostname) || hostname.startsWith('[');
  if (numeric) warnings.push('address');
  if (isPrivate(hostname)) warnings.push('private-network');
  return warnings;
}

function warningsOfText(text: string, written: string, { hostname, href }: URL): UrlWarning[] {
  const warnings: UrlWarning[] = [];
  // Hexadecimal addresses, full-width letters: what was written is not what would be opened.
  const host = written.toLowerCase().replace(/:\d*$/, '');
  if (host !== hostname && !hostname.includes('xn--')) warnings.push('rewritten');
  if (ODD.test(text)) warnings.push('odd-characters');
  if (href.length > LONG_CHARS) warnings.push('long');
  return warnings;
}

/** Letters of another script that are taken for plain ones. */
function isDisguise(label: string): boolean {
  return Array.from(label).some(isLookalike) && /^[\x20-\x7e]+$/.test(plainLetters(label));
}

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Hebrew',
  'Arabic',
  'Cherokee',
  'Georgian',
  'Thai',
  'Hangul',
];
const SCRIPT_TESTS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

function scriptsIn(label: string): Set<string> {
  return new Set(SCRIPT_TESTS.flatMap(([script, test]) => (test.test(label) ? [script] : [])));
}

function isPrivate(hostname: string): boolean {
  const [a, b] = hostname.split('.').map(Number);
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(hostname))
    return (
      a === 10 ||
      a === 0 ||
      (a === 172 && (b ?? 0) >= 16 && (b ?? 0) < 32) ||
      (a === 192 && b === 168) ||
      (a === 169 && b === 254) ||
      (a === 100 && (b ?? 0) >= 64 && (b ?? 0) < 128)
    );
  return (
    /^\[(?:f[cd]|fe[89ab]|::ffff:)/.test(hostname) ||
    /\.(?:local|internal|lan|home|corp|intranet)\.?$/.test(hostname)
  );
}
