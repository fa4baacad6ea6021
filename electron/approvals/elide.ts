/**
 * A text of at most `limit` UTF-16 units: of a longer one the beginning and the end, for what matters of a path or a
 * command is often at its end. Never half a character.
 */
export function elide(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let head = Math.ceil((limit - 1) * 0.6);
  let tail = text.length - (limit - 1 - head);
  if (isHigh(text.charCodeAt(head - 1))) head--;
  if (isLow(text.charCodeAt(tail))) tail++;
  return `${text.slice(0, head)}…${text.slice(tail)}`;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
