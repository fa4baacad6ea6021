import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ActChoice,
  CrossingDirection,
  InspectionAct,
  Watched,
} from '../../../../shared/model/inspection.ts';
import { isLaxer } from '../../../../shared/model/inspection-acts.ts';
import { DIRECTIONS, INSPECTION_ACTS, WATCHED } from '../../../../shared/model/lists.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Select } from '../../../ui/select.tsx';
import settings from '../settings.module.css';
import { useActName } from './act-table.tsx';
import { isWatched } from './chosen-acts.ts';

/** `s:` and the id of a server, or `r:` and that of a role. */
type Whose = `s:${string}` | `r:${string}`;

const MASKS_NOTHING: ReadonlySet<Watched> = new Set(['flow']);

/** Another act for one server, or for AI apps of one role. */
export function ExceptionDialog({
  demanded,
  onClose,
}: {
  demanded: readonly ActChoice[];
  onClose: () => void;
}) {
  const { t } = useTranslation(['inspection', 'common']);
  const form = useId();
  const name = useActName();
  const set = useCommand('inspection.set');
  const { servers, roles } = useHost((host) => ({ servers: host.servers, roles: host.roles }));
  const choices = [
    ...servers.map(({ id }) => ({
      value: `s:${id}` as Whose,
      label: t('inspection:exceptions.server', { server: visible(id) }),
    })),
    ...roles.map((role) => ({
      value: `r:${role.id}` as Whose,
      label: t('inspection:exceptions.role', { role: visible(role.name) }),
    })),
  ];
  const [watch, setWatch] = useState<Watched>('secret');
  const [direction, setDirection] = useState<CrossingDirection | 'both'>('both');
  const [whose, setWhose] = useState<Whose | undefined>(choices[0]?.value);
  const [wanted, setWanted] = useState<InspectionAct>('ask');

  const place = {
    watch,
    ...(direction !== 'both' && { direction }),
    ...(whose?.startsWith('s:') === true && { server: whose.slice(2) }),
    ...(whose?.startsWith('r:') === true && { role: whose.slice(2) }),
  };
  // The host refuses what is less than an organisation wants there; this only spares the person the refusal.
  const least = demanded.filter((one) =>
    (['watch', 'direction', 'server', 'role'] as const).every(
      (key) => one[key] === undefined || one[key] === (place as Partial<ActChoice>)[key],
    ),
  );
  const offered = INSPECTION_ACTS.filter(
    (act) => !least.some((one) => isLaxer(act, one.act)) && (act !== 'mask' || !MASKS_NOTHING.has(watch)),
  );
  const act = offered.includes(wanted) ? wanted : offered[0];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (act === undefined || whose === undefined) return;
    if ((await set.run({ choices: [{ ...place, act }] })) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('inspection:exceptions.title')}
      actions={
        <DialogFoot
          form={form}
          submit={t('inspection:exceptions.keep')}
          busy={set.busy}
          disabled={act === undefined || whose === undefined}
          onCancel={onClose}
        />
      }
    >
      <form id={form} noValidate className={settings.stack} onSubmit={(event) => void submit(event)}>
        <Select
          label={t('inspection:acts.found')}
          value={watch}
          onChange={(next) => {
            setWatch(next);
            if (direction !== 'both' && !isWatched(next, direction)) setDirection('both');
          }}
          choices={WATCHED.map((value) => ({ value, label: t(`inspection:watch.${value}.name`) }))}
        />
        <Select
          label={t('inspection:exceptions.way')}
          value={direction}
          onChange={setDirection}
          choices={[
            { value: 'both' as const, label: t('inspection:exceptions.anyWay') },
            ...DIRECTIONS.filter((value) => isWatched(watch, value)).map((value) => ({
              value,
              label: t(`inspection:acts.direction.${value}`),
            })),
          ]}
        />
        {whose !== undefined && (
          <Select
            label={t('inspection:exceptions.whose')}
            value={whose}
            onChange={setWhose}
            choices={choices}
          />
        )}
        {act !== undefined && (
          <Select
            label={t('inspection:exceptions.act')}
            value={act}
            onChange={setWanted}
            choices={offered.map((value) => ({ value, label: name(value, watch) }))}
          />
        )}
        <CommandNote command={set} />
      </form>
    </Dialog>
  );
}
