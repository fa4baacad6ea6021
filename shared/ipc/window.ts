import { z } from 'zod';
import { appView, behindTheBack, knownApp } from '../model/ai-app.ts';
import { heldCall, missedCall } from '../model/approval.ts';
import { inspectionView, shownFinding } from '../model/inspection.ts';
import { language } from '../model/language.ts';
import { callDetail, liveCall } from '../model/live.ts';
import { role, ruleView } from '../model/policy.ts';
import { launch, serverId } from '../model/server.ts';
import { settings, settingsChange } from '../model/settings.ts';
import { toolProfileState } from '../model/tool-profile.ts';
import { alarm, serverReview } from '../model/trust.ts';
import { contract, type CommandSpec } from './contract.ts';
import { bundleTicket, desktopContract } from './desktop-contract.ts';
import { historyWindowContract } from './history-contract.ts';
import { bundleWindowContract } from './registry-contract.ts';
import { clientView, managedView, plainText, serverView, statusReport } from './shapes.ts';

const command = <I extends z.ZodType, O extends z.ZodType>(spec: CommandSpec<I, O>): CommandSpec<I, O> =>
  spec;
const nothing = z.strictObject({});
const done = z.object({});

/** What a person pastes into an app so that it reaches Doorward. */
export const readyConfig = z.object({
  app: knownApp,
  /** Name of the app, for people. */
  title: z.string(),
  /** Where the text goes: a file, or "a terminal". */
  place: z.string(),
  language: z.enum(['sh', 'json', 'toml']),
  text: z.string(),
  /** What else there is to know, one sentence each. */
  notes: z.array(z.string()),
});
export type ReadyConfig = z.infer<typeof readyConfig>;

/** A server found in a text that a person pasted. Environment values and headers may be secrets. */
export const pastedServer = z.object({
  /** A free name for it, made of the one in the text. */
  id: serverId,
  /** The name in the text. */
  name: z.string(),
  launch,
  /** What could not be taken over, one sentence each. */
  notes: z.array(z.string()),
});
export type PastedServer = z.infer<typeof pastedServer>;

/** The settings as the window shows them. */
export const settingsView = z.object({
  settings,
  /** Some of them take effect at the next start only. */
  restartNeeded: z.boolean(),
  file: z.string(),
});
export type SettingsView = z.infer<typeof settingsView>;

/** Everything of a host that a window shows. Texts are redacted and cut. */
export const hostState = z.object({
  status: statusReport,
  servers: z.array(serverView),
  clients: z.array(clientView),
  /** What is on hold, server by server. */
  reviews: z.array(serverReview).optional(),
  /** Calls that wait for a person, and those that nobody answered in time; oldest first. */
  pending: z.array(heldCall),
  missed: z.array(missedCall),
  rules: z.array(ruleView),
  roles: z.array(role),
  /** AI apps on this machine, and servers that appeared in them without Doorward. */
  apps: z.array(appView).optional(),
  behindTheBack: z.array(behindTheBack).optional(),
  /** What is looked for in what crosses, and the marks of data flow. */
  inspection: inspectionView.optional(),
  /** Profiles of tools, and what roles are listed. */
  profiles: toolProfileState.optional(),
  managed: managedView,
  /** Oldest first. */
  calls: z.array(liveCall),
});
export type HostState = z.infer<typeof hostState>;

/** `run` names one run of one host; `seq` is the number of the last patch that is in it. */
export const hostSnapshot = z.object({ run: z.string(), seq: z.int(), state: hostState });
export type HostSnapshot = z.infer<typeof hostSnapshot>;

/**
 * What changed since the patch before. `seq` counts up by one; whoever misses one, or sees another `run`, asks for a
 * snapshot. `servers` and `clients` are whole lists when they changed; `calls` are new or changed rows, oldest first.
 */
export const hostPatch = z.object({
  run: z.string(),
  seq: z.int(),
  status: statusReport.optional(),
  servers: z.array(serverView).optional(),
  clients: z.array(clientView).optional(),
  /** The whole list when it changed. */
  reviews: z.array(serverReview).optional(),
  /** Whole lists when they changed. */
  pending: z.array(heldCall).optional(),
  missed: z.array(missedCall).optional(),
  rules: z.array(ruleView).optional(),
  roles: z.array(role).optional(),
  apps: z.array(appView).optional(),
  behindTheBack: z.array(behindTheBack).optional(),
  inspection: inspectionView.optional(),
  profiles: toolProfileState.optional(),
  managed: managedView.optional(),
  /** What a person should look at now; told once. */
  alarms: z.array(alarm).optional(),
  calls: z.array(liveCall).optional(),
  /** Calls of a burst that are not among `calls`; they are in the log. */
  skipped: z.int().optional(),
});
export type HostPatch = z.infer<typeof hostPatch>;

