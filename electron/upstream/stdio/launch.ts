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
}

/** A program that was found, and the environment that it gets. */
export interface Prepared {
  readonly invocation: Invocation;
  readonly env: Record<string, string>;
}

/**
 * Finds a server's program in the person's PATH, or in the one of its own settings, and starts nothing of the server.
 * When it is missing the login shell is asked once more: somebody may have installed it meanwhile.
 */
export async function prepareLaunch(launch: StdioLaunch, ports: LaunchPorts): Promise<Result<Prepared>> {
  const own = launchPath(launch.env, ports.platform);
  const attempt = async (): Promise<Result<Prepared>> => {
    const path = own ?? (await ports.path.pathFor());
    const invocation = await resolveCommand(launch.command, launch.args, {
      platform: ports.platform,
      path,
      pathExt: ports.env['PATHEXT'],
      systemRoot: ports.env['SystemRoot'] ?? ports.env['SYSTEMROOT'],
      cwd: launch.cwd,
      files: ports.files ?? systemFiles(ports.platform),
    });
    if (!invocation.ok) return invocation;
    const env = childEnvironment(ports.env, launch.env, path, ports.platform);
    return ok({ invocation: invocation.value, env });
  };
  const first = await attempt();
  if (first.ok || first.code !== 'not-found' || own !== undefined) return first;
  return (await ports.path.refresh()) ? attempt() : first;
}
