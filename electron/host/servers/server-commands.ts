import type { CommandName } from '../../../shared/ipc/contract.ts';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Handlers } from '../commands.ts';
import { withVersion } from '../../catalog/identity/pin-launch.ts';
import type { Redact } from '../../log/redact.ts';
import { misplaced } from '../../vault/references.ts';
import type { ServerAdmin } from '../ports.ts';
import { knownServer } from './known-server.ts';
import { MAX_SERVERS, type ServerRepo } from './server-repo.ts';
import type { ViewServer } from './server-view.ts';
import type { TrustAdmin } from './trust-admin.ts';

type ServerCommands = Pick<
  Handlers,
  Exclude<
    Extract<CommandName, `server.${string}`>,
    'server.signIn' | 'server.signOut' | 'server.label' | 'server.shaping' | 'server.shape'
  >
>;

/** What the commands about servers work on. */
export interface ServerCommandPorts {
  readonly servers: ServerRepo;
  readonly admin: ServerAdmin;
  readonly trust: TrustAdmin;
  readonly view: ViewServer;
  /** Takes secrets out of what a server writes. */
  readonly redact: Redact;
  readonly now: () => number;
  /** Why an organisation does not let a server be used; undefined when it does. */
  readonly forbids: (record: ServerRecord) => string | undefined;
  /** A server is about to be kept: from now on its values are secret. */
  readonly remember: (record: ServerRecord) => void;
  /** A server was added; it waits for a person. */
  readonly onAdded: (record: ServerRecord) => void;
  /** A server is gone: another one of its name gets nothing of what was chosen for it. */
  readonly onRemoved: (id: string) => void;
}

