import type { RecordedFinding } from '../../../shared/model/finding.ts';
import type { Call } from '../../relay/call.ts';
import { bytesAt } from '../../relay/framing/json-scan.ts';
import { argumentsOf } from '../../relay/replace-arguments.ts';
import type { Inspected } from '../../stages/inspect.ts';
import type { RoadInspector } from '../road-inspector.ts';
import type { CanaryFinder } from './canary-finder.ts';
import { CANARY } from './flow-inspector.ts';

export interface CanaryInspectorPorts {
  /** Looks for canaries; undefined: there are none. */
  readonly finder: () => Pick<CanaryFinder, 'find' | 'glance'> | undefined;
  /** One was seen. `left`: it was on its way to a server, and did not get there. */
  readonly seen: (name: string, left: boolean) => void;
  readonly clientName: (clientId: string) => string;
  /** Tells a person at once. */
  readonly alarm: (sentence: string, server: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** An agent that tries on is told of once a minute. */
const QUIET_MS = 60_000;
const MOST_TOLD = 500;
/** Bytes of an answer that are looked at in one go; what lies across two goes is seen in the first. */
const AT_ONCE = 128 * 1024;
const OVERLAP = 2048;
const STOPPED =
  'This was stopped: it carries a value that must not leave this computer. Nothing of it was sent.';
const UNREADABLE =
  'More is encoded in this than Doorward looks into, so a canary that you planted could be in it.';

/**
 * A canary stands where nobody has business reading it, so a call that carries one is stopped whatever else is chosen,
 * also on its way back to where it was read. Everything that the AI app says to a server is looked at: arguments,
 * addresses, and answers to its questions. In an answer it passes, for that is where it was
 * planted; the AI app then counts as one that has read private data.
 */
export function canaryInspector(ports: CanaryInspectorPorts): RoadInspector {
  const told = new Map<string, number>();

  function alarm(name: string, call: Call, server: string): void {
    const key = JSON.stringify([name, call.client.id, server]);
    const last = told.get(key);
    if (last !== undefined && ports.now() - last < QUIET_MS) return;
    if (told.size >= MOST_TOLD) told.clear();
    told.set(key, ports.now());
    ports.alarm(
      `${ports.clientName(call.client.id)} tried to send the canary "${name}" to "${server}". The call was stopped. It has read something that nobody has business reading: look at its last calls in Activity.`,
      server,
    );
  }

  /** What is said to a server, and what becomes of it. */
  function stopped(call: Call, said: readonly Buffer[]): Inspected | undefined {
    const finder = ports.finder();
    if (finder === undefined) return undefined;
    const names = new Set<string>();
    let complete = true;
    for (const one of said) {
      const found = finder.find(one);
      found.names.forEach((name) => names.add(name));
      complete &&= found.complete;
    }
    const server = call.server?.id ?? '';
    for (const name of names) {
      ports.seen(name, true);
      alarm(name, call, server);
    }
    if (names.size > 0)
      return { findings: recorded('arguments', 'blocked', CANARY, names.size), refused: STOPPED };
    return complete
      ? undefined
      : { findings: recorded('arguments', 'asked', 'canaries-unread', 1), ask: UNREADABLE };
  }

  return {
    name: 'canaries',
    outgoing(call) {
      const { bytes, paramsSpan } = call.message;
      if (call.direction !== 'client' || paramsSpan === undefined) return undefined;
      const said = [bytesAt(bytes, paramsSpan)];
      // What a person, or an inspector, has put in the place of the arguments.
      if (call.edited !== undefined) said.push(argumentsOf(call) ?? call.edited);
      return stopped(call, said);
    },
    given(call, { bytes, resultSpan, errorSpan }) {
      const span = resultSpan ?? errorSpan;
      return span === undefined ? undefined : stopped(call, [bytesAt(bytes, span)]);
    },
    incoming(call, response) {
      const span = response.resultSpan ?? response.errorSpan;
      const finder = span === undefined || call.direction !== 'client' ? undefined : ports.finder();
      if (finder === undefined || span === undefined) return undefined;
      const answer = bytesAt(response.bytes, span);
      const noted = (names: readonly string[]): Inspected | undefined => {
        for (const name of names) ports.seen(name, false);
        return names.length === 0
          ? undefined
          : { findings: recorded('answer', 'noted', CANARY, names.length) };
      };
      return answer.length <= AT_ONCE
        ? noted(finder.find(answer).names)
        : inPieces(answer, finder).then(noted);
    },
  };
}

/** A long answer is looked at piece by piece, and others have their turn in between. */
async function inPieces(answer: Buffer, finder: Pick<CanaryFinder, 'glance'>): Promise<readonly string[]> {
  const names = new Set<string>();
  for (let at = 0; at < answer.length; at += AT_ONCE) {
    finder.glance(answer.subarray(at, at + AT_ONCE + OVERLAP)).forEach((name) => names.add(name));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return [...names];
}

function recorded(
  where: RecordedFinding['where'],
  act: RecordedFinding['act'],
  type: string,
  count: number,
): RecordedFinding[] {
  return [{ source: 'flow', type, where, act, count }];
}
