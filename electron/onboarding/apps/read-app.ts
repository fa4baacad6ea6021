import { fail, ok, type Result } from '../../../shared/result.ts';
import { type Entry, type FoundServer, label, readEntry } from '../server-entry.ts';
import type { EntryAt, SettingsDoc } from '../edit/change.ts';
import { readSettings } from '../edit/edit-settings.ts';
import { isPlainObject, memberOf, objectOf, type Plain, type PlainObject } from '../edit/plain.ts';
import type { AppFiles, FoundFile } from './app-files.ts';
import type { AppFolders, AppSpec, Holder } from './app-spec.ts';
import { type SettingsText, textOf } from './settings-text.ts';

/** An entry of an app's file. */
export interface FoundEntry {
  readonly at: EntryAt;
  /** Names it among all entries of the file. */
  readonly key: string;
  readonly name: string;
  /** The folder of the project that it is for. */
  readonly project?: string;
  readonly value: Plain;
  /** Switched off in the app. */
  readonly off: boolean;
  /** What it starts or reaches; why not, in a sentence. */
  readonly server: Result<FoundServer>;
}

/** An app's file as it is now. */
export interface AppFile {
  readonly path: string;
  /** Undefined: there is none. */
  readonly file: FoundFile | undefined;
  readonly text: SettingsText;
  readonly doc: SettingsDoc;
  readonly entries: readonly FoundEntry[];
}

const MAX_ENTRIES = 500;

/** Where the app's file is: the first that is there, else where it would be. */
export function fileOf(spec: AppSpec, at: AppFolders, files: AppFiles): string {
  const places = spec.files(at);
  return places.find((place) => files.exists(place)) ?? places[0] ?? '';
}

/** A path as people are shown it: the home folder is `~`. */
export function shownPath(path: string, home: string): string {
  return path.startsWith(home) && /^[/\\]/.test(path.slice(home.length))
    ? `~${path.slice(home.length)}`
    : path;
}

/**
 * Reads the servers of an app. Refused with one sentence that names the file, whatever is in its place; an entry that
 * is wrong is no reason to refuse the others. Never throws for what a file holds.
 */
export function readApp(spec: AppSpec, at: AppFolders, files: AppFiles, path: string): Result<AppFile> {
  const refuse = (rest: string) =>
    fail(
      'unreadable',
      `"${shownPath(path, at.home)}" ${rest}, so nothing was read from it and nothing is written to it.`,
    );
  const file = files.read(path);
  if (!file.ok) return refuse(file.message);
  const text = textOf(file.value?.bytes ?? Buffer.alloc(0));
  if (!text.ok) return refuse(text.message);
  const doc = readSettings(text.value.text, spec.format);
  if (!doc.ok) return refuse(doc.message);
  const entries = entriesIn(spec, doc.value.root);
  if (!entries.ok) return refuse(entries.message);
  return ok({ path, file: file.value, text: text.value, doc: doc.value, entries: entries.value });
}

/** The entries of settings, wherever the app keeps them. Refused with the rest of a sentence. */
export function entriesIn(spec: AppSpec, root: Plain): Result<FoundEntry[]> {
  const found: FoundEntry[] = [];
  for (const holder of spec.holders) {
    for (const place of placesOf(root, holder)) {
      const entries = entriesAt(root, place, holder);
      if (entries === undefined)
        return fail('malformed', `has something else in the place of "${label(place.at(-1) ?? '')}"`);
      const project = projectOf(holder, place);
      for (const [name, value] of entries) {
        if (isPlainObject(value) && spec.isBuiltIn?.(value) === true) continue;
        found.push(foundEntry(holder, place, name, value, project));
      }
    }
  }
  return found.length > MAX_ENTRIES ? fail('malformed', `has more than ${MAX_ENTRIES} servers`) : ok(found);
}

function foundEntry(
  holder: Holder,
  place: readonly string[],
  name: string,
  value: Plain,
  project: string | undefined,
): FoundEntry {
  const off = memberOf(value, 'disabled') === true || memberOf(value, 'enabled') === false;
  return {
    at: { holder: place, name, ...(holder.list === true ? { list: true } : {}) },
    key: project === undefined ? name : `${name} (${project})`,
    name,
    ...(project === undefined ? {} : { project }),
    value,
    off,
    server: isPlainObject(value)
      ? readEntry(name, asEntry(value))
      : fail('malformed', `"${label(name)}" is no server.`),
  };
}

/** The members that other apps call otherwise, under their usual names. */
function asEntry(value: PlainObject): Entry {
  const more: [string, Plain][] = [];
  const envs = memberOf(value, 'envs');
  if (envs !== undefined && memberOf(value, 'env') === undefined) more.push(['env', envs]);
  const headers = memberOf(memberOf(value, 'requestOptions'), 'headers');
  if (headers !== undefined && memberOf(value, 'headers') === undefined) more.push(['headers', headers]);
  return more.length === 0 ? value : objectOf([...Object.entries(value), ...more]);
}

/** The paths that a holder with `*` stands for in this file; those that are not there are left out. */
function placesOf(root: Plain, { path }: Holder): string[][] {
  let found: { path: string[]; value: Plain }[] = [{ path: [], value: root }];
  for (const part of path)
    found = found.flatMap(({ path: before, value }) => {
      const names = part === '*' ? (isPlainObject(value) ? Object.keys(value) : []) : [part];
      return names.flatMap((name) => {
        const inner = memberOf(value, name);
        return inner === undefined || inner === null ? [] : [{ path: [...before, name], value: inner }];
      });
    });
  return found.map((one) => one.path);
}

function projectOf({ path }: Holder, place: readonly string[]): string | undefined {
  const at = path.indexOf('*');
  return at === -1 ? undefined : place[at];
}

/** Undefined: what stands there holds no entries. */
function entriesAt(
  root: Plain,
  place: readonly string[],
  { list }: Holder,
): (readonly [string, Plain])[] | undefined {
  let value: Plain | undefined = root;
  for (const part of place) value = memberOf(value, part);
  if (list !== true) return isPlainObject(value) ? Object.entries(value) : undefined;
  if (!Array.isArray(value)) return undefined;
  const items = (value as Plain[]).map((item) => [memberOf(item, 'name'), item] as const);
  const names = items.map(([name]) => name);
  // Without a name of its own an item cannot be found again.
  return items.flatMap(([name, item], i) =>
    typeof name === 'string' && names.indexOf(name) === i ? [[name, item] as const] : [],
  );
}
