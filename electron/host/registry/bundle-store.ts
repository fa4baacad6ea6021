import { createHash } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type Archive, BUNDLE_CAPS } from '../../onboarding/mcpb/archive.ts';
import { commentLengthAt, SIGNATURE_ROOM, signatureAt } from '../../onboarding/mcpb/signature.ts';
import { ownFolder, reasonOf } from '../profile.ts';

/** A bundle that lies in the profile, unpacked by nobody yet. */
export interface HeldBundle {
  readonly file: string;
  /** Of the whole file as it came, its signature with it. */
  readonly sha256: string;
  readonly bytes: number;
  readonly signature: 'none' | 'present';
}

/** Where bundles lie: files that were read, and folders of those that were installed. */
export interface BundleStore {
  /** Keeps what comes as a file of its own; refuses more than a bundle may have. */
  hold(pieces: AsyncIterable<Uint8Array>): Promise<Result<HeldBundle>>;
  /** Keeps a copy of a file, so that what is unpacked is what was looked at, whatever becomes of the file. */
  holdFile(path: string): Promise<Result<HeldBundle>>;
  /** Throws one away. */
  drop(one: HeldBundle): Promise<void>;
  /** One that was held, by its digest. */
  held(sha256: string): HeldBundle | undefined;
  /** Folder into which a bundle is, or would be, unpacked. */
  folderOf(name: string, version: string, sha256: string): string;
  /** Unpacks it; the folder is there whole or not at all. One that is there already stays as it is. */
  unpack(held: HeldBundle, archive: Archive, folder: string): Promise<Result<void>>;
  /** Removes the folders that nobody uses. */
  sweep(): Promise<void>;
}

/** Bundles that are kept between being read and being installed. */
const MAX_HELD = 3;
const INCOMING = '.incoming';

/**
 * Keeps bundles in `root`, a folder of the profile. `id` makes names that are nowhere yet; `isUsed` tells whether a
 * server runs from a folder. Begins by removing what a crash has left behind.
 */
export function bundleStore(
  root: string,
  id: () => string,
  isUsed: (folder: string) => boolean,
): BundleStore {
  const held = new Map<string, HeldBundle>();
  /** A folder is not removed while it is found to be there, nor written to while it is being removed. */
  let turn: Promise<unknown> = tidy(true);
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  };

  async function tidy(atStart: boolean): Promise<void> {
    for (const name of await readdir(root).catch(() => [])) {
      const path = join(root, name);
      const leftover = name.startsWith('.');
      if (leftover ? !atStart : isUsed(path)) continue;
      // A folder that is half removed must not be taken for a whole one.
      const old = leftover ? path : join(root, `.old-${id()}`);
      if (!leftover) await rename(path, old).catch(() => undefined);
      await rm(old, { recursive: true, force: true }).catch(() => undefined);
    }
  }

  const drop = async (one: HeldBundle): Promise<void> => {
    held.delete(one.sha256);
    await rm(one.file, { force: true });
  };

  async function keep(file: string, sha256: string, bytes: number): Promise<HeldBundle> {
    const signature = await cutSignature(file);
    const one = { file, sha256, bytes, signature };
    const before = held.get(sha256);
    if (before !== undefined) await drop(before);
    held.set(sha256, one);
    for (const oldest of [...held.values()].slice(0, Math.max(0, held.size - MAX_HELD))) await drop(oldest);
    return one;
  }

  const store: BundleStore = {
    drop,
    async hold(pieces) {
      await turn;
      const folder = join(root, INCOMING);
      const made = [root, folder].map((each) => ownFolder(each)).find((each) => !each.ok);
      if (made?.ok === false) return made;
      const file = join(folder, `${id()}.mcpb`);
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        const handle = await open(file, 'wx', 0o600);
        try {
          for await (const piece of pieces) {
            bytes += piece.length;
            if (bytes > BUNDLE_CAPS.file) break;
            hash.update(piece);
            await handle.write(piece);
          }
        } finally {
          await handle.close();
        }
        if (bytes <= BUNDLE_CAPS.file) return ok(await keep(file, hash.digest('hex'), bytes));
      } catch (error) {
        await rm(file, { force: true });
        return fail('failed', `The bundle could not be read: ${reasonOf(error)}.`);
      }
      await rm(file, { force: true });
      return fail('malformed', 'This bundle cannot be used: it is larger than 256 MiB.');
    },

    async holdFile(path) {
      try {
        // Opening a pipe or a device would wait, or do something.
        const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
        try {
          const about = await handle.stat();
          if (!about.isFile()) return fail('malformed', 'This is no file, so it is no bundle.');
          if (about.size > BUNDLE_CAPS.file)
            return fail('malformed', 'This bundle cannot be used: it is larger than 256 MiB.');
          return await store.hold(handle.createReadStream({ autoClose: false, start: 0 }));
        } finally {
          await handle.close();
        }
      } catch (error) {
        return fail('failed', `The bundle could not be read: ${reasonOf(error)}.`);
      }
    },

    held: (sha256) => held.get(sha256),

    folderOf(name, version, sha256) {
      const slug = (text: string, max: number): string =>
        text
          .toLowerCase()
          .replaceAll(/[^a-z0-9.]+/g, '-')
          .replaceAll(/\.{2,}/g, '.')
          .slice(0, max)
          .replaceAll(/^[-.]+|[-.]+$/g, '') || 'x';
      return join(root, `${slug(name, 40)}-${slug(version, 20)}-${sha256.slice(0, 12)}`);
    },

    unpack: (one, archive, folder) =>
      inTurn(async () => {
        const made = ownFolder(root);
        if (!made.ok) return made;
        const fresh = join(root, `.new-${id()}`);
        try {
          if (!(await isFolder(folder))) {
            await writeAll(archive, fresh);
            await rename(fresh, folder);
          }
          await drop(one);
          return ok(undefined);
        } catch (error) {
          await rm(fresh, { recursive: true, force: true });
          const why = error instanceof Error && 'code' in error ? reasonOf(error) : 'it is damaged';
          return fail('failed', `The bundle could not be unpacked: ${why}. Nothing was added.`);
        }
      }),

    sweep: () => inTurn(() => tidy(false)),
  };
  return store;
}

async function isFolder(path: string): Promise<boolean> {
  const about = await lstat(path).catch(() => undefined);
  return about?.isDirectory() === true;
}

/** Files are new ones under names that were judged: nothing is written through a link, and nothing over another file. */
async function writeAll(archive: Archive, root: string): Promise<void> {
  await mkdir(root, { mode: 0o700 });
  for (const entry of archive.entries) {
    const path = join(root, ...entry.name.split('/').filter((part) => part !== ''));
    await mkdir(entry.folder ? path : dirname(path), { recursive: true, mode: 0o700 });
    if (entry.folder) continue;
    await pipeline(
      await archive.stream(entry),
      createWriteStream(path, { flags: 'wx', mode: entry.runnable ? 0o700 : 0o600, flush: true }),
    );
  }
}

/** Takes a signature off our copy, so that what is left is a plain archive; says whether there was one. */
async function cutSignature(file: string): Promise<HeldBundle['signature']> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - SIGNATURE_ROOM);
    const tail = Buffer.alloc(size - from);
    await handle.read(tail, 0, tail.length, from);
    const at = signatureAt(tail);
    if (at === undefined) return 'none';
    await handle.truncate(from + at);
    const length = commentLengthAt(tail.subarray(0, at));
    if (length !== undefined) await handle.write(Buffer.alloc(2), 0, 2, from + length);
    return 'present';
  } finally {
    await handle.close();
  }
}
