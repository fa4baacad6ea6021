import { folded } from './lookalikes.ts';
import { type Form, type PathReading, type PathSystem, type Reading, readPath } from './read-path.ts';

/** A folder, made ready to be compared with. */
export interface Folder {
  /** As it was named. */
  readonly name: string;
  readonly path: string;
  /** Where it really is; undefined when that cannot be told, and then nothing lies in it for certain. */
  readonly real: string | undefined;
}

/** Prepares a folder. Links are followed now and not again: a folder that is exchanged for a link later stays where it was. */
export function prepareFolder(name: string, system: PathSystem): Folder {
  const read = readPath(name, undefined, system);
  const first = read.fault === undefined ? read.readings[0] : undefined;
  return { name, path: first?.path ?? name, real: first?.real };
}

/** Whether a path lies in a folder, or is it, in every way in which it can be read. False when nobody can tell. */
export function isInside(read: PathReading, folder: Folder, system: PathSystem): boolean {
  if (read.fault !== undefined || folder.real === undefined) return false;
  const fold = foldsCase(system);
  const { real } = folder;
  return read.readings.every((reading) => within(reading, real, system, fold));
}

/** Whether a path may lie in a folder: in one of its readings, in any case of letters, or when nobody can tell. */
export function maybeInside(read: PathReading, folder: Folder, system: PathSystem): boolean {
  const { real } = folder;
  if (read.fault !== undefined || real === undefined) return true;
  return read.readings.some(
    (reading) =>
      within(reading, real, system, true) || startsWithFolder(reading.path, folder.path, 'nfc', system, true),
  );
}

function within({ real, form }: Reading, folder: string, system: PathSystem, fold: boolean): boolean {
  return form === 'folded'
    ? startsWithFolder(folded(real), folded(folder), 'nfc', system, fold)
    : startsWithFolder(real, folder, form, system, fold);
}

const foldsCase = (system: PathSystem): boolean =>
  system.platform === 'win32' || system.platform === 'darwin';

const NOT_ASCII = /[^\0-\x7f]/;

/**
 * Whether `path` is `folder` or below it; both absolute. By whole names, not by letters (`/a/project-evil`). A Mac's
 * disk does not tell normal forms apart; the others do, and so does the form `exact` there.
 */
export function startsWithFolder(
  path: string,
  folder: string,
  form: Form,
  system: PathSystem,
  fold: boolean,
): boolean {
  const separator = system.platform === 'win32' ? '\\' : '/';
  const wanted = folder.endsWith(separator) ? folder.slice(0, -1) : folder;
  if (path === folder || (path.startsWith(wanted) && path[wanted.length] === separator)) return true;
  if (!NOT_ASCII.test(path) && !NOT_ASCII.test(wanted)) {
    if (!fold || path.length < wanted.length) return false;
    const end = path[wanted.length];
    return (
      (end === undefined || end === separator) &&
      path.slice(0, wanted.length).toLowerCase() === wanted.toLowerCase()
    );
  }
  // Names may be of other lengths in another normal form, so they are compared part by part.
  const spelt = (text: string): string =>
    form === 'exact' && system.platform !== 'darwin' ? text : text.normalize('NFC');
  const steps = wanted.split(separator);
  const parts = path.split(separator);
  return (
    steps.length <= parts.length && steps.every((step, n) => sameName(parts[n] as string, step, fold, spelt))
  );
}

/** Both ways of folding case have to agree: systems differ in what they take for one letter (the Kelvin sign and k). */
function sameName(a: string, b: string, fold: boolean, spelt: (text: string) => string): boolean {
  if (spelt(a) === spelt(b)) return true;
  return (
    fold &&
    spelt(a.toLowerCase()) === spelt(b.toLowerCase()) &&
    spelt(a.toUpperCase()) === spelt(b.toUpperCase())
  );
}
