import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleView } from '../../../shared/model/policy.ts';
import { policyText } from '../../popup/parts/policy-said.tsx';
import { useHost, useUi } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import styles from './permissions.module.css';
import { RuleRow } from './rule-row.tsx';
import { useAddingRule } from './use-part.ts';

const SEARCH_FROM = 12;

/** Every rule that counts: those of the person, what nobody has used for long, and what an organisation set. */
export function RuleList({ unused }: { unused: readonly string[] }) {
  const { t } = useTranslation('permissions');
  const rules = useHost((host) => host.rules);
  const [, setAdding] = useAddingRule();
  const [search, setSearch] = useState('');
  const room = useRef<HTMLDivElement>(null);
  const wanted = useUi((ui) => ui.selected.permissions);
  const select = useUi((ui) => ui.select);
  const [chosen, setChosen] = useState<string>();
  // A call's detail leads to the rule that decided it.
  useEffect(() => {
    if (wanted === undefined) return;
    select('permissions', undefined);
    setChosen(wanted);
    const row = room.current?.querySelector<HTMLElement>(`[data-rule="${CSS.escape(wanted)}"]`);
    row?.scrollIntoView?.({ block: 'center' });
    row?.focus();
  }, [wanted, select]);
  useKeepFocus(room, rules);

  const text = search.trim().toLowerCase();
  const shown = rules.filter(({ words }) => policyText(words).toLowerCase().includes(text));
  const managed = shown.filter(({ origin }) => origin === 'managed');
  const idle = shown.filter(({ id, origin }) => origin !== 'managed' && unused.includes(id));
  const rest = shown.filter((rule) => !managed.includes(rule) && !idle.includes(rule));
  const rows = (label: string, some: readonly RuleView[]) => (
    <ul className={styles.rules} aria-label={label}>
      {some.map((rule) => (
        <li key={rule.id}>
          <RuleRow rule={rule} chosen={rule.id === chosen} />
        </li>
      ))}
    </ul>
  );
  if (rules.length === 0)
    return (
      <EmptyState
        icon="permit"
        hint={t('rules.emptyHint')}
        actions={
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('rules.emptyAdd')}
          </Button>
        }
      >
        {t('rules.empty')}
      </EmptyState>
    );
  return (
    <div ref={room} className={styles.stack}>
      {rules.length >= SEARCH_FROM && (
        <SearchField
          className={styles.search}
          label={t('rules.search')}
          value={search}
          onChange={setSearch}
        />
      )}
      {shown.length === 0 && <p className={styles.quiet}>{t('rules.noMatch')}</p>}
      {rest.length > 0 && rows(t('rules.list'), rest)}
      {idle.length > 0 && (
        <div className={styles.group}>
          <h3 className={styles.heading}>{t('rules.unused')}</h3>
          <p className={styles.quiet}>{t('rules.unusedHint')}</p>
          {rows(t('rules.unused'), idle)}
        </div>
      )}
      {managed.length > 0 && (
        <div className={styles.group}>
          <h3 className={styles.heading}>{t('rules.managed')}</h3>
          {rows(t('rules.managed'), managed)}
        </div>
      )}
    </div>
  );
}

/** What was removed disappears, and must not take the focus with it. */
function useKeepFocus(room: { readonly current: HTMLElement | null }, shown: unknown): void {
  const inside = useRef(false);
  useEffect(() => {
    const list = room.current;
    const note = (): void => {
      inside.current = true;
    };
    list?.addEventListener('focusin', note);
    return () => list?.removeEventListener('focusin', note);
  }, [room]);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body)
      room.current?.querySelector<HTMLElement>('button')?.focus();
  }, [room, shown]);
}
