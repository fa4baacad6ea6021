// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { managedDocs, managedSchemaFile } from '../../../../electron/policy/managed/docs.ts';
import { admlText, admxText } from '../../../../electron/policy/managed/exporters/admx.ts';
import { exportPolicy } from '../../../../electron/policy/managed/exporters/export-policy.ts';
import { fieldGroups, fields, managedSchema } from '../../../../electron/policy/managed/fields.ts';
import { checkPolicy } from '../../../../electron/policy/managed/check.ts';
import { arbitraryPolicy } from './arbitrary-policy.ts';

const root = join(import.meta.dirname, '../../../..');
const file = (path: string) => readFileSync(join(root, path), 'utf8');

describe('generated files', () => {
  test.each([
    ['docs/managed-settings.md', managedDocs],
    ['docs/managed-settings.schema.json', managedSchemaFile],
    ['docs/admx/doorward.admx', admxText],
    ['docs/admx/en-US/doorward.adml', admlText],
  ])('%s is up to date', (path, make) => expect(file(path)).toBe(make()));

  test('are what `policy export` gives', () => {
    expect(exportPolicy({ version: 1 }, 'admx').map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
      ['doorward.admx', admxText()],
      ['en-US/doorward.adml', admlText()],
    ]);
  });

  test('the example of the page has nothing to complain about', () => {
    const example = /```json\n([^]*?)```/.exec(managedDocs())?.[1] ?? '';
    expect(checkPolicy(example, 0)).toMatchObject({ ok: true, problems: [] });
  });
});

interface Key {
  /** Such as `rules[].args[].pointer`. */
  readonly path: string;
  readonly described: boolean;
}

/** Every key of the schema, by a walk of its own. */
function everyKey(schema: unknown, prefix = ''): Key[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Record<string, unknown>;
  const here = Object.entries((node['properties'] ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([name, child]) => [
      {
        path: prefix + name,
        described: typeof child['description'] === 'string' && child['description'] !== '',
      },
      // The kinds of tests are one text.
      ...(name === 'test' ? [] : everyKey(child, `${prefix}${name}.`)),
    ],
  );
  const variants = [node['oneOf'], node['anyOf']].flatMap((list) => (Array.isArray(list) ? list : []));
  return [
    ...here,
    ...variants.flatMap((variant) => everyKey(variant, prefix)),
    ...everyKey(node['items'], prefix.replace(/\.$/, '[].')),
  ];
}
const keys = everyKey(managedSchema());

describe('every key of the schema', () => {
  test('is found by the walk', () => {
    expect(keys.length).toBeGreaterThan(90);
    expect(keys.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'version',
        'rules[].args[].pointer',
        'vouchers[].launch.command',
        'settings.idle.serverMinutes',
      ]),
    );
  });

  test('is described', () => {
    expect(keys.filter(({ described }) => !described).map(({ path }) => path)).toEqual([]);
  });

  test('is on the page', () => {
    const page = managedDocs();
    const missing = keys.filter(({ path }) => {
      const [first = '', ...rest] = path.split(/\[\]\.(.*)/s);
      return rest.length > 0
        ? !page.includes(`  - \`${rest[0] ?? ''}\``)
        : !page.includes(`- \`${first}\``) && !page.includes(`### ${first}\n`) && !isGroup(first);
    });
    expect(missing).toEqual([]);
  });
});

const isGroup = (path: string): boolean => fieldGroups.some((group) => group.path.join('.') === path);

/** As much of a page's XML as is looked at here: these tests have no types of a page. */
interface XmlElement {
  readonly tagName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): XmlElement | null;
  querySelectorAll(selector: string): Iterable<XmlElement>;
}
interface XmlDocument extends XmlElement {
  getElementsByTagName(name: string): Iterable<XmlElement>;
}
const { DOMParser: Parser } = globalThis as unknown as {
  readonly DOMParser: new () => { parseFromString(text: string, type: string): XmlDocument };
};

