import '../zod-config.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import { start } from '../app/start.tsx';
import { speakDevLanguage } from './dev-language.ts';
import { createFakeBridge } from './fake-bridge.ts';
import { sampleApps, sampleBehindTheBack } from './fake-apps.ts';
import { showGallery } from './gallery.tsx';
import { managedByCompany, ownRole, sampleMissed, samplePending, sampleRules } from './sample-policy.ts';
import { sampleReviews } from './sample-reviews.ts';

const { bridge, host } = createFakeBridge();
await speakDevLanguage();
const ports = start(bridge);
const { stores } = ports;

/** For the console and for tests: `dev.burst(1000, 10)`, `dev.host.setPhase(…)`, `dev.stores.ui.getState()`. */
const dev = {
  bridge,
  host,
  stores,
  /** Puts something of every kind on hold. */
  reviews: () => host.patch({ reviews: sampleReviews() }),
  /** Lets calls wait and be missed. */
  questions: () => host.patch({ pending: samplePending(), missed: sampleMissed() }),
  rules: () => host.patch({ rules: sampleRules(), roles: [...host.roles, ownRole] }),
  managed: () => host.patch({ managed: managedByCompany, status: { ...host.status, managed: 'managed' } }),
  /** AI apps of this computer, beside what is set up. */
  apps: () =>
    host.patch({
      apps: sampleApps.map((app, n) =>
        n > 0
          ? app
          : { ...app, state: 'connected', canUndo: true, mode: 'each', client: host.clients[0]?.id },
      ),
      behindTheBack: sampleBehindTheBack(),
    }),
  /** As on a computer on which nothing is set up. */
  first: () => host.patch({ apps: [...sampleApps], clients: [], servers: [] }),
  gallery: () => showGallery(ports),
  burst: (rate: number, seconds: number) => host.burst(rate, seconds),
  /** Another language in place, as `?lang=` in the address. */
  speak: (code: string) => speakDevLanguage(`?lang=${code}`),
};
declare global {
  interface Window {
    dev: typeof dev;
  }
}
window.dev = dev;
