import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolChoice } from '../../../../shared/model/client.ts';
import { ALL_TOOLS } from '../../../../shared/model/usual.ts';
import { useHost } from '../../../store/app-context.tsx';
import type { ClientView } from '../../../store/types.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { RadioGroup } from '../../../ui/toggles.tsx';
import { ChooseTools } from './choose-tools.tsx';
import { RoleTools } from './role-tools.tsx';
import styles from './tools-part.module.css';
import { useModeChoices } from './use-mode-choices.ts';

type Mode = ToolChoice['mode'];
type Choice = Mode | 'role';

/** Which tools an AI app is listed of those that it may use. */
export function ToolsPart({ client }: { readonly client: ClientView }) {
  const { t } = useTranslation('apps');
  const own = useId();
  const choose = useCommand('client.tools');
  const profiles = useHost((host) => host.profiles);
  const [picking, setPicking] = useState<Exclude<Mode, 'all'>>();
  const modes = useModeChoices();
  const [ofRole, setOfRole] = useState(false);
  const { roleTools } = client;
  const { mode, tools } = client.tools ?? ALL_TOOLS;
  const choice: Choice = client.tools === undefined && roleTools !== undefined ? 'role' : mode;
  const set = (next: Choice, names: readonly string[]) =>
    choose.run({ client: client.id, mode: next, tools: [...names] });
  const pick = (next: Choice): void => {
    // What is chosen first is which: an app with no tool at all helps nobody.
    if (next === 'chosen') setPicking('chosen');
    else void set(next, next === 'on-demand' && mode === 'on-demand' ? tools : []);
  };
  return (
    <section className={styles.part} aria-labelledby={own}>
      <h3 id={own} className={styles.heading}>
        {t('tools.heading')}
      </h3>
      <RadioGroup<Choice>
        label={t('tools.heading')}
        value={choice}
        disabled={choose.busy}
        onChange={pick}
        choices={[
          ...(roleTools === undefined
            ? []
            : [
                {
                  value: 'role' as const,
                  label: t('tools.asRole'),
                  hint: t(`tools.roleSays.${roleTools.mode}`),
                },
              ]),
          ...modes,
        ]}
      />
      {mode !== 'all' && (
        <div className={styles.which}>
          <span className={styles.quiet}>
            {t(mode === 'chosen' ? 'tools.countChosen' : 'tools.countPinned', { count: tools.length })}
          </span>
          <Button onClick={() => setPicking(mode)}>
            {t(mode === 'chosen' ? 'tools.choose' : 'tools.pin')}
          </Button>
        </div>
      )}
      <Button variant="quiet" className={styles.ofRole} onClick={() => setOfRole(true)}>
        {t('tools.ofRole')}
      </Button>
      {profiles?.lost === true && <p className={styles.quiet}>{t('tools.lost')}</p>}
      {profiles?.inUse !== undefined && (
        <p className={styles.quiet}>{t('tools.inUse', { name: visible(profiles.inUse) })}</p>
      )}
      <CommandNote command={choose} />
      {ofRole && <RoleTools role={client.role} onClose={() => setOfRole(false)} />}
      {picking !== undefined && (
        <ChooseTools
          title={t(picking === 'chosen' ? 'tools.chooseTitle' : 'tools.pinTitle')}
          atLeastOne={picking === 'chosen'}
          before={mode === picking ? tools : []}
          busy={choose.busy}
          onClose={() => setPicking(undefined)}
          onDone={async (names) => {
            if ((await set(picking, names)) !== undefined) setPicking(undefined);
          }}
        />
      )}
    </section>
  );
}
