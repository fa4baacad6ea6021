import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../app/screen.tsx';
import { useHost } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useManagedChanges } from '../managed/use-lock.ts';
import { LimitPart } from './limits/limit-part.tsx';
import styles from './permissions.module.css';
import { PresetChooser } from './preset-chooser.tsx';
import { RateLine } from './rate-line.tsx';
import { RolePart } from './roles/role-part.tsx';
import { RuleDialog } from './rule/rule-dialog.tsx';
import { RuleList } from './rule-list.tsx';
import { Suggestions } from './suggestions.tsx';
import { type Part, useAddingRule, usePermissionsPart } from './use-part.ts';

/** What passes without asking: the preset, permissions and rules, what they save, and the roles of AI apps. */
export function PermissionsScreen() {
  const { t } = useTranslation('permissions');
  const ready = useHost((host) => host.status !== undefined);
  const [part, setPart] = usePermissionsPart();
  const [adding, setAdding] = useAddingRule();
  return (
    <Screen
      title={t('title')}
      actions={
        ready && (
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      {ready && (
        <div className={styles.page}>
          <Tabs<Part>
            label={t('tab.label')}
            value={part}
            onChange={setPart}
            tabs={[
              { value: 'rules', label: t('tab.rules'), content: <RulesPart /> },
              { value: 'roles', label: t('tab.roles'), content: <RolePart /> },
              { value: 'limits', label: t('tab.limits'), content: <LimitPart /> },
            ]}
          />
        </div>
      )}
      <RuleDialog open={adding} onClose={() => setAdding(false)} />
    </Screen>
  );
}

function Section({ heading, children }: { heading: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

function RulesPart() {
  const { t } = useTranslation('permissions');
  // Other rules are other advice; their uses are not.
  const key = useHost(({ rules, status }) => `${status?.preset} ${rules.map(({ id }) => id).join()}`);
  const managed = useManagedChanges();
  const { value: advice, command, reload } = useAnswer('rule.suggest', {}, `${key} ${managed}`);
  return (
    <div className={styles.sections}>
      <Section heading={t('preset.heading')}>
        <PresetChooser />
      </Section>
      <Section heading={t('rate.heading')}>
        <CommandNote command={command} />
        <RateLine suggests={advice !== undefined && advice.suggestions.length > 0} />
      </Section>
      {advice !== undefined && advice.suggestions.length > 0 && (
        <Section heading={t('suggest.heading')}>
          <Suggestions suggestions={advice.suggestions} onTaken={reload} />
        </Section>
      )}
      <Section heading={t('rules.heading')}>
        <RuleList unused={advice?.unused ?? []} />
      </Section>
    </div>
  );
}
