/** Integers of so many digits are written as they came: fifteen digits are exact in a double and canonical already. */
export const PLAIN_INTEGER_CHARS = 15;

/** No honest number has an exponent of more digits; longer ones could not be added up exactly below. */
const MAX_EXPONENT_CHARS = 12;

/**
 * The canonical text of a JSON number. RFC 8785 writes numbers as the nearest IEEE double, under which 2^53 and
 * 2^53+1 are one number; a reader with exact integers sees two, and a change between them must not pass as none.
 * So: where the double's own shortest text is exactly the decimal value that was sent, that text (1.0, 1e0 and 1 are
 * one); anywhere else the exact decimal value as digits and exponent, which equals no other number's text.
 * -0 is 0, as in RFC 8785. Undefined for an exponent of more than 12 digits.
 */
export function canonicalNumber(text: string): string | undefined {
  const sent = decimal(text);
  if (sent === undefined) return undefined;
  const double = String(Number(text));
  const short = double.endsWith('y') ? undefined : decimal(double);
  if (short !== undefined && short.digits === sent.digits && short.exponent === sent.exponent) {
    return double === '-0' ? '0' : double;
  }
  return `${sent.negative ? '-' : ''}${sent.digits}e${sent.exponent}`;
}

interface Decimal {
  readonly negative: boolean;
  /** Without zeros at either end; `0` for zero. */
  readonly digits: string;
  /** Power of ten of the last digit. */
  readonly exponent: number;
}

function decimal(text: string): Decimal | undefined {
  const negative = text.startsWith('-');
  const e = text.search(/[eE]/);
  const mantissa = text.slice(negative ? 1 : 0, e < 0 ? text.length : e);
  const power = e < 0 ? '0' : text.slice(e + 1);
  const powerDigits = trimStart(power.replace(/^[+-]/, ''));
  const point = mantissa.indexOf('.');
  const all = point < 0 ? mantissa : mantissa.slice(0, point) + mantissa.slice(point + 1);
  const leading = trimStart(all);
  if (leading === '') return { negative: false, digits: '0', exponent: 0 };
  if (powerDigits.length > MAX_EXPONENT_CHARS) return undefined;
  const digits = trimEnd(leading);
  const exponent =
    Number(power) - (point < 0 ? 0 : mantissa.length - point - 1) + (leading.length - digits.length);
  return { negative, digits, exponent };
}

// By hand: /0+$/ looks at every zero from every zero.
function trimStart(digits: string): string {
  let start = 0;
  while (digits[start] === '0') start++;
  return digits.slice(start);
}

function trimEnd(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
