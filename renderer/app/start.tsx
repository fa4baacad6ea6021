import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../../shared/ipc/window.ts';
import { startI18n } from '../i18n/i18n.ts';
import type { AppPorts } from '../store/app-context.tsx';
import { connect } from '../store/connection.ts';
import { nextFrame } from '../store/frame.ts';
import { refuseStrayDrops } from '../store/stray-drops.ts';
import { createStores } from '../store/stores.ts';
import { App } from './app.tsx';
import { readScreens } from './screens.ts';

/** Draws the window on a bridge and keeps it equal to the host. */
export function start(bridge: Bridge): AppPorts {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root.');
  startI18n();
  const ports: AppPorts = { bridge, stores: createStores(), now: Date.now };
  connect(ports.stores, {
    bridge,
    frame: nextFrame,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  refuseStrayDrops(document);
  createRoot(root).render(
    <StrictMode>
      <App ports={ports} />
    </StrictMode>,
  );
  // What is shown first comes first.
  requestIdleCallback(() => void readScreens(), { timeout: 2000 });
  return ports;
}
