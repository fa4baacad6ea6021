/** What a server that ended says about its end. Its own text: to be shown as such. */
export interface LastWords {
  /** The line that tells most. */
  readonly line?: string;
  /** A file that it did not find. */
  readonly missing?: string;
}

const LINES = 60;
const CHARS = 400;
const TELLING = /(^|[\s:(])\w*(Error|Exception)\b|\bENOENT\b|No such file|can't open file|cannot find/i;
/** What programs print behind the reason: their version, a frame of a stack, the end of an object. */
const BEHIND =
  /^(Node\.js v|Bun v|Deno |\s*at |\s*[{}[\]^~]*,?$|\s*(code|errno|syscall|path|requireStack|url):)/;
const MISSING = [
  /Cannot find module '([^']{1,300})'/,
  /Module not found "(?:file:\/\/)?([^"]{1,300})"/,
  /can't open file '([^']{1,300})'/,
  /ENOENT: no such file or directory, \w{1,20} '([^']{1,300})'/,
];

/**
 * Picks from the newest lines of a server's standard error what a person needs to know of its end. Takes time that grows
 * with the text, whatever is in it (attack: lines that are made to slow a search down).
 */
export function lastWords(lines: readonly string[]): LastWords {
  const recent = lines.slice(-LINES).map((line) => line.slice(0, CHARS));
  const line =
    recent.findLast((one) => TELLING.test(one) && !BEHIND.test(one)) ??
    recent.findLast((one) => !BEHIND.test(one));
  const missing = recent
    .toReversed()
    .flatMap((one) => MISSING.flatMap((form) => form.exec(one)?.[1] ?? []))
    // A package that is not installed is no file.
    .find((file) => /^([./\\~]|[A-Za-z]:[/\\])/.test(file));
  return {
    ...(line === undefined || line.trim() === '' ? {} : { line: line.trim() }),
    ...(missing === undefined ? {} : { missing }),
  };
}
