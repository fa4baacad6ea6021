import { useTranslation } from 'react-i18next';
import type { Risk } from '../../../shared/model/review.ts';
import { Tag } from '../../ui/state-mark.tsx';
import { toneOf } from './order.ts';

/** How risky a change is, in a word with its mark. */
export function RiskMark({ risk }: { risk: Risk }) {
  const { t } = useTranslation('review');
  return <Tag tone={toneOf[risk]}>{t(`risk.${risk}`)}</Tag>;
}
