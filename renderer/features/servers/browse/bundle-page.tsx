import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../../app/screen.tsx';
import type { BundleView } from '../../../../shared/model/registry.ts';
import { useApp, useUi } from '../../../store/app-context.tsx';
import type { ArrivedBundle } from '../../../store/stores.ts';
import { useCommand } from '../../../store/use-command.ts';
import { useKept } from '../../../store/use-kept.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote, ProgressLine } from '../../../ui/command-note.tsx';
import { cx } from '../../../ui/cx.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import hidden from '../../../ui/visually-hidden.module.css';
import styles from './browse.module.css';
import { BundleFactsList, BundleInstall } from './bundle-view.tsx';
import { useFileDrop } from './drop.ts';
import { MAX_BUNDLE, sendBundle } from './send-bundle.ts';

export interface BundlePageProps {
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/**
 * A bundle from a file that the person picks or drops, or that they opened with Doorward: what it says of itself, what it
 * needs, and the button. Nothing is added before the person presses it.
 */
export function BundlePage({ onClose, onAdded }: BundlePageProps) {
  const { t } = useTranslation(['browse', 'common']);
  const { bridge } = useApp();
  const picker = useRef<HTMLInputElement>(null);
  const [view, setView] = useKept<BundleView | undefined>('servers.bundle', undefined);
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [others, setOthers] = useState(0);
  /** What arrived last and was taken. */
  const taken = useRef<ArrivedBundle>(undefined);
  const read = useCommand('bundle.read');
  const fetched = useCommand('app.bundle');
  const { arrived, arrive, say } = useUi((ui) => ({ arrived: ui.arrived, arrive: ui.arrive, say: ui.say }));
  const busy = share !== undefined || read.busy || fetched.busy;

  const begin = (left: number): void => {
    setProblem(undefined);
    setOthers(left);
    read.clear();
    fetched.clear();
  };
  const show = (found: BundleView): void => {
    setView(found);
    say(t('browse:bundle.saidRead'));
  };
  const take = async (file: File | undefined, left = 0): Promise<void> => {
    if (file === undefined || busy) return;
    begin(left);
    const before = taken.current;
    if (file.size > MAX_BUNDLE) return setProblem(t('browse:bundle.tooLarge'));
    setShare(0);
    const sent = await sendBundle(file, bridge.commands['bundle.receive'], setShare).catch(() => undefined);
    setShare(undefined);
    if (sent?.ok !== true) return setProblem(sent?.message ?? t('common:noAnswer'));
    const found = await read.run({ upload: sent.value });
    if (found !== undefined && taken.current === before) show(found);
    return undefined;
  };
  const takeOpened = async (ticket: string): Promise<void> => {
    begin(0);
    // What was opened now takes the place of what is shown: its button must not be pressed for another.
    setView(undefined);
    const mine = taken.current;
    const opened = await fetched.run({ ticket });
    // One that was opened later counts.
    if (opened === undefined || taken.current !== mine) return;
    if (opened.kind === 'refused') return setProblem(t(`browse:bundle.refused.${opened.why}`));
    setOthers(opened.others);
    show(opened.view);
  };
  useEffect(() => {
    if (arrived === undefined || taken.current === arrived) return;
    taken.current = arrived;
    arrive(undefined);
    void ('ticket' in arrived ? takeOpened(arrived.ticket) : take(arrived.file, arrived.others));
  });
  const drop = useFileDrop(([file, ...more]) => void take(file, more.length));
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget } = event;
    if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
    if (currentTarget.contains(target) && !target.matches('input, textarea')) onClose();
  };
  return (
    <Screen title={t('browse:bundle.title')} back={{ label: t('browse:back'), onBack: onClose }}>
      {/* Escape goes back, and a file may be dropped anywhere in it; the button does the same by keyboard. */}
      <div className={styles.page} onKeyDown={onKey} {...drop.handlers}>
        <p>{t('browse:bundle.lead')}</p>
        <div className={cx(styles.drop, drop.over && styles.over)}>
          <Button icon="plus" busy={busy} onClick={() => picker.current?.click()}>
            {t(view === undefined ? 'browse:bundle.choose' : 'browse:bundle.another')}
          </Button>
          <span className={styles.quiet}>{t('browse:bundle.drop')}</span>
          <input
            ref={picker}
            type="file"
            accept=".mcpb,.dxt"
            aria-label={t('browse:bundle.file')}
            tabIndex={-1}
            className={hidden.hidden}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              // The same file can be picked again.
              event.target.value = '';
            }}
          />
        </div>
        <ProgressLine>
          {share === undefined ? undefined : t('browse:bundle.reading', { percent: Math.floor(share * 100) })}
        </ProgressLine>
        <CommandNote
          command={
            problem === undefined
              ? fetched.error === undefined
                ? read
                : fetched
              : { busy: false, error: { code: 'failed', message: problem }, progress: undefined }
          }
        />
        {others > 0 && <p className={styles.quiet}>{t('browse:bundle.leftOut', { count: others })}</p>}
        {view !== undefined && (
          <section className={styles.card} aria-labelledby="bundle-title">
            <h2 id="bundle-title" className={styles.cardTitle}>
              <HostileText text={view.facts.title ?? view.facts.name} max={160} end={40} />
            </h2>
            <BundleFactsList view={view} />
            <BundleInstall
              key={view.sha256}
              view={view}
              onAdded={(id) => {
                setView(undefined);
                onAdded(id);
              }}
            />
          </section>
        )}
      </div>
    </Screen>
  );
}
