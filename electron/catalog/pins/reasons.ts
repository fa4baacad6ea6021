import type { Reason } from '../../../shared/model/review.ts';
import { reasonWords } from '../../../shared/texts/reasons/review-words.ts';
import { reasonTexts } from '../../../shared/texts/reasons/texts.ts';
import { sayInEnglish } from '../../../shared/texts/say.ts';

/** A reason in English, in whole sentences. Quoted texts come from the server and are shown as text. */
export function reasonSentence(reason: Reason): string {
  return sayInEnglish(reasonTexts, reasonWords(reason));
}
