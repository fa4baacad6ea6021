import type { ShownFinding } from '../../../shared/model/inspection.ts';
import type { PlacedFinding } from '../detect-tool.ts';
import type { Finding } from '../finding.ts';
import { COUNTS } from '../verdict.ts';
import { keyOf } from '../walk/pointer.ts';

/** More of them say nothing more to a person. */
export const MOST_SHOWN = 8;
const SIDE = 80;
const FOUND = 80;
/** So much around a finding is redacted before it is cut, so that no half of a secret is left at the cut. */
const WIDE = 4096;
/** Of a secret's value a person sees so much of its beginning, when it is long enough to stay secret. */
const SEEN = 4;
const LONG_SECRET = 16;

/** A finding with the text around it, neither redacted nor cut to what is shown. Not for people yet. */
export interface Sighting extends Omit<ShownFinding, 'where'> {
  readonly isSecret: boolean;
}

/**
 * What a person is shown of findings, worst first and at most eight: each with the text around it, of which known
 * secrets are gone, and of a secret that was found only how it begins. `textAt` answers the string at a JSON Pointer; of
 * a finding in a key the key itself is taken. The texts are a server's or an AI app's: show them as text.
 */
export function shownFindings(
  where: ShownFinding['where'],
  placed: readonly PlacedFinding[],
  textAt: (path: string) => string,
  redact: (text: string) => string,
): ShownFinding[] {
  return shown(where, sightings(placed, textAt), redact);
}

/** The worst of the findings that count, with the text around them. */
function sightings(placed: readonly PlacedFinding[], textAt: (path: string) => string): Sighting[] {
  const worst = placed
    .filter(({ score }) => score >= COUNTS)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN);
  return worst.map((one) => {
    const text = one.inKey === true ? keyOf(one.path) : textAt(one.path);
    const there = placed.filter(({ path, inKey }) => path === one.path && inKey === one.inKey);
    return sightingOf(text, one, there);
  });
}

/** One finding with the text around it; `there` is all that was found in that text, for its secrets are not shown. */
export function sightingOf(text: string, one: PlacedFinding, there: readonly Finding[]): Sighting {
  const secrets = there.filter(({ detector }) => detector === 'secret').toSorted((a, b) => a.start - b.start);
  const part = (start: number, end: number): string => veiled(text, start, end, secrets);
  const { detector, type, path, score, signals, within } = one;
  const start = splits(text, one.start) ? one.start - 1 : one.start;
  const end = splits(text, one.end) ? one.end + 1 : one.end;
  return {
    source: detector,
    type,
    path,
    before: part(Math.max(0, start - WIDE), start),
    found: part(start, Math.min(end, start + WIDE)),
    after: part(end, Math.min(text.length, end + WIDE)),
    score,
    signals: [...signals],
    ...(within === undefined ? {} : { within: [...within] }),
    isSecret: detector === 'secret',
  };
}

/** Redacts and cuts what was seen, for people. */
export function shown(
  where: ShownFinding['where'],
  seen: readonly Sighting[],
  redact: (text: string) => string,
): ShownFinding[] {
  return seen.map(({ isSecret, ...one }) => {
    const whole = redact(one.before + one.found + one.after);
    const [before, found, after] = [redact(one.before), redact(one.found), redact(one.after)];
    // A known secret that lies across the borders is gone only from the whole: then that is what is shown.
    if (before + found + after !== whole)
      return { ...one, where, before: '', found: isSecret ? '…' : headOf(whole, FOUND), after: '' };
    return {
      ...one,
      where,
      before: tailOf(before, SIDE),
      found: headOf(found, FOUND),
      after: headOf(after, SIDE),
    };
  });
}

/** A stretch of a text with the secrets in it, which are in order, hidden but for their beginning. */
function veiled(
  text: string,
  start: number,
  end: number,
  secrets: readonly { readonly start: number; readonly end: number }[],
): string {
  let out = '';
  let at = start;
  for (const secret of secrets) {
    if (secret.end <= at || secret.start >= end) continue;
    out += text.slice(at, Math.max(at, secret.start));
    if (secret.start >= at && secret.end - secret.start >= LONG_SECRET)
      out += text.slice(secret.start, Math.min(end, secret.start + SEEN));
    out += '…';
    at = Math.min(end, secret.end);
  }
  return out + text.slice(at, Math.max(at, end));
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether a place is in the middle of a character of two units. */
export function splits(text: string, at: number): boolean {
  const high = text.charCodeAt(at - 1);
  return high >= 0xd800 && high <= 0xdbff && isLow(text.charCodeAt(at));
}

/** The beginning of a text; never half of a character. */
function headOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const stop = most - 1;
  return `${text.slice(0, isLow(text.charCodeAt(stop)) ? stop - 1 : stop)}…`;
}

function tailOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = text.length - most + 1;
  return `…${text.slice(isLow(text.charCodeAt(from)) ? from + 1 : from)}`;
}
