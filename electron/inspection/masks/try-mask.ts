import { ok, type Result } from '../../../shared/result.ts';
import { compileMask, type Mask } from './mask.ts';
import { hiddenBy } from './plan.ts';
import { replaceIn } from './replace.ts';
import { createMaskSession } from './session.ts';
import { inPlaceOf } from './ways.ts';
import type { Place } from '../decode/part.ts';

/** What a mask would do to a sample. */
export interface Trial {
  /** What would be hidden, at most a thousand stretches. */
  readonly found: readonly Place[];
  /** How the sample would read. */
  readonly text: string;
}

const MOST = 1000;

/** Tries a mask on a sample before it is kept; an error is a sentence for the person who wrote it. */
export function tryMask(mask: Mask, sample: string, key: Buffer): Result<Trial, 'bad-mask'> {
  const compiled = compileMask(mask);
  if (!compiled.ok) return compiled;
  const session = createMaskSession({ key });
  const found = compiled.value.find(sample);
  const hidden = hiddenBy(mask);
  const text = replaceIn(
    sample,
    found.map(({ start, end }) => ({
      start,
      end,
      by: inPlaceOf(sample.slice(start, end), hidden, session, 'sample', false),
    })),
  );
  return ok({ found: found.slice(0, MOST), text });
}
