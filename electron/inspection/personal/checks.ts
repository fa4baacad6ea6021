/** Check digits, each of a text of digits unless said otherwise. Pure, linear. */

const at = (digits: string, n: number): number => digits.charCodeAt(n) - 48;

/** The sum of each digit times its weight; weights repeat. */
export function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let n = 0; n < digits.length; n++) sum += at(digits, n) * (weights[n % weights.length] as number);
  return sum;
}

/** ISO/IEC 7812: cards, and the ids of Canada, Sweden and South Africa. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let n = digits.length - 1, double = false; n >= 0; n--, double = !double) {
    const digit = at(digits, n) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** ISO/IEC 7064, mod 97-10, over letters (as 10 to 35) and digits: IBANs have the remainder 1. */
export function mod97(text: string): number {
  let rest = 0;
  for (const c of text) {
    const value = Number.parseInt(c, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** ISO/IEC 7064, mod 11,10: Germany's tax ids. */
export function mod1110(digits: string): boolean {
  let product = 10;
  for (let n = 0; n < digits.length - 1; n++) {
    const sum = (at(digits, n) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === at(digits, digits.length - 1);
}

/** EAN-13: Switzerland's social insurance numbers. */
export const ean13 = (digits: string): boolean => weighted(digits, [1, 3]) % 10 === 0;

const D = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const P = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
];

/** Verhoeff's check in the dihedral group of order ten: India's Aadhaar. */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let n = 0; n < digits.length; n++) {
    const permuted = (P[n % 8] as number[])[at(digits, digits.length - 1 - n)] as number;
    check = (D[check] as number[])[permuted] as number;
  }
  return check === 0;
}

/** A check digit that makes the weighted sum of all a multiple of 11, where 10 stands for `ten` or nothing. */
export function mod11(digits: string, weights: readonly number[]): boolean {
  const rest = weighted(digits.slice(0, -1), weights) % 11;
  const wanted = rest < 2 ? 0 : 11 - rest;
  return wanted === at(digits, digits.length - 1);
}

/** Whether two digits each are a month and a day. */
export const isDay = (month: string, day: string): boolean => {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31;
};

/** Whether all digits are the same, which passes many checks and is nobody's. */
export function isUniform(digits: string): boolean {
  for (let n = 1; n < digits.length; n++) if (digits.charCodeAt(n) !== digits.charCodeAt(0)) return false;
  return digits !== '';
}
