import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolProfile } from '../../../../shared/model/tool-profile.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { IconButton } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProfileDialog } from './profile-dialog.tsx';
import styles from './profiles.module.css';

/** Stands before names where one is chosen, so that none is taken for the entries beside them. */
const NAMED = 'profile ';
type Entry = 'none' | 'lost' | `${typeof NAMED}${string}`;

/** Which profile of tools counts for every AI app, and the way to make and change them. */
export function ProfileBar() {
  const { t } = useTranslation('apps');
  const state = useHost((host) => host.profiles);
  const use = useCommand('profile.use');
  const [editing, setEditing] = useState<ToolProfile | 'new'>();
  if (state === undefined) return null;
  const { profiles, inUse, lost = false } = state;
  const value: Entry = lost ? 'lost' : inUse === undefined ? 'none' : `${NAMED}${inUse}`;
  return (
    <div className={styles.bar}>
      <div className={styles.choice}>
        <span className={styles.label} aria-hidden>
          {t('profiles.label')}
        </span>
        <Select<Entry>
          className={styles.select}
          label={t('profiles.label')}
          hideLabel
          value={value}
          disabled={use.busy}
          onChange={(next) => {
            if (next === 'none') void use.run({});
            else if (next.startsWith(NAMED)) void use.run({ name: next.slice(NAMED.length) });
          }}
          choices={[
            ...(lost ? [{ value: 'lost' as const, label: t('profiles.lost'), disabled: true }] : []),
            { value: 'none', label: t('profiles.none') },
            ...profiles.map(({ name }) => ({
              value: `${NAMED}${name}` as const,
              label: <HostileText text={name} max={40} />,
            })),
          ]}
        />
        <Menu align="start" trigger={<IconButton icon="more" label={t('profiles.menu')} />}>
          {profiles.map((profile) => (
            <MenuItem key={profile.name} onSelect={() => setEditing(profile)}>
              {t('profiles.edit', { name: visible(profile.name) })}
            </MenuItem>
          ))}
          {profiles.length > 0 && <MenuSeparator />}
          <MenuItem icon="plus" onSelect={() => setEditing('new')}>
            {t('profiles.add')}
          </MenuItem>
        </Menu>
        {value !== 'none' && (
          <span className={styles.quiet}>{t(lost ? 'profiles.lostHint' : 'profiles.counts')}</span>
        )}
      </div>
      <CommandNote command={use} />
      {editing !== undefined && (
        <ProfileDialog
          profile={editing === 'new' ? undefined : editing}
          isInUse={editing !== 'new' && editing.name === inUse}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}
