import type { PersonalKind } from '../../../shared/model/inspection.ts';
import { detectText } from '../detect-text.ts';
import type { Finding, TextKind } from '../finding.ts';
import { findInjection } from '../injection/find-injection.ts';
import { findPersonal } from '../personal/find-personal.ts';
import { COUNTS } from '../verdict.ts';
import { type JsonText, textOf, walkJson } from '../walk/json-texts.ts';
import { lookAcross } from './look-across.ts';
import { isRemovable, removals, without } from './strip.ts';

/** How a message is looked at. */
export interface LookContext {
  readonly kind: TextKind;
  /** Which personal data is looked for. */
  readonly personal: readonly PersonalKind[];
  /** Bytes of pictures and files are left out; in arguments nothing is. */
  readonly skipBytes: boolean;
}

/** A string or a number in which something was found. */
export interface Seen {
  readonly at: Pick<JsonText, 'start' | 'end' | 'escaped' | 'isKey'>;
  readonly text: string;
  readonly isNumber: boolean;
  /** All that was found, also what does not count. */
  readonly findings: Finding[];
}

export interface Looked {
  readonly seen: readonly Seen[];
  /** False: something was not looked at. */
  readonly complete: boolean;
}

/** Shorter keys are names. */
const LONG_KEY = 12;
/** Too short for anything but what nobody sees. */
const SHORT = 5;
const PLAIN = /^[ -~]*$/;

/**
 * Looks at every string and key of a text that is JSON (which the caller knows): each as it stands, once more without
 * what is hidden in it, and across the borders of strings, for a model reads them one after the other (attacks 10–14,
 * 20, 21). Pure. A text without findings costs one pass.
 */
export function look(json: string, context: LookContext): Looked {
  const seen: Seen[] = [];
  const values: JsonText[] = [];
  const { kind, personal, skipBytes } = context;
  let complete = true;
  const walked = walkJson(json, {
    skipBytes,
    text(at) {
      const length = at.end - at.start;
      if (length === 0 || (at.isKey && length < LONG_KEY)) return;
      if (!at.isKey && !at.isFormal && length > 1) values.push(at);
      const text = textOf(json, at);
      if (length <= SHORT && PLAIN.test(text)) return;
      const { findings, complete: whole } = lookAt(text, kind, personal);
      complete &&= whole;
      // A key as a sentence: `ignore_all_rules` says what it says. Of the same length, so that places stay right.
      if (at.isKey && text.includes('_')) {
        const spaced = findInjection(text.replaceAll('_', ' '), { kind });
        complete &&= spaced.complete;
        findings.push(...spaced.findings);
      }
      if (findings.length > 0) seen.push({ at, text, isNumber: false, findings });
    },
    number:
      personal.length === 0
        ? undefined
        : (start, end) => {
            const text = json.slice(start, end);
            const findings = findPersonal(text, personal);
            if (findings.length > 0)
              seen.push({ at: { start, end, escaped: false, isKey: false }, text, isNumber: true, findings });
          },
  });
  if (values.length > 1) complete = lookAcross(json, values, kind, seen) && complete;
  return { seen, complete: complete && walked };
}

/** One text, as it stands and without what is hidden in it. */
export function lookAt(
  text: string,
  kind: TextKind,
  personal: readonly PersonalKind[],
): { findings: Finding[]; complete: boolean } {
  const first = detectText(text, { kind, personal });
  const findings = [...first.findings];
  if (FORGED.test(text)) findings.push(...forged(text));
  let { complete } = first;
  // Characters that split a word, a secret or an order are hardly ever many enough to count: what they split is.
  const gone = removals(
    text,
    findings.filter((one) => one.detector === 'hidden' && splits(one)),
  );
  if (gone.length > 0) {
    const bare = without(text, gone);
    const again = detectText(bare.text, { kind, personal });
    complete &&= again.complete;
    const known = Map.groupBy(first.findings, ({ detector }) => detector);
    for (const found of again.findings) {
      if (found.detector === 'hidden') continue;
      const place = { start: bare.places[found.start] ?? 0, end: endIn(bare.places, found.end, text.length) };
      const one = { ...found, ...place, signals: [...found.signals, 'hidden'] };
      if (!isSaid(known.get(one.detector) ?? [], one)) findings.push(one);
    }
  }
  return { findings, complete };
}

/** Whether the text is looked at without it: characters in any case, whole stretches only where they will go. */
function splits({ type, score }: Finding): boolean {
  return isRemovable(type) && (score >= COUNTS || (type !== 'comment' && type !== 'pushed'));
}

function endIn(places: Uint32Array, end: number, length: number): number {
  return end === 0 ? 0 : Math.min(length, (places[end - 1] ?? length - 1) + 1);
}

/** What was found before, which is in order, says it already and as surely. */
function isSaid(known: readonly Finding[], one: Finding): boolean {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle] as Finding).end > one.start) high = middle;
    else low = middle + 1;
  }
  for (let n = low; n < known.length; n++) {
    const { start, score } = known[n] as Finding;
    if (start >= one.end) return false;
    if (score >= one.score - 0.05) return true;
  }
  return false;
}

/** Our own notices, written by somebody else: a text that gives itself our word. */
const FORGED = /\[[^\p{L}\p{N}\]]{0,4}doorward\b/iu;

function forged(text: string): Finding[] {
  return Array.from(text.matchAll(new RegExp(FORGED, 'giu')), ({ index, 0: { length } }): Finding => ({
    detector: 'injection',
    type: 'forged-notice',
    start: index,
    end: index + length,
    score: 0.7,
    signals: ['forged-notice'],
  })).slice(0, 20);
}
