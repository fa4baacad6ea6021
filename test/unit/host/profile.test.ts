import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ownFolder,
  prepareProfile,
  profileHome,
  profilePaths,
  type Surroundings,
  systemSurroundings,
  writeOwnerOnly,
} from '../../../electron/host/profile.ts';
import { lockProfile } from '../../../electron/host/profile-lock.ts';
import { fileSettings } from '../../../electron/host/settings/settings.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'doorward-profile-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const around = (over: Partial<Surroundings> = {}): Surroundings => ({
  platform: 'linux',
  env: {},
  homedir: '/home/ann',
  cwd: '/srv',
  uid: 1000,
  ownFolder: () => false,
  ...over,
});

describe('the profile folder', () => {
  it('is what was named, else the usual place of each system', () => {
    expect(profileHome('x', around({ env: { DOORWARD_HOME: '/y' } }))).toBe('/srv/x');
    expect(profileHome(undefined, around({ env: { DOORWARD_HOME: '/y' } }))).toBe('/y');
    expect(profileHome(undefined, around())).toBe('/home/ann/.config/Doorward');
    expect(profileHome(undefined, around({ env: { XDG_CONFIG_HOME: 'relative' } }))).toBe(
      '/home/ann/.config/Doorward',
    );
    expect(profileHome(undefined, around({ platform: 'darwin' }))).toBe(
      '/home/ann/Library/Application Support/Doorward',
    );
    expect(
      profileHome(
        undefined,
        around({ platform: 'win32', homedir: 'C:\\Users\\Ann', env: { APPDATA: 'C:\\A' } }),
      ),
    ).toBe('C:\\A\\Doorward');
  });

  it('keeps socket paths within what every system takes, and tells long ones apart', () => {
    const short = profilePaths('/p', around());
    expect(short.socket).toBe('/p/control.sock');
    const long = (end: string) => profilePaths(`/${'a'.repeat(120)}${end}`, around()).socket;
    expect(long('1')).toMatch(/^\/tmp\/doorward-1000\/[0-9a-f]{24}\.sock$/);
    expect(long('1')).not.toBe(long('2'));
    expect(profilePaths(`/${'a'.repeat(120)}`, around({ ownFolder: () => true })).socket).toMatch(
      /^\/run\/user\/1000\//,
    );
    expect(profilePaths('C:\\p', around({ platform: 'win32' })).socket).toMatch(/^\\\\\.\\pipe\\doorward-/);
  });

  it('is taken from others, and refused when it is somebody else’s', () => {
    chmodSync(home, 0o777);
    expect(ownFolder(home).ok).toBe(true);
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(ownFolder(home, statSync(home).uid + 1)).toMatchObject({ ok: false, code: 'foreign' });
    writeFileSync(join(home, 'file'), '');
    expect(ownFolder(join(home, 'file', 'below'))).toMatchObject({ ok: false, code: 'denied' });
  });

  it('gets whole files that are this user’s alone', () => {
    const file = join(home, 'f');
    writeOwnerOnly(file, 'one');
    writeOwnerOnly(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('the lock', () => {
  const LOCKER = `
    const { lockProfile } = await import(process.argv[1]);
    const got = lockProfile(JSON.parse(process.argv[2]));
    process.stdout.write(got.ok ? 'got' : got.code);
    if (process.argv[3] === 'die') process.kill(process.pid, 'SIGKILL');
  `;
  const lockElsewhere = (how: string): string => {
    const module = new URL('../../../electron/host/profile-lock.ts', import.meta.url).href;
    const paths = JSON.stringify(profilePaths(home, systemSurroundings(home)));
    try {
      return execFileSync(process.execPath, ['--input-type=module', '-e', LOCKER, module, paths, how], {
        encoding: 'utf8',
      });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };

  it('is held against another process, named in the sentence, and free after release', () => {
    const paths = profilePaths(home, systemSurroundings(home));
    expect(prepareProfile(paths).ok).toBe(true);
    const lock = lockProfile(paths);
    expect(lock.ok).toBe(true);
    expect(lockElsewhere('live')).toBe('taken');
    expect(lockProfile(paths)).toMatchObject({
      code: 'taken',
      message: expect.stringContaining(String(process.pid)) as string,
    });
    if (lock.ok) lock.value.release();
    expect(existsSync(paths.holder)).toBe(false);
    expect(lockElsewhere('live')).toBe('got');
  });

  it('is free after its holder was killed, whatever the holder file says', () => {
    const paths = profilePaths(home, systemSurroundings(home));
    expect(lockElsewhere('die')).toBe('got');
    // The number of a process that runs: a check by process id would take the lock for held.
    writeFileSync(paths.holder, JSON.stringify({ pid: process.pid }));
    const lock = lockProfile(paths);
    expect(lock.ok).toBe(true);
    if (lock.ok) lock.value.release();
  });
});

describe('settings', () => {
  const file = () => join(home, 'settings.json');

  it('have presets without a file, and do not make one', () => {
    expect(fileSettings(file()).read()).toMatchObject({
      ok: true,
      value: { allowedOrigins: [], limits: { bodyBytes: 4_194_304 } },
    });
    expect(existsSync(file())).toBe(false);
  });

  it.each([
    ['{"port": 7411,', 'not JSON'],
    ['{"port": "x"}', '"port"'],
    ['{"prot": 1}', 'prot'],
    ['{"limits": {"bodyBytes": 0}}', '"limits.bodyBytes"'],
    ['{"allowedOrigins": ["http://localhost:3000/"]}', '"allowedOrigins.0"'],
    ['[]', 'object'],
  ])('that are malformed (%s) are named and kept as they are', (text, named) => {
    writeFileSync(file(), text);
    const store = fileSettings(file());
    expect(store.read()).toMatchObject({ ok: false, message: expect.stringContaining(named) as string });
    expect(store.change({ port: 8000 }).ok).toBe(false);
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  it('tell whoever watches, after a change and only then, and can be written by another store', () => {
    const written: unknown[] = [];
    const store = fileSettings(file(), () => ({
      set(values) {
        written.push(values);
        writeFileSync(file(), JSON.stringify(values));
      },
    }));
    const heard: unknown[] = [];
    const end = store.watch((after) => heard.push(after.theme));
    store.change({ theme: 'dark', port: undefined });
    store.change({ port: 0 });
    end();
    store.change({ theme: 'light' });
    expect(heard).toEqual(['dark']);
    expect(written).toEqual([{ theme: 'dark' }, { theme: 'light' }]);
    const full = fileSettings(file(), () => {
      throw Object.assign(new Error('x'), { code: 'ENOSPC' });
    });
    full.watch(() => heard.push('never'));
    expect(full.change({ theme: 'dark' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('disk is full') as string,
    });
    expect(heard).toEqual(['dark']);
  });

  it('are changed without losing the rest', () => {
    writeFileSync(file(), JSON.stringify({ allowedOrigins: ['http://localhost:1'] }));
    const store = fileSettings(file());
    expect(store.change({ port: 8000 }).ok).toBe(true);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
      allowedOrigins: ['http://localhost:1'],
      port: 8000,
    });
    expect(store.change({ port: 0 }).ok).toBe(false);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });
});
