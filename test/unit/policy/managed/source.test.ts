import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLinux } from '../../../../electron/policy/managed/linux.ts';
import { LINUX_FILE, MACOS_DOMAIN, MACOS_FOLDER } from '../../../../electron/policy/managed/places.ts';
import { readMacos } from '../../../../electron/policy/managed/macos.ts';
import type { ManagedFiles } from '../../../../electron/policy/managed/ports.ts';
import { readManaged } from '../../../../electron/policy/managed/source.ts';
import { systemManagedPorts } from '../../../../electron/policy/managed/system-ports.ts';
import { readWindows, REG_PROGRAMS, WINDOWS_KEY } from '../../../../electron/policy/managed/windows.ts';
import { fakeFiles } from './fake-files.ts';

test('nothing there: absent', async () => {
  expect(readLinux(fakeFiles({}))).toEqual({ kind: 'absent' });
  expect(readLinux(fakeFiles({ '/etc/doorward': { kind: 'folder' } }))).toEqual({ kind: 'absent' });
  expect(readMacos(fakeFiles({}), 'jane')).toEqual({ kind: 'absent' });
  const listing = '\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\r\n';
  const run = () => Promise.resolve({ code: 0, stdout: Buffer.from(listing) });
  expect(await readWindows(run)).toEqual({ kind: 'absent' });
});

test('Linux: opened without following links and without waiting on a pipe', () => {
  const files = fakeFiles({ [LINUX_FILE]: { kind: 'file', bytes: '{"version":1}' } });
  expect(readLinux(files)).toMatchObject({ kind: 'valid', source: LINUX_FILE, policy: { version: 1 } });
  expect(files.flags).toEqual([constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK]);
});

// Made with Python's plistlib.
const BINARY =
  'YnBsaXN0MDDVAQIDBAUGBwwRJFtQYXlsb2FkVVVJRFlhcHByb3ZhbHNcb3JnYW5pc2F0aW9uVXJ1bGVzV3ZlcnNpb25UOEU5RtIICQoLXWFsd2F5c0FsbG93ZWRcY2xvY2tTZWNvbmRzCBEBLNINDg8QV2NvbnRhY3RUbmFtZV5pdEBleGFtcGxlLmNvbW8QFwBCAGUAaQBzAHAAaQBlAGwAIABHAG0AYgBIACAA/ABtAGwAYQB1AHQAIGXlZyyhEtMTFBUWFyNWYWN0aW9uVGFyZ3NZZXhwaXJlc0F0VWJsb2NroRjSGRobHFdwb2ludGVyVHRlc3RSL27THR4fICEiUmlzU21heFNtaW5VcmFuZ2UjQAQAAAAAAAAT//////////sTAAADuyzD2AAQAQAIABMAHwApADYAPABEAEkATgBcAGkAagBtAHIAegB/AI4AvwDBAMgAzwDUAN4A5ADmAOsA8wD4APsBAgEFAQkBDQETARwBJQEuAAAAAAAAAgEAAAAAAAAAJQAAAAAAAAAAAAAAAAAAATA=';
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<!-- As macOS writes it. -->
<dict>
	<key>PayloadUUID</key>
	<string>8E9F</string>
	<key>approvals</key>
	<dict>
		<key>alwaysAllowed</key>
		<false/>
		<key>clockSeconds</key>
		<integer>300</integer>
	</dict>
	<key>organisation</key>
	<dict>
		<key>contact</key>
		<string>it@example.com</string>
		<key>name</key>
		<string>Beispiel GmbH &#xfc;mlaut 日本</string>
	</dict>
	<key>rules</key>
	<array>
		<dict>
			<key>action</key>
			<string>block</string>
			<key>args</key>
			<array>
				<dict>
					<key>pointer</key>
					<string>/n</string>
					<key>test</key>
					<dict>
						<key>is</key>
						<string>range</string>
						<key>max</key>
						<real>2.5</real>
						<key>min</key>
						<integer>-5</integer>
					</dict>
				</dict>
			</array>
			<key>expiresAt</key>
			<integer>4102444800000</integer>
		</dict>
	</array>
	<key>version</key>
	<integer>1</integer>
