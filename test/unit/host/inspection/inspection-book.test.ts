import { describe, expect, it, vi } from 'vitest';
import {
  type InspectionBook,
  openInspectionBook,
} from '../../../../electron/host/inspection/inspection-book.ts';
import type { SealedRows } from '../../../../electron/host/sealed/sealed-rows.ts';
import { DEFAULT_PERSONAL } from '../../../../electron/inspection/personal/find-personal.ts';
import {
  MAX_ACT_CHOICES,
  MAX_CANARIES,
  MAX_MASKS,
  type MaskShape,
  personalType,
  watched,
} from '../../../../shared/model/inspection.ts';
import { memoryRows } from '../../../fixtures/memory-rows.ts';

const open = (rows: SealedRows, locked = false): InspectionBook =>
  openInspectionBook({ rows, locked, servers: () => ['crm', 'files'] });

const mask = (name: string, more: Partial<MaskShape> = {}): MaskShape => ({
  name,
  find: { words: ['Miller'] },
  way: 'remove',
  direction: 'both',
  ...more,
});
const CANARY = { name: 'salaries', createdAt: 5 };

function filled(rows: SealedRows): InspectionBook {
  const book = open(rows);
  for (const done of [
    book.setActs([{ watch: 'secret', act: 'block', server: 'crm' }]),
    book.setPersonal(['iban', 'email']),
    book.putMask(mask('Customers', { restoreFor: ['crm', 'files'] })),
    book.setLabel('crm', 'private', true),
    book.setLabel('crm', 'public', false),
    book.putCanary(CANARY),
  ])
    expect(done.ok).toBe(true);
  return book;
}
const saidBy = (book: InspectionBook) => ({
  acts: book.acts(),
  personal: book.personal(),
  masks: book.masks(),
  labels: [...book.labels('crm')],
  canaries: book.canaries(),
});

describe('what was chosen about inspection', () => {
  it('is nothing at first, with the usual personal data', () => {
    const book = open(memoryRows().rows);
    expect(saidBy(book)).toEqual({
      acts: [],
      personal: DEFAULT_PERSONAL,
      masks: [],
      labels: [],
      canaries: [],
    });
    expect([book.distrusted, book.notices]).toEqual([false, []]);
  });

  it('comes back as it was, and tells of every change', () => {
    const { rows } = memoryRows();
    const book = filled(rows);
    const after = open(rows);
    expect(saidBy(after)).toEqual(saidBy(book));
    expect(saidBy(after)).toMatchObject({
      personal: ['email', 'iban'],
      labels: [
        ['private', true],
        ['public', false],
      ],
    });
    const heard = vi.fn();
    after.onChange(heard);
    const before = after.version;
    const masks = after.masks();
    after.setLabel('crm', 'private', undefined);
    expect([heard.mock.calls.length, after.version > before]).toEqual([1, true]);
    expect([...after.labels('crm')]).toEqual([['public', false]]);
    // Those who compile masks do so only when one has changed.
    expect(after.masks()).toBe(masks);
    expect(after.labels('crm')).toBe(after.labels('crm'));
    expect([...after.labels('constructor')]).toEqual([]);
  });

  it('has bounds, and says so', () => {
    const book = open(memoryRows().rows);
    const many = Array.from({ length: MAX_ACT_CHOICES + 1 }, () => ({ watch: 'flow', act: 'ask' }) as const);
    expect(book.setActs(many)).toMatchObject({ ok: false, code: 'full' });
    for (let i = 0; i < MAX_MASKS; i++) expect(book.putMask(mask(`M${i}`)).ok).toBe(true);
    expect(book.putMask(mask('Another'))).toMatchObject({ ok: false, code: 'full' });
    expect(book.putMask(mask('M7', { way: 'hash' })).ok).toBe(true);
    expect(book.masks().find(({ name }) => name === 'M7')?.way).toBe('hash');
    for (let i = 0; i < MAX_CANARIES; i++)
      expect(book.putCanary({ name: `c${i}`, createdAt: 0 }).ok).toBe(true);
    expect(book.putCanary({ name: 'another', createdAt: 0 })).toMatchObject({ ok: false, code: 'full' });
    expect(book.putCanary({ name: 'c3', createdAt: 0, lastSeenAt: 9 }).ok).toBe(true);
    expect(book.removeMask('nobody')).toMatchObject({ ok: false, code: 'unknown' });
    expect(book.removeCanary('nobody')).toMatchObject({ ok: false, code: 'unknown' });
  });

  it('keeps no more text of masks than every window can be sent', () => {
    const book = open(memoryRows().rows);
    const words = Array.from({ length: 5000 }, (_, i) => `${i} ${'x'.repeat(190)}`);
    let full = false;
    for (let i = 0; i < 5 && !full; i++) full = !book.putMask(mask(`M${i}`, { find: { words } })).ok;
    expect(full).toBe(true);
    expect(book.masks().length).toBeGreaterThan(0);
    expect(book.removeMask('M0').ok).toBe(true);
    expect(book.putMask(mask('Small')).ok).toBe(true);
  });

  it('forgets a server: another one of its name gets none of it, and no values back', () => {
    const { rows } = memoryRows();
    filled(rows).forgetServer('crm');
    const after = open(rows);
    expect(saidBy(after)).toMatchObject({ acts: [], labels: [], masks: [{ restoreFor: ['files'] }] });
  });
});

