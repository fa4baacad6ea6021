/** Shorter values occur in ordinary words, and a text would become unreadable. */
export const SHORTEST_SECRET = 6;

/**
 * The forms in which a value may stand in a text: itself, percent-encoded, and inside base64 of either alphabet,
 * where the same value has three forms after how many bytes come before it. JSON's escapes are not among them: they
 * have too many spellings, so texts are unescaped instead.
 */
export function formsOf(value: string): string[] {
  const encoded = percentEncoded(value);
  const bytes = Buffer.from(value, 'utf8');
  const inBase64 = [0, 1, 2].map((before) => insideBase64(bytes, before));
  const forms = [
    value,
    encoded,
    encoded.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    encoded.replaceAll('%20', '+'),
    ...inBase64,
    ...inBase64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST_SECRET);
}

function percentEncoded(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

/** The characters of base64 that depend on these bytes alone, when `before` more bytes (modulo 3) come first. */
function insideBase64(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const whole = (before + bytes.length) % 3 === 0;
  return text.slice(before === 0 ? 0 : before + 1, whole ? undefined : -1);
}
