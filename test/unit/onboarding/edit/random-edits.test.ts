import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import {
  changedRoot,
  type EntryChange,
  entryIn,
  type SettingsFormat,
  withoutEmptyHolders,
} from '../../../../electron/onboarding/edit/change.ts';
import { editSettings as edit, readSettings } from '../../../../electron/onboarding/edit/edit-settings.ts';
import {
  isPlainObject,
  type Plain,
  plainOf,
  type PlainObject,
  samePlain,
} from '../../../../electron/onboarding/edit/plain.ts';
import { printToml, tomlKey, tomlTable } from '../../../../electron/onboarding/edit/toml-print.ts';
import { prepareReaders } from '../../../../electron/onboarding/edit/readers.ts';

await prepareReaders(['toml', 'yaml']);

// Random settings in random layouts, and random changes: exactly what was meant differs, comments stay, and the
// opposite change leads back.

const editSettings = (text: string, format: SettingsFormat, made: readonly EntryChange[]) => {
  const doc = readSettings(text, format);
  return doc.ok ? edit(text, format, doc.value, made) : doc;
};
const name = fc.oneof(
  fc.constantFrom(
    'files',
    'github',
    'a.b',
    'with space',
    'ünï',
    '__proto__',
    'constructor',
    '"quoted"',
    'mcp',
  ),
  fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/),
);
const word = fc.oneof(
  fc.stringMatching(/^[ -~]{0,20}$/),
  fc.constantFrom(
    '',
    '// no comment',
    '# no comment',
    '/*',
    '}',
    '","',
    'a: b',
    '- x',
    "it's",
    'C:\\x\\y',
    'true',
    '1',
    '~',
    'äöü€😀',
    'a\nb',
  ),
);
const leaf = fc.oneof(word, fc.integer({ min: -1000, max: 1000 }), fc.boolean());
const entry = fc.dictionary(
  name,
  fc.oneof(
    leaf,
    fc.array(word, { maxLength: 3 }),
    fc.dictionary(name, word, { maxKeys: 3, noNullPrototype: false }),
  ),
  { maxKeys: 4, noNullPrototype: false },
);
const servers = fc.uniqueArray(fc.tuple(name, entry), { maxLength: 4, selector: ([one]) => one });
const others = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), leaf), {
  maxLength: 3,
  selector: ([one]) => one,
});
const changes = fc.uniqueArray(fc.tuple(name, fc.option(entry, { nil: undefined })), {
  minLength: 1,
  maxLength: 3,
  selector: ([one]) => one,
});
const layout = fc.record({
  unit: fc.constantFrom('  ', '    ', '\t', ''),
  eol: fc.constantFrom('\n', '\r\n'),
  trailing: fc.boolean(),
  comments: fc.boolean(),
  ended: fc.boolean(),
});
type Layout = { unit: string; eol: string; trailing: boolean; comments: boolean; ended: boolean };

function jsonText(value: unknown, { unit, eol, trailing, comments, ended }: Layout): string {
  let n = 0;
  const print = (one: unknown, indent: string): string => {
    if (!isPlainObject(plainOf(one)) || Object.keys(one as object).length === 0) return JSON.stringify(one);
    const inner = indent + unit;
    const flat = unit === '';
    const members = Object.entries(one as object).map(([key, held], i, all) => {
      const above = comments && !flat ? `// about ${n++}${eol}${inner}` : '';
      const comma = i < all.length - 1 || trailing ? ',' : '';
      const beside = comments ? (flat ? ` /* c${n++} */` : ` // beside ${n++}`) : '';
      return `${above}${JSON.stringify(key)}: ${print(held, inner)}${comma}${beside}`;
    });
    return flat ? `{${members.join(' ')}}` : `{${eol}${inner}${members.join(eol + inner)}${eol}${indent}}`;
  };
  return print(value, '') + (ended ? eol : '');
}

function tomlText(
  root: PlainObject,
  at: string,
  list: readonly (readonly [string, PlainObject])[],
  { eol, comments, ended }: Layout,
): string {
  const top = Object.entries(root).map(
    ([key, value]) => `${tomlKey(key)} = ${printToml(value)}${comments ? ' # c' : ''}${eol}`,
  );
  const tables = list.map(
    ([key, value]) => `${comments ? `# about it${eol}` : ''}${tomlTable([at, key], value, eol)}`,
  );
  const text = [top.join(''), ...tables, `[last]${eol}x = 1`].join(eol);
  return text + (ended ? eol : '');
}

