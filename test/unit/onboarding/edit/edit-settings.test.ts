import { describe, expect, it } from 'vitest';
import type { EntryChange, SettingsFormat } from '../../../../electron/onboarding/edit/change.ts';
import { editSettings as edit, readSettings } from '../../../../electron/onboarding/edit/edit-settings.ts';
import { plainOf, type PlainObject } from '../../../../electron/onboarding/edit/plain.ts';
import { prepareReaders } from '../../../../electron/onboarding/edit/readers.ts';

await prepareReaders(['toml', 'yaml']);

const editSettings = (text: string, format: SettingsFormat, made: readonly EntryChange[]) => {
  const doc = readSettings(text, format);
  return doc.ok ? edit(text, format, doc.value, made) : doc;
};
const put = (holder: string[], name: string, value: unknown, list = false): EntryChange => ({
  at: { holder, name, list },
  value: plainOf(value) as PlainObject,
});
const cut = (holder: string[], name: string, list = false): EntryChange => ({
  at: { holder, name, list },
  value: undefined,
});
const edited = (text: string, format: SettingsFormat, ...changes: EntryChange[]): string => {
  const made = editSettings(text, format, changes);
  if (!made.ok) throw new Error(made.message);
  return made.value;
};
const GATE = { command: 'doorward', args: ['connect'] };

describe('JSON', () => {
  it('changes one entry and keeps comments, order, unknown keys, CRLF and commas', () => {
    const text = [
      '{',
      '  // mine',
      '  "theme": "dark", /* why not */',
      '  "mcpServers": {',
      '    // about files',
      '    "files": {',
      '      "command": "npx", // the runner',
      '      "args": ["-y", "fs"],',
      '      "alwaysAllow": ["read"],',
      '    },',
      '    "other": {"url":"https://x.example"},',
      '  },',
      '}',
      '',
    ].join('\r\n');
    expect(edited(text, 'jsonc', put(['mcpServers'], 'files', { alwaysAllow: ['read'], ...GATE }))).toBe(
      text.replace('"npx"', '"doorward"').replace('["-y", "fs"]', '["connect"]'),
    );
  });

  it('adds at the end in the manner of the file, and takes it out again to the byte', () => {
    for (const text of [
      '{\n    "mcpServers": {\n        "a": {}\n    }\n}\n',
      '{"mcpServers":{"a":{}}}',
      '{ "mcpServers": { "a": {}, } }',
      '{\n\t"mcpServers": {\n\t\t"a": {},\n\t},\n}',
      '{\r\n  "mcpServers": {\r\n    "a": {} // last\r\n  }\r\n}',
    ]) {
      const added = edited(text, 'jsonc', put(['mcpServers'], 'doorward', GATE));
      expect(added).toContain('doorward');
      expect(edited(added, 'jsonc', cut(['mcpServers'], 'doorward'))).toBe(text);
    }
  });

  it('makes the place when there is none', () => {
    expect(edited('', 'json', put(['mcpServers'], 'x', { command: 'y' }))).toBe(
      '{\n  "mcpServers": {\n    "x": {\n      "command": "y"\n    }\n  }\n}\n',
    );
    expect(edited('{}\n', 'json', put(['mcpServers'], 'x', {}))).toBe('{"mcpServers":{"x":{}}}\n');
    expect(edited('{\n}\n', 'json', put(['a', 'b'], 'x', {}))).toContain('"b": {');
    expect(edited('{\n  // none yet\n}\n', 'json', put(['s'], 'x', {}))).toContain('// none yet');
  });

  it.each([
    ['first', 'a', '{\n  "s": {\n    "b": 2,\n    "c": 3\n  }\n}'],
    ['middle', 'b', '{\n  "s": {\n    "a": 1,\n    "c": 3\n  }\n}'],
    ['last', 'c', '{\n  "s": {\n    "a": 1,\n    "b": 2\n  }\n}'],
  ])('takes out the %s one', (_which, name, rest) => {
    expect(
      edited('{\n  "s": {\n    "a": 1,\n    "b": 2,\n    "c": 3\n  }\n}', 'json', cut(['s'], name)),
    ).toBe(rest);
  });

  it('replaces several by one', () => {
    const text = '{\n  "s": {\n    "a": {},\n    "b": {}\n  },\n  "z": 1\n}\n';
    expect(edited(text, 'json', cut(['s'], 'a'), cut(['s'], 'b'), put(['s'], 'd', { x: 1 }))).toBe(
      '{\n  "s": {\n    "d": {\n      "x": 1\n    }\n  },\n  "z": 1\n}\n',
    );
  });
});

