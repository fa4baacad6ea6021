import { homedir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import type { windowContract } from '../../shared/ipc/window.ts';
import type { CallDetail, CutText } from '../../shared/model/live.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { fail, ok } from '../../shared/result.ts';
import type { AuditLog, LoggedLeg } from '../audit/log.ts';
import type { KnownSecrets } from '../log/redact.ts';
import { readPaste } from '../onboarding/read-paste.ts';
import { readyConfigFor } from '../onboarding/ready-config.ts';
import type { ClientRepo } from './clients/client-repo.ts';
import type { Handlers } from './commands.ts';
import type { CallFeed } from './live/call-feed.ts';
import { callFindings } from './live/call-findings.ts';
import { safeRow, summaryOf } from './live/call-row.ts';
import type { ServerAdmin } from './ports.ts';
import type { ServerRepo } from './servers/server-repo.ts';
import type { ViewServer } from './servers/server-view.ts';
import type { SettingsStore } from './settings/settings.ts';
import { settingsLoosen } from './settings/settings-looser.ts';

/** What the commands of the window work on. */
export interface WindowCommandPorts {
  readonly feed: CallFeed;
  readonly audit: Pick<AuditLog, 'show'>;
  readonly secrets: KnownSecrets;
  readonly servers: ServerRepo;
  readonly clients: ClientRepo;
  readonly admin: ServerAdmin;
  readonly view: ViewServer;
  readonly settings: SettingsStore;
  /** Path of the settings' file, for people. */
  readonly settingsFile: string;
  /** The settings that this host was started with. */
  readonly running: Settings;
  /** A person's settings with those of an organisation in their place. */
  readonly inForce: (own: Settings) => Settings;
  /** Settings that an organisation has set, with the sentence that says so. */
  readonly locked: () => ReadonlyMap<string, string>;
  readonly url: () => string;
  readonly platform: NodeJS.Platform;
  /** Program and arguments that start the bridge. */
  readonly launcher: readonly string[];
  /** The profile's folder, where the bridge would not find it by itself. */
  readonly home: string | undefined;
}

const NO_TEXTS =
  'Doorward has no texts of this call any more: of the newest calls it keeps them while it runs, and the log kept their digests and sizes only.';

const OF_THE_LOG = 'These texts are as the log kept them: the beginning, and what you chose to keep of it.';

/** What the log kept of the texts of a call. */
function keptTexts(legs: readonly LoggedLeg[]): Pick<CallDetail, 'args' | 'result'> {
  const of = (text: string | undefined, bytes: number | undefined): CutText | undefined =>
    text === undefined ? undefined : { head: text, bytes: bytes ?? Buffer.byteLength(text) };
  const asked = legs.find(({ leg, text }) => leg !== 'answered' && text !== undefined);
  const said = legs.findLast(({ leg, text }) => leg === 'answered' && text !== undefined);
  const [args, result] = [of(asked?.text, asked?.argsBytes), of(said?.text, said?.resultBytes)];
  return { ...(args === undefined ? {} : { args }), ...(result === undefined ? {} : { result }) };
}

/** The commands that only the window has. */
export function windowCommands(
  ports: WindowCommandPorts,
): Omit<
  Pick<Handlers, keyof typeof windowContract>,
  'approval.touch' | 'approval.leave' | 'bundle.receive' | 'log.overview'
> {
  const { feed, audit, secrets, servers, clients, admin, settings } = ports;

  const view = (own: Settings) => {
    const current = ports.inForce(own);
    const { port, allowedOrigins, idle } = ports.running;
    const needed = !isDeepStrictEqual(
      { port, allowedOrigins, idle },
      { port: current.port, allowedOrigins: current.allowedOrigins, idle: current.idle },
    );
    return { settings: current, restartNeeded: needed, file: ports.settingsFile };
  };

  /** The legs in the log. The texts in memory are worth showing also while the log cannot be read. */
  async function logged(call: string): Promise<LoggedLeg[]> {
    try {
      return await audit.show(call);
    } catch {
      return [];
    }
  }

  return {
    async 'call.detail'({ call }) {
      const found = await logged(call);
      const held = feed.detail(call);
      const kept = found.map((leg) => safeRow(leg, secrets));
      const legs = held !== undefined && held.legs.length > kept.length ? [...held.legs] : kept;
      const row = feed.row(call) ?? summaryOf(legs);
      if (row === undefined) return fail('unknown', `There is no call "${call}".`);
      const { gone = true, ...texts } = held?.texts ?? {};
      const had = legs.some(({ argsBytes, resultBytes }) => (argsBytes ?? resultBytes) !== undefined);
      if (!gone || !had) return ok({ call: row, legs, ...texts });
      const old = keptTexts(kept);
      const textNote = Object.keys(old).length === 0 ? NO_TEXTS : OF_THE_LOG;
      return ok({ call: row, legs, ...old, ...texts, textNote });
    },

    async 'call.findings'({ call }) {
      const held = feed.held(call);
      if (held !== undefined) return ok(callFindings(held, secrets));
      const known = (await logged(call)).length > 0;
      return known ? ok({ findings: [], note: NO_TEXTS }) : fail('unknown', `There is no call "${call}".`);
    },

    async 'server.parse'({ text }) {
      return readPaste(text, (id) => servers.get(id) !== undefined, homedir());
    },

    async 'server.restart'({ id }) {
      const record = servers.get(id);
      if (record === undefined) return fail('unknown', `There is no server "${id}".`);
      await admin.stop(id);
      // Crashes so far no longer count: the person wants it to be tried again.
      admin.changed(id);
      return ok(ports.view(servers.get(id) ?? record));
    },

    async 'client.config'({ client, app, token }) {
      const record = clients.find(client);
      if (record === undefined) return fail('unknown', `There is no AI app "${client}".`);
      if (token !== undefined && !/^dw_[A-Za-z0-9_-]{16,190}$/.test(token))
        return fail('usage', 'That is not a key of Doorward.');
      const { platform, launcher, home } = ports;
      return ok(
        readyConfigFor({ app, clientId: record.id, url: ports.url(), token, launcher, home, platform }),
      );
    },

    async 'settings.show'() {
      const read = settings.read();
      return read.ok ? ok(view(read.value)) : read;
    },

    async 'settings.change'(patch, { mayLoosen }) {
      const locked = ports.locked();
      const barred = Object.keys(patch).find((name) => locked.has(name));
      if (barred !== undefined) return fail('refused', locked.get(barred) ?? '');
      const before = settings.read();
      if (!before.ok) return before;
      if (settingsLoosen(before.value, patch)) {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const changed = settings.change(patch);
      return changed.ok ? ok(view(changed.value)) : changed;
    },
  };
}
