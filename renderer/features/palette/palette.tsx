import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../ui/hostile-text/segments.ts';
import { Icon } from '../../ui/icons.tsx';
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
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup
            className={styles.popup}
            aria-label={t('title')}
            finalFocus={() => chosen.current === undefined}
          >
            <Search onChoose={choose} />
            <Leaving onLeft={after} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
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
  const [typed, setTyped] = useState('');
  const entries = useEntries();
  const jumps = useJumps();
  const calls = useFoundCalls(typed, jumps);
  const [recent] = useRecent();
  // Not deferred: Enter takes what is found for every letter that was typed before it.
  const query = useMemo(() => queryOf(typed), [typed]);
  const groups = query === undefined ? suggested(entries, recent) : found(entries, query, calls.entries);
  const keys = useId();
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      mode="none"
      autoHighlight="always"
      keepHighlight
      value={typed}
      itemToStringValue={(entry: Entry) => entry.title}
      onValueChange={(text, { reason }) => {
        // What is chosen is done, not written into the field.
        if (reason !== 'item-press') setTyped(text);
      }}
    >
      <div className={styles.head}>
        <Icon name="search" className={styles.search} />
        <Autocomplete.Input
          className={styles.input}
          aria-label={t('palette:field')}
          aria-describedby={keys}
          placeholder={t('palette:field')}
          maxLength={MOST_TYPED}
          spellCheck={false}
        />
        <Dialog.Close
          className={styles.close}
          render={<IconButton icon="close" label={t('common:action.close')} />}
        />
      </div>
      <Autocomplete.List className={styles.list} aria-label={t('palette:list')}>
        {(group: Shown) => <Kind key={group.group} shown={group} onChoose={onChoose} />}
      </Autocomplete.List>
      <Outcome typed={typed} groups={groups} calls={calls} />
      <p id={keys} className={styles.keys}>
        {t('palette:keys')}
      </p>
    </Autocomplete.Root>
  );
}

function Kind({ shown, onChoose }: { readonly shown: Shown; readonly onChoose: (entry: Entry) => void }) {
  const { t } = useTranslation('palette');
  const { group, items, count } = shown;
  return (
    <Autocomplete.Group items={items} className={styles.group}>
      <Autocomplete.GroupLabel className={styles.label}>
        {t(`group.${group}`)}
        {count > items.length && (
          <span className={styles.count}>{t('some', { shown: items.length, count })}</span>
        )}
      </Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(entry: Entry) => (
          <Autocomplete.Item
            key={entry.id}
            value={entry}
            className={styles.item}
            onClick={() => onChoose(entry)}
            render={(props, { highlighted }) => <div {...props} aria-selected={highlighted} />}
          >
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
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
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
    <Autocomplete.Status className={styles.status}>
      {typed.trim() !== '' && <VisuallyHidden>{said}</VisuallyHidden>}
      {calls.looking && <p className={styles.note}>{t('history:looking')}</p>}
      {calls.failed && <p className={styles.note}>{t('history:failed')}</p>}
      {nothing && (
        <div className={styles.none}>
          <p>{t('palette:none', { text: visible(typed.trim().slice(0, MOST_TITLE)) })}</p>
          <p className={styles.note}>{t('palette:noneHint')}</p>
        </div>
      )}
    </Autocomplete.Status>
  );
}
