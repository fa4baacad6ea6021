import type { HeldCall, Words } from '../../../shared/model/approval.ts';
import type { FlowLeg, FlowLegs, ShownFinding } from '../../../shared/model/inspection.ts';
import { elide } from '../../approvals/elide.ts';
import { type CallWords, wordsFor } from '../../approvals/words.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { CallFacts } from '../../policy/facts.ts';
import { argsTree } from './call-facts.ts';

type Redact = KnownSecrets['redact'];

/** As many as a question has at most; what is beyond says nothing more. */
const MOST_FOUND = 8;
const AROUND_CHARS = 240;
const FOUND_CHARS = 600;
const PATH_CHARS = 200;
const NAME_CHARS = 120;
const DOUBT_CHARS = 300;
const MOST_SIGNALS = 8;

/** The sentences in which a person is asked about a call; `folders` are those that its server was given. */
export function callWords(clientName: string, facts: CallFacts, folders: readonly string[]): CallWords {
  const { server, kind, name: tool, effect, places, args } = facts;
  return wordsFor({ clientName, server, kind, tool, effect, places, args: argsTree(args), folders });
}

/** A sentence whose values are redacted. */
export function redactedWords({ key, params }: Words, redact: Redact): Words {
  return {
    key,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' ? redact(value) : value.map(redact),
      ]),
    ),
  };
}

/**
 * What was found and what would leave, as it may be shown in a question: redacted once more, for secrets may have become
 * known since it was found, and cut to what a person can take in.
 */
export function shownReasons(
  found: readonly ShownFinding[] | undefined,
  flow: FlowLegs | undefined,
  redact: Redact,
): Pick<HeldCall, 'found' | 'flow'> {
  return {
    ...(found === undefined || found.length === 0
      ? {}
      : { found: found.slice(0, MOST_FOUND).map((one) => shownFinding(one, redact)) }),
    ...(flow === undefined
      ? {}
      : { flow: { private: shownLeg(flow.private, redact), untrusted: shownLeg(flow.untrusted, redact) } }),
  };
}

/** Why a person has to be asked, as it may be shown. */
export const shownDoubts = (doubts: readonly string[] | undefined, redact: Redact): string[] =>
  (doubts ?? []).slice(0, MOST_FOUND).map((one) => elide(redact(one), DOUBT_CHARS));

function shownFinding(one: ShownFinding, redact: Redact): ShownFinding {
  const { type, path, before, found, after, signals, within } = one;
  return {
    ...one,
    type: elide(redact(type), NAME_CHARS),
    path: elide(redact(path), PATH_CHARS),
    // Of what stands around it, what is nearest.
    before: redact(before).slice(-AROUND_CHARS).toWellFormed(),
    found: elide(redact(found), FOUND_CHARS),
    after: redact(after).slice(0, AROUND_CHARS).toWellFormed(),
    signals: signals.slice(0, MOST_SIGNALS).map((signal) => elide(redact(signal), NAME_CHARS)),
    ...(within === undefined
      ? {}
      : { within: within.slice(0, MOST_SIGNALS).map((how) => elide(redact(how), NAME_CHARS)) }),
  };
}

const shownLeg = (leg: FlowLeg, redact: Redact): FlowLeg => ({
  ...leg,
  server: elide(redact(leg.server), NAME_CHARS),
  name: elide(redact(leg.name), NAME_CHARS),
});
