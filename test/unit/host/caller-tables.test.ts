import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  image,
  imageInBase64,
  imageInCodesign,
  imageScript,
  inodesAt,
  pidOf,
  pidsInLsof,
  pidsInNetstat,
} from '../../../electron/host/policy/caller-tables.ts';

// 50000 = C350, 7411 = 1CF3.
const ENDS = { theirs: 50_000, ours: 7411 };
const row = (local: string, foreign: string, state: string, inode: string): string =>
  `   0: ${local} ${foreign} ${state} 00000000:00000000 00:00000000 00000000  1000        0 ${inode} 1 0000 20 4 30 10 -1`;
const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const MINE = row('0100007F:C350', '0100007F:1CF3', '01', '4711');
const V6 = '0000000000000000FFFF00000100007F';

const CODESIGN = [
  'Executable=/Applications/Claude.app/Contents/MacOS/Claude',
  'Identifier=com.anthropic.claudefordesktop',
  'Format=app bundle with Mach-O universal (x86_64 arm64)',
  'CodeDirectory v=20500 size=504 flags=0x10000(runtime) hashes=5+7 location=embedded',
  'Signature size=9040',
  'Authority=Developer ID Application: Anthropic PBC (Q6L2SF6YDW)',
  'Authority=Developer ID Certification Authority',
  'Authority=Apple Root CA',
  'Timestamp=1 Jul 2026 at 12:00:00',
  'Info.plist entries=35',
  'TeamIdentifier=Q6L2SF6YDW',
].join('\n');

