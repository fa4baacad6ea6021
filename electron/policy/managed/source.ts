import { LINUX_FILE } from './places.ts';
import type { ManagedPorts } from './ports.ts';
import type { ManagedRead } from './read.ts';
import { readTrusted } from './trusted-file.ts';

/**
 * Reads what IT set for this computer from the one place that its system has for it (DESIGN §4). No variable of the
 * environment and no file of the user is looked at. What understands it is loaded only where there is something.
 * Never rejects for what stands there: what cannot be read is `malformed`.
 */
export async function readManaged(platform: NodeJS.Platform, ports: ManagedPorts): Promise<ManagedRead> {
  switch (platform) {
    case 'win32':
      return (await import('./windows.ts')).readWindows(ports.run);
    case 'darwin':
      return (await import('./macos.ts')).readMacos(ports.files, ports.user);
    default:
      if (readTrusted(ports.files, LINUX_FILE).kind === 'absent') return { kind: 'absent' };
      return (await import('./linux.ts')).readLinux(ports.files);
  }
}
