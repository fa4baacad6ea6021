import { useTranslation } from 'react-i18next';
import type { Shaping } from '../../../../shared/model/shaping.ts';
import { GOOD_SHAPING, NO_SHAPING } from '../../../../shared/model/usual.ts';
import type { ShapingView, ShapingWish } from '../../../../shared/model/shaping-choices.ts';
import { useAnswer } from '../../../store/use-answer.ts';
import { IconButton } from '../../../ui/button.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Select } from '../../../ui/select.tsx';
import styles from './smaller-answers.module.css';

export interface ShapedToolsProps {
  readonly server: string;
  readonly tools: ShapingView['tools'];
  readonly busy: boolean;
  readonly onChoose: (tool: string, to: ShapingWish) => void;
}

/** Tools whose answers are made smaller in another way than those of their server. */
export function ShapedTools({ server, tools, busy, onChoose }: ShapedToolsProps) {
  const { t } = useTranslation('shaping');
  const { value: offered } = useAnswer('tool.list', { server }, server);
  const known = new Set(tools.map(({ tool }) => tool));
  const others = (offered ?? []).filter(({ state, name }) => state === 'approved' && !known.has(name));
  return (
    <div className={styles.tools}>
      <h4 className={styles.title}>{t('tools.heading')}</h4>
      {tools.length === 0 && <p className={styles.quiet}>{t('tools.none')}</p>}
      <ul className={styles.list}>
        {tools.map(({ tool, shaping }) => (
          <li key={tool} className={styles.row}>
            <span className={styles.name}>
              <HostileText text={tool} max={80} />
            </span>
            <Select
              className={styles.choice}
              hideLabel
              label={t('tools.of', { tool: visible(tool) })}
              value={kindOf(shaping)}
              disabled={busy}
              onChange={(to) => {
                if (to !== 'own') onChoose(tool, to);
              }}
              choices={(['off', 'good', 'own'] as const)
                .filter((kind) => kind !== 'own' || kindOf(shaping) === 'own')
                .map((kind) => ({ value: kind, label: t(`tools.${kind}`) }))}
            />
            <IconButton
              icon="close"
              label={t('tools.remove', { tool: visible(tool) })}
              disabled={busy}
              onClick={() => onChoose(tool, 'usual')}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Select
          className={styles.add}
          label={t('tools.add')}
          value=""
          disabled={busy}
          onChange={(tool) => onChoose(tool, 'off')}
          choices={[
            { value: '', label: t('tools.pick'), disabled: true },
            ...others.map(({ name }) => ({ value: name, label: <HostileText text={name} max={80} /> })),
          ]}
        />
      )}
    </div>
  );
}

const same = (one: Shaping, other: Shaping): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (key) => one[key as keyof Shaping] === other[key as keyof Shaping],
  );

function kindOf(shaping: Shaping): 'off' | 'good' | 'own' {
  if (same(shaping, NO_SHAPING)) return 'off';
  return same(shaping, GOOD_SHAPING) ? 'good' : 'own';
}