describe('TOML', () => {
  const text = [
    '# my settings',
    'model = "gpt" # keep',
    '',
    '[mcp_servers.files]',
    'command = "npx" # runner',
    'args = [',
    '  "-y", # yes',
    '  "fs",',
    ']',
    'startup_timeout_sec = 20',
    '',
    '[mcp_servers.files.env]',
    'TOKEN = "x"',
    '',
    '# another one',
    '[mcp_servers."o.t"]',
    "url = 'https://x.example'",
    '',
    '[profiles.a]',
    'at = 2026-01-01T00:00:00Z',
    '',
  ].join('\n');

  it('changes one entry and keeps the rest', () => {
    const made = edited(text, 'toml', put(['mcp_servers'], 'files', { startup_timeout_sec: 20, ...GATE }));
    expect(made).toBe(
      text
        .replace('"npx"', '"doorward"')
        .replace('[\n  "-y", # yes\n  "fs",\n]', '["connect"]')
        .replace('[mcp_servers.files.env]\nTOKEN = "x"\n\n', ''),
    );
  });

  it('adds at the end and takes out again', () => {
    const added = edited(text, 'toml', put(['mcp_servers'], 'doorward', { ...GATE, env: { A: 'b' } }));
    expect(added.startsWith(text)).toBe(true);
    expect(added).toContain('[mcp_servers.doorward.env]\nA = "b"\n');
    expect(edited(added, 'toml', cut(['mcp_servers'], 'doorward'))).toContain('at = 2026');
  });

  it('understands other ways to write it', () => {
    const other = '[mcp_servers]\na = { command = "x" }\nb.command = "y"\nb.args = []\n[z]\n';
    expect(edited(other, 'toml', put(['mcp_servers'], 'a', GATE), put(['mcp_servers'], 'b', GATE))).toBe(
      '[mcp_servers]\na = { command = "doorward", args = ["connect"] }\nb = { command = "doorward", args = ["connect"] }\n[z]\n',
    );
    expect(
      editSettings('mcp_servers = { a = { command = "x" } }\n', 'toml', [put(['mcp_servers'], 'a', GATE)]),
    ).toMatchObject({ ok: false });
    expect(
      editSettings('mcp_servers = { a = { command = "x" } }\n', 'toml', [put(['mcp_servers'], 'b', GATE)]),
    ).toMatchObject({ ok: false });
  });
});

describe('YAML', () => {
  const map = [
    '# goose',
    'GOOSE_MODEL: x',
    'extensions:',
    '  developer:',
    '    bundled: true',
    '    enabled: true # yes',
    '  files:',
    '    # the runner',
    '    cmd: npx',
    '    args:',
    '    - -y',
    '    - fs',
    '    enabled: true',
    '  # end',
    'keyring: false',
    '',
  ].join('\n');

  it('changes one entry of a map', () => {
    expect(
      edited(
        map,
        'yaml',
        put(['extensions'], 'files', { cmd: 'doorward', args: ['connect'], enabled: true }),
      ),
    ).toBe(map.replace('cmd: npx', 'cmd: doorward').replace('    - -y\n    - fs\n', '      - connect\n'));
  });

  it('adds, takes out, and empties', () => {
    const added = edited(map, 'yaml', put(['extensions'], 'doorward', GATE));
    expect(added).toContain('  doorward:\n    command: doorward\n');
    expect(edited(added, 'yaml', cut(['extensions'], 'doorward'))).toBe(map);
    expect(edited('a: 1\next:\n  x:\n    y: 1\n', 'yaml', cut(['ext'], 'x'))).toBe('a: 1\next: {}\n');
    expect(edited('a: 1\next: {}\n', 'yaml', put(['ext'], 'x', { y: 1 }))).toBe(
      'a: 1\next:\n  x:\n    y: 1\n',
    );
    expect(edited('a: 1', 'yaml', put(['ext'], 'x', { y: 1 }))).toBe('a: 1\next:\n  x:\n    y: 1\n');
    expect(edited('', 'yaml', put(['ext'], 'x', { y: 1 }))).toBe('ext:\n  x:\n    y: 1\n');
  });

  it('changes items of a list', () => {
    const list =
      'name: c\nmcpServers:\n  # one\n  - name: files\n    command: npx\n    args: [-y, fs]\n  - name: b\n    command: y\nrules: []\n';
    expect(edited(list, 'yaml', put(['mcpServers'], 'files', { name: 'files', ...GATE }, true))).toBe(
      list.replace('npx\n    args: [-y, fs]', 'doorward\n    args:\n      - connect'),
    );
    expect(edited(list, 'yaml', cut(['mcpServers'], 'files', true))).toBe(
      list.replace('  - name: files\n    command: npx\n    args: [-y, fs]\n', ''),
    );
    const added = edited(list, 'yaml', put(['mcpServers'], 'd', { name: 'd', ...GATE }, true));
    expect(edited(added, 'yaml', cut(['mcpServers'], 'd', true))).toBe(list);
  });
});

