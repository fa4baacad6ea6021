import { posix, win32 } from 'node:path';
import type { Words } from '../../shared/model/approval.ts';
import type { CallKind } from '../../shared/model/policy.ts';
import type { Effect, Place } from '../../shared/model/review.ts';
import { missingCase } from '../../shared/result.ts';
import type { ApprovalTextKey } from '../../shared/texts/approval.ts';
import { nameWords } from '../catalog/effects/places.ts';
import { type Json, member, textMember } from '../catalog/pins/tree.ts';
import { type Value, valuesOf } from './argument-values.ts';
import { elide } from './elide.ts';

/** What a sentence over a call is made of. */
export interface WordFacts {
  readonly clientName: string;
  readonly server: string;
  readonly kind: CallKind;
  /** As the server knows it. */
  readonly tool: string;
  /** Of the approved version: the only source of a verb. */
  readonly effect: Effect;
  /** Of the approved version. */
  readonly places: readonly Place[];
  /** Undefined: there are none, or they cannot be read in one way only. */
  readonly args: Json | undefined;
  /** Folders in which the server may read and write without a question. */
  readonly folders: readonly string[];
}

export interface CallWords {
  readonly sentence: Words;
  readonly second?: Words;
  readonly destination?: Words;
}

const TEXT_CHARS = 300;

/**
 * Says in words what a call would do. Keys depend on the approved effect, the kind and the shape of the arguments;
 * values go into params as they are, cut in the middle when they are very long. Whatever the arguments do not show
 * fully and plainly is said in the unknown form (attack: a call that looks harmless because its sentence does).
 */
export function wordsFor(facts: WordFacts): CallWords {
  const asked = serverRequest(facts);
  if (asked !== undefined) return asked;
  const destination = destinationOf(facts);
  const fitting = facts.kind === 'tool' ? sentenceOf(facts) : undefined;
  return { ...(fitting ?? unknownForm(facts)), ...(destination === undefined ? {} : { destination }) };
}

const words = (key: ApprovalTextKey, params: Words['params'] = {}): Words => ({ key, params });
const cut = (text: string): string => elide(text, TEXT_CHARS);
const texts = (values: readonly Value[]): string[] => values.map(({ text }) => cut(text));

/** The names of both ends: the person's for the server, the app's as it was added. */
const names = ({ clientName, server }: WordFacts) => ({ app: cut(clientName), server: cut(server) });

function unknownForm(facts: WordFacts): CallWords {
  const { app, server } = names(facts);
  return {
    sentence: words('approval.unknown', { app, server, tool: cut(facts.tool) }),
    second: words(facts.effect === 'unknown' ? 'second.unknown' : `second.unfit-${facts.effect}`),
  };
}

function sentenceOf(facts: WordFacts): CallWords | undefined {
  switch (facts.effect) {
    case 'read':
      return reading(facts);
    case 'write':
      return writing(facts);
    case 'send':
      return sending(facts);
    case 'run':
      return running(facts);
    case 'destroy':
      return destroying(facts);
    case 'spend':
      return spending(facts);
    case 'unknown':
      return undefined;
    default:
      return missingCase(facts.effect);
  }
}

function reading(facts: WordFacts): CallWords | undefined {
  const paths = valuesOf(facts.args, facts.places, ['path', 'folder']);
  const path = paths?.[0]?.text;
  if (paths?.length !== 1 || path === undefined || !isPlain(path)) return undefined;
  const { app, server } = names(facts);
  return {
    sentence: words(liesOutside(path, facts.folders) ? 'approval.read' : 'approval.read-file', { app }),
    second:
      facts.folders.length === 0
        ? words('second.read-none', { path: cut(path), server })
        : words('second.read', { path: cut(path), server, folders: facts.folders.map(cut) }),
  };
}

function writing(facts: WordFacts): CallWords | undefined {
  const paths = valuesOf(facts.args, facts.places, ['path', 'folder']);
  const named = paths?.length === 0 ? valuesOf(facts.args, facts.places, ['container']) : paths;
  const item = named?.[0]?.text;
  if (named?.length !== 1 || item === undefined || !isPlain(item)) return undefined;
  const { app, server } = names(facts);
  return {
    sentence: words('approval.write', { app, item: cut(item) }),
    second:
      facts.folders.length === 0
        ? words('second.write-none', { server })
        : words('second.write', { server, folders: facts.folders.map(cut) }),
  };
}

function sending(facts: WordFacts): CallWords | undefined {
  const recipients = recipientsOf(facts);
  if (recipients === undefined) return undefined;
  const { app, server } = names(facts);
  return {
    sentence: recipients.every(isMailList)
      ? words('approval.send', { app, recipients })
      : words('approval.send-with', { app, server, recipients }),
    second: words('second.send'),
  };
}

