import type { KnownApp } from '../../../shared/model/ai-app.ts';
import { KNOWN_APPS as ALL } from '../../../shared/model/lists.ts';
import type { ClientView } from '../../store/types.ts';

/** The apps for which there is a ready-made configuration, in the order in which they are offered. */
export const KNOWN_APPS: readonly KnownApp[] = ALL;

const NAMES: readonly (readonly [KnownApp, RegExp])[] = [
  ['claude-code', /claude\s*code/i],
  ['claude-desktop', /claude/i],
  ['cursor', /cursor/i],
  ['vscode', /vs\s*code|visual studio code/i],
  ['codex', /codex|chatgpt/i],
];

/** Which app an AI app probably is, by the name that it was given. */
export function guessApp(name: string): KnownApp {
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

/** A name that no other app has: the one that is wanted, or with a number behind it. */
export function freeName(wanted: string, clients: readonly ClientView[]): string {
  const taken = (name: string): boolean =>
    clients.some((client) => client.name.toLowerCase() === name.toLowerCase());
  if (!taken(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken(`${wanted} ${number}`)) return `${wanted} ${number}`;
}
