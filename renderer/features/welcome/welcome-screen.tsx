import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../../shared/model/ai-app.ts';
import { Screen } from '../../app/screen.tsx';
import { useApp, useHost, useUi } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Button } from '../../ui/button.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { Checkbox } from '../../ui/toggles.tsx';
import { isFree } from '../apps/machine/app-words.ts';
import { PlanView } from '../apps/machine/plan-view.tsx';
import type { Welcome } from './use-welcome.ts';
import styles from './welcome.module.css';

/** What became of one app. */
interface Outcome {
  readonly sentence: string;
  readonly done: boolean;
}

const NONE: readonly AppView[] = [];

/** The first page: the AI apps of this computer, what would change in each, and one button for all of it. */
export function WelcomeScreen({ welcome }: { readonly welcome: Welcome }) {
  const { t } = useTranslation(['welcome', 'apps', 'common']);
  const { bridge } = useApp();
  const apps = useHost((host) => host.apps ?? NONE);
  const reviewAll = useUi((ui) => ui.reviewAll);
  const settings = useAnswer('settings.show', {});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [atLogin, setAtLogin] = useState(true);
  const [under, setUnder] = useState<string>();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [loginRefused, setLoginRefused] = useState<string>();
  const fresh = useHost((host) => host.servers.filter(({ state }) => state === 'unreviewed').length);
  const shown = apps.filter((app) => isFree(app) || outcomes.has(app.id));
  const chosen = shown.filter(({ id }) => !left.has(id) && outcomes.get(id)?.done !== true);
  const offersLogin = settings.value?.settings.startAtLogin === false;
  const finished = under === undefined && [...outcomes.values()].some(({ done }) => done);

  const connect = async (): Promise<void> => {
    welcome.begin();
    // One after the other: a refusal is about one of them, and servers that two apps share are merged.
    for (const { id } of chosen) {
      setUnder(id);
      const wire = await bridge.commands['app.connect']({ app: id }).catch(() => undefined);
      const outcome =
        wire?.ok === true
          ? { done: true, sentence: wire.value.sentence }
          : { done: false, sentence: wire?.message ?? t('common:noAnswer') };
      setOutcomes((before) => new Map(before).set(id, outcome));
    }
    setUnder(undefined);
    if (!offersLogin || !atLogin) return;
    const wire = await bridge.commands['settings.change']({ startAtLogin: true }).catch(() => undefined);
    if (wire?.ok !== true) setLoginRefused(wire?.message ?? t('common:noAnswer'));
  };
  const on = (): void => {
    welcome.end();
    if (fresh > 0) reviewAll(true);
  };
  return (
    <Screen title={t('welcome:title')} fill>
      <div className={styles.room}>
        <div className={styles.scroll}>
          <div className={styles.page}>
            <p className={styles.lead}>{t('welcome:lead')}</p>
            <ul aria-label={t('welcome:list')} className={styles.apps}>
              {shown.map((app) => (
                <li key={app.id}>
                  <AppRow
                    app={app}
                    chosen={!left.has(app.id)}
                    busy={under !== undefined}
                    outcome={outcomes.get(app.id)}
                    onChange={(takes) =>
                      setLeft((before) => {
                        const next = new Set(before);
                        if (takes) next.delete(app.id);
                        else next.add(app.id);
                        return next;
                      })
                    }
                  />
                </li>
              ))}
            </ul>
            <p className={styles.quiet}>{t('welcome:promise')}</p>
            {offersLogin && !finished && (
              <Checkbox
                label={t('apps:add.login')}
                hint={t('apps:add.loginHint')}
                checked={atLogin}
                onChange={setAtLogin}
              />
            )}
            {loginRefused !== undefined && (
              <p role="alert">
                <HostText text={loginRefused} />
              </p>
            )}
          </div>
        </div>
        <div className={styles.footer}>
          <span role="status" className={styles.quiet}>
            {under !== undefined &&
              t('welcome:under', { app: shown.find(({ id }) => id === under)?.title ?? '' })}
          </span>
          {finished ? (
            <Button variant="primary" onClick={on}>
              {fresh > 0 ? t('welcome:review', { count: fresh }) : t('welcome:done')}
            </Button>
          ) : (
            <>
              <Button disabled={under !== undefined} onClick={welcome.end}>
                {t('welcome:later')}
              </Button>
              <Button
                variant="primary"
                busy={under !== undefined}
                disabled={chosen.length === 0}
                onClick={() => void connect()}
              >
                {t('welcome:connect', { count: chosen.length })}
              </Button>
            </>
          )}
        </div>
      </div>
    </Screen>
  );
}

interface AppRowProps {
  readonly app: AppView;
  readonly chosen: boolean;
  readonly busy: boolean;
  readonly outcome: Outcome | undefined;
  readonly onChange: (chosen: boolean) => void;
}

function AppRow({ app, chosen, busy, outcome, onChange }: AppRowProps) {
  const { t } = useTranslation(['welcome', 'common']);
  const [open, setOpen] = useState(false);
  const servers = app.servers.filter(({ state }) => state === 'direct');
  return (
    <div className={styles.app}>
      <div className={styles.head}>
        {outcome?.done === true ? (
          <p className={styles.name}>{app.title}</p>
        ) : (
          <>
            <Checkbox label={app.title} checked={chosen} disabled={busy} onChange={onChange} />
            <ActButton
              variant="quiet"
              aria-expanded={open}
              act={t(open ? 'hide' : 'show')}
              on={app.title}
              onClick={() => setOpen(!open)}
            />
          </>
        )}
      </div>
      <p className={styles.what}>
        {servers.length === 0 ? (
          t('noServers')
        ) : (
          <>
            {t('servers', { count: servers.length })}{' '}
            <HostileText text={servers.map(({ name }) => name).join(', ')} max={200} />
          </>
        )}
      </p>
      {outcome !== undefined && (
        <p className={styles.what} role={outcome.done ? 'status' : 'alert'}>
          <StateMark tone={outcome.done ? 'neutral' : 'hold'}>
            <HostText text={outcome.sentence} />
          </StateMark>
        </p>
      )}
      {open && outcome?.done !== true && <Preview app={app.id} />}
    </div>
  );
}

function Preview({ app }: { readonly app: string }) {
  const { t } = useTranslation('welcome');
  const { value, command } = useAnswer('app.preview', { app });
  if (value === undefined)
    return <p>{command.error === undefined ? t('looking') : <HostText text={command.error.message} />}</p>;
  return (
    <div className={styles.preview}>
      {value.refusal !== undefined && (
        <p>
          <HostText text={value.refusal} />
        </p>
      )}
      <PlanView plan={value} />
    </div>
  );
}
