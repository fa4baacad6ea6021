type Source = 'system' | 'light' | 'dark';

/** What the person has set in the system, and what the app has asked for instead. */
export const theme = {
  source: 'system' as Source,
  system: {
    dark: false,
    highContrast: false,
    reducedTransparency: false,
    reducedMotion: false,
    inverted: false,
  },
};

const listeners = new Set<() => void>();

/** Whether pages are shown dark. */
export function isDark(): boolean {
  return theme.source === 'system' ? theme.system.dark : theme.source === 'dark';
}

/** Hears of each change. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells everybody after a change. */
export function themeChanged(): void {
  for (const listener of listeners) listener();
}

/**
 * The media features that a page is to be shown with. A feature as it comes with Chromium is left out, so that
 * what a test tool emulates itself is not overridden.
 */
export function mediaFeatures(): { name: string; value: string }[] {
  const { source, system } = theme;
  const scheme = source === 'system' ? (system.dark ? 'dark' : '') : source;
  return [
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-contrast', value: system.highContrast ? 'more' : '' },
    { name: 'prefers-reduced-transparency', value: system.reducedTransparency ? 'reduce' : '' },
    { name: 'prefers-reduced-motion', value: system.reducedMotion ? 'reduce' : '' },
  ].filter((feature) => feature.value !== '');
}
