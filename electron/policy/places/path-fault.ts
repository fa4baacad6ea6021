/**
 * Why nobody can tell where a path leads. `relative`: from a folder that is not known. `variable`: a shell or program
 * fills it in (`~`, `$HOME`, `%USERPROFILE%`). The rest have no honest use in arguments: another computer (UNC),
 * devices and what looks like files but is none, streams beside a file, characters that change their meaning.
 */
export type PathFault =
  | 'relative'
  | 'variable'
  | 'empty'
  | 'too-long'
  | 'control'
  | 'encoding'
  | 'lookalike'
  | 'network'
  | 'device'
  | 'stream'
  | 'name'
  | 'address';

/** Faults of paths that honest AI apps send. The others are shown as strange. */
export const isHonestFault = (fault: PathFault): boolean =>
  fault === 'relative' || fault === 'variable' || fault === 'empty';

const MAX_PATH = 4096;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const UPPER_VARIABLE = /\$[A-Z_][A-Z0-9_]+(?:[\\/]|$)/;
const EXPANDED = /\$(?:\{|\(|env:)|`|%(?![0-9a-fA-F]{2})[A-Za-z_][A-Za-z0-9_()]*%/i;
const DEVICE =
  /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?: *\..*)?[ .]*$/i;
const STREAM = /::|:\$|^[A-Za-z]:$|\.[\p{L}\p{N}_]+:[^\s:]/u;

/** What is wrong with a text as a path before it is taken apart. */
export function faultOfText(text: string): PathFault | undefined {
  if (text === '') return 'empty';
  if (text.length > MAX_PATH) return 'too-long';
  if (!text.isWellFormed() || CONTROL.test(text)) return 'control';
  if (/^[\\/]{2}/.test(text)) return 'network';
  if (text.startsWith('~') || EXPANDED.test(text) || UPPER_VARIABLE.test(text)) return 'variable';
  return undefined;
}

/**
 * What is wrong with one part of a path between separators. Names that mean something else on another system are
 * refused on every one: network drives and containers bring systems together. `loose`: a reading nobody wrote, in
 * which a stray end does not count.
 */
export function faultOfPart(
  part: string,
  where: { readonly last: boolean; readonly windows: boolean; readonly loose: boolean },
): PathFault | undefined {
  if (part === '~') return 'variable';
  if (DEVICE.test(part)) return 'device';
  if (STREAM.test(part) || part.toLowerCase() === '..namedfork') return 'stream';
  if (/^[. ]+$/.test(part)) return 'name';
  if (where.windows && (/[<>:"|?*]/.test(part) || /^[^.]{1,6}~\d+(?:\.|$)/.test(part))) return 'name';
  if (where.loose) return undefined;
  if (part.endsWith(' ') || (part.endsWith('.') && (where.last || where.windows))) return 'name';
  return undefined;
}

/** Folders of Unix systems in which nothing is a plain file. */
export const isKernelPath = (path: string): boolean => /^\/(?:proc|dev|sys|\.vol|net)(?:\/|$)/i.test(path);
