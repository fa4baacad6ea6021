import { guard, ImitatedEmitter } from '../core/guard.ts';
import { isDark, onThemeChange, theme, themeChanged } from '../main/theme-state.ts';

const members = {
  get themeSource() {
    return theme.source;
  },
  set themeSource(value: typeof theme.source) {
    if (!['system', 'light', 'dark'].includes(value))
      throw new TypeError(`Invalid themeSource ${String(value)}`);
    if (theme.source === value) return;
    theme.source = value;
    themeChanged();
  },
  get shouldUseDarkColors() {
    return isDark();
  },
  get shouldUseHighContrastColors() {
    return theme.system.highContrast;
  },
  get shouldUseInvertedColorScheme() {
    return theme.system.inverted;
  },
  get inForcedColorsMode() {
    return false;
  },
  get prefersReducedTransparency() {
    return theme.system.reducedTransparency;
  },
  get shouldUseDarkColorsForSystemIntegratedUI() {
    return theme.system.dark;
  },
} satisfies Partial<Electron.NativeTheme>;

const emitter = new ImitatedEmitter('nativeTheme', ['updated']);
onThemeChange(() => setImmediate(() => emitter.emit('updated')));

export const nativeTheme = guard(
  'nativeTheme',
  Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members)) as typeof emitter &
    typeof members,
);
