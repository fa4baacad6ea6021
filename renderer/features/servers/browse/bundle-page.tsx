import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../../app/screen.tsx';
import type { BundleView } from '../../../../shared/model/registry.ts';
import { useApp } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { useKept } from '../../../store/use-kept.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote, ProgressLine } from '../../../ui/command-note.tsx';
import { cx } from '../../../ui/cx.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import hidden from '../../../ui/visually-hidden.module.css';
import styles from './browse.module.css';
import { BundleFactsList, BundleInstall } from './bundle-view.tsx';
import { MAX_BUNDLE, sendBundle } from './send-bundle.ts';

export interface BundlePageProps {
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** A bundle from a file that the person picks or drops: what it says of itself, what it needs, and the button. */
export function BundlePage({ onClose, onAdded }: BundlePageProps) {
  const { t } = useTranslation(['browse', 'common']);
  const { bridge } = useApp();
  const picker = useRef<HTMLInputElement>(null);
  const [view, setView] = useKept<BundleView | undefined>('servers.bundle', undefined);
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [over, setOver] = useState(false);
  const read = useCommand('bundle.read');

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined || share !== undefined) return;
    setProblem(undefined);
    read.clear();
    if (file.size > MAX_BUNDLE) return setProblem(t('browse:bundle.tooLarge'));
    setShare(0);
    const sent = await sendBundle(file, bridge.commands['bundle.receive'], setShare).catch(() => undefined);
    setShare(undefined);
    if (sent?.ok !== true) return setProblem(sent?.message ?? t('common:noAnswer'));
    const found = await read.run({ upload: sent.value });
    if (found !== undefined) setView(found);
    return undefined;
  };
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget } = event;
    if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
    if (currentTarget.contains(target) && !target.matches('input, textarea')) onClose();
  };
  const busy = share !== undefined || read.busy;
  return (
    <Screen title={t('browse:bundle.title')} actions={<Button onClick={onClose}>{t('browse:back')}</Button>}>
      {/* Escape goes back, and a file may be dropped anywhere in it; the button does the same by keyboard. */}
      <div
        className={styles.page}
        onKeyDown={onKey}
        onDragOver={drag}
        onDragLeave={drag}
        onDrop={(event) => {
          drag(event);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <p>{t('browse:bundle.lead')}</p>
        <div className={cx(styles.drop, over && styles.over)}>
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
              ? read
              : { busy: false, error: { code: 'failed', message: problem }, progress: undefined }
          }
        />
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
