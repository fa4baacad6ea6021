import { CSPProvider } from '@base-ui/react/csp-provider';
import { ErrorBoundary } from '../app/error-boundary.tsx';
import { Direction } from '../i18n/direction.tsx';
import { AppProvider, type AppPorts } from '../store/app-context.tsx';
import { pageClock, type PageClock } from '../ui/page-clock.ts';
import { ToastArea } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { PopupProvider } from './popup-context.tsx';
import { PopupWindow } from './popup-window.tsx';
import type { Popup } from './state/popup.ts';

export interface PopupAppProps {
  readonly popup: Popup;
  readonly ports: AppPorts;
  readonly clock?: PageClock;
}

/** The whole approval window. A bug in it takes its buttons away, and the clocks refuse what waits. */
export function PopupApp({ popup, ports, clock = pageClock }: PopupAppProps) {
  return (
    <CSPProvider disableStyleElements>
      <Direction>
        <AppProvider ports={ports}>
          <PopupProvider popup={popup} clock={clock}>
            <TooltipProvider delay={500}>
              <ErrorBoundary>
                <PopupWindow />
              </ErrorBoundary>
              <ToastArea />
            </TooltipProvider>
          </PopupProvider>
        </AppProvider>
      </Direction>
    </CSPProvider>
  );
}