it('answers no text that says anything else than was meant', () => {
  const text = '{"s":{"a":{"x":1}},"mine":1}';
  const doc = readSettings(text, 'json');
  if (!doc.ok) throw new Error(doc.message);
  const wrong = {
    ...doc.value,
    splices: () => ({ ok: true as const, value: [{ start: 21, end: 27, text: '"mine":2' }] }),
  };
  for (const splices of [
    wrong.splices,
    () => ({ ok: true as const, value: [{ start: 0, end: 5, text: '' }] }),
  ])
    expect(edit(text, 'json', { ...wrong, splices }, [put(['s'], 'a', { x: 2 })])).toMatchObject({
      ok: false,
      code: 'unsafe',
    });
});

describe('what cannot be used', () => {
  const deep = (n: number) => `{"a":${'['.repeat(n)}${']'.repeat(n)}}`;
  it.each<[string, SettingsFormat, string]>([
    ['{', 'json', 'is not valid JSON (line 1)'],
    ['[1]', 'json', 'is not a list of settings'],
    ['"x"', 'json', 'is not a list of settings'],
    ['{"a":1,"a":2}', 'json', 'has "a" twice in one place'],
    [deep(5000), 'json', 'is nested too deeply'],
    [deep(200_000), 'json', 'is nested too deeply'],
    ['{"a":"\u0000"}', 'json', 'has control characters in it'],
    ['a = 1\na = 2\n', 'toml', 'is not valid TOML (line 2)'],
    [`a = ${'['.repeat(5000)}${']'.repeat(5000)}`, 'toml', 'is nested too deeply'],
    ['a: 1\na: 2\n', 'yaml', 'is not valid YAML (line 2)'],
    ['- a\n', 'yaml', 'is not a list of settings'],
    ['a: 1\n---\nb: 2\n', 'yaml', 'is not valid YAML'],
    [`a: ${'['.repeat(5000)}${']'.repeat(5000)}`, 'yaml', 'is not valid YAML'],
    ['x'.repeat(1024 * 1024 + 1), 'toml', 'is too long to be settings'],
  ])('%#: one sentence', (text, format, sentence) => {
    const read = readSettings(text, format);
    expect(read.ok ? '' : read.message).toContain(sentence);
  });

  it('takes __proto__ for a name', () => {
    const read = readSettings('{"__proto__": {"x": 1}}', 'json');
    if (!read.ok) throw new Error(read.message);
    expect(({} as Record<string, unknown>)['x']).toBe(undefined);
    expect(Object.keys(read.value.root as object)).toEqual(['__proto__']);
    expect(edited('{"s":{"__proto__":{"a":1}}}', 'json', put(['s'], 'b', { c: 1 }))).toContain('__proto__');
  });

  it('never unfolds aliases', () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from(
        { length: 30 },
        (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`,
      ),
      '',
    ].join('\n');
    expect(edited(bomb, 'yaml', put(['ext'], 'x', { y: 1 })).startsWith(bomb)).toBe(true);
  });
});
