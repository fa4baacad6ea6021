import type { AppFolders, AppSpec } from './app-spec.ts';
import { shapes } from './entry-shapes.ts';
import { memberOf } from '../edit/plain.ts';

const GOOSE_SERVERS: ReadonlySet<unknown> = new Set(['stdio', 'sse', 'streamable_http']);
const SERVERS = [{ path: ['mcpServers'] }];
const codeUser = (at: AppFolders, flavour = 'Code'): string => at.join(at.settings, flavour, 'User');
const TERMINAL = 'Its own tools read and change files and run commands without Doorward.';
const PROJECTS = 'Servers in the settings of a project (a folder you work in) go past Doorward.';
const EXTENSIONS = 'Extensions that bring servers of their own go past Doorward.';
const ACCOUNT = (where: string): string =>
  `Connectors that you added to your account on ${where} run there and go past Doorward.`;

/**
 * The apps that Doorward knows. The bridge is the usual way everywhere: no key is in any file, and it starts Doorward
 * when it does not run.
 */
export const knownApps: readonly AppSpec[] = [
  {
    id: 'claude-desktop',
    title: 'Claude Desktop',
    format: 'json',
    files: (at) => [at.join(at.settings, 'Claude', 'claude_desktop_config.json')],
    traces: (at) => [at.join(at.settings, 'Claude')],
    holders: SERVERS,
    shape: shapes.commandOnly,
    whenRunning: 'waits',
    processes: ['Claude', 'claude-desktop'],
    namesByServer: true,
    ways: ['bridge'],
    bypasses: [ACCOUNT('claude.ai'), 'Desktop extensions (.mcpb) run inside the app and go past Doorward.'],
  },
  {
    id: 'claude-code',
    title: 'Claude Code',
    format: 'json',
    files: (at) => {
      const named = at.env['CLAUDE_CONFIG_DIR'];
      return [at.join(named !== undefined && named.startsWith(at.home) ? named : at.home, '.claude.json')];
    },
    traces: (at) => [at.join(at.home, '.claude')],
    holders: [...SERVERS, { path: ['projects', '*', 'mcpServers'] }],
    shape: shapes.typed,
    whenRunning: 'waits',
    processes: ['claude'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [
      TERMINAL,
      'Servers in a project’s .mcp.json and servers of plug-ins go past Doorward.',
      ACCOUNT('claude.ai'),
    ],
  },
  {
    id: 'cursor',
    title: 'Cursor',
    format: 'json',
    files: (at) => [at.join(at.home, '.cursor', 'mcp.json')],
    traces: (at) => [at.join(at.home, '.cursor')],
    holders: SERVERS,
    shape: shapes.url,
    whenRunning: 'follows',
    processes: ['Cursor', 'cursor'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL, PROJECTS],
  },
  vscode('vscode', 'VS Code', 'Code', ['Code', 'code']),
  vscode('vscode-insiders', 'VS Code Insiders', 'Code - Insiders', ['Code - Insiders', 'code-insiders']),
  {
    id: 'windsurf',
    title: 'Windsurf',
    format: 'json',
    files: (at) => [at.join(at.home, '.codeium', 'windsurf', 'mcp_config.json')],
    traces: (at) => [at.join(at.home, '.codeium', 'windsurf')],
    holders: SERVERS,
    shape: shapes.serverUrl,
    whenRunning: 'waits',
    processes: ['Windsurf', 'windsurf'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL],
  },
  {
    id: 'codex',
    title: 'Codex and ChatGPT desktop',
    format: 'toml',
    files: (at) => {
      const named = at.env['CODEX_HOME'];
      const folder = named !== undefined && named.startsWith(at.home) ? named : at.join(at.home, '.codex');
      return [at.join(folder, 'config.toml')];
    },
    traces: (at) => [at.join(at.home, '.codex')],
    holders: [{ path: ['mcp_servers'] }],
    shape: shapes.codex,
    whenRunning: 'waits',
    processes: ['codex', 'ChatGPT'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL, PROJECTS, ACCOUNT('chatgpt.com')],
  },
  {
    id: 'gemini-cli',
    title: 'Gemini CLI',
    format: 'jsonc',
    files: (at) => [at.join(at.home, '.gemini', 'settings.json')],
    traces: (at) => [
      at.join(at.home, '.gemini', 'google_accounts.json'),
      at.join(at.home, '.gemini', 'settings.json'),
    ],
    holders: SERVERS,
    shape: shapes.httpUrl,
    whenRunning: 'waits',
    processes: ['gemini'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL, PROJECTS, EXTENSIONS],
  },
  {
    id: 'zed',
    title: 'Zed',
    format: 'jsonc',
    files: (at) =>
      at.platform === 'win32'
        ? [at.join(at.settings, 'Zed', 'settings.json')]
        : [at.join(at.config, 'zed', 'settings.json'), at.join(at.settings, 'Zed', 'settings.json')],
    traces: (at) => [at.join(at.settings, 'Zed'), at.join(at.config, 'zed')],
    holders: [{ path: ['context_servers'] }],
    shape: shapes.zed,
    // A server of an extension has no command of its own here.
    isBuiltIn: (entry) => memberOf(entry, 'source') === 'extension',
    whenRunning: 'follows',
    processes: ['Zed', 'zed', 'zed-editor'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [
      TERMINAL,
      PROJECTS,
      EXTENSIONS,
      'Other agents that run in it (ACP) have settings of their own.',
    ],
  },
  {
    id: 'cline',
    title: 'Cline',
    format: 'json',
    files: (at) => [
      at.join(codeUser(at), 'globalStorage', 'saoudrizwan.claude-dev', 'settings', 'cline_mcp_settings.json'),
    ],
    traces: (at) => [at.join(codeUser(at), 'globalStorage', 'saoudrizwan.claude-dev')],
    holders: SERVERS,
    shape: shapes.cline,
    whenRunning: 'follows',
    processes: ['Code', 'code'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL],
  },
  {
    id: 'cline-cli',
    title: 'Cline CLI',
    format: 'json',
    files: (at) => [at.join(at.home, '.cline', 'data', 'settings', 'cline_mcp_settings.json')],
    traces: (at) => [at.join(at.home, '.cline')],
    holders: SERVERS,
    shape: shapes.cline,
    whenRunning: 'waits',
    processes: ['cline'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL],
  },
  {
    id: 'roo-code',
    title: 'Roo Code',
    format: 'json',
    files: (at) => [
      at.join(codeUser(at), 'globalStorage', 'rooveterinaryinc.roo-cline', 'settings', 'mcp_settings.json'),
    ],
    traces: (at) => [at.join(codeUser(at), 'globalStorage', 'rooveterinaryinc.roo-cline')],
    holders: SERVERS,
    shape: shapes.roo,
    whenRunning: 'follows',
    processes: ['Code', 'code'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL, PROJECTS],
  },
  {
    id: 'goose',
    title: 'Goose',
    format: 'yaml',
    files: (at) => [
      at.platform === 'win32'
        ? at.join(at.settings, 'Block', 'goose', 'config', 'config.yaml')
        : at.join(at.config, 'goose', 'config.yaml'),
    ],
    traces: (at) => [
      at.platform === 'win32' ? at.join(at.settings, 'Block', 'goose') : at.join(at.config, 'goose'),
    ],
    holders: [{ path: ['extensions'] }],
    shape: shapes.goose,
    isBuiltIn: (entry) => !GOOSE_SERVERS.has(memberOf(entry, 'type')),
    whenRunning: 'waits',
    processes: ['goose', 'goosed', 'Goose'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: ['Its built-in extensions, such as Developer, work without Doorward.'],
  },
  {
    id: 'lm-studio',
    title: 'LM Studio',
    format: 'json',
    files: (at) => [at.join(at.home, '.lmstudio', 'mcp.json')],
    traces: (at) => [at.join(at.home, '.lmstudio')],
    holders: SERVERS,
    shape: shapes.url,
    whenRunning: 'follows',
    processes: ['LM Studio', 'lm-studio'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: ['Its plug-ins go past Doorward.'],
  },
  {
    id: 'junie',
    title: 'Junie (JetBrains)',
    format: 'json',
    files: (at) => [at.join(at.home, '.junie', 'mcp', 'mcp.json')],
    traces: (at) => [at.join(at.home, '.junie')],
    holders: SERVERS,
    shape: shapes.commandOnly,
    whenRunning: 'follows',
    processes: [],
    namesByServer: true,
    ways: ['bridge'],
    bypasses: [TERMINAL, PROJECTS, 'AI Assistant has settings of its own: Tools > AI Assistant > MCP.'],
  },
  {
    id: 'continue',
    title: 'Continue',
    format: 'yaml',
    files: (at) => [at.join(at.home, '.continue', 'config.yaml')],
    traces: (at) => [at.join(at.home, '.continue')],
    holders: [{ path: ['mcpServers'], list: true }],
    shape: shapes.continue,
    whenRunning: 'follows',
    processes: ['cn'],
    namesByServer: false,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL, PROJECTS],
  },
  {
    id: 'copilot-cli',
    title: 'GitHub Copilot CLI',
    format: 'json',
    files: (at) => [at.join(at.home, '.copilot', 'mcp-config.json')],
    traces: (at) => [at.join(at.home, '.copilot')],
    holders: SERVERS,
    shape: shapes.copilot,
    whenRunning: 'waits',
    processes: ['copilot'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL, 'Its built-in GitHub server goes past Doorward.'],
  },
  {
    id: 'opencode',
    title: 'OpenCode',
    format: 'jsonc',
    files: (at) => ['opencode.jsonc', 'opencode.json'].map((file) => at.join(at.config, 'opencode', file)),
    traces: (at) => [at.join(at.config, 'opencode')],
    holders: [{ path: ['mcp'] }],
    shape: shapes.opencode,
    whenRunning: 'waits',
    processes: ['opencode', 'OpenCode'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL, PROJECTS],
  },
  {
    id: 'kiro',
    title: 'Kiro',
    format: 'json',
    files: (at) => [at.join(at.home, '.kiro', 'settings', 'mcp.json')],
    traces: (at) => [at.join(at.home, '.kiro')],
    holders: SERVERS,
    shape: shapes.url,
    whenRunning: 'follows',
    processes: ['Kiro', 'kiro'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL, PROJECTS],
  },
  {
    id: 'antigravity',
    title: 'Antigravity',
    format: 'json',
    files: (at) => [
      at.join(at.home, '.gemini', 'config', 'mcp_config.json'),
      at.join(at.home, '.gemini', 'antigravity', 'mcp_config.json'),
    ],
    traces: (at) => [
      at.join(at.home, '.gemini', 'config'),
      at.join(at.home, '.gemini', 'antigravity'),
      at.join(at.home, '.antigravity'),
    ],
    holders: SERVERS,
    shape: shapes.serverUrl,
    whenRunning: 'waits',
    processes: ['Antigravity', 'antigravity'],
    namesByServer: true,
    ways: ['bridge', 'http'],
    bypasses: [TERMINAL],
  },
  {
    id: 'mcp-router',
    title: 'MCP Router (export)',
    format: 'json',
    // Its servers are in a database of its own; what it exports is saved where downloads go.
    files: (at) => [at.join(at.home, 'Downloads', 'mcp-router-export.json')],
    traces: () => [],
    holders: [...SERVERS, { path: ['servers'] }],
    shape: shapes.url,
    whenRunning: 'follows',
    processes: [],
    namesByServer: false,
    ways: [],
    bypasses: ['Servers stay reachable through MCP Router until you remove them there.'],
  },
];

function vscode(id: string, title: string, flavour: string, processes: readonly string[]): AppSpec {
  return {
    id,
    title,
    format: 'jsonc',
    files: (at) => [at.join(codeUser(at, flavour), 'mcp.json')],
    traces: (at) => [codeUser(at, flavour)],
    holders: [{ path: ['servers'] }],
    shape: shapes.typed,
    whenRunning: 'follows',
    processes,
    namesByServer: true,
    // With an address it would ask for a key that nobody but Doorward has to know.
    ways: ['bridge'],
    bypasses: [TERMINAL, PROJECTS, EXTENSIONS],
  };
}

/** The app of this id. */
export const knownApp = (id: string): AppSpec | undefined => knownApps.find((one) => one.id === id);
