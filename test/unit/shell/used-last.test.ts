import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { searchEntry } from '../../../shared/ipc/desktop-contract.ts';
import { lastLookFile } from '../../../electron/shell/update/last-look.ts';
import { usedLast } from '../../../electron/shell/used-last.ts';

const folder = mkdtempSync(join(tmpdir(), 'doorward-used-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'used.json');

describe('what was used last from the search', () => {
  it('is nothing at first, and the same after another start', () => {
    expect(usedLast(file)(undefined)).toEqual([]);
    expect(usedLast(file)(['tool mail send', 'screen settings'])).toEqual([
      'tool mail send',
      'screen settings',
    ]);
    expect(usedLast(file)(undefined)).toEqual(['tool mail send', 'screen settings']);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it.each([
    '',
    '[]',
    '{"version":2,"used":[]}',
    '{"version":1,"used":[7]}',
    '{"version":1,"used":["<img>"]}',
    JSON.stringify({ version: 1, used: Array.from({ length: 11 }, (_, n) => `server s${n}`) }),
    JSON.stringify({ version: 1, used: ['server x'], more: 'x'.repeat(9000) }),
  ])('is nothing where the file says something else: %.40s', (text) => {
    writeFileSync(file, text);
    expect(usedLast(file)(undefined)).toEqual([]);
  });

  it('is not read through a link', () => {
    const secret = join(folder, 'other.json');
    writeFileSync(secret, '{"version":1,"used":["server x"]}');
    const link = join(folder, 'link.json');
    symlinkSync(secret, link);
    expect(usedLast(link)(undefined)).toEqual([]);
  });

  it('names entries and nothing with control characters, nor what is long', () => {
    for (const id of ['server files', 'tool mail send', 'command add-server', 'rule 7', 'app claude'])
      expect(searchEntry.safeParse(id).success, id).toBe(true);
    for (const id of ['', 'server', 'Server x', 'server \u001b[2J', 'server a\nb', `tool ${'x'.repeat(300)}`])
      expect(searchEntry.safeParse(id).success, id).toBe(false);
  });
});

describe('the last look for a new version', () => {
  it('is kept in a file', () => {
    const held = lastLookFile(join(folder, 'update.json'));
    expect(held.read()).toBeUndefined();
    held.write({ version: 1, lookedAt: 5, offered: '1.1.0' });
    expect(held.read()).toEqual({ version: 1, lookedAt: 5, offered: '1.1.0' });
    expect(JSON.parse(readFileSync(join(folder, 'update.json'), 'utf8'))).toHaveProperty('version', 1);
  });
});