/** What a window shows of the app itself, also when no host could be started. */
export const way = z.enum(['retry', 'replace-keys', 'open-folder', 'relaunch', 'quit']);
export type Way = z.infer<typeof way>;
export const phase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting') }),
  z.object({ kind: z.literal('running') }),
  z.object({
    kind: z.literal('failed'),
    /** `port-taken`: somebody else listens where the apps send their keys. */
    problem: z.enum([
      'port-taken',
      'profile-locked',
      'settings',
      'no-node',
      'no-node-in-clone',
      'bug',
      'other',
    ]),
    /**
     * What happened, in English, as whoever failed says it. A window says `problem` in the words of its own language,
     * and shows this only where the file or the reason in it is what a person needs.
     */
    sentence: z.string(),
    /** Program that has the port, where the system tells. */
    process: z.string().optional(),
    /** Process that has the profile, where it says so. */
    pid: z.int().optional(),
    ways: z.array(way),
  }),
  /** A bug stopped the host; no app has tools. */
  z.object({ kind: z.literal('crashed'), sentence: z.string(), ways: z.array(way) }),
  z.object({ kind: z.literal('stopping') }),
]);
export type Phase = z.infer<typeof phase>;

/** Screens that something outside the window can lead to. */
export const screen = z.enum(['needs-you', 'activity', 'servers', 'apps', 'permissions', 'settings']);
export type Screen = z.infer<typeof screen>;

/** Commands of the host that only the window may call: they change settings or show what passed through. */
export const windowContract = {
  ...bundleWindowContract,
  ...historyWindowContract,
  'call.detail': command({
    does: 'Shows one call with its arguments, its result and its legs.',
    input: z.strictObject({ call: z.string().min(1).max(64) }),
    output: callDetail,
    needsOperator: true,
    progress: false,
  }),
  'call.findings': command({
    does: 'Shows what is found in the texts of a call that are still held, each with the text around it.',
    input: z.strictObject({ call: z.string().min(1).max(64) }),
    output: z.object({
      findings: z.array(shownFinding).max(50),
      /** What was not looked at, and why; one sentence. */
      note: z.string().optional(),
    }),
    needsOperator: true,
    progress: false,
  }),
  'approval.touch': command({
    does: 'Stops the clock of a call that waits: somebody is looking at it.',
    input: z.strictObject({ id: z.string().min(1).max(80) }),
    output: done,
    needsOperator: true,
    progress: false,
  }),
  'approval.leave': command({
    does: 'Lets the clock of a call go on.',
    input: z.strictObject({ id: z.string().min(1).max(80) }),
    output: done,
    needsOperator: true,
    progress: false,
  }),
  'server.parse': command({
    does: 'Finds the servers in a pasted configuration; adds nothing.',
    input: z.strictObject({
      text: z
        .string()
        .min(1)
        .max(256 * 1024),
    }),
    output: z.array(pastedServer),
    needsOperator: false,
    progress: false,
  }),
  'server.restart': command({
    does: 'Ends the processes of a server; its next call starts it anew.',
    input: z.strictObject({ id: serverId }),
    output: serverView,
    needsOperator: true,
    progress: false,
  }),
  'client.config': command({
    does: 'Makes the configuration with which an AI app reaches Doorward.',
    input: z.strictObject({
      client: plainText(80).min(1),
      app: knownApp,
      /** Just issued; without it the text holds a placeholder. */
      token: z.string().max(200).optional(),
    }),
    output: readyConfig,
    needsOperator: true,
    progress: false,
  }),
  'settings.show': command({
    does: 'Shows the settings.',
    input: nothing,
    output: settingsView,
    needsOperator: true,
    progress: false,
  }),
  'settings.change': command({
    does: 'Changes some settings; what is not valid is refused and nothing is written.',
    input: settingsChange,
    output: settingsView,
    needsOperator: true,
    progress: false,
  }),
} as const;

/** Commands that the desktop app answers itself; they work while no host runs. */
export const shellContract = {
  ...desktopContract,
  'app.snapshot': command({
    does: 'Everything that the window shows, as it is now.',
    input: nothing,
    output: z.object({
      version: z.string(),
      platform: z.enum(['darwin', 'win32', 'linux']),
      phase,
      host: hostSnapshot.optional(),
    }),
    needsOperator: true,
    progress: false,
  }),
  'app.language': command({
    does: 'Says which language the windows speak.',
    input: nothing,
    output: z.object({ language }),
    needsOperator: true,
    progress: false,
  }),
  'app.way': command({
    does: 'Takes one of the ways on that a phase offers.',
    input: z.strictObject({ way }),
    output: done,
    needsOperator: true,
    progress: false,
  }),
  'app.save': command({
    does: 'Writes a text into a file that the person chooses in a dialog.',
    input: z.strictObject({
      /** What the dialog proposes. */
      name: z.string().regex(/^[\w-][\w .-]{0,79}$/),
      text: z.string().max(8 * 1024 * 1024),
    }),
    output: z.object({ /** False: the person gave up. */ saved: z.boolean() }),
    needsOperator: true,
    progress: false,
  }),
} as const;

