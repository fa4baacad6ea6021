import type { Finding, TextKind } from '../finding.ts';
import { findInjection } from '../injection/find-injection.ts';
import { findSecrets } from '../secrets/find-secrets.ts';
import { COUNTS } from '../verdict.ts';
import { type JsonText, textOf } from '../walk/json-texts.ts';
import type { Seen } from './look.ts';

/** Of a text so much of both ends is read together with its neighbours'. */
const END = 200;
/** Only what is plainly a secret is taken for one in pieces: words that are put together make chance ones. */
const PLAIN_SECRET = 0.9;

/** A stretch of a string, and where it begins in the text that all of them make. */
interface Piece {
  readonly at: JsonText;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly from: number;
}

/**
 * What is cut in pieces and lies in several strings: orders, which a model reads one after the other, and in arguments
 * secrets, which a server puts together again. Of long texts only the ends are read: what is in their middle was found
 * where it stands. Adds what lies across a border to every string that it touches. False: not everything was looked at.
 */
export function lookAcross(json: string, values: readonly JsonText[], kind: TextKind, seen: Seen[]): boolean {
  const bySeen = new Map(seen.filter(({ isNumber }) => !isNumber).map((one) => [one.at.start, one]));
  const add = (piece: Piece, finding: Finding): void => {
    const { at, text } = piece;
    const there = bySeen.get(at.start);
    if (there !== undefined) return void there.findings.push(finding);
    const made: Seen = { at, text, isNumber: false, findings: [finding] };
    bySeen.set(at.start, made);
    seen.push(made);
  };
  const place = (found: readonly Finding[], pieces: readonly Piece[]): void => {
    for (const one of found) {
      const touched = piecesOf(pieces, one);
      if (new Set(touched.map(({ at }) => at.start)).size < 2) continue;
      const isSaid = touched.some(({ at }) =>
        bySeen
          .get(at.start)
          ?.findings.some(({ detector, score }) => detector === one.detector && score >= one.score - 0.05),
      );
      if (isSaid) continue;
      for (const piece of touched)
        add(piece, {
          ...one,
          start: Math.max(piece.start, piece.start + one.start - piece.from),
          end: Math.min(piece.end, piece.start + one.end - piece.from),
          signals: [...one.signals, 'in pieces'],
        });
    }
  };
  const read = joined(json, values, ' ');
  const scan = findInjection(read.text, { kind });
  place(
    scan.findings.filter(({ detector, score }) => detector === 'injection' && score >= COUNTS),
    read.pieces,
  );
  if (kind === 'argument') {
    const whole = joined(json, values, '');
    place(
      findSecrets(whole.text, { parts: [] }).filter(({ score }) => score >= PLAIN_SECRET),
      whole.pieces,
    );
  }
  return scan.complete;
}

/** The strings one after the other, of long ones the ends. */
function joined(
  json: string,
  values: readonly JsonText[],
  between: string,
): { text: string; pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let all = '';
  const add = (at: JsonText, text: string, start: number, end: number): void => {
    if (all !== '') all += between;
    pieces.push({ at, text, start, end, from: all.length });
    all += text.slice(start, end);
  };
  for (const at of values) {
    const text = textOf(json, at);
    if (text.length <= 2 * END) add(at, text, 0, text.length);
    else {
      add(at, text, 0, END);
      all += '\n\n';
      add(at, text, text.length - END, text.length);
    }
  }
  return { text: all, pieces };
}

/** The pieces that a finding touches. */
function piecesOf(pieces: readonly Piece[], { start, end }: Finding): Piece[] {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle] as Piece;
    if (piece.from + piece.end - piece.start > start) high = middle;
    else low = middle + 1;
  }
  const touched: Piece[] = [];
  for (let n = low; n < pieces.length; n++) {
    const piece = pieces[n] as Piece;
    if (piece.from >= end) break;
    touched.push(piece);
  }
  return touched;
}
