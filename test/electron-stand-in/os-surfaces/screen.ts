import { guard, ImitatedEmitter } from '../core/guard.ts';

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = {
  id: 1,
  label: 'Stand-in',
  bounds: area,
  workArea: area,
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  touchSupport: 'unknown',
} as Electron.Display;

const members = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayNearestPoint: () => display,
  getDisplayMatching: () => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
} satisfies Partial<Electron.Screen>;

/** `screen`: one display of a common size. */
export const screen = guard(
  'screen',
  Object.assign(
    new ImitatedEmitter('screen', ['display-added', 'display-removed', 'display-metrics-changed']),
    members,
  ),
);
