import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownApp } from '../../../shared/model/ai-app.ts';
import { useApp, useHost } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { useCommand } from '../../store/use-command.ts';
import { useKept } from '../../store/use-kept.ts';
import { CommandNote } from '../../ui/command-note.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Checkbox, RadioGroup } from '../../ui/toggles.tsx';
import styles from './apps.module.css';
import { useIssued } from './issued.ts';
import { freeName, KNOWN_APPS } from './known-apps.ts';

export interface AddAppProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
  readonly focusAfter: () => HTMLElement | null | undefined;
}

/** A new AI app: which one it is, and how it is called here. */
export function AddApp({ open, onClose, onAdded, focusAfter }: AddAppProps) {
  const { t } = useTranslation(['apps', 'common']);
  const formId = useId();
  const { bridge, now } = useApp();
  const toast = useToast();
  const clients = useHost((host) => host.clients);
  const form = useRef<HTMLFormElement>(null);
  const [app, setApp] = useKept<KnownApp>('apps.add.app', 'claude-desktop');
  // Undefined until the person types one: then the app's own name is proposed.
  const [typed, setTyped] = useKept<string | undefined>('apps.add.name', undefined);
  const [problem, setProblem] = useState<'empty' | 'taken'>();
  const [atLogin, setAtLogin] = useState(true);
  const [, setIssued] = useIssued();
  const settings = useAnswer('settings.show', {});
  const add = useCommand('client.add');
  const first = clients.length === 0 && settings.value?.settings.startAtLogin === false;
  const name = typed ?? (app === 'other' ? '' : freeName(t(`apps:known.${app}`), clients));
  const taken = problem === 'taken' || add.error?.code === 'exists';

  useEffect(() => {
    if (problem !== undefined || taken)
      form.current?.querySelector<HTMLElement>('input[data-invalid]')?.focus();
  }, [problem, taken]);

  const clear = (): void => {
    setProblem(undefined);
    add.clear();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = name.trim();
    if (add.busy) return;
    if (wanted === '') return setProblem('empty');
    const issued = await add.run({ name: wanted });
    if (issued === undefined) return;
    setIssued(issued.id, { id: issued.id, app, token: issued.token, since: now() });
    setTyped(undefined);
    onAdded(issued.id);
    if (!first || !atLogin) return;
    const wire = await bridge.commands['settings.change']({ startAtLogin: true }).catch(() => undefined);
    if (wire?.ok !== true) toast({ sentence: wire?.message ?? t('common:noAnswer') });
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('apps:add.title')}
      sticky
      focusAfter={focusAfter}
      actions={<DialogFoot form={formId} submit={t('apps:add.submit')} busy={add.busy} onCancel={onClose} />}
    >
      <form
        ref={form}
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <div>
          <p className={styles.label} aria-hidden="true">
            {t('apps:add.app')}
          </p>
          <RadioGroup
            label={t('apps:add.app')}
            value={app}
            onChange={(next) => {
              clear();
              setApp(next);
            }}
            choices={KNOWN_APPS.map((value) => ({ value, label: t(`apps:known.${value}`) }))}
          />
        </div>
        <TextField
          label={t('apps:add.name')}
          hint={t('apps:add.nameHint')}
          maxLength={64}
          value={name}
          onChange={(next) => {
            clear();
            setTyped(next);
          }}
          error={
            taken ? t('apps:add.error.taken') : problem === undefined ? undefined : t('apps:add.error.empty')
          }
        />
        {first && (
          <Checkbox
            label={t('apps:add.login')}
            hint={t('apps:add.loginHint')}
            checked={atLogin}
            onChange={setAtLogin}
          />
        )}
        <CommandNote command={add.error?.code === 'exists' ? { ...add, error: undefined } : add} />
      </form>
    </Dialog>
  );
}
