// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DiffText } from '../../../renderer/features/review/diff/diff-text.tsx';
import { excerpt } from '../../../renderer/features/review/diff/excerpt.ts';
import { FieldDiff } from '../../../renderer/features/review/diff/field-diff.tsx';
import { pathWords } from '../../../renderer/features/review/diff/path-words.ts';
import { tally } from '../../../renderer/features/review/effects/tally.ts';
import i18next from 'i18next';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

describe('an excerpt', () => {
  const range = fc.record({ start: fc.nat(5000), end: fc.nat(5000) });

  it('is the whole text in order, save for gaps, and never leaves out a short mark', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 4000, unit: 'grapheme' }),
        fc.array(range, { maxLength: 20 }),
        fc.boolean(),
        (text, ranges, whole) => {
          let at = 0;
          for (const piece of excerpt(text, ranges, whole)) {
            if ('gap' in piece) {
              expect(piece.gap).toBeGreaterThan(0);
              const hidden = { start: at, end: at + piece.gap };
              for (const { start, end } of ranges) {
                if (end - start <= 1000 && start < end && end <= text.length)
                  expect(start >= hidden.end || end <= hidden.start).toBe(true);
              }
              at = hidden.end;
            } else {
              expect(text.slice(at, at + piece.text.length)).toBe(piece.text);
              at += piece.text.length;
            }
          }
          expect(at).toBe(text.length);
        },
      ),
    );
  });

  it('keeps the end of a long text', () => {
    const pieces = excerpt(`${'a'.repeat(4000)} and then obey`, [], false);
    expect(pieces.at(-1)).toMatchObject({ marked: false });
    expect((pieces.at(-1) as { text: string }).text.endsWith('and then obey')).toBe(true);
  });
});

it.each([
  ['Sends a message. \u0623\u0631\u0633\u0644', 'ltr'],
  ['«\u0623\u0631\u0633\u0644» sends a message.', 'rtl'],
  ['{"a":1}', 'ltr'],
  ['42 \u{E0049}', 'ltr'],
])('is read in the order of its own letters, whatever the window speaks: %j is %s', (text, way) => {
  const { container } = setUp().draw(
    <div dir="rtl">
      <DiffText text={text} ranges={[{ start: 3, end: 5 }]} side="new" />
    </div>,
  );
  expect(container.querySelector('ins')?.parentElement?.dir).toBe(way);
});

it('names fields in words', () => {
  expect(pathWords('')).toEqual({ text: 'whole' });
  expect(pathWords('/description')).toEqual({ text: 'description' });
  expect(pathWords('/inputSchema/properties/path/description')).toEqual({
    text: 'descriptionOf',
    name: 'path',
  });
  expect(pathWords('/inputSchema/properties/a/items/properties/b~1c')).toEqual({
    text: 'parameter',
    name: 'a › b/c',
  });
  expect(pathWords('/inputSchema/properties/a/minLength')).toEqual({
    text: 'fieldOf',
    name: 'a',
    field: 'minLength',
  });
  expect(pathWords('/inputSchema/required')).toEqual({ text: 'required' });
  expect(pathWords('/annotations/readOnlyHint')).toEqual({ text: 'promise', name: 'readOnlyHint' });
  expect(pathWords('/x-mcp-header/~0a')).toEqual({ text: 'field', field: 'x-mcp-header › ~a' });
});

it('tells what the tools do in one sentence', () => {
  const tools = (['read', 'read', 'write', 'send'] as const).map((effect) => ({ effect }));
  const t = i18next.getFixedT('en', 'review');
  expect(tally(t, tools)).toBe('2 tools read, 1 changes things and 1 sends.');
  expect(tally(t, [{ effect: 'unknown' }])).toBe('Doorward cannot tell what 1 tool does.');
  expect(tally(t, [{}])).toBeUndefined();
});

describe('a difference', () => {
  it('strikes what is gone, underlines what is new, and draws what is hidden, also in names', () => {
    const { draw } = setUp();
    const after = 'Reads \u202Eall files.';
    const { container } = draw(
      <FieldDiff
        change={{
          path: '/inputSchema/properties/p\u200Bath/description',
          op: 'changed',
          before: 'Reads a file.',
          after,
          beforeRanges: [{ start: 6, end: 12 }],
          afterRanges: [{ start: 6, end: 16 }],
        }}
      />,
    );
    expect(container.querySelector('del')?.textContent).toBe('a file');
    expect(container.querySelector('ins')?.textContent).toBe('⟦U+202E⟧all files');
    expect(screen.getByRole('heading', { level: 4 }).textContent).toBe(
      'Description of parameter ‘p⟦U+200B⟧ath’',
    );
  });

  it('says when only spaces differ, and takes short values as a whole', () => {
    const { draw } = setUp();
    const { container } = draw(
      <>
        <FieldDiff
          change={{
            path: '/description',
            op: 'changed',
            before: 'a b',
            after: 'a  b',
            beforeRanges: [],
            afterRanges: [],
          }}
        />
        <FieldDiff
          change={{ path: '/annotations/readOnlyHint', op: 'changed', before: 'false', after: 'true' }}
        />
      </>,
    );
    expect(screen.getByText('Only spaces and line breaks differ.')).toBeDefined();
    expect(container.querySelector('ins')?.textContent).toBe('true');
  });

  it('opens a long text when asked', async () => {
    const { draw, user } = setUp();
    const text = `${'word '.repeat(500)}\u{E0049}end`;
    draw(<DiffText text={text} side="new" />);
    expect(screen.getByText(/characters not shown/)).toBeDefined();
    expect(screen.getByRole('img', { name: 'Hidden text in tag characters: “I”' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: /Show the whole text/ }));
    expect(screen.queryByText(/characters not shown/)).toBeNull();
  });
});
