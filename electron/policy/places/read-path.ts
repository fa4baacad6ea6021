import { decodedOnce, folded, hasFalseSeparator, isEncoded } from './lookalikes.ts';
import { faultOfPart, faultOfText, isKernelPath, type PathFault } from './path-fault.ts';

/** What reading a path takes. `realPath` follows links; it is the port of the policy. */
export interface PathSystem {
  readonly platform: NodeJS.Platform;
  readonly realPath: (path: string) => string;
}

/** One way in which a program may read a path. Absolute, without `.` and `..`, separators of the platform. */
export interface Reading {
  /** As it is written. */
  readonly path: string;
  /** Where links lead it. */
  readonly real: string;
  readonly form: Form;
}

/**
 * How a name in it is told from another: as it is written, in NFC, or with compatibility characters folded. What is the
 * same in one form is the same in those after it.
 */
export type Form = 'exact' | 'nfc' | 'folded';
type Text = readonly [text: string, form: Form];

/** A path that leads to the same kind of place however it is read; or why nobody can tell. */
export type PathReading =
  | { readonly fault: undefined; readonly readings: readonly Reading[] }
  | { readonly fault: PathFault; readonly texts: readonly string[] };

/** Names without anything that is read in two ways. */
const PLAIN = /^[A-Za-z0-9_\-/][A-Za-z0-9_\-/. ]*$/;
const PLAIN_WINDOWS = /^[A-Za-z]:[\\/](?![\\/])[A-Za-z0-9_\-\\/. ]*$/;

/** Absolute paths that need no second look, which are nearly all; and what in them does after all. */
const EVERYDAY = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_\-.]*(?: [A-Za-z0-9_\-.]+)*)+\/?$/;
const SPECIAL =
  /\/(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[/. ]|$)|\.\/?$|\. |^\/(?:proc|dev|sys|net)(?:\/|$)|^.{1024}/i;

