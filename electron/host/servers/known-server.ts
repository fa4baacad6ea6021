import type { ServerRecord } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ServerRepo } from './server-repo.ts';

/** The server of this id, or a sentence that says how to see all; for commands that act on one server. */
export function knownServer(servers: Pick<ServerRepo, 'get'>, id: string): Result<ServerRecord> {
  const record = servers.get(id);
  return record === undefined
    ? fail('unknown', `There is no server "${id}". "doorward server list" shows all.`)
    : ok(record);
}
