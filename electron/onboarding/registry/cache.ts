import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The steps of the file system that the cache needs; each throws when the disk refuses. */
export interface CacheFs {
  /** Names of the files in the folder; none when it is not there. */
  list(): readonly string[];
  /** Undefined when it is not there, no plain file, or larger than `max` bytes. */
  read(name: string, max: number): string | undefined;
  /** Whole or not at all; makes the folder. */
  write(name: string, text: string): void;
  remove(name: string): void;
  /** When it was written last, ms since the epoch, and its bytes. */
  about(name: string): { readonly at: number; readonly bytes: number } | undefined;
}

/** An answer of a registry, as it came. */
export interface CachedAnswer {
  readonly url: string;
  /** When it came; milliseconds since the epoch. */
  readonly at: number;
  readonly body: unknown;
}

/** Answers of registries, kept over restarts. */
export interface AnswerCache {
  get(url: string): CachedAnswer | undefined;
  /** Keeps an answer. A disk that takes nothing is no reason to have no answer. */
  put(answer: CachedAnswer): void;
}

const MAX_FILES = 200;
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_FILE = 5 * 1024 * 1024;
const NAME = /^[0-9a-f]{64}\.json$/;

const file = z.object({ version: z.literal(1), url: z.string(), at: z.number(), body: z.unknown() });

/**
 * Keeps answers in a folder of the profile: at most 200, at most 32 MiB, the oldest go first. What is read back is
 * judged like what comes from the network; a file that is not ours, of another version or of the future counts as none.
 */
export function answerCache(fs: CacheFs, now: () => number): AnswerCache {
  const nameOf = (url: string): string => `${createHash('sha256').update(url).digest('hex')}.json`;

  function makeRoom(coming: number): void {
    const files = fs
      .list()
      .filter((name) => NAME.test(name))
      .flatMap((name) => {
        const about = fs.about(name);
        return about === undefined ? [] : [{ name, ...about }];
      })
      .toSorted((a, b) => a.at - b.at);
    let bytes = files.reduce((sum, one) => sum + one.bytes, coming);
    let count = files.length + 1;
    for (const { name, bytes: freed } of files) {
      if (bytes <= MAX_BYTES && count <= MAX_FILES) break;
      fs.remove(name);
      bytes -= freed;
      count -= 1;
    }
  }

  return {
    get(url) {
      try {
        const text = fs.read(nameOf(url), MAX_FILE);
        const read = text === undefined ? undefined : file.safeParse(JSON.parse(text));
        if (read?.success !== true || read.data.url !== url || read.data.at > now()) return undefined;
        const { at, body } = read.data;
        return { url, at, body };
      } catch {
        return undefined;
      }
    },
    put({ url, at, body }) {
      try {
        const text = JSON.stringify({ version: 1, url, at, body });
        if (text.length > MAX_FILE) return;
        makeRoom(text.length);
        fs.write(nameOf(url), text);
      } catch {
        // The next question asks the registry again.
      }
    },
  };
}
