import type { PersonalKind } from '../../../shared/model/inspection.ts';
import { decode } from '../../inspection/decode/decode.ts';
import type { Finding } from '../../inspection/finding.ts';
import type { CompiledMask } from '../../inspection/masks/mask.ts';
import { DEFAULT_PERSONAL, findPersonal } from '../../inspection/personal/find-personal.ts';
import { findSecrets } from '../../inspection/secrets/find-secrets.ts';
import { unescapeJson } from '../../log/unescape.ts';

/** A stretch of a text that is not kept, and what stands in its place. */
export interface HiddenPlace {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** What is looked for beside secrets. */
export interface LookFor {
  readonly personal: readonly PersonalKind[];
  /** Texts that a person or an organisation wants hidden. */
  readonly masks: readonly CompiledMask[];
}

/** Findings below count as litter everywhere (`COUNTS` of the verdicts). */
const COUNTS = 0.5;
/** JSON in JSON in JSON. */
const DEPTH = 3;
/** What nobody sees between letters: it would split a value so that it is not found. */
const UNSEEN = /[\p{Cf}\p{Variation_Selector}\u034f\u115f\u1160\u3164]/u;
const EACH_UNSEEN = new RegExp(UNSEEN.source, 'gu');
/** Pictures, sounds and archives: nobody has looked into them, and nobody could read them in a log. */
const SHORTEST_BLOB = 240;
/** What base64 is written with, in JSON. */
const OF_BASE64 = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[A-Za-z0-9+/_=\\-]/.test(String.fromCharCode(unit)) ? 1 : 0,
);
/** Who signs in with an address; with a password it is a secret, and without one it is somebody's name still. */
const LOGIN = /:\/\/[^\s/@"'<>\\]{1,200}@/g;

/**
 * Where secrets and personal data stand in a text: read as the JSON that it is, once more as the JSON that stands in its
 * strings, without what is invisible, and decoded. It finds at least what the inspection of the road finds of these
 * two kinds, and what masks hide, wherever those hold, also where the road did not look. Pure and linear; places may overlap and are in no order.
 */
export function hiddenPlaces(text: string, wanted: LookFor, json: boolean): HiddenPlace[] {
  const found: HiddenPlace[] = [];
  for (const { read, place } of readingsOf(text, json))
    look(read, wanted, (start, end, by) => found.push({ start: place(start), end: place(end), by }));
  if (json) found.push(...blobsIn(text));
  if (!text.includes('://')) return found;
  for (const { index, 0: login } of text.matchAll(LOGIN))
    found.push({ start: index + 3, end: index + login.length - 1, by: '[login]' });
  return found;
}

/** Stretches as long as no word is; of others only every so many characters are looked at. */
function blobsIn(text: string): HiddenPlace[] {
  const isPart = (at: number): boolean => OF_BASE64[text.charCodeAt(at)] === 1;
  const found: HiddenPlace[] = [];
  for (let at = SHORTEST_BLOB - 1; at < text.length; at += SHORTEST_BLOB) {
    if (!isPart(at)) continue;
    let [start, end] = [at, at + 1];
    while (isPart(start - 1)) start -= 1;
    while (isPart(end)) end += 1;
    if (end - start >= SHORTEST_BLOB) found.push({ start, end, by: `[${end - start} characters of base64]` });
    at = end;
  }
  return found;
}

interface Reading {
  readonly read: string;
  /** Where a character of `read` stands in the text. */
  readonly place: (at: number) => number;
}

/** A text as it is, with its escapes read once, and with all of them read; of JSON not as it is, if it has any. */
function readingsOf(text: string, json: boolean): Reading[] {
  const all: Reading[] = [{ read: text, place: (at) => at }];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const last = all.at(-1) as Reading;
    if (!last.read.includes('\\')) break;
    const { text: read, places } = unescapeJson(last.read);
    all.push({ read, place: (at) => last.place(places[at] ?? last.read.length) });
  }
  const whole = json && all.length > 1 ? all.slice(1) : all;
  return whole.length > 2 ? [whole[0] as Reading, whole.at(-1) as Reading] : whole;
}

type Tell = (start: number, end: number, by: string) => void;

function look(text: string, wanted: LookFor, tell: Tell): void {
  lookAt(text, wanted, tell);
  if (!UNSEEN.test(text)) return;
  const places: number[] = [];
  let bare = '';
  let from = 0;
  const take = (to: number): void => {
    for (let at = from; at < to; at += 1) places.push(at);
    bare += text.slice(from, to);
  };
  for (const { index, 0: unseen } of text.matchAll(EACH_UNSEEN)) {
    take(index);
    from = index + unseen.length;
  }
  take(text.length);
  lookAt(bare, wanted, (start, end, by) =>
    tell(places[start] ?? 0, (places[end - 1] ?? text.length - 1) + 1, by),
  );
}

function lookAt(text: string, { personal, masks }: LookFor, tell: Tell): void {
  const say = ({ start, end, type, score }: Finding): void => {
    if (score >= COUNTS) tell(start, end, `[${type}]`);
  };
  const { parts, complete } = decode(text);
  // Nobody nests so deep but to be passed over.
  if (!complete) tell(0, text.length, '[not looked at]');
  findSecrets(text, { parts }).forEach(say);
  findPersonal(text, personal).forEach(say);
  for (const { mask, find } of masks)
    for (const { start, end } of find(text)) tell(start, end, `[${mask.name}]`);
  for (const part of parts) {
    if (part.plain) continue;
    for (const one of findPersonal(part.text, personal)) say({ ...one, ...part.at(one.start, one.end) });
    for (const { mask, find } of masks)
      for (const place of find(part.text)) {
        const { start, end } = part.at(place.start, place.end);
        tell(start, end, `[${mask.name}]`);
      }
  }
}

/** Which personal data is never kept: the usual kinds, and those that a person has looked for beside. */
export const personalFor = (chosen: readonly PersonalKind[]): readonly PersonalKind[] => {
  const more = chosen.filter((one) => !DEFAULT_PERSONAL.includes(one));
  // The usual list itself is the one that is quick.
  return more.length === 0 ? DEFAULT_PERSONAL : [...DEFAULT_PERSONAL, ...more];
};

/**
 * The first `limit` units of a text with marks in the place of what is hidden, and an ellipsis where it goes on (`more`:
 * also behind its end). A place across the limit is replaced whole. Where a bare number of JSON was, the mark gets quotes,
 * so that the text stays JSON.
 */
export function withMarks(text: string, places: readonly HiddenPlace[], limit: number, more = false): string {
  let kept = '';
  let at = 0;
  for (const { start, end, by } of united(places)) {
    if (start >= limit) break;
    kept += text.slice(at, start) + (isBare(text, start, end) ? `"${by}"` : by);
    at = end;
  }
  const last = text.charCodeAt(limit - 1);
  const whole = text.length > limit && last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  const stop = Math.max(at, Math.min(whole, text.length));
  return kept + text.slice(at, stop) + (more || stop < text.length ? '…' : '');
}

function united(places: readonly HiddenPlace[]): HiddenPlace[] {
  const all: { start: number; end: number; by: string }[] = [];
  for (const one of places.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (last !== undefined && one.start < last.end) last.end = Math.max(last.end, one.end);
    else if (one.end > one.start) all.push({ ...one });
  }
  return all;
}

const isBare = (text: string, start: number, end: number): boolean =>
  /[[:,]\s{0,2}$/.test(text.slice(Math.max(0, start - 3), start)) &&
  /^[\d.+-]+$/.test(text.slice(start, end)) &&
  /^\s{0,2}[\]},]/.test(text.slice(end, end + 3));