describe('the template for group policies', () => {
  const parse = (text: string): XmlDocument => {
    const document = new Parser().parseFromString(text, 'text/xml');
    expect(document.querySelector('parsererror')).toBeNull();
    return document;
  };
  const admx = parse(admxText());
  const adml = parse(admlText());
  const all = (document: XmlDocument, name: string) => [...document.getElementsByTagName(name)];

  test('has a policy for every field, at the key and value that the reader looks for', () => {
    for (const { path, kind, choices, min, max } of fields) {
      const key = ['Software', 'Policies', 'Doorward', ...path.slice(0, -1)].join('\\');
      const policy = all(admx, 'policy').find((one) => one.getAttribute('name') === path.join('_'));
      expect(policy?.getAttribute('key'), path.join('.')).toBe(key);
      expect(policy?.getAttribute('class')).toBe('Machine');
      const valued =
        policy?.hasAttribute('valueName') === true ? policy : policy?.querySelector('elements > *');
      expect(valued?.getAttribute('valueName')).toBe(path.at(-1));
      if (path[0] === 'version') continue;
      expect(valued?.tagName).toBe(
        {
          flag: 'policy',
          number: 'decimal',
          text: 'text',
          choice: 'enum',
          lines: 'multiText',
          'json-lines': 'multiText',
        }[kind],
      );
      if (kind === 'number')
        expect([valued?.getAttribute('minValue'), valued?.getAttribute('maxValue')]).toEqual([
          String(min),
          String(max),
        ]);
      if (kind === 'choice')
        expect([...(valued?.querySelectorAll('string') ?? [])].map((one) => one.textContent)).toEqual([
          ...choices,
        ]);
      // Without the version the settings would not be understood.
      expect(
        policy?.querySelector('enabledList > item[valueName="version"] decimal[value="1"]'),
      ).not.toBeNull();
      if (kind === 'flag') {
        expect(policy?.querySelector('enabledValue decimal')?.getAttribute('value')).toBe('1');
        expect(policy?.querySelector('disabledValue decimal')?.getAttribute('value')).toBe('0');
        expect(policy?.querySelector('disabledList > item[valueName="version"]')).not.toBeNull();
      }
    }
    expect(all(admx, 'policy')).toHaveLength(fields.length + 1);
  });

  test('covers every key of the schema: as a value, or by name in the help of its list', () => {
    const help = (id: string) =>
      all(adml, 'string').find((one) => one.getAttribute('id') === `${id}_Help`)?.textContent ?? '';
    const missing = keys.filter(({ path }) => {
      const [first = '', inner] = path.split(/\[\]\.(.*)/s);
      const id = first.replaceAll('.', '_');
      if (inner !== undefined) return !help(id).includes(`- ${inner} (`);
      return help(id) === '' && !isGroup(first);
    });
    expect(missing).toEqual([]);
  });

  test('has words for everything that it names', () => {
    const strings = new Set(all(adml, 'string').map((one) => one.getAttribute('id')));
    const shown = new Set(all(adml, 'presentation').map((one) => one.getAttribute('id')));
    const named = [...admxText().matchAll(/\$\((string|presentation)\.([^)]+)\)/g)];
    expect(named.length).toBeGreaterThan(100);
    for (const [, kind, id = ''] of named)
      expect((kind === 'string' ? strings : shown).has(id), id).toBe(true);
    expect(strings.size).toBe(all(adml, 'string').length);
    const ids = [...admxText().matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const boxes = [...admlText().matchAll(/refId="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(boxes)).toEqual(new Set(ids));
    expect(boxes).toHaveLength(ids.length);
    const categories = new Set(all(admx, 'category').map((one) => one.getAttribute('name')));
    for (const one of all(admx, 'parentCategory')) expect(categories.has(one.getAttribute('ref'))).toBe(true);
  });
});

test('the JSON schema takes what Doorward takes', () => {
  const schema = JSON.parse(managedSchemaFile()) as object;
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  fc.assert(
    fc.property(arbitraryPolicy, (policy) => {
      const good = validate(JSON.parse(JSON.stringify(policy)));
      if (!good) throw new Error(JSON.stringify(validate.errors?.[0]));
    }),
    { numRuns: 300 },
  );
  for (const wrong of [
    {},
    { version: 2 },
    { version: 1, preset: {} },
    { version: 1, rules: [{ action: 'allow' }] },
  ])
    expect(validate(wrong)).toBe(false);
});
