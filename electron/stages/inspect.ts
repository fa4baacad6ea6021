import type { FlowLegs, ShownFinding } from '../../shared/model/inspection.ts';
import type { RecordedFinding } from '../../shared/model/finding.ts';
import { type Call, note, type Refusal } from '../relay/call.ts';
import type { Message } from '../relay/message.ts';
import type { ResultVerdict, Stage } from '../relay/pipeline.ts';

/** What an inspection says of a text. */
export interface Inspected {
  readonly findings: readonly RecordedFinding[];
  /** Other bytes in the place of those that were looked at: the arguments, or the whole message of an answer. */
  readonly changed?: Buffer | undefined;
  /** It does not go on; one sentence for the AI app. */
  readonly refused?: string | undefined;
  /** A person has to be asked; one sentence for them. An answer waits here until they let it pass. */
  readonly ask?: string | undefined;
  /** What they are shown as the reason, worst first. */
  readonly found?: readonly ShownFinding[] | undefined;
  /** It would send data out: what was read before. */
  readonly flow?: FlowLegs | undefined;
}

/** Looks at what crosses the gateway. What throws, or rejects, refuses the call. Undefined: there is nothing to say. */
export interface Inspector {
  /** What goes to a server, or what a server asks. */
  outgoing(call: Call): Inspected | undefined | Promise<Inspected | undefined>;
  /** What a server answered. */
  incoming(call: Call, response: Message): Inspected | undefined | Promise<Inspected | undefined>;
}

export interface InspectPorts {
  /** What it looks for; tells this stage from the others of its kind. */
  readonly name: string;
  readonly inspector: Partial<Inspector>;
  /** Puts other arguments in the place of the call's; refused with a sentence when they cannot be sent. */
  readonly replace: (call: Call, args: Buffer) => { readonly ok: boolean; readonly message?: string };
  readonly rescan: (bytes: Buffer) => Message;
}

/** What is beyond that tells a person nothing more. */
const MOST_SHOWN = 8;

/**
 * Looks at everything that crosses, before anything is decided about it and after the server has answered. What was
 * found is kept with the call; what may not pass is taken out, asked about or refused.
 */
export function inspect({ name, inspector, replace, rescan }: InspectPorts): Stage {
  const judge = (call: Call, seen: Inspected | undefined): Refusal | undefined => {
    if (seen === undefined) return undefined;
    note(call, seen.findings);
    if (seen.refused !== undefined) return { kind: 'refused', sentence: seen.refused };
    if (seen.ask !== undefined) call.doubts = [...(call.doubts ?? []), seen.ask];
    if (seen.found !== undefined) call.found = [...(call.found ?? []), ...seen.found].slice(0, MOST_SHOWN);
    if (seen.flow !== undefined) call.flow = seen.flow;
    if (seen.changed === undefined) return undefined;
    const replaced = replace(call, seen.changed);
    return replaced.ok
      ? undefined
      : { kind: 'refused', sentence: replaced.message ?? 'The arguments cannot be sent.' };
  };
  const passed = (call: Call, seen: Inspected | undefined): Message | Refusal | undefined => {
    if (seen === undefined) return undefined;
    note(call, seen.findings);
    if (seen.refused !== undefined) return { kind: 'refused', sentence: seen.refused };
    return seen.changed === undefined ? undefined : rescan(seen.changed);
  };
  return {
    name,
    request(call) {
      const seen = inspector.outgoing?.(call);
      return seen instanceof Promise ? seen.then((one) => judge(call, one)) : judge(call, seen);
    },
    result(call, response): ResultVerdict {
      const seen = inspector.incoming?.(call, response);
      return seen instanceof Promise ? seen.then((one) => passed(call, one)) : passed(call, seen);
    },
  };
}
