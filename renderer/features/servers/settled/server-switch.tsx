import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { Switch } from '../../../ui/toggles.tsx';

/** Switches an approved server on and off. It shows what the host says, not what was asked for. */
export function ServerSwitch({ server, label }: { server: ServerView; label: string }) {
  const enable = useCommand('server.enable');
  const disable = useCommand('server.disable');
  const { id, enabled } = server;
  return (
    <>
      <CommandNote command={enable} />
      <CommandNote command={disable} />
      <Switch
        label={label}
        checked={enabled}
        disabled={enable.busy || disable.busy}
        onChange={(on) => void (on ? enable : disable).run({ id })}
      />
    </>
  );
}
