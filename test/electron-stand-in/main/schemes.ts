/**
 * Chromium knows only its own schemes. A standard custom scheme such as `app://bundle/x` is therefore shown to
 * it as `https://bundle.app.invalid/x` (a secure origin that no network can answer), and everything that the
 * app sees carries the custom scheme again.
 */
const registered = new Map<string, Electron.Privileges>();

/** Remembers a scheme that the app registered before it was ready. */
export function registerScheme(scheme: string, privileges: Electron.Privileges): void {
  registered.set(scheme, privileges);
}

/** Whether the app registered the scheme. */
export function isCustomScheme(scheme: string): boolean {
  return registered.has(scheme);
}

/** The address by which Chromium knows a page of the app. */
export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
  const [, scheme = '', host = '', rest = ''] = match ?? [];
  if (!registered.has(scheme.toLowerCase())) return url;
  return `https://${host}.${scheme.toLowerCase()}.invalid${rest.startsWith('/') ? rest : `/${rest}`}`;
}

/** The address by which the app knows what Chromium shows. */
export function toApp(url: string): string {
  const match = /^(blob:)?https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.invalid(?=[/?#]|$)(.*)$/.exec(url);
  const [, blob = '', host = '', scheme = '', rest = ''] = match ?? [];
  return registered.has(scheme) ? `${blob}${scheme}://${host}${rest}` : url;
}

/** The serialised origin of an address, which Node's `URL` does not know for custom schemes. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/[^/?#]*/i.exec(url);
  if (match?.[1] !== undefined && registered.has(match[1])) return match[0];
  return URL.canParse(url) ? new URL(url).origin : 'null';
}
