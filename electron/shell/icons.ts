import { join } from 'node:path';

/** Icons lie beside the app's code, under names without a hash: macOS knows a template image by its name. */
export function icons(root: string, platform: NodeJS.Platform) {
  const tray = { darwin: 'trayTemplate.png', win32: 'tray.ico' }[platform as string] ?? 'tray.png';
  return {
    tray: join(root, 'build', 'tray', tray),
    /** In the corner of the button in the task bar of Windows. */
    overlay: join(root, 'build', 'tray', 'overlay.png'),
    // The bundle and the program carry their own on macOS and Windows.
    window: platform === 'linux' ? join(root, 'build', 'icons', '256x256.png') : undefined,
  };
}
