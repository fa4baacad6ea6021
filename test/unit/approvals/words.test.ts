import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallWords, type WordFacts, wordsFor } from '../../../electron/approvals/words.ts';
import { placesOf } from '../../../electron/catalog/effects/places.ts';
import { canonicalForm } from '../../../electron/catalog/pins/canonical.ts';
import { type Json, readTree } from '../../../electron/catalog/pins/tree.ts';
import { effect, type Place } from '../../../shared/model/review.ts';
import { approvalTexts, fill } from '../../../shared/texts/approval.ts';

const tree = (value: unknown): Json => {
  const form = canonicalForm(Buffer.from(JSON.stringify(value)));
  if (!form.ok) throw new Error(form.message);
  return readTree(form.value);
};
const place = (pointer: string, kind: Place['kind']): Place => ({
  pointer,
  kind,
  name: pointer.slice(1),
});
const MAIL = [place('/to/*', 'recipient'), place('/cc/*', 'recipient'), place('/bcc/*', 'recipient')];
const PATH = [place('/path', 'path')];

const facts = (about: Partial<WordFacts>, args?: unknown): WordFacts => ({
  clientName: 'Claude Desktop',
  server: 'mail',
  kind: 'tool',
  tool: 'use_it',
  effect: 'unknown',
  places: [],
  folders: [],
  ...about,
  args: args === undefined ? undefined : tree(args),
});
const say = (words: CallWords['sentence'] | undefined): string | undefined =>
  words && fill(approvalTexts[words.key as keyof typeof approvalTexts], words.params);
const told = (about: Partial<WordFacts>, args?: unknown) => {
  const { sentence, second, destination } = wordsFor(facts(about, args));
  return [say(sentence), say(second), say(destination)];
};

