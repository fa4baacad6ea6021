import { fail, ok, type Result } from '../../../shared/result.ts';
import {
  changedRoot,
  type EntryChange,
  type SettingsDoc,
  type SettingsFormat,
  spliced,
  withoutEmptyHolders,
} from './change.ts';
import { type Plain, plainOf, samePlain } from './plain.ts';
import { readerOf } from './readers.ts';

/** Characters of a file that is read at all; what apps keep there is far less. */
const MAX_CHARS: Readonly<Record<SettingsFormat, number>> = {
  // One app keeps its whole history beside its servers.
  json: 16 * 1024 * 1024,
  jsonc: 4 * 1024 * 1024,
  json5: 4 * 1024 * 1024,
  toml: 1024 * 1024,
  yaml: 1024 * 1024,
};

const LARGE = 256 * 1024;
// oxlint-disable-next-line no-control-regex -- These are the ones.
const CONTROL = /[\0-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * Reads settings. Refused with the rest of a sentence whose subject is the file ("is not valid JSON"): too long, not
 * of its format, something twice, nested too deeply. Never throws for what a file holds; the reader of the format was
 * prepared before (`prepareReaders`).
 */
export function readSettings(text: string, format: SettingsFormat): Result<SettingsDoc> {
  if (text.length > MAX_CHARS[format]) return fail('malformed', 'is too long to be settings');
  // No format has them; parsers that let them pass would read what the app does not.
  if (CONTROL.test(text)) return fail('malformed', 'has control characters in it');
  return readerOf(format)(text);
}

/**
 * The text with entries changed and every other byte as it was. `doc` is the text as `readSettings` read it. The
 * result is read anew, and unless exactly the entries that were meant differ, nothing is answered but a refusal (a bug
 * here must never break an app's settings).
 */
export function editSettings(
  text: string,
  format: SettingsFormat,
  doc: SettingsDoc,
  changes: readonly EntryChange[],
): Result<string> {
  const attempt = tryChanges(text, format, doc, changes);
  if (attempt.ok || changes.every(({ source }) => source === undefined)) return attempt;
  // Texts from another state of the file may not fit here; their values do.
  const plain = changes.map(({ at, value }) => ({ at, value }));
  return tryChanges(text, format, doc, plain);
}

function tryChanges(
  text: string,
  format: SettingsFormat,
  doc: SettingsDoc,
  changes: readonly EntryChange[],
): Result<string> {
  const splices = doc.splices(changes);
  if (!splices.ok) return splices;
  const made = spliced(text, splices.value);
  const after = rootOf(made, format);
  const shape = (root: Plain) => withoutEmptyHolders(root, changes);
  return after !== undefined && samePlain(shape(after), shape(changedRoot(doc.root, changes)))
    ? ok(made)
    : fail('unsafe', 'is written in a way in which it cannot be changed safely');
}

/** What a text says. Megabytes of plain JSON are read by the platform, which takes a thirtieth of the time. */
function rootOf(text: string, format: SettingsFormat): Plain | undefined {
  if (format === 'json' && text.length > LARGE) {
    try {
      return plainOf(JSON.parse(text));
    } catch {
      // Comments, perhaps.
    }
  }
  const read = readSettings(text, format);
  return read.ok ? read.value.root : undefined;
}
