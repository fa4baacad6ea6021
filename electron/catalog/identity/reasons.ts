import type { LaunchReason } from '../../../shared/model/review.ts';
import type { Words } from '../../../shared/model/words.ts';
import { type ReasonTextKey, reasonTexts } from '../../../shared/texts/reasons/texts.ts';
import { inEnglish } from '../../../shared/texts/say.ts';

/** A reason in words of `reasonTexts`. Values come from the configuration and are shown as text. */
export function launchWords({ code, params }: LaunchReason): Words {
  const known = code === 'lookalike-host' && (params['known'] ?? '') === '';
  const key: ReasonTextKey = known ? 'launch.other-script-host' : `launch.${code}`;
  return { key, params };
}

/** The same as one sentence in English. */
export function launchSentence(reason: LaunchReason): string {
  return inEnglish(reasonTexts, launchWords(reason));
}
