import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALL_TOOLS, type ToolChoice } from '../../../../shared/model/client.ts';
import type { ClientView } from '../../../store/types.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { RadioGroup } from '../../../ui/toggles.tsx';
import { ChooseTools } from './choose-tools.tsx';
import styles from './tools-part.module.css';

type Mode = ToolChoice['mode'];

/** Which tools an AI app is listed of those that it may use. */
export function ToolsPart({ client }: { readonly client: ClientView }) {
  const { t } = useTranslation('apps');
  const own = useId();
  const choose = useCommand('client.tools');
  const [picking, setPicking] = useState<Exclude<Mode, 'all'>>();
  const { mode, tools } = client.tools ?? ALL_TOOLS;
  const set = (next: Mode, names: readonly string[]) =>
    choose.run({ client: client.id, mode: next, tools: [...names] });
  const pick = (next: Mode): void => {
    // What is chosen first is which: an app with no tool at all helps nobody.
    if (next === 'chosen') setPicking('chosen');
    else void set(next, next === 'all' ? [] : mode === 'on-demand' ? tools : []);
  };
  return (
    <section className={styles.part} aria-labelledby={own}>
      <h3 id={own} className={styles.heading}>
        {t('tools.heading')}
      </h3>
      <RadioGroup<Mode>
        label={t('tools.heading')}
        value={mode}
        disabled={choose.busy}
        onChange={pick}
        choices={[
          { value: 'all', label: t('tools.all') },
          { value: 'on-demand', label: t('tools.onDemand'), hint: t('tools.onDemandHint') },
          { value: 'chosen', label: t('tools.chosen'), hint: t('tools.chosenHint') },
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
      <CommandNote command={choose} />
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
