import type { Redact } from './redact.ts';
import type { LineSink } from './rotating-file.ts';

export const LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type Level = (typeof LEVELS)[number];

/** Facts beside a message: plain values only, so that nobody hands over a whole request by mistake. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Our own log of what the host does (calls have their own). */
export interface Logger {
  error(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  info(message: string, facts?: Facts): void;
  debug(message: string, facts?: Facts): void;
}

const MAX_TEXT = 4096;

/**
 * Writes JSON lines to a sink. Redaction is done here, at the last moment and for every text, because no caller can
 * be trusted to remember it. Texts are cut at 4,096 characters.
 */
export function createLogger(options: {
  readonly sink: LineSink;
  /** A function is asked for every line: the level can be changed while the host runs. */
  readonly level: Level | (() => Level);
  readonly redact: Redact;
  readonly now: () => number;
}): Logger {
  const { sink, redact, now } = options;
  const text = (value: string): string => {
    // Cut after hiding: a secret that lies across the cut would otherwise be half there and not recognised.
    const safe = redact(value.slice(0, 4 * MAX_TEXT));
    return safe.length > MAX_TEXT ? `${safe.slice(0, MAX_TEXT)}…` : safe;
  };
  const at =
    (level: Level) =>
    (message: string, facts: Facts = {}) => {
      const highest = typeof options.level === 'string' ? options.level : options.level();
      if (LEVELS.indexOf(level) > LEVELS.indexOf(highest)) return;
      const entries = Object.entries(facts).map(([key, value]) => [
        key,
        typeof value === 'string' ? text(value) : value,
      ]);
      const line = {
        at: new Date(now()).toISOString(),
        level,
        message: text(message),
        ...Object.fromEntries(entries),
      };
      sink.write(JSON.stringify(line));
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}
