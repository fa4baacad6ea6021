import type { ManagedPolicy } from '../model/managed.ts';

/** Sentences about what an organisation manages. Names in them are plain text. */

/** Whom to ask, as one sentence. */
export function whomToAsk(organisation: ManagedPolicy['organisation']): string {
  if (organisation === undefined) return 'Ask whoever looks after this computer.';
  const { name, contact, contactUrl } = organisation;
  const where = [contact, contactUrl].filter((part) => part !== undefined).join(', ');
  return where === '' ? `Ask ${name}.` : `Ask ${name}: ${where}`;
}

/** Who manages this computer, in the middle of a sentence. */
export function managerName(organisation: ManagedPolicy['organisation']): string {
  return organisation?.name ?? 'Your organisation';
}

/** The managed settings of `source` cannot be used; `what` is the end of a sentence. */
export const cannotBeUsed = (source: string, what: string): string =>
  `The managed settings in ${source} cannot be used: ${what}.`;

export const lastOnesHold = (why: string): string =>
  `${why} The last ones that could be used still hold. Ask whoever looks after this computer.`;

export const lockedDown = (why: string): string =>
  `${why} Until this is mended, every call is refused. Ask whoever looks after this computer.`;

/** What an AI app is told about each of its calls while Doorward is locked down. */
export const refusedWhileLocked =
  'Doorward is locked: the managed settings of this computer cannot be used. Ask whoever looks after this computer.';

export const settingLocked = (policy: ManagedPolicy): string =>
  `${managerName(policy.organisation)} has set this. ${whomToAsk(policy.organisation)}`;

/** What hangs on the groups of a person whose groups the system does not tell. */
export const groupsUnknown = (policy: ManagedPolicy | undefined): string =>
  `Doorward could not find out which groups of this computer you are in. Until it can, roles that are given to groups hold for you, and you are in no group that may approve. ${whomToAsk(policy?.organisation)}`;

/** A finding of the schema: a place and what is wrong there, as the end of a sentence. */
export function finding(path: readonly PropertyKey[], message: string): string {
  const where = path.map((part) => String(part)).join('.');
  const what = message.replace(/\.$/, '');
  return where === '' ? what : `"${where}": ${what}`;
}