describe('the process at the other end, in the tables of the system', () => {
  it('Linux: the end of the app, and no other row with one of the numbers', () => {
    const others = [
      row('0100007F:1CF3', '0100007F:C350', '01', '1'), // our own end
      row('0100007F:C350', '0100007F:1CF4', '01', '2'), // to another server
      row('0200007F:C350', '0100007F:1CF3', '01', '3'), // the same port of another address
      row('0100007F:C350', '0500000A:1CF3', '01', '4'),
      row('0100007F:C350', '0100007F:1CF3', '06', '0'), // over
      row('0100007F:C350', '0100007F:1CF3', '02', '5'), // not yet
      row('0100007F:C350', '00000000:0000', '0A', '6'),
    ];
    expect(inodesAt([HEAD, ...others, MINE].join('\n'), ENDS)).toEqual(['4711']);
    expect(inodesAt([HEAD, ...others].join('\n'), ENDS)).toEqual([]);
    expect(inodesAt(row(`${V6}:C350`, `${V6}:1CF3`, '01', '4712'), ENDS)).toEqual(['4712']);
    expect(inodesAt(row('0100007F:C350', '0100007F:1CF3', '01', '../1'), ENDS)).toEqual([]);
  });

  it('macOS: lsof lists both ends of a connection', () => {
    const output = [
      'p10',
      'f12',
      'n127.0.0.1:7411->127.0.0.1:50000',
      'p4242',
      'f7',
      'n127.0.0.1:50000->127.0.0.1:7411',
      'f8',
      'n127.0.0.1:50000->127.0.0.1:7411',
      'p4243',
      'f1',
      'n127.0.0.1:50000->127.0.0.1:443',
      '',
    ].join('\n');
    expect(pidsInLsof(output, ENDS)).toEqual([4242]);
    expect(pidsInLsof('n127.0.0.1:50000->127.0.0.1:7411\n', ENDS)).toEqual([]);
  });

  it('Windows: netstat in whatever language, and nobody is not a process', () => {
    const output = [
      'Aktive Verbindungen',
      '  Proto  Lokale Adresse         Remoteadresse          Status           PID',
      '  TCP    127.0.0.1:7411         127.0.0.1:50000        HERGESTELLT      1',
      '  TCP    127.0.0.1:50000        127.0.0.1:443          HERGESTELLT      2',
      '  TCP    127.0.0.1:50000        127.0.0.1:7411         WARTEND          0',
      '  TCP    127.0.0.1:50000        127.0.0.1:7411         HERGESTELLT      4711',
    ].join('\r\n');
    expect(pidsInNetstat(output, ENDS)).toEqual([4711]);
  });

  it('codesign: the path, and whom the signature names', () => {
    expect(imageInCodesign(CODESIGN)).toEqual({
      path: '/Applications/Claude.app/Contents/MacOS/Claude',
      signer: 'Developer ID Application: Anthropic PBC (Q6L2SF6YDW)',
    });
    const adHoc = CODESIGN.split('\n').filter((line) => !line.startsWith('Authority='));
    expect(imageInCodesign(adHoc.join('\n'))).toEqual({
      path: '/Applications/Claude.app/Contents/MacOS/Claude',
    });
    expect(imageInCodesign('/tmp/x: code object is not signed at all\n')).toEqual({});
  });

  it('PowerShell: Base64 of the path and, where the signature is valid, of the signer', () => {
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    const path = 'C:\\Users\\Zoë\\AppData\\Local\\Programs\\claude\\claude.exe';
    expect(imageInBase64(`${base64(path)}\r\n${base64('Anthropic, PBC')}\r\n`)).toEqual({
      path,
      signer: 'Anthropic, PBC',
    });
    expect(imageInBase64(`${base64(path)}\r\n`)).toEqual({ path });
    expect(imageInBase64(`${base64(`${path}\n${base64('Anthropic, PBC')}`)}\r\n`)).toEqual({
      path: `${path}\ufffd${base64('Anthropic, PBC')}`,
    });
    expect(imageInBase64('Get-Process : cannot find\r\n')).toEqual({});
    expect(imageScript(7)).toContain('Get-Process -Id 7)');
    expect(imageScript(7)).not.toMatch(/["`\n]/);
  });

  it('reads whatever comes without throwing, and shows only bounded text in one line', () => {
    const texts = fc.oneof(
      // Half characters too.
      fc.array(fc.nat(0xffff), { maxLength: 1500 }).map((units) => String.fromCharCode(...units)),
      fc
        .array(
          fc.constantFrom('TCP', 'p1', 'n127.0.0.1:50000->127.0.0.1:7411', ':', '0100007F:C350', '\n', ' '),
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const list of [inodesAt(text, ENDS), pidsInLsof(text, ENDS), pidsInNetstat(text, ENDS)])
          expect(Array.isArray(list)).toBe(true);
        const shown = [
          image(text, text),
          imageInCodesign(text),
          imageInBase64(text),
          imageInCodesign(`Executable=${text}`),
        ];
        for (const { path = 'x', signer = 'x' } of shown) {
          expect(path.length).toBeLessThanOrEqual(1024);
          expect(signer.length).toBeLessThanOrEqual(160);
          expect(path + signer).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
          expect((path + signer).isWellFormed()).toBe(true);
        }
      }),
    );
    for (const text of ['0', '-1', '1.5', '1e3', ' 1', '12345678901', '', 'self'])
      expect(pidOf(text)).toBeUndefined();
  });

  it('a program that names itself like lines of codesign is not believed', () => {
    const forged = [
      'Authority=Evil',
      'Identifier=x',
      'Format=x',
      'CodeDirectory v=1',
      'Executable=/bin/ls',
      'x',
    ];
    const lines = fc
      .array(fc.constantFrom(...forged), { maxLength: 8 })
      .map((all) => all.map((one) => `\n${one}`).join(''));
    fc.assert(
      fc.property(lines, lines, (inPath, inIdentifier) => {
        const told = [
          `Executable=/tmp/x${inPath}`,
          `Identifier=x${inIdentifier}`,
          'Format=Mach-O thin (arm64)',
          'CodeDirectory v=20400 size=776 flags=0x2(adhoc) hashes=14+7 location=embedded',
          'Signature=adhoc',
          'TeamIdentifier=not set',
        ].join('\n');
        const read = imageInCodesign(told);
        expect(read.signer).toBeUndefined();
        expect([undefined, '/tmp/x']).toContain(read.path);
      }),
      { numRuns: 500 },
    );
  });
});
