import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useHost, useUi } from '../../../store/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Tag } from '../../../ui/state-mark.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import { Argv } from '../argv.tsx';
import { useServerWords } from '../server-words.ts';
import { ChooseList } from '../trial/choose-list.tsx';
import { LaunchReasons } from '../trial/launch-reasons.tsx';
import { PackageFacts } from '../trial/package-facts.tsx';
import { Withheld } from '../trial/withheld.tsx';
import styles from './import.module.css';
import type { Import, Imported } from './use-import.ts';

export interface ImportCardProps {
  readonly imported: Imported;
  readonly all: Import;
}

/** One new server: what would run, why that may need a second look, and what it offers once it was started. */
export function ImportCard({ imported, all }: ImportCardProps) {
  const { t } = useTranslation(['servers', 'review']);
  const heading = useId();
  const { review } = useServerWords();
  const navigate = useUi((ui) => ui.navigate);
  const { server, look, seen, starting } = imported;
  const { id } = server;
  const { tone, words } = review(server);
  const busy = all.under !== undefined;
  return (
    <article className={styles.card} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading} className={styles.name}>
          {id}
        </h2>
        <Tag tone={tone}>{words}</Tag>
        <Button
          variant="quiet"
          className={styles.page}
          aria-label={t('servers:imported.lookOf', { id })}
          onClick={() => navigate('servers', id)}
        >
          {t('servers:imported.look')}
        </Button>
      </header>
      <Reached server={server} />
      <LaunchReasons server={server} />
      {look.failure !== undefined && (
        <div role="alert" className={styles.failure}>
          <Icon name="alarm" className={styles.mark} />
          <span>
            <HostText text={look.failure} max={600} end={120} />
          </span>
        </div>
      )}
      {seen && look.report !== undefined && (
        <>
          <Withheld names={look.report.withheldSecrets} />
          {look.report.pinned !== undefined && <PackageFacts pinned={look.report.pinned} />}
        </>
      )}
      {seen && <Offered imported={imported} all={all} />}
      {!seen && (
        <div className={styles.take}>
          <Checkbox
            label={t(
              server.launch.transport === 'stdio' ? 'servers:imported.take' : 'servers:imported.takeRemote',
              { id },
            )}
            checked={starting}
            disabled={busy}
            onChange={(start) => all.setStart(server, start)}
          />
        </div>
      )}
    </article>
  );
}

/** What it offers, each to be allowed or not. */
function Offered({ imported: { server, items, chosen }, all }: ImportCardProps) {
  const { t } = useTranslation('servers');
  const waiting = useHost((host) => host.reviews.find((each) => each.server === server.id));
  if (waiting === undefined || items.length === 0)
    return <p className={styles.quiet}>{t('imported.nothing')}</p>;
  const left = items.length - chosen.length;
  return (
    <>
      {left > 0 && <p className={styles.quiet}>{t('imported.left', { count: left })}</p>}
      <ChooseList
        waiting={waiting}
        heading={t('imported.offers', { id: server.id })}
        choice={{
          isChosen: (item) => all.isChosen(server, item),
          choose: (item, on) => all.choose(server, item, on),
        }}
      />
    </>
  );
}

function Reached({ server: { launch } }: { server: ServerView }) {
  const { t } = useTranslation('servers');
  const local = launch.transport === 'stdio';
  const names = Object.keys(local ? launch.env : launch.headers);
  return (
    <div className={styles.reached}>
      {local ? (
        <Argv label={t('launch.argv')} words={[launch.command, ...launch.args]} inline />
      ) : (
        <Argv label={t('launch.address')} words={[launch.url]} inline />
      )}
      {local && launch.cwd !== undefined && (
        <p className={styles.small}>
          <Sentence
            text={t('imported.folder', slots('folder'))}
            parts={{ folder: <HostileText text={launch.cwd} className={styles.mono} /> }}
          />
        </p>
      )}
      {names.length > 0 && (
        <p className={styles.small}>
          <Sentence
            text={t('imported.values', slots('names'))}
            parts={{ names: <HostileText text={names.join(', ')} max={400} className={styles.mono} /> }}
          />
        </p>
      )}
    </div>
  );
}
