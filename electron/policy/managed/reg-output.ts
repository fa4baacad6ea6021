import { fail, ok, type Result } from '../../../shared/result.ts';

/** A value of the registry, as `reg.exe query` prints it. */
export interface RegValue {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly data: string;
}

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_VALUES = 10_000;
const VALUE = /^ {4}(.{1,300}?) {4}(REG_[A-Z_]{1,40})(?: {4}(.*))?$/;

/**
 * Reads what `reg.exe query KEY /s` printed: for each key an empty line, the key, and a line for each value. Other
 * letters than ASCII do not come through reg.exe as they are, so they are refused; so is everything that is cut off
 * or has a line that is neither. The message is the end of a sentence.
 */
export function readRegOutput(
  output: Buffer,
): Result<{ readonly keys: readonly string[]; readonly values: readonly RegValue[] }, 'malformed'> {
  if (output.length > MAX_BYTES) return fail('malformed', 'it is larger than 4 MiB');
  if (output.some((byte) => byte > 0x7e || (byte < 0x20 && byte !== 0x0a && byte !== 0x0d)))
    return fail(
      'malformed',
      'it holds letters beyond ASCII; write them in "PolicyJson" as \\u and four digits',
    );
  const text = output.toString('latin1');
  if (text !== '' && !text.endsWith('\n')) return fail('malformed', 'the registry was not read to its end');
  const keys: string[] = [];
  const values: RegValue[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    const key = keys.at(-1);
    if (/^HKEY_/i.test(line)) {
      keys.push(line);
      continue;
    }
    const value = VALUE.exec(line);
    if (value === null || key === undefined)
      return fail('malformed', 'the registry holds a value of several lines');
    values.push({ key, name: value[1] as string, type: value[2] as string, data: value[3] ?? '' });
    if (values.length > MAX_VALUES) return fail('malformed', 'the registry holds too many values');
  }
  return ok({ keys, values });
}
