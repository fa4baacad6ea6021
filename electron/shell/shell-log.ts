import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger, type Logger } from '../log/logger.ts';
import { createRedactor } from '../log/redact.ts';
import { rotatingFile } from '../log/rotating-file.ts';

const FILES = { bytes: 512 * 1024, files: 3 };

/**
 * What the desktop app notes of itself, in a folder of its own beside the host's log: two writers of one file would
 * move it away from under each other. Closed by the end of the process; each line is written at once.
 */
export function shellLog(logs: string): Logger {
  const folder = join(logs, 'app');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // Then lines are lost; the profile's own check says what is wrong.
  }
  return createLogger({
    sink: rotatingFile(folder, FILES),
    level: 'info',
    redact: createRedactor().redact,
    now: Date.now,
  });
}
