import type * as tls from 'node:tls';

/** What of `node:tls` is needed. */
export type TlsAuthorities = Pick<typeof tls, 'getCACertificates' | 'setDefaultCACertificates'>;

let done = false;

/**
 * Adds the certificate authorities of the operating system to those that this process trusts, so that a company's own
 * servers and proxies are known as they are to its browsers. Once for a process, with the first encrypted request,
 * because reading them takes a moment. Nothing is taken away; where the system has none to give, nothing changes.
 */
export function trustSystemAuthorities(given?: TlsAuthorities): void {
  if (done && given === undefined) return;
  done = true;
  // Loaded with the first encrypted request.
  const from = given ?? process.getBuiltinModule('node:tls');
  try {
    const system = from.getCACertificates('system');
    const known = from.getCACertificates('default');
    const all = new Set([...known, ...system]);
    if (all.size > known.length) from.setDefaultCACertificates([...all]);
  } catch {
    // Some builds of Node cannot: the authorities that come with it are trusted, as before.
  }
}
