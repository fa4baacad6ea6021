import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type AskRegistry, registryClient } from '../../onboarding/registry/client.ts';
import { answerCache } from '../../onboarding/registry/cache.ts';
import { bundleCommands } from './bundle-commands.ts';
import { bundleStore } from './bundle-store.ts';
import { createUploads } from './bundle-uploads.ts';
import type { Handlers } from '../commands.ts';
import { type Ask, packageFetch } from './package-fetch.ts';
import { type AdderPorts, createAdder } from './registry-adder.ts';
import { cacheFiles } from './registry-cache-files.ts';
import { registryCommands } from './registry-commands.ts';
import { registryFetch } from './registry-fetch.ts';

/** The network of registries and bundles; in tests another one. */
export interface RegistryNetwork {
  readonly ask?: AskRegistry;
  readonly download?: Ask;
}

export interface RegistryPartsPorts extends AdderPorts {
  /** Folder of the profile. */
  readonly home: string;
  readonly version: string;
  /** Address of the registry, as it is set now. */
  readonly base: () => string;
  readonly network: RegistryNetwork | undefined;
  readonly remove: Handlers['server.remove'];
}

type RegistryHandlers = Pick<
  Handlers,
  | 'registry.search'
  | 'registry.show'
  | 'registry.install'
  | 'bundle.read'
  | 'bundle.install'
  | 'bundle.receive'
  | 'server.remove'
>;

/** A server that was removed can be brought back for a moment; what it was unpacked into stays as long. */
const UNDO_MS = 60_000;

/** Registries and bundles of a host: their commands, and `server.remove`, which now also removes unpacked bundles. */
export function registryParts(ports: RegistryPartsPorts): RegistryHandlers {
  const { home, servers, now } = ports;
  const adder = createAdder(ports);
  const registry = registryClient({
    base: ports.base,
    ask: ports.network?.ask ?? registryFetch(ports.version),
    cache: answerCache(cacheFiles(join(home, 'registry')), now),
    now,
  });
  const id = (): string => randomBytes(12).toString('hex');
  const store = bundleStore(join(home, 'bundles'), id, (folder) =>
    servers.all().some(({ launch }) => JSON.stringify(launch).includes(jsonInside(folder))),
  );
  const bundles = bundleCommands({
    store,
    uploads: createUploads(store, id),
    registry,
    adder,
    ask: ports.network?.download ?? packageFetch(),
    base: ports.base,
    platform: process.platform,
    home: homedir(),
  });
  return {
    ...registryCommands({ registry, adder, addBundle: (...given) => bundles.add(...given) }),
    ...bundles.commands,
    async 'server.remove'(input, context) {
      const removed = await ports.remove(input, context);
      if (removed.ok) setTimeout(() => void store.sweep(), UNDO_MS).unref();
      return removed;
    },
  };
}

/** As it stands inside the JSON of a launch. */
const jsonInside = (text: string): string => JSON.stringify(text).slice(1, -1);
