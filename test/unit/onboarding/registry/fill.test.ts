import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safePresets } from '../../../../electron/onboarding/registry/answers.ts';
import { fillAddress } from '../../../../electron/onboarding/registry/fill-address.ts';
import { fillLaunch } from '../../../../electron/onboarding/registry/fill.ts';
import type { InstallForm } from '../../../../electron/onboarding/registry/template.ts';
import { hasReference } from '../../../../electron/vault/references.ts';
import type { InstallAnswer, InstallInput } from '../../../../shared/model/registry.ts';

const input = (over: Partial<InstallInput> & { key: string }): InstallInput => ({
  place: 'argument',
  name: over.key.replace(/^[a-z]+:/, ''),
  type: 'text',
  required: false,
  secret: false,
  multiple: false,
  ...over,
});
const dir = input({ key: 'argument:dir', type: 'directory', multiple: true });
const mode = input({ key: 'argument:mode' });
const count = input({ key: 'argument:count', type: 'number', min: 1, max: 9 });
const note = input({ key: 'environment:NOTE', place: 'environment' });
const token = input({ key: 'environment:TOKEN', place: 'environment', secret: true });

const form: InstallForm = {
  inputs: [dir, mode, count, note, token],
  launch: {
    transport: 'stdio',
    command: ['x'],
    args: [
      { words: [[{ input: dir.key }]] },
      { words: [['--mode'], [{ input: mode.key }]] },
      { words: [['--count='], [{ input: count.key }]] },
    ],
    env: [
      ['NOTE', ['a: ', { input: note.key }]],
      ['TOKEN', [{ input: token.key }]],
    ],
  },
};
const fill = (answers: readonly InstallAnswer[], of: InstallForm = form) =>
  fillLaunch(of, answers, ({ name }) => `s-${name}`);
const problemOf = (key: string, value: string): string | undefined => {
  const filled = fill([{ key, values: [value] }]);
  if (!filled.ok) throw new Error(filled.message);
  return filled.value.problems[0]?.sentence;
};

describe('what a person says', () => {
  it.each([
    ['a flag', mode.key, '--evil', /begins with "-"/],
    ['a flag of one letter', mode.key, '-e', /begins with "-"/],
    ['a gap', mode.key, 'a {dir} b', /gap/],
    ['a gap of a bundle', mode.key, '${HOME}', /gap/],
    ['a line end', note.key, 'a\nb', /control/],
    ['an escape', note.key, 'a\u001b[2J', /control/],
    ['a reference', note.key, 'vault:github-token', /vault/],
    ['a reference in a text', note.key, 'x ${vault:github-token}', /vault/],
    ['a relative path', dir.key, 'notes', /whole path/],
    ['a home that no shell fills in', dir.key, '~/notes', /whole path/],
    ['no number', count.key, '1e3', /not a number/],
    ['too small a number', count.key, '0', /less than 1/],
    ['too large a number', count.key, '10', /more than 9/],
  ])('is refused with a sentence: %s', (_what, key, value, sentence) => {
    expect(problemOf(key, value)).toMatch(sentence);
  });

  it('is refused where nobody asks for it, and where a secret belongs', () => {
    expect(fill([{ key: 'environment:PATH', values: ['/tmp'] }])).toMatchObject({ code: 'usage' });
    expect(fill([{ key: token.key, values: ['hush'] }])).toMatchObject({
      value: { problems: [{ key: token.key }], secrets: [] },
    });
    expect(fill([{ key: note.key, secret: 'hush' }])).toMatchObject({
      value: { problems: [{ key: note.key }] },
    });
  });

  it('is never split, joined, or read a second time', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const filled = fill([
          { key: mode.key, values: [a] },
          { key: note.key, values: [b] },
          { key: token.key, secret: c },
        ]);
        if (!filled.ok) return;
        const { launch, problems, secrets } = filled.value;
        if (launch.transport !== 'stdio') throw new Error('no program');
        expect(launch.env['TOKEN']).toBe('vault:s-TOKEN');
        expect(secrets).toEqual(c.includes('\0') ? [] : [{ name: 's-TOKEN', value: c }]);
        const wrong = new Set(problems.map(({ key }) => key));
        if (!wrong.has(mode.key)) {
          expect(launch.args).toEqual(['--mode', a]);
          expect(a.startsWith('-')).toBe(false);
        }
        if (!wrong.has(note.key)) {
          expect(launch.env['NOTE']).toBe(`a: ${b}`);
          expect(hasReference(launch.env['NOTE'] ?? '')).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a publisher writes around it', () => {
  const around = (template: readonly (string | { readonly input: string })[]): InstallForm => ({
    inputs: [note, token],
    launch: { transport: 'stdio', command: ['x'], args: [], env: [['NOTE', template]] },
  });

  it.each([
    ['a reference that an answer completes', ['${vault:', { input: note.key }, '}'], 'github-token'],
    ['a word that an answer completes', ['vault:', { input: note.key }], 'github-token'],
    ['a whole reference', ['vault:github-token'], 'x'],
    ['a reference around a secret', ['${vault:', { input: token.key }, '}'], 'x'],
  ] as const)('makes no reference to the vault: %s', (_what, template, value) => {
    const of = around(template);
    expect(
      fill(
        [
          { key: note.key, values: [value] },
          { key: token.key, secret: 'x' },
        ],
        of,
      ),
    ).toMatchObject({
      ok: false,
      code: 'refused',
    });
  });

  it('never stands in a form when it hides something', () => {
    expect(
      safePresets(['plain', 'a\u200Bb', '\u202Ea', 'a\nb', 'x'.repeat(501), 'vault:github-token', '']),
    ).toEqual(['plain']);
  });

  it('never puts a secret on a command line', () => {
    const of: InstallForm = {
      inputs: [token],
      launch: { transport: 'stdio', command: ['x'], args: [{ words: [[{ input: token.key }]] }], env: [] },
    };
    expect(fill([{ key: token.key, secret: 'hush' }], of)).toMatchObject({ ok: false, code: 'refused' });
  });
});

describe('an address', () => {
  const at = (template: Parameters<typeof fillAddress>[0], value: string) =>
    fillAddress(template, () => value);
  const gap = { input: 'x' };

  it.each([
    ['another host', ['https://', gap, '.example.com/'], 'evil.example/?'],
    ['a login', ['https://', gap, '.example.com/'], 'a@evil'],
    ['a fragment', ['https://api', gap, '/mcp'], '.evil.example#'],
    ['a way up', ['https://api.example.com/a/', gap, '/b'], '../../x'],
    ['a dot', ['https://api.example.com/a/', gap], '..'],
    ['no encryption', ['http://', gap, '.example.com/'], 'a'],
    ['no address', ['https://', gap], 'a..'],
  ] as const)('does not lead elsewhere: %s', (_what, template, value) => {
    expect(at(template, value)).toMatchObject({ ok: false });
  });

  it('keeps whatever is said in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (value) => {
        for (const template of [
          ['https://api.example.com/v1/', gap, '/mcp'],
          ['https://api.example.com/mcp?a=', gap, '&b=1'],
        ]) {
          const filled = at(template, value);
          if (!filled.ok) continue;
          const url = new URL(filled.value);
          expect([url.origin, url.hash, url.username]).toEqual(['https://api.example.com', '', '']);
          if (url.search !== '') expect([...url.searchParams.keys()]).toEqual(['a', 'b']);
        }
      }),
      { numRuns: 300 },
    );
    expect(at(['http://127.0.0.1:', gap, '/mcp'], '8080')).toMatchObject({
      value: 'http://127.0.0.1:8080/mcp',
    });
  });
});