</dict>
</plist>
`;
const POLICY = {
  version: 1,
  organisation: { name: 'Beispiel GmbH ümlaut 日本', contact: 'it@example.com' },
  approvals: { clockSeconds: 300, alwaysAllowed: false },
  rules: [
    {
      action: 'block',
      args: [{ pointer: '/n', test: { is: 'range', min: -5, max: 2.5 } }],
      expiresAt: 4_102_444_800_000,
    },
  ],
};

test.each([
  ['binary', Buffer.from(BINARY, 'base64')],
  ['XML', Buffer.from(XML)],
  ['XML with CRLF', Buffer.from(XML.replaceAll('\n', '\r\n'))],
])('macOS: a property list as the system writes it, %s', (_name, bytes) => {
  const path = `${MACOS_FOLDER}/${MACOS_DOMAIN}.plist`;
  const read = readMacos(fakeFiles({ [path]: { kind: 'file', bytes } }), 'jane');
  expect(read).toMatchObject({ kind: 'valid', source: path, policy: POLICY });
});

test('macOS: values of the account come before those of the computer; nobody else is looked at', () => {
  const plist = (inner: string) => Buffer.from(`<plist version="1.0"><dict>${inner}</dict></plist>`);
  const version = '<key>version</key><integer>1</integer>';
  const files = fakeFiles({
    [`${MACOS_FOLDER}/${MACOS_DOMAIN}.plist`]: {
      kind: 'file',
      bytes: plist(`${version}<key>startAtLogin</key><false/><key>proxies</key><array/>`),
    },
    [`${MACOS_FOLDER}/jane/${MACOS_DOMAIN}.plist`]: {
      kind: 'file',
      bytes: plist('<key>startAtLogin</key><true/>'),
    },
  });
  expect(readMacos(files, 'jane')).toMatchObject({ policy: { version: 1, startAtLogin: true, proxies: [] } });
  expect(readMacos(files, 'joe')).toMatchObject({ policy: { startAtLogin: false } });
  for (const user of ['../jane', '.', '..', '', 'a\0b'])
    expect(readMacos(files, user)).toMatchObject({ policy: { startAtLogin: false } });
  const empty = fakeFiles({ [`${MACOS_FOLDER}/${MACOS_DOMAIN}.plist`]: { kind: 'file', bytes: plist('') } });
  expect(readMacos(empty, 'jane')).toEqual({ kind: 'absent' });
});

const OUTPUT = `\r
HKEY_LOCAL_MACHINE\\Software\\Policies\\Doorward\r
    version    REG_DWORD    0x1\r
    rules    REG_MULTI_SZ    {"action":"block","effects":["destroy"]}\\0{"action":"ask","server":"mail"}\r
    trustedRegistries    REG_MULTI_SZ    npm.example.com\\0pypi.example.com\r
\r
HKEY_LOCAL_MACHINE\\Software\\Policies\\Doorward\\Approvals\r
    clockseconds    REG_DWORD    0x1e\r
    alwaysAllowed    REG_DWORD    0x0\r
    longestDuration    REG_SZ    1h\r
\r
HKEY_LOCAL_MACHINE\\Software\\Policies\\Doorward\\settings\r
\r
HKEY_LOCAL_MACHINE\\Software\\Policies\\Doorward\\settings\\idle\r
    serverMinutes    REG_DWORD    0x5\r
    sessionMinutes    REG_DWORD    0x3c\r
