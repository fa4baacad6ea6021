import { fail, ok, type Result } from '../../../shared/result.ts';
import { systemAppMachine } from './app-machine.ts';
import type { AppMachine } from './app-ports.ts';
import { openAppRoom } from './app-room.ts';
import { formatsThere } from './app-scan.ts';
import { prepareReaders } from '../../onboarding/edit/readers.ts';
import { appStore } from './app-store.ts';
import { openProfile, type ProfilePorts, type Undo } from '../open-profile.ts';

/** What came of putting one app's file back. */
export interface PutBack {
  readonly app: string;
  readonly title: string;
  readonly result: 'restored' | 'partly' | 'waits' | 'failed';
  readonly sentence: string;
}

/**
 * Puts every AI app's file back while no host runs. Opens the profile for as long as that takes, for the backups are
 * sealed with its vault; starts nothing. Refused when the profile cannot be opened.
 */
export async function putAppsBack(
  ports: ProfilePorts & { readonly apps?: AppMachine },
): Promise<Result<readonly PutBack[]>> {
  const undo: Undo[] = [];
  try {
    const opened = await openProfile(ports, undo);
    if (!opened.ok) return opened;
    const { vault, clients, servers, secrets } = opened.value;
    const refuse = () => Promise.resolve(fail('refused', 'Doorward does not run.'));
    const machine = ports.apps ?? systemAppMachine();
    await prepareReaders(formatsThere(machine));
    const room = openAppRoom({
      machine,
      store: appStore(ports.paths.home, vault),
      servers: () => servers.all(),
      addServer: refuse,
      removeServer: refuse,
      vault,
      clients,
      clientGone: () => undefined,
      allowsClient: () => false,
      silent: () => [],
      own: () => ({ url: 'http://127.0.0.1:0/mcp', launcher: [] }),
      resolved: () => undefined,
      profile: undefined,
      redact: secrets.redact,
      now: ports.now,
      changed: () => undefined,
      note: () => undefined,
    });
    const done: PutBack[] = [];
    for (const { id, title, canUndo } of room.views()) {
      if (!canUndo) continue;
      const back = await room.undo(id);
      done.push(
        back.ok
          ? { app: id, title, result: back.value.result, sentence: back.value.sentence }
          : { app: id, title, result: 'failed', sentence: back.message },
      );
    }
    return ok(done);
  } finally {
    for (const step of undo.toReversed()) await step();
  }
}
