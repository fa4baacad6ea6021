import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { NameBook, nameProblem } from './names.ts';

/** What a bundle may hold at most. */
export const BUNDLE_CAPS = {
  /** Bytes of the file. */
  file: 256 * 1024 * 1024,
  /** Bytes of everything in it, unpacked; and of one file of it. */
  unpacked: 1024 * 1024 * 1024,
  one: 512 * 1024 * 1024,
  entries: 50_000,
  /** Times that one file may grow when it is unpacked; small files are not looked at. */
  ratio: 300,
  ratioFrom: 10 * 1024 * 1024,
  manifest: 1024 * 1024,
} as const;

/** A file or folder in a bundle that may be unpacked. */
export interface BundleEntry {
  readonly name: string;
  readonly folder: boolean;
  /** It is a program. */
  readonly runnable: boolean;
  readonly bytes: number;
  readonly zip: Entry;
}

/** An archive every name of which was looked at. Whoever opens it closes it. */
export interface Archive {
  readonly entries: readonly BundleEntry[];
  readonly unpackedBytes: number;
  /** The bytes of one file of it; the stream fails when they are not what the archive says. */
  stream(entry: BundleEntry): Promise<Readable>;
  text(name: string, max: number): Promise<Result<string>>;
  close(): void;
}

const KIND = 0o170000;
const FILE = 0o100000;
const FOLDER = 0o040000;
const RUNNABLE = 0o111;
const UNIX = 3;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens an archive and judges everything in it before a byte of it is unpacked. Refused with a sentence: names that
 * lead elsewhere or overwrite each other, links, devices, encrypted or strangely packed files, more or larger ones than
 * a server needs, and bombs (42.zip: little that becomes a lot). What is unpacked later is checked against what the
 * archive said.
 */
export async function openArchive(file: string): Promise<Result<Archive>> {
  // Few people ever open a bundle, and the reader of archives takes memory.
  const { open: openZip } = await import('yauzl');
  let zip: ZipFile;
  try {
    zip = await new Promise<ZipFile>((resolve, reject) =>
      openZip(
        file,
        { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true },
        (error, opened) => (error === null ? resolve(opened) : reject(error)),
      ),
    );
  } catch {
    return refuse('it is no zip file, or is damaged');
  }
  const entries = await readEntries(zip);
  if (!entries.ok) {
    zip.close();
    return entries;
  }
  const stream = (entry: BundleEntry): Promise<Readable> =>
    new Promise((resolve, reject) =>
      zip.openReadStream(entry.zip, (error, opened) => (error === null ? resolve(opened) : reject(error))),
    );
  return ok({
    entries: entries.value,
    unpackedBytes: entries.value.reduce((sum, { bytes }) => sum + bytes, 0),
    stream,
    async text(name, max) {
      const entry = entries.value.find((one) => one.name === name && !one.folder);
      if (entry === undefined) return refuse(`there is no ${name} in it`);
      if (entry.bytes > max) return refuse(`its ${name} is too large`);
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of await stream(entry)) chunks.push(chunk as Buffer);
        return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
      } catch {
        return refuse(`its ${name} is damaged`);
      }
    },
    close: () => zip.close(),
  });
}

/** All entries, in their order; refused at the first that is not good. */
function readEntries(zip: ZipFile): Promise<Result<BundleEntry[]>> {
  const found: BundleEntry[] = [];
  const book = new NameBook();
  let unpacked = 0;
  if (zip.entryCount > BUNDLE_CAPS.entries)
    return Promise.resolve(refuse(`it holds more than ${BUNDLE_CAPS.entries} files`));
  return new Promise((resolve) => {
    zip.on('entry', (entry: Entry) => {
      const judged = judge(entry);
      if (typeof judged === 'string') return resolve(refuse(judged));
      const clash = book.take(judged.name, judged.folder);
      unpacked += judged.bytes;
      if (clash !== undefined) return resolve(refuse(`it holds ${clash}`));
      if (unpacked > BUNDLE_CAPS.unpacked) return resolve(refuse('what is in it is too large'));
      found.push(judged);
      if (found.length > BUNDLE_CAPS.entries)
        return resolve(refuse(`it holds more than ${BUNDLE_CAPS.entries} files`));
      zip.readEntry();
      return undefined;
    });
    zip.once('end', () => resolve(ok(found)));
    // The reader itself refuses roots, "..", back slashes and sizes that cannot be.
    zip.once('error', (error: Error) =>
      resolve(
        refuse(
          /absolute path|invalid relative path|invalid characters in fileName/.test(error.message)
            ? 'it holds a name that leads out of its folder'
            : 'it is damaged',
        ),
      ),
    );
    zip.readEntry();
  });
}

/** An entry that may be unpacked, or what is wrong with it. */
function judge(entry: Entry): BundleEntry | string {
  const name = entry.fileName;
  const problem = nameProblem(name);
  if (problem !== undefined) return `it holds ${problem}`;
  if (entry.isEncrypted()) return 'a file in it is encrypted';
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    return 'a file in it is packed in a way that Doorward does not read';
  const mode = entry.versionMadeBy >>> 8 === UNIX ? entry.externalFileAttributes >>> 16 : 0;
  const kind = mode & KIND;
  const folder = name.endsWith('/');
  if (kind !== 0 && kind !== FILE && kind !== FOLDER) return 'it holds a link or a device';
  if (kind !== 0 && (kind === FOLDER) !== folder) return 'it holds a file that says it is a folder';
  const { uncompressedSize: bytes, compressedSize } = entry;
  if (folder && bytes > 0) return 'it holds a folder with bytes in it';
  if (bytes > BUNDLE_CAPS.one) return 'a file in it is too large';
  if (bytes > BUNDLE_CAPS.ratioFrom && bytes > compressedSize * BUNDLE_CAPS.ratio)
    return 'a file in it grows beyond measure when it is unpacked';
  return { name, folder, runnable: (mode & RUNNABLE) !== 0, bytes, zip: entry };
}

const refuse = (what: string) => fail('malformed', `This bundle cannot be used: ${what}.`);
