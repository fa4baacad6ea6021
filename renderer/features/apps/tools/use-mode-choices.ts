import { useTranslation } from 'react-i18next';
import type { ToolChoice } from '../../../../shared/model/client.ts';
import type { RadioGroupProps } from '../../../ui/toggles.tsx';

/** What an AI app may be listed, in the words of the window. */
export function useModeChoices(): RadioGroupProps<ToolChoice['mode']>['choices'] {
  const { t } = useTranslation('apps');
  return [
    { value: 'all', label: t('tools.all') },
    { value: 'on-demand', label: t('tools.onDemand'), hint: t('tools.onDemandHint') },
    { value: 'chosen', label: t('tools.chosen'), hint: t('tools.chosenHint') },
  ];
}
