import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNeedsCount } from '../features/needs-you/use-needs-count.ts';
import { usePaletteOpen } from '../features/palette/use-palette.ts';
import { useFormat, usePhase, useUi } from '../store/app-context.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icons.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './navigation.module.css';
import { screens } from './screens.ts';

/** Where one goes from here. One stop for Tab; the arrow keys, Home and End move inside. */
export function Navigation() {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const { screen: current, navigate } = useUi(({ screen, navigate }) => ({ screen, navigate }));
  const onKey = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const here = buttons.findIndex((button) => button === document.activeElement);
    const next = {
      ArrowDown: (here + 1) % buttons.length,
      ArrowUp: (here + buttons.length - 1) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      <SearchButton />
      <ul ref={list} onKeyDown={onKey} className={styles.list}>
        {screens.map(({ id, icon }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.link}
              aria-current={id === current ? 'page' : undefined}
              tabIndex={id === current ? 0 : -1}
              title={t(`nav.${id}`)}
              onClick={() => navigate(id)}
            >
              <Icon name={icon} className={styles.icon} />
              <span className={styles.label}>{t(`nav.${id}`)}</span>
              {id === 'needs-you' && <NeedsCount />}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Opens the search over everything, and says its key. */
function SearchButton() {
  const { t } = useTranslation('palette');
  const mac = usePhase(({ platform }) => platform === 'darwin');
  const [, setOpen] = usePaletteOpen();
  return (
    <button
      type="button"
      className={cx(styles.link, styles.search)}
      aria-keyshortcuts={mac ? 'Meta+K' : 'Control+K'}
      aria-haspopup="dialog"
      title={t('title')}
      onClick={() => setOpen(true)}
    >
      <Icon name="search" className={styles.icon} />
      <span className={styles.label}>{t('open')}</span>
      <kbd className={styles.key} aria-hidden="true">
        {mac ? '⌘K' : 'Ctrl K'}
      </kbd>
    </button>
  );
}

function NeedsCount() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { count, tone } = useNeedsCount();
  if (count === 0) return null;
  return (
    <>
      <span className={cx(styles.count, styles[tone])} data-tone={tone} aria-hidden="true">
        {count > 99 ? '99+' : number(count)}
      </span>
      <VisuallyHidden>{t(tone === 'alarm' ? 'nav.alarm' : 'nav.waiting', { count })}</VisuallyHidden>
    </>
  );
}
