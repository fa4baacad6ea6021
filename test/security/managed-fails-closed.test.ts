import { describe, expect, test } from 'vitest';
import { openManaged } from '../../electron/policy/managed/keeper.ts';
import { LINUX_FILE } from '../../electron/policy/managed/places.ts';
import { MACOS_DOMAIN, MACOS_FOLDER } from '../../electron/policy/managed/places.ts';
import type { ManagedFiles, RunProgram } from '../../electron/policy/managed/ports.ts';
import type { ManagedRead } from '../../electron/policy/managed/read.ts';
import { readManaged } from '../../electron/policy/managed/source.ts';
import { WINDOWS_KEY } from '../../electron/policy/managed/windows.ts';
import { plistText } from '../../electron/policy/managed/exporters/plist-text.ts';
import { objects, writeBinaryPlist } from '../unit/policy/managed/binary-plist-writer.ts';
import { managedSentence } from '../../shared/texts/managed.ts';
import { type FakeEntry, fakeFiles } from '../unit/policy/managed/fake-files.ts';

// Managed settings that somebody else wrote, or that cannot be read in one way only, must not let anything pass: a
// computer that IT manages would otherwise be freed by breaking one file. Every sample here is refused with one
// sentence, and without a policy from before it locks Doorward.

const GOOD = '{"version":1,"presets":{"minimum":"strict"}}';
const MAC_FILE = `${MACOS_FOLDER}/${MACOS_DOMAIN}.plist`;
const noProgram: RunProgram = () => Promise.reject(new Error('not here'));

const linux = (entry: FakeEntry, others: Record<string, FakeEntry> = {}) =>
  readManaged('linux', {
    files: fakeFiles({ [LINUX_FILE]: entry, ...others }),
    run: noProgram,
    user: 'jane',
  });
const json = (bytes: string | Buffer) => linux({ kind: 'file', bytes });
const mac = (entry: FakeEntry, others: Record<string, FakeEntry> = {}) =>
  readManaged('darwin', { files: fakeFiles({ [MAC_FILE]: entry, ...others }), run: noProgram, user: 'jane' });
const plist = (bytes: string | Buffer) => mac({ kind: 'file', bytes });
const dict = (inner: string, head = '') =>
  plist(
    `<?xml version="1.0" encoding="UTF-8"?>\n${head}<plist version="1.0"><dict>${inner}</dict></plist>\n`,
  );
const VERSION = '<key>version</key><integer>1</integer>';

const above = Buffer.from(`\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Doorward\r\n`);
const answer = (stdout: Buffer | string, code = 0) => Promise.resolve({ code, stdout: Buffer.from(stdout) });
const noFiles: ManagedFiles = fakeFiles({});
const windows = (own: Buffer | string, code = 0) =>
  readManaged('win32', {
    files: noFiles,
    run: (_file, [, key]) => (key === WINDOWS_KEY ? answer(own, code) : answer(above)),
    user: 'jane',
  });
const values = (...lines: string[]) =>
  windows(
    ['', WINDOWS_KEY, '    version    REG_DWORD    0x1', ...lines.map((line) => `    ${line}`), '', ''].join(
      '\r\n',
    ),
  );

const binary = writeBinaryPlist({ version: 1, startAtLogin: true });
/** The same with some bytes of its end replaced. */
function trailer(change: (bytes: Buffer, at: number) => void): Buffer {
  const bytes = Buffer.from(binary);
  change(bytes, bytes.length - 32);
  return bytes;
}
/** Arrays of two references to the next one: 2^n values in a few bytes. */
const bomb = objects(...Array.from({ length: 40 }, (_, i) => [0xa2, i + 1, i + 1]), [0x10, 1]);

type Sample = readonly [name: string, read: () => Promise<ManagedRead>];