describe('what was changed outside Doorward', () => {
  const LOST = {
    inspection: {
      acts: watched.options.map((watch) => ({ watch, act: 'ask' })),
      personal: personalType.options,
    },
    masks: { masks: [] },
    labels: {
      labels: [
        ['private', true],
        ['untrusted', true],
        ['public', true],
      ],
    },
    canaries: { canaries: [] },
  };
  const names = Object.keys(LOST) as (keyof typeof LOST)[];

  it.each(names)(
    '%s: a row that does not count makes it stricter, is said, and is kept so at once',
    (name) => {
      const { rows, kept, puts } = memoryRows();
      const before = saidBy(filled(rows));
      const row = kept.get(name);
      if (row === undefined) throw new Error('no such row');
      row.counts = false;
      puts.length = 0;
      const book = open(rows);
      expect(saidBy(book)).toEqual({ ...before, ...LOST[name] });
      expect([book.distrusted, book.notices.length, puts]).toEqual([true, 1, [name]]);
      // The next start finds what was put there, and nothing to say.
      const next = open(rows);
      expect([saidBy(next), next.distrusted]).toEqual([saidBy(book), false]);
    },
  );

  it.each(names)('%s: so does a row that was taken away', (name) => {
    const { rows, kept, missing } = memoryRows();
    const before = saidBy(filled(rows));
    kept.delete(name);
    missing.add(name);
    const book = open(rows);
    expect(saidBy(book)).toEqual({ ...before, ...LOST[name] });
    expect([book.distrusted, book.notices.length]).toEqual([true, 1]);
  });

  it.each(['not json', '{}', '{"acts":[{"watch":"secret","act":"pass","evil":1}],"personal":[]}'])(
    'so does one that says what nobody could have chosen: %s',
    (text) => {
      const { rows, kept } = memoryRows();
      kept.set('inspection', { text, counts: true });
      expect(saidBy(open(rows))).toMatchObject(LOST.inspection);
    },
  );

  it('throws nothing away while the key is not at hand, and takes no change', () => {
    const { rows, kept, puts } = memoryRows();
    filled(rows);
    for (const row of kept.values()) row.counts = false;
    const texts = [...kept.values()].map(({ text }) => text);
    puts.length = 0;
    const book = open(rows, true);
    expect(saidBy(book)).toMatchObject({ ...LOST.inspection, ...LOST.labels });
    for (const done of [
      book.setActs([]),
      book.setPersonal([]),
      book.putMask(mask('New')),
      book.setLabel('crm', 'private', false),
      book.putCanary(CANARY),
    ])
      expect(done).toMatchObject({ ok: false, code: 'locked' });
    book.forgetServer('crm');
    expect([puts, book.notices, [...kept.values()].map(({ text }) => text)]).toEqual([[], [], texts]);
  });
});
