import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemCapture } from '../../../electron/upstream/stdio/capture.ts';
import {
  askLoginShell,
  createPathFinder,
  mergePaths,
  usualFolders,
} from '../../../electron/upstream/stdio/login-shell-path.ts';
import type { PathPorts } from '../../../electron/upstream/stdio/login-shell-path.ts';
import { systemClock, systemSpawn } from '../../../electron/upstream/stdio/ports.ts';
import type { Clock } from '../../../electron/upstream/stdio/ports.ts';
import { Bench, lives, posixOnly, until, whyPosix } from './harness.ts';

let folder: string;
let bench: Bench;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'login-shell-'));
  bench = new Bench();
});
afterEach(async () => {
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

async function shell(script: string): Promise<string> {
  const file = join(folder, 'shell');
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

function ports(more: Partial<PathPorts>): PathPorts {
  const tree = {
    spawn: systemSpawn,
    clock: systemClock,
    watchdog: bench.watchdog,
    platform: process.platform,
  };
  return {
    platform: 'linux',
    path: '/usr/bin:/bin',
    shell: undefined,
    home: folder,
    env: { HOME: folder },
    capture: systemCapture(tree),
    clock: systemClock,
    marker: 'm4rk3r',
    ...more,
  };
}

/** Waits that end at once, so that a test of a time limit does not take that time. */
const hurried: Clock = { ...systemClock, after: (ms, run) => systemClock.after(ms > 1_000 ? 300 : ms, run) };

if (posixOnly) console.info(`Skipped: these tests need ${whyPosix}.`);

describe.skipIf(posixOnly)('asking the login shell', () => {
  it('reads PATH between whatever start-up files print, and passes no secret on', async () => {
    const file = await shell(
      `echo "welcome $1"; echo "$SECRET$DOORWARD_X" > ${join(folder, 'seen')}; PATH=/brew/bin:/usr/bin; eval "$2"; echo bye`,
    );
    process.env['SECRET'] = 'secret';
    expect(await askLoginShell(ports({ shell: file }))).toBe('/brew/bin:/usr/bin');
    delete process.env['SECRET'];
    expect(await readFile(join(folder, 'seen'), 'utf8')).toBe('\n');
  });

  it.each(['/bin/bash', '/bin/dash', '/bin/zsh', '/usr/bin/fish'].filter((file) => existsSync(file)))(
    'works with %s',
    async (file) => {
      await writeFile(join(folder, '.bash_profile'), 'echo noise; export PATH="/mine/bin:$PATH"\n');
      await writeFile(join(folder, '.profile'), 'PATH="/mine/bin:$PATH"\n');
      await writeFile(join(folder, '.zprofile'), 'path=(/mine/bin $path)\n');
      await mkdir(join(folder, '.config', 'fish'), { recursive: true });
      await writeFile(join(folder, '.config', 'fish', 'config.fish'), 'set -gx PATH /mine/bin $PATH\n');
      expect((await askLoginShell(ports({ shell: file })))?.split(':')).toContain('/mine/bin');
    },
  );

  it('gives up on a shell that hangs, and leaves no process of its group', async () => {
    const file = await shell(
      `echo $$ > ${join(folder, 'pid')}; sleep 1000 & echo $! >> ${join(folder, 'pid')}; read x < /dev/tty; sleep 1000`,
    );
    const tree = { spawn: systemSpawn, clock: hurried, watchdog: bench.watchdog, platform: process.platform };
    await bench.watchdog.ready();
    expect(await askLoginShell(ports({ shell: file, capture: systemCapture(tree) }))).toBeUndefined();
    const pids = (await readFile(join(folder, 'pid'), 'utf8')).trim().split('\n').map(Number);
    expect(pids.length).toBe(2);
    await until(() => !pids.some(lives));
  });

  it('gives up on a shell that prints without end', async () => {
    const file = await shell(
      `echo $$ > ${join(folder, 'pid')}; while :; do echo "$2 noise noise noise noise"; done`,
    );
    expect(await askLoginShell(ports({ shell: file }))).toBeUndefined();
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
    await until(() => !lives(pid));
  });

  it.each([
    ['exit 1', 'nothing printed'],
    ['printf "m4rk3r /a"', 'one marker only'],
    ['printf "m4rk3rm4rk3r"', 'an empty PATH'],
  ])('makes nothing of %j (%s)', async (script) => {
    expect(await askLoginShell(ports({ shell: await shell(script) }))).toBeUndefined();
  });

  it('needs the whole path of a shell that is there', async () => {
    expect(await askLoginShell(ports({ shell: 'bash' }))).toBeUndefined();
    expect(await askLoginShell(ports({ shell: '/nowhere/bash' }))).toBeUndefined();
  });
});

describe.skipIf(posixOnly)('the PATH for servers', () => {
  it('puts deliberate entries first, then the login shell, then the system and the usual places', () => {
    expect(
      mergePaths('/usr/bin:/venv/bin:.:/bin', '/brew/bin:/usr/bin:', ['/home/p/.local/bin', '/bin']),
    ).toBe('/venv/bin:/brew/bin:/usr/bin:/bin:/home/p/.local/bin');
    expect(
      mergePaths(Array.from({ length: 900 }, (_, at) => `/f${at}`).join(':'), '', []).split(':').length,
    ).toBe(200);
  });

  it('knows the usual places of installers as far as they exist', async () => {
    const there = [
      '.local/bin',
      '.pyenv/shims',
      '.local/share/fnm/aliases/default/bin',
      '.cargo/bin',
      '.nvm/alias',
    ];
    const versions = ['v8.17.0', 'v20.9.0', 'v20.10.1', 'v22.1.0'].map(
      (name) => `.nvm/versions/node/${name}/bin`,
    );
    for (const name of [...there, ...versions]) await mkdir(join(folder, name), { recursive: true });
    const own = async () =>
      (await usualFolders(folder))
        .filter((name) => name.startsWith(folder))
        .map((name) => name.slice(folder.length + 1));
    expect(await own()).toEqual([
      '.local/bin',
      '.local/share/fnm/aliases/default/bin',
      '.nvm/versions/node/v22.1.0/bin',
      '.pyenv/shims',
      '.cargo/bin',
    ]);
    await writeFile(join(folder, '.nvm/alias/default'), '20\n');
    expect(await own()).toContain('.nvm/versions/node/v20.10.1/bin');
    await writeFile(join(folder, '.nvm/alias/default'), '../../../../etc');
    expect(await own()).toContain('.nvm/versions/node/v22.1.0/bin');
  });

  it('asks once, and again only after a minute', async () => {
    let now = 0;
    let asked = 0;
    const finder = createPathFinder(
      ports({
        shell: '/bin/sh',
        clock: { ...systemClock, monotonic: () => now },
        capture: async () => {
          asked += 1;
          return `m4rk3r/version${asked}m4rk3r`;
        },
      }),
    );
    const [first, second] = await Promise.all([finder.pathFor(), finder.pathFor()]);
    expect(first).toBe(second);
    expect(first).toContain('/version1:/usr/bin');
    expect(await finder.refresh()).toBe(false);
    expect(asked).toBe(1);
    now = 60_000;
    expect(await finder.refresh()).toBe(true);
    expect(await finder.pathFor()).toContain('/version2:');
  });

  it('is left alone on Windows', async () => {
    const finder = createPathFinder(ports({ platform: 'win32', path: 'C:\\a;C:\\b', shell: '/bin/sh' }));
    expect(await finder.pathFor()).toBe('C:\\a;C:\\b');
    expect(await finder.refresh()).toBe(false);
  });
});