const MALFORMED: readonly Sample[] = [
  ['JSON: empty', () => json('')],
  ['JSON: cut off', () => json(GOOD.slice(0, -1))],
  ['JSON: more behind it', () => json(`${GOOD}{}`)],
  ['JSON: a comment', () => json(`// x\n${GOOD}`)],
  ['JSON: a trailing comma', () => json('{"version":1,}')],
  ['JSON: a byte order mark', () => json(`\ufeff${GOOD}`)],
  ['JSON: a member twice', () => json('{"version":1,"startAtLogin":true,"startAtLogin":false}')],
  ['JSON: a member twice, spelled in two ways', () => json('{"version":1,"rules":[],"r\\u0075les":[]}')],
  ['JSON: a NUL', () => json(`{"version":1\0}`)],
  ['JSON: a NUL in a name', () => json('{"version":1,"organisation":{"name":"a\\u0000b"}}')],
  [
    'JSON: not UTF-8',
    () =>
      json(
        Buffer.concat([
          Buffer.from('{"version":1,"masks":["'),
          Buffer.from([0xff, 0xfe]),
          Buffer.from('"]}'),
        ]),
      ),
  ],
  ['JSON: UTF-16', () => json(Buffer.from(GOOD, 'utf16le'))],
  ['JSON: nested without end', () => json(`${'['.repeat(100_000)}`)],
  ['JSON: a list in place of the policy', () => json('[]')],
  ['JSON: null', () => json('null')],
  ['JSON: no version', () => json('{"presets":{"minimum":"strict"}}')],
  ['JSON: a newer version', () => json('{"version":2}')],
  ['JSON: an unknown key', () => json('{"version":1,"preset":{"minimum":"strict"}}')],
  ['JSON: an unknown key inside', () => json('{"version":1,"presets":{"minimal":"strict"}}')],
  ['JSON: __proto__', () => json('{"version":1,"__proto__":{"rules":[]}}')],
  [
    'JSON: __proto__ in a voucher',
    () =>
      json(
        `{"version":1,"vouchers":[{"server":"a","launch":{"transport":"stdio","command":"x","args":[],"env":{"__proto__":"x"}},"identity":"${'0'.repeat(64)}","pins":[]}]}`,
      ),
  ],
  ['JSON: a wrong type', () => json('{"version":1,"startAtLogin":"yes"}')],
  ['JSON: a number out of range', () => json('{"version":1,"approvals":{"clockSeconds":9}}')],
  ['JSON: a fraction', () => json('{"version":1,"approvals":{"clockSeconds":45.5}}')],
  ['JSON: an endless number', () => json('{"version":1,"approvals":{"clockSeconds":1e9999}}')],
  ['JSON: a rule that lets pass', () => json('{"version":1,"rules":[{"action":"allow"}]}')],
  ['JSON: a rule that only reports', () => json('{"version":1,"rules":[{"action":"report"}]}')],
  [
    'JSON: a role with a rule that lets pass',
    () => json('{"version":1,"roles":[{"id":"a","name":"A","rules":[{"action":"allow"}]}]}'),
  ],
  ['JSON: a matcher that names nothing', () => json('{"version":1,"servers":{"allowed":[{}]}}')],
  ['JSON: a digest that is none', () => json('{"version":1,"servers":{"forbidden":[{"digest":"abc"}]}}')],
  ['file: larger than 1 MiB', () => linux({ kind: 'file', bytes: Buffer.alloc(1024 * 1024 + 1, 0x20) })],
  [
    'file: larger than it says',
    () => linux({ kind: 'file', bytes: Buffer.alloc(2 * 1024 * 1024, 0x20), size: 10 }),
  ],
  ['file: a pipe', () => linux({ kind: 'pipe' })],
  ['file: a folder', () => linux({ kind: 'folder' })],
  ['file: may not be read', () => linux({ kind: 'file', error: 'EACCES' })],
  ['file: a broken disk', () => linux({ kind: 'file', error: 'EIO' })],
  ['folder: a file', () => linux({ kind: 'file', bytes: GOOD }, { '/etc/doorward': { kind: 'file' } })],
  ['plist: empty', () => plist('')],
  ['plist: text', () => plist('version = 1')],
  ['plist: cut off', () => plist(`<plist version="1.0"><dict>${VERSION}`)],
  ['plist: not closed', () => plist(`<plist version="1.0"><dict>${VERSION}</plist>`)],
  ['plist: more behind it', () => plist(`<plist version="1.0"><dict>${VERSION}</dict></plist><plist/>`)],
  ['plist: a list', () => plist('<plist version="1.0"><array/></plist>')],
  ['plist: a member twice', () => dict(`${VERSION}${VERSION}`)],
  ['plist: a key without a value', () => dict(`${VERSION}<key>rules</key>`)],
  ['plist: a value without a key', () => dict(`<integer>1</integer>`)],
  [
    'plist: entity bomb',
    () =>
      dict(
        `${VERSION}<key>organisation</key><dict><key>name</key><string>&c;</string></dict>`,
        '<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
      ),
  ],
  [
    'plist: external entity',
    () =>
      dict(
        `${VERSION}<key>organisation</key><dict><key>name</key><string>&x;</string></dict>`,
        '<!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/shadow">]>',
      ),
  ],
  [
    'plist: an entity that nobody declared',
    () => dict(`${VERSION}<key>organisation</key><dict><key>name</key><string>&nbsp;</string></dict>`),
  ],
  [
    'plist: a NUL by reference',
    () => dict(`${VERSION}<key>organisation</key><dict><key>name</key><string>a&#0;b</string></dict>`),
  ],
  [
    'plist: half of a pair by reference',
    () => dict(`${VERSION}<key>organisation</key><dict><key>name</key><string>&#xd800;</string></dict>`),
  ],
  [
    'plist: CDATA',
    () => dict(`${VERSION}<key>organisation</key><dict><key>name</key><string><![CDATA[x]]></string></dict>`),
  ],
  ['plist: a processing instruction', () => dict(`${VERSION}<?x y?>`)],
  ['plist: data', () => dict(`${VERSION}<key>organisation</key><data>AAAA</data>`)],
  ['plist: a date', () => dict(`${VERSION}<key>startAtLogin</key><date>2026-01-01T00:00:00Z</date>`)],
  ['plist: a number with letters', () => dict('<key>version</key><integer>0x1</integer>')],
  ['plist: a number too large', () => dict('<key>version</key><integer>99999999999999999999</integer>')],
  [
    'plist: another encoding',
    () => plist(`<?xml version="1.0" encoding="UTF-7"?><plist version="1.0"><dict>${VERSION}</dict></plist>`),
  ],
  ['plist: nested without end', () => plist(`<plist version="1.0">${'<array>'.repeat(50_000)}`)],
  ['plist: __proto__', () => dict(`${VERSION}<key>__proto__</key><dict/>`)],
  ['plist: 1 in place of true', () => dict(`${VERSION}<key>startAtLogin</key><integer>1</integer>`)],
  [
    'plist: two policies',
    () => dict(`${VERSION}<key>PolicyJson</key><string>${GOOD.replaceAll('"', '&quot;')}</string>`),
  ],
  ['plist: the whole policy as no text', () => dict('<key>PolicyJson</key><dict/>')],
  [
    'plist: of the account, broken',
    () =>
      mac(
        { kind: 'file', bytes: plistText({ version: 1 }) },
        { [`${MACOS_FOLDER}/jane/${MACOS_DOMAIN}.plist`]: { kind: 'file', bytes: 'x' } },
      ),
  ],
  ['binary plist: cut off', () => plist(binary.subarray(0, -1))],
  ['binary plist: cut off in the middle', () => plist(binary.subarray(0, 40))],
  ['binary plist: header only', () => plist('bplist00')],
  [
    'binary plist: another version',
    () => plist(Buffer.concat([Buffer.from('bplist15'), binary.subarray(8)])),
  ],
  [
    'binary plist: top object out of range',
    () => plist(trailer((bytes, at) => bytes.writeBigUInt64BE(99n, at + 16))),
  ],
  [
    'binary plist: a table out of range',
    () => plist(trailer((bytes, at) => bytes.writeBigUInt64BE(0xffff_ffff_ffff_fff0n, at + 24))),
  ],
  [
    'binary plist: more objects than bytes',
    () => plist(trailer((bytes, at) => bytes.writeBigUInt64BE(99_999n, at + 8))),
  ],
  ['binary plist: offsets of no width', () => plist(trailer((bytes, at) => bytes.writeUInt8(0, at + 6)))],
  [
    'binary plist: references of nine bytes',
    () => plist(trailer((bytes, at) => bytes.writeUInt8(9, at + 7))),
  ],
  ['binary plist: a dictionary that holds itself', () => plist(objects([0xd1, 1, 0], [0x51, 0x61]))],
  ['binary plist: two lists that hold each other', () => plist(objects([0xa1, 1], [0xa1, 0]))],
  ['binary plist: a bomb of references', () => plist(bomb)],
  ['binary plist: a text longer than the file', () => plist(objects([0x5f, 0x12, 0x7f, 0xff, 0xff, 0xff]))],
  [
    'binary plist: a length below nothing',
    () => plist(objects([0xaf, 0x13, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])),
  ],
  ['binary plist: a member twice', () => plist(objects([0xd2, 1, 1, 2, 2], [0x51, 0x61], [0x10, 1]))],
  ['binary plist: a number as a key', () => plist(objects([0xd1, 1, 1], [0x10, 1]))],
  ['binary plist: a reference out of range', () => plist(objects([0xa1, 9]))],
  [
    'binary plist: an integer of 16 bytes',
    () => plist(objects([0x14, ...Array.from({ length: 16 }, () => 0)])),
  ],
  ['binary plist: not a number', () => plist(objects([0x23, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0]))],
  ['binary plist: data', () => plist(objects([0x41, 0]))],
  ['binary plist: half of a pair', () => plist(objects([0x61, 0xd8, 0x00]))],
  ['registry: cut off', () => windows(`\r\n${WINDOWS_KEY}\r\n    version    REG_DWORD    0x`)],
  ['registry: a value of several lines', () => values('registryBaseUrl    REG_SZ    https://a', '', 'oops')],
  ['registry: a number out of range', () => values('startAtLogin    REG_DWORD    0x2')],
  [
    'registry: a number beyond 32 bits',
    () => windows(`\r\n${WINDOWS_KEY}\r\n    version    REG_DWORD    0x100000001\r\n`),
  ],
  ['registry: the wrong type', () => values('startAtLogin    REG_SZ    true')],
  ['registry: a text that is filled in', () => values('registryBaseUrl    REG_EXPAND_SZ    https://%x%')],
  ['registry: an unknown value', () => values('startAtlogon    REG_DWORD    0x1')],
  ['registry: the nameless value', () => values('(Default)    REG_SZ    x')],
  [
    'registry: an unknown key',
    () => windows(`\r\n${WINDOWS_KEY}\r\n    version    REG_DWORD    0x1\r\n\r\n${WINDOWS_KEY}\\preset\r\n`),
  ],
  ['registry: no version', () => windows(`\r\n${WINDOWS_KEY}\r\n    startAtLogin    REG_DWORD    0x1\r\n`)],
  ['registry: a rule that is no JSON', () => values('rules    REG_MULTI_SZ    {"action":"block"}\\0{oops')],
  [
    'registry: a rule with a member twice',
    () => values('rules    REG_MULTI_SZ    {"action":"block","action":"ask"}'),
  ],
  ['registry: two policies', () => values(`PolicyJson    REG_SZ    ${GOOD}`)],
  [
    'registry: a whole policy that is broken',
    () => windows(`\r\n${WINDOWS_KEY}\r\n    PolicyJson    REG_SZ    {"version":1\r\n`),
  ],
  [
    'registry: letters that reg.exe lost',
    () =>
      windows(
        Buffer.from(
          `\r\n${WINDOWS_KEY}\r\n    version    REG_DWORD    0x1\r\n    x    REG_SZ    \xfc\r\n`,
          'latin1',
        ),
      ),
  ],
  ['registry: may not be read', () => windows('', 1)],
  [
    'registry: the key above may not be read',
    () => readManaged('win32', { files: noFiles, run: () => answer('', 1), user: 'jane' }),
  ],
  ['registry: no reg.exe', () => readManaged('win32', { files: noFiles, run: noProgram, user: 'jane' })],
];

