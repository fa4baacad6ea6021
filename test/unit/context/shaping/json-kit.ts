import fc from 'fast-check';

/** Texts of JSON whose tokens are told apart even where their values are the same, and what they say. */

const number = fc.constantFrom('0', '1', '1.0', '-0', '1e5', '0.10', '12345678901234567890', '-7.5E-3');
const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => JSON.stringify(text)),
  fc.constantFrom('"\\u0041"', '"\\/"', '"{\\"a\\":null}"', '"a,b]"', '"\\ud83d"', '""'),
);
const scalar = fc.oneof(number, word, fc.constantFrom('true', 'false', 'null', 'null'));
const key = fc.oneof(
  fc.constantFrom('"id"', '"name"', '"a"', '"\\u0061"', '"__proto__"', '"columns"', '"rows"', '"b?"', '""'),
  // V8 13.6 reads a key that is one escape as a backslash once it has parsed an object with a key of one backslash.
  fc
    .string({ maxLength: 4 })
    .filter((text) => text !== '\\')
    .map((text) => JSON.stringify(text)),
);

/** Objects that mostly have the same members, as servers list things. */
const alike = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.uniqueArray(key, { minLength: 1, maxLength: 4 }), fc.integer({ min: 4, max: 9 }))
    .chain(([keys, rows]) =>
      fc.array(
        fc
          .tuple(...keys.map(() => fc.option(value, { freq: 9, nil: undefined })))
          .map(
            (cells) =>
              `{${cells.flatMap((cell, n) => (cell === undefined ? [] : [`${keys[n]}:${cell}`])).join(',')}}`,
          ),
        { minLength: rows, maxLength: rows },
      ),
    )
    .map((objects) => `[${objects.join(' ,\n')}]`);

const nested = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }).map((values) => `[ ${values.join(', ')} ]`),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 4 })
      .map((members) => `{\n${members.map(([name, value]) => `${name}: ${value}`).join(',\n')}}`),
    alike(fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: tie('value') })),
  ),
})).value;

export const jsonText: fc.Arbitrary<string> = fc.oneof(
  alike(scalar),
  fc.array(nested, { minLength: 1, maxLength: 3 }).map((values) => `[${values.join(',')}]`),
  nested.map((value) => `{"of": ${value}}`),
);

/** What a text of JSON says: numbers as the text that they are, members in the order of their names. */
export type Said = string | { readonly list: Said[] } | { readonly members: Map<string, Said> };

export function said(text: string): Said {
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d[\d.eE+-]*/gsu;
  const marked = text.replace(token, (part, colon: string | undefined) => {
    if (colon !== undefined) return part;
    return part.startsWith('"') ? `"=${part.slice(1)}` : `"#${part}"`;
  });
  return from(JSON.parse(marked));
}

function from(value: unknown): Said {
  if (Array.isArray(value)) return { list: value.map(from) };
  if (typeof value === 'object' && value !== null)
    return { members: new Map(Object.entries(value).map(([name, one]) => [name, from(one)])) };
  return typeof value === 'string' ? value : String(value);
}

/** One text for everything that is the same. */
export function canonical(value: Said): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if ('list' in value) return `[${value.list.map(canonical).join(',')}]`;
  const members = [...value.members].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

/** Without null members, as the contract says it. */
export function withoutNulls(value: Said): Said {
  if (typeof value === 'string') return value;
  if ('list' in value) return { list: value.list.map(withoutNulls) };
  const all = [...value.members].map(([name, one]) => [name, withoutNulls(one)] as const);
  const stays = all.filter(([, one]) => one !== 'null');
  return { members: new Map(stays.length === 0 ? all : stays) };
}

/** Tables back to lists of objects. */
export function withoutTables(value: Said): Said {
  if (typeof value === 'string') return value;
  if ('list' in value) return { list: value.list.map(withoutTables) };
  const { members } = value;
  const [columns, rows] = [members.get('columns'), members.get('rows')];
  if (members.size === 2 && isList(columns) && isList(rows))
    return { list: rows.list.map((row) => objectOf(columns.list, row)) };
  return { members: new Map([...members].map(([name, one]) => [name, withoutTables(one)])) };
}

const isList = (value: Said | undefined): value is { readonly list: Said[] } =>
  typeof value === 'object' && 'list' in value;

function objectOf(columns: readonly Said[], row: Said): Said {
  if (!isList(row) || row.list.length !== columns.length) throw new Error('a row of another width');
  const members = new Map<string, Said>();
  for (const [n, column] of columns.entries()) {
    // Behind the mark of a string.
    const name = (column as string).slice(1);
    const cell = row.list[n] as Said;
    if (!name.endsWith('?')) members.set(name, withoutTables(cell));
    else if (cell !== 'null') members.set(name.slice(0, -1), withoutTables(cell));
  }
  return { members };
}

/** Whether an object of a text says a key twice. */
export function saysTwice(text: string): boolean {
  const keys: Set<string>[] = [];
  let twice = false;
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gsu;
  for (const [part, colon] of text.matchAll(token)) {
    if (part === '{' || part === '[') keys.push(new Set());
    else if (part === '}' || part === ']') keys.pop();
    else if (colon !== undefined) {
      const name = JSON.parse(part.slice(0, -colon.length)) as string;
      twice ||= keys.at(-1)?.has(name) === true;
      keys.at(-1)?.add(name);
    }
  }
  return twice;
}
