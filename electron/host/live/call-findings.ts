import type { ShownFinding } from '../../../shared/model/inspection.ts';
import { MOST_SHOWN, shownFindings } from '../../inspection/content/shown.ts';
import { detectResult } from '../../inspection/detect-result.ts';
import type { PlacedScan } from '../../inspection/detect-tool.ts';
import { COUNTS } from '../../inspection/verdict.ts';
import { textAt } from '../../inspection/walk/pointer.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { HeldTexts } from './call-feed.ts';
import { type HeldText, shown } from './held-text.ts';

/** What is found in a call, and what was not looked at. */
export interface CallFindings {
  readonly findings: ShownFinding[];
  /** One sentence or more, for people. */
  readonly note?: string;
}

type Where = ShownFinding['where'];

const GONE =
  'Doorward keeps the texts of the newest calls only, and only while it runs; this one is kept no more, so it cannot be looked at again.';
const CUT: Readonly<Record<Where, string>> = {
  arguments: 'The arguments are long: only their beginning and their end are kept, and looked at here.',
  answer: 'The answer is long: only its beginning and its end are kept, and looked at here.',
};
const PARTLY: Readonly<Record<Where, string>> = {
  arguments: 'Not all of the arguments could be looked at.',
  answer: 'Not all of the answer could be looked at.',
};
const MORE: Readonly<Record<Where, string>> = {
  arguments: `More was found in the arguments; these are the worst ${MOST_SHOWN}.`,
  answer: `More was found in the answer; these are the worst ${MOST_SHOWN}.`,
};

/**
 * Looks again, when a person asks, at the texts of a call that are held, with the detectors of the road: what counts,
 * and the text around it, redacted. Bounded by what is held of a text. Personal data counts only on its way to a
 * server: an app that asked for somebody's address gets it.
 */
export function callFindings(
  { args, answer, gone }: HeldTexts,
  secrets: Pick<KnownSecrets, 'cut' | 'redact'>,
): CallFindings {
  const findings: ShownFinding[] = [];
  const notes = new Set<string>(gone ? [GONE] : []);
  for (const [where, held] of [
    ['arguments', args],
    ['answer', answer],
  ] as const) {
    if (held === undefined) continue;
    if (held.tail !== undefined) notes.add(CUT[where]);
    for (const part of partsOf(held, secrets)) {
      const { findings: all, complete } = detect(part, where);
      const counting = all.filter(
        ({ detector, score }) => score >= COUNTS && (where === 'arguments' || detector !== 'personal'),
      );
      if (!complete) notes.add(PARTLY[where]);
      if (counting.length > MOST_SHOWN) notes.add(MORE[where]);
      findings.push(...shownFindings(where, counting, (path) => textAt(part, path) ?? '', secrets.redact));
    }
  }
  return { findings, ...(notes.size === 0 ? {} : { note: [...notes].join(' ') }) };
}

/** The value that a text is JSON of; of a cut one its pieces as they are shown, with no part of a secret at the cuts. */
function partsOf(held: HeldText, secrets: Pick<KnownSecrets, 'cut'>): unknown[] {
  if (held.tail !== undefined) {
    const { head, tail = '' } = shown(held, secrets);
    return [head, tail];
  }
  const text = held.head.toString('utf8');
  try {
    return [JSON.parse(text)];
  } catch {
    return [text];
  }
}

function detect(part: unknown, where: Where): PlacedScan {
  return detectResult(part, { kind: where === 'arguments' ? 'argument' : 'result' });
}
