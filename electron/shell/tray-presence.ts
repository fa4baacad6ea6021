/** `unknown`: nobody could be asked. */
export type Presence = 'present' | 'absent' | 'unknown';

/** Runs a program without a shell and answers its standard output; rejects when it fails or takes too long. */
export type RunProgram = (file: string, args: readonly string[]) => Promise<string>;

const WATCHER = 'org.kde.StatusNotifierWatcher';
const BUS = 'org.freedesktop.DBus';
const QUESTIONS: readonly (readonly [file: string, args: readonly string[]])[] = [
  [
    'gdbus',
    ['call', '--session', '--dest', BUS, '--object-path', '/', '--method', `${BUS}.NameHasOwner`, WATCHER],
  ],
  ['busctl', ['--user', 'call', BUS, '/', BUS, 'NameHasOwner', 's', WATCHER]],
];

/**
 * Whether this desktop shows tray icons. GNOME has none by itself, and Electron does not tell: a window that is hidden
 * there could only be brought back by starting the app again. Asked is who draws the icons, on the session's bus.
 */
export async function trayPresence(platform: NodeJS.Platform, run: RunProgram): Promise<Presence> {
  if (platform !== 'linux') return 'present';
  for (const [file, args] of QUESTIONS) {
    try {
      const answer = await run(file, args);
      if (/\btrue\b/.test(answer)) return 'present';
      if (/\bfalse\b/.test(answer)) return 'absent';
    } catch {
      // This program is missing, or there is no bus: the next one may know.
    }
  }
  return 'unknown';
}
