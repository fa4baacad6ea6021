import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../shared/model/policy.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useKept } from '../../../store/use-kept.ts';
import { Button } from '../../../ui/button.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import styles from '../permissions.module.css';
import { RoleCard } from './role-card.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { draftOf, emptyRole, type RoleDraft } from './role-draft.ts';
import { RoleSelect } from './role-select.tsx';

/** The roles, and which AI app has which. */
export function RolePart() {
  const { t } = useTranslation('permissions');
  const roles = useHost((host) => host.roles);
  const clients = useHost((host) => host.clients);
  const [draft, setDraft] = useKept<RoleDraft | undefined>('permissions.role', undefined);
  const copy = (role: Role): void =>
    setDraft(draftOf(role, t('role.copyName', { role: role.name }).slice(0, 64)));
  return (
    <div className={styles.sections}>
      <section className={styles.section} aria-label={t('role.heading')}>
        <div className={styles.cardHead}>
          <p className={styles.words}>{t('role.lead')}</p>
          <Button icon="plus" onClick={() => setDraft(emptyRole)}>
            {t('role.add')}
          </Button>
        </div>
        <ul className={styles.rules} aria-label={t('role.list')}>
          {roles.map((role) => (
            <li key={role.id}>
              <RoleCard role={role} onEdit={() => setDraft(draftOf(role))} onCopy={() => copy(role)} />
            </li>
          ))}
        </ul>
      </section>
      {clients.length > 0 && (
        <section className={styles.section} aria-label={t('role.assign')}>
          <h2 className={styles.title}>{t('role.assign')}</h2>
          <ul className={styles.rules} aria-label={t('role.assign')}>
            {clients.map((client) => (
              <li key={client.id} className={styles.assigned}>
                <span className={styles.words}>
                  <HostileText text={client.name} max={80} />
                </span>
                <RoleSelect client={client} className={styles.roleSelect} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <RoleDialog draft={draft} onChange={setDraft} onClose={() => setDraft(undefined)} />
    </div>
  );
}
