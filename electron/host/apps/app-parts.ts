import { ok } from '../../../shared/result.ts';
import { appCommands } from './app-commands.ts';
import { systemAppMachine } from './app-machine.ts';
import type { AppRoom } from './app-asked.ts';
import { openAppRoom } from './app-room.ts';
import { formatsThere } from './app-scan.ts';
import { prepareReaders } from '../../onboarding/edit/readers.ts';
import { appStore } from './app-store.ts';
import { type AppWatch, watchApps } from './app-watch.ts';
import type { CommandContext, Handlers } from '../commands.ts';
import type { HostParts } from '../host-parts.ts';

/** What the part about AI apps needs beside the parts of the host. */
export interface AppNeeds {
  readonly add: Handlers['server.add'];
  readonly remove: Handlers['server.remove'];
  readonly clientGone: (id: string) => void;
  /** What a window shows may be other than before. */
  readonly changed: () => void;
  /** The profile's folder, where the bridge would not find it by itself. */
  readonly profile: string | undefined;
}

/** The AI apps of a running host. */
export interface AppParts {
  readonly room: AppRoom;
  readonly commands: ReturnType<typeof appCommands>;
  /** Follows the files from now on, and does what an organisation wants done. */
  start(): void;
  close(): void;
}

/** How often it is looked whether an app that something waits for has quit. */
const WAIT_MS = 2000;

/** An organisation acts in a person's place, and answers for what it does. */
const MANAGED: CommandContext = {
  who: 'managed',
  onProgress: () => undefined,
  mayLoosen: () => Promise.resolve(ok(undefined)),
};

/** Opens the AI apps of a host. Reads files; writes none before it is asked. */
export async function openAppParts(parts: HostParts, needs: AppNeeds): Promise<AppParts> {
  const { ports, profile, managed, engine } = parts;
  const { servers, vault, clients, secrets, logger } = profile;
  const machine = ports.apps ?? systemAppMachine();
  await prepareReaders(formatsThere(machine));
  const room = openAppRoom({
    machine,
    store: appStore(ports.paths.home, vault),
    servers: () => servers.all(),
    addServer: (id, launch, context) => needs.add({ id, launch, sharing: 'client' }, context),
    removeServer: (id, context) => needs.remove({ id }, context),
    vault,
    clients,
    clientGone: needs.clientGone,
    allowsClient: (name) => managed.policy.allowsClient(name),
    silent: () => managed.current()?.silentConnect ?? [],
    own: () => ({ url: engine.gateway.url, launcher: ports.launcher }),
    resolved(launch) {
      const filled = vault.resolve('', launch);
      return filled.ok ? filled.value : undefined;
    },
    profile: needs.profile,
    redact: secrets.redact,
    now: ports.now,
    changed: needs.changed,
    note: (sentence, facts) => logger.info(sentence, facts),
  });
  let watch: AppWatch | undefined;
  let cancelWait: (() => void) | undefined;
  let closed = false;

  const safely = (act: Promise<unknown>): void => {
    act.catch((error: unknown) => logger.error('Looking at AI apps failed', { error: String(error) }));
  };

  /** Looks again and again while something waits; otherwise not at all. */
  async function settle(): Promise<void> {
    if (closed || cancelWait !== undefined) return;
    const more = await room.settle(MANAGED);
    if (!more || closed || cancelWait !== undefined) return;
    cancelWait = machine.after(WAIT_MS, () => {
      cancelWait = undefined;
      safely(settle());
    });
  }

  const look = (): void => {
    room.look();
    safely(room.silently(MANAGED));
  };

  return {
    room,
    commands: appCommands(room, () => safely(settle())),
    start() {
      watch = watchApps({
        machine,
        files: () => room.files(),
        onChange() {
          try {
            look();
          } catch (error) {
            logger.error('Looking at AI apps failed', { error: String(error) });
          }
        },
      });
      managed.policy.onChange(() => safely(room.silently(MANAGED)));
      safely(room.silently(MANAGED));
      safely(settle());
    },
    close() {
      closed = true;
      watch?.close();
      cancelWait?.();
    },
  };
}
