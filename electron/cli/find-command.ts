import type { Launch } from '../../shared/model/server.ts';
import { ok, type Result } from '../../shared/result.ts';
import { resolveCommand, systemFiles } from '../upstream/stdio/resolve-command.ts';
import type { World } from './command.ts';

/** Looks for a server's program where Doorward itself would find it, without starting anything. */
export function findCommand({ around }: World): (launch: Launch) => Promise<Result<unknown>> {
  return async (launch) => {
    if (launch.transport === 'http') return ok(undefined);
    return resolveCommand(launch.command, launch.args, {
      platform: around.platform,
      path: launch.env['PATH'] ?? around.env['PATH'] ?? '',
      pathExt: around.env['PATHEXT'],
      systemRoot: around.env['SystemRoot'],
      cwd: launch.cwd,
      files: systemFiles(around.platform),
    });
  };
}
