import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolView } from '../../../shared/ipc/shapes.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import styles from './tool-list.module.css';

export interface ToolRowProps {
  readonly tool: ToolView;
  readonly open: boolean;
  /** Says the state of the tool. */
  readonly state: boolean;
  readonly onToggle: (name: string) => void;
}

/** One tool: its name and the beginning of what it says; opened, every word of it. */
export const ToolRow = memo(function ToolRow({ tool, open, state: showState, onToggle }: ToolRowProps) {
  const { t } = useTranslation('servers');
  const id = useId();
  const { name, exposed, title, description = '', state } = tool;
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onToggle(name)}
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} className={styles.chevron} />
        <span className={styles.name}>
          <HostileText text={exposed} max={160} end={20} />
        </span>
        {showState && (
          <StateMark tone={state === 'new' ? 'hold' : 'neutral'}>{t(`toolList.state.${state}`)}</StateMark>
        )}
        {!open && (
          <span className={styles.begin}>
            {description === '' ? t('toolList.noDescription') : <HostileText text={description} max={160} />}
          </span>
        )}
      </button>
      {open && (
        <div id={id} className={styles.whole}>
          {title !== undefined && (
            <p className={styles.small}>
              <Sentence
                text={t('toolList.titled', slots('title'))}
                parts={{
                  title: (
                    <>
                      “<HostileText text={title} />”
                    </>
                  ),
                }}
              />
            </p>
          )}
          {!exposed.endsWith(`__${name}`) && (
            <p className={styles.small}>
              <Sentence
                text={t('toolList.ownName', slots('name'))}
                parts={{ name: <HostileText text={name} /> }}
              />
            </p>
          )}
          <p>
            {description === '' ? t('toolList.noDescription') : <HostileText text={description} multiline />}
          </p>
        </div>
      )}
    </>
  );
});
