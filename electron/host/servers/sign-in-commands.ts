import type { ServerRecord } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Handlers } from '../commands.ts';
import type { ServerAdmin } from '../ports.ts';
import { knownServer } from './known-server.ts';
import type { ServerRepo } from './server-repo.ts';

/** What the commands about sign-in work on. */
export interface SignInCommandPorts {
  readonly servers: Pick<ServerRepo, 'get'>;
  readonly admin: Pick<ServerAdmin, 'signIn' | 'signOut'>;
  /** Why an organisation does not let a server be used; undefined when it does. */
  readonly forbids: (record: ServerRecord) => string | undefined;
}

/** The commands about signing in to remote servers. No answer holds a token or a client's secret. */
export function signInCommands({
  servers,
  admin,
  forbids,
}: SignInCommandPorts): Pick<Handlers, 'server.signIn' | 'server.signOut'> {
  const known = (id: string): Result<ServerRecord> => knownServer(servers, id);
  return {
    async 'server.signIn'({ id, client, grant, port, privateHosts }, { onProgress }) {
      const record = known(id);
      if (!record.ok) return record;
      const forbidden = forbids(record.value);
      if (forbidden !== undefined) return fail('refused', forbidden);
      if (record.value.state === 'blocked')
        return fail('refused', `"${id}" is blocked, so nobody signs in to it.`);
      if (grant === 'client-credentials' && client === undefined)
        return fail(
          'usage',
          'Signing in without a person needs the id of a client that was registered for it.',
        );
      const done = await admin.signIn(
        id,
        {
          kind: grant === 'person' ? 'person' : 'client',
          privateHosts,
          ...(client === undefined
            ? {}
            : {
                client: {
                  clientId: client.id,
                  ...(client.secret === undefined ? {} : { clientSecret: client.secret }),
                },
              }),
          ...(port === undefined ? {} : { port }),
        },
        onProgress,
      );
      return done.ok ? ok({ id, ...done.value }) : done;
    },
    async 'server.signOut'({ id }) {
      const record = known(id);
      if (!record.ok) return record;
      const done = await admin.signOut(id);
      return done.ok ? ok({ id, ...done.value }) : done;
    },
  };
}
