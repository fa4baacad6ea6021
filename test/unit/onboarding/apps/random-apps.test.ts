import fc from 'fast-check';
import { stringify } from 'yaml';
import { expect, it } from 'vitest';
import type { EntryChange, SettingsFormat } from '../../../../electron/onboarding/edit/change.ts';
import { editSettings, readSettings } from '../../../../electron/onboarding/edit/edit-settings.ts';
import { plainOf, type PlainObject } from '../../../../electron/onboarding/edit/plain.ts';
import { tomlTable } from '../../../../electron/onboarding/edit/toml-print.ts';
import { CONTEXT, memoryMachine } from '../../../fixtures/apps/memory-machine.ts';

// Random servers in the files of random apps, and whatever somebody else changes meanwhile: taking back leads to the
// byte, or takes back only what is ours.

const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/),
  fc.constantFrom('a b', 'ü', '__proto__', 'doorward'),
);
const word = fc.stringMatching(/^[ -~]{1,12}$/).filter((text) => !/\$\{/.test(text));
const server = fc.oneof(
  fc.record({ command: fc.stringMatching(/^[a-z/]{1,10}$/), args: fc.array(word, { maxLength: 3 }) }),
  fc.record({
    command: fc.constant('npx'),
    args: fc.constant(['-y', 'some-mcp']),
    env: fc.dictionary(fc.constantFrom('A_TOKEN', 'MODE', 'B_KEY'), word, { noNullPrototype: false }),
    timeout: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ url: fc.constantFrom('https://x.example/mcp', 'https://y.example/sse') }),
  fc.constant({ command: 'off', disabled: true }),
);
const servers = fc.uniqueArray(fc.tuple(name, server), {
  minLength: 1,
  maxLength: 5,
  selector: ([one]) => one,
});
const place = fc.constantFrom(
  { app: 'cursor', path: '/home/ada/.cursor/mcp.json', format: 'json', holder: 'mcpServers' } as const,
  {
    app: 'vscode',
    path: '/home/ada/.config/Code/User/mcp.json',
    format: 'jsonc',
    holder: 'servers',
  } as const,
  { app: 'codex', path: '/home/ada/.codex/config.toml', format: 'toml', holder: 'mcp_servers' } as const,
  {
    app: 'goose',
    path: '/home/ada/.config/goose/config.yaml',
    format: 'yaml',
    holder: 'extensions',
  } as const,
);
type Place = {
  readonly app: string;
  readonly path: string;
  readonly format: SettingsFormat;
  readonly holder: string;
};

const objectOf = (list: readonly (readonly [string, unknown])[]): object => {
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of list) object[key] = value;
  return object;
};

function textOf(
  { format, holder, app }: Place,
  list: readonly (readonly [string, object])[],
  wide: boolean,
): string {
  const typed =
    app === 'goose' ? list.map(([key, value]) => [key, { type: 'stdio', ...value }] as const) : list;
  if (format === 'yaml')
    return stringify({ mine: 1, [holder]: objectOf(typed), end: true }, { indent: wide ? 4 : 2 });
  if (format === 'toml')
    return `mine = 1 # one\n\n${typed.map(([key, value]) => tomlTable([holder, key], plainOf(value) as PlainObject, '\n')).join('\n')}\n[end]\nx = 1\n`;
  const text = JSON.stringify({ mine: 1, [holder]: objectOf(typed), end: true }, null, wide ? '\t' : 2);
  return format === 'jsonc' ? text.replace('{', '{ // mine').replace(/\n?}$/, ',\n}\n') : text;
}

const edited = (text: string, format: SettingsFormat, change: EntryChange): string => {
  const doc = readSettings(text, format);
  const made = doc.ok ? editSettings(text, format, doc.value, [change]) : doc;
  if (!made.ok) throw new Error(`${made.message}: ${text}`);
  return made.value;
};

it('connecting is undone to the byte, and beside changes of others only our entries are', async () => {
  await fc.assert(
    fc.asyncProperty(
      place,
      servers,
      fc.boolean(),
      fc.constantFrom('each', 'one'),
      fc.option(fc.tuple(fc.stringMatching(/^new-[a-z]{1,5}$/), server), { nil: undefined }),
      async (at, list, wide, mode, later) => {
        const machine = memoryMachine();
        const text = textOf(at, list, wide);
        machine.write(at.path, text);
        await machine.must(machine.room.connect({ app: at.app, mode, bringIn: true }, CONTEXT));
        const written = machine.text(at.path);
        expect(written).toContain('cli.mjs');
        if (later !== undefined) {
          const [added, value] = later;
          const change = {
            at: { holder: [at.holder], name: added },
            value: plainOf({ type: 'stdio', ...value }) as PlainObject,
          };
          machine.write(at.path, edited(written, at.format, change));
          expect((await machine.must(machine.room.undo(at.app))).result).toBe('partly');
          const wanted = readSettings(edited(text, at.format, change), at.format);
          const got = readSettings(machine.text(at.path), at.format);
          if (!wanted.ok || !got.ok) throw new Error('cannot be read');
          expect(got.value.root).toEqual(wanted.value.root);
          return;
        }
        expect((await machine.must(machine.room.undo(at.app))).result).toBe('restored');
        expect(machine.text(at.path)).toBe(text);
      },
    ),
    { numRuns: 150 },
  );
});
