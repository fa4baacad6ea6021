import { homedir } from 'node:os';
import type { StatusReport } from '../../shared/ipc/shapes.ts';
import type { AppView } from '../../shared/model/ai-app.ts';
import type { ServerRecord } from '../../shared/model/server.ts';
import { ok } from '../../shared/result.ts';
import { clientCommands } from './clients/client-commands.ts';
import type { CommandContext, Handlers } from './commands.ts';
import { historyCommands } from './log/history-commands.ts';
import { hostCommands } from './host-commands.ts';
import { inspectionCommands } from './inspection/inspection-commands.ts';
import { type InspectionRoom, openInspection } from './inspection/open-inspection.ts';
import type { HostParts } from './host-parts.ts';
import { limitCommands } from './limits/limit-commands.ts';
import { logCareCommands } from './log/log-care-commands.ts';
import { logCommands } from './log/log-commands.ts';
import type { AppParts } from './apps/app-parts.ts';
import { approvalCommands } from './policy/approval-commands.ts';
import { managedCommands } from './policy/managed-commands.ts';
import { offeredThings } from './policy/offered-things.ts';
import { policyCommands } from './policy/policy-commands.ts';
import { voucherKeeper } from './policy/voucher-keeper.ts';
import { profileHome, systemSurroundings } from './profile.ts';
import { profileCommands } from './profiles/profile-commands.ts';
import { realFolder } from './profiles/real-folder.ts';
import { registryParts } from './registry/registry-parts.ts';
import { reportCommands } from './reports/report-commands.ts';
import { sendCommands } from './sending/send-commands.ts';
import { shapingCommands } from './shaping/shaping-commands.ts';
import { serverCommands } from './servers/server-commands.ts';
import { secretsOf, type ViewServer } from './servers/server-view.ts';
import { signInCommands } from './servers/sign-in-commands.ts';
import { textCommands } from './texts/text-commands.ts';
import { limitChecks, listedCommands } from './tokens/listed-commands.ts';
import { listedTo } from './tokens/listed-tools.ts';
import { tokenReport } from './tokens/token-report.ts';
import { toolCommands } from './servers/tool-commands.ts';
import { vaultCommands } from './vault/vault-commands.ts';
import { windowCommands } from './window-commands.ts';

/** What commands need beside the parts of the host. */
export interface CommandNeeds {
  readonly status: () => StatusReport;
  readonly view: ViewServer;
  /** AI apps on this machine. */
  readonly appViews: () => readonly AppView[];
  readonly onAdded: (record: ServerRecord) => void;
  /** An AI app was removed or has a new token: everything that it has open ends. */
  readonly clientGone: (id: string) => void;
  /** The commands about AI apps on this machine. */
  readonly apps: AppParts['commands'];
  /** What was chosen about inspection; opened here when it was not before. */
  readonly inspection?: InspectionRoom;
}