function running(facts: WordFacts): CallWords | undefined {
  const parts = valuesOf(facts.args, facts.places, ['command']);
  const first = parts?.[0];
  if (parts === undefined || first === undefined) return undefined;
  return {
    sentence: words('approval.run', { app: names(facts).app }),
    second:
      parts.length === 1
        ? words('second.run', { command: cut(first.text) })
        : words('second.run-parts', { parts: texts(parts) }),
  };
}

function destroying(facts: WordFacts): CallWords | undefined {
  const items = valuesOf(facts.args, facts.places, ['path', 'folder', 'container', 'url']);
  if (items === undefined || items.length === 0 || !items.every(({ text }) => isPlain(text)))
    return undefined;
  // Of several arguments one may only say where the other one is: "octocat" and "42" are not both deleted.
  if (new Set(items.map(({ pointer }) => pointer)).size > 1) return undefined;
  return {
    sentence: words('approval.destroy', { app: names(facts).app, items: texts(items) }),
    second: words('second.destroy'),
  };
}

function spending(facts: WordFacts): CallWords | undefined {
  const amounts = valuesOf(facts.args, facts.places, ['amount'], true);
  const amount = amounts?.[0]?.text;
  if (amounts?.length !== 1 || amount === undefined || !isAmount(amount)) return undefined;
  return { sentence: words('approval.spend', { ...names(facts), amount }) };
}

/** What a server asks of the app or the person behind it; undefined for calls of the app. */
function serverRequest(facts: WordFacts): CallWords | undefined {
  const { app, server } = names(facts);
  if (facts.kind === 'sampling')
    return {
      sentence: words('approval.sampling', { app, server }),
      second: words('second.sampling', { app }),
    };
  if (facts.kind === 'roots') return { sentence: words('approval.roots', { app, server }) };
  if (facts.kind !== 'elicitation') return undefined;
  if (textMember(facts.args, 'mode') === 'url' || member(facts.args, 'url') !== undefined) {
    const url = textMember(facts.args, 'url');
    return {
      sentence: words('approval.url', { server }),
      ...(url === undefined ? {} : { second: words('second.url', { url: cut(url) }) }),
    };
  }
  return {
    sentence: words('approval.elicitation', { app, server }),
    second: words('second.elicitation', { server }),
  };
}

/** Where it goes; nothing where that cannot be said fully. */
function destinationOf(facts: WordFacts): Words | undefined {
  const recipients = recipientsOf(facts);
  if (recipients !== undefined) return words('destination.recipients', { recipients });
  if ((valuesOf(facts.args, facts.places, ['recipient'])?.length ?? 1) > 0) return undefined;
  const addresses = valuesOf(facts.args, facts.places, ['url', 'host']);
  if (addresses === undefined) return undefined;
  if (addresses.length > 0) return words('destination.addresses', { addresses: texts(addresses) });
  const paths = valuesOf(facts.args, facts.places, ['path', 'folder']);
  return paths === undefined || paths.length === 0
    ? undefined
    : words('destination.paths', { paths: texts(paths) });
}

/** Every To, Cc and Bcc, in this order; undefined when there is none or one cannot be named in full. */
function recipientsOf({ args, places }: WordFacts): string[] | undefined {
  // As people know them from every e-mail, and not as a schema names its arguments: who is first is whom it is for.
  const found = valuesOf(args, places, ['recipient'])
    ?.toSorted((a, b) => copyRank(a.pointer) - copyRank(b.pointer))
    .map(({ text }) => text);
  if (found === undefined || found.length === 0) return undefined;
  return found.every((text) => text.length <= TEXT_CHARS && isPlain(text)) ? found : undefined;
}

/** 2 for arguments of blind copies, 1 for those of copies, 0 for all others. */
function copyRank(pointer: string): number {
  const names = pointer.split('/').flatMap(nameWords);
  return names.includes('bcc') ? 2 : names.includes('cc') ? 1 : 0;
}

/** One line of characters that show. */
function isPlain(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}

/** Bare addresses and nothing else: a display name may claim anything. */
function isMailList(text: string): boolean {
  return text
    .split(/[,;]/)
    .every((one) =>
      /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u.test(one.trim()),
    );
}

/** A number with a currency before or behind it at most. */
function isAmount(text: string): boolean {
  return text.length <= 40 && /^(?:[A-Z]{3} ?|\p{Sc} ?)?-?\d[\d.,' ]*(?: ?[A-Z]{3}| ?\p{Sc})?$/u.test(text);
}

/**
 * Whether the path as it is written lies in none of the folders. Links are not followed, so this only chooses words;
 * of a relative path nothing is claimed.
 */
function liesOutside(path: string, folders: readonly string[]): boolean {
  const absolute = posix.isAbsolute(path) || win32.isAbsolute(path);
  return absolute && !folders.some((folder) => liesIn(path, folder));
}

function liesIn(path: string, folder: string): boolean {
  const rules = posix.isAbsolute(folder) ? posix : win32;
  if (!rules.isAbsolute(path)) return false;
  const way = rules.relative(folder, path);
  return way !== '..' && !way.startsWith(`..${rules.sep}`) && !rules.isAbsolute(way);
}
