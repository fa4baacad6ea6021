import type { ManagedPolicy } from '../model/managed.ts';
import type { Saying, Words } from '../model/words.ts';
import { sayInEnglish } from './say.ts';

/**
 * What is said about what an organisation manages, in whole sentences. Names, places and what is wrong are values: they
 * are shown as text.
 */
export const managedTexts = {
  'ask.anyone': 'Ask whoever looks after this computer.',
  'ask.name': 'Ask {{name}}.',
  'ask.at': 'Ask {{name}}: {{where}}',

  'set.by': '{{name}} has set this.',
  'set.by-yours': 'Your organisation has set this.',

  unmanaged: 'Nobody manages this Doorward but you.',
  manages: '{{name}} manages this Doorward.',
  'manages.yours': 'Your organisation manages this Doorward.',

  'trouble.used': 'The managed settings in {{source}} cannot be used: {{what}}.',
  'trouble.read': 'The managed settings cannot be read ({{what}}).',
  'trouble.kept': 'The managed settings hold, and could not be kept for the next start.',
  'trouble.last': 'The last ones that could be used still hold.',
  'trouble.locked': 'Until this is mended, every call is refused.',
  'trouble.groups':
    'Doorward could not find out which groups of this computer you are in. Until it can, roles that are given to groups hold for you, and you are in no group that may approve.',

  'limit.servers': 'Only servers that it names may be used.',
  'limit.forbidden': 'Some servers may not be used.',
  'limit.clients': 'It says which AI apps may connect.',
  'limit.rules': 'Rules of its own that ask or refuse: {{count}}.',
  'limit.masks': 'Kinds of text that are masked: {{count}}.',
  'limit.inspection': 'It says what happens at least when something is found in what crosses.',
  'limit.calls': 'Limits on how often or how much AI apps may call: {{count}}.',
  'limit.observe': 'The preset is at least “Observe”.',
  'limit.guarded': 'The preset is at least “Guarded”.',
  'limit.strict': 'The preset is at least “Strict”.',
  'limit.clock_one': 'Questions wait {{count}} second.',
  'limit.clock_other': 'Questions wait {{count}} seconds.',
  'limit.always': 'Nothing can be allowed for good.',
  'limit.approvers': 'Only people whom it names may allow calls.',
  'limit.log': 'The log of calls is also sent to {{address}}.',
  'limit.vouchers': 'It answers for some servers, so they need no review.',
} as const;

/** A key of them; what counts is named without its plural ending. */
export type ManagedTextKey = {
  [K in keyof typeof managedTexts]: K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
}[keyof typeof managedTexts];

/** One of the sentences, with what goes into it. */
export const managedWords = (key: ManagedTextKey, params: Words['params'] = {}): Words => ({ key, params });

/** The same in English, one after the other. */
export const managedSentence = (said: Saying): string => sayInEnglish(managedTexts, said);

type Organisation = ManagedPolicy['organisation'];

/** Whom to ask. */
export function whomToAskWords(organisation: Organisation): Words {
  if (organisation === undefined) return managedWords('ask.anyone');
  const { name, contact, contactUrl } = organisation;
  const where = [contact, contactUrl].filter((part) => part !== undefined);
  return where.length === 0 ? managedWords('ask.name', { name }) : managedWords('ask.at', { name, where });
}

/** Whom to ask, as one sentence in English. */
export const whomToAsk = (organisation: Organisation): string =>
  managedSentence([whomToAskWords(organisation)]);

/** Who manages this computer, at the beginning of an English sentence. */
export function managerName(organisation: Organisation): string {
  return organisation?.name ?? 'Your organisation';
}

/** Who manages this Doorward, and whom to ask. */
export const managedBy = (organisation: Organisation): Saying => [
  organisation === undefined
    ? managedWords('manages.yours')
    : managedWords('manages', { name: organisation.name }),
  whomToAskWords(organisation),
];

/** The managed settings of `source` cannot be used; `what` is the end of an English sentence. */
export const cannotBeUsed = (source: string, what: string): Saying => [
  managedWords('trouble.used', { source, what }),
];

export const lastOnesHold = (why: Saying): Saying => [
  ...why,
  managedWords('trouble.last'),
  managedWords('ask.anyone'),
];

export const lockedDown = (why: Saying): Saying => [
  ...why,
  managedWords('trouble.locked'),
  managedWords('ask.anyone'),
];

/** What an AI app is told about each of its calls while Doorward is locked down. */
export const refusedWhileLocked =
  'Doorward is locked: the managed settings of this computer cannot be used. Ask whoever looks after this computer.';

/** Who has set what a person cannot change. */
export const setBy = (organisation: Organisation): Words =>
  organisation === undefined
    ? managedWords('set.by-yours')
    : managedWords('set.by', { name: organisation.name });

/** Why a person cannot change a setting, in English. */
export const settingLocked = ({ organisation }: ManagedPolicy): string =>
  managedSentence([setBy(organisation), whomToAskWords(organisation)]);

/** What hangs on the groups of a person whose groups the system does not tell. */
export const groupsUnknown = (policy: ManagedPolicy | undefined): Saying => [
  managedWords('trouble.groups'),
  whomToAskWords(policy?.organisation),
];

/** A finding of the schema: a place and what is wrong there, as the end of a sentence. */
export function finding(path: readonly PropertyKey[], message: string): string {
  const where = path.map((part) => String(part)).join('.');
  const what = message.replace(/\.$/, '');
  return where === '' ? what : `"${where}": ${what}`;
}
