import type { AppPlan, AppServer, AppView, BehindTheBack } from '../../shared/model/ai-app.ts';
import type { Bridge } from '../../shared/ipc/window.ts';
import type { FakeHost } from './fake-host.ts';

type AppCommands = Pick<
  Bridge['commands'],
  'app.list' | 'app.preview' | 'app.import' | 'app.connect' | 'app.undo' | 'app.leave'
>;

const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });
const direct = (name: string, words: string): AppServer => ({ key: name, name, words, state: 'direct' });

/** AI apps as they are found on a computer on which nothing is set up. */
export const sampleApps: readonly AppView[] = [
  {
    id: 'claude-desktop',
    title: 'Claude Desktop',
    state: 'found',
    file: '~/.config/Claude/claude_desktop_config.json',
    servers: [
      direct('filesystem', 'npx -y @modelcontextprotocol/server-filesystem /home/ada/Campaigns'),
      direct('github', 'docker run -i --rm -e GITHUB_TOKEN ghcr.io/github/github-mcp-server'),
    ],
    bypasses: ['Connectors that you added to your account on claude.ai run there and go past Doorward.'],
    canConnect: true,
    canUndo: false,
    modes: ['each', 'one'],
    ways: ['bridge'],
  },
  {
    id: 'cursor',
    title: 'Cursor',
    state: 'found',
    file: '~/.cursor/mcp.json',
    servers: [direct('filesystem', 'npx -y @modelcontextprotocol/server-filesystem /home/ada/Campaigns')],
    bypasses: ['Its own tools read and change files and run commands without Doorward.'],
    canConnect: true,
    canUndo: false,
    modes: ['each', 'one'],
    ways: ['bridge', 'http'],
  },
  {
    id: 'vscode',
    title: 'VS Code',
    state: 'found',
    file: '~/.config/Code/User/mcp.json',
    servers: [],
    bypasses: ['Extensions that bring servers of their own go past Doorward.'],
    canConnect: true,
    canUndo: false,
    modes: ['one'],
    ways: ['bridge', 'http'],
  },
];

/** A server that appeared in an app without Doorward. */
export const sampleBehindTheBack = (): BehindTheBack[] => [
  {
    app: 'cursor',
    title: 'Cursor',
    key: 'helper',
    name: 'helper',
    words: 'npx -y helper-mcp@latest --token [hidden]',
    at: Date.now() - 40_000,
  },
];

const DIFF = `--- claude_desktop_config.json
+++ claude_desktop_config.json
@@ -1,8 +1,8 @@
 {
   "mcpServers": {
     "filesystem": {
-      "command": "npx",
-      "args": ["-y", "@modelcontextprotocol/server-filesystem", "/home/ada/Campaigns"]
+      "command": "doorward",
+      "args": ["connect", "--client", "Claude Desktop", "--server", "filesystem"]
     }
   }
 }
`;

function planFor(app: AppView, mode: AppPlan['mode']): AppPlan {
  return {
    app: app.id,
    title: app.title,
    seen: 'a'.repeat(64),
    file: app.file ?? '',
    bringsIn: app.servers.map(({ key, name, words }) => ({
      key,
      name,
      words,
      id: name,
      already: false,
      secrets: name === 'github' ? [{ place: 'env GITHUB_TOKEN', name: 'github-token' }] : [],
      notes: [],
    })),
    leaves: [],
    mode,
    way: app.ways[0] ?? 'bridge',
    modes: app.modes,
    ways: app.ways,
    entries: app.servers.map(({ name }) => ({ name, change: 'replaced' as const })),
    diff: DIFF,
    notes: [],
  };
}

/** Connects and undoes in memory. */
export function fakeApps(host: FakeHost): AppCommands {
  const appOf = (id: string): AppView => {
    const found = host.apps.find((app) => app.id === id);
    if (found === undefined) throw new Error(`no such app: ${id}`);
    return found;
  };
  const put = (app: AppView): AppView => {
    host.patch({ apps: host.apps.map((one) => (one.id === app.id ? app : one)) });
    return app;
  };
  return {
    'app.list': () => ok({ apps: [...host.apps], behindTheBack: [...host.behindTheBack] }),
    'app.preview': ({ app, mode }) => ok(planFor(appOf(app), mode ?? appOf(app).modes[0] ?? 'one')),
    'app.import': ({ app }) => ok({ app, broughtIn: planFor(appOf(app), 'each').bringsIn, left: [] }),
    'app.connect': ({ app, mode }) => {
      const before = appOf(app);
      const plan = planFor(before, mode ?? before.modes[0] ?? 'one');
      const after = put({
        ...before,
        state: 'written',
        sentence: `Start ${before.title} anew: it reads its file only then.`,
        servers: before.servers.map((server) => ({ ...server, state: 'guarded' })),
        canUndo: true,
        mode: plan.mode,
        way: plan.way,
      });
      return ok({
        app: after,
        result: 'written',
        sentence: `${before.title} is connected. Start it anew.`,
        broughtIn: plan.bringsIn,
        left: [],
      });
    },
    'app.undo': ({ app }) => {
      const original = sampleApps.find(({ id }) => id === app) ?? appOf(app);
      return ok({
        app: put(original),
        result: 'restored',
        sentence: `${original.title} is as it was before.`,
      });
    },
    'app.leave': ({ app, server }) => {
      host.patch({
        behindTheBack: host.behindTheBack.filter((one) => one.app !== app || one.key !== server),
      });
      return ok(appOf(app));
    },
  };
}
