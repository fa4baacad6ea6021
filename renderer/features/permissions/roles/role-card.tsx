import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolChoice } from '../../../../shared/model/client.ts';
import type { Role } from '../../../../shared/model/policy.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useApp, useFormat, useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Tag } from '../../../ui/state-mark.tsx';
import { useUndo } from '../../../ui/use-undo.ts';
import { RoleTools } from '../../apps/tools/role-tools.tsx';
import styles from '../permissions.module.css';

export interface RoleCardProps {
  readonly role: Role;
  readonly onEdit: () => void;
  readonly onCopy: () => void;
}

/** One role: what its AI apps see and may do, who has it, and what can be done with it. */
export function RoleCard({ role, onEdit, onCopy }: RoleCardProps) {
  const { t } = useTranslation('permissions');
  const clients = useHost((host) => host.clients).filter((client) => client.role === role.id);
  const listed = useHost((host) => host.profiles?.roles.find((each) => each.role === role.id)?.tools);
  const [choosing, setChoosing] = useState(false);
  const remove = useCommand('role.remove');
  const { bridge } = useApp();
  const offer = useUndo();
  const { builtIn = false, ...own } = role;
  const { id, name } = own;
  const shown = visible(name.slice(0, 64));
  const drop = async (): Promise<void> => {
    if ((await remove.run({ id })) === undefined) return;
    offer({
      sentence: t('role.removed', { role: name }),
      restore: () => bridge.commands['role.put'](own),
    });
  };
  return (
    <div className={styles.rule}>
      <div className={styles.cardHead}>
        <div className={styles.words}>
          <p className={styles.named}>
            <span className={styles.strong}>
              <HostileText text={name} max={64} />
            </span>
            {builtIn && <Tag>{t('role.builtIn')}</Tag>}
          </p>
          <p className={styles.facts}>
            <Facts role={role} listed={listed?.mode} />
          </p>
          <p className={styles.quiet}>
            {clients.length === 0 ? (
              t('role.noApps')
            ) : (
              <Sentence
                text={t('role.apps', slots('apps'))}
                parts={{
                  apps: <HostileText text={clients.map((client) => client.name).join(', ')} max={300} />,
                }}
              />
            )}
          </p>
        </div>
        <div className={styles.side}>
          <Button
            variant="quiet"
            aria-label={t('role.listedOf', { role: shown })}
            onClick={() => setChoosing(true)}
          >
            {t('role.choose')}
          </Button>
          <Button variant="quiet" aria-label={t('role.copyOf', { role: shown })} onClick={onCopy}>
            {t('role.copy')}
          </Button>
          {!builtIn && (
            <>
              <Button variant="quiet" aria-label={t('role.editOf', { role: shown })} onClick={onEdit}>
                {t('role.edit')}
              </Button>
              {clients.length === 0 && (
                <Button
                  variant="quiet"
                  aria-label={t('role.removeOf', { role: shown })}
                  busy={remove.busy}
                  onClick={() => void drop()}
                >
                  {t('role.remove')}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
      <CommandNote command={remove} />
      {choosing && <RoleTools role={id} onClose={() => setChoosing(false)} />}
    </div>
  );
}

function Facts({
  role: { servers, tools, effects, preset, rules },
  listed = 'all',
}: {
  readonly role: Role;
  readonly listed: ToolChoice['mode'] | undefined;
}) {
  const { t } = useTranslation('permissions');
  const { either } = useFormat();
  const list = (key: 'servers' | 'tools', items: readonly string[]): ReactNode => (
    <Sentence
      text={t(`role.${key}`, slots(key))}
      parts={{ [key]: <HostileText text={items.join(', ')} max={200} end={40} /> }}
    />
  );
  const facts: ReactNode[] = [
    servers === undefined
      ? t('role.allServers')
      : servers.length === 0
        ? t('role.noServers')
        : list('servers', servers),
    tools !== undefined && tools.length > 0 && list('tools', tools),
    effects !== undefined &&
      (effects.length === 0
        ? t('role.noEffects')
        : t('role.effects', {
            effects: either(effects.map((effect) => t(`does.${effect}`))),
          })),
    preset !== undefined && t('role.preset', { preset: t(`preset.name.${preset}`) }),
    rules.length > 0 && t('role.rules', { count: rules.length }),
    listed !== 'all' && t(`role.listed.${listed}`),
  ].filter((fact) => fact !== false);
  return facts.map((fact, index) => (
    <Fragment key={index}>
      <span>{fact}</span>
    </Fragment>
  ));
}
