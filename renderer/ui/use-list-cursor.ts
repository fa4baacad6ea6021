import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';

export interface ListCursor {
  /** What stands under the cursor; the first one until somebody moves it. */
  readonly active: string | undefined;
  /** Puts the cursor on the first one again. */
  readonly reset: () => void;
  /** For the field. */
  readonly field: {
    readonly role: 'combobox';
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-haspopup': 'listbox';
    readonly 'aria-expanded': true;
    readonly 'aria-controls': string;
    readonly 'aria-activedescendant': string | undefined;
    readonly autoComplete: 'off';
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  readonly list: { readonly id: string; readonly role: 'listbox' };
  /** For the option of a key. */
  readonly option: (key: string) => {
    readonly id: string;
    readonly role: 'option';
    readonly 'aria-selected': boolean;
    readonly 'data-highlighted': '' | undefined;
    readonly onMouseDown: (event: MouseEvent) => void;
    readonly onMouseMove: (event: MouseEvent) => void;
    readonly onClick: () => void;
  };
}

/**
 * A list under a field (combobox of the ARIA practices): the focus stays in the field, the arrow keys move a cursor
 * through the options and around their end, Enter chooses the one under it, and so does a click. `keys` are unique and
 * in the order in which they are shown.
 */
export function useListCursor(keys: readonly string[], onChoose: (key: string) => void): ListCursor {
  const id = useId();
  const [moved, setMoved] = useState<string>();
  const byKeys = useRef(false);
  const at = Math.max(0, moved === undefined ? 0 : keys.indexOf(moved));
  const active = keys[at];
  const optionId = (key: string): string => `${id}-${keys.indexOf(key)}`;
  const activeId = active === undefined ? undefined : optionId(active);

  useEffect(() => {
    // What the pointer is over is in view already, and moving it away from there would not end.
    if (byKeys.current && activeId !== undefined)
      document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, nativeEvent, ctrlKey, shiftKey, altKey, metaKey } = event;
    // While a word is being put together these keys belong to the input method.
    if (nativeEvent.isComposing || ctrlKey || shiftKey || altKey || metaKey || active === undefined) return;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (step === 0) return onChoose(active);
    byKeys.current = true;
    setMoved(keys[(at + step + keys.length) % keys.length]);
  };

  return {
    active,
    reset: () => {
      byKeys.current = true;
      setMoved(undefined);
    },
    field: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': true,
      'aria-controls': id,
      'aria-activedescendant': activeId,
      autoComplete: 'off',
      onKeyDown,
    },
    list: { id, role: 'listbox' },
    option: (key) => ({
      id: optionId(key),
      role: 'option',
      'aria-selected': key === active,
      'data-highlighted': key === active ? '' : undefined,
      // The focus stays in the field.
      onMouseDown: (event) => event.preventDefault(),
      onMouseMove: ({ nativeEvent: { movementX, movementY } }) => {
        // A list that scrolls under a pointer that rests is told as a move by nothing.
        if (movementX === 0 && movementY === 0) return;
        byKeys.current = false;
        setMoved(key);
      },
      onClick: () => onChoose(key),
    }),
  };
}
