const PLAIN_PORTS: Readonly<Record<string, string>> = { 'tls:': '6514', 'tcp:': '601', 'udp:': '514' };
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** A host and a port. */
export interface Address {
  readonly protocol: string;
  readonly host: string;
  readonly port: number;
}

/** Host and port of a syslog address, with the usual port where none is named. */
export function syslogAddress(url: string): Address {
  const { protocol, hostname, port } = new URL(url);
  return {
    protocol,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port === '' ? PLAIN_PORTS[protocol] : port),
  };
}

/**
 * Why the log cannot be sent to this address, in a sentence; undefined when it can. Whoever is on the way could read
 * and change what is not encrypted, so that is for this computer alone, or for an organisation to choose (`managed`). A
 * login in an address would stand in the open.
 */
export function addressTrouble(kind: 'otlp' | 'syslog', url: string, managed: boolean): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const fits = kind === 'otlp' ? /^https?:$/ : /^(?:tls|tcp|udp):$/;
  const forms = kind === 'otlp' ? 'https://collector.example.com:4318' : 'tls://logs.example.com:6514';
  if (parsed === undefined || !fits.test(parsed.protocol) || parsed.hostname === '')
    return `Write the address like ${forms}.`;
  if (parsed.username !== '' || parsed.password !== '')
    return 'The address holds a login, which anybody could read. Keep it in the vault and send it as a header.';
  if (parsed.hash !== '' || parsed.search !== '')
    return 'The address has something behind "?" or "#". Leave that out.';
  if (kind === 'syslog' && !/^\/?$/.test(parsed.pathname))
    return 'A syslog address is a host and a port, with nothing behind.';
  if (managed || /^(?:https|tls):$/.test(parsed.protocol) || LOOPBACK.test(parsed.hostname)) return undefined;
  return `What is sent to ${parsed.protocol}// could be read on the way. Use ${kind === 'otlp' ? 'https' : 'tls'}://, or an address on this computer.`;
}
