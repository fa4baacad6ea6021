import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitOf, readGitRefs } from '../../../../electron/catalog/identity/git-refs.ts';
import { gitSource } from '../../../../electron/catalog/identity/git-source.ts';
import { packageSpec } from '../../../../electron/catalog/identity/package-spec.ts';
import { pinLaunch } from '../../../../electron/catalog/identity/pin-launch.ts';

const C = '0123456789abcdef0123456789abcdef01234567';

describe('an address of a repository', () => {
  test.each([
    ['node', 'github:me/notes', 'https://github.com/me/notes.git', undefined, `github:me/notes#${C}`],
    ['node', 'me/notes#v1', 'https://github.com/me/notes.git', 'v1', `me/notes#${C}`],
    ['node', 'gitlab:me/notes#main', 'https://gitlab.com/me/notes.git', 'main', `gitlab:me/notes#${C}`],
    [
      'node',
      'git+https://g.example/a.git',
      'https://g.example/a.git',
      undefined,
      `git+https://g.example/a.git#${C}`,
    ],
    ['node', 'git+ssh://git@g.example/a.git#x', undefined, 'x', `git+ssh://git@g.example/a.git#${C}`],
    [
      'python',
      'git+https://g.example/a.git',
      'https://g.example/a.git',
      undefined,
      `git+https://g.example/a.git@${C}`,
    ],
    [
      'python',
      'git+https://g.example/a@feature/x',
      'https://g.example/a',
      'feature/x',
      `git+https://g.example/a@${C}`,
    ],
    [
      'python',
      'git+https://g.example/a.git@v1#subdirectory=src/b',
      'https://g.example/a.git',
      'v1',
      `git+https://g.example/a.git@${C}#subdirectory=src/b`,
    ],
    ['python', 'git+ssh://git@g.example/a.git', undefined, undefined, `git+ssh://git@g.example/a.git@${C}`],
    ['python', 'git+http://g.example/a.git', undefined, undefined, `git+http://g.example/a.git@${C}`],
    [
      'python',
      'git+https://me:pw@g.example/a.git',
      undefined,
      undefined,
      `git+https://me:pw@g.example/a.git@${C}`,
    ],
    ['node', 'git+https://g.example/a.git?x=1', undefined, undefined, `git+https://g.example/a.git?x=1#${C}`],
  ] as const)('as %s reads %s', (style, text, url, ref, at) => {
    const source = gitSource(text, style);
    expect([source.url, source.ref, source.at(C)]).toEqual([url, ref, at]);
  });

  test.each([
    ['npx -y github:me/notes', `npx -y github:me/notes#${C}`],
    [
      'uvx --from git+https://g.example/a.git@main#subdirectory=b x',
      `uvx --from git+https://g.example/a.git@${C}#subdirectory=b x`,
    ],
    ['uvx --from=git+https://g.example/a.git x', `uvx --from=git+https://g.example/a.git@${C} x`],
    ['npx --package=me/notes run', `npx --package=me/notes#${C} run`],
  ])('is kept to a commit: %s', (line, pinned) => {
    const [command = '', ...args] = line.split(' ');
    const result = pinLaunch({ transport: 'stdio', command, args, env: {} }, { version: C });
    expect(result.ok && [result.value.command, ...result.value.args].join(' ')).toBe(pinned);
    expect(result.ok && packageSpec(result.value).pinned).toBe(true);
  });

  test('keeps what stands before it', () => {
    const args = ['--from', 'notes[cli] @ git+https://g.example/a.git', 'notes'];
    const result = pinLaunch({ transport: 'stdio', command: 'uvx', args, env: {} }, { version: C });
    expect(result.ok && result.value.args[1]).toBe(`notes[cli] @ git+https://g.example/a.git@${C}`);
  });

  test('of a runner that writes revisions in its own way is left alone', () => {
    const result = pinLaunch(
      { transport: 'stdio', command: 'nix', args: ['run', 'github:me/notes'], env: {} },
      { version: C },
    );
    expect(result).toMatchObject({ ok: false, code: 'cannot-pin' });
  });
});

const packet = (text: string): string =>
  `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, '0')}${text}`;
const answer = (refs: readonly (readonly [string, string])[]): Buffer =>
  Buffer.from(
    [
      packet('# service=git-upload-pack\n'),
      '0000',
      ...refs.map(([name, commit], n) =>
        packet(`${commit} ${name}${n === 0 ? '\0side-band agent=x' : ''}\n`),
      ),
      '0000',
    ].join(''),
  );

describe("a repository's list of branches and tags", () => {
  const [one = '', two = '', three = ''] = ['1', '2', '3'].map((digit) => digit.repeat(40));
  const refs = [
    ['HEAD', one],
    ['refs/heads/main', one],
    ['refs/heads/v1', two],
    ['refs/heads/both', one],
    ['refs/tags/both', two],
    ['refs/tags/v2', two],
    ['refs/tags/v2^{}', three],
  ] as const;

  test('names the commit of the default branch, a branch, and what a tag stands for', () => {
    const read = readGitRefs(answer(refs));
    if (!read.ok) throw new Error(read.message);
    const of = (wanted?: string): string | undefined => commitOf(read.value, wanted);
    expect([of(), of('main'), of('v1'), of('v2'), of('refs/heads/v1')]).toEqual([one, one, two, three, two]);
    // A branch and a tag of one name: whoever owns the repository could have meant either.
    expect([of('both'), of('nothing'), of('HEAD~1'), of('')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['a web page', '<!doctype html><html></html>'],
    ['nothing', ''],
    ['another service', `${packet('# service=git-receive-pack\n')}00000000`],
    ['no list', packet('# service=git-upload-pack\n')],
    ['a length beyond its end', `${packet('# service=git-upload-pack\n')}0000ffff${one} HEAD\n0000`],
    ['a length of three', `${packet('# service=git-upload-pack\n')}000000030000`],
    ['a length that is none', `${packet('# service=git-upload-pack\n')}0000-004${one}`],
    ['something behind its end', `${answer(refs).toString()}0000`],
    ['a name twice', answer([...refs, ['HEAD', two]]).toString()],
    ['a commit of another length', answer([['HEAD', 'a'.repeat(64)]]).toString()],
    ['a name with a line break', answer([['refs/heads/a\nb', one]]).toString()],
    [
      'a message of an error',
      `${packet('# service=git-upload-pack\n')}0000${packet('ERR no such repository')}0000`,
    ],
  ])('%s is refused', (_what, text) => {
    expect(readGitRefs(Buffer.from(text))).toMatchObject({ ok: false, code: 'malformed' });
  });

  test('is read as it was written, and no part of it is read as the whole', () => {
    const name = fc.stringMatching(/^refs\/(?:heads|tags)\/[a-z0-9._/-]{1,30}$/);
    const commit = fc.stringMatching(/^[0-9a-f]{40}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, commit), { selector: ([key]) => key }),
        fc.nat(),
        (all, cut) => {
          const bytes = answer(all);
          const read = readGitRefs(bytes);
          expect(read.ok && [...read.value]).toEqual(all);
          expect(readGitRefs(bytes.subarray(0, cut % bytes.length)).ok).toBe(false);
        },
      ),
    );
  });

  test('of an empty repository has no commit', () => {
    const read = readGitRefs(answer([['capabilities^{}', '0'.repeat(40)]]));
    expect(read.ok && commitOf(read.value, undefined)).toBeUndefined();
  });
});
