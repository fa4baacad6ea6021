import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPattern } from '../../../../electron/inspection/masks/find-pattern.ts';
import { jsonStrings } from '../../../../electron/inspection/masks/json-strings.ts';
import { leavesOf, placeOf } from '../../../../electron/inspection/masks/json-leaves.ts';
import { KnownValues } from '../../../../electron/inspection/masks/known-values.ts';
import { knownIn } from '../../../../electron/inspection/masks/find-known.ts';
import { createMaskSession } from '../../../../electron/inspection/masks/session.ts';
import { GIVEN_UP, inSlices } from '../../../../electron/inspection/masks/slices.ts';
import { atOnce, type Steps } from '../../../../electron/inspection/steps.ts';
import { unescapeJson } from '../../../../electron/log/unescape.ts';

const stretches = (pattern: string, text: string): string[] =>
  findPattern(pattern)(text).map(({ start, end }) => text.slice(start, end));

describe('a pattern with more states than are kept', () => {
  it('finds what it finds', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' '), { maxLength: 60 })
      .map((letters) => `${'abba'.repeat(300)} ${letters.join('')}`);
    fc.assert(
      fc.property(text, (sample) => {
        const found = stretches('a(a|b){11}a', sample);
        const ends = [...sample.matchAll(/(?=(a[ab]{11}a))/g)];
        expect(found.length > 0).toBe(ends.length > 0);
        const covered = new Set<number>();
        for (const { index } of ends) for (let at = index; at < index + 13; at++) covered.add(at);
        expect(found.join('').length).toBe(covered.size);
      }),
      { numRuns: 30 },
    );
  });

  it('and one text after another leaves nothing behind', () => {
    const find = findPattern('ab+');
    expect([find('abb'), find('b'), find('xab'), find('bb')].map((found) => found.length)).toEqual([
      1, 0, 1, 0,
    ]);
    expect(stretches('\u{1f600}+|[\u0400-\u04ff]{2}', 'x\u{1f600}\u{1f600}\u0434\u0430')).toEqual([
      '\u{1f600}\u{1f600}',
      '\u0434\u0430',
    ]);
  });
});

describe('the strings of a text of JSON', () => {
  const escaped = fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text.toWellFormed()));

  it('are all of them, with what they say and where each character of that stands', () => {
    fc.assert(
      fc.property(fc.array(escaped, { maxLength: 6 }), fc.boolean(), (texts, ascii) => {
        const written = texts.map((text) =>
          ascii
            ? text.replaceAll(
                /[^\u0020-\u007e]/g,
                (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
              )
            : text,
        );
        const json = `[ ${written.join(' ,')} ]`;
        expect([...jsonStrings(json)].map(({ start, end }) => json.slice(start - 1, end + 1))).toEqual(
          written,
        );
        const nested = JSON.stringify({ deep: json });
        for (const leaf of atOnce(leavesOf(nested))) {
          if (leaf.kind !== 'string') continue;
          for (let at = 0; at < leaf.text.length; at++) {
            const { start, end } = placeOf(leaf, at, at + 1);
            const once = unescapeJson(nested.slice(start, end)).text;
            expect(leaf.depth < 3 ? once : unescapeJson(once).text).toBeDefined();
            if (leaf.depth === 2) expect(unescapeJson(once).text).toBe(leaf.text[at]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('known values', () => {
  it('are found in a text of any length, also where it is read in windows and behind escapes', () => {
    const known = new KnownValues();
    known.add('quiet-river', { type: 'x', way: 'hash' });
    const spelt = Array.from(
      'quiet-river',
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ).join('');
    for (const at of [0, 262_138, 262_144, 524_280, 600_000])
      for (const form of ['quiet-river', spelt]) {
        const text = `${'\\'.repeat(at % 7)}${'.'.repeat(at)}${form}${'.'.repeat(300_000)}`;
        const found = atOnce(knownIn(text, known));
        const start = at + (at % 7);
        expect(found.some((one) => one.start === start && one.end === start + form.length)).toBe(true);
      }
  });

  it('are the newest five thousand', () => {
    const known = new KnownValues();
    for (let n = 0; n < 6000; n++) known.add(`value-${n}-end`, { type: 'x', way: 'hash' });
    expect(known.find('value-0-end value-5999-end').map(({ value }) => value)).toEqual(['value-5999-end']);
  });
});

describe('tokens', () => {
  it('of one origin are bounded: the oldest go, those of others stay', () => {
    const session = createMaskSession({ key: Buffer.alloc(32, 1) });
    const theirs = session.token('x', 'theirs', 'other') ?? '';
    const [first = '', used = ''] = [session.token('x', 'first', 'one'), session.token('x', 'used', 'one')];
    for (let n = 0; n < 20_000; n++) {
      session.token('x', `made up ${n}`, 'one');
      if (n % 1000 === 0) session.token('x', 'used', 'one');
    }
    expect(session.kept(first)).toBeUndefined();
    expect(session.kept(used)?.value).toBe('used');
    expect(session.kept(theirs)?.value).toBe('theirs');
  });

  it('of one value from two places are two', () => {
    const session = createMaskSession({ key: Buffer.alloc(32, 1) });
    expect(session.token('x', 'v', 'one')).not.toBe(session.token('x', 'v', 'two'));
    expect(session.token('x', 'v', 'one')).toBe(session.token('x', 'v', 'one'));
  });
});

describe('work in slices', () => {
  function* steps(of: number): Steps<string> {
    for (let n = 0; n < of; n++) yield 64 * 1024;
    return 'done';
  }

  it('pauses, ends, and is given up when it is too much', async () => {
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    expect(atOnce(steps(9))).toBe('done');
    expect(await inSlices(steps(9), pause)).toBe('done');
    expect(pauses).toBe(4);
    expect(await inSlices(steps(90), pause, 1024 * 1024)).toBe(GIVEN_UP);
  });
});
