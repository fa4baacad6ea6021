import { describe, expect, it } from 'vitest';
import { type LaunchPorts, prepareLaunch } from '../../../electron/upstream/stdio/launch.ts';

const launch = (command: string, env: Record<string, string> = {}) =>
  ({ command, args: ['-y', 'a-server'], env }) as Parameters<typeof prepareLaunch>[0];

/** A machine with these runnable files, and Doorward's Node at `node`. */
function machine(
  node: string,
  runnable: readonly string[],
  { platform = 'linux', path = '/usr/bin' }: { platform?: NodeJS.Platform; path?: string } = {},
): LaunchPorts {
  return {
    platform,
    env: {},
    path: { pathFor: () => Promise.resolve(path), refresh: () => Promise.resolve(false) },
    files: { kind: (file) => Promise.resolve(runnable.includes(file) ? 'runnable' : 'missing') },
    broughtNode: node,
  };
}

const own = ['/app/node/bin/node', '/app/node/bin/npx', '/app/node/bin/npm'];

describe('a server from npm', () => {
  it('runs on the Node that Doorward brings, where the machine has none', async () => {
    const found = await prepareLaunch(launch('npx'), machine('/app/node/bin/node', own));
    expect(found).toMatchObject({
      ok: true,
      value: {
        invocation: { file: '/app/node/bin/npx', args: ['-y', 'a-server'] },
        // What npx starts looks for "node" there.
        env: { PATH: '/usr/bin:/app/node/bin' },
      },
    });
  });

  it("runs on the machine's own Node wherever there is one, whose PATH stays as it is", async () => {
    const found = await prepareLaunch(launch('npx'), machine('/app/node/bin/node', [...own, '/usr/bin/npx']));
    expect(found).toMatchObject({
      ok: true,
      value: { invocation: { file: '/usr/bin/npx' }, env: { PATH: '/usr/bin' } },
    });
  });

  it('is not started with Node alone: without an npm beside it, nothing changes', async () => {
    for (const command of ['npx', 'node']) {
      const found = await prepareLaunch(launch(command), machine('/clone/bin/node', ['/clone/bin/node']));
      expect(found).toMatchObject({ ok: false, code: 'not-found' });
      if (!found.ok) expect(found.message).not.toContain('/clone');
    }
  });

  it('whose settings name a PATH gets what is there, or nothing', async () => {
    const found = await prepareLaunch(
      launch('npx', { PATH: '/elsewhere' }),
      machine('/app/node/bin/node', own),
    );
    expect(found).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('runs npm by its script on Windows, without a shell', async () => {
    const files = [
      'C:\\App\\node\\node.exe',
      'C:\\App\\node\\npx.cmd',
      'C:\\App\\node\\node_modules\\npm\\bin\\npx-cli.js',
    ];
    const found = await prepareLaunch(
      launch('npx'),
      machine('C:\\App\\node\\node.exe', files, { platform: 'win32', path: 'C:\\Windows' }),
    );
    expect(found).toMatchObject({
      ok: true,
      value: {
        invocation: {
          file: 'C:\\App\\node\\node.exe',
          args: ['C:\\App\\node\\node_modules\\npm\\bin\\npx-cli.js', '-y', 'a-server'],
          verbatim: false,
        },
        env: { PATH: 'C:\\Windows;C:\\App\\node' },
      },
    });
  });
});

it('does nothing for other programs: uv is still missing, and the sentence says where to get it', async () => {
  const files = [...own, '/app/node/bin/uvx'];
  const found = await prepareLaunch(launch('uvx'), machine('/app/node/bin/node', files));
  expect(found.ok ? '' : found.message).toContain('install it from https://docs.astral.sh/uv');
});
