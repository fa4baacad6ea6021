import type { ClientLack } from './call.ts';
import { memberOf } from './envelope.ts';
import { membersOf, stringAt } from './framing/json-scan.ts';
import type { Message } from './message.ts';
import { whole } from './peer.ts';

const NEEDED: ReadonlyMap<string, ClientLack> = new Map([
  ['elicitation/create', 'elicitation'],
  ['sampling/createMessage', 'sampling'],
  ['roots/list', 'roots'],
]);

/**
 * What an AI app would have had to declare to be asked this, if it did not. `capabilities` is raw JSON as the app sent
 * it. An app that takes forms is not one that opens pages: `elicitation` alone stands for forms (2025-11-25).
 */
export function lackOf(ask: Message, capabilities: Buffer | undefined): ClientLack | undefined {
  const needed = NEEDED.get(ask.method);
  if (needed === undefined) return undefined;
  const declared = capabilities && memberOf(capabilities, needed);
  if (declared === undefined) return needed;
  if (needed !== 'elicitation') return undefined;
  const modes = membersOf(declared, whole(declared));
  const mode = stringAt(ask.bytes, ask.params?.get('mode')) ?? 'form';
  const takes = modes?.has(mode) === true || (mode === 'form' && !modes?.has('url'));
  return takes ? undefined : needed;
}
