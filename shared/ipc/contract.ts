import { z } from 'zod';
import { toolChoice } from '../model/client.ts';
import { effect, pinKind } from '../model/review.ts';
import { launch, serverId, sharing } from '../model/server.ts';
import { historyEntry, itemName, serverReview, versionReport, waitingItem } from '../model/trust.ts';
import {
  clientView,
  doctorReport,
  inspectReport,
  issuedClient,
  plainText,
  serverView,
  statusReport,
  testReport,
  toolView,
} from './shapes.ts';
import { appContract } from './app-contract.ts';
import { command, type CommandSpec } from './command-spec.ts';
import { historyContract } from './history-contract.ts';
import { inspectionContract } from './inspection-contract.ts';
import { limitsContract } from './limits-contract.ts';
import { listedContract } from './listed-contract.ts';
import { logCareContract } from './log-care-contract.ts';
import { logContract } from './log-contract.ts';
import { policyContract } from './policy-contract.ts';
import { profilesContract } from './profiles-contract.ts';
import { registryContract } from './registry-contract.ts';
import { sendContract } from './send-contract.ts';
import { shapingContract } from './shaping-contract.ts';
import { signInContract } from './sign-in-contract.ts';
import { textsContract } from './texts-contract.ts';
import { vaultContract } from './vault-contract.ts';

export type { CommandSpec };

const nothing = z.strictObject({});
const oneServer = z.strictObject({ id: serverId });
const done = z.object({ id: z.string() });
/** One tool by its name, or any items. */
const someItems = z
  .strictObject({
    server: serverId,
    tool: z.string().min(1).max(4096).optional(),
    items: z.array(itemName).min(1).max(20_000).optional(),
  })
  .refine(({ tool, items }) => (tool === undefined) !== (items === undefined), 'Give "tool" or "items".');
/** Commands take the name of an AI app or its id. */
const oneClient = z.strictObject({ client: plainText(80).min(1) });

/**
 * Every command of the host. The control channel, the command line and its documentation take their types,
 * checks and descriptions from this one value.
 */