describe('the sentence', () => {
  it('of a read', () => {
    const about = { effect: 'read', places: PATH, server: 'files', folders: ['/home/ann/work'] } as const;
    expect(told(about, { path: '/etc/hosts' })).toEqual([
      'Claude Desktop wants to read a file outside your allowed folders.',
      '/etc/hosts · files may read /home/ann/work.',
      '/etc/hosts',
    ]);
    // "outside" is claimed only where the path says so.
    for (const path of ['/home/ann/work/a', '/home/ann/work', 'notes.txt', '/home/ann/work/../work/a'])
      expect(told(about, { path })[0], path).toBe('Claude Desktop wants to read a file.');
    for (const path of ['/home/ann/work/../a', '/home/ann/work2', '/home/ann', 'C:\\a'])
      expect(told(about, { path })[0], path).toMatch(/outside/);
    expect(told({ ...about, folders: ['C:\\work'] }, { path: 'c:\\work\\a' })[0]).not.toMatch(/outside/);
    expect(told({ ...about, folders: [] }, { path: '/a' })[1]).toBe('/a · files has no allowed folders.');
  });

  it('of an e-mail names every To, Cc and Bcc', () => {
    const about = { effect: 'send', places: MAIL } as const;
    expect(
      told(about, { to: ['a@b.org'], cc: ['c@d.org', 'e@f.org'], bcc: 'g@h.org', text: 'x@y.org' }),
    ).toEqual([
      'Claude Desktop wants to send an e-mail to a@b.org, c@d.org, e@f.org, g@h.org.',
      'It cannot be called back.',
      'To a@b.org, c@d.org, e@f.org, g@h.org',
    ]);
    expect(told(about, { to: ['a@b.org'], cc: null, bcc: [] })[0]).toBe(
      'Claude Desktop wants to send an e-mail to a@b.org.',
    );
  });

  it('of something else that is sent says only that', () => {
    const about = { effect: 'send', places: [place('/channel', 'recipient')], server: 'slack' } as const;
    expect(told(about, { channel: '#general', text: 'hi' })[0]).toBe(
      'Claude Desktop wants to send something with slack to #general.',
    );
    // A display name may claim anything, so it makes no e-mail.
    for (const to of ['Bob <bob@b.org>', 'bob@b.org. Nobody else', 'bob@b.org, ', 'bob'])
      expect(wordsFor(facts({ effect: 'send', places: MAIL }, { to })).sentence.key, to).toBe(
        'approval.send-with',
      );
  });

  it('of a command, of what is deleted, changed and spent', () => {
    expect(
      told({ effect: 'run', places: [place('/command', 'command')] }, { command: 'rm -rf ~\nls' }),
    ).toEqual([
      'Claude Desktop wants to run a command on this computer.',
      'rm -rf ~\nls · It can do anything your account can.',
      undefined,
    ]);
    const parts = [place('/command', 'command'), place('/args/*', 'command')];
    expect(told({ effect: 'run', places: parts }, { command: 'git', args: ['push', '--force'] })[1]).toBe(
      'git, push, --force · It can do anything your account can.',
    );
    const paths = [place('/paths/*', 'path')];
    expect(told({ effect: 'destroy', places: paths }, { paths: ['/a', '/b'] }).slice(0, 2)).toEqual([
      'Claude Desktop wants to delete /a, /b.',
      'Doorward cannot restore them.',
    ]);
    const write = { effect: 'write', places: PATH, folders: ['/w', '/x'], server: 'files' } as const;
    expect(told(write, { path: '/a' }).slice(0, 2)).toEqual([
      'Claude Desktop wants to change /a.',
      'files may change /w, /x.',
    ]);
    expect(told({ ...write, folders: [] }, { path: '/a' })[1]).toBe('files has no approved places.');
    const container = [place('/page_id', 'container')];
    expect(told({ effect: 'write', places: container }, { page_id: 'Plan' })[0]).toBe(
      'Claude Desktop wants to change Plan.',
    );
    const amount = [place('/amount', 'amount')];
    for (const [sum, text] of [
      [12.5, '12.5'],
      ['12.50 EUR', '12.50 EUR'],
      ['€ 3', '€ 3'],
      ["1'000", "1'000"],
    ] as const)
      expect(told({ effect: 'spend', places: amount, server: 'shop' }, { amount: sum })[0]).toBe(
        `Claude Desktop wants to spend ${text} with shop.`,
      );
  });

  it('of what a server asks', () => {
    const asks = { kind: 'sampling', effect: 'unknown' } as const;
    expect(told(asks)[0]).toBe('mail wants the AI model of Claude Desktop to answer a prompt.');
    expect(told({ ...asks, kind: 'elicitation' }, { message: 'name?' })[0]).toBe(
      'mail asks you for something in Claude Desktop.',
    );
    expect(
      told({ ...asks, kind: 'elicitation' }, { mode: 'url', url: 'https://a.org/x' }).slice(0, 2),
    ).toEqual(['mail wants you to open a web page.', 'https://a.org/x']);
    expect(told({ ...asks, kind: 'elicitation' }, { url: 3 })).toEqual([
      'mail wants you to open a web page.',
      undefined,
      undefined,
    ]);
    expect(told({ ...asks, kind: 'roots' })[0]).toBe(
      'mail wants to know the folders you use in Claude Desktop.',
    );
  });

  it('shows the end of what is long', () => {
    const path = `/home/${'a/'.repeat(400)}.ssh/id_rsa`;
    const { second } = wordsFor(facts({ effect: 'read', places: PATH }, { path }));
    expect(second?.params['path']).toHaveLength(300);
    expect(second?.params['path']).toMatch(/^\/home\/a\/.*…[a/]*\.ssh\/id_rsa$/);
    const smileys = '😀'.repeat(400);
    for (const odd of [smileys, `a${smileys}`])
      expect(
        String(
          wordsFor(facts({ effect: 'run', places: [place('/cmd', 'command')] }, { cmd: odd })).second?.params[
            'command'
          ],
        ).isWellFormed(),
      ).toBe(true);
  });
});

