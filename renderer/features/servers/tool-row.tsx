import { memo, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolView } from '../../../shared/ipc/shapes.ts';
import type { WaitingItem } from '../../../shared/model/trust.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { Places } from '../review/effects/places.tsx';
import { ReasonList } from '../review/reason-list.tsx';
import { RiskMark } from '../review/risk-mark.tsx';
import styles from './tool-list.module.css';

export interface ToolRowProps {
  readonly tool: ToolView;
  readonly open: boolean;
  /** Says the state of the tool. */
  readonly state: boolean;
  readonly onToggle: (name: string) => void;
  /** What waits of it, when something does: its risk is marked, and its reasons are told when it is opened. */
  readonly item?: WaitingItem | undefined;
  /** Below its description, when it is opened: what can be done about it. */
  readonly more?: ((tool: ToolView) => ReactNode) | undefined;
}

/** One tool: its name and the beginning of what it says; opened, every word of it. */
export const ToolRow = memo(function ToolRow({
  tool,
  open,
  state: showState,
  onToggle,
  item,
  more,
}: ToolRowProps) {
  const { t } = useTranslation(['servers', 'review']);
  const id = useId();
  const { name, exposed, title, description = '', state, effect } = tool;
  const risky = item !== undefined && item.risk !== 'routine';
  const onHold = state === 'new' || state === 'changed';
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        data-tool={name}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onToggle(name)}
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} className={styles.chevron} />
        <span className={styles.name}>
          <HostileText text={exposed} max={160} end={20} />
        </span>
        <span className={styles.marks}>
          {effect !== undefined && <span className={styles.effect}>{t(`review:effect.${effect}`)}</span>}
          {risky && <RiskMark risk={item.risk} />}
          {showState && (
            <StateMark tone={onHold ? 'hold' : 'neutral'}>{t(`servers:toolList.state.${state}`)}</StateMark>
          )}
        </span>
        {!open && (
          <span className={styles.begin}>
            {description === '' ? (
              t('servers:toolList.noDescription')
            ) : (
              <HostileText text={description} max={160} />
            )}
          </span>
        )}
      </button>
      {open && (
        <div id={id} className={styles.whole}>
          {title !== undefined && (
            <p className={styles.small}>
              <Sentence
                text={t('servers:toolList.titled', slots('title'))}
                parts={{
                  title: <HostileText text={title} />,
                }}
              />
            </p>
          )}
          {!exposed.endsWith(`__${name}`) && (
            <p className={styles.small}>
              <Sentence
                text={t('servers:toolList.ownName', slots('name'))}
                parts={{ name: <HostileText text={name} /> }}
              />
            </p>
          )}
          <p>
            {description === '' ? (
              t('servers:toolList.noDescription')
            ) : (
              <HostileText text={description} multiline block />
            )}
          </p>
          {item !== undefined && <ReasonList item={item} />}
          {item?.places !== undefined && item.places.length > 0 && (
            <div className={styles.small}>
              <Places places={item.places} />
            </div>
          )}
          {more?.(tool)}
        </div>
      )}
    </>
  );
});
