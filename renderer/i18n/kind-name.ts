import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordedFinding } from '../../shared/model/finding.ts';
import { kindInEnglish, signInEnglish } from '../../shared/texts/kind-names.ts';
import { tryText } from './en/try-text.ts';
import { useHostKind } from './host-sentence.ts';

/** What a finding is of, in the language of the page. What a person named themselves is called that: show it as text. */
export function useKindName(): (found: Pick<RecordedFinding, 'source' | 'type'>) => string {
  const { t } = useTranslation('tryText');
  const kind = useHostKind();
  return useCallback(
    ({ source, type }) => {
      // Names that a person gave.
      if (source === 'vault' || (source === 'mask' && type !== 'fixed form')) return type;
      if (source === 'injection' && Object.hasOwn(tryText.sign, type))
        return t(`sign.${type as keyof typeof tryText.sign}`);
      return kind(kindInEnglish(type));
    },
    [kind, t],
  );
}

/** What gave a finding away, in words; the detector's own word for a sign that has none. */
export function useSignName(): (source: RecordedFinding['source'], sign: string) => string {
  const { t } = useTranslation('tryText');
  const kind = useHostKind();
  return useCallback(
    (source, sign) => {
      const orders = source === 'injection' || source === 'hidden';
      if (orders && Object.hasOwn(tryText.sign, sign)) return t(`sign.${sign as keyof typeof tryText.sign}`);
      return kind(signInEnglish(sign));
    },
    [kind, t],
  );
}
