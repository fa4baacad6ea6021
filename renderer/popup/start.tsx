import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../../shared/ipc/window.ts';
import { startI18n } from '../i18n/i18n.ts';
import type { AppPorts } from '../store/app-context.tsx';
import { createStores } from '../store/stores.ts';
import { PopupApp } from './popup-app.tsx';
import { Popup } from './state/popup.ts';

/** Draws the approval window on a bridge and keeps it equal to what waits. */
export function startPopup(bridge: Bridge): Popup {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root.');
  startI18n();
  const popup = new Popup({
    bridge,
    now: Date.now,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    focused: () => document.hasFocus(),
  });
  // The parts of the window ask for these; of the stores nothing is ever filled here.
  const ports: AppPorts = { bridge, stores: createStores(), now: Date.now };
  popup.start();
  createRoot(root).render(
    <StrictMode>
      <PopupApp popup={popup} ports={ports} />
    </StrictMode>,
  );
  return popup;
}
