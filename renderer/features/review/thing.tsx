import { useTranslation } from 'react-i18next';
import type { WaitingItem } from '../../../shared/model/trust.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../ui/hostile-text/segments.ts';

type Named = Pick<WaitingItem, 'kind' | 'key'>;

/** Names longer than this are cut in the middle. */
const NAME = { max: 160, end: 40 } as const;

/** What something is called, for reading: its own name, or what it is when it has none. */
export function Thing({ item: { kind, key } }: { item: Named }) {
  const { t } = useTranslation('review');
  if (kind === 'instructions' || kind === 'server') return t(`thing.${kind}`);
  return <HostileText text={key} {...NAME} />;
}

/** The same as plain text, for labels: what would deceive is replaced by what it is. */
export function useThingWords(): (named: Named) => string {
  const { t } = useTranslation('review');
  return ({ kind, key }) =>
    kind === 'instructions' || kind === 'server' ? t(`thing.${kind}`) : visible(key.slice(0, 120));
}
