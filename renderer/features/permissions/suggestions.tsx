import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyAdvice } from '../../../shared/ipc/shapes.ts';
import { PolicySaid, policyText } from '../../popup/parts/policy-said.tsx';
import { useUi } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import styles from './permissions.module.css';
import { Simulated } from './simulated.tsx';

type Suggestion = PolicyAdvice['suggestions'][number];

export interface SuggestionsProps {
  readonly suggestions: readonly Suggestion[];
  /** One was taken: what is suggested now may be something else. */
  readonly onTaken: () => void;
}

/** Permissions that would have saved questions. Each can be allowed once it was shown what it would have changed. */
export function Suggestions({ suggestions, onTaken }: SuggestionsProps) {
  const { t } = useTranslation('permissions');
  return (
    <>
      <p className={styles.quiet}>{t('suggest.lead')}</p>
      <ul className={styles.cards} aria-label={t('suggest.list')}>
        {suggestions.map((suggestion) => (
          <li key={JSON.stringify(suggestion.body)} className={styles.card}>
            <Card suggestion={suggestion} onTaken={onTaken} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Card({ suggestion, onTaken }: { suggestion: Suggestion; onTaken: () => void }) {
  const { t } = useTranslation(['permissions', 'policy']);
  const { body, words, saves } = suggestion;
  const say = useUi((ui) => ui.say);
  const add = useCommand('rule.add');
  const [looking, setLooking] = useState(false);
  const rule = policyText(words);
  const allow = async (): Promise<void> => {
    if ((await add.run(body)) === undefined) return;
    say(t('suggest.allowed'));
    onTaken();
  };
  return (
    <>
      <div className={styles.cardHead}>
        <div className={styles.words}>
          <p className={styles.strong}>
            <PolicySaid words={words} />
          </p>
          <p className={styles.quiet}>{t('suggest.saves', { count: saves })}</p>
        </div>
        {!looking && (
          <Button aria-label={t('policy:label.simulate', { rule })} onClick={() => setLooking(true)}>
            {t('simulate.run')}
          </Button>
        )}
      </div>
      {looking && (
        <>
          <Simulated input={{ add: [body] }} />
          <div className={styles.buttons}>
            <Button
              variant="primary"
              aria-label={t('policy:label.allow', { rule })}
              busy={add.busy}
              onClick={() => void allow()}
            >
              {t('suggest.allow')}
            </Button>
          </div>
        </>
      )}
      <CommandNote command={add} />
    </>
  );
}