/** Commands that only the approval window has; the desktop app answers them. */
export const popupContract = {
  'popup.snapshot': command({
    does: 'Everything that the approval window shows, as it is now.',
    input: nothing,
    output: z.object({ platform: z.enum(['darwin', 'win32', 'linux']), pending: z.array(heldCall) }),
    needsOperator: true,
    progress: false,
  }),
  'popup.size': command({
    does: 'Says how high the page of the approval window is, in CSS pixels.',
    input: z.strictObject({ height: z.int().min(80).max(4000) }),
    output: done,
    needsOperator: true,
    progress: false,
  }),
  'popup.hide': command({
    does: 'Hides the approval window; the clocks go on.',
    input: nothing,
    output: done,
    needsOperator: true,
    progress: false,
  }),
  'popup.open': command({
    does: 'Opens the main window at a screen.',
    input: z.strictObject({ screen }),
    output: done,
    needsOperator: true,
    progress: false,
  }),
} as const;

/** Every command of the host. */
export const hostContract = { ...contract, ...windowContract } as const;
export type HostCommand = keyof typeof hostContract;

/** Every command that a window's bridge may have; each is a channel of its own. */
export const bridgeContract = { ...hostContract, ...shellContract, ...popupContract } as const;
export type BridgeCommand = keyof typeof bridgeContract;
export type BridgeInput<N extends BridgeCommand> = z.input<(typeof bridgeContract)[N]['input']>;
export type BridgeOutput<N extends BridgeCommand> = z.output<(typeof bridgeContract)[N]['output']>;

/** What main tells the window unasked; each is a channel of its own. */
export const pushes = {
  /** After `running` the window asks for a snapshot. */
  phase,
  patch: hostPatch,
  /** What waits for a person now; for the approval window. */
  pending: z.object({ pending: z.array(heldCall) }),
  /** A long command has something to say. `request` is the name its caller gave it. */
  progress: z.object({ request: z.string(), sentence: z.string() }),
  /**
   * The tray, a notification or a link leads to a screen; `item` is a server or a call on it. `offer` is a
   * configuration that a link brought, for a person to read: any web page may have made it. Without a screen it stays
   * where it is.
   */
  navigate: z.object({
    screen: screen.optional(),
    item: z.string().max(80).optional(),
    offer: z.string().max(65_536).optional(),
    /** A bundle that the person opened with Doorward. Only the system can bring one, never a link. */
    bundle: bundleTicket.optional(),
    /** Opens the search over everything. Only the app's menu asks for it. */
    search: z.literal(true).optional(),
  }),
} as const;
export type Push = keyof typeof pushes;
export type PushOf<P extends Push> = z.output<(typeof pushes)[P]>;

/** What a bridge call resolves to; it never rejects for an expected outcome. */
export type Wire<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** `window.doorward`, made by the preload from the channels and frozen. */
export interface Bridge {
  readonly commands: {
    readonly [N in BridgeCommand]: (
      input: BridgeInput<N>,
      /** Names this call in `progress`. */
      request?: string,
    ) => Promise<Wire<BridgeOutput<N>>>;
  };
  /** Each takes a listener and gives back what takes it off again. */
  readonly on: { readonly [P in Push]: (listener: (value: PushOf<P>) => void) => () => void };
}

/** The names of a window's channels, from which its preload is made at build time. */
export interface Channels {
  readonly commands: readonly BridgeCommand[];
  readonly pushes: readonly Push[];
}

/** The main window may do everything but what the approval window alone needs. */
export const channels: Channels = {
  commands: (Object.keys(bridgeContract) as BridgeCommand[]).filter((name) => !(name in popupContract)),
  pushes: (Object.keys(pushes) as Push[]).filter((name) => name !== 'pending'),
};

/** The approval window answers calls and can do nothing else. */
export const popupChannels: Channels = {
  commands: [
    ...(Object.keys(popupContract) as (keyof typeof popupContract)[]),
    'approval.allow',
    'approval.deny',
    'approval.touch',
    'approval.leave',
    'app.language',
  ],
  pushes: ['pending'],
};
/** Channel of a command (`invoke`) or of a push. */
export const channelOf = (name: BridgeCommand | Push): string => `doorward:${name}`;