const OTHERS: readonly Sample[] = [
  ['the file belongs to a user', () => linux({ kind: 'file', bytes: GOOD, uid: 1000 })],
  ['its group may write the file', () => linux({ kind: 'file', bytes: GOOD, mode: 0o664 })],
  ['everybody may write the file', () => linux({ kind: 'file', bytes: GOOD, mode: 0o646 })],
  ['the file is a link', () => linux({ kind: 'link' })],
  [
    'the folder belongs to a user',
    () => linux({ kind: 'file', bytes: GOOD }, { '/etc/doorward': { kind: 'folder', uid: 1000 } }),
  ],
  [
    'everybody may write in the folder',
    () => linux({ kind: 'file', bytes: GOOD }, { '/etc/doorward': { kind: 'folder', mode: 0o777 } }),
  ],
  [
    'everybody may write in the folder, sticky',
    () => linux({ kind: 'file', bytes: GOOD }, { '/etc/doorward': { kind: 'folder', mode: 0o1777 } }),
  ],
  ['the folder is a link', () => linux({ kind: 'file', bytes: GOOD }, { '/etc/doorward': { kind: 'link' } })],
  [
    'the folder above belongs to a user',
    () => linux({ kind: 'file', bytes: GOOD }, { '/etc': { kind: 'folder', uid: 1000 } }),
  ],
  [
    'everybody may exchange the folder',
    () => linux({ kind: 'file', bytes: GOOD }, { '/etc': { kind: 'folder', mode: 0o777 } }),
  ],
  [
    'the file was taken away by whoever owns the folder',
    () =>
      readManaged('linux', {
        files: fakeFiles({ '/etc/doorward': { kind: 'folder', uid: 1000 } }),
        run: noProgram,
        user: 'jane',
      }),
  ],
  ['a broken file of a user', () => linux({ kind: 'file', bytes: 'x', uid: 1000 })],
  [
    'macOS: the file belongs to a user',
    () => mac({ kind: 'file', bytes: plistText({ version: 1 }), uid: 501 }),
  ],
  [
    'macOS: the folder of the account belongs to it',
    () =>
      mac(
        { kind: 'file', bytes: plistText({ version: 1 }) },
        {
          [`${MACOS_FOLDER}/jane/${MACOS_DOMAIN}.plist`]: {
            kind: 'file',
            bytes: plistText({ startAtLogin: false }),
          },
          [`${MACOS_FOLDER}/jane`]: { kind: 'folder', uid: 501 },
        },
      ),
  ],
];

