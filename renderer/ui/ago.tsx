import { useTranslation } from 'react-i18next';
import { useFormat } from '../store/app-context.tsx';
import { useNow } from '../store/ticker.ts';

/** How long ago something was, kept up to date; the title has the exact time. */
export function Ago({ at }: { at: number | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  useNow();
  if (at === undefined) return t('time.never');
  return (
    <time dateTime={new Date(at).toISOString()} title={format.date(at)}>
      {format.ago(at) ?? t('time.now')}
    </time>
  );
}
