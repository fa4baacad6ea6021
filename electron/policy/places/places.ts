import type { Effect } from '../../../shared/model/review.ts';
import type { PolicyPorts } from '../contract.ts';
import { type Folder, isInside, maybeInside, prepareFolder } from './folders.ts';
import { isHonestFault } from './path-fault.ts';
import { type PathReading, type PathSystem, readPath } from './read-path.ts';
import { isDelicate, type Sensitive, sensitiveIn } from './sensitive.ts';

const MAX_KEPT = 2000;

/** Reads paths and tells where they lead, for one policy. */
export interface Places {
  readonly system: PathSystem;
  read(text: string, base: string | undefined): PathReading;
  folder(name: string): Folder;
  /** In the folder in every reading, and not in a place within it that is sensitive for what is done there. */
  inside(read: PathReading, folder: Folder, effect: Effect): boolean;
  /** In the folder in some reading, or nobody can tell. */
  maybeInside(read: PathReading, folder: Folder): boolean;
  sensitive(read: PathReading): Sensitive | undefined;
  /** Whether it is, or lies in, something of Doorward or of an AI app (attack 41). */
  isOwn(read: PathReading): boolean;
  /** Whether no honest AI app sends such a path. */
  isStrange(read: PathReading): boolean;
}

/** Never throws for any path; folders are looked up once and kept. */
export function createPlaces(ports: Pick<PolicyPorts, 'realPath' | 'platform' | 'ownFiles'>): Places {
  const system: PathSystem = { platform: ports.platform, realPath: ports.realPath };
  const folders = new Map<string, Folder>();
  let ownNames: readonly string[] = [];
  let own: ReadonlySet<string> = new Set();

  const folder = (name: string): Folder => {
    let known = folders.get(name);
    if (known === undefined) {
      known = prepareFolder(name, system);
      if (folders.size >= MAX_KEPT) folders.clear();
      folders.set(name, known);
    }
    return known;
  };
  /** Without regard to case on any system: the worst that comes of it is a question. */
  const spelt = (path: string): string => path.normalize('NFC').toLowerCase();
  const ownPaths = (): ReadonlySet<string> => {
    const names = ports.ownFiles();
    if (names !== ownNames) {
      ownNames = names;
      own = new Set(names.map(folder).flatMap(({ path, real }) => [spelt(path), spelt(real ?? path)]));
    }
    return own;
  };
  const isOwnPath = (path: string): boolean => {
    const paths = ownPaths();
    const text = spelt(path);
    if (paths.has(text)) return true;
    for (let at = text.length - 1; at > 0; at--)
      if ((text[at] === '/' || text[at] === '\\') && paths.has(text.slice(0, at))) return true;
    return false;
  };
  const isOwn = once(
    (read) =>
      read.fault === undefined &&
      read.readings.some(({ path, real }) => isOwnPath(path) || (real !== path && isOwnPath(real))),
  );
  const sensitive = once((read) => sensitiveIn(read));
  return {
    system,
    read: (text, base) => readPath(text, base, system),
    folder,
    inside: (read, within, effect) =>
      isInside(read, within, system) &&
      (!isDelicate(sensitive(read), effect) || !isDelicate(sensitiveIn(read, within), effect)) &&
      (!isOwn(read) || isOwnPath(within.path)),
    maybeInside: (read, within) => maybeInside(read, within, system),
    sensitive,
    isOwn,
    isStrange: (read) => read.fault !== undefined && !isHonestFault(read.fault),
  };
}

/** What was found last, since a path is asked about several times in a row. */
function once<T>(find: (read: PathReading) => T): (read: PathReading) => T {
  let last: { readonly read: PathReading; readonly found: T } | undefined;
  return (read) => {
    if (last?.read !== read) last = { read, found: find(read) };
    return last.found;
  };
}
