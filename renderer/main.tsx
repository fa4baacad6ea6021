import './zod-config.ts';
import './styles/tokens.css';
import './styles/base.css';
import type { Bridge } from '../shared/ipc/window.ts';
import { start } from './app/start.tsx';

declare global {
  interface Window {
    /** Made by the preload. */
    readonly doorward: Bridge;
  }
}

start(window.doorward);
