import type { Bridge, BridgeOutput, Wire } from '../../shared/ipc/window.ts';
import type { ServerView } from '../../shared/ipc/shapes.ts';
import { languageOf } from '../../shared/model/language.ts';
import { settings } from '../../shared/model/settings.ts';
import { fakeDetail, fakeInspection } from './fake-answers.ts';
import { fakeApps } from './fake-apps.ts';
import { fakeDesktop } from './fake-desktop.ts';
import { fakeHistory } from './fake-history.ts';
import { FakeHost } from './fake-host.ts';
import { fakeInspectionCommands } from './fake-inspection.ts';
import { fakeLimits } from './fake-limits.ts';
import { fakeListed } from './fake-listed.ts';
import { fakeLogCare } from './fake-log-care.ts';
import { fakeTexts } from './fake-texts.ts';
import { fakePolicy } from './fake-policy.ts';
import { fakeProfiles } from './fake-profiles.ts';
import { fakeRegistry } from './fake-registry.ts';
import { fakeReport } from './fake-report.ts';
import { fakeSending } from './fake-sending.ts';
import { fakeShaping } from './fake-shaping.ts';
import { shownSample } from './sample-found.ts';
import { fakeVault } from './fake-vault.ts';
import { fakeTrust } from './fake-trust.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });
const no = <T>(code: string, message: string): Promise<Wire<T>> =>
  Promise.resolve({ ok: false, code, message });
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A bridge without an app behind it, for the development page and for tests of screens. */
export function createFakeBridge(calls = 500): { bridge: Bridge; host: FakeHost } {
  const host = new FakeHost(calls);
  let settingsNow = settings.parse({});
  let count = 0;

  const change = (id: string, how: (server: ServerView) => ServerView): Promise<Wire<ServerView>> => {
    const found = host.servers.find((server) => server.id === id);
    if (found === undefined) return no('unknown', `There is no server "${id}".`);
    const next = how(found);
    host.patch({ servers: host.servers.map((server) => (server === found ? next : server)) });
    return ok(next);
  };
  const client = (name: string) => host.clients.find((each) => each.name === name || each.id === name);
  const issued = (id: string, name: string): BridgeOutput<'client.add'> => ({
    id,
    name,
    role: 'default',
    token: `dw_${'x'.repeat(43)}`,
    url: host.status.url,
  });
  const settingsView = () => ({
    settings: settingsNow,
    restartNeeded: false,
    file: `${host.status.home}/settings.json`,
  });

  const trust = fakeTrust(host);
  const history = fakeHistory(host);
  const commands: Bridge['commands'] = {
    ...trust.commands,
    ...fakePolicy(host),
    ...fakeProfiles(host),
    ...fakeRegistry(host),
    ...fakeVault(),
    ...fakeApps(host),
    ...fakeDesktop(),
    ...fakeInspectionCommands(host),
    ...fakeLimits(),
    ...fakeListed(host),
    ...fakeSending(),
    ...fakeTexts(),
    ...fakeShaping(),
    ...fakeLogCare(),
    'app.snapshot': () =>
      ok({
        version: '0.1.0',
        platform: 'linux',
        phase: host.phase,
        ...(host.phase.kind === 'running' && { host: host.snapshot() }),
      }),
    'app.language': () => ok({ language: languageOf(settingsNow.language, navigator.languages) }),
    'app.save': () => ok({ saved: true }),
    'app.way': ({ way }) => {
      if (way === 'retry' || way === 'relaunch') host.setPhase({ kind: 'running' });
      return ok({});
    },
    status: () => ok(host.status),
    'client.list': () => ok(host.clients),
    'client.add': ({ name }) => {
      if (client(name) !== undefined) return no('exists', `There is already an AI app "${name}".`);
      const id = `new-${(count += 1)}`;
      host.patch({ clients: [...host.clients, { id, name, role: 'default', addedAt: Date.now() }] });
      return ok(issued(id, name));
    },
    'client.remove': ({ client: name }) => {
      const found = client(name);
      if (found === undefined) return no('unknown', `There is no AI app "${name}".`);
      host.patch({ clients: host.clients.filter((each) => each !== found) });
      return ok({ id: found.id });
    },
    'client.rotate': ({ client: name }) => {
      const found = client(name);
      return found === undefined
        ? no('unknown', `There is no AI app "${name}".`)
        : ok(issued(found.id, found.name));
    },
    'client.config': ({ app, token }) =>
      ok({
        app,
        title: {
          'claude-code': 'Claude Code',
          'claude-desktop': 'Claude Desktop',
          cursor: 'Cursor',
          vscode: 'VS Code',
          codex: 'Codex',
          other: 'Another app',
        }[app],
        place: app === 'claude-code' ? 'a terminal' : '~/.cursor/mcp.json',
        language: app === 'claude-code' ? 'sh' : 'json',
        text:
          app === 'claude-code'
            ? `claude mcp add --transport http doorward ${host.status.url} --header "Authorization: Bearer ${token ?? 'YOUR-KEY'}"`
            : JSON.stringify(
                {
                  mcpServers: {
                    doorward: {
                      url: host.status.url,
                      headers: { Authorization: `Bearer ${token ?? 'YOUR-KEY'}` },
                    },
                  },
                },
                null,
                2,
              ),
        notes: ['Start the app again afterwards.'],
      }),
    'server.list': () => ok(host.servers),
    'server.show': ({ id }) => change(id, (server) => server),
    'server.add': async ({ id, launch, sharing = 'client' }) => {
      await wait(300);
      if (host.servers.some((server) => server.id === id))
        return no('exists', `There is already a server "${id}".`);
      const added: ServerView = {
        id,
        launch,
        sharing,
        state: 'unreviewed',
        enabled: true,
        addedAt: Date.now(),
        health: { state: 'stopped' },
      };
      host.patch({ servers: [...host.servers, added] });
      return ok(added);
    },
    'server.inspect': async ({ id, withSecrets = false }, request = '') => {
      for (const sentence of [
        'Starting the server.',
        'Asking for its tools.',
        'Reading page 2 of its tools.',
      ]) {
        host.tell('progress', { request, sentence });
        await wait(700);
      }
      const wire = await change(id, (server) => ({ ...server, state: 'inspected' }));
      if (!wire.ok) return wire;
      trust.inspected(id);
      const { launch } = wire.value;
      const names = Object.keys(launch.transport === 'stdio' ? launch.env : launch.headers);
      return ok({
        ...fakeInspection,
        withheldSecrets: withSecrets ? [] : names,
        id,
        state: wire.value.state,
      });
    },
    'server.approve': ({ id, items, all }) => {
      trust.approved(id, items, all);
      return change(id, (server) => ({ ...server, state: 'approved', era: 'session', eraAt: Date.now() }));
    },
    'server.versions': ({ id }) => no('unknown', `Nothing is known of the versions of "${id}".`),
    'server.upgrade': ({ id }) => {
      const { newVersion: chosen } = host.servers.find((server) => server.id === id) ?? {};
      if (chosen === undefined) return no('unknown', 'There is no newer version.');
      return change(id, (server) => ({ ...server, newVersion: undefined, state: 'unreviewed' }));
    },
    'server.signIn': ({ id }) => ok({ id, state: 'signed-in', sentence: 'You are signed in.' }),
    'server.signOut': ({ id }) => ok({ id, state: 'none' }),
    'server.block': ({ id }) =>
      change(id, (server) => ({ ...server, state: 'blocked', health: { state: 'stopped' } })),
    'server.enable': ({ id }) => change(id, (server) => ({ ...server, enabled: true })),
    'server.disable': ({ id }) =>
      change(id, (server) => ({ ...server, enabled: false, health: { state: 'stopped' } })),
    'server.restart': ({ id }) => change(id, (server) => ({ ...server, health: { state: 'stopped' } })),
    'server.remove': ({ id }) => {
      host.patch({ servers: host.servers.filter((server) => server.id !== id) });
      return ok({ id });
    },
    'server.test': async ({ id }, request = '') => {
      host.tell('progress', { request, sentence: 'Connecting.' });
      await wait(600);
      if (id === 'tickets') return no('failed', 'tickets-mcp ended before it answered (exit code 1).');
      return ok({ id, era: 'session', transport: 'stdio', tools: 11, ms: 412 });
    },
    'server.log': ({ id }) =>
      ok({
        id,
        lines: [
          'Secure MCP Filesystem Server running on stdio',
          '\u001b[33mwarn\u001b[0m roots changed',
          'listening \u202Edeppots',
        ],
      }),
    'server.parse': ({ text }) =>
      text.includes('{')
        ? ok([
            {
              id: 'everything',
              name: 'everything',
              launch: {
                transport: 'stdio',
                command: 'npx',
                args: ['-y', '@modelcontextprotocol/server-everything'],
                env: {},
              },
              notes: [],
            },
          ])
        : no(
            'invalid',
            'This is not a configuration of servers. Paste the JSON that the server’s instructions show.',
          ),
    ...history.commands,
    'log.show': ({ call }) =>
      ok(
        fakeDetail(host.call(call))?.legs.flatMap((leg) => ({
          ...leg,
          seq: leg.seq ?? 0,
          hash: leg.hash ?? '',
        })) ?? [],
      ),
    'log.report': ({ weeks = 1, until = Date.now(), format }) =>
      ok({ ...fakeReport(weeks, until), ...(format === undefined ? {} : { text: `a report as ${format}` }) }),
    'log.export': () => ok({ text: 'time,call,leg,outcome\r\n' }),
    'log.verify': () =>
      ok({ ok: true, rows: 1284, sentence: 'The call log is complete and unchanged: 1,284 rows.' }),
    'call.detail': async ({ call }) => {
      await wait(60);
      const detail = fakeDetail(host.call(call) ?? history.call(call));
      return detail === undefined ? no('unknown', 'This call is no longer in the log.') : ok(detail);
    },
    'call.findings': ({ call }) =>
      (host.call(call) ?? history.call(call)) === undefined
        ? no('unknown', 'This call is no longer in the log.')
        : ok({ findings: [...shownSample] }),
    'settings.show': () => ok(settingsView()),
    'settings.change': (patch) => {
      settingsNow = settings.parse({ ...settingsNow, ...patch });
      return ok(settingsView());
    },
    'operator.set': () => ok({ changed: true, sentence: 'The key is set.' }),
    doctor: () => ok({ ok: true, checks: [] }),
  };
  return { bridge: { commands, on: host.on }, host };
}
