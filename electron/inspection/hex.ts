/** What a hexadecimal digit of either case says; -1: it is none. */
export function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** What so many hexadecimal digits at `at` say together; -1: one of them is none. */
export function hexAt(text: string, at: number, digits: number): number {
  let all = 0;
  for (let i = at; i < at + digits; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit === -1) return -1;
    all = all * 16 + digit;
  }
  return all;
}
