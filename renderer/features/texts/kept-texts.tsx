import { useTranslation } from 'react-i18next';
import type { BridgeInput } from '../../../shared/ipc/window.ts';
import { keepsMore } from '../../../shared/model/keeps-more.ts';
import { LOG_TEXTS } from '../../../shared/model/lists.ts';
import type { LogTexts } from '../../../shared/model/log-texts.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { useCommand } from '../../store/use-command.ts';
import { CommandNote } from '../../ui/command-note.tsx';
import { Select } from '../../ui/select.tsx';
import { LockNote } from '../managed/lock-note.tsx';
import { useManagedChanges } from '../managed/use-lock.ts';
import styles from './kept-texts.module.css';

type Keep = BridgeInput<'texts.set'>['keep'];

/** What is kept of servers that have no choice of their own. Nothing until the host has told. */
export function UsualTexts() {
  const { value, command, put } = useAnswer('texts.show', {}, useManagedChanges());
  const { t } = useTranslation('texts');
  if (value === undefined) return <CommandNote command={command} />;
  return (
    <Chooser
      label={t('usual.label')}
      hint={t('usual.hint')}
      value={value.usual}
      keep={value.usual}
      most={value.most}
      onChosen={put}
    />
  );
}

/** What is kept of the calls of one server. */
export function ServerTexts({ server }: { readonly server: string }) {
  const { value, command, put } = useAnswer('texts.show', {}, `${server} ${useManagedChanges()}`);
  const { t } = useTranslation('texts');
  const own = value?.servers.find((one) => one.server === server);
  if (value === undefined || own === undefined) return <CommandNote command={command} />;
  return (
    <section className={styles.part} aria-label={t('heading')}>
      <h3 className={styles.title}>{t('heading')}</h3>
      <Chooser
        label={t('server.label')}
        hint={t('server.hint')}
        server={server}
        value={own.chosen ?? 'usual'}
        keep={own.keep}
        usual={value.usual}
        most={own.most}
        onChosen={put}
      />
    </section>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly hint: string;
  readonly server?: string;
  readonly value: Keep;
  /** What is kept now. */
  readonly keep: LogTexts;
  readonly usual?: LogTexts;
  readonly most: LogTexts | undefined;
  readonly onChosen: ReturnType<typeof useAnswer<'texts.show'>>['put'];
}

function Chooser({ label, hint, server, value, keep, usual, most, onChosen }: ChooserProps) {
  const { t } = useTranslation('texts');
  const set = useCommand('texts.set');
  const choose = async (next: Keep): Promise<void> => {
    const after = await set.run({ keep: next, ...(server === undefined ? {} : { server }) });
    if (after !== undefined) onChosen(after);
  };
  const all: readonly Keep[] = usual === undefined ? LOG_TEXTS : ['usual', ...LOG_TEXTS];
  return (
    <div className={styles.part}>
      <Select
        label={label}
        hint={hint}
        value={value}
        disabled={set.busy}
        onChange={(next) => void choose(next)}
        choices={all.map((one) => ({
          value: one,
          label: one === 'usual' ? t('asUsual', { keep: t(`keep.${usual ?? keep}`) }) : t(`keep.${one}`),
          disabled: one !== 'usual' && most !== undefined && keepsMore(one, most),
        }))}
      />
      <p className={styles.quiet}>{t(`explain.${keep}`)}</p>
      <LockNote sentence={most === undefined ? undefined : t('bound', { keep: t(`keep.${most}`) })} />
      <CommandNote command={set} />
    </div>
  );
}