describe('the unknown form', () => {
  const unknown = 'Claude Desktop wants to use "use_it" on mail.';

  it('is that of an unknown effect, and of what is no tool', () => {
    expect(told({ effect: 'unknown', places: PATH }, { path: '/a' })).toEqual([
      unknown,
      'Doorward cannot tell what it does.',
      '/a',
    ]);
    expect(told({ effect: 'read', kind: 'resource' })[0]).toBe(unknown);
  });

  const misfits: [string, Partial<WordFacts>, unknown][] = [
    ['no arguments', { effect: 'send', places: MAIL }, undefined],
    ['arguments that are no object', { effect: 'send', places: MAIL }, ['a@b.org']],
    ['no recipient', { effect: 'send', places: MAIL }, { text: 'a@b.org' }],
    ['an empty recipient', { effect: 'send', places: MAIL }, { to: '' }],
    ['a recipient that is no text', { effect: 'send', places: MAIL }, { to: 12 }],
    ['one among others', { effect: 'send', places: MAIL }, { to: ['a@b.org', { address: 'e@vil.org' }] }],
    ['a list in a list', { effect: 'send', places: MAIL }, { to: [['a@b.org']] }],
    ['a recipient that is too long', { effect: 'send', places: MAIL }, { to: `${'a'.repeat(301)}@b.org` }],
    ['too many recipients', { effect: 'send', places: MAIL }, { to: Array<string>(21).fill('a@b.org') }],
    ['a recipient with hidden characters', { effect: 'send', places: MAIL }, { to: 'a@b.org\u202egro' }],
    [
      'a Bcc that no schema tells of',
      { effect: 'send', places: MAIL.slice(0, 1) },
      { to: 'a@b.org', Bcc: 'e@vil.org' },
    ],
    [
      'one further down',
      { effect: 'send', places: MAIL },
      { to: 'a@b.org', options: { headers: { bcc: ['e@vil.org'] } } },
    ],
    [
      'one in another shape',
      { effect: 'send', places: MAIL.slice(0, 1) },
      { to: 'a@b.org', bcc: { address: 'e@vil.org' } },
    ],
    [
      'one beside a typed one',
      { effect: 'send', places: [place('/to/*/email', 'recipient')] },
      { to: [{ email: 'a@b.org' }, 'e@vil.org'] },
    ],
    ['no path', { effect: 'read', places: PATH }, {}],
    [
      'several paths',
      { effect: 'read', places: [...PATH, place('/other', 'path')] },
      { path: '/a', other: '/b' },
    ],
    ['a list of paths', { effect: 'read', places: PATH }, { path: ['/a', '/b'] }],
    ['a path that no schema tells of', { effect: 'read', places: PATH }, { path: '/a', file: '/b' }],
    ['a path of two lines', { effect: 'read', places: PATH }, { path: '/a\n/b' }],
    ['a very long path', { effect: 'read', places: PATH }, { path: '/'.repeat(5000) }],
    [
      'several changed paths',
      { effect: 'write', places: [...PATH, place('/to_path', 'path')] },
      { path: '/a', to_path: '/b' },
    ],
    [
      'several things changed',
      { effect: 'write', places: [place('/repo', 'container'), place('/name', 'container')] },
      { repo: 'a', name: 'b' },
    ],
    ['no command', { effect: 'run', places: [place('/command', 'command')] }, { command: {} }],
    [
      'things deleted of which one says where',
      { effect: 'destroy', places: [place('/owner', 'container'), place('/repo', 'container')] },
      { owner: 'a', repo: 'b' },
    ],
    [
      'an amount that is a story',
      { effect: 'spend', places: [place('/amount', 'amount')] },
      { amount: '1 EUR. Your bank has agreed' },
    ],
    [
      'two amounts',
      { effect: 'spend', places: [place('/price', 'amount'), place('/qty', 'amount')] },
      { price: 1, qty: 1000 },
    ],
  ];
  it.each(misfits)('is used for %s', (_, about, args) => {
    const { sentence, second, destination } = wordsFor(facts(about, args));
    expect(say(sentence)).toBe(unknown);
    expect(second?.key).toBe(`second.unfit-${about.effect}`);
    if (about.effect === 'send') expect(destination).toBeUndefined();
  });

  it('is not needed for a recipient in a typed object', () => {
    const places = [place('/to/*/email', 'recipient')];
    expect(told({ effect: 'send', places }, { to: [{ email: 'a@b.org' }, { email: 'c@d.org' }] })[0]).toBe(
      'Claude Desktop wants to send an e-mail to a@b.org, c@d.org.',
    );
  });
});

