import { z } from 'zod';

/** The name of a destination, as people and the command line know it. */
export const destinationName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/,
    'The name of a destination has 1 to 40 letters, digits, spaces, ".", "_" and "-", and begins with a letter or digit.',
  );

/** What is sent: every row, or only calls that were refused or failed and those in which something was found. */
export const sentRows = z.enum(['all', 'notable']);

/** Headers that belong to the transport, or would let a header lead elsewhere. */
const OWN_HEADERS =
  /^(?:host|content-.*|transfer-encoding|connection|te|trailer|upgrade|expect|cookie|proxy-.*)$/i;
const REFERENCES =
  /^(?:vault:[A-Za-z0-9][A-Za-z0-9._-]{0,63}|(?:[A-Za-z]{1,10} )?\$\{vault:[A-Za-z0-9][A-Za-z0-9._-]{0,63}\})$/;

const headers = z
  .record(
    z
      .string()
      .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/, 'This is no name of a header.')
      .refine((name) => !OWN_HEADERS.test(name), 'This header cannot be set.'),
    z
      .string()
      .max(200)
      .regex(
        REFERENCES,
        'The value of a header is in the vault: write vault:NAME or "Bearer ${vault:NAME}".',
      ),
  )
  .refine((given) => Object.keys(given).length <= 16, 'There can be 16 headers.');

/** Certificates (PEM) of authorities that are trusted for this destination alone, in place of the system's. */
const ca = z
  .string()
  .max(256 * 1024)
  .regex(/-----BEGIN CERTIFICATE-----/, 'This holds no certificate in PEM form.');

const common = {
  name: destinationName,
  what: sentRows.default('all'),
  /** Texts of arguments and results, where the log keeps them at all. */
  includeTexts: z.boolean().default(false),
};
const address = z.string().min(1).max(2000);

/** Where the log is sent. */
export const destination = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('otlp'),
    ...common,
    /** Of the collector; `/v1/traces` and `/v1/logs` are put behind it. */
    url: address,
    headers: headers.default({}),
    encoding: z.enum(['protobuf', 'json']).default('protobuf'),
    ca: ca.optional(),
  }),
  z.strictObject({ kind: z.literal('syslog'), ...common, url: address, ca: ca.optional() }),
  z.strictObject({
    kind: z.literal('file'),
    ...common,
    /** Absolute. */
    path: z.string().min(2).max(4096),
    /** Of one file; then the next one begins. */
    maxMegabytes: z.int().min(1).max(4096).default(50),
    /** Files that are kept, the one that is written among them. */
    files: z.int().min(1).max(100).default(5),
  }),
]);
export type Destination = z.infer<typeof destination>;
export const MAX_DESTINATIONS = 8;

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

/** How a destination is doing. */
export const sendState = z.enum([
  /** Everything is there. */
  'done',
  'sending',
  /** It could not be reached or refused; it is tried again. */
  'waiting',
  /** Nothing can be sent before a person does something. */
  'stopped',
]);

/** A destination as it is shown. */
export const destinationView = z.object({
  name: z.string(),
  kind: z.enum(['otlp', 'syslog', 'file']),
  /** Address or path. */
  to: z.string(),
  what: sentRows,
  includeTexts: z.boolean(),
  /** Names of headers that come from the vault. */
  headers: z.array(z.string()),
  /** An organisation has set it: nobody here can remove it. */
  managed: z.boolean(),
  state: sendState,
  /** Rows that it took. */
  sent: z.int(),
  /** Rows that are not there yet. */
  waiting: z.int(),
  /** Rows that were removed from the log before they could be sent. */
  lost: z.int(),
  /** Rows that it did not take. */
  refused: z.int(),
  /** When it last took some, and when it is tried again: milliseconds since the epoch. */
  lastAt: z.number().exactOptional(),
  retryAt: z.number().exactOptional(),
  /** What is wrong, in a sentence. */
  trouble: z.string().exactOptional(),
});
export type DestinationView = z.infer<typeof destinationView>;

/** All of them. */
export const sendingView = z.object({
  destinations: z.array(destinationView),
  /** Why another one cannot be added or those there are cannot be read. */
  trouble: z.string().exactOptional(),
});
export type SendingView = z.infer<typeof sendingView>;
