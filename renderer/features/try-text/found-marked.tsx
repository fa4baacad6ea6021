import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ShownFinding } from '../../../shared/model/inspection.ts';
import { FoundList } from '../../popup/reasons/found-list.tsx';
import { tryText } from '../../i18n/en/try-text.ts';

/** A sign in words; the detector's own word for one that has none. */
function signWords(sign: string): string {
  return Object.hasOwn(tryText.sign, sign)
    ? i18next.t(`sign.${sign as keyof typeof tryText.sign}`, { ns: 'tryText' })
    : sign;
}

/** Findings, each marked in the text around it, with what gave it away in words. */
export function FoundMarked({ found }: { readonly found: readonly ShownFinding[] }) {
  // Drawn again when the language is another one.
  useTranslation('tryText');
  return <FoundList found={found.map((one) => ({ ...one, signals: one.signals.map(signWords) }))} />;
}
