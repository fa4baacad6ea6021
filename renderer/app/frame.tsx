import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useUi } from '../store/app-context.tsx';
import { Banners } from './banners.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './frame.module.css';
import { LiveRegion } from './live-region.tsx';
import { Navigation } from './navigation.tsx';
import { screens, welcome as welcomeScreen } from './screens.ts';
import { PaletteDoor } from '../features/palette/palette-door.tsx';
import { useWelcome } from '../features/welcome/use-welcome.ts';
import { dialogIsOpen } from '../ui/open-dialog.ts';

/** Ctrl+1 … 6, and ⌘ on a Mac. */
function useScreenKeys(onScreen: () => void): void {
  const navigate = useUi((ui) => ui.navigate);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const screen = screens[Number(event.key) - 1];
      // A dialog is in the way of everything else; a screen may not change behind it.
      if (screen === undefined || dialogIsOpen()) return;
      event.preventDefault();
      navigate(screen.id);
      onScreen();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, onScreen]);
}

/** The window while a host runs: navigation, banners, and one screen. */
export function Frame() {
  const { t } = useTranslation();
  const screen = useUi((ui) => ui.screen);
  const main = useRef<HTMLElement>(null);
  const toMain = useRef(() => main.current?.focus()).current;
  useScreenKeys(toMain);
  const welcome = useWelcome();
  const View = screens.find(({ id }) => id === screen)?.view;
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={toMain}>
        {t('skip')}
      </button>
      <Navigation />
      <div className={styles.side}>
        <Banners />
        <main ref={main} tabIndex={-1} className={styles.main} aria-label={t(`nav.${screen}`)}>
          <ErrorBoundary key={welcome.shown ? 'welcome' : screen}>
            {welcome.shown ? <welcomeScreen.View welcome={welcome} /> : View !== undefined && <View />}
          </ErrorBoundary>
        </main>
      </div>
      <LiveRegion />
      <PaletteDoor />
    </div>
  );
}
