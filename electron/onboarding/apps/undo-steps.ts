import { fail, ok, type Result } from '../../../shared/result.ts';
import { type EntryChange, entryIn, type SettingsFormat } from '../edit/change.ts';
import { editSettings, readSettings } from '../edit/edit-settings.ts';
import { isPlainObject } from '../edit/plain.ts';
import { type AppStep, sha256, valueDigest } from './ledger.ts';
import { bytesOf, textOf } from './settings-text.ts';

/** A file as it is after everything of ours was taken back. */
export interface Undone {
  /** Undefined: it was not there before, and is not there after. */
  readonly bytes: Buffer | undefined;
  /** It is what it was before, to the byte. */
  readonly exact: boolean;
  /** Names of entries of ours that somebody changed meanwhile; they stay. */
  readonly kept: readonly string[];
}

/**
 * Takes back what was written, newest first. Where the file is still as it was written, what was there before comes
 * back to the byte; where other parts changed meanwhile, only entries that are still ours are taken back. Refused:
 * a backup that is gone, a file that is not understood any more.
 */
export function undoSteps(
  current: Buffer | undefined,
  steps: readonly AppStep[],
  format: SettingsFormat,
  backupOf: (step: AppStep) => Result<Buffer | undefined>,
): Result<Undone> {
  let bytes = current;
  let exact = true;
  const kept: string[] = [];
  for (const step of steps.toReversed()) {
    const now = bytes === undefined ? null : sha256(bytes);
    if (now === step.before) continue;
    const backup = backupOf(step);
    if (!backup.ok) return backup;
    if (now === step.after) {
      bytes = backup.value;
      continue;
    }
    exact = false;
    // Somebody took the whole file away, and with it what is ours.
    if (bytes === undefined) continue;
    const partly = undoEntries(bytes, step, format, backup.value);
    if (!partly.ok) return partly;
    ({ bytes } = partly.value);
    kept.push(...partly.value.kept);
  }
  return ok({ bytes, exact, kept });
}

function undoEntries(
  current: Buffer,
  step: AppStep,
  format: SettingsFormat,
  backup: Buffer | undefined,
): Result<{ bytes: Buffer; kept: string[] }> {
  const text = textOf(current);
  if (!text.ok) return text;
  const doc = readSettings(text.value.text, format);
  if (!doc.ok) return doc;
  const before = textOf(backup ?? Buffer.alloc(0));
  const old = before.ok ? readSettings(before.value.text, format) : before;
  if (!old.ok) return fail('unreadable', 'has a backup that is not understood');
  const kept: string[] = [];
  const changes = step.entries.flatMap(({ holder, name, list, digest }): EntryChange[] => {
    const at = { holder, name, ...(list === true ? { list } : {}) };
    const now = entryIn(doc.value.root, at);
    const ours = now === undefined ? digest === null : digest !== null && valueDigest(now) === digest;
    if (!ours) {
      if (now !== undefined) kept.push(name);
      return [];
    }
    const was = entryIn(old.value.root, at);
    const source = old.value.sourceOf(at);
    if (was !== undefined && !isPlainObject(was)) return [];
    return [{ at, value: was, ...(source === undefined ? {} : { source }) }];
  });
  const made = editSettings(text.value.text, format, doc.value, changes);
  return made.ok ? ok({ bytes: bytesOf({ ...text.value, text: made.value }), kept }) : made;
}
