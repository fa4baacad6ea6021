import fc from 'fast-check';

/** JSON values as JavaScript has them, with texts and keys of every script. Numbers are exact in a double. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 6 }), tie('value'), {
      maxKeys: 6,
      noNullPrototype: true,
    }),
  ),
})).value;

/**
 * One of the many texts of a value: members in another order, white space anywhere, characters escaped or not, numbers
 * in another spelling. `random` gives numbers in [0, 1).
 */
export function otherText(value: unknown, random: () => number): string {
  const space = (): string => ['', '', ' ', '\n', '\t ', '\r\n'][Math.floor(random() * 6)] ?? '';
  const string = (text: string): string => {
    let out = '"';
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const must =
        code < 0x20 ||
        code === 0x22 ||
        code === 0x5c ||
        (code >= 0xd800 && code <= 0xdfff && !paired(text, i));
      if (must || random() < 0.2)
        out += `\\u${code.toString(16).padStart(4, '0')}`.replace(/[a-f]/g, (c) =>
          random() < 0.5 ? c.toUpperCase() : c,
        );
      else if (code === 0x2f && random() < 0.5) out += '\\/';
      else out += text[i];
    }
    // A surrogate escaped beside one that is not would be no text at all.
    return (
      out.replace(
        /\\u(d[89ab][0-9a-f]{2})([\udc00-\udfff])|([\ud800-\udbff])\\u(d[c-f][0-9a-f]{2})/gi,
        (_all, a: string | undefined, b: string | undefined, c: string | undefined, d: string | undefined) =>
          a === undefined
            ? `${c ?? ''}${String.fromCharCode(Number.parseInt(d ?? '0', 16))}`
            : `${String.fromCharCode(Number.parseInt(a, 16))}${b ?? ''}`,
      ) + '"'
    );
  };
  const number = (n: number): string => {
    const plain = JSON.stringify(n);
    if (random() < 0.6 || plain.includes('e')) return plain;
    return plain.includes('.') ? `${plain}0` : random() < 0.5 ? `${plain}.0` : `${plain}e0`;
  };
  const print = (one: unknown): string => {
    if (typeof one === 'string') return string(one);
    if (typeof one === 'number') return number(one);
    if (Array.isArray(one)) return `[${space()}${one.map(print).join(`${space()},${space()}`)}${space()}]`;
    if (one !== null && typeof one === 'object') {
      const members = Object.entries(one).map((entry) => ({ entry, at: random() }));
      members.sort((a, b) => a.at - b.at);
      return `{${space()}${members.map(({ entry: [key, inner] }) => `${string(key)}${space()}:${space()}${print(inner)}`).join(`${space()},${space()}`)}${space()}}`;
    }
    return JSON.stringify(one);
  };
  return `${space()}${print(value)}${space()}`;
}

function paired(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  const next = text.charCodeAt(i + 1);
  const last = text.charCodeAt(i - 1);
  return code < 0xdc00 ? next >= 0xdc00 && next <= 0xdfff : last >= 0xd800 && last <= 0xdbff;
}
