import './styles/tokens.css';
import './styles/base.css';
import type { Bridge } from '../shared/ipc/window.ts';
import { start } from './app/start.tsx';
import { followLanguage } from './i18n/follow-language.ts';

declare global {
  interface Window {
    /** Made by the preload. */
    readonly doorward: Bridge;
  }
}

// Nothing is drawn in another language first.
void followLanguage(window.doorward).then(() => start(window.doorward));
