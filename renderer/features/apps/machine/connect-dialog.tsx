import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppPlan, AppView, ConnectMode } from '../../../../shared/model/ai-app.ts';
import { useHost, useUi } from '../../../store/app-context.tsx';
import { useAnswer } from '../../../store/use-answer.ts';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { Banner } from '../../../ui/state-mark.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Checkbox, RadioGroup } from '../../../ui/toggles.tsx';
import styles from '../apps.module.css';
import { PlanView } from './plan-view.tsx';

/** What connecting an app would change, all of it, and the button that does it. */
export function ConnectDialog({ app, onClose }: { readonly app: AppView; readonly onClose: () => void }) {
  const { t } = useTranslation(['apps', 'common']);
  const [mode, setMode] = useState<ConnectMode | undefined>(app.mode);
  const [atLogin, setAtLogin] = useState(true);
  const toast = useToast();
  const reviewAll = useUi((ui) => ui.reviewAll);
  const settings = useAnswer('settings.show', {});
  const hasFresh = useHost((host) => host.servers.length === 0);
  const preview = useAnswer(
    'app.preview',
    { app: app.id, ...(mode === undefined ? {} : { mode }) },
    mode ?? '',
  );
  const connect = useCommand('app.connect');
  const login = useCommand('settings.change');
  const plan = preview.value;
  const offersLogin = settings.value?.settings.startAtLogin === false;
  const submit = async (shown: AppPlan): Promise<void> => {
    const done = await connect.run({ app: app.id, mode: shown.mode, way: shown.way, seen: shown.seen });
    if (done === undefined) {
      // What it was refused for may be that the file is another one now.
      preview.reload();
      return;
    }
    if (offersLogin && atLogin) await login.run({ startAtLogin: true });
    toast({ sentence: done.sentence });
    onClose();
    if (hasFresh && done.broughtIn.length > 0) reviewAll(true);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      sticky
      wide
      title={t('apps:machine.connectTitle', { app: app.title })}
      actions={
        <DialogFoot
          submit={t(plan?.waits === undefined ? 'apps:machine.connect' : 'apps:machine.connectLater')}
          busy={connect.busy || login.busy}
          disabled={plan === undefined || plan.refusal !== undefined}
          onSubmit={() => plan !== undefined && void submit(plan)}
          onCancel={onClose}
        />
      }
    >
      {plan === undefined ? (
        <CommandNote command={preview.command} sayBusy />
      ) : (
        <div className={styles.form}>
          {plan.refusal !== undefined && (
            <Banner tone="hold">
              <HostText text={plan.refusal} />
            </Banner>
          )}
          {plan.waits !== undefined && (
            <Banner>
              <HostText text={plan.waits} />
            </Banner>
          )}
          {plan.modes.length > 1 && (
            <RadioGroup
              label={t('apps:machine.modeLabel')}
              value={mode ?? plan.mode}
              onChange={setMode}
              choices={plan.modes.map((value) => ({
                value,
                label: t(`apps:machine.mode.${value}`),
                hint: t(`apps:machine.modeHint.${value}`),
              }))}
            />
          )}
          <PlanView plan={plan} />
          {offersLogin && (
            <Checkbox
              label={t('apps:add.login')}
              hint={t('apps:add.loginHint')}
              checked={atLogin}
              onChange={setAtLogin}
            />
          )}
          <CommandNote command={connect} />
          <CommandNote command={login} />
        </div>
      )}
    </Dialog>
  );
}
