import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Progress } from './progress.ts';

const count = z.int().min(0);
const shape = z.strictObject({
  version: z.literal(1),
  destinations: z.record(
    z.string().max(80),
    z.strictObject({
      place: z.strictObject({
        seq: z.int().min(-1),
        hash: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .exactOptional(),
      }),
      sent: count,
      refused: count,
      lost: count,
      lastAt: z.number().exactOptional(),
    }),
  ),
});

/** Where each destination has come, in a file beside the log. */
export interface PlacesFile {
  get(id: string): Progress | undefined;
  /** On the disk within a second, or when it is flushed. A disk that refuses costs rows that are sent twice. */
  set(id: string, progress: Progress): void;
  /** Forgets all but these. */
  keepOnly(ids: readonly string[]): void;
  flush(): void;
}

export interface PlacesPorts {
  readonly file: string;
  readonly after: (ms: number, run: () => void) => () => void;
}

const lazyMs = 1000;

/**
 * Opens it. A file that is missing or cannot be read is an empty one: every destination then begins again where it was
 * added, so rows come twice and none is passed over. Somebody who changes it can have rows sent twice or not at all, and
 * a collector sees which, because rows are numbered and chained.
 */
export function openPlaces({ file, after }: PlacesPorts): PlacesFile {
  const places = new Map<string, Progress>(load(file));
  let later: (() => void) | undefined;

  function flush(): void {
    later?.();
    later = undefined;
    const text = JSON.stringify({ version: 1, destinations: Object.fromEntries(places) });
    const next = `${file}.new`;
    try {
      const fd = openSync(next, 'w', 0o600);
      try {
        writeSync(fd, text);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(next, file);
    } catch {
      rmSync(next, { force: true });
    }
  }

  return {
    get: (id) => places.get(id),
    set(id, progress) {
      places.set(id, progress);
      later ??= after(lazyMs, flush);
    },
    keepOnly(ids) {
      const gone = [...places.keys()].filter((id) => !ids.includes(id));
      for (const id of gone) places.delete(id);
      if (gone.length > 0) later ??= after(lazyMs, flush);
    },
    flush() {
      if (later !== undefined) flush();
    },
  };
}

function load(file: string): [string, Progress][] {
  try {
    const parsed = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? Object.entries(parsed.data.destinations) : [];
  } catch {
    return [];
  }
}
