import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Item } from '../settings/group.tsx';
import { useOpenTry } from './use-try.ts';

/** The line of the settings that leads to the page on which a text is tried. */
export function TryTextItem() {
  const { t } = useTranslation('tryText');
  const open = useOpenTry();
  return (
    <Item label={t('title')} hint={t('openHint')}>
      <Button onClick={() => open()}>{t('open')}</Button>
    </Item>
  );
}