class Faulty extends Error {
  readonly fault: PathFault;
  constructor(fault: PathFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Reads a path in every way that a server may read it: as it is, in NFC, percent-decoded once, with compatibility
 * characters folded, backslashes as separators, `..` before or after links. `base`: what relative ones start from.
 * Who asks whether it lies in a folder asks for each reading (attack 32).
 */
export function readPath(text: string, base: string | undefined, system: PathSystem): PathReading {
  if (system.platform !== 'win32' && EVERYDAY.test(text) && !SPECIAL.test(text)) {
    const path = text.length > 1 && text.endsWith('/') ? text.slice(0, -1) : text;
    return { fault: undefined, readings: [{ path, real: system.realPath(path), form: 'exact' }] };
  }
  const texts = new Map<string, Form>();
  try {
    // The exact ones come first, and the form in which a text came first is the one that tells most apart.
    for (const [one, form] of textsOf(text, system.platform)) if (!texts.has(one)) texts.set(one, form);
    const readings: Reading[] = [];
    for (const [one, form] of texts) readings.push(...resolve(one, base, form, system));
    return { fault: undefined, readings };
  } catch (error) {
    if (error instanceof Faulty) return { fault: error.fault, texts: [text, ...texts.keys()] };
    throw error;
  }
}

function* textsOf(text: string, platform: NodeJS.Platform): Generator<Text> {
  const fault = faultOfText(text);
  if (fault !== undefined) throw new Faulty(fault);
  if (PLAIN.test(text) || (platform === 'win32' && PLAIN_WINDOWS.test(text))) {
    yield [text, 'exact'];
    return;
  }
  const path = withoutFileScheme(text, platform);
  yield* variants(path, 'exact', platform);
  const decoded = decodedOnce(path);
  if (decoded === undefined || isEncoded(decoded) || /%u[0-9a-fA-F]{4}/.test(path))
    throw new Faulty('encoding');
  yield* variants(decoded, 'exact', platform);
  yield* variants(path.normalize('NFC'), 'nfc', platform);
  yield* variants(decoded.normalize('NFC'), 'nfc', platform);
  const plain = folded(decoded);
  if (dotted(plain) && !dotted(decoded)) throw new Faulty('lookalike');
  yield* variants(plain, 'folded', platform);
  // A full-width "%" that was folded may encode something in its turn.
  const again = decodedOnce(plain);
  if (again === undefined || isEncoded(again)) throw new Faulty('encoding');
  yield* variants(again, 'folded', platform);
}

const dotted = (text: string): boolean => /(?:^|[\\/])\.{1,2}(?:[\\/]|$)/.test(text);

function* variants(text: string, form: Form, platform: NodeJS.Platform): Generator<Text> {
  const fault = faultOfText(text);
  if (fault !== undefined) throw new Faulty(fault);
  if (/^[^\\/]{2,}:[\\/]{2}|^file:/i.test(text)) throw new Faulty('address');
  if (form !== 'folded' && hasFalseSeparator(text)) throw new Faulty('lookalike');
  yield [text, form];
  if (platform !== 'win32' && text.includes('\\')) yield [text.replaceAll('\\', '/'), form];
}

/** Where a `file:` URI leads; anything else as it is. */
function withoutFileScheme(text: string, platform: NodeJS.Platform): string {
  if (/^file:/i.test(text)) {
    const found = /^file:(?:\/\/(?:localhost)?)?(\/[^?#]*)$/i.exec(text);
    const path = found?.[1];
    if (path === undefined) throw new Faulty('address');
    return platform === 'win32' && /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
  }
  return text;
}

function resolve(text: string, base: string | undefined, form: Form, system: PathSystem): readonly Reading[] {
  const windows = system.platform === 'win32';
  const drive = /^[A-Za-z]:/.exec(text)?.[0];
  if (drive !== undefined && (!windows || !/^[A-Za-z]:[\\/]/.test(text))) throw new Faulty('device');
  const rest = drive === undefined ? text : text.slice(drive.length);
  const absolute = windows ? /^[\\/]/.test(rest) : rest.startsWith('/');
  const separators = windows ? /[\\/]+/ : /\/+/;
  const parts = rest.split(separators).filter((part) => part !== '');
  parts.forEach((part, n) => {
    if (part === '.' || part === '..') return;
    const fault = faultOfPart(part, { last: n === parts.length - 1, windows, loose: form === 'folded' });
    if (fault !== undefined) throw new Faulty(fault);
  });
  if (base === undefined && (!absolute || (windows && drive === undefined))) throw new Faulty('relative');
  const [baseDrive, baseParts] = splitAbsolute(base ?? '', windows);
  const root = windows ? `${(drive ?? baseDrive).toUpperCase()}\\` : '/';
  const all = absolute ? parts : [...baseParts, ...parts];
  const path = join(root, lexical(all));
  const reals = new Set([system.realPath(path)]);
  // A kernel goes up from where a link leads, most programs from where it stands.
  if (parts.includes('..')) reals.add(walked(root, all, system));
  return Array.from(reals, (real) => {
    if (isKernelPath(path) || isKernelPath(real)) throw new Faulty('device');
    return { path, real, form };
  });
}

function splitAbsolute(path: string, windows: boolean): [drive: string, parts: string[]] {
  const drive = windows ? (/^[A-Za-z]:/.exec(path)?.[0] ?? 'C:') : '';
  const rest = windows ? path.replace(/^[A-Za-z]:/, '') : path;
  return [drive, rest.split(windows ? /[\\/]+/ : /\/+/).filter((part) => part !== '')];
}

function lexical(parts: readonly string[]): string[] {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
  }
  return kept;
}

const join = (root: string, parts: readonly string[]): string =>
  root + parts.join(root.endsWith('\\') ? '\\' : '/');

function walked(root: string, parts: readonly string[], system: PathSystem): string {
  const windows = root.endsWith('\\');
  let at: string[] = [];
  let top = root;
  for (const part of parts) {
    if (part === '.') continue;
    if (part !== '..') {
      at.push(part);
      continue;
    }
    const [drive, real] = splitAbsolute(system.realPath(join(top, at)), windows);
    if (windows) top = `${drive}\\`;
    at = real.slice(0, -1);
  }
  return system.realPath(join(top, at));
}
