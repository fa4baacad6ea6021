import { useTranslation } from 'react-i18next';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { RemovalQuestion } from '../removal-question.tsx';

/** Asks before a secret is removed: its value is nowhere else, so nothing could bring it back. */
export function SecretRemoval({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const say = useUndo();
  const shown = { name: visible(name) };
  return (
    <RemovalQuestion
      grave
      command="secret.remove"
      name={name}
      title={t('vault.removeTitle', shown)}
      means={t('vault.removeMeans')}
      submit={t('vault.removeIt')}
      onRemoved={() => say({ sentence: t('vault.removed', shown) })}
      onClose={onClose}
    />
  );
}
