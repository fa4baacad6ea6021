import { z } from 'zod';
import { LINK_SCHEME, MAX_LINK_CHARS } from './deep-links.ts';

/** What the app was started with. */
export interface LaunchArguments {
  readonly home: string | undefined;
  /** Port for this run; 0 takes any free one. */
  readonly port: number | undefined;
  readonly hidden: boolean;
  readonly selfTest: boolean;
  /** A `doorward://` link that the operating system passed on; not checked yet. */
  readonly link: string | undefined;
}

/**
 * Reads the command line of the app. Electron and Chromium put words of their own among it, so unknown ones are passed
 * over. Nothing behind a link counts: its text is a stranger's, and where the system quotes it badly, a link could
 * otherwise bring options along (`doorward://open/x" --home C:\evil`).
 */
export function readArguments(argv: readonly string[]): LaunchArguments {
  const at = linkAt(argv);
  const words = at === -1 ? argv : argv.slice(0, at);
  const value = (name: string): string | undefined => {
    const found = words.findLastIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
    if (found === -1) return undefined;
    const word = words[found] ?? '';
    const text = word.includes('=') ? word.slice(word.indexOf('=') + 1) : words[found + 1];
    return text === '' ? undefined : text;
  };
  const port = Number(value('port') ?? Number.NaN);
  return {
    home: value('home'),
    port: Number.isInteger(port) && port >= 0 && port < 65_536 ? port : undefined,
    hidden: words.includes('--hidden'),
    selfTest: words.includes('--self-test'),
    link: at === -1 ? undefined : argv[at],
  };
}

const linkAt = (argv: readonly string[]): number =>
  argv.findIndex((word) => word.toLowerCase().startsWith(`${LINK_SCHEME}:`));

/** What the app is started with again: the same, but in sight, and without the link that it has followed already. */
export function wordsForRelaunch(argv: readonly string[]): string[] {
  const at = linkAt(argv);
  return (at === -1 ? argv : argv.slice(0, at)).filter((word) => word !== '--hidden');
}

/** What a second start tells the first one. It crosses processes, so it is checked. */
const handover = z.strictObject({ hidden: z.boolean(), link: z.string().max(MAX_LINK_CHARS).optional() });
export type Handover = z.infer<typeof handover>;

export function toHandover({ hidden, link }: LaunchArguments): Handover {
  return { hidden, ...(link === undefined || link.length > MAX_LINK_CHARS ? {} : { link }) };
}

/** What is not understood counts as a plain second start. */
export function readHandover(data: unknown): Handover {
  const parsed = handover.safeParse(data);
  return parsed.success ? parsed.data : { hidden: false };
}
