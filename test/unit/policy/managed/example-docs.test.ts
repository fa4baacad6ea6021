import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../../../../electron/policy/managed/check.ts';
import {
  EXAMPLES_HEADING,
  exampleOf,
  withExamples,
} from '../../../../electron/policy/managed/example-docs.ts';
import { EXAMPLE_POLICY } from '../../../../electron/policy/managed/example-policy.ts';
import { fields } from '../../../../electron/policy/managed/fields.ts';
import { readLinux } from '../../../../electron/policy/managed/linux.ts';
import { readMacos } from '../../../../electron/policy/managed/macos.ts';
import { policyDigest } from '../../../../electron/policy/managed/parse.ts';
import { LINUX_FILE, MACOS_DOMAIN, MACOS_FOLDER } from '../../../../electron/policy/managed/places.ts';
import type { ManagedRead } from '../../../../electron/policy/managed/read.ts';
import { readWindows, WINDOWS_KEY } from '../../../../electron/policy/managed/windows.ts';
import { managedKinds, type ManagedPolicy } from '../../../../shared/model/managed.ts';
import { fakeFiles } from './fake-files.ts';
import { regQuery, regQueryAbove, type Registry } from './registry-kit.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/admin.md'), 'utf8');
const keys = Object.keys(managedKinds) as (keyof ManagedPolicy)[];

test('the part of docs/admin.md with the examples is up to date', () => {
  expect(page).toContain(`\n${EXAMPLES_HEADING}\n`);
  expect(page).toBe(withExamples(page));
});

/** The names of what is set inside an element of a list, such as `args[].pointer`. */
function namesIn(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, prefix));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    `${prefix}${name}`,
    ...namesIn(one, `${prefix}${name}${Array.isArray(one) ? '[]' : ''}.`),
  ]);
}

/** Lists whose elements have the same members: it is enough that one of them shows each. */
const alike = (name: string): string =>
  name.replace(/^roles\[\]\.rules\[\]/, 'rules[]').replace(/^servers\.forbidden\[\]/, 'servers.allowed[]');

describe('the example', () => {
  test('sets every field of the schema, and every member of its lists', () => {
    const shown = new Set(namesIn(EXAMPLE_POLICY).map(alike));
    const named = fields.flatMap(({ path, members }) => [
      path.join('.'),
      ...members.map(({ name }) => `${path.join('.')}[].${name}`),
    ]);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((name) => !shown.has(alike(name)))).toEqual([]);
  });

  test('has nothing in it to complain about', () => {
    expect(checkPolicy(JSON.stringify(EXAMPLE_POLICY), Date.UTC(2026, 10, 27))).toMatchObject({
      ok: true,
      problems: [],
    });
  });
});

/** What stands on the page about one key, by the language of each block. */
function blocksOf(key: string): Record<'json' | 'xml' | 'bat', string> {
  const from = page.indexOf(`\n### ${key}\n`, page.indexOf(EXAMPLES_HEADING));
  const to = page.indexOf('\n### ', from + 1);
  const section = page.slice(from, to === -1 ? undefined : to);
  const block = (language: string): string =>
    new RegExp(`\`\`\`${language}\\n([^]*?)\\n\`\`\``).exec(section)?.[1] ?? '';
  return { json: block('json'), xml: block('xml'), bat: block('bat') };
}

/** Takes a command apart as Windows programs do, for what stands in these: quotation marks, with `\"` for one inside. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"((?:[^"\\]|\\(?!")|\\")*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('\\"', '"') ?? bare ?? '',
  );

function registryOf(commands: string): Registry {
  const registry: Registry = new Map();
  for (const command of commands.split('\n')) {
    const [reg, add, key = '', v, name = '', t, type = '', d, data = '', f, ...more] = wordsOf(command);
    expect([reg, add, v, t, d, f, more]).toEqual(['reg', 'add', '/v', '/t', '/d', '/f', []]);
    const whole = key.replace(/^HKLM\\/, 'HKEY_LOCAL_MACHINE\\');
    const values = registry.get(whole) ?? new Map<string, never>();
    registry.set(
      whole,
      values.set(name, {
        type,
        value: type === 'REG_DWORD' ? Number(data) : type === 'REG_SZ' ? data : data.split('\\0'),
      } as never),
    );
  }
  return registry;
}

function windowsOf(commands: string): Promise<ManagedRead> {
  const registry = registryOf(commands);
  return readWindows((_file, [, key]) =>
    Promise.resolve({
      code: 0,
      stdout: key === WINDOWS_KEY ? regQuery(registry, WINDOWS_KEY) : regQueryAbove(registry),
    }),
  );
}

describe.each(keys)('the example of %s', (key) => {
  const { json, xml, bat } = blocksOf(key);
  const wanted = { kind: 'valid', digest: policyDigest(exampleOf(key)) };

  test('is read on Linux as what it says', () => {
    const files = fakeFiles({ [LINUX_FILE]: { kind: 'file', bytes: Buffer.from(json) } });
    expect(readLinux(files)).toMatchObject(wanted);
    expect(checkPolicy(json, 0).ok).toBe(true);
  });

  test('is read on macOS as the same', () => {
    const bytes = Buffer.from(`<?xml version="1.0"?>\n<plist version="1.0"><dict>${xml}</dict></plist>\n`);
    const files = fakeFiles({ [`${MACOS_FOLDER}/${MACOS_DOMAIN}.plist`]: { kind: 'file', bytes } });
    expect(readMacos(files, 'jane')).toMatchObject(wanted);
  });

  test('is read on Windows as the same', async () => {
    expect(await windowsOf(bat)).toMatchObject(wanted);
  });

  test('holds nothing that a command prompt would understand otherwise', () => {
    expect(bat).not.toMatch(/[&|<>^%!]/);
  });
});
