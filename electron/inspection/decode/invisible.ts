import { type Decoded, placed } from './part.ts';

// Alphabets that nobody sees: tag characters (invisible ASCII) and variation selectors that carry one byte each.

/** Every run of tags or of selectors that spells at least two characters. Linear. */
export function readInvisible(text: string): Decoded[] {
  const found: Decoded[] = [];
  let run: { says: number[]; places: number[]; bytes: boolean } | undefined;
  const close = (end: number): void => {
    if (run !== undefined && run.says.length > 1) {
      const says = run.bytes ? latin(run.says) : String.fromCharCode(...run.says.slice(0, 4096));
      if (says !== undefined) found.push(placed(says, [...run.places.slice(0, says.length), end], 'tags'));
    }
    run = undefined;
  };
  for (let i = 0; i < text.length; i++) {
    if (!maySpell(text.charCodeAt(i))) {
      if (run !== undefined) close(i);
      continue;
    }
    const code = text.codePointAt(i) as number;
    const tag = code >= 0xe0020 && code < 0xe007f ? code - 0xe0000 : undefined;
    const byte = tag === undefined ? selectorByte(code) : undefined;
    const width = code > 0xffff ? 2 : 1;
    if (tag === undefined && byte === undefined) {
      if (code !== 0xe0001 && code !== 0xe007f) close(i);
    } else {
      if (run !== undefined && run.bytes !== (byte !== undefined)) close(i);
      run ??= { says: [], places: [], bytes: byte !== undefined };
      if (run.says.length < 65_536) {
        run.says.push((tag ?? byte) as number);
        run.places.push(i);
      }
    }
    i += width - 1;
  }
  close(text.length);
  return found;
}

/** A selector of one unit, or the first half of one and of a tag character. */
const maySpell = (unit: number): boolean => unit === 0xdb40 || (unit >= 0xfe00 && unit <= 0xfe0f);

function selectorByte(code: number): number | undefined {
  if (code >= 0xfe00 && code <= 0xfe0f) return code - 0xfe00;
  return code >= 0xe0100 && code <= 0xe01ef ? code - 0xe0100 + 16 : undefined;
}

function latin(bytes: readonly number[]): string | undefined {
  const says = Buffer.from(bytes.slice(0, 65_536)).toString('latin1');
  return /[A-Za-z]{2}/.test(says) ? says : undefined;
}
