import { isDay, isUniform, luhn, mod1110, weighted } from './checks.ts';

/** The checks of ids of states, each of the value without what stands between, in capitals. */

const INVENTED_SSN = new Set(['078051120', '219099999', '457555462', '123456789']);
export const DNI = 'TRWAGMYFPDXBNJZSQVHLCKE';
export const HETU = '0123456789ABCDEFHJKLMNPRSTUVWXY';
export const digit = (text: string, n: number): number => text.charCodeAt(n) - 48;

export function ssn(value: string): boolean {
  const area = value.slice(0, 3);
  if (area === '000' || area === '666' || area >= '900') return false;
  return (
    value.slice(3, 5) !== '00' && value.slice(5) !== '0000' && !INVENTED_SSN.has(value) && !isUniform(value)
  );
}

/** Exactly one of the first ten digits stands there twice or three times, and the first is no zero. */
export function steuerId(value: string): boolean {
  if (value[0] === '0' || !mod1110(value)) return false;
  const counts = new Map<string, number>();
  for (const c of value.slice(0, 10)) counts.set(c, (counts.get(c) ?? 0) + 1);
  const repeated = [...counts.values()].filter((n) => n > 1);
  return repeated.length === 1 && (repeated[0] as number) <= 3;
}

export function cpf(value: string): boolean {
  const check = (n: number): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += digit(value, i) * (n + 1 - i);
    return ((sum * 10) % 11) % 10;
  };
  return !isUniform(value) && check(9) === digit(value, 9) && check(10) === digit(value, 10);
}

export function tckn(value: string): boolean {
  let odd = 0;
  let even = 0;
  for (let n = 0; n < 9; n += 2) odd += digit(value, n);
  for (let n = 1; n < 9; n += 2) even += digit(value, n);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  const sum = weighted(value.slice(0, 10), [1]) % 10;
  return value[0] !== '0' && tenth === digit(value, 9) && sum === digit(value, 10);
}

export function fodselsnummer(value: string): boolean {
  const day = Number(value.slice(0, 2)) % 40;
  if (day < 1 || day > 31 || !isDay(value.slice(2, 4), '1')) return false;
  return (
    weighted(value.slice(0, 10), [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weighted(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

export function pesel(value: string): boolean {
  const month = String(Number(value.slice(2, 4)) % 20);
  return isDay(month, value.slice(4, 6)) && weighted(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

export const personnummer = (value: string): boolean => {
  const ten = value.slice(-10);
  const day = Number(ten.slice(4, 6)) % 60;
  return isDay(ten.slice(2, 4), String(day)) && luhn(ten) && !isUniform(ten);
};

export const nir = (value: string): boolean =>
  /^[12378]/.test(value) &&
  value.length === 15 &&
  97 - Number(BigInt(value.slice(0, 13)) % 97n) === Number(value.slice(13));

export const belgian = (value: string): boolean => {
  const check = Number(value.slice(9));
  const day = value.slice(4, 6);
  const old = 97 - (Number(value.slice(0, 9)) % 97);
  const recent = 97 - (Number(`2${value.slice(0, 9)}`) % 97);
  return isDay(value.slice(2, 4), day) && (check === old || check === recent);
};

export const resident = (value: string): boolean => {
  const sum = weighted(value.slice(0, 17), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return (
    '10X98765432'[sum % 11] === value[17] &&
    isDay(value.slice(10, 12), value.slice(12, 14)) &&
    /^[1-9]/.test(value)
  );
};

export const thai = (value: string): boolean => {
  const sum = weighted(value.slice(0, 12), [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return /^[1-8]/.test(value) && (11 - (sum % 11)) % 10 === digit(value, 12);
};

export const cnp = (value: string): boolean => {
  const rest = weighted(value.slice(0, 12), [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (
    /^[1-8]/.test(value) &&
    isDay(value.slice(3, 5), value.slice(5, 7)) &&
    (rest === 10 ? 1 : rest) === digit(value, 12)
  );
};

export const myNumber = (value: string): boolean => {
  const rest = weighted(value.slice(0, 11), [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return !isUniform(value) && (rest <= 1 ? 0 : 11 - rest) === digit(value, 11);
};

export const rut = (value: string): boolean => {
  const body = value.slice(0, -1);
  let sum = 0;
  for (let n = 0; n < body.length; n++) sum += digit(body, body.length - 1 - n) * ((n % 6) + 2);
  return '0123456789K'[(11 - (sum % 11)) % 11] === value.at(-1);
};

const ODD = '1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23'.split(' ').map(Number);

/** Italy's tax code: odd places count by a table, even ones as they are. */
export function codiceFiscale(value: string): boolean {
  let sum = 0;
  for (let n = 0; n < 15; n++) {
    const c = value.charCodeAt(n);
    const place = c < 65 ? c - 48 : c - 65;
    sum += n % 2 === 0 ? (ODD[place] as number) : place;
  }
  return String.fromCharCode(65 + (sum % 26)) === value[15];
}

export function curp(value: string): boolean {
  const order = '0123456789ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ';
  let sum = 0;
  for (let n = 0; n < 17; n++) sum += order.indexOf(value[n] as string) * (18 - n);
  return String((10 - (sum % 10)) % 10) === value[17];
}

export function nric(value: string): boolean {
  const first = value[0] as string;
  const sum =
    weighted(value.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) +
    (first === 'T' || first === 'G' ? 4 : first === 'M' ? 3 : 0);
  const letters =
    first === 'S' || first === 'T' ? 'JZIHGFEDCBA' : first === 'M' ? 'KLJNPQRTUWX' : 'XWUTRQPNMLK';
  return letters[first === 'M' ? 10 - (sum % 11) : sum % 11] === value[8];
}

export function taiwan(value: string): boolean {
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(value[0] as string) + 10;
  return (
    (Math.floor(letter / 10) + (letter % 10) * 9 + weighted(value.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) %
      10 ===
    0
  );
}

export function deSocial(value: string): boolean {
  const letter = String(value.charCodeAt(8) - 64).padStart(2, '0');
  const digits = value.slice(0, 8) + letter + value.slice(9, 11);
  let sum = 0;
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  for (let n = 0; n < 12; n++) {
    const product = digit(digits, n) * (weights[n] as number);
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 10 === digit(value, 11);
}

/** Ireland's: seven digits, a letter that checks them, and since 2013 another that counts. */
export function pps(value: string): boolean {
  const second = value.length > 8 && value[8] !== 'W' ? (value.charCodeAt(8) - 64) * 9 : 0;
  const sum = weighted(value.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) + second;
  return 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23] === value[7];
}
