import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PEERS } from '../systems/paths.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/**
 * Puts the peers in place as their lockfile names them, unless they are there already. Without install scripts:
 * none of them needs one. Refused when npm cannot fetch them.
 */
export function installPeers(): Result<true> {
  const digest = createHash('sha256')
    .update(readFileSync(join(PEERS, 'package-lock.json')))
    .digest('hex');
  const stamp = join(PEERS, 'node_modules/.doorward-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return ok(true);
  process.stderr.write('Installing the peers (once)…\n');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: PEERS,
    stdio: ['ignore', 2, 2],
    // npm is a command script on Windows, which only a shell starts; the arguments are all ours.
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) return fail('not-installed', 'npm could not install it; is the network reachable?');
  writeFileSync(stamp, digest);
  return ok(true);
}