const toChanges = (holder: string[], list: readonly (readonly [string, unknown])[]): EntryChange[] =>
  list.map(([one, value]) => ({
    at: { holder, name: one },
    value: value === undefined ? undefined : (plainOf(value) as PlainObject),
  }));

function check(text: string, format: SettingsFormat, made: readonly EntryChange[]): void {
  const doc = readSettings(text, format);
  if (!doc.ok) throw new Error(`${doc.message}: ${text}`);
  const after = editSettings(text, format, made);
  if (!after.ok) throw new Error(`${after.message}:\n${text}\n${JSON.stringify(made)}`);
  const read = readSettings(after.value, format);
  if (!read.ok) throw new Error(read.message);
  const shape = (root: Plain) => withoutEmptyHolders(root, made);
  expect(samePlain(shape(read.value.root), shape(changedRoot(doc.value.root, made)))).toBe(true);
  const touched = new Set(made.map(({ at }) => at.name));
  // Comments stay, except those inside an entry that goes; line ends stay what they were.
  if (!text.includes('\r')) expect(after.value).not.toContain('\r');
  // The opposite, with the texts that were there.
  const back = made.map(({ at }): EntryChange => {
    const source = doc.value.sourceOf(at);
    return {
      at,
      value: entryIn(doc.value.root, at) as PlainObject | undefined,
      ...(source === undefined ? {} : { source }),
    };
  });
  const undone = editSettings(after.value, format, back);
  if (!undone.ok) throw new Error(`${undone.message}:\n${after.value}`);
  const last = readSettings(undone.value, format);
  if (!last.ok) throw new Error(last.message);
  // An emptied place may stay where none was.
  const without = (root: unknown) =>
    JSON.stringify(root, (key, value: unknown) =>
      key === 's' && isPlainObject(value) && Object.keys(value).length === 0 ? undefined : value,
    );
  expect(JSON.parse(without(sorted(last.value.root)))).toEqual(JSON.parse(without(sorted(doc.value.root))));
  expect(touched.size).toBe(made.length);
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isPlainObject(value)) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)])
    .map((pair) => ({ pair }));
};

describe('random edits', () => {
  it('of JSON with comments', () => {
    fc.assert(
      fc.property(others, servers, changes, layout, (top, list, made, look) => {
        const root = plainOf(Object.fromEntries(top.map(([key, value]) => [`o-${key}`, value])));
        const held = jsonText({ ...(root as object), s: objectFrom(list), z: 1 }, look);
        check(held, 'jsonc', toChanges(['s'], made));
        const after = editSettings(held, 'jsonc', toChanges(['s'], made));
        if (!after.ok) throw new Error(after.message);
        const doc = readSettings(held, 'jsonc');
        if (!doc.ok) throw new Error(doc.message);
        const comments = (of: string) => of.match(/(?:about|beside) \d+(?!\d)|\/\* c\d+ \*\//g) ?? [];
        // Those inside of entries may go with them; every other one stays.
        const inside = new Set(
          toChanges(['s'], made).flatMap(({ at }) => comments(doc.value.sourceOf(at) ?? '')),
        );
        const kept = new Set(comments(after.value));
        expect(comments(held).filter((one) => !inside.has(one) && !kept.has(one))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('of TOML', () => {
    fc.assert(
      fc.property(others, servers, changes, layout, (top, list, made, look) => {
        const root = plainOf(
          Object.fromEntries(top.map(([key, value]) => [`o-${key}`, value])),
        ) as PlainObject;
        check(
          tomlText(
            root,
            's',
            list.map(([key, value]) => [key, plainOf(value) as PlainObject]),
            look,
          ),
          'toml',
          toChanges(['s'], made),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('of YAML', () => {
    fc.assert(
      fc.property(others, servers, changes, layout, (top, list, made, look) => {
        const root = {
          ...Object.fromEntries(top.map(([key, value]) => [`o-${key}`, value])),
          s: objectFrom(list),
          z: 1,
        };
        const text = stringify(root, { indent: look.unit.length > 2 ? 4 : 2, lineWidth: 0 });
        const commented = look.comments ? `# top\n${text}# end\n` : text;
        check(look.ended ? commented : commented.trimEnd(), 'yaml', toChanges(['s'], made));
      }),
      { numRuns: 300 },
    );
  });
});

function objectFrom(list: readonly (readonly [string, unknown])[]): object {
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of list) object[key] = value;
  return object;
}
