import { posix, win32 } from 'node:path';
import type { StdioLaunch } from '../../../shared/model/server.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { childEnvironment, type Environment, launchPath } from './child-environment.ts';
import type { PathFinder } from './login-shell-path.ts';
import { type CommandFiles, type Invocation, resolveCommand, systemFiles } from './resolve-command.ts';

/** What the search for a server's program needs. */
export interface LaunchPorts {
  readonly platform: NodeJS.Platform;
  /** The gateway's own environment, of which servers get the short list. */
  readonly env: Environment;
  readonly path: PathFinder;
  readonly files?: CommandFiles;
  /** The Node that Doorward brings. Where an npm lies beside it, both serve machines that have none of their own. */
  readonly broughtNode?: string;
}

/** A program that was found, and the environment that it gets. */
export interface Prepared {
  readonly invocation: Invocation;
  readonly env: Record<string, string>;
}

/** What is started with the Node that Doorward brings, when the machine has none. */
const OF_NODE = /^(node|npm|npx)(\.exe|\.cmd)?$/;

/**
 * Finds a server's program in the person's PATH, or in the one of its own settings, and starts nothing of the server.
 * When it is missing the login shell is asked once more: somebody may have installed it meanwhile. What belongs to Node
 * is then taken from the one that Doorward brings: the machine's own always comes first, and a server whose settings name
 * a PATH gets what is there or nothing.
 */
export async function prepareLaunch(launch: StdioLaunch, ports: LaunchPorts): Promise<Result<Prepared>> {
  const own = launchPath(launch.env, ports.platform);
  const files = ports.files ?? systemFiles(ports.platform);
  const attempt = async (further?: string): Promise<Result<Prepared>> => {
    const found = own ?? (await ports.path.pathFor());
    const path = further === undefined ? found : withFolder(found, further, ports.platform);
    const invocation = await resolveCommand(launch.command, launch.args, {
      platform: ports.platform,
      path,
      pathExt: ports.env['PATHEXT'],
      systemRoot: ports.env['SystemRoot'] ?? ports.env['SYSTEMROOT'],
      cwd: launch.cwd,
      files,
    });
    if (!invocation.ok) return invocation;
    const env = childEnvironment(ports.env, launch.env, path, ports.platform);
    return ok({ invocation: invocation.value, env });
  };
  const first = await attempt();
  if (first.ok || first.code !== 'not-found' || own !== undefined) return first;
  const second = (await ports.path.refresh()) ? await attempt() : first;
  if (second.ok || second.code !== 'not-found' || !OF_NODE.test(launch.command)) return second;
  const brought = await broughtFolder(ports, files);
  return brought === undefined ? second : attempt(brought);
}

/** The folder of Doorward's Node, when an npm lies there too. */
async function broughtFolder(ports: LaunchPorts, files: CommandFiles): Promise<string | undefined> {
  if (ports.broughtNode === undefined) return undefined;
  const flavour = ports.platform === 'win32' ? win32 : posix;
  const folder = flavour.dirname(ports.broughtNode);
  const npx = flavour.join(folder, ports.platform === 'win32' ? 'npx.cmd' : 'npx');
  return (await files.kind(npx)) === 'runnable' ? folder : undefined;
}

/** At the end, so that it replaces nothing; what npm starts finds its Node there too. */
function withFolder(path: string, folder: string, platform: NodeJS.Platform): string {
  const { delimiter } = platform === 'win32' ? win32 : posix;
  return path === '' ? folder : `${path}${delimiter}${folder}`;
}
