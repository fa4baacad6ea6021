import { lstat } from 'node:fs/promises';
import type { BundleRefusal, OpenedBundle } from '../../shared/ipc/desktop-contract.ts';
import type { PushOf, Wire } from '../../shared/ipc/window.ts';
import type { BundleView } from '../../shared/model/registry.ts';
import { ok } from '../../shared/result.ts';
import { isRemote } from './bundle-path.ts';

/** What lies at a path, without following a link at its end. */
export type FileAbout =
  { readonly kind: 'file'; readonly bytes: number } | { readonly kind: 'link' | 'other' | 'missing' };

export interface OpenedBundlePorts {
  readonly platform: NodeJS.Platform;
  readonly about: (path: string) => Promise<FileAbout>;
}

export type ReadByHost = (path: string) => Promise<Wire<BundleView>>;

/** Bundles that the operating system had Doorward open: by a double click, on its icon, or on its command line. */
export interface OpenedBundles {
  /** Takes them and says where the window goes; undefined when there are none. Looks at no file yet. */
  open(paths: readonly string[]): PushOf<'navigate'> | undefined;
  /** Has the one that was opened last read by the host, for the page that got its ticket. */
  read(ticket: string, byHost: ReadByHost): Promise<Wire<OpenedBundle>>;
}

/** What a bundle may have at most; the host judges it again. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Keeps the path of a file away from the page: it gets a ticket, and for that what the bundle says of itself. So a page
 * that was taken over cannot have a file read that the person did not open. There is one bundle at a time, the last one;
 * nothing of it is added or started here.
 *
 * Attacks: a link (Windows follows one to another computer), a folder, a pipe, a file without an end, a share of another
 * computer, fifty files at once, a ticket that was made up.
 */
export function openedBundles({ platform, about }: OpenedBundlePorts): OpenedBundles {
  let count = 0;
  let current: { readonly ticket: string; readonly path: string; others: number; asked: boolean } | undefined;

  async function refusalOf(path: string): Promise<BundleRefusal | undefined> {
    if (isRemote(path, platform)) return 'remote';
    const found = await about(path);
    if (found.kind === 'file') return found.bytes > MAX_BYTES ? 'too-large' : undefined;
    return found.kind === 'other' ? 'no-file' : found.kind;
  }

  return {
    open(paths) {
      const path = paths.at(-1);
      if (path === undefined) return undefined;
      // A Mac tells of several files one by one: what no page has asked for yet was opened along with this one.
      const before = current === undefined || current.asked ? 0 : current.others + 1;
      count += 1;
      current = { ticket: `b${count}`, path, others: before + paths.length - 1, asked: false };
      return { screen: 'servers', bundle: current.ticket };
    },
    async read(ticket, byHost) {
      const wanted = current;
      if (wanted === undefined || wanted.ticket !== ticket) return ok({ kind: 'refused', why: 'gone' });
      wanted.asked = true;
      const why = await refusalOf(wanted.path);
      if (why !== undefined) return ok({ kind: 'refused', why });
      const view = await byHost(wanted.path);
      return view.ok ? ok({ kind: 'read', view: view.value, others: wanted.others }) : view;
    },
  };
}

/** Looks at the real file system. */
export async function aboutFile(path: string): Promise<FileAbout> {
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) return { kind: 'link' };
    return found.isFile() ? { kind: 'file', bytes: found.size } : { kind: 'other' };
  } catch {
    return { kind: 'missing' };
  }
}
