import { readLinux } from './linux.ts';
import { readMacos } from './macos.ts';
import type { ManagedPorts } from './ports.ts';
import type { ManagedRead } from './read.ts';
import { readWindows } from './windows.ts';

/**
 * Reads what IT set for this computer from the one place that its system has for it (DESIGN §4). No variable of the
 * environment and no file of the user is looked at. Never rejects: what cannot be read is `malformed`.
 */
export async function readManaged(platform: NodeJS.Platform, ports: ManagedPorts): Promise<ManagedRead> {
  switch (platform) {
    case 'win32':
      return readWindows(ports.run);
    case 'darwin':
      return readMacos(ports.files, ports.user);
    default:
      return readLinux(ports.files);
  }
}
