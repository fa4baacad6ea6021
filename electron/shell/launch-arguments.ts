import { z } from 'zod';
import { bundlePath, MAX_OPENED, MAX_PATH_CHARS, type WordPlace } from './bundle-path.ts';
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
  /** Whole paths of bundles that the operating system passed on; nobody has looked at them yet. */
  readonly bundles: readonly string[];
}

/**
 * Reads the command line of the app. Electron and Chromium put words of their own among it, so unknown ones are passed
 * over. Nothing behind a link counts: its text is a stranger's, and where the system quotes it badly, a link could
 * otherwise bring options along (`doorward://open/x" --home C:\evil`), or a file. Behind a file only files count: its
 * name may be a stranger's too.
 */
export function readArguments(
  argv: readonly string[],
  place: WordPlace = { platform: process.platform },
): LaunchArguments {
  const at = linkAt(argv);
  const before = at === -1 ? argv : argv.slice(0, at);
  const first = firstBundle(before, place);
  const words = first === -1 ? before : before.slice(0, first);
  const files = first === -1 ? [] : before.slice(first);
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
    bundles: files.flatMap((word) => bundlePath(word, place) ?? []).slice(0, MAX_OPENED),
  };
}

const linkAt = (argv: readonly string[]): number =>
  argv.findIndex((word) => word.toLowerCase().startsWith(`${LINK_SCHEME}:`));

/** Options whose value may be the word behind them. */
const WITH_VALUE = new Set(['--home', '--port']);

const firstBundle = (words: readonly string[], place: WordPlace): number =>
  words.findIndex(
    (word, index) => !WITH_VALUE.has(words[index - 1] ?? '') && bundlePath(word, place) !== undefined,
  );

/** What the app is started with again: the same, but in sight, and without the link or files that it has opened already. */
export function wordsForRelaunch(
  argv: readonly string[],
  place: WordPlace = { platform: process.platform },
): string[] {
  const at = linkAt(argv);
  const words = at === -1 ? argv : argv.slice(0, at);
  const first = firstBundle(words, place);
  return (first === -1 ? words : words.slice(0, first)).filter((word) => word !== '--hidden');
}

/** What a second start tells the first one. It crosses processes, so it is checked. */
const handover = z.strictObject({
  hidden: z.boolean(),
  link: z.string().max(MAX_LINK_CHARS).optional(),
  bundles: z.array(z.string().max(MAX_PATH_CHARS)).max(MAX_OPENED).optional(),
});
export type Handover = z.infer<typeof handover>;

export function toHandover({ hidden, link, bundles }: LaunchArguments): Handover {
  return {
    hidden,
    ...(link === undefined || link.length > MAX_LINK_CHARS ? {} : { link }),
    ...(bundles.length === 0 ? {} : { bundles: [...bundles] }),
  };
}

/** What is not understood counts as a plain second start. */
export function readHandover(data: unknown): Handover {
  const parsed = handover.safeParse(data);
  return parsed.success ? parsed.data : { hidden: false };
}
