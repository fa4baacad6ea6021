/** A text read once more, and where each of its characters stood; one place more than there are characters. */
export interface Unescaped {
  readonly text: string;
  readonly places: Uint32Array;
}

const SHORT = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
const HEX = /^[0-9a-fA-F]{4}$/;
const TORN = /\\(?:u[0-9a-fA-F]{0,3})?$/;

/**
 * Reads JSON's escapes, wherever they stand. What is no escape stays as it is; an escape that the end of the text
 * cuts in two is left out, so that what was read so far still ends where the known part ends.
 */
export function unescapeJson(source: string): Unescaped {
  const places = new Uint32Array(source.length + 1);
  let text = '';
  let at = 0;
  let copied = 0;
  let count = 0;
  for (;;) {
    const slash = source.indexOf('\\', at);
    const stop = slash === -1 ? source.length : slash;
    while (at < stop) places[count++] = at++;
    if (slash === -1) break;
    const next = source[slash + 1] ?? '';
    const code = next === 'u' ? source.slice(slash + 2, slash + 6) : '';
    const short = SHORT.get(next);
    const length = short !== undefined ? 2 : HEX.test(code) ? 6 : 0;
    if (length === 0) {
      if (TORN.test(source.slice(slash, slash + 6)) && slash + 6 > source.length) {
        places[count] = slash;
        return { text: text + source.slice(copied, slash), places: places.subarray(0, count + 1) };
      }
      places[count++] = at++;
      continue;
    }
    text += source.slice(copied, slash) + (short ?? String.fromCharCode(Number.parseInt(code, 16)));
    places[count++] = slash;
    at = slash + length;
    copied = at;
  }
  places[count] = source.length;
  return { text: text + source.slice(copied), places: places.subarray(0, count + 1) };
}
