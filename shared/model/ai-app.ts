import { z } from 'zod';
import { KNOWN_APPS } from './lists.ts';
import { serverId } from './server.ts';

/** Names an app that Doorward knows, such as `claude-desktop`. */
export const appId = z.string().regex(/^[a-z0-9-]{1,40}$/, 'An app is named like "claude-desktop".');

/** AI apps for which there is a ready-made configuration. */
export const knownApp = z.enum(KNOWN_APPS);
export type KnownApp = z.infer<typeof knownApp>;

/**
 * `each`: every server of the app goes through Doorward under the name that it has there, so that permissions and
 * names that the app knows stay. `one`: a single entry `doorward` with everything the app may use.
 */
export const connectMode = z.enum(['each', 'one']);
export type ConnectMode = z.infer<typeof connectMode>;

/** `bridge`: the app starts a small program, and no key is in its file. `http`: address and key are in its file. */
export const connectWay = z.enum(['bridge', 'http']);
export type ConnectWay = z.infer<typeof connectWay>;

/** A server as an app's file names it. Names and words are the file's own; secrets are hidden in them. */
export const appServer = z.object({
  /** Names this entry in commands; the same as `name` wherever that is enough. */
  key: z.string(),
  name: z.string(),
  /** The folder of a project that it is for, when it is not for all. */
  project: z.string().optional(),
  /** How the app starts or reaches it. */
  words: z.string(),
  /**
   * `guarded`: it goes through Doorward. `direct`: it goes past Doorward. `off`: switched off in the app.
   * `unclear`: the entry is none that Doorward understands.
   */
  state: z.enum(['guarded', 'direct', 'off', 'unclear']),
  /** The server of Doorward that it is, or that it goes to. */
  server: serverId.optional(),
  /** Why it cannot be brought in, in a sentence. */
  note: z.string().optional(),
});
export type AppServer = z.infer<typeof appServer>;

/**
 * `absent`: not found on this computer. `found`: there, and not connected. `waits`: something is written as soon as
 * the app has quit. `written`: connected in its file; the app has not come yet. `connected`: the app has come since.
 * `lost`: it was connected, and its file does not say so any more. `unreadable`: its file cannot be used.
 */
export const appState = z.enum(['absent', 'found', 'waits', 'written', 'connected', 'lost', 'unreadable']);
export type AppState = z.infer<typeof appState>;

/** An AI app on this machine. */
export const appView = z.object({
  id: appId,
  title: z.string(),
  state: appState,
  /** What this means and what to do; absent while there is nothing to say. */
  sentence: z.string().optional(),
  /** Its file with servers, which may not be there yet; the home folder is written `~`. */
  file: z.string().optional(),
  servers: z.array(appServer),
  /** What goes past Doorward whatever is connected, one sentence each. */
  bypasses: z.array(z.string()),
  /** False for those that servers are only brought in from. */
  canConnect: z.boolean(),
  /** True when there is something to take back. */
  canUndo: z.boolean(),
  /** The ways in which it can be connected; the first is the usual one. */
  modes: z.array(connectMode),
  ways: z.array(connectWay),
  /** How it is connected now. */
  mode: connectMode.optional(),
  way: connectWay.optional(),
  /** The identity with which it comes, as in the list of those that may connect. */
  client: z.string().optional(),
  /** Milliseconds since the epoch. */
  connectedAt: z.number().optional(),
  lastSeenAt: z.number().optional(),
});
export type AppView = z.infer<typeof appView>;

/** A server that appeared in an app's file without Doorward, and that nobody has decided about. */
export const behindTheBack = z.object({
  app: appId,
  title: z.string(),
  key: z.string(),
  name: z.string(),
  project: z.string().optional(),
  /** How the app starts or reaches it; secrets are hidden. */
  words: z.string(),
  /** When it was first seen; milliseconds since the epoch. */
  at: z.number(),
});
export type BehindTheBack = z.infer<typeof behindTheBack>;

/** A server that is brought in, or would be. */
export const broughtIn = z.object({
  key: z.string(),
  name: z.string(),
  project: z.string().optional(),
  words: z.string(),
  /** The name that it has in Doorward. */
  id: serverId,
  /** It was in Doorward already, perhaps from another app. */
  already: z.boolean(),
  /** Values that move into the vault: where each stands, and the name that it gets. */
  secrets: z.array(z.object({ place: z.string(), name: z.string() })),
  /** What could not be taken over, one sentence each. */
  notes: z.array(z.string()),
});
export type BroughtIn = z.infer<typeof broughtIn>;

/** A server that stays in the app as it is, and why. */
export const leftAlone = z.object({
  key: z.string(),
  name: z.string(),
  project: z.string().optional(),
  words: z.string(),
  sentence: z.string(),
});
export type LeftAlone = z.infer<typeof leftAlone>;

/** What bringing in and connecting would do. Nothing of it has been done. */
export const appPlan = z.object({
  app: appId,
  title: z.string(),
  /** Digest of the file as it was looked at. Given to the command that acts, that one refuses when it changed. */
  seen: z.string(),
  file: z.string(),
  bringsIn: z.array(broughtIn),
  leaves: z.array(leftAlone),
  mode: connectMode,
  way: connectWay,
  modes: z.array(connectMode),
  ways: z.array(connectWay),
  /** Entries of the file that change. */
  entries: z.array(
    z.object({
      name: z.string(),
      project: z.string().optional(),
      change: z.enum(['replaced', 'added', 'removed']),
    }),
  ),
  /** The change of the file as a unified diff, secrets hidden; empty when nothing changes. */
  diff: z.string(),
  /** Why the file is written later, in a sentence. */
  waits: z.string().optional(),
  /** Why it could not be done now, in a sentence. */
  refusal: z.string().optional(),
  /** What else a person should know, one sentence each. */
  notes: z.array(z.string()),
});
export type AppPlan = z.infer<typeof appPlan>;
