import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActChoice, InspectionView } from '../../../../shared/model/inspection.ts';
import { useApp, useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { cx } from '../../../ui/cx.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { Item } from '../group.tsx';
import settings from '../settings.module.css';
import { useActName } from './act-table.tsx';
import { isException } from './chosen-acts.ts';
import { ExceptionDialog } from './exception-dialog.tsx';

/** What was chosen for single servers and roles. */
export function ExceptionList({ view }: { view: InspectionView }) {
  const { t } = useTranslation('inspection');
  const act = useActName();
  const roles = useHost((host) => host.roles);
  const unset = useCommand('inspection.unset');
  const { bridge } = useApp();
  const offer = useUndo();
  const [adding, setAdding] = useState(false);
  const exceptions = view.acts.filter(isException);
  const drop = async (one: ActChoice, exception: string): Promise<void> => {
    const { watch, direction, server, role } = one;
    const where = {
      watch,
      ...(direction && { direction }),
      ...(server !== undefined && { server }),
      ...(role !== undefined && { role }),
    };
    if ((await unset.run({ ...where, exact: true })) === undefined) return;
    offer({
      sentence: t('exceptions.removed', { exception }),
      restore: () => bridge.commands['inspection.set']({ choices: [{ ...where, act: one.act }] }),
    });
  };
  const roleName = (id: string): string => visible(roles.find((role) => role.id === id)?.name ?? id);
  const whoseOf = (server: string | undefined, role: string | undefined): string => {
    if (server === undefined) return role === undefined ? '' : t('exceptions.role', { role: roleName(role) });
    return role === undefined
      ? t('exceptions.server', { server: visible(server) })
      : t('exceptions.serverRole', { server: visible(server), role: roleName(role) });
  };
  return (
    <Item label={t('exceptions.label')} hint={t('exceptions.hint')} below>
      {exceptions.length === 0 ? (
        <p className={settings.quiet}>{t('exceptions.none')}</p>
      ) : (
        <ul aria-label={t('exceptions.list')} className={settings.origins}>
          {exceptions.map((one) => {
            const { watch, direction, server, role } = one;
            const what = t('exceptions.one', {
              watch: t(`watch.${watch}.name`),
              where: direction === undefined ? t('exceptions.both') : t(`exceptions.direction.${direction}`),
              act: act(one.act, watch),
            });
            const whose = whoseOf(server, role);
            const whole = t('exceptions.whole', { whose, what });
            return (
              <li
                key={JSON.stringify([watch, direction, server, role])}
                className={cx(settings.origin, settings.secret)}
              >
                <div className={settings.words}>
                  <p>{what}</p>
                  <p className={settings.quiet}>
                    <HostileText text={whose} max={200} />
                  </p>
                </div>
                <IconButton
                  icon="close"
                  label={t('exceptions.remove', { exception: whole })}
                  disabled={unset.busy}
                  onClick={() => void drop(one, whole)}
                />
              </li>
            );
          })}
        </ul>
      )}
      <CommandNote command={unset} />
      <div>
        <Button icon="plus" onClick={() => setAdding(true)}>
          {t('exceptions.add')}
        </Button>
      </div>
      {adding && <ExceptionDialog demanded={view.demanded} onClose={() => setAdding(false)} />}
    </Item>
  );
}
