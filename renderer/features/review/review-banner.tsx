import { useTranslation } from 'react-i18next';
import type { ServerReview } from '../../../shared/model/trust.ts';
import { useUi } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Banner } from '../../ui/state-mark.tsx';
import { toneOf } from './order.ts';

/** Says in a server's detail that changes of it wait, and leads to them. */
export function ReviewBanner({ review }: { review: ServerReview }) {
  const { t } = useTranslation('review');
  const open = useUi((ui) => ui.review);
  const { server, risk, items, more } = review;
  return (
    <Banner tone={toneOf[risk]} action={<Button onClick={() => open(server)}>{t('banner.review')}</Button>}>
      {t(risk === 'alarm' ? 'banner.alarm' : 'banner.routine', { count: items.length + more })}
    </Banner>
  );
}
