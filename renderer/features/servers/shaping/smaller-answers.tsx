import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shaping } from '../../../../shared/model/shaping.ts';
import { NO_SHAPING } from '../../../../shared/model/usual.ts';
import type { ShapingWish } from '../../../../shared/model/shaping-choices.ts';
import { useAnswer } from '../../../store/use-answer.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { Switch } from '../../../ui/toggles.tsx';
import { ShapingSteps } from './shaping-steps.tsx';
import { ShapedTools } from './shaped-tools.tsx';
import styles from './smaller-answers.module.css';

/** How the answers of one server are made smaller. Nothing until the host has told. */
export function SmallerAnswers({ server }: { readonly server: string }) {
  const { t } = useTranslation('shaping');
  const { value, command, put } = useAnswer('server.shaping', { server }, server);
  const set = useCommand('server.shape');
  const [open, setOpen] = useState(false);
  const id = useId();
  if (value === undefined) return <CommandNote command={command} />;
  const choose = async (shaping: ShapingWish, tool?: string): Promise<void> => {
    const after = await set.run({ server, shaping, ...(tool === undefined ? {} : { tool }) });
    if (after !== undefined) put(after);
  };
  const { usual, tools } = value;
  const change = (next: Shaping): void => void choose(next);
  return (
    <section className={styles.part} aria-label={t('heading')}>
      <h3 className={styles.title}>{t('heading')}</h3>
      <Switch
        label={t('switch.label')}
        hint={t('switch.hint')}
        checked={usual !== undefined}
        disabled={set.busy}
        onChange={(on) => void choose(on ? 'good' : 'off')}
      />
      <Button
        variant="quiet"
        className={styles.more}
        icon={open ? 'chevron-down' : 'chevron-right'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {t('more')}
      </Button>
      {open && (
        <div id={id} className={styles.part}>
          <ShapingSteps shaping={usual ?? NO_SHAPING} busy={set.busy} onChange={change} />
          <ShapedTools
            server={server}
            tools={tools}
            busy={set.busy}
            onChoose={(tool, to) => void choose(to, tool)}
          />
        </div>
      )}
      <CommandNote command={set} />
    </section>
  );
}
