import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trial } from '../../../shared/model/inspection.ts';
import { Screen } from '../../app/screen.tsx';
import { useHost } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { TextArea } from '../../ui/field.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Select } from '../../ui/select.tsx';
import { RadioGroup } from '../../ui/toggles.tsx';
import { TrialResult } from './trial-result.tsx';
import styles from './try-text.module.css';
import { EMPTY, type TryDraft, useTryDraft, useTrying } from './use-try.ts';

/** As much as the host takes. */
const MOST_UNITS = 256 * 1024;
/** Of the lists of servers and AI apps; a value that no id can be. */
const ANY = '*';

/** What came of a draft. */
interface Tried {
  readonly draft: TryDraft;
  readonly trial: Trial;
}

/** A person pastes a text and sees what would be found in it and what would happen to it. Nothing is kept. */
export function TryTextPage() {
  const { t } = useTranslation('tryText');
  const [, setOpen] = useTrying();
  const [draft, setDraft] = useTryDraft();
  const [problem, setProblem] = useState<string>();
  const [tried, setTried] = useState<Tried>();
  const attempt = useCommand('inspection.try');
  const servers = useHost((host) => host.servers);
  const clients = useHost((host) => host.clients);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const change = (next: Partial<TryDraft>): void => {
    setDraft((before) => ({ ...before, ...next }));
    setProblem(undefined);
    attempt.clear();
  };
  const run = async (): Promise<void> => {
    const { text, as, server, client } = draft;
    const wrong = text.trim() === '' ? t('empty') : text.length > MOST_UNITS ? t('tooLong') : undefined;
    setProblem(wrong);
    if (wrong !== undefined) return field.current?.focus();
    const trial = await attempt.run({
      text,
      as,
      ...(server === '' ? {} : { server }),
      ...(client === '' ? {} : { client }),
    });
    setTried(trial === undefined ? undefined : { draft, trial });
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!attempt.busy) void run();
      return;
    }
    const { target, currentTarget } = event;
    if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
    if (currentTarget.contains(target) && !target.matches('input, textarea')) setOpen(false);
  };
  return (
    <Screen title={t('title')} back={{ label: t('back'), onBack: () => setOpen(false) }}>
      {/* Escape goes back, but for where somebody types; Ctrl or ⌘ with Enter tries, wherever in it the focus is. */}
      <div className={styles.page} onKeyDown={onKey}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          <p className={styles.lead}>{t('lead')}</p>
          <TextArea
            ref={field}
            label={t('text')}
            hint={t('textHint')}
            error={problem}
            rows={9}
            mono
            value={draft.text}
            onChange={(text) => change({ text })}
          />
          <div className={styles.as}>
            <p className={styles.label} aria-hidden="true">
              {t('as')}
            </p>
            <RadioGroup
              label={t('as')}
              inline
              value={draft.as}
              onChange={(as) => change({ as })}
              choices={[
                { value: 'result', label: t('asResult') },
                { value: 'argument', label: t('asArgument') },
                { value: 'tool', label: t('asTool') },
              ]}
            />
          </div>
          <div className={styles.row}>
            <Select
              className={styles.select}
              label={t('server')}
              value={draft.server === '' ? ANY : draft.server}
              onChange={(server) => change({ server: server === ANY ? '' : server })}
              choices={[
                { value: ANY, label: t('anyServer') },
                ...servers.map(({ id }) => ({
                  value: id,
                  label: <HostileText text={id} max={40} />,
                })),
              ]}
            />
            <Select
              className={styles.select}
              label={t('client')}
              value={draft.client === '' ? ANY : draft.client}
              onChange={(client) => change({ client: client === ANY ? '' : client })}
              choices={[
                { value: ANY, label: t('anyClient') },
                ...clients.map(({ id, name }) => ({
                  value: id,
                  label: <HostileText text={name} max={60} />,
                })),
              ]}
            />
          </div>
          <div className={styles.row}>
            <Button variant="primary" type="submit" busy={attempt.busy}>
              {t('try')}
            </Button>
            <Button
              disabled={draft.text === ''}
              onClick={() => {
                change(EMPTY);
                setTried(undefined);
                field.current?.focus();
              }}
            >
              {t('clear')}
            </Button>
          </div>
          <CommandNote command={attempt} sayBusy />
        </form>
        {tried !== undefined && (
          <TrialResult text={tried.draft.text} trial={tried.trial} stale={tried.draft !== draft} />
        )}
      </div>
    </Screen>
  );
}
