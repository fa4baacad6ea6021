import { z } from 'zod';
import { DESTINATION_NAME, HEADER_NAME, HEADER_VALUE, OWN_HEADERS } from './names.ts';

export { addressTrouble, syslogAddress, type Address } from './sending-address.ts';

/** The name of a destination, as people and the command line know it. */
export const destinationName = z.string().regex(DESTINATION_NAME.pattern, DESTINATION_NAME.sentence);

/** What is sent: every row, or only calls that were refused or failed and those in which something was found. */
export const sentRows = z.enum(['all', 'notable']);

const headers = z
  .record(
    z
      .string()
      .regex(HEADER_NAME.pattern, HEADER_NAME.sentence)
      .refine((name) => !OWN_HEADERS.pattern.test(name), OWN_HEADERS.sentence),
    z.string().max(200).regex(HEADER_VALUE.pattern, HEADER_VALUE.sentence),
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
