import type { Settings } from '../../shared/model/settings.ts';
import { canvas } from './main-window.ts';

interface ThemePorts {
  readonly native: {
    themeSource: 'system' | 'light' | 'dark';
    readonly shouldUseDarkColors: boolean;
    on(event: 'updated', listener: () => void): unknown;
  };
  readonly paint: (background: string) => void;
}

/** Follows the settings and the computer; the page follows by `prefers-color-scheme`. */
export function followTheme({ native, paint }: ThemePorts): (settings: Pick<Settings, 'theme'>) => void {
  native.on('updated', () => paint(canvas(native.shouldUseDarkColors)));
  return ({ theme }) => {
    if (native.themeSource !== theme) native.themeSource = theme;
  };
}
