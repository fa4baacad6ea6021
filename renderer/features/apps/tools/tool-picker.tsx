import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolView } from '../../../../shared/ipc/shapes.ts';
import { useAnswer } from '../../../store/use-answer.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import styles from './tools-part.module.css';

export interface ToolPickerProps {
  /** What is chosen: names, or `<server>__*`. */
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** Nothing chosen is no choice. */
  readonly atLeastOne: boolean;
}

const whole = (server: string): string => `${server}__*`;

/** Ticks tools, server by server. A whole server is its tools of today and those to come. */
export function ToolPicker({ chosen, onChange, atLeastOne }: ToolPickerProps) {
  const { t } = useTranslation('apps');
  const listed = useAnswer('tool.list', {});
  const [search, setSearch] = useState('');
  const servers = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const tools = (listed.value ?? []).filter(({ state }) => state === 'approved');
    return Map.groupBy(
      tools.filter(({ exposed, title: called }) =>
        `${exposed} ${called ?? ''}`.toLowerCase().includes(wanted),
      ),
      ({ server }) => server,
    );
  }, [listed.value, search]);
  const set = (name: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(name);
    else next.delete(name);
    onChange(next);
  };
  return (
    <div className={styles.picker}>
      <SearchField label={t('tools.search')} value={search} onChange={setSearch} />
      <CommandNote command={listed.command} />
      {listed.value !== undefined && servers.size === 0 && (
        <p className={styles.quiet}>{t(search === '' ? 'tools.none' : 'tools.noMatch')}</p>
      )}
      <div className={styles.servers}>
        {[...servers].map(([server, tools]) => (
          <Server key={server} server={server} tools={tools} chosen={chosen} onSet={set} />
        ))}
      </div>
      <p className={styles.quiet}>
        {t(atLeastOne && chosen.size === 0 ? 'tools.atLeastOne' : 'tools.wholeHint')}
      </p>
    </div>
  );
}

interface ServerProps {
  readonly server: string;
  readonly tools: readonly ToolView[];
  readonly chosen: ReadonlySet<string>;
  readonly onSet: (name: string, on: boolean) => void;
}

function Server({ server, tools, chosen, onSet }: ServerProps) {
  const { t } = useTranslation('apps');
  const all = chosen.has(whole(server));
  return (
    <fieldset className={styles.server}>
      <legend className={styles.legend}>{server}</legend>
      <Checkbox
        label={t('tools.wholeServer', { server })}
        checked={all}
        onChange={(on) => onSet(whole(server), on)}
      />
      {tools.map(({ exposed, name, description }) => (
        <Checkbox
          key={exposed}
          label={<HostileText text={name} max={80} />}
          hint={
            description === undefined || description === '' ? undefined : (
              <HostileText text={description} max={120} />
            )
          }
          checked={all || chosen.has(exposed)}
          disabled={all}
          onChange={(on) => onSet(exposed, on)}
        />
      ))}
    </fieldset>
  );
}
