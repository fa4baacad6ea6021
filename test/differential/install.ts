import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { HERE, ownModule, PYTHON } from './paths.ts';
import { pythonProgram } from './servers/python.ts';

const windows = process.platform === 'win32';
const INSTALL_MS = 10 * 60_000;

function run(command: string, args: readonly string[], cwd: string): boolean {
  // npm is a command script on Windows, which only a shell starts; the arguments are all ours.
  const shell = windows && command === 'npm';
  const child = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2], shell, timeout: INSTALL_MS });
  return child.status === 0;
}

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

function isStamped(stamp: string, digest: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

function putStamp(stamp: string, digest: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

/** Puts a package's dependencies in place as its lockfile names them, without install scripts, unless they are there. */
export function installPackage(folder: string, what: string): Result<true> {
  const digest = digestOf(join(folder, 'package-lock.json'));
  const stamp = join(folder, 'node_modules/.doorward-installed');
  if (isStamped(stamp, digest)) return ok(true);
  process.stderr.write(`Installing ${what} (once)…\n`);
  if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder))
    return fail('not-installed', `npm could not install ${what}; is the network reachable?`);
  putStamp(stamp, digest);
  return ok(true);
}

/** The one install script that is needed: it fetches or builds the native part of the SQLite server. */
export function buildSqlite(): Result<true> {
  const native = ownModule('sqlite3/build/Release/node_sqlite3.node');
  if (existsSync(native)) return ok(true);
  process.stderr.write('Building sqlite3 (once, about a minute)…\n');
  if (
    run('npm', ['rebuild', 'sqlite3', '--foreground-scripts', '--loglevel=error'], HERE) &&
    existsSync(native)
  )
    return ok(true);
  return fail('not-built', 'its native module could be neither fetched nor built on this machine');
}

/** Puts a Python server in place in a virtual environment of its own, as its list of versions names it. */
export function installPython(environment: 'git' | 'sqlite'): Result<true> {
  const list = join(HERE, 'python', `${environment}.txt`);
  const digest = digestOf(list);
  const folder = join(PYTHON, environment);
  const stamp = join(folder, '.doorward-installed');
  if (isStamped(stamp, digest)) return ok(true);
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (python === undefined) return fail('no-python', 'there is no Python 3 on this machine');
  process.stderr.write(`Installing the Python ${environment} server (once)…\n`);
  mkdirSync(PYTHON, { recursive: true });
  if (!run(python, ['-m', 'venv', '--clear', folder], HERE))
    return fail('no-venv', 'Python cannot make a virtual environment here');
  const pip = ['install', '--quiet', '--disable-pip-version-check', '-r', list];
  if (!run(pythonProgram(environment, 'python'), ['-m', 'pip', ...pip], HERE))
    return fail('not-installed', 'pip could not install it; is the network reachable?');
  putStamp(stamp, digest);
  return ok(true);
}
