import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type ReadyConfigPorts,
  readyConfigFor,
  TOKEN_PLACEHOLDER,
} from '../../../electron/onboarding/ready-config.ts';
import { readPaste } from '../../../electron/onboarding/read-paste.ts';
import { readyConfig } from '../../../shared/ipc/window.ts';
import { knownApp } from '../../../shared/model/ai-app.ts';

const TOKEN = 'dw_0123456789abcdefghijABCDEFGHIJ0123456789abc';
const ports = (over: Partial<ReadyConfigPorts> = {}): ReadyConfigPorts => ({
  app: 'cursor',
  clientId: 'my-app',
  url: 'http://127.0.0.1:7411/mcp',
  token: TOKEN,
  launcher: ['/usr/bin/node', '/opt/a "quoted" place/cli.mjs'],
  home: undefined,
  platform: 'linux',
  ...over,
});
const PLATFORMS = ['linux', 'darwin', 'win32'] as const;

describe('a ready-made configuration', () => {
  it('has what the schema says for every app on every system, with and without a key', () => {
    for (const app of knownApp.options)
      for (const platform of PLATFORMS)
        for (const token of [TOKEN, undefined]) {
          const made = readyConfig.strict().parse(readyConfigFor(ports({ app, platform, token })));
          expect(made.title).not.toBe('');
          const all = made.text + made.notes.join('\n');
          if (app === 'claude-desktop') expect(all).not.toMatch(/dw_/);
          else if (token === undefined) expect(all).toContain(TOKEN_PLACEHOLDER);
          else {
            expect(all).toContain(TOKEN);
            expect(made.notes).toContain('The key is shown this once.');
            expect(all).not.toContain(TOKEN_PLACEHOLDER);
          }
        }
  });

  it('is what the README shows', () => {
    const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8');
    const blocks = [...readme.matchAll(/```(?:json|toml)?\n([\s\S]*?)```/g)].map(([, block = '']) =>
      block.trim(),
    );
    const shape = (text: string) => JSON.parse(text.replaceAll('dw_…', TOKEN)) as unknown;
    for (const app of ['cursor', 'vscode'] as const) {
      const made = readyConfigFor(ports({ app }));
      const found = blocks
        .filter((block) => block.startsWith('{'))
        .some((block) => JSON.stringify(shape(block)) === JSON.stringify(JSON.parse(made.text)));
      expect(found, app).toBe(true);
    }
    expect(blocks).toContain(readyConfigFor(ports({ app: 'codex' })).text.trim());
    const line = readyConfigFor(ports({ app: 'claude-code' })).text.trim();
    expect(blocks.map((block) => block.replaceAll('dw_…', TOKEN))).toContain(line);
  });

  it('starts the bridge with paths that need care, on every system', () => {
    const launcher = ['C:\\Program Files\\nodejs\\node.exe', 'C:\\a "b"\\cli.mjs'];
    const made = readyConfigFor(
      ports({ app: 'claude-desktop', platform: 'win32', launcher, home: 'D:\\my profile' }),
    );
    expect(JSON.parse(made.text)).toEqual({
      mcpServers: {
        doorward: {
          command: launcher[0],
          args: [launcher[1], 'connect', '--client', 'my-app', '--home', 'D:\\my profile'],
        },
      },
    });
    expect(
      PLATFORMS.map((platform) => readyConfigFor(ports({ app: 'claude-desktop', platform })).place),
    ).toEqual([
      '~/.config/Claude/claude_desktop_config.json',
      '~/Library/Application Support/Claude/claude_desktop_config.json',
      '%APPDATA%\\Claude\\claude_desktop_config.json',
    ]);
  });

  it('is read back by our own reader of configurations', () => {
    for (const app of ['claude-code', 'claude-desktop', 'cursor', 'vscode', 'codex'] as const) {
      const found = readPaste(readyConfigFor(ports({ app })).text, () => false);
      expect(found, app).toMatchObject({ ok: true, value: [{ id: 'doorward' }] });
    }
  });
});
