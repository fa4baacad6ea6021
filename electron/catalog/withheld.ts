import type { ServerRecord } from '../../shared/model/server.ts';
import { missingCase } from '../../shared/result.ts';
import type { Refusal } from '../relay/call.ts';
import type { Standing } from './trust.ts';

/** The refusal of a call to a server that this AI app may not use now: why, and what to do. */
export function withheld(server: ServerRecord | undefined): Refusal {
  return { kind: 'refused', sentence: sentenceFor(server) };
}

const KIND_WORD = { tool: 'tool', prompt: 'prompt', template: 'template' } as const;

/** The refusal of a call to something that is on hold or that nobody has approved: short, with what to do. */
export function onHold(
  server: string,
  kind: 'tool' | 'prompt' | 'template',
  key: string,
  standing: Exclude<Standing, 'approved'> | 'gone',
): Refusal {
  return { kind: 'refused', sentence: holdSentence(server, KIND_WORD[kind], key.slice(0, 100), standing) };
}

function holdSentence(
  server: string,
  what: string,
  key: string,
  standing: Exclude<Standing, 'approved'> | 'gone',
): string {
  switch (standing) {
    case 'changed':
      return `'${key}' changed after it was approved. It is on hold and was not called. Ask the person to open Doorward and review it.`;
    case 'new':
      return `'${key}' is no approved ${what} of "${server}", so it was not called. If "${server}" offers it, ask the person to open Doorward and review it.`;
    case 'blocked':
      return `'${key}' is left off in Doorward, so it was not called.`;
    case 'gone':
      return `"${server}" does not offer '${key}' any more, so it was not called.`;
    default:
      return missingCase(standing);
  }
}

/** The refusal of a call whose server does not say what it offers now. */
export function unchecked(server: string, why: string): Refusal {
  return {
    kind: 'refused',
    sentence: `Doorward could not check what "${server}" offers now, so nothing was called. ${why}`,
  };
}

function sentenceFor(server: ServerRecord | undefined): string {
  if (server === undefined) return 'This server was removed from Doorward. Nothing was sent.';
  if (server.state === 'blocked') return `"${server.id}" is blocked in Doorward. Nothing was sent.`;
  if (!server.enabled) return `"${server.id}" is switched off in Doorward. Nothing was sent.`;
  if (server.state === 'approved')
    return `"${server.id}" is not there for this AI app now, as chosen in Doorward. Nothing was sent.`;
  return `"${server.id}" is not approved in Doorward. Approve it there, then try again.`;
}
