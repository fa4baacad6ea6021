import type { HeldCall } from '../../../shared/model/approval.ts';
import { DANGERS } from '../../ui/hostile-text/characters.ts';
import { reindent } from '../../ui/json-view/reindent.ts';

/** What stands in a text in the place of a secret. */
const HIDDEN = '[hidden]';
const MOST = 1024 * 1024;

/** Why the arguments of a call cannot be edited here; undefined when they can. */
export type NotEditable = 'none' | 'cut' | 'secret';

/**
 * Arguments can be edited when all of them are here: of a cut text the middle would be lost, and where a secret is
 * hidden the server would get the word that stands in its place.
 */
export function notEditable({ args, kind, about }: HeldCall): NotEditable | undefined {
  // They were sent already.
  if (about === 'answer') return 'none';
  if (args === undefined || (kind !== 'tool' && kind !== 'prompt')) return 'none';
  if (args.tail !== undefined) return 'cut';
  return args.head.includes(HIDDEN) ? 'secret' : undefined;
}

const escaped = (char: string): string =>
  Array.from({ length: char.length }, (_, index) => {
    return `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');

/**
 * JSON laid out for an editor, every value as it was sent. Characters that an editor would not show, or that would
 * reorder what it shows, are written as JSON escapes, which mean the same.
 */
export function editorText(json: string): string {
  const { lines, complete } = reindent(json);
  if (!complete) return json.replace(DANGERS, escaped);
  return lines
    .map(({ indent, tokens }) => {
      const text = tokens.map((token) => token.text.replace(DANGERS, escaped)).join('');
      return `${'  '.repeat(Math.min(indent, 24))}${text}`;
    })
    .join('\n');
}

/** What is wrong with edited arguments; undefined when they can be sent. */
export type EditProblem = 'syntax' | 'object' | 'long';

/** Arguments are one JSON object of at most a mebibyte. */
export function editProblem(text: string): EditProblem | undefined {
  if (text.length > MOST) return 'long';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'syntax';
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'object';
}
