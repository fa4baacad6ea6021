import { hash } from 'node:crypto';
import type { Reason, Risk } from '../../shared/model/review.ts';
import { decodedParts } from '../inspection/decode/decode.ts';
import type { PlacedFinding } from '../inspection/detect-tool.ts';
import { verdictOf } from '../inspection/verdict.ts';
import { keyOf, textAt } from '../inspection/walk/pointer.ts';
import { hiddenIn } from './pins/text/hidden.ts';
import { worseRisk } from './pins/classify.ts';

/** Something that a detector found in an item, with the words that it is about. */
export interface TextFinding extends Pick<PlacedFinding, 'detector' | 'type' | 'path' | 'inKey'> {
  /** What is to be shown; cut. */
  readonly quote: string;
  readonly risk: Risk;
  /** How many characters it covers. */
  readonly count: number;
  /** The same for the same thing said elsewhere. */
  readonly same: string;
}

/** A tool or parameter of another server that a text of an item names. */
export interface Named {
  readonly path: string;
  readonly name: string;
  readonly what: 'tool' | 'parameter';
  readonly server: string;
  readonly score: number;
}

/** How much it weighs that something was not looked at: too long by itself, not yet, or the server offers too much. */
export const UNCHECKED: Readonly<Record<'size' | 'soon' | 'much', Risk>> = {
  size: 'alarm',
  soon: 'care',
  much: 'care',
};

const QUOTE = 200;
const MOST_REASONS = 20;

/** A finding that counts, with its words; none for what is of no weight here: secrets and personal data are in examples. */
export function quoted(item: unknown, finding: PlacedFinding): TextFinding[] {
  const { detector, type, path, inKey, start, end, within } = finding;
  if (detector !== 'hidden' && detector !== 'injection') return [];
  const verdict = verdictOf([finding], true, 'tool');
  if (verdict === 'pass') return [];
  const text = inKey === true ? keyOf(path) : (textAt(item, path) ?? '');
  const written = text.slice(start, end);
  const decoded =
    within === undefined
      ? undefined
      : decodedParts(text).find((part) => part.start <= start && part.end >= end)?.text;
  const unseen = detector === 'hidden' ? hiddenIn(text).find(({ kind }) => kind === type)?.says : undefined;
  const quote = (unseen ?? decoded ?? written).trim().slice(0, QUOTE);
  const risk = detector === 'hidden' || verdict === 'ask' ? 'alarm' : 'care';
  const same = hash('sha256', `${detector} ${type} ${written}`);
  const place = inKey === true ? { path, inKey } : { path };
  return [{ detector, type, ...place, quote, risk, count: end - start, same }];
}

/** Findings as reasons of an item under review: one for each place and kind. */
export function textReasons(findings: readonly TextFinding[], names: readonly Named[]): Reason[] {
  const reasons = new Map<string, Reason>();
  const add = (reason: Reason): void => {
    const key = `${reason.code} ${reason.path} ${String(reason.params['kind'] ?? reason.params['name'] ?? '')}`;
    const known = reasons.get(key);
    if (known === undefined) reasons.set(key, reason);
    else {
      const count = Number(known.params['count'] ?? 0) + Number(reason.params['count'] ?? 0);
      const params = count > 0 ? { ...known.params, count } : known.params;
      reasons.set(key, { ...known, risk: worseRisk(known.risk, reason.risk), params });
    }
  };
  for (const one of findings) add(reasonOf(one));
  for (const { path, name, what, server, score } of names)
    add({
      code: 'names-other-server',
      risk: score >= SURE_NAME ? 'alarm' : 'care',
      path,
      params: { what, name, server },
    });
  return [...reasons.values()].slice(0, MOST_REASONS);
}

/** A name that is told to be used, or is nobody else's; less sure is a common one that stands there. */
const SURE_NAME = 0.7;

function reasonOf({ detector, type, path, quote, risk, count }: TextFinding): Reason {
  if (detector === 'hidden')
    return { code: 'hidden-text', risk, path, params: { kind: type, count, says: quote } };
  if (type === 'asked')
    return { code: 'sensitive-parameter', risk, path, params: { name: quote, asked: askedOf(quote) } };
  return { code: 'orders', risk, path, params: { kind: type, quote } };
}

function askedOf(name: string): string {
  if (/credential|env/i.test(name)) return 'credentials';
  return /system|model|llm|tool|hidden/i.test(name) ? 'system' : 'conversation';
}

/** What these already say: one place needs no two reasons of one kind. */
const SAME: Readonly<Partial<Record<Reason['code'], readonly Reason['code'][]>>> = {
  orders: ['orders', 'system-marks'],
  'hidden-text': ['hidden-text'],
  'names-other-server': ['names-other-server', 'names-other-tool'],
  'sensitive-parameter': ['sensitive-parameter'],
};

/** Only single words, judged without what stands around them, say these. */
const BY_WORDS = (reason: Reason): boolean =>
  reason.code === 'orders' || (reason.code === 'hidden-text' && reason.params['kind'] === 'encoded');
const PROSE = /(?:^|\/)(?:description|title|instructions)$|^$/;

/**
 * The reasons of a review and those of the detectors together. `first`: nothing of the server was ever approved; what
 * the lists of words alone hold against a description that the detectors, who read quotations and examples for what
 * they are, find nothing in is no reason to hold it back then.
 */
export function together(
  judged: readonly Reason[],
  { reasons, clean }: { readonly reasons: readonly Reason[]; readonly clean: boolean },
  first: boolean,
): Reason[] {
  const weighed = judged.map((reason) =>
    first && clean && BY_WORDS(reason) && PROSE.test(reason.path)
      ? { ...reason, risk: 'routine' as const }
      : reason,
  );
  const added = reasons.filter(
    ({ code, path, risk }) =>
      !weighed.some(
        (known) =>
          known.path === path &&
          (SAME[code] ?? [code]).includes(known.code) &&
          worseRisk(known.risk, risk) === known.risk,
      ),
  );
  // That a text says when to use it is no news beside the order that it gives.
  const ordered = new Set(added.filter(({ code }) => code === 'orders').map(({ path }) => path));
  const kept = weighed.filter(
    ({ code, path, risk }) =>
      !(ordered.has(path) && (code === 'steers' || (code === 'orders' && risk !== 'alarm'))),
  );
  const weight: Readonly<Record<Risk, number>> = { alarm: 0, care: 1, routine: 2 };
  return [...kept, ...added].toSorted((a, b) => weight[a.risk] - weight[b.risk]);
}
