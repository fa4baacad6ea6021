import { useTranslation } from 'react-i18next';
import { useHost } from '../../../store/app-context.tsx';
import type { ClientView } from '../../../store/types.ts';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Select } from '../../../ui/select.tsx';

/** The role of one AI app, which counts from its next call on. It shows what the host says, not what was asked for. */
export function RoleSelect({ client, className }: { client: ClientView; className?: string | undefined }) {
  const { t } = useTranslation('permissions');
  const roles = useHost((host) => host.roles);
  const { id, name, role } = client;
  const give = useCommand('client.role');
  const known = roles.some((each) => each.id === role);
  return (
    <div className={className}>
      <Select
        label={t('role.of', { app: visible(name.slice(0, 80)) })}
        hideLabel
        value={role}
        disabled={give.busy}
        onChange={(next) => void give.run({ client: id, role: next })}
        choices={[
          ...roles.map((each) => ({ value: each.id, label: <HostileText text={each.name} max={64} /> })),
          ...(known ? [] : [{ value: role, label: <HostileText text={role} max={64} />, disabled: true }]),
        ]}
      />
      <CommandNote command={give} />
    </div>
  );
}
