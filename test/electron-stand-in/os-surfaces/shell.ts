import { existsSync } from 'node:fs';
import { guard } from '../core/guard.ts';
import { records } from './records.ts';

/** `shell`: nothing is opened, everything is recorded. */
export const shell = guard('shell', {
  async openExternal(url: string): Promise<void> {
    if (!URL.canParse(url)) throw new Error('Invalid URL');
    records.openedExternally.push(url);
  },
  async openPath(path: string): Promise<string> {
    if (!existsSync(path)) return `Failed to open path`;
    records.openedPaths.push(path);
    return '';
  },
  showItemInFolder(path: string): void {
    records.shownInFolder.push(path);
  },
  beep(): void {},
}) satisfies Pick<typeof Electron.shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>;
