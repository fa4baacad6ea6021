/** As a URL parser gives it back: lower case, ASCII. */
const NAME = /^(?:\[[0-9a-f:.]+\]|[^.[\]]+(?:\.[^.[\]]+)*)$/;
/** Schemes with a host behind exactly two slashes (`file:///example.com` has none). */
const PLAIN_SCHEME = /^(?:https?|wss?|s?ftp|ftps|ssh|git):\/\/[^/]/i;
/** As URL parsers take it: any number of slashes, turned either way, behind the schemes of the web. */
const WITH_SCHEME = /^(?:(?:https?|wss?|ftp):[\\/]*|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/i;

/** The host that a text names, if it is a host or a URL without a trick in it. As the URL standard spells it. */
export function plainHost(text: string): string | undefined {
  // User names before a host exist to deceive; what a URL parser drops or turns round may be read otherwise elsewhere.
  if (/[\s\\@\p{Cc}\p{Cf}]/u.test(text)) return undefined;
  if (!PLAIN_SCHEME.test(text) && (text.includes(':/') || WITH_SCHEME.test(text))) return undefined;
  return hostOf(text);
}

/** The host that a text names, however it is written. */
export function hostOf(text: string): string | undefined {
  const plain = text.replace(/[\t\n\r]/g, '');
  const rest = plain.replace(WITH_SCHEME, '').replace(/^[\\/]+/, '');
  const host = URL.parse(`http://${rest}`)?.hostname.replace(/\.$/, '');
  return host !== undefined && NAME.test(host) ? host : undefined;
}

/** What hosts a pattern covers: `example.com`, or `*.example.com` for what lies below. Undefined when it is no host. */
export function compileHost(pattern: string): ((host: string) => boolean) | undefined {
  const below = pattern.startsWith('*.');
  const name = plainHost(below ? pattern.slice(2) : pattern);
  if (
    name === undefined ||
    name.includes('*') ||
    /[/:?#]/.test(pattern.slice(below ? 2 : 0).replace(/^\[.*\]$/, ''))
  )
    return undefined;
  return below ? (host) => host.endsWith(`.${name}`) : (host) => host === name;
}
