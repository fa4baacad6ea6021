import { lstatSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { writeOwnerOnly } from '../host/profile.ts';

/** A small thing that the desktop app remembers. */
export interface KeptFile<T> {
  /** What was kept last; what cannot be read is as good as absent. */
  read(): T | undefined;
  /** Keeps it, whole or not at all. Where that cannot be, the next start knows nothing, and that is all. */
  write(value: T): void;
}

/** Larger than anything that is kept this way. */
const MAX_BYTES = 8192;

/**
 * Remembers one thing in a file of the profile, for its owner only. Attack: a link or something large in its place; what
 * does not fit `kept` is not read.
 */
export function keptFile<T>(file: string, kept: z.ZodType<T>): KeptFile<T> {
  let last = '';
  return {
    read() {
      try {
        const info = lstatSync(file);
        if (!info.isFile() || info.size > MAX_BYTES) return undefined;
        const parsed = kept.safeParse(JSON.parse(readFileSync(file, 'utf8')));
        return parsed.success ? parsed.data : undefined;
      } catch {
        return undefined;
      }
    },
    write(value) {
      const text = `${JSON.stringify(value)}\n`;
      if (text === last) return;
      try {
        writeOwnerOnly(file, text);
        last = text;
      } catch {
        // A full disk is said elsewhere.
      }
    },
  };
}
