import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../shared/result.ts';
import { installPeers } from '../peers/install.ts';
import { createMcpHub, createMcpProxy, createSupergateway, type PeerSetting } from '../peers/systems.ts';
import { createBare } from './bare.ts';
import { createDirect } from './direct.ts';
import { createDoorward, setUpDoorward } from './doorward.ts';
import type { DoorwardHost } from './doorward-host.ts';
import type { System } from './system.ts';

interface Wanted {
  readonly names: ReadonlySet<string>;
  readonly upstreamPort: number;
  /** Folder for profiles and settings; the benchmark removes it. */
  readonly folder: string;
  /** What could not be started is added here, one sentence each. */
  readonly problems: string[];
}

/** The wanted peers; all of them refuse with the reason when they could not be installed. */
function peerSystems(setting: PeerSetting, names: ReadonlySet<string>): readonly System[] {
  const peers = [
    createMcpHub(setting),
    createSupergateway(setting, 'streamable'),
    createSupergateway(setting, 'sse'),
    createMcpProxy(setting),
  ].filter(({ name }) => names.has(name));
  const installed = peers.length === 0 ? ok(true as const) : installPeers();
  return installed.ok ? peers : peers.map((peer) => ({ ...peer, target: async () => installed }));
}

/** Every wanted system, in the order in which they are shown, and the host when Doorward is one of them. */
export async function startSystems({ names, upstreamPort, folder, problems }: Wanted): Promise<{
  readonly systems: readonly System[];
  readonly doorward: DoorwardHost | undefined;
}> {
  const setting = { upstreamPort, folder };
  const peers = peerSystems(setting, names);
  const basic = [createDirect(upstreamPort), createBare(upstreamPort)].filter(({ name }) => names.has(name));
  if (!names.has('doorward') && !names.has('doorward-all')) {
    return { systems: [...basic, ...peers], doorward: undefined };
  }
  try {
    const home = join(folder, 'home');
    mkdirSync(home, { mode: 0o700 });
    const setup = await setUpDoorward(home, upstreamPort);
    const ours = createDoorward(setup).filter(({ name }) => names.has(name));
    return { systems: [...basic, ...ours, ...peers], doorward: setup.host };
  } catch (error) {
    problems.push(`doorward: ${error instanceof Error ? error.message : String(error)}`);
    return { systems: [...basic, ...peers], doorward: undefined };
  }
}
