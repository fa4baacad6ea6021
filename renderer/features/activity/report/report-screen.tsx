import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sectionsOf } from '../../../../shared/report/sections.ts';
import { Screen } from '../../../app/screen.tsx';
import { useFormat } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { popupIsOpen } from '../../../ui/open-dialog.ts';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Part } from './part.tsx';
import styles from './report.module.css';
import { askedAgain, type Period, periods, type ShownReport, useReport } from './use-report.ts';
import { useShown } from './use-shown.ts';

/** What the log says of the last days or weeks, beside as many before. */
export function ReportScreen({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('report');
  const { t: tCommon } = useTranslation('common');
  const { period, choose, report, command, again } = useReport();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || popupIsOpen()) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <Screen
      title={t('title')}
      note={report === undefined ? undefined : <Span report={report} />}
      back={{ label: t('back'), onBack: onClose }}
      toolbar={
        <>
          <Select<Period>
            label={t('period.label')}
            hideLabel
            className={styles.period}
            value={period}
            onChange={choose}
            choices={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
          />
          <Button variant="quiet" icon="refresh" busy={command.busy} onClick={again}>
            {t('again')}
          </Button>
          {report !== undefined && <SaveButtons report={report} />}
        </>
      }
    >
      <div ref={page} tabIndex={-1} className={styles.page} aria-busy={command.busy}>
        <CommandNote command={command} />
        {report === undefined ? (
          <EmptyState
            icon="activity"
            actions={
              command.busy ? undefined : (
                <Button icon="refresh" onClick={again}>
                  {tCommon('action.retry')}
                </Button>
              )
            }
          >
            {t(command.busy ? 'loading' : 'failed')}
          </EmptyState>
        ) : (
          <Parts report={report} />
        )}
      </div>
    </Screen>
  );
}

function Span({ report: { since, until } }: { readonly report: ShownReport }) {
  const { t } = useTranslation('report');
  const { date } = useFormat();
  return t('span', { since: date(since), until: date(until) });
}

function Parts({ report }: { readonly report: ShownReport }) {
  const { t } = useTranslation('report');
  const { date } = useFormat();
  const { say } = useShown();
  const sections = useMemo(() => sectionsOf(report, say), [report, say]);
  const { before, logBegins } = report;
  return (
    <>
      <p className={styles.quiet}>
        {t('comparedWith', { since: date(before.since), until: date(before.until) })}
      </p>
      {logBegins !== undefined && <p className={styles.quiet}>{t('begins', { at: date(logBegins) })}</p>}
      <p className={styles.legend}>
        <svg width="12" height="12" aria-hidden>
          <rect className={styles.now} width="12" height="12" />
        </svg>
        {t('legend.now')}
        <svg width="12" height="12" aria-hidden>
          <rect className={styles.before} x="0.5" y="0.5" width="11" height="11" />
        </svg>
        {t('legend.before')}
      </p>
      {sections.map((section) => (
        <Part key={section.id} section={section} />
      ))}
    </>
  );
}

/** The same report as a file, wherever the person wants it. */
function SaveButtons({ report }: { readonly report: ShownReport }) {
  const { t } = useTranslation('report');
  const toast = useToast();
  const make = useCommand('log.report');
  const save = useCommand('app.save');
  const run = async (format: 'html' | 'csv'): Promise<void> => {
    const made = await make.run({ ...askedAgain(report), format });
    if (made?.text === undefined) return;
    const day = new Date(report.until).toISOString().slice(0, 10);
    const saved = await save.run({ name: `doorward-report-${day}.${format}`, text: made.text });
    if (saved?.saved === true) toast({ sentence: t('save.done') });
  };
  const busy = make.busy || save.busy;
  return (
    <>
      <Button variant="quiet" busy={busy} onClick={() => void run('html')}>
        {t('save.html')}
      </Button>
      <Button variant="quiet" busy={busy} onClick={() => void run('csv')}>
        {t('save.csv')}
      </Button>
      <CommandNote command={make} />
      <CommandNote command={save} />
    </>
  );
}
