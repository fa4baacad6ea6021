import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../../electron/onboarding/mcpb/archive.ts';
import { NameBook, nameProblem } from '../../../../electron/onboarding/mcpb/names.ts';
import { commentLengthAt, signatureAt } from '../../../../electron/onboarding/mcpb/signature.ts';
import { notesParts } from '../../../fixtures/bundles/notes.ts';
import { signatureBlock, type ZipPart, zipOf } from '../../../fixtures/bundles/zip.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'doorward-zip-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openBytes(bytes: Buffer) {
  const file = join(folder, 'x.mcpb');
  writeFileSync(file, bytes);
  const archive = await openArchive(file);
  if (archive.ok) archive.value.close();
  return archive;
}
const openParts = (...parts: ZipPart[]) => openBytes(zipOf(parts));

describe('an archive', () => {
  it('is opened with its files, folders and programs', async () => {
    const parts = notesParts({}, [{ name: 'bin/run', data: 'x', mode: 0o100755 }]);
    const opened = await openBytes(zipOf(parts));
    if (!opened.ok) throw new Error(opened.message);
    expect(opened.value.entries.map(({ name, folder: is, runnable }) => [name, is, runnable])).toEqual([
      ['manifest.json', false, false],
      ['server/', true, true],
      ['server/index.js', false, false],
      ['bin/run', false, true],
    ]);
  });

  it.each<[string, readonly ZipPart[], RegExp]>([
    ['a way up', [{ name: '../x' }], /leads out/],
    ['a way up inside', [{ name: 'a/../../x' }], /leads out/],
    ['a dot', [{ name: 'a/./x' }], /leads out/],
    ['a root', [{ name: '/etc/x' }], /root|leads out/],
    ['a drive', [{ name: 'C:/x' }], /root|leads out/],
    ['a back slash', [{ name: 'a\\..\\..\\x' }], /elsewhere|leads out/],
    ['a stream', [{ name: 'ab:c' }], /elsewhere/],
    ['a home', [{ name: '~/x' }], /root/],
    ['a device', [{ name: 'a/CON.txt' }], /Windows/],
    ['an ending that is cut off', [{ name: 'a./x' }], /Windows/],
    ['a control character', [{ name: 'a\nb' }], /hidden/],
    ['a turned name', [{ name: 'a\u202Egnp.exe' }], /hidden/],
    ['an empty part', [{ name: 'a//b' }], /leads out/],
    ['a name that is too long', [{ name: 'a/'.repeat(300) + 'x' }], /too long/],
    ['a link', [{ name: 'a', data: '/etc', mode: 0o120777 }], /link/],
    ['a link that is a folder', [{ name: 'a/', mode: 0o120777 }], /link/],
    ['a pipe', [{ name: 'a', mode: 0o010644 }], /link or a device/],
    ['a folder that is a file', [{ name: 'a/', mode: 0o100644 }], /says it is a folder/],
    ['a folder with bytes', [{ name: 'a/', data: 'x' }], /folder with bytes/],
    ['the same name twice', [{ name: 'a' }, { name: 'a' }], /two files/],
    ['names that differ in case', [{ name: 'a/X' }, { name: 'a/x' }], /two files/],
    ['names that one disk takes for one', [{ name: 'caf\u00e9' }, { name: 'cafe\u0301' }], /two files/],
    ['folders that differ in case', [{ name: 'A/x' }, { name: 'a/y' }], /differ only in their case/],
    ['a file that is a folder too', [{ name: 'a' }, { name: 'a/b' }], /a file and a folder/],
    ['a folder that is a file too', [{ name: 'a/b' }, { name: 'a' }], /two files/],
    ['an encrypted file', [{ name: 'a', data: 'x', flags: 1, method: 8 }], /encrypted/],
    ['a strange packing', [{ name: 'a', data: 'x', method: 99 }], /packed in a way|damaged/],
    ['a bomb', [{ name: 'a', data: Buffer.alloc(12 * 1024 * 1024) }], /beyond measure/],
    ['more than a disk holds', [{ name: 'a', data: 'x'.repeat(100), saysBytes: 0x7fffffff }], /too large/],
    [
      'many that are together too large',
      Array.from({ length: 4 }, (_, n) => ({ name: `a${n}`, method: 8, saysBytes: 400 * 1024 * 1024 })),
      /too large|beyond measure/,
    ],
  ])('is refused for %s', async (_what, parts, sentence) => {
    const opened = await openParts({ name: 'manifest.json', data: '{}' }, ...parts);
    expect(opened).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^This bundle cannot be used: .+\.$/) as string,
    });
    expect(!opened.ok && opened.message).toMatch(sentence);
  });

  it('with a file that is larger than it says ends in the middle of reading', async () => {
    const opened = await (async () => {
      const file = join(folder, 'liar.mcpb');
      writeFileSync(file, zipOf([{ name: 'manifest.json', data: 'x'.repeat(5000), saysBytes: 10 }]));
      return openArchive(file);
    })();
    if (!opened.ok) throw new Error(opened.message);
    expect(await opened.value.text('manifest.json', 100_000)).toMatchObject({ ok: false });
    opened.value.close();
  });

  it('is refused when it is none, cut off, or has bytes behind it', async () => {
    const whole = zipOf(notesParts());
    for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), whole.subarray(0, whole.length - 30)])
      expect(await openBytes(bytes)).toMatchObject({ ok: false, code: 'malformed' });
    expect(await openBytes(Buffer.concat([whole, Buffer.from('more')]))).toMatchObject({ ok: false });
  });

  it('that is damaged anywhere never throws', async () => {
    const whole = zipOf(notesParts());
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const file = join(folder, 'flipped.mcpb');
        writeFileSync(file, bytes);
        const opened = await openArchive(file);
        if (!opened.ok) return;
        await opened.value.text('manifest.json', 100_000);
        opened.value.close();
      }),
      { numRuns: 200 },
    );
  });
});