describe('hostile arguments', () => {
  const SENTENCES: Readonly<Record<string, readonly string[]>> = {
    read: ['approval.read', 'approval.read-file'],
    write: ['approval.write'],
    send: ['approval.send', 'approval.send-with'],
    run: ['approval.run'],
    destroy: ['approval.destroy'],
    spend: ['approval.spend'],
    unknown: [],
  };
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.emailAddress(),
    fc.constantFrom(
      '{{server}}',
      '{{app}} wants to read a file.',
      '$& $1 $`',
      'bob@b.org.\n\nDoorward: this is safe',
      'bob@b.org\u202e',
      '<img src=x onerror=alert(1)>',
      '\u001b[2K\u001b[1A',
      '__proto__',
      'constructor',
      ...Object.keys(approvalTexts),
      ...Object.values(approvalTexts),
    ),
  );
  const schema = tree({
    properties: Object.fromEntries(
      ['to', 'cc', 'path', 'command', 'amount', 'repo', 'url'].map((name) => [name, { type: 'string' }]),
    ),
  });
  const places = placesOf(schema);

  it('2,000 of them never make another sentence, and values are in it exactly as they came', () => {
    let fitted = 0;
    fc.assert(
      fc.property(
        fc.record({
          does: fc.constantFrom(...effect.options),
          // Honest tools have one place or several; the arguments fill whatever they like.
          typed: fc.subarray(places, { minLength: 1 }),
          keys: fc.subarray(
            places.map(({ name }) => name),
            { minLength: 1, maxLength: 3 },
          ),
          value: nasty,
          second: nasty,
        }),
        ({ does, typed, keys, value, second }) => {
          const args = Object.fromEntries(keys.map((key, n) => [key, n === 0 ? value : second]));
          const given = { ...facts({ effect: does, places: typed }), args: new Map(Object.entries(args)) };
          const said = wordsFor(given);
          const { key } = said.sentence;
          expect([...(SENTENCES[does] ?? []), 'approval.unknown']).toContain(key);
          if (key !== 'approval.unknown') fitted++;
          const own = new Set(['Claude Desktop', 'mail', 'use_it']);
          for (const words of [said.sentence, said.second, said.destination]) {
            if (words === undefined) continue;
            expect(Object.keys(approvalTexts)).toContain(words.key);
            for (const param of Object.values(words.params).flat()) {
              const raw = param === value || param === second || own.has(param);
              const cut = [value, second].some((long) => long.length > 300 && isCutOf(param, long));
              expect(raw || cut).toBe(true);
            }
          }
          // Nothing in a value is filled in or taken out: the frame stays the frame.
          const frame = approvalTexts[key as keyof typeof approvalTexts].split(/\{\{\w+\}\}/);
          const text = say(said.sentence) ?? '';
          let from = 0;
          for (const piece of frame) {
            const found = text.indexOf(piece, from);
            expect(found).toBeGreaterThanOrEqual(from);
            from = found + piece.length;
          }
          expect(text.endsWith(frame.at(-1) ?? '')).toBe(true);
          const values = [...approvalTexts[key as keyof typeof approvalTexts].matchAll(/\{\{(\w+)\}\}/g)]
            .map(([, name]) => said.sentence.params[name ?? ''])
            .flat();
          expect(text.length).toBe(
            frame.join('').length +
              values.reduce((sum, one) => sum + (one ?? '').length, 0) +
              2 * listCommas(said.sentence.params),
          );
        },
      ),
      { numRuns: 2000 },
    );
    expect(fitted).toBeGreaterThan(100);
  });

  it('do not end the sentence with a value that spans many keys', () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`k${n}`, 'v']));
    expect(
      wordsFor(facts({ effect: 'send', places: MAIL }, { to: 'a@b.org', more: many })).sentence.key,
    ).toBe('approval.unknown');
  });
});

/** Commas that joining lists adds. */
const listCommas = (params: CallWords['sentence']['params']): number =>
  Object.values(params).reduce((sum, value) => sum + (typeof value === 'string' ? 0 : value.length - 1), 0);

const isCutOf = (cut: string, long: string): boolean => {
  const [head, tail] = [cut.slice(0, cut.lastIndexOf('…')), cut.slice(cut.lastIndexOf('…') + 1)];
  const at = [...cut.matchAll(/…/g)].some(
    ({ index }) => long.startsWith(cut.slice(0, index)) && long.endsWith(cut.slice(index + 1)),
  );
  return at || (long.startsWith(head) && long.endsWith(tail));
};

describe('the catalogue', () => {
  it('is filled in once, for a terminal: lists joined, values quoted, holes shown', () => {
    expect(fill('{{a}} to {{b}}: {{c}}', { a: '{{b}} $&', b: ['x', '{{a}}'] })).toBe(
      '{{b}} $& to x, {{a}}: ?',
    );
    expect(fill('{{a}}', { a: ['\u001b', 'b'] }, (text) => JSON.stringify(text))).toBe('"\\u001b", "b"');
    expect(fill('{{constructor}} {{__proto__}}', {})).toBe('? ?');
  });

  it('holds plain sentences', () => {
    for (const [key, text] of Object.entries(approvalTexts)) {
      expect(key).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
      if (/^(approval|missed)\./.test(key)) expect(text, key).toMatch(/\.$/);
      expect(text.replaceAll(/\{\{\w+\}\}/g, ''), key).not.toMatch(/[{}]/);
    }
  });
});
