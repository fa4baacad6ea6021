import type { FlowLegs, ShownFinding } from '../../shared/model/inspection.ts';
import { MAX_FINDINGS, type RecordedFinding } from '../../shared/model/finding.ts';
import type { Ruling } from '../../shared/model/policy.ts';
import type { ServerRecord } from '../../shared/model/server.ts';
import type { Decision } from '../approvals/contract.ts';
import type { Splice } from './framing/splice.ts';
import type { CallerConnection, ClientIdentity, DownstreamSession, Envelope, Scope } from './exchange.ts';
import type { Message } from './message.ts';

/** One message on the road. Stages read it and may fill in what they found out. */
export interface Call {
  readonly id: string;
  /** Milliseconds since the epoch, and on the monotonic clock (for durations that survive clock jumps). */
  readonly at: number;
  readonly startedAt: number;
  readonly direction: 'client' | 'server';
  readonly client: ClientIdentity;
  readonly scope: Scope;
  readonly envelope: Envelope | undefined;
  readonly message: Message;
  /** Names the set of capabilities that the client declared; decides which lists it is given. */
  readonly capabilities: string;
  /** `Mcp-Param-*` headers as the client sent them, decoded, by lower-case name; undefined: it speaks stdio. */
  readonly clientHeaders: Readonly<Record<string, string>> | undefined;
  /** Where the AI app's request came in; undefined: on the stdio bridge, or a server asks. */
  readonly connection?: CallerConnection | undefined;
  /** Session era only. */
  readonly session?: DownstreamSession | undefined;
  /** A server asks while it works on this call; undefined where it does not say on which. */
  readonly within?: Call | undefined;
  /** The server that it goes to or comes from; set by `resolve` when the client asks. */
  server: ServerRecord | undefined;
  /** Tool or prompt name, or resource URI, as the server knows it. */
  name: string;
  /** What has to change in the message on its way: the names that we made up, back to the server's own. */
  rewrites: Splice[];
  /** `Mcp-Param-*` headers that Doorward computed for a 2026-07-28 server; undefined: as the client sent them. */
  paramHeaders: Readonly<Record<string, string>> | undefined;
  /** The client gave up; nothing may be sent for it any more. */
  cancelled: boolean;
  /** What the policy says of it, under which version, and what of that goes into the log. */
  ruling?: { readonly ruling: Ruling; readonly policy: number; record: string } | undefined;
  /** What was found in it so far, and what was done about that. */
  findings?: readonly RecordedFinding[] | undefined;
  /** What its answer made of the session of the AI app: it has read private data, or text of strangers. */
  marks?: readonly ('private' | 'untrusted')[] | undefined;
  /** Its answer was made smaller after the checks: bytes of the result before and after. */
  shaped?: { readonly from: number; readonly to: number } | undefined;
  /** Why a person has to be asked whatever the rules let pass; sentences for people. */
  doubts?: readonly string[] | undefined;
  /** What they are shown beside the doubts: what was found, and what was read before that would leave with it. */
  found?: readonly ShownFinding[] | undefined;
  flow?: FlowLegs | undefined;
  /** A person's answer, where one was asked for; used up right before the bytes go. */
  decision?: Decision | undefined;
  /** A server asks for something that the AI app did not declare: unless a stage answers, it is refused. */
  readonly clientLacks?: ClientLack | undefined;
  /** Arguments that a person put in the place of the client's (`replaceArguments`); what is judged, logged and sent. */
  edited?: Buffer | undefined;
  /** Id of the call that this retry of a 2026-07-28 client goes on with, where Doorward itself keeps that open. */
  continues?: string | undefined;
  /** Id of the call that it goes on with now: that one was let pass and sent, and nothing of this one is but answers. */
  resumes?: string | undefined;
  /**
   * Set by a stage that holds the call: nobody awaits an answer any more (cancelled, disconnected, session or server
   * gone). Called at most once, and only before the bytes go; what the stage decides after that counts for nothing.
   */
  onAbandoned?: (() => void) | undefined;
  /**
   * Set by a stage that counts calls: the call is over, whatever ended it; `sent`: its bytes went to a server. Called
   * once for every call of an AI app. May not throw.
   */
  onOver?: ((sent: boolean) => void) | undefined;
  /** Its arguments are on record, with the leg that went to the server. */
  argsOnRecord?: boolean;
}

/** Keeps findings with a call; those that are alike are counted. */
export function note(call: Call, findings: readonly RecordedFinding[]): void {
  if (findings.length === 0) return;
  const all = new Map<string, RecordedFinding>();
  for (const one of [...(call.findings ?? []), ...findings]) {
    const key = `${one.source} ${one.type} ${one.where} ${one.act}`;
    const before = all.get(key);
    if (before !== undefined) all.set(key, { ...before, count: before.count + one.count });
    else if (all.size < MAX_FINDINGS) all.set(key, one);
  }
  call.findings = [...all.values()];
}

/** What an AI app must have declared to be asked by a server. */
export type ClientLack = 'elicitation' | 'sampling' | 'roots';

/**
 * Why a call does not go on. `hidden` answers as if the thing did not exist; `refused` says so in a sentence
 * (as a tool's error result for tool calls); `protocol` is a plain JSON-RPC error.
 */
export type Refusal =
  | { readonly kind: 'hidden'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly sentence: string }
  | {
      readonly kind: 'protocol';
      readonly code: number;
      readonly sentence: string;
      readonly httpStatus?: number;
    };