export const contract = {
  status: command({
    does: 'Tells what the running host is doing.',
    input: nothing,
    output: statusReport,
    needsOperator: false,
    progress: false,
  }),
  'client.add': command({
    does: 'Adds an AI app and answers its token, once.',
    input: z.strictObject({ name: plainText(64).min(1), role: plainText(64).min(1).default('default') }),
    output: issuedClient,
    needsOperator: true,
    progress: false,
  }),
  'client.tools': command({
    does: 'Chooses which tools an AI app is listed of those that it may use: all, chosen ones, or tools to find others with.',
    input: z.strictObject({
      client: plainText(80).min(1),
      /** `role`: as its role says, or all. */
      mode: z.enum([...toolChoice.shape.mode.options, 'role']),
      tools: toolChoice.shape.tools,
    }),
    output: clientView,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'client.list': command({
    does: 'Lists the AI apps that may connect.',
    input: nothing,
    output: z.array(clientView),
    needsOperator: false,
    progress: false,
  }),
  'client.remove': command({
    does: 'Removes an AI app; its token is worth nothing from then on.',
    input: oneClient,
    output: done,
    needsOperator: false,
    progress: false,
  }),
  'client.rotate': command({
    does: 'Gives an AI app a new token, once; the old one is worth nothing from then on.',
    input: oneClient,
    output: issuedClient,
    needsOperator: true,
    progress: false,
  }),
  'server.add': command({
    does: 'Adds a server as unreviewed: nothing is downloaded or started.',
    input: z.strictObject({ id: serverId, launch, sharing: sharing.default('client') }),
    output: serverView,
    needsOperator: false,
    progress: false,
  }),
  'server.list': command({
    does: 'Lists the servers and how they are.',
    input: nothing,
    output: z.array(serverView),
    needsOperator: false,
    progress: false,
  }),
  'server.show': command({
    does: 'Shows one server: how it is reached, its review, its health.',
    input: oneServer,
    output: serverView,
    needsOperator: false,
    progress: false,
  }),
  'server.inspect': command({
    does: 'Starts a server and lists what it offers. No AI app sees it before it is approved.',
    input: z.strictObject({
      id: serverId,
      /** Give it its environment values and headers that look like secrets, too. */
      withSecrets: z.boolean().default(false),
    }),
    output: inspectReport.extend({ id: z.string(), state: serverView.shape.state }),
    needsOperator: true,
    progress: true,
  }),
  'server.approve': command({
    does: 'Lets AI apps use an inspected server: everything it offers but what looks dangerous, or what is named.',
    input: z.strictObject({
      id: serverId,
      /** Only these; an empty list approves the server with nothing of it. */
      items: z.array(itemName).max(20_000).optional(),
      /** Also what looks dangerous. */
      all: z.boolean().optional(),
      /** Keep a start command without a version, so that every new version is taken as it comes. */
      unpinned: z.boolean().optional(),
    }),
    output: serverView.extend({
      /** Items that were approved now, and those that are on hold. */
      accepted: z.number().optional(),
      held: z.number().optional(),
    }),
    needsOperator: true,
    progress: false,
  }),
  'server.versions': command({
    does: 'Lists the versions that servers are kept to, and newer ones. A registry is asked once a day at most.',
    input: z.strictObject({ id: serverId.optional() }),
    output: z.array(versionReport),
    needsOperator: false,
    progress: true,
  }),
  'server.upgrade': command({
    does: 'Chooses the newer version of a server. No AI app uses it until it was inspected and approved again.',
    input: z.strictObject({
      id: serverId,
      /** The version that was shown; refused when it is another one by now. */
      to: z.string().max(100).optional(),
    }),
    output: serverView,
    needsOperator: true,
    progress: false,
  }),
  'server.block': command({
    does: 'Takes a server away from every AI app and stops it.',
    input: oneServer,
    output: serverView,
    needsOperator: false,
    progress: false,
  }),
  'server.enable': command({
    does: 'Switches a server on.',
    input: oneServer,
    output: serverView,
    needsOperator: true,
    progress: false,
  }),
  'server.disable': command({
    does: 'Switches a server off and stops it; its review is kept.',
    input: oneServer,
    output: serverView,
    needsOperator: false,
    progress: false,
  }),
  'server.remove': command({
    does: 'Stops and forgets a server.',
    input: oneServer,
    output: done,
    needsOperator: false,
    progress: false,
  }),
  'server.test': command({
    does: 'Connects to an inspected or approved server and lists its tools.',
    input: oneServer,
    output: testReport.extend({ id: z.string() }),
    needsOperator: false,
    progress: true,
  }),
  'server.log': command({
    does: 'Shows the newest lines that a server wrote to its standard error.',
    input: z.strictObject({ id: serverId, lines: z.int().min(1).max(1000).default(100) }),
    output: z.object({
      id: z.string(),
      lines: z.array(z.string()),
      /** When it last wrote something to its standard error; milliseconds since the epoch. */
      wroteAt: z.number().optional(),
    }),
    needsOperator: false,
    progress: false,
  }),
  'tool.list': command({
    does: 'Lists the tools of all servers, or of one.',
    input: z.strictObject({ server: serverId.optional() }),
    output: z.array(toolView),
    needsOperator: false,
    progress: false,
  }),
  'tool.review': command({
    does: 'Lists what is on hold: new and changed tools, prompts, templates and instructions, with the reasons.',
    input: z.strictObject({ server: serverId.optional() }),
    output: z.array(serverReview),
    needsOperator: false,
    progress: false,
  }),
  'tool.diff': command({
    does: 'Shows what differs between the approved version of a tool and the one on hold.',
    input: z.strictObject({ server: serverId, tool: z.string().max(4096), kind: pinKind.default('tool') }),
    output: waitingItem,
    needsOperator: false,
    progress: false,
  }),
  'tool.approve': command({
    does: 'Accepts what is on hold: AI apps see and call it from then on.',
    input: someItems,
    output: z.object({ server: z.string(), accepted: z.number() }),
    needsOperator: true,
    progress: false,
  }),
  'tool.block': command({
    does: 'Leaves a tool off: no AI app sees or calls it, whatever it becomes.',
    input: someItems,
    output: z.object({ server: z.string(), blocked: z.number() }),
    needsOperator: false,
    progress: false,
  }),
  'tool.effect': command({
    does: 'Corrects what a tool does: read, write, send, run, destroy, spend or unknown.',
    input: z.strictObject({ server: serverId, tool: z.string().max(4096), effect }),
    output: z.object({ server: z.string(), tool: z.string(), effect }),
    needsOperator: true,
    progress: false,
  }),
  'tool.history': command({
    does: 'Lists who approved, accepted or left off what of a server, and when; oldest first.',
    input: z.strictObject({ server: serverId }),
    output: z.array(historyEntry),
    needsOperator: false,
    progress: false,
  }),
  ...logContract,
  ...logCareContract,
  ...sendContract,
  ...historyContract,
  ...policyContract,
  ...profilesContract,
  ...vaultContract,
  ...inspectionContract,
  ...limitsContract,
  ...listedContract,
  ...textsContract,
  ...shapingContract,
  ...appContract,
  ...signInContract,
  ...registryContract,
  'guard.block': command({
    does: 'Refuses every call of every AI app from now on, until a person lifts it.',
    input: nothing,
    output: statusReport,
    needsOperator: false,
    progress: false,
  }),
  'guard.ask': command({
    does: 'Asks about every call from now on, until a person lifts it.',
    input: nothing,
    output: statusReport,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'guard.usual': command({
    does: 'Lets calls pass again as the servers were approved.',
    input: nothing,
    output: statusReport,
    needsOperator: true,
    progress: false,
  }),
  'operator.set': command({
    does: "Sets the operator's key. The first one is free; changing it needs the present one.",
    input: z.strictObject({
      newKey: z.string().min(8, 'The key must have at least 8 characters.').max(1024),
    }),
    output: z.object({ changed: z.boolean(), sentence: z.string() }),
    needsOperator: 'once-set',
    progress: false,
  }),
  doctor: command({
    does: 'Looks for what is wrong and says how to mend it.',
    input: nothing,
    output: doctorReport,
    needsOperator: false,
    progress: true,
  }),
} as const;

export type CommandName = keyof typeof contract;
/** What a caller gives; defaults may be left out. */
export type CommandInput<N extends CommandName> = z.input<(typeof contract)[N]['input']>;
export type CommandOutput<N extends CommandName> = z.output<(typeof contract)[N]['output']>;

/** Whether this is the name of a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(contract, name);
}