async function stateAfter(reads: readonly (() => Promise<ManagedRead>)[]) {
  let kept: string | undefined;
  const queue = [...reads];
  const keeper = await openManaged({
    read: () => (queue.shift() as () => Promise<ManagedRead>)(),
    store: { load: () => kept, save: (text) => void (kept = text), remove: () => void (kept = undefined) },
    now: () => 1,
  });
  while (queue.length > 0) await keeper.refresh();
  return keeper.state();
}

/** One sentence for people, and one that says where to turn: no stack, no code of a programmer. */
function isSentence(text: string): void {
  expect(text).toMatch(/^[A-Z].{20,500}\.$/);
  expect(text).not.toMatch(/\n|undefined|\[object|Error:|\bat .*\.ts/);
}

test('a good policy is taken, on every system', async () => {
  expect((await json(GOOD)).kind).toBe('valid');
  expect(
    (await dict(`${VERSION}<key>presets</key><dict><key>minimum</key><string>strict</string></dict>`)).kind,
  ).toBe('valid');
  expect((await plist(binary)).kind).toBe('valid');
  expect((await values('startAtLogin    REG_DWORD    0x1')).kind).toBe('valid');
});

test('there are at least forty samples', () => {
  expect(MALFORMED.length + OTHERS.length).toBeGreaterThanOrEqual(40);
});

describe.each(MALFORMED)('%s', (_name, read) => {
  test('is refused with a sentence, and locks where nothing was before', async () => {
    const found = await read();
    expect(found.kind).toBe('malformed');
    if (found.kind === 'malformed') isSentence(managedSentence(found.said));
    const state = await stateAfter([read]);
    expect(state.kind).toBe('locked-down');
  });

  test('leaves what was there before in force, and says so', async () => {
    const state = await stateAfter([() => json(GOOD), read]);
    expect(state).toMatchObject({ kind: 'managed', policy: { presets: { minimum: 'strict' } } });
    if (state.kind === 'managed') isSentence(managedSentence(state.said ?? []));
  });
});

describe.each(OTHERS)('%s', (_name, read) => {
  test('is not believed, and locks also where a policy was before', async () => {
    const found = await read();
    expect(found.kind).toBe('wrongly-owned');
    if (found.kind === 'wrongly-owned') isSentence(managedSentence(found.said));
    expect((await stateAfter([read])).kind).toBe('locked-down');
    expect((await stateAfter([() => json(GOOD), read])).kind).toBe('locked-down');
  });
});