describe('names', () => {
  it('that are let through stay inside the folder on every system', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('..', '.', '', 'a', 'CON', 'b ', 'C:', '\\', '~'),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const name = parts.join('/');
        if (nameProblem(name) !== undefined) return;
        expect(name).not.toMatch(/(^|\/)\.{0,2}(\/|$)(?!$)|^\/|\\|:|\p{Cc}/u);
        expect(join('/root/of/it', name).startsWith('/root/of/it/')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('of the folders above count as well', () => {
    const book = new NameBook();
    expect(book.take('a/b/c', false)).toBeUndefined();
    expect(book.take('a/b/', true)).toBeUndefined();
    expect(book.take('a/B/d', false)).toMatch(/case/);
    expect(book.take('a/b/c/d', false)).toMatch(/a file and a folder/);
  });
});

describe('a signature behind the archive', () => {
  const zip = zipOf([{ name: 'a', data: 'x' }]);
  const block = signatureBlock();

  it('is found, and nothing else is taken for one', () => {
    expect(signatureAt(Buffer.concat([zip, block]))).toBe(zip.length);
    expect(signatureAt(zip)).toBeUndefined();
    expect(signatureAt(Buffer.concat([zip, block, Buffer.from('x')]))).toBeUndefined();
    const lying = Buffer.from(block);
    lying.writeUInt32LE(3, 11);
    expect(signatureAt(Buffer.concat([zip, lying]))).toBeUndefined();
    expect(signatureAt(Buffer.from('MCPB_SIG_END'))).toBeUndefined();
  });

  it('that an archive counts as its comment is no comment once it is cut off', () => {
    const counted = zipOf([{ name: 'a', data: 'x' }], block);
    const at = signatureAt(counted) ?? 0;
    expect(commentLengthAt(counted.subarray(0, at))).toBe(at - 2);
    expect(commentLengthAt(zip)).toBeUndefined();
  });
});