\r
`;

function registry(own: string, seen: string[][] = []) {
  return (file: string, args: readonly string[]) => {
    seen.push([file, ...args]);
    const stdout = args[1] === WINDOWS_KEY ? own : `\r\n${WINDOWS_KEY.toUpperCase()}\r\n`;
    return Promise.resolve({ code: 0, stdout: Buffer.from(stdout) });
  };
}

test('Windows: values and keys in any case, as reg.exe prints them', async () => {
  const seen: string[][] = [];
  expect(await readWindows(registry(OUTPUT, seen))).toMatchObject({
    kind: 'valid',
    source: WINDOWS_KEY,
    policy: {
      version: 1,
      rules: [
        { action: 'block', effects: ['destroy'] },
        { action: 'ask', server: 'mail' },
      ],
      trustedRegistries: ['npm.example.com', 'pypi.example.com'],
      approvals: { clockSeconds: 30, alwaysAllowed: false, longestDuration: '1h' },
      settings: { idle: { serverMinutes: 5, sessionMinutes: 60 } },
    },
  });
  expect(seen).toEqual([
    [REG_PROGRAMS[0], 'query', 'HKEY_LOCAL_MACHINE\\Software\\Policies', '/reg:64'],
    [REG_PROGRAMS[0], 'query', WINDOWS_KEY, '/s', '/reg:64'],
  ]);
});

test('Windows: keys without values are what is left of a policy', async () => {
  expect(await readWindows(registry(`\r\n${WINDOWS_KEY}\r\n\r\n${WINDOWS_KEY}\\approvals\r\n`))).toEqual({
    kind: 'absent',
  });
});

test('Windows: the whole policy in one value, of one line or of several', async () => {
  for (const value of [
    'PolicyJson    REG_SZ    {"version":1,"organisation":{"name":"B\\u00fccher"}}',
    'PolicyJson    REG_MULTI_SZ    {\\0  "version": 1,\\0  "organisation": { "name": "B\\u00fccher" }\\0}\\0\\0',
  ])
    expect(await readWindows(registry(`\r\n${WINDOWS_KEY}\r\n    ${value}\r\n\r\n`))).toMatchObject({
      policy: { organisation: { name: 'Bücher' } },
    });
});

test('Windows: where the first reg.exe cannot be started the second is', async () => {
  const answer = registry(OUTPUT);
  const run = (file: string, args: readonly string[]) =>
    file === REG_PROGRAMS[0] ? Promise.reject(new Error('ENOENT')) : answer(file, args);
  expect((await readWindows(run)).kind).toBe('valid');
  expect(
    REG_PROGRAMS.every((program) => !program.includes('%') && /^(?:\\\\\?\\|[A-Z]:\\)/.test(program)),
  ).toBe(true);
});

const asRoot = (files: ManagedFiles, me: number): ManagedFiles => {
  // On a machine where the tests do not run as root, what is theirs stands for root's.
  const shown = (facts: ReturnType<ManagedFiles['lstat']>) => ({
    uid: facts.uid === me ? 0 : facts.uid,
    mode: facts.mode,
    size: facts.size,
    isFile: () => facts.isFile(),
    isDirectory: () => facts.isDirectory(),
    isSymbolicLink: () => facts.isSymbolicLink(),
  });
  return { ...files, lstat: (path) => shown(files.lstat(path)), fstat: (fd) => shown(files.fstat(fd)) };
};

test.runIf(process.platform === 'linux')('Linux: real files', () => {
  const home = mkdtempSync(join(tmpdir(), 'doorward-managed-'));
  const me = process.getuid?.() ?? 0;
  const files = asRoot(systemManagedPorts().files, me);
  const folder = join(home, 'doorward');
  const file = join(folder, 'policy.json');
  const kind = () => readLinux(files, file).kind;
  try {
    expect(kind()).toBe('absent');
    mkdirSync(folder, { mode: 0o755 });
    expect(kind()).toBe('absent');
    writeFileSync(file, '{"version":1,"presets":{"minimum":"strict"}}', { mode: 0o644 });
    expect(readLinux(files, file)).toMatchObject({
      kind: 'valid',
      policy: { presets: { minimum: 'strict' } },
    });
    chmodSync(file, 0o666);
    expect(kind()).toBe('wrongly-owned');
    chmodSync(file, 0o644);
    chmodSync(folder, 0o777);
    expect(kind()).toBe('wrongly-owned');
    chmodSync(folder, 0o755);
    writeFileSync(join(home, 'own.json'), '{"version":1}');
    rmSync(file);
    symlinkSync(join(home, 'own.json'), file);
    expect(kind()).toBe('wrongly-owned');
    rmSync(file);
    mkdirSync(file);
    expect(kind()).toBe('malformed');
    rmSync(file, { recursive: true });
    writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
    expect(kind()).toBe('malformed');
    writeFileSync(file, '{"version":1}');
    rmSync(join(home, 'link'), { force: true });
    symlinkSync(folder, join(home, 'link'));
    expect(readLinux(files, join(home, 'link', 'policy.json')).kind).toBe('wrongly-owned');
    if (me === 0) {
      chownSync(file, 12_345, 12_345);
      expect(kind()).toBe('wrongly-owned');
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test('no variable of the environment is looked at', async () => {
  const before = { ...process.env };
  const names: string[] = [];
  const spied = new Proxy(before, {
    get: (target, name) => {
      if (typeof name === 'string') names.push(name);
      return Reflect.get(target, name) as unknown;
    },
  });
  const files = fakeFiles({ [LINUX_FILE]: { kind: 'file', bytes: '{"version":1}' } });
  process.env = spied;
  try {
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const)
      await readManaged(platform, { files, run: registry(OUTPUT), user: 'jane' });
  } finally {
    process.env = before;
  }
  expect(names).toEqual([]);
});
