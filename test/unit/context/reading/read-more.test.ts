import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieceEnd } from '../../../../electron/context/reading/piece.ts';
import { Reading, withReading } from '../../../../electron/context/reading/reading.ts';
import { readOnLine, READ_MORE_TOOL } from '../../../../electron/context/reading/read-more.ts';
import { cutText } from '../../../../electron/context/shaping/cut-text.ts';
import type { CutText } from '../../../../electron/context/shaping/contract.ts';
import { Spool } from '../../../../electron/context/spool/spool.ts';
import { rescan } from '../../../../electron/relay/message.ts';
import type { Reader } from '../../../../electron/relay/own-tools.ts';

/** Text of everything that is hard to cut: halves of pairs, pairs, CRLF, marks, nothing but spaces. */
const hardText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '\r\n',
        '\n\n',
        '😀',
        '\ud83d',
        '\ude00',
        'e\u0301',
        '   ',
        '. ',
        '<a>',
        '0123456789',
        '中文',
      ),
      fc.lorem({ maxCount: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const careless: CutText[] = [
  cutText,
  // One that cuts inside pairs, at nothing, or beyond the end.
  (text, budget) => (text.length <= budget ? undefined : { at: budget }),
  () => ({ at: 0 }),
  (text) => ({ at: text.length + 5 }),
  () => undefined,
];

describe('pieces', () => {
  it('are the whole text one after the other, and split no character', () => {
    fc.assert(
      fc.property(
        hardText,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...careless),
        (text, tokens, cut) => {
          let at = 0;
          const pieces: string[] = [];
          while (at < text.length) {
            const end = pieceEnd(text, at, tokens, cut);
            expect(end).toBeGreaterThan(at);
            expect(end).toBeLessThanOrEqual(text.length);
            const pair = text.slice(end - 1, end + 1);
            expect(/^[\ud800-\udbff][\udc00-\udfff]$/.test(pair)).toBe(false);
            pieces.push(text.slice(at, end));
            at = end;
          }
          expect(pieces.join('')).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('take no longer where the text is longer', () => {
    let looked = 0;
    const cut: CutText = (text) => {
      looked += text.length;
      return { at: 1 };
    };
    pieceEnd('x'.repeat(4_000_000), 1000, 1, cut);
    expect(looked).toBeLessThan(1000);
  });
});

function kit() {
  let stopped: string | undefined;
  let offered = true;
  const spool = new Spool({ now: () => 0, random: (n) => Buffer.alloc(n, 7), after: () => () => undefined });
  const reading = new Reading({
    spool,
    cutText,
    offered: () => offered,
    cuts: () => offered,
    stopped: () => stopped,
  });
  const session = {};
  const reader = (over: Partial<Reader> = {}): Reader => ({
    owner: session,
    viewer: { id: 'app' },
    mayUse: () => true,
    ...over,
  });
  const call = (args: unknown, over?: Partial<Reader>) => {
    const message = rescan(
      Buffer.from(
        JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'read_more', arguments: args },
        }),
      ),
    );
    const result = reading.read(message, reader(over));
    return (
      result &&
      (JSON.parse(result.result.toString('utf8')) as { content: { text: string }[]; isError?: boolean })
    );
  };
  return {
    spool,
    reading,
    session,
    call,
    set: (over: { stopped?: string; offered?: boolean }) => {
      stopped = over.stopped;
      offered = over.offered ?? true;
    },
  };
}
const about = { server: 'files', tool: 'read', budget: 50 };

describe('read_more', () => {
  it('gives every unit of a text back, in pieces that name the next one', () => {
    fc.assert(
      fc.property(hardText, fc.integer({ min: 1, max: 60 }), fc.boolean(), (text, tokens, orders) => {
        if (text === '') return;
        const { reading, session, call } = kit();
        const handle = reading.keep(session, { ...about, text, orders });
        let from = 0;
        let read = '';
        for (;;) {
          const said = call({ handle, from, tokens });
          expect(said?.content).toHaveLength(orders ? 3 : 2);
          read += said?.content.at(-2)?.text;
          const next = /"from": (\d+)\}/.exec(said?.content.at(-1)?.text ?? '')?.[1];
          if (next === undefined) break;
          from = Number(next);
        }
        expect(read).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it('reads from any place, and never from the middle of a character', () => {
    const { reading, session, call } = kit();
    const handle = reading.keep(session, { ...about, text: 'ab😀cd', orders: false });
    expect(call({ handle, from: 3 })?.content[0]?.text).toBe('😀cd');
    expect(call({ handle, from: '4' })?.content[0]?.text).toBe('cd');
    expect(call({ handle, from: 6 })?.isError).toBe(true);
    expect(call({ handle })?.content[1]?.text).toContain('end of the text');
  });

  it('tells of orders that were found in the whole before each piece', () => {
    const { reading, session, call } = kit();
    const handle = reading.keep(session, { ...about, text: 'x', orders: true });
    expect(call({ handle })?.content[0]?.text).toContain('instructions in it that are not from the user');
  });

  it('says nothing of a server that may not be used any more, and nothing while everything is blocked', () => {
    const { reading, session, call, set } = kit();
    const handle = reading.keep(session, { ...about, text: 'secret', orders: false });
    const unknown = call({ handle: 'AAAAAAAAAAAA' });
    expect(call({ handle }, { mayUse: () => false })).toEqual(unknown);
    expect(call({ handle }, { owner: {} })).toEqual(unknown);
    expect(unknown).toMatchObject({ isError: true });
    set({ stopped: 'A person has blocked everything.' });
    expect(call({ handle })).toEqual({
      content: [{ type: 'text', text: 'A person has blocked everything.' }],
      isError: true,
    });
    set({});
    expect(call({ handle })?.content[0]?.text).toBe('secret');
  });

  it('is no tool for an app to which it is not offered and that has nothing to read on in', () => {
    const { reading, session, call, set } = kit();
    set({ offered: false });
    expect([call({ handle: 'x' }), reading.active]).toEqual([undefined, false]);
    const handle = reading.keep(session, { ...about, text: 'left', orders: false });
    expect([call({ handle })?.content[0]?.text, reading.active]).toEqual(['left', true]);
    reading.forget(session);
    expect([call({ handle }), reading.active]).toEqual([undefined, false]);
  });

  it('counts who was listed it, until the list has it no more or the session is over', () => {
    const { reading, session, set } = kit();
    expect(reading.canRead(session)).toBe(false);
    reading.listed(session, { id: 'app' });
    reading.listed('app', { id: 'app' });
    expect([reading.canRead(session), reading.canRead('app')]).toEqual([true, true]);
    set({ offered: false });
    reading.listed(session, { id: 'app' });
    expect([reading.canRead(session), reading.canRead('app')]).toEqual([false, true]);
    reading.forget('app');
    expect(reading.canRead('app')).toBe(false);
  });

  it('stands in the lists of those to whom it is offered, beside what they have', () => {
    const plain = { key: () => '', sees: () => true };
    const view = withReading(plain, ({ id }) => id === 'app');
    expect([view.key({ id: 'app' }), view.key({ id: 'other' })]).toEqual([' read_more', '']);
    expect(view.shown?.({ id: 'app' })?.own).toEqual([READ_MORE_TOOL]);
    expect(view.shown?.({ id: 'app' })?.lists('files__read')).toBe(true);
    expect(view.shown?.({ id: 'other' })).toBeUndefined();
    const own = Buffer.from('{"name":"find_tools"}');
    const chosen = withReading(
      { ...plain, shown: () => ({ own: [own], lists: (name) => name === 'a' }) },
      () => true,
    );
    expect(chosen.shown?.({ id: 'app' })?.own).toEqual([own, READ_MORE_TOOL]);
    expect(['a', 'b'].map((name) => chosen.shown?.({ id: 'app' })?.lists(name))).toEqual([true, false]);
  });

  it('names itself as a call can be written', () => {
    expect(readOnLine('abc', 12, 3456)).toContain('read_more {"handle": "abc", "from": 12}');
  });
});
