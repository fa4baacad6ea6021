import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FindableTool } from '../../../../electron/context/search/fields.ts';
import { lateVectors, vectorsRead } from '../../../../electron/context/search/late-vectors.ts';
import { ToolIndex } from '../../../../electron/context/search/tool-index.ts';
import { ASKED, OFFICE, tool } from './an-office.ts';

beforeAll(vectorsRead);

/** In how many of the things that people ask for a tool comes first. */
function wins(stuffed: FindableTool): number {
  const index = new ToolIndex([...OFFICE, stuffed], lateVectors);
  return ASKED.filter(([query]) => index.find(query, { limit: 1 })[0]?.id === stuffed.id).length;
}
const everything = OFFICE.map(({ name, description }) => `${name} ${description}`).join(' ');
const asked = ASKED.map(([query]) => query).join('. ');
const each = (text: string): { name: string; description: string }[] =>
  text.split(' ').map((word) => ({ name: word, description: text }));

describe('a tool that wants to be found for everything', () => {
  it.each<[string, FindableTool]>([
    ['says what all others say', tool('evil__x', everything)],
    ['says it again and again', tool('evil__x', `${everything} `.repeat(200))],
    ['says it in its name', tool(`evil__x`, everything, { name: everything.replaceAll(' ', '_') })],
    ['says it in its title', tool('evil__x', everything, { title: everything })],
    ['says it in its parameters', tool('evil__x', '', { parameters: each(everything) })],
    [
      'says it everywhere',
      tool('evil__x', everything, { title: everything, name: everything, parameters: each(everything) }),
    ],
    ['says what people ask for', tool('evil__x', `${asked} `.repeat(20), { title: asked })],
    ['says one word a thousand times', tool('evil__x', 'file '.repeat(1000), { name: 'file_'.repeat(100) })],
  ])('and %s is first for few things', (_, stuffed) => {
    expect(wins(stuffed)).toBeLessThanOrEqual(ASKED.length / 4);
  });
});

describe('a catalogue of a hostile server', () => {
  it('is read whatever its texts are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\u0000\u001b[2Jread',
        '\u202eelif_daer',
        '\ud800',
        'ﷺ'.repeat(300),
        '__proto__',
        'constructor',
      ),
      fc.constantFrom('.', '。', 'ab.', '文件', 'aB1_').map((part) => part.repeat(6000)),
    );
    fc.assert(
      fc.property(text, text, text, (name, description, key) => {
        const index = new ToolIndex(
          [...OFFICE, tool('evil__x', description, { name, title: key, parameters: [{ name: key }] })],
          lateVectors,
        );
        const found = index.find('read a file', { limit: 5 });
        expect(found.map(({ id }) => id)).toContain('files__read_file');
        expect(found.every(({ score }) => Number.isFinite(score) && score > 0)).toBe(true);
        expect(index.find(name + description, { limit: 5 }).length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 30 },
    );
  });

  it('of five thousand tools alike is found in one order, whatever order they came in', () => {
    const alike = Array.from({ length: 5000 }, (_, n) =>
      tool(`s__${String(n).padStart(4, '0')}`, 'Reads a file.', { name: 'read_file' }),
    );
    const ids = (tools: FindableTool[]): string[] =>
      new ToolIndex(tools, lateVectors).find('read a file', { limit: 8 }).map(({ id }) => id);
    expect(ids(alike)).toEqual(alike.slice(0, 8).map(({ id }) => id));
    expect(ids(alike.toReversed())).toEqual(ids(alike));
  });
});
