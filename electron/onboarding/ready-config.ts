import type { ReadyConfig } from '../../shared/ipc/window.ts';
import type { KnownApp } from '../../shared/model/ai-app.ts';

/** What a configuration is made of. */
export interface ReadyConfigPorts {
  readonly app: KnownApp;
  /** The AI app's id, which is a plain word. */
  readonly clientId: string;
  /** `http://127.0.0.1:<port>/mcp` */
  readonly url: string;
  /** Checked by the caller; without it a placeholder stands in its place. */
  readonly token: string | undefined;
  /** Program and arguments that start the bridge. */
  readonly launcher: readonly string[];
  /** The profile's folder, where the bridge would not find it by itself. */
  readonly home: string | undefined;
  readonly platform: NodeJS.Platform;
}

/** Stands for the key in a text that has none; no app takes it for one. */
export const TOKEN_PLACEHOLDER = 'dw_YOUR-KEY';

const TITLES: Readonly<Record<KnownApp, string>> = {
  'claude-code': 'Claude Code',
  'claude-desktop': 'Claude Desktop',
  cursor: 'Cursor',
  vscode: 'VS Code',
  codex: 'Codex and ChatGPT desktop',
  other: 'Another app',
};

type Made = Pick<ReadyConfig, 'place' | 'language' | 'text' | 'notes'>;

/**
 * The text that a person gives an AI app so that it reaches Doorward, and where it goes. Values are written by the
 * rules of the format that they stand in, so that a path with a quote or a backslash stays one value.
 */
export function readyConfigFor(ports: ReadyConfigPorts): ReadyConfig {
  const made = MAKERS[ports.app](ports);
  const { token } = ports;
  const holdsKey = made.text.includes(token ?? TOKEN_PLACEHOLDER) || made.notes.some(named(token));
  const notes = [
    ...made.notes,
    ...(!holdsKey
      ? []
      : token === undefined
        ? [`Put this app's key in place of ${TOKEN_PLACEHOLDER}; "New key" makes one when it is lost.`]
        : ['The key is shown this once.']),
  ];
  return { app: ports.app, title: TITLES[ports.app], ...made, notes };
}

const named = (token: string | undefined) => (note: string) => note.includes(token ?? TOKEN_PLACEHOLDER);

const bearer = ({ token }: ReadyConfigPorts): string => `Bearer ${token ?? TOKEN_PLACEHOLDER}`;

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const MERGE = 'If the file has entries already, add the one named "doorward" to them.';

const MAKERS: Readonly<Record<KnownApp, (ports: ReadyConfigPorts) => Made>> = {
  'claude-code': (ports) => ({
    place: 'a terminal',
    language: 'sh',
    text: `claude mcp add --transport http doorward ${ports.url} --header ${quoted(`Authorization: ${bearer(ports)}`)} --scope user\n`,
    notes: ['Start Claude Code anew afterwards.'],
  }),

  'claude-desktop': ({ launcher, home, clientId, platform }) => {
    const [command = '', ...before] = launcher;
    const args = [
      ...before,
      'connect',
      '--client',
      clientId,
      ...(home === undefined ? [] : ['--home', home]),
    ];
    return {
      place: placeOf(platform, 'Claude/claude_desktop_config.json'),
      language: 'json',
      text: pretty({ mcpServers: { doorward: { command, args } } }),
      notes: [
        'Claude Desktop starts a small bridge, which needs no key.',
        MERGE,
        'Quit Claude Desktop and start it again afterwards.',
      ],
    };
  },

  cursor: (ports) => ({
    place: ports.platform === 'win32' ? '%USERPROFILE%\\.cursor\\mcp.json' : '~/.cursor/mcp.json',
    language: 'json',
    text: pretty({
      mcpServers: { doorward: { url: ports.url, headers: { Authorization: bearer(ports) } } },
    }),
    notes: [MERGE],
  }),

  vscode: (ports) => ({
    place: placeOf(ports.platform, 'Code/User/mcp.json'),
    language: 'json',
    text: pretty({
      servers: {
        doorward: {
          type: 'http',
          url: ports.url,
          headers: { Authorization: 'Bearer ${input:doorward}' },
        },
      },
      inputs: [{ id: 'doorward', type: 'promptString', description: 'Doorward token', password: true }],
    }),
    notes: [
      'In VS Code the command "MCP: Open User Configuration" opens this file.',
      MERGE,
      `VS Code asks for the key once and keeps it: ${ports.token ?? TOKEN_PLACEHOLDER}`,
    ],
  }),

  codex: (ports) => ({
    place: ports.platform === 'win32' ? '%USERPROFILE%\\.codex\\config.toml' : '~/.codex/config.toml',
    language: 'toml',
    text: [
      '[mcp_servers.doorward]',
      `url = ${tomlString(ports.url)}`,
      'bearer_token_env_var = "DOORWARD_TOKEN"',
      '',
    ].join('\n'),
    notes: [
      'Add the lines at the end of the file.',
      'The app reads its key from the environment; set it in a terminal and start the app anew: ' +
        (ports.platform === 'win32'
          ? `setx DOORWARD_TOKEN ${ports.token ?? TOKEN_PLACEHOLDER}`
          : `export DOORWARD_TOKEN=${ports.token ?? TOKEN_PLACEHOLDER}`),
    ],
  }),

  other: (ports) => ({
    place: "the app's settings for MCP servers",
    language: 'sh',
    text: `${ports.url}\nAuthorization: ${bearer(ports)}\n`,
    notes: [
      'The first line is the address (Streamable HTTP), the second a header that goes with every request.',
    ],
  }),
};

/** A file in the folder where the apps of this system keep their settings, as a person would write it. */
function placeOf(platform: NodeJS.Platform, file: string): string {
  if (platform === 'win32') return `%APPDATA%\\${file.replaceAll('/', '\\')}`;
  return platform === 'darwin' ? `~/Library/Application Support/${file}` : `~/.config/${file}`;
}

/** In double quotes, which POSIX shells, PowerShell and cmd.exe all take, when nothing in it means something there. */
function quoted(text: string): string {
  if (!/^[A-Za-z0-9_:. -]*$/.test(text)) throw new Error('not a plain text');
  return `"${text}"`;
}

/** A basic string of TOML: JSON's escapes are all of its own. */
function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}
