import type { ConnectMode, ConnectWay } from '../../../shared/model/ai-app.ts';
import type { EntryAt, EntryChange } from '../edit/change.ts';
import { isPlainObject, objectOf, type PlainObject } from '../edit/plain.ts';
import type { AppSpec } from './app-spec.ts';
import { inPlaceOf } from './entry-shapes.ts';
import { ownEntry, type OwnEnds } from './own-entries.ts';
import type { ImportItem } from './plan-import.ts';
import type { AppFile } from './read-app.ts';

/** How the app reaches Doorward. */
export interface Reach extends OwnEnds {
  readonly way: ConnectWay;
  /** The identity with which it comes. */
  readonly client: string;
  /** For the way by address. */
  readonly token: string;
  /** The profile's folder, where the bridge would not find it by itself. */
  readonly profile: string | undefined;
}

/** What becomes of an app's entries. */
export interface ConnectPlan {
  readonly mode: ConnectMode;
  readonly changes: readonly EntryChange[];
  readonly entries: readonly {
    readonly at: EntryAt;
    readonly project?: string;
    readonly change: 'replaced' | 'added' | 'removed';
  }[];
}

const OWN_NAME = 'doorward';

/**
 * What connecting changes in an app's file: every entry whose server Doorward has (`items`) is replaced by one that
 * goes to that server through Doorward, or all of them by a single one. With nothing to replace and nothing of ours
 * there, the single one is added, for else the app would not be connected.
 */
export function planConnect(
  spec: AppSpec,
  app: AppFile,
  items: readonly ImportItem[],
  asked: ConnectMode,
  reach: Reach,
): ConnectPlan {
  const own = app.entries.filter(
    ({ server }) => server.ok && ownEntry(server.value.launch, reach) !== undefined,
  );
  const mode = asked === 'each' && items.length === 0 && own.length === 0 ? 'one' : asked;
  if (mode === 'each') {
    const changes = items.map(({ entry, id }): EntryChange => {
      const put = entryFor(spec, reach, entry.name, id);
      return { at: entry.at, value: isPlainObject(entry.value) ? inPlaceOf(entry.value, put) : put };
    });
    return { mode, changes, entries: items.map(({ entry }) => named(entry, 'replaced')) };
  }
  const removed = items.map(({ entry }): EntryChange => ({ at: entry.at, value: undefined }));
  const whole = own.some(
    ({ server }) => server.ok && ownEntry(server.value.launch, reach)?.server === undefined,
  );
  const gone = items.map(({ entry }) => named(entry, 'removed'));
  if (whole) return { mode, changes: removed, entries: gone };
  const [holder = { path: [] }] = spec.holders;
  const taken = new Set(app.entries.filter(({ project }) => project === undefined).map(({ name }) => name));
  let name = OWN_NAME;
  for (let n = 2; taken.has(name); n++) name = `${OWN_NAME}-${n}`;
  const at: EntryAt = { holder: holder.path, name, ...(holder.list === true ? { list: true } : {}) };
  return {
    mode,
    changes: [...removed, { at, value: entryFor(spec, reach, name, undefined) }],
    entries: [...gone, { at, change: 'added' }],
  };
}

function named(
  { at, project }: ImportItem['entry'],
  change: 'replaced' | 'removed',
): ConnectPlan['entries'][number] {
  return { at, change, ...(project === undefined ? {} : { project }) };
}

function entryFor(spec: AppSpec, reach: Reach, name: string, server: string | undefined): PlainObject {
  if (reach.way === 'http' && spec.shape.http !== undefined) {
    const url = server === undefined ? reach.url : `${reach.url}/s/${server}`;
    return spec.shape.http(url, objectOf([['Authorization', `Bearer ${reach.token}`]]), name);
  }
  const [command = '', ...before] = reach.launcher;
  const args = [
    ...before,
    'connect',
    '--client',
    reach.client,
    ...(server === undefined ? [] : ['--server', server]),
    ...(reach.profile === undefined ? [] : ['--home', reach.profile]),
  ];
  return spec.shape.stdio({ command, args }, name);
}
