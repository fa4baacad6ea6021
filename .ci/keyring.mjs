// Gives the end-to-end tests a keychain of their own, so that they never touch the one of the person who runs them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const UNLOCKED =
  'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" "$@"';

const here = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

/**
 * Runs a program to its end with an empty, unlocked Secret Service on a bus of its own, and answers its exit code.
 * Where there is none, the program runs without a keychain (`DOORWARD_E2E_KEYCHAIN` is then not set).
 */
export function runWithKeyring(program, args, { cwd, env }) {
  const plain = () => spawnSync(program, args, { cwd, env, stdio: 'inherit' }).status ?? 1;
  if (process.platform !== 'linux' || !here('dbus-run-session') || !here('gnome-keyring-daemon'))
    return plain();
  const data = mkdtempSync(join(tmpdir(), 'doorward-keyring-'));
  try {
    const own = { ...env, XDG_DATA_HOME: data, XDG_RUNTIME_DIR: data, DOORWARD_E2E_KEYCHAIN: '1' };
    const run = ['--', 'sh', '-c', UNLOCKED, program, ...args];
    return spawnSync('dbus-run-session', run, { cwd, env: own, stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
