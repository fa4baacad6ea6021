import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../ui/hostile-text/segments.ts';
import { Icon } from '../../ui/icons.tsx';
import { type ListCursor, useListCursor } from '../../ui/use-list-cursor.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWelcome } from '../welcome/use-welcome.ts';
import { found, suggested, type Shown } from './arrange.ts';
import type { Entry } from './entry.ts';
import styles from './palette.module.css';
import { queryOf } from './rank.ts';
import { useRecent } from './recent.ts';
import { useFoundCalls, type FoundCalls } from './use-calls.ts';
import { useCommandEntries, useScreenEntries } from './use-commands.ts';
import { useJumps } from './use-jumps.ts';
import { useSettingEntries, useThingEntries } from './use-things.ts';

const MOST_TITLE = 100;
const MOST_DETAIL = 120;
/** Longer than anything that is found by it. */
const MOST_TYPED = 200;

export interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** One search over everything that there is and that can be done, in the way of everything else while it is open. */
export function Palette({ open, onClose }: PaletteProps) {
  const { t } = useTranslation('palette');
  const { end } = useWelcome();
  const chosen = useRef<Entry>(undefined);
  const [, use] = useRecent();
  const choose = (entry: Entry): void => {
    chosen.current = entry;
    use(entry.id);
    onClose();
  };
  const after = (): void => {
    const entry = chosen.current;
    chosen.current = undefined;
    if (entry === undefined) return;
    // Whoever looks for something has seen enough of the first page.
    end();
    document.querySelector('main')?.focus();
    entry.run();
  };
  return (
    <DialogFrame
      open={open}
      onClose={onClose}
      at="top"
      label={t('title')}
      className={styles.popup}
      finalFocus={() => chosen.current === undefined}
    >
      <Search onChoose={choose} />
      <Leaving onLeft={after} />
    </DialogFrame>
  );
}

/** Tells that the palette has gone, after the focus has gone back, so that nothing takes it away from what was chosen. */
function Leaving({ onLeft }: { readonly onLeft: () => void }) {
  const left = useRef(onLeft);
  left.current = onLeft;
  useEffect(() => () => void setTimeout(() => left.current()), []);
  return null;
}

function useEntries(): readonly Entry[] {
  const jumps = useJumps();
  const commands = useCommandEntries(jumps);
  const screens = useScreenEntries();
  const things = useThingEntries(jumps);
  const settings = useSettingEntries(jumps);
  return [...commands, ...screens, ...things, ...settings];
}

function Search({ onChoose }: { readonly onChoose: (entry: Entry) => void }) {
  const { t } = useTranslation(['palette', 'common']);
  const [shown, setShown] = useState('');
  const [typed, setTyped] = useState('');
  const entries = useEntries();
  const jumps = useJumps();
  const calls = useFoundCalls(typed, jumps);
  const [recent] = useRecent();
  // Not deferred: Enter takes what is found for every letter that was typed before it.
  const query = useMemo(() => queryOf(typed), [typed]);
  const groups = query === undefined ? suggested(entries, recent) : found(entries, query, calls.entries);
  const byKey = new Map(
    groups.flatMap(({ group, items }) => items.map((entry) => [keyOf(group, entry), entry] as const)),
  );
  const cursor = useListCursor([...byKey.keys()], (key) => {
    const entry = byKey.get(key);
    if (entry !== undefined) onChoose(entry);
  });
  const find = (text: string): void => {
    setTyped(text);
    cursor.reset();
  };
  const keys = useId();
  return (
    <>
      <div className={styles.head}>
        <Icon name="search" className={styles.search} />
        <input
          {...cursor.field}
          type="text"
          className={styles.input}
          aria-label={t('palette:field')}
          aria-describedby={keys}
          placeholder={t('palette:field')}
          maxLength={MOST_TYPED}
          spellCheck={false}
          autoCorrect="off"
          autoCapitalize="none"
          value={shown}
          onChange={({ currentTarget, nativeEvent }) => {
            setShown(currentTarget.value);
            // A word that an input method is still putting together is not looked for.
            if (!('isComposing' in nativeEvent && nativeEvent.isComposing === true))
              find(currentTarget.value);
          }}
          onCompositionEnd={({ currentTarget }) => find(currentTarget.value)}
        />
        <Dialog.Close
          className={styles.close}
          render={<IconButton icon="close" label={t('common:action.close')} />}
        />
      </div>
      <div {...cursor.list} className={styles.list} aria-label={t('palette:list')}>
        {groups.map((group) => (
          <Kind key={group.group} shown={group} cursor={cursor} />
        ))}
      </div>
      <Outcome typed={typed} groups={groups} calls={calls} />
      <p id={keys} className={styles.keys}>
        {t('palette:keys')}
      </p>
    </>
  );
}

const keyOf = (group: Shown['group'], { id }: Entry): string => `${group} ${id}`;

function Kind({ shown, cursor }: { readonly shown: Shown; readonly cursor: ListCursor }) {
  const { t } = useTranslation('palette');
  const { group, items, count } = shown;
  const label = useId();
  return (
    <div role="group" aria-labelledby={label} className={styles.group}>
      <div id={label} className={styles.label}>
        {t(`group.${group}`)}
        {count > items.length && (
          <span className={styles.count}>{t('some', { shown: items.length, count })}</span>
        )}
      </div>
      {items.map((entry) => (
        <div key={entry.id} {...cursor.option(keyOf(group, entry))} className={styles.item}>
          <Icon name={entry.icon} className={styles.icon} />
          <span className={styles.title}>
            <HostileText text={entry.title} max={MOST_TITLE} />
          </span>
          {entry.detail !== undefined && (
            <span className={styles.detail}>
              <HostileText text={entry.detail} max={MOST_DETAIL} />
            </span>
          )}
          {entry.note !== undefined && <span className={styles.note}>{entry.note}</span>}
        </div>
      ))}
    </div>
  );
}

/** What came of the search, for the ear, and for the eye where nothing did. */
function Outcome(props: {
  readonly typed: string;
  readonly groups: readonly Shown[];
  readonly calls: FoundCalls;
}) {
  const { typed, groups, calls } = props;
  const { t } = useTranslation(['palette', 'history']);
  const count = groups.reduce((sum, each) => sum + each.count, 0);
  const nothing = count === 0 && !calls.looking;
  const said = count > 0 ? t('palette:said', { count }) : '';
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className={styles.status}>
      {typed.trim() !== '' && <VisuallyHidden>{said}</VisuallyHidden>}
      {calls.looking && <p className={styles.note}>{t('history:looking')}</p>}
      {calls.failed && <p className={styles.note}>{t('history:failed')}</p>}
      {nothing && (
        <div className={styles.none}>
          <p>{t('palette:none', { text: visible(typed.trim().slice(0, MOST_TITLE)) })}</p>
          <p className={styles.note}>{t('palette:noneHint')}</p>
        </div>
      )}
    </div>
  );
}
