import type { LaunchReason } from '../../../../../shared/model/review.ts';
import type { StdioLaunch } from '../../../../../shared/model/server.ts';

/** A start command as one line, with its variables behind it where it has some. */
export type Row = string | readonly [string, Readonly<Record<string, string>>];
/** Start commands of one kind; attacks with the reason that has to be among those given. */
export interface Kind {
  readonly kind: string;
  readonly code?: LaunchReason['code'];
  readonly rows: readonly Row[];
}

/** The words of a line: quotes, single or double, hold one together; nothing else means anything. */
export function words(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''),
  );
}

/** The launch that a row stands for. */
export function launchOf(row: Row): StdioLaunch {
  const [line, env] = typeof row === 'string' ? [row, {}] : row;
  const [command = '', ...args] = words(line);
  return { transport: 'stdio', command, args, env: { ...env } };
}
