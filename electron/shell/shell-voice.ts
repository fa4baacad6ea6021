import type { Language } from '../../shared/model/language.ts';
import type { ShellTexts } from './texts/shell-texts.ts';
import { textsFor } from './texts/texts-for.ts';

/** The language in which the shell speaks, which is that of the windows. */
export interface ShellVoice {
  /** Finds out what is chosen now, tells the listeners when that is another language than before, and gives it back. */
  look(): Language;
  /** What the shell says, in the language that was found last. Asked anew for each text, never kept. */
  readonly texts: () => ShellTexts;
  /** Calls `listener` after the language has become another one: what stands on the desktop is made anew. */
  onChange(listener: () => void): void;
}

/** `chosen` answers what is chosen now. It is asked when the voice is made, and then only by `look`. */
export function shellVoice(chosen: () => Language): ShellVoice {
  const listeners: (() => void)[] = [];
  let spoken = chosen();
  return {
    look() {
      const now = chosen();
      if (now !== spoken) {
        spoken = now;
        for (const listener of listeners) listener();
      }
      return now;
    },
    texts: () => textsFor(spoken),
    onChange: (listener) => void listeners.push(listener),
  };
}
