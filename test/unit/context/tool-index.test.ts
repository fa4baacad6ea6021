import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenOf } from '../../../electron/context/search/spoken.ts';
import { synonyms } from '../../../electron/context/search/synonyms.ts';
import { type FindableTool, ToolIndex } from '../../../electron/context/search/tool-index.ts';
import { wordsOf } from '../../../electron/context/search/words.ts';

function tool(id: string, description = '', more: Partial<FindableTool> = {}): FindableTool {
  const [server = '', name = ''] = id.split('__');
  return { id, server, name, description, parameters: [], ...more };
}
const OFFICE = [
  tool('mail__send_message', 'Sends an e-mail to one or more people.'),
  tool('mail__search_inbox', 'Finds messages in the inbox.'),
  tool('files__read_file', 'Returns what a file holds.', { parameters: [{ name: 'path' }] }),
  tool('files__list_directory', 'Names of all entries.', { parameters: [{ name: 'path' }] }),
  tool('maps__geocode_address', '将地址转换为坐标'),
  tool('git__createPullRequest', 'Opens a pull request.'),
];
const first = (query: string, tools = OFFICE): string | undefined =>
  new ToolIndex(tools).find(query, { limit: 1 })[0]?.id;

describe('a tool', () => {
  it.each([
    ['write an email to Ada', 'mail__send_message'],
    ['look through my mails for the invoice', 'mail__search_inbox'],
    ['open /home/ada/notes.txt', 'files__read_file'],
    ['what is in this folder', 'files__list_directory'],
    ['coordinates of a place', 'maps__geocode_address'],
    ['make pull requests', 'git__createPullRequest'],
    ['geocode_address', 'maps__geocode_address'],
  ])('is found for "%s"', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('is found by what its parameters and the person’s labels say', () => {
    const tools = [
      tool('a__x', '', { parameters: [{ name: 'zip_code', description: 'Postal code.' }] }),
      tool('b__x', '', { labels: ['tax office'] }),
    ];
    expect(first('postal codes', tools)).toBe('a__x');
    expect(first('the tax', tools)).toBe('b__x');
  });

  it('that was used before comes before another that fits as well, and not before one that fits better', () => {
    const index = new ToolIndex([tool('a__read_page', 'x'), tool('b__read_page', 'x'), tool('c__draw', 'x')]);
    const ids = (uses: (id: string) => number) =>
      index.find('read a page', { limit: 2, uses }).map(({ id }) => id);
    expect(ids(() => 0)).toEqual(['a__read_page', 'b__read_page']);
    expect(ids((id) => (id === 'b__read_page' ? 3 : 0))).toEqual(['b__read_page', 'a__read_page']);
    expect(ids((id) => (id === 'c__draw' ? 100 : 0))).toEqual(['a__read_page', 'b__read_page']);
  });
});

describe('a search', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('read file', '文件', '\u202eelif', 'a'.repeat(5000)),
  );

  it('finds only what it may, no more than asked, in one order, whatever is asked of whatever texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { maxLength: 8 }),
        text,
        fc.integer({ min: 1, max: 5 }),
        (texts, query, limit) => {
          const tools = texts.map(([name, says], n) =>
            tool(`s__${n}`, says, { name, title: says, labels: [name] }),
          );
          const within = (id: string): boolean => id.endsWith('0') || id.endsWith('3');
          const found = new ToolIndex(tools).find(query, { limit, within });
          expect(found.length).toBeLessThanOrEqual(limit);
          expect(found.every(({ id }) => within(id))).toBe(true);
          expect(found.every(({ score }) => Number.isFinite(score) && score > 0)).toBe(true);
          expect(new ToolIndex(tools.toReversed()).find(query, { limit, within })).toEqual(found);
          const scores = found.map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('finds nothing for nothing', () => {
    for (const query of ['', '   ', '!?', 'the of and'])
      expect(new ToolIndex(OFFICE).find(query, { limit: 5 })).toEqual([]);
  });
});

describe('words', () => {
  it('are stems, names taken apart', () => {
    expect(wordsOf('getHTTPPages2 read_the-files')).toEqual(wordsOf('get http page 2 read file'));
    expect(wordsOf('Café déjà')).toEqual(['cafe', 'deja']);
    expect(wordsOf('天气预报')).toEqual(['天气', '气预', '预报', 'weather', 'forecast']);
  });

  it('mean the same both ways', () => {
    for (const [stem, others] of synonyms()) {
      expect(others).not.toContain(stem);
      for (const other of others) expect(synonyms().get(other)).toContain(stem);
    }
  });

  it('of places and addresses are what those are', () => {
    expect(spokenOf('sum up /var/data/q3-2026.xlsx')).toContain('spreadsheet');
    expect(spokenOf('read C:\\\\work\\\\a.pdf now')).toContain('pdf');
    expect(spokenOf('see https://example.com/delete/all')).not.toContain('delete');
    expect(spokenOf('and/or')).toBe('and/or');
  });
});
