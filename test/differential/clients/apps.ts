import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { appModule } from '../paths.ts';
import { homeIn, runProgram } from './run-program.ts';
import { ECHO, expectIn, type Target, type Trial } from './target.ts';

const ANSWER_MS = 60_000;
const WRONG = 'dw_this-is-not-a-token-of-any-client-0000000000';
const platform = `${process.platform}-${process.arch}`;

/** Runs an app's check with the right token and with a wrong one, so that a check that always passes is found. */
async function bothWays(target: Target, check: (target: Target) => Promise<boolean>): Promise<string[]> {
  if (!(await check(target))) throw new Error('it does not connect');
  const stranger = { ...target, token: WRONG, home: join(target.home, 'stranger') };
  mkdirSync(stranger.home, { recursive: true });
  if (await check(stranger)) throw new Error('it says that it connects with a wrong token too');
  return ['connection check', 'wrong token refused'];
}

async function gemini({ url, token, home }: Target): Promise<boolean> {
  mkdirSync(join(home, '.gemini'), { recursive: true });
  const headers = { Authorization: `Bearer ${token}` };
  const settings = {
    mcpServers: { doorward: { httpUrl: url, headers } },
    privacy: { usageStatisticsEnabled: false },
  };
  writeFileSync(join(home, '.gemini/settings.json'), JSON.stringify(settings));
  const env = homeIn(home, { GEMINI_CLI_TRUST_WORKSPACE: 'true' });
  const program = appModule('@google/gemini-cli/bundle/gemini.js');
  const { all } = await runProgram(process.execPath, [program, 'mcp', 'list'], env, home);
  expectIn(all, 'doorward', 'gemini mcp list');
  return /doorward: .* - Connected/.test(all);
}

const claudeProgram = (): string =>
  appModule(`@anthropic-ai/claude-code-${platform}/claude${process.platform === 'win32' ? '.exe' : ''}`);

async function claude({ url, token, home }: Target): Promise<boolean> {
  const headers = { Authorization: `Bearer ${token}` };
  const config = { mcpServers: { doorward: { type: 'http', url, headers } } };
  writeFileSync(join(home, '.claude.json'), JSON.stringify(config));
  const env = homeIn(home, { DISABLE_AUTOUPDATER: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1' });
  const { all } = await runProgram(claudeProgram(), ['mcp', 'list'], env, home);
  expectIn(all, 'doorward', 'claude mcp list');
  return /doorward: .*Connected/.test(all);
}

/** `codex mcp list` only reads its settings, so its app server is asked, which connects. */
async function codex({ url, home, token }: Target): Promise<boolean> {
  mkdirSync(join(home, '.codex'), { recursive: true });
  const config = `[mcp_servers.doorward]\nurl = "${url}"\nbearer_token_env_var = "DOORWARD_TOKEN"\n`;
  writeFileSync(join(home, '.codex/config.toml'), config);
  const env = homeIn(home, { CODEX_HOME: join(home, '.codex'), DOORWARD_TOKEN: token });
  const program = appModule('@openai/codex/bin/codex.js');
  const child = spawn(process.execPath, [program, 'app-server'], {
    env,
    cwd: home,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const send = (message: unknown): void => {
    child.stdin.write(`${JSON.stringify(message)}\n`);
  };
  try {
    return await new Promise<boolean>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('its app server did not answer')), ANSWER_MS);
      child.once('error', reject);
      child.once('close', () => {
        clearTimeout(late);
        reject(new Error('its app server ended'));
      });
      createInterface({ input: child.stdout }).on('line', (line) => {
        const { id } = JSON.parse(line) as { id?: unknown };
        if (id === 1) {
          send({ method: 'initialized' });
          send({ id: 2, method: 'mcpServerStatus/list', params: {} });
        } else if (id === 2) {
          clearTimeout(late);
          resolve(line.includes(`"${ECHO}"`));
        }
      });
      send({ id: 1, method: 'initialize', params: { clientInfo: { name: 'differential', version: '1' } } });
    });
  } finally {
    child.kill();
    await closed;
  }
}

const needs = (path: () => string) => (): string | undefined =>
  existsSync(path()) ? undefined : `it has no program for ${platform}`;

/** AI apps that install from npm and check a connection without an account. */
export const appTrials: readonly Trial[] = [
  {
    client: 'Gemini CLI 0.61.0, gemini mcp list',
    run: (target) => bothWays(target, gemini),
    unavailable: needs(() => appModule('@google/gemini-cli/bundle/gemini.js')),
  },
  {
    client: 'Codex 0.169.0, codex app-server mcpServerStatus/list',
    run: (target) => bothWays(target, codex),
    unavailable: needs(() => appModule(`@openai/codex-${platform}`)),
  },
  {
    client: 'Claude Code 2.1.330, claude mcp list',
    run: (target) => bothWays(target, claude),
    unavailable: needs(claudeProgram),
  },
];
