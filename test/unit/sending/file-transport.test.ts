import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileTransport } from '../../../electron/audit/sending/file-transport.ts';
import { sent } from './support.ts';

const never = new AbortController().signal;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'doorward-sent-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
const seqsIn = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { seq: number }).seq);

describe('a file', () => {
  it('takes rows, one a line, and is nobody else’s to read', async () => {
    const path = join(folder(), 'calls.jsonl');
    const way = fileTransport({ path, maxBytes: 1e6, files: 3 });
    expect(await way.send([sent(1), sent(2)], never)).toEqual({ kind: 'taken', refused: 0 });
    expect(await way.send([sent(3)], never)).toEqual({ kind: 'taken', refused: 0 });
    expect(seqsIn(path)).toEqual([1, 2, 3]);
    if (process.platform !== 'win32') expect(lstatSync(path).mode & 0o777).toBe(0o600);
  });

  it('becomes the next one when it is large, and the oldest goes', async () => {
    const path = join(folder(), 'calls.jsonl');
    const way = fileTransport({ path, maxBytes: 1000, files: 3 });
    for (let seq = 1; seq <= 12; seq += 1) await way.send([sent(seq)], never);
    const all = [`${path}.2`, `${path}.1`, path].flatMap(seqsIn);
    expect(all.at(-1)).toBe(12);
    // Whole and in order, with nothing missing in between.
    expect(all).toEqual(Array.from({ length: all.length }, (_, i) => 12 - all.length + 1 + i));
    expect(existsSync(`${path}.3`)).toBe(false);
    const single = fileTransport({ path: `${path}-one`, maxBytes: 10, files: 1 });
    await single.send([sent(1)], never);
    await single.send([sent(2)], never);
    expect(seqsIn(`${path}-one`)).toEqual([2]);
  });

  it('ends a line that was torn, so that the next one can be read', async () => {
    const path = join(folder(), 'calls.jsonl');
    const way = fileTransport({ path, maxBytes: 1e6, files: 3 });
    await way.send([sent(1)], never);
    appendFileSync(path, '{"seq":2,"hash":"ab');
    await way.send([sent(2)], never);
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(lines[1]).toBe('{"seq":2,"hash":"ab');
    expect((JSON.parse(lines[2] ?? '') as { seq: number }).seq).toBe(2);
  });

  it('is left alone when it is somebody else’s, a link or a folder', async () => {
    const home = folder();
    const script = join(home, '.profile');
    writeFileSync(script, 'export PATH=/bin\n');
    const write = (path: string) => fileTransport({ path, maxBytes: 1e6, files: 3 }).send([sent(1)], never);
    expect(await write(script)).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('did not write') as string,
    });
    expect(readFileSync(script, 'utf8')).toBe('export PATH=/bin\n');
    mkdirSync(join(home, 'folder'));
    expect(await write(join(home, 'folder'))).toMatchObject({ kind: 'failed' });
    expect(await write(join(home, 'no', 'calls.jsonl'))).toEqual({
      kind: 'failed',
      sentence: 'The file was not written: the folder is not there.',
    });
    if (process.platform === 'win32') return;
    const target = join(home, 'target');
    symlinkSync(target, join(home, 'link'));
    expect(await write(join(home, 'link'))).toMatchObject({ kind: 'failed' });
    expect(existsSync(target)).toBe(false);
  });
});
