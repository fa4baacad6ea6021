import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportPolicy } from '../../../../electron/policy/managed/exporters/export-policy.ts';
import { readLinux } from '../../../../electron/policy/managed/linux.ts';
import { LINUX_FILE, MACOS_DOMAIN, MACOS_FOLDER } from '../../../../electron/policy/managed/places.ts';
import { readMacos } from '../../../../electron/policy/managed/macos.ts';
import { policyDigest } from '../../../../electron/policy/managed/parse.ts';
import { readPlist } from '../../../../electron/policy/managed/plist.ts';
import type { PlistValue } from '../../../../electron/policy/managed/plist-value.ts';
import type { ManagedRead } from '../../../../electron/policy/managed/read.ts';
import { plistText } from '../../../../electron/policy/managed/exporters/plist-text.ts';
import { readWindows, WINDOWS_KEY } from '../../../../electron/policy/managed/windows.ts';
import { type ManagedPolicy, managedPolicy } from '../../../../shared/model/managed.ts';
import { arbitraryPolicy } from './arbitrary-policy.ts';
import { writeBinaryPlist } from './binary-plist-writer.ts';
import { fakeFiles } from './fake-files.ts';
import { importReg, regQuery, regQueryAbove } from './registry-kit.ts';

const RUNS = 1000;

const bytesOf = (policy: ManagedPolicy, format: 'json' | 'reg' | 'mobileconfig'): Buffer =>
  exportPolicy(policy, format)[0]?.bytes ?? Buffer.alloc(0);

function same(read: ManagedRead, policy: ManagedPolicy): void {
  if (read.kind !== 'valid') throw new Error(JSON.stringify(read));
  expect(read.digest).toBe(policyDigest(policy));
}

/** What the file of forced values holds once the profile is installed. */
function forced(profile: Buffer): Record<string, PlistValue> {
  const read = readPlist(profile);
  if (!read.ok) throw new Error(read.message);
  const payloads = (read.value as { PayloadContent: Record<string, PlistValue>[] }).PayloadContent;
  const own = payloads.find((payload) => payload['PayloadType'] === MACOS_DOMAIN) ?? {};
  return Object.fromEntries(Object.entries(own).filter(([name]) => !name.startsWith('Payload')));
}

function windowsOf(reg: Buffer): Promise<ManagedRead> {
  const registry = importReg(reg);
  return readWindows((_file, [, key]) =>
    Promise.resolve({
      code: 0,
      stdout: key === WINDOWS_KEY ? regQuery(registry, WINDOWS_KEY) : regQueryAbove(registry),
    }),
  );
}

test('any policy is one that the schema takes, and means the same when it is read again', () => {
  fc.assert(
    fc.property(arbitraryPolicy, (policy) => {
      const parsed = managedPolicy.safeParse(JSON.parse(JSON.stringify(policy)));
      if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues[0]));
      expect(policyDigest(parsed.data)).toBe(policyDigest(policy));
    }),
    { numRuns: RUNS },
  );
});

test('what is exported for Linux is read as the same policy', () => {
  fc.assert(
    fc.property(arbitraryPolicy, (policy) => {
      const files = fakeFiles({ [LINUX_FILE]: { kind: 'file', bytes: bytesOf(policy, 'json') } });
      same(readLinux(files), policy);
    }),
    { numRuns: RUNS },
  );
});

test('what is exported for macOS is read as the same policy, as XML and as binary', () => {
  let native = 0;
  fc.assert(
    fc.property(arbitraryPolicy, (policy) => {
      const values = forced(bytesOf(policy, 'mobileconfig'));
      if (!Object.hasOwn(values, 'PolicyJson')) native++;
      const path = `${MACOS_FOLDER}/${MACOS_DOMAIN}.plist`;
      for (const bytes of [Buffer.from(plistText(values)), writeBinaryPlist(values)])
        same(readMacos(fakeFiles({ [path]: { kind: 'file', bytes } }), 'jane'), policy);
    }),
    { numRuns: RUNS },
  );
  // Both ways of writing are tried.
  expect(native).toBeGreaterThan(RUNS / 20);
  expect(native).toBeLessThan(RUNS);
});

test('what is exported for Windows is read as the same policy', async () => {
  let native = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryPolicy, async (policy) => {
      const reg = bytesOf(policy, 'reg');
      if (!reg.includes(Buffer.from('PolicyJson', 'utf16le'))) native++;
      same(await windowsOf(reg), policy);
    }),
    { numRuns: RUNS },
  );
  expect(native).toBeGreaterThan(RUNS / 20);
  expect(native).toBeLessThan(RUNS);
});

test('one policy always makes the same files, however its members are ordered', () => {
  fc.assert(
    fc.property(arbitraryPolicy, (policy) => {
      const other = Object.fromEntries(Object.entries(policy).toReversed()) as ManagedPolicy;
      for (const format of ['json', 'reg', 'mobileconfig'] as const)
        expect(bytesOf(other, format).equals(bytesOf(policy, format))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('two policies have two profiles: an MDM sees that something changed', () => {
  const profile = (startAtLogin: boolean) =>
    bytesOf({ version: 1, startAtLogin }, 'mobileconfig')
      .toString()
      .match(/[0-9A-F]{8}-[0-9A-F-]{27}/g);
  expect(profile(true)).toHaveLength(4);
  expect(new Set(profile(true)).size).toBe(4);
  expect(profile(true)).toEqual(profile(true));
  expect(profile(false)).not.toEqual(profile(true));
});

test('importing a .reg file takes away what an older policy left', async () => {
  const registry = importReg(bytesOf({ version: 1, startAtLogin: true }, 'reg'));
  expect(registry.get(WINDOWS_KEY)?.get('startAtLogin')?.value).toBe(1);
  const text = bytesOf({ version: 1 }, 'reg').subarray(2).toString('utf16le');
  expect(text).toContain(`[-${WINDOWS_KEY}]\r\n`);
  expect(text.indexOf('[-')).toBeLessThan(text.indexOf('"version"'));
});
