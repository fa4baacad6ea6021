import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wire } from '../../../shared/ipc/window.ts';
import { useApp } from '../../store/app-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../ui/hostile-text/segments.ts';
import { useUndo } from '../../ui/use-undo.ts';
import { LockNote } from '../managed/lock-note.tsx';
import { useLock } from '../managed/use-lock.ts';
import { Item } from './group.tsx';
import styles from './settings.module.css';
import { useChange, type GroupOf } from './use-change.ts';
import { useSettingsChanges } from './use-changes.ts';

const MOST = 50;

type Problem = 'error' | 'twice' | 'full';

function problemOf(origin: string, origins: readonly string[]): Problem | undefined {
  if (origins.length >= MOST) return 'full';
  if (origins.includes(origin)) return 'twice';
  return URL.canParse(origin) && new URL(origin).origin === origin ? undefined : 'error';
}

/** The web origins that may call Doorward. */
export function OriginList({ view, onChanged }: GroupOf) {
  const { t } = useTranslation('settings');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [change, command] = useChange(onChanged);
  const lock = useLock('allowedOrigins');
  const form = useRef<HTMLFormElement>(null);
  const origins = view.settings.allowedOrigins;
  const { bridge } = useApp();
  const offer = useUndo();
  const [, setChanges] = useSettingsChanges();

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // A browser shows an origin with a slash behind it.
    const origin = text.trim().replace(/\/$/, '');
    const found = problemOf(origin, origins);
    setProblem(found);
    if (found !== undefined) return;
    if (await change({ allowedOrigins: [...origins, origin] })) setText('');
  };
  /** Among those that there are by then, not those that there were. */
  const putBack = async (origin: string): Promise<Wire<unknown>> => {
    const now = await bridge.commands['settings.show']({});
    if (!now.ok) return now;
    const others = now.value.settings.allowedOrigins.filter((each) => each !== origin);
    return bridge.commands['settings.change']({ allowedOrigins: [...others, origin] });
  };
  const remove = async (origin: string): Promise<void> => {
    const removed = await change({ allowedOrigins: origins.filter((each) => each !== origin) });
    if (removed)
      offer({
        sentence: t('origins.removed', { origin: visible(origin) }),
        restore: () => putBack(origin),
        onRestored: () => setChanges((before) => before + 1),
      });
    form.current?.querySelector('input')?.focus();
  };
  return (
    <Item label={t('origins.label')} hint={t('origins.hint')} below>
      {origins.length === 0 ? (
        <p className={styles.quiet}>{t('origins.none')}</p>
      ) : (
        <ul aria-label={t('origins.list')} className={styles.origins}>
          {origins.map((origin) => (
            <li key={origin} className={styles.origin}>
              <code>
                <HostileText text={origin} />
              </code>
              <IconButton
                icon="close"
                label={t('origins.remove', { origin: visible(origin) })}
                disabled={command.busy || lock !== undefined}
                onClick={() => void remove(origin)}
              />
            </li>
          ))}
        </ul>
      )}
      <form ref={form} noValidate className={styles.line} onSubmit={(event) => void add(event)}>
        <TextField
          className={styles.grow}
          label={t('origins.new')}
          hideLabel
          mono
          placeholder="http://localhost:3000"
          maxLength={300}
          disabled={lock !== undefined}
          value={lock === undefined ? text : ''}
          onChange={(next) => {
            setText(next);
            setProblem(undefined);
            command.clear();
          }}
          error={problem === undefined ? undefined : t(`origins.${problem}`)}
        />
        <Button
          type="submit"
          icon="plus"
          busy={command.busy}
          disabled={text.trim() === '' || lock !== undefined}
        >
          {t('origins.add')}
        </Button>
      </form>
      <LockNote sentence={lock} />
      <CommandNote command={command} />
    </Item>
  );
}