/** The commands about servers. */
export function serverCommands({
  servers,
  admin,
  trust,
  view,
  redact,
  now,
  remember,
  onAdded,
  onRemoved,
  forbids,
}: ServerCommandPorts): ServerCommands {
  const known = (id: string): Result<ServerRecord> => knownServer(servers, id);
  /** One that may be started and used here. */
  const allowed = (id: string): Result<ServerRecord> => {
    const record = known(id);
    const sentence = record.ok ? forbids(record.value) : undefined;
    return sentence === undefined ? record : fail('refused', sentence);
  };
  const keep = (record: ServerRecord): ServerView => {
    servers.put(record);
    admin.changed(record.id);
    return view(record);
  };
  /** Whatever its state becomes, it is kept before the server is stopped: nothing may start it in between. */
  const keepAndStop = async (record: ServerRecord): Promise<ServerView> => {
    keep(record);
    await admin.stop(record.id);
    return view(record);
  };
  const startable = (record: ServerRecord): Result<ServerRecord> => {
    if (record.state === 'blocked')
      return fail('refused', `"${record.id}" is blocked, so it is not started.`);
    if (record.state === 'unreviewed')
      return fail('refused', `"${record.id}" is unreviewed, so it is not started. Inspect it first.`);
    return record.enabled ? ok(record) : fail('refused', `"${record.id}" is switched off. Enable it first.`);
  };

  return {
    async 'server.add'({ id, launch, sharing }) {
      if (servers.get(id))
        return fail('exists', `There is a server "${id}" already. Choose another name, or remove it first.`);
      if (servers.all().length >= MAX_SERVERS)
        return fail('full', `There are ${MAX_SERVERS} servers already. Remove one first.`);
      const wrong = misplaced(id, launch);
      if (wrong !== undefined) return fail('usage', wrong);
      const record: ServerRecord = {
        id,
        launch,
        sharing,
        state: 'unreviewed',
        enabled: true,
        addedAt: now(),
      };
      remember(record);
      const added = keep(record);
      onAdded(record);
      return ok(added);
    },
    async 'server.list'() {
      return ok(servers.all().map(view));
    },
    async 'server.show'({ id }) {
      const record = known(id);
      return record.ok ? ok(view(record.value)) : record;
    },
    async 'server.inspect'({ id, withSecrets }, { onProgress }) {
      const before = allowed(id);
      if (!before.ok) return before;
      const report = await admin.inspect(id, { onProgress, withSecrets });
      if (!report.ok) return report;
      const record = servers.get(id);
      // It may have been removed and added anew with another command while the inspection ran.
      if (record === undefined || record.addedAt !== before.value.addedAt)
        return fail('changed', `"${id}" was removed while it was being inspected. Inspect it again.`);
      if (record.launch !== before.value.launch)
        return fail('changed', `Another version of "${id}" was chosen meanwhile. Inspect it again.`);
      const state = record.state === 'unreviewed' ? 'inspected' : record.state;
      keep({ ...record, state, era: report.value.era, dual: report.value.dual, eraAt: now() });
      return ok({ ...report.value, id, state });
    },
    async 'server.approve'({ id, items, all, unpinned }, { who }) {
      const record = allowed(id);
      if (!record.ok) return record;
      const { state, eraAt } = record.value;
      const seen = eraAt !== undefined && servers.note(id) === undefined && state !== 'unreviewed';
      if (!seen)
        return fail(
          'refused',
          `"${id}" has not been inspected. Start it once and look at what it offers first.`,
        );
      const approved = await trust.approve(record.value, { items, all, unpinned, who });
      if (!approved.ok) return approved;
      // Whatever happened to it meanwhile is newer than what was read above.
      const current = servers.get(id);
      if (current === undefined || current.addedAt !== record.value.addedAt)
        return fail('changed', `"${id}" was removed meanwhile.`);
      const { launch = current.launch, ...counts } = approved.value;
      return ok({ ...keep({ ...current, launch, state: 'approved' }), ...counts });
    },
    async 'server.versions'({ id }, { onProgress }) {
      const record = id === undefined ? undefined : known(id);
      if (record?.ok === false) return record;
      onProgress('Looking for newer versions…');
      const found = await admin.versions();
      return ok(found.filter((one) => id === undefined || one.id === id));
    },
    async 'server.upgrade'({ id, to }, { who }) {
      const found = allowed(id);
      if (!found.ok) return found;
      const record = found.value;
      if (record.state !== 'approved')
        return fail('refused', `"${id}" is not approved, so it keeps its version. Approve it first.`);
      const version = admin.newVersion(record);
      if (version === undefined || record.launch.transport !== 'stdio')
        return fail('unknown', `No newer version of "${id}" is known. "doorward server versions" looks.`);
      if (to !== undefined && to !== version.to)
        return fail('changed', `The newer version of "${id}" is ${version.to} by now. Look at it once more.`);
      const launch = withVersion(record.launch, { version: version.to });
      if (!launch.ok) return launch;
      trust.upgraded(id, version, who);
      servers.put({ ...record, launch: launch.value, state: 'unreviewed' });
      servers.distrust(id, trust.history(id).at(-1)?.note ?? '');
      admin.changed(id);
      await admin.stop(id);
      return ok(view(servers.get(id) ?? record));
    },
    async 'server.block'({ id }) {
      const record = known(id);
      return record.ok ? ok(await keepAndStop({ ...record.value, state: 'blocked' })) : record;
    },
    async 'server.enable'({ id }) {
      const record = allowed(id);
      return record.ok ? ok(keep({ ...record.value, enabled: true })) : record;
    },
    async 'server.disable'({ id }) {
      const record = known(id);
      return record.ok ? ok(await keepAndStop({ ...record.value, enabled: false })) : record;
    },
    async 'server.remove'({ id }) {
      const record = known(id);
      if (!record.ok) return record;
      servers.remove(id);
      onRemoved(id);
      admin.changed(id);
      await admin.stop(id);
      return ok({ id });
    },
    async 'server.test'({ id }, { onProgress }) {
      const record = allowed(id);
      const may = record.ok ? startable(record.value) : record;
      if (!may.ok) return may;
      const report = await admin.test(id, { onProgress });
      return report.ok ? ok({ ...report.value, id }) : report;
    },
    async 'server.log'({ id, lines }) {
      const record = known(id);
      if (!record.ok) return record;
      const wroteAt = admin.wroteAt(id);
      return ok({
        id,
        lines: admin.stderr(id).slice(-lines).map(redact),
        ...(wroteAt === undefined ? {} : { wroteAt }),
      });
    },
  };
}
