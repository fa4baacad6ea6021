import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import menu from '../../ui/popup.module.css';
import { usePopup, usePopupState } from '../popup-context.tsx';
import { durationsOf, fitting, ONCE, scopesOf, type Choice } from '../state/choice.ts';
import { draftOf } from '../state/popup-state.ts';
import styles from './answer-bar.module.css';
import { Said } from './words.tsx';

const NAME_UNITS = 80;
const NAME_END = 20;

interface GroupProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly words: (value: T) => ReactNode;
  readonly onChoose: (value: T) => void;
  readonly disabled?: boolean;
}

function Choices<T extends string>({
  label,
  value,
  values,
  words,
  onChoose,
  disabled = false,
}: GroupProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles.heading}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: T) => onChoose(next)}>
        {values.map((each) => (
          <Base.RadioItem key={each} value={each} disabled={disabled} className={cx(menu.item, styles.item)}>
            <span className={menu.mark}>
              <Base.RadioItemIndicator>
                <Icon name="check" />
              </Base.RadioItemIndicator>
            </span>
            <span className={styles.words}>{words(each)}</span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** For how long, for what and for whom Allow counts. Everything but the length is open only when it is not once. */
export function ChoiceMenu({ call, disabled }: { call: HeldCall; disabled: boolean }) {
  const { t } = useTranslation('approval');
  const { t: own } = useTranslation('popup');
  const { popup } = usePopup();
  const choice = usePopupState((state) => fitting(draftOf(state, call.id).choice, call));
  const choose = (change: Partial<Choice>): void => popup.draft({ choice: { ...choice, ...change } });
  const shown = disabled ? ONCE : choice;
  const tool = <HostileText text={call.tool} max={NAME_UNITS} end={NAME_END} />;
  const app = <HostileText text={call.clientName} max={NAME_UNITS} end={NAME_END} />;
  const scopeWords = (scope: Choice['scope']): ReactNode => {
    if (scope === 'args') return t('scope.args');
    if (scope === 'tool') return <Sentence text={t('scope.tool', slots('tool'))} parts={{ tool }} />;
    return (
      <Sentence
        text={t('scope.like', slots('like'))}
        parts={{ like: call.like === undefined ? null : <Said words={call.like} /> }}
      />
    );
  };
  const once = choice.for === 'once';
  return (
    <Base.Root modal={false} disabled={disabled}>
      <Base.Trigger
        render={
          <Button variant="quiet" className={styles.choice} disabled={disabled}>
            {t(`duration.${shown.for}`)}
            <Icon name="chevron-down" className={styles.chevron} />
          </Button>
        }
      />
      <Base.Portal>
        <Base.Positioner className={menu.positioner} side="top" align="start" sideOffset={4}>
          <Base.Popup className={cx(menu.popup, menu.list)} aria-label={own('choice.label')}>
            <Choices
              label={own('choice.how')}
              value={choice.for}
              values={durationsOf(call)}
              words={(each) => t(`duration.${each}`)}
              onChoose={(value) => choose({ for: value })}
            />
            <Base.Separator className={menu.separator} />
            <Choices
              label={own('choice.what')}
              value={choice.scope}
              values={scopesOf(call)}
              words={scopeWords}
              onChoose={(scope) => choose({ scope })}
              disabled={once}
            />
            <Base.Separator className={menu.separator} />
            <Choices
              label={own('choice.who')}
              value={choice.apps}
              values={['this', 'all']}
              words={(each) => <Sentence text={t(`clients.${each}`, slots('app'))} parts={{ app }} />}
              onChoose={(apps) => choose({ apps })}
              disabled={once}
            />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Says in words what Allow covers beyond this call; nothing when it is just this once. */
export function Covers({ call, choice }: { call: HeldCall; choice: Choice }) {
  const { t } = useTranslation('popup');
  if (choice.for === 'once') return null;
  const key = choice.apps === 'all' ? (`${choice.scope}All` as const) : choice.scope;
  return (
    <p>
      <Sentence
        text={t(`covers.${key}`, slots('words', 'tool'))}
        parts={{
          tool: <HostileText text={call.tool} max={32} end={10} />,
          words: call.like === undefined ? null : <Said words={call.like} max={36} end={16} />,
        }}
      />
    </p>
  );
}
