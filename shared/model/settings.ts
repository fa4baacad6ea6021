import { z } from 'zod';
import { defaultCaps } from './caps.ts';
import { languageChoice } from './language.ts';

const origin = z
  .string()
  .max(300)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && url.origin === text;
  }, 'An origin looks like "http://localhost:3000": scheme, host and port, nothing behind.');

const count = (preset: number, max: number) => z.int().min(1).max(max).default(preset);

/** The caps of a running host. They can be set, never switched off. */
export const limits = z.strictObject({
  /** Bytes of one request of an AI app. */
  bodyBytes: count(4 * 1024 * 1024, 64 * 1024 * 1024),
  /** Bytes of one result of a server. */
  resultBytes: count(defaultCaps.resultBytes, 256 * 1024 * 1024),
  toolsPerServer: count(defaultCaps.toolsPerServer, 50_000),
  schemaDepth: count(defaultCaps.schemaDepth, 256),
  pagesPerList: count(defaultCaps.pagesPerList, 1000),
  callsPerClient: count(256, 4096),
  callsPerServer: count(defaultCaps.callsPerServer, 4096),
  notificationsPerSecond: count(defaultCaps.notificationsPerSecond, 10_000),
  /** After so many seconds without a sign of life from its server a call is given up. */
  silentSeconds: count(defaultCaps.silentSeconds, 24 * 60 * 60),
});

/** When what nobody uses is let go; minutes. */
export const idle = z.strictObject({
  serverMinutes: count(10, 24 * 60),
  sessionMinutes: count(60, 7 * 24 * 60),
});

/** How much of the log of calls is kept; without one of them, it is kept until a person removes it. */
export const logKeeping = z.strictObject({
  keepDays: z.int().min(1).max(36_500).optional(),
  /** Megabytes (2^20 bytes) of the log with what makes it quick to search. */
  maxMegabytes: z.int().min(16).max(1_048_576).optional(),
});

const port = z.int().min(1).max(65_535);
const allowedOrigins = z.array(origin).max(50);
const logLevel = z.enum(['error', 'warn', 'info', 'debug']);
const theme = z.enum(['system', 'light', 'dark']);

/** Where the public registry of servers is. */
export const PUBLIC_REGISTRY = 'https://registry.modelcontextprotocol.io';
const registryBaseUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine(
    (text) =>
      /^https:|^http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/]|$)/.test(text) &&
      !/^[^/]*\/\/[^/]*@/.test(text),
    'The address of a registry begins with https:// and holds no login.',
  );

/** `settings.json`: what a person may choose. No secrets in it. */
export const settings = z.strictObject({
  /** The port of the endpoint; without it, the one that was chosen at the first start. */
  port: port.optional(),
  /** Web origins that may call the endpoint; every other one is refused. */
  allowedOrigins: allowedOrigins.default([]),
  limits: limits.prefault({}),
  idle: idle.prefault({}),
  logLevel: logLevel.default('info'),
  log: logKeeping.prefault({}),
  /** Registries from which packages are ordinary, such as a company's mirror: hosts, or what their addresses begin with. */
  trustedRegistries: z.array(z.string().min(1).max(300)).max(50).optional(),
  /** Registry of servers to browse. */
  registryBaseUrl: registryBaseUrl.default(PUBLIC_REGISTRY),
  /** Looks of the window; `system` follows the computer. */
  theme: theme.default('system'),
  /** Language of the windows; `system` follows the computer. English until native speakers have read the others. */
  language: languageChoice.default('en'),
  /** Whether the app is started with the person's session. */
  startAtLogin: z.boolean().default(false),
  /** Whether the vault is locked while the screen is. */
  lockVault: z.boolean().default(false),
});

export type Settings = z.infer<typeof settings>;

/** A change of some of them, without presets: what is left out stays as it is. An organisation may set these. */
export const settingsPatch = z
  .strictObject({
    port,
    allowedOrigins,
    idle: z.strictObject({
      serverMinutes: count(10, 24 * 60).unwrap(),
      sessionMinutes: count(60, 7 * 24 * 60).unwrap(),
    }),
    logLevel,
    theme,
    startAtLogin: z.boolean(),
    lockVault: z.boolean(),
  })
  .partial();

/** What a person may change in the window: `log` as a whole, as it is kept. */
export const settingsChange = settingsPatch.extend({
  log: logKeeping.optional(),
  language: languageChoice.optional(),
});
export type SettingsChange = z.infer<typeof settingsChange>;
