// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import fc from 'fast-check';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { placesOf, rowAt } from '../../../renderer/features/servers/use-measured-rows.ts';
import { useListCursor } from '../../../renderer/ui/use-list-cursor.ts';

afterEach(cleanup);

describe('rows of different heights', () => {
  it('stand under each other, and the row at a place is the one that is there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, part) => {
          const keys = sizes.map((_, index) => `k${index}`);
          const places = placesOf(keys, new Map(sizes.map((size, index) => [`k${index}`, size])), 57);
          expect(places).toHaveLength(keys.length + 1);
          const place = part * (places.at(-1) ?? 0);
          const row = rowAt(places, place);
          expect(places[row]).toBeLessThanOrEqual(place);
          if (row < keys.length - 1) expect(places[row + 1]).toBeGreaterThan(place);
        },
      ),
    );
    expect(placesOf(['a', 'b'], new Map([['b', 90]]), 57)).toEqual([0, 57, 147]);
    expect(rowAt([0], 99)).toBe(0);
  });
});

describe('a list under a field', () => {
  function Fruits({ all, onChoose }: { all: readonly string[]; onChoose: (key: string) => void }) {
    const [text, setText] = useState('');
    const keys = all.filter((each) => each.includes(text));
    const cursor = useListCursor(keys, onChoose);
    return (
      <>
        <input
          {...cursor.field}
          aria-label="Fruit"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            cursor.reset();
          }}
        />
        <div {...cursor.list} aria-label="Fruits">
          {keys.map((key) => (
            <div key={key} {...cursor.option(key)}>
              {key}
            </div>
          ))}
        </div>
      </>
    );
  }
  const all = ['apple', 'banana', 'cherry'];
  const draw = (given: readonly string[] = all) => {
    const onChoose = vi.fn<(key: string) => void>();
    const { rerender } = render(<Fruits all={given} onChoose={onChoose} />);
    const field = screen.getByRole('combobox', { name: 'Fruit' });
    field.focus();
    return {
      onChoose,
      field,
      user: userEvent.setup(),
      again: (next: readonly string[]) => rerender(<Fruits all={next} onChoose={onChoose} />),
    };
  };
  const active = (): string | undefined =>
    document.getElementById(screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '')
      ?.textContent ?? undefined;
  const chosen = (): (string | null)[] =>
    screen.getAllByRole('option', { selected: true }).map(({ textContent }) => textContent);

  it('begins with the first, goes around both ends, and keeps the focus in the field', async () => {
    const { user, field, onChoose } = draw();
    expect(field.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
    expect([active(), chosen()]).toEqual(['apple', ['apple']]);
    await user.keyboard('{ArrowUp}');
    expect([active(), chosen()]).toEqual(['cherry', ['cherry']]);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()).toBe('banana');
    await user.keyboard('{Enter}');
    expect(onChoose.mock.calls).toEqual([['banana']]);
    await user.click(screen.getByRole('option', { name: 'cherry' }));
    expect(onChoose.mock.calls.at(-1)).toEqual(['cherry']);
    expect(document.activeElement).toBe(field);
  });

  it('begins anew with every letter, and keeps its place when other options come in between', async () => {
    const { user, again } = draw();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    again(['apple', 'apricot', 'banana', 'cherry']);
    expect(active()).toBe('cherry');
    again(['apple', 'apricot']);
    expect(active()).toBe('apple');
    again(all);
    await user.keyboard('n');
    expect(active()).toBe('banana');
  });

  it('leaves keys alone that are not for it: of an input method, with others, and without any option', async () => {
    const { user, onChoose, field } = draw();
    await user.keyboard('{Control>}{Enter}{/Control}{Shift>}{ArrowDown}{/Shift}');
    const composing = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
      cancelable: true,
    });
    field.dispatchEvent(composing);
    expect([active(), onChoose.mock.calls, composing.defaultPrevented]).toEqual(['apple', [], false]);
    await user.keyboard('zzz{ArrowDown}{Enter}');
    expect(field.getAttribute('aria-activedescendant')).toBeNull();
    expect(onChoose.mock.calls).toEqual([]);
  });

  it('follows a pointer that moves, not a list that moves under one that rests', () => {
    draw();
    const move = (name: string, by: number): void => {
      const event = new MouseEvent('mousemove', { bubbles: true });
      Object.defineProperties(event, { movementX: { value: by }, movementY: { value: 0 } });
      act(() => void screen.getByRole('option', { name }).dispatchEvent(event));
    };
    move('cherry', 3);
    expect(active()).toBe('cherry');
    move('banana', 0);
    expect(active()).toBe('cherry');
  });
});