/** Every command of a host. */
export function allCommands(parts: HostParts, needs: CommandNeeds): Handlers {
  const { ports, profile, log, feed, managed, room, engine, settings } = parts;
  const { rows, servers, approvals, clients, operator, guard, secrets, seals, vault } = profile;
  const { admin, gateway, trust } = engine;
  const { audit } = log;
  const { now, front, paths } = ports;
  const { status, view } = needs;
  const inspection = needs.inspection ?? openInspection({ profile, managed, judge: room.judge });
  const server = serverCommands({
    servers,
    admin,
    trust,
    view,
    redact: secrets.redact,
    now,
    remember: ({ id, launch }) => secrets.know(id, secretsOf(launch)),
    onAdded: needs.onAdded,
    forbids: (record) => managed.policy.forbids(record),
    onRemoved(id) {
      inspection.book.forgetServer(id);
      parts.texts.book.forgetServer(id);
      parts.shaping.book.forgetServer(id);
    },
  });
  return {
    ...server,
    ...inspectionCommands({
      room: inspection,
      servers,
      clients,
      roles: () => room.judge.roles().map(({ id }) => id),
    }),
    ...limitCommands({
      room: parts.limits,
      servers,
      clients,
      roles: () => room.judge.roles().map(({ id }) => id),
    }),
    ...textCommands({ room: parts.texts, servers }),
    ...listedCommands({ clients, listed: (client) => engine.listed(client), apps: needs.appViews }),
    ...shapingCommands({ book: parts.shaping.book, servers, relisted: () => engine.relisted() }),
    ...needs.apps,
    ...registryParts({
      home: paths.home,
      version: ports.version,
      base: () => parts.inForce.now().registryBaseUrl,
      network: ports.registryNetwork,
      servers,
      vault,
      add: server['server.add'],
      remove: server['server.remove'],
      view,
      now,
    }),
    ...signInCommands({ servers, admin, forbids: (record) => managed.policy.forbids(record) }),
    ...toolCommands(servers, trust),
    ...profileCommands({
      room: parts.toolProfiles,
      realFolder,
      knowsRole: (role) => room.judge.roles().some(({ id }) => id === role),
      relisted: () => engine.relisted(),
    }),
    ...clientCommands({
      view: parts.toolProfiles.clientView,
      clients,
      now,
      knowsRole: (role) => room.judge.roles().some(({ id }) => id === role),
      relisted: () => engine.relisted(),
      url: () => gateway.url,
      gone: needs.clientGone,
    }),
    ...hostCommands({
      status,
      audit,
      guard,
      operator,
      front,
      secrets,
      checks: {
        url: gateway.url,
        seals: () => seals.report,
        notices: () => [...rows.notices, ...log.happened()],
        servers,
        apps: needs.appViews,
        clients: () => clients.all(),
        listed: () =>
          limitChecks(clients.all().map((one) => listedTo(one, engine.listed(one), needs.appViews()))),
        view,
        admin,
      },
    }),
    ...logCommands(audit, secrets),
    ...logCareCommands(log),
    ...sendCommands(parts.sending),
    ...historyCommands({ audit, secrets, now }),
    ...reportCommands({
      audit,
      secrets,
      now,
      servers: () => servers.all().map(({ id }) => id),
      history: (id) => trust.history(id),
      tokens: (span) => tokenReport(parts.tokens.book, span, (id) => clients.find(id)?.name),
    }),
    ...approvalCommands({ desk: room.desk, edit: (id, json) => room.questions.edit(id, json) }),
    ...policyCommands({
      room,
      managed: managed.policy,
      clients,
      servers,
      known: approvals,
      audit,
      secrets,
      status,
      now,
    }),
    ...vaultCommands(vault, profile.replaceKey),
    ...managedCommands({
      managed,
      book: room.book,
      inspection: inspection.book,
      servers,
      approvals,
      offered: (id) => offeredThings(engine.catalog, id),
      now,
    }),
    ...windowCommands({
      feed,
      audit,
      secrets,
      servers,
      clients,
      admin,
      view,
      settings: ports.settings,
      settingsFile: paths.settings,
      running: settings,
      inForce: (own) => managed.settings(own),
      locked: () => managed.locked(),
      url: () => gateway.url,
      platform: process.platform,
      launcher: ports.launcher,
      // An app starts the bridge with an environment of its own, so an unusual place is named.
      home: bridgeHome(paths.home),
    }),
  };
}

/** An organisation acts through the same commands as a person, and answers for what it does. */
const MANAGED: CommandContext = {
  who: 'managed',
  onProgress: () => undefined,
  mayLoosen: () => Promise.resolve(ok(undefined)),
};

/** Puts the vouchers of an organisation into effect. */
export function hostVouchers(
  { profile, managed, engine }: HostParts,
  handlers: Handlers,
): ReturnType<typeof voucherKeeper> {
  const { servers, approvals, logger } = profile;
  const { admin, trust } = engine;
  return voucherKeeper({
    current: () => managed.current(),
    server: (id) => servers.get(id),
    servers: () => servers.all(),
    approvals,
    offered: (id) => offeredThings(engine.catalog, id),
    add: (id, launch) => handlers['server.add']({ id, launch, sharing: 'client' }, MANAGED),
    inspect: (id) => handlers['server.inspect']({ id, withSecrets: true }, MANAGED),
    approve: (id, items) => handlers['server.approve']({ id, items: [...items] }, MANAGED),
    accept: (record, items) => trust.accept(record, items, 'managed'),
    async distrust(id, note) {
      servers.distrust(id, note);
      admin.changed(id);
      await admin.stop(id);
    },
    logger,
  });
}

/** The folder of a profile as the bridge has to be told it; undefined where it finds it by itself. */
export const bridgeHome = (home: string): string | undefined => (home === usualHome() ? undefined : home);

/** Where the profile is when nobody says otherwise. */
function usualHome(): string {
  const around = systemSurroundings(homedir());
  return profileHome(undefined, { ...around, env: { ...around.env, DOORWARD_HOME: undefined } });
}
