import { guard } from '../core/guard.ts';

const switches = new Map<string, string>();
for (const argument of process.argv.slice(2)) {
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
  if (match?.[1] !== undefined) switches.set(match[1].toLowerCase(), match[2] ?? '');
}

const appended: string[] = [];

/** `app.commandLine`; what is appended before Chromium starts is passed on to it. */
export const commandLine = guard('app.commandLine', {
  appendSwitch(name: string, value = ''): void {
    switches.set(name.toLowerCase(), value);
    appended.push(value === '' ? `--${name}` : `--${name}=${value}`);
  },
  appendArgument(value: string): void {
    appended.push(value);
  },
  hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
  getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
  removeSwitch(name: string): void {
    switches.delete(name.toLowerCase());
  },
});

/** The switches that the app has added for Chromium. */
export function appendedSwitches(): readonly string[] {
  // These the stand-in sets itself, and a second one would replace its own.
  return appended.filter(
    (text) => !/^--(disable-features|user-data-dir|remote-debugging-|headless)/.test(text),
  );
}
