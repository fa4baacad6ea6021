import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossesOf } from '../../../../electron/context/search/glosses.ts';
import { fieldsOf } from '../../../../electron/context/search/fields.ts';
import { Postings } from '../../../../electron/context/search/postings.ts';
import { spokenOf } from '../../../../electron/context/search/spoken.ts';
import { editsBetween, termsFor } from '../../../../electron/context/search/terms.ts';
import { ToolIndex } from '../../../../electron/context/search/tool-index.ts';
import { wordsOf } from '../../../../electron/context/search/words.ts';
import { OFFICE, tool } from './an-office.ts';

const postings = new Postings(OFFICE.map(fieldsOf));
const meant = (word: string): string[] => [...termsFor(wordsOf(word)[0] ?? '', postings).keys()];

describe('a word of a query', () => {
  it('stands for longer words that begin with it', () => {
    expect(meant('appoint')).toContain(wordsOf('appointment')[0]);
  });

  it('that no tool has stands for the one that it nearly is, or the two that it is made of', () => {
    expect(meant('temperatrue')).toContain(wordsOf('temperature')[0]);
    expect(meant('pullrequest')).toEqual(['pullrequest', 'pull', 'request']);
    expect(meant('zzzzzzz')).toEqual(['zzzzzzz']);
  });

  it('that a tool has stands for no other that only looks alike', () => {
    expect(meant('commits')).not.toContain('comment');
  });

  it('counts by how few tools have it, and for each tool no more than once for all that means the same', () => {
    const index = new ToolIndex([
      tool('a__one', 'send'),
      tool('b__two', 'post submit publish share message deliver notify'),
    ]);
    expect(index.find('send', { limit: 2 }).map(({ id }) => id)).toEqual(['a__one', 'b__two']);
  });
});

describe('the number of edits', () => {
  it('is that of the whole table, cut off', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
        expect(editsBetween(one, other, most)).toBe(Math.min(plainEdits(one, other), most + 1));
      }),
    );
  });
});

function plainEdits(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  return Math.min(
    plainEdits(one.slice(1), other) + 1,
    plainEdits(one, other.slice(1)) + 1,
    plainEdits(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1),
  );
}

describe('Chinese words', () => {
  it('are found for English ones, and the other way round', () => {
    const tools = [
      tool('t__a', '获取微博热搜榜'),
      tool('t__b', '查询火车余票'),
      tool('t__c', 'Weather forecast.'),
    ];
    const first = (query: string): string | undefined =>
      new ToolIndex(tools).find(query, { limit: 1 })[0]?.id;
    expect(first('what is trending')).toBe('t__a');
    expect(first('train tickets')).toBe('t__b');
    expect(first('天气预报')).toBe('t__c');
  });

  it('are taken the longest first', () => {
    expect(glossesOf(Array.from('天气预报'))).toEqual(['weather', 'forecast']);
    expect(glossesOf(Array.from('火车票'))).toEqual(['train ticket']);
    expect(glossesOf(Array.from('龘龘'))).toEqual([]);
  });
});

describe('bytes that stand in a query', () => {
  it('are not taken for words', () => {
    expect(spokenOf(`what is ${'iVBORw0KGgo'.repeat(20)}==`)).toBe('what is  base64 data ');
    expect(spokenOf('a-word-with-some-hyphens in it')).toBe('a-word-with-some-hyphens in it');
  });
});
