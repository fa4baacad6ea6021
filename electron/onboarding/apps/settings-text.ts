import { fail, ok, type Result } from '../../../shared/result.ts';

const BOM = '\uFEFF';
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A text without the mark that some editors put before it, and the mark. */
export interface SettingsText {
  readonly mark: string;
  readonly text: string;
}

/** Reads a file's bytes as text. Refused with the rest of a sentence: what is no UTF-8. */
export function textOf(bytes: Buffer): Result<SettingsText> {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return fail('malformed', 'is saved as UTF-16; save it as UTF-8');
  try {
    const whole = decoder.decode(bytes);
    return ok(whole.startsWith(BOM) ? { mark: BOM, text: whole.slice(1) } : { mark: '', text: whole });
  } catch {
    return fail('malformed', 'is no text in UTF-8');
  }
}

export const bytesOf = ({ mark, text }: SettingsText): Buffer => Buffer.from(mark + text, 'utf8');
