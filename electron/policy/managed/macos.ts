import { asPolicy } from './parse.ts';
import { MACOS_DOMAIN, MACOS_FOLDER } from './places.ts';
import { readPlist } from './plist.ts';
import type { PlistValue } from './plist-value.ts';
import type { ManagedFiles } from './ports.ts';
import { type ManagedRead, malformed, readOf, wronglyOwned } from './read.ts';
import { readTrusted } from './trusted-file.ts';
import { WHOLE_POLICY, wholePolicy } from './whole-policy.ts';

/** What describes a payload, not its contents; some tools leave it there. */
const ABOUT_PAYLOAD =
  /^Payload(?:Description|DisplayName|Enabled|Identifier|Organization|RemovalDisallowed|Scope|Type|UUID|Version)$/;

/**
 * Reads the forced values of `app.doorward.desktop` as macOS keeps them: for the computer, and for this account on
 * it; where both say something, those of the account count, as macOS has it. One that cannot be used spoils both.
 */
export function readMacos(files: ManagedFiles, user: string, folder = MACOS_FOLDER): ManagedRead {
  const names = /^[^/\0]{1,255}$/.test(user) && user !== '.' && user !== '..' ? ['', `${user}/`] : [''];
  const found = names.map((name) => {
    const path = `${folder}/${name}${MACOS_DOMAIN}.plist`;
    return { path, read: readTrusted(files, path) };
  });
  for (const { path, read } of found) if (read.kind === 'wrongly-owned') return wronglyOwned(path, read.what);
  const members = new Map<string, PlistValue>();
  const sources: string[] = [];
  for (const { path, read } of found) {
    if (read.kind === 'unreadable') return malformed(path, read.what);
    if (read.kind !== 'bytes') continue;
    const plist = readPlist(read.bytes);
    if (!plist.ok) return malformed(path, plist.message);
    if (typeof plist.value !== 'object' || Array.isArray(plist.value))
      return malformed(path, 'its property list is no dictionary');
    for (const [key, value] of Object.entries(plist.value))
      if (!ABOUT_PAYLOAD.test(key)) members.set(key, value);
    sources.push(path);
  }
  // A file without values is what is left of a profile that was taken away.
  if (members.size === 0) return { kind: 'absent' };
  const source = sources.join(' and ');
  return readOf(source, policyOf(members));
}

function policyOf(members: ReadonlyMap<string, PlistValue>): ReturnType<typeof asPolicy> {
  const whole = members.get(WHOLE_POLICY);
  return whole === undefined ? asPolicy(Object.fromEntries(members)) : wholePolicy(whole, members.size > 1);
}
