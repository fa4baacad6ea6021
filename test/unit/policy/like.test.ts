import { describe, expect, it } from 'vitest';
import { fitsAll } from '../../../electron/policy/conditions/fits.ts';
import type { CallFacts } from '../../../electron/policy/facts.ts';
import { likeOf } from '../../../electron/policy/like.ts';
import { bytes, CAMPAIGNS, facts, mail, place, ports } from './support.ts';

const like = (call: CallFacts) => likeOf(call, ports());
const covers = (made: CallFacts, other: CallFacts): boolean =>
  fitsAll(like(made)?.conditions ?? [], other, ports());
const at = (path: unknown): CallFacts => facts({ args: bytes({ path }) });
const command = (line: string, more: object = {}): CallFacts =>
  facts({
    name: 'run',
    effect: 'run',
    places: [place('/command', 'command')],
    args: bytes({ command: line, ...more }),
  });

describe('the same folder', () => {
  it('is the folder itself where the path names one that is there', () => {
    const isFolder = (path: string): boolean => path === `${CAMPAIGNS}/2026`;
    expect(likeOf(at(`${CAMPAIGNS}/2026`), { ...ports(), isFolder })?.conditions).toEqual([
      { pointer: '/path', test: { is: 'in-folder', folder: `${CAMPAIGNS}/2026` } },
    ]);
    expect(likeOf(at(`${CAMPAIGNS}/2026`), ports())?.conditions).toEqual([
      { pointer: '/path', test: { is: 'in-folder', folder: CAMPAIGNS } },
    ]);
  });

  it('covers what lies in it and nothing else', () => {
    const made = at(`${CAMPAIGNS}/2026/a.txt`);
    expect(like(made)).toEqual({
      conditions: [{ pointer: '/path', test: { is: 'in-folder', folder: `${CAMPAIGNS}/2026` } }],
      words: { key: 'like.folder', params: { folder: `${CAMPAIGNS}/2026` } },
    });
    expect(covers(made, at(`${CAMPAIGNS}/2026/deep/b.txt`))).toBe(true);
    for (const other of [
      `${CAMPAIGNS}/b.txt`,
      `${CAMPAIGNS}/2026/../b`,
      `${CAMPAIGNS}/2026-old/b`,
      `${CAMPAIGNS}/2026/.env`,
      `${CAMPAIGNS}/2026/.git/hooks/x`,
      '~/b',
      'b',
    ])
      expect(covers(made, at(other)), other).toBe(false);
    expect(covers(made, facts({ args: bytes({}) }))).toBe(false);
    expect(covers(made, at([`${CAMPAIGNS}/2026/b`]))).toBe(false);
  });

  it.each([
    '/a.txt',
    '/etc/a.txt',
    '/home/me/a.txt',
    '/home/a.txt',
    '/home/me/.ssh/id_rsa',
    '/home/me/.config/doorward/a',
    `${CAMPAIGNS}/.env`,
    '~/x/a.txt',
    'x/a.txt',
    '//server/share/x/a',
    'CON',
    '',
    '/proc/self/x',
  ])('is not offered for %s', (path) => expect(like(at(path))).toBeUndefined());

  it('is where links lead', () => {
    const realPath = (path: string): string => path.replace(/^\/home\/me\/link(?=\/|$)/, '/srv/data');
    expect(likeOf(at('/home/me/link/x/a'), ports({ realPath }))?.words.params).toEqual({
      folder: '/srv/data/x',
    });
    expect(likeOf(at('/home/me/link/a'), ports({ realPath, home: '/srv/data' }))).toBeUndefined();
  });

  it('of a folder is the folder', () => {
    const call = facts({ places: [place('/dir', 'folder')], args: bytes({ dir: `${CAMPAIGNS}/2026` }) });
    expect(like(call)?.words.params).toEqual({ folder: `${CAMPAIGNS}/2026` });
  });

  it('of two folders names both, each for its own argument', () => {
    const move = (source: string, destination: string): CallFacts =>
      facts({
        places: [place('/source', 'path'), place('/destination', 'path')],
        args: bytes({ source, destination }),
      });
    const made = move(`${CAMPAIGNS}/a/x`, `${CAMPAIGNS}/b/x`);
    expect(like(made)?.words).toEqual({
      key: 'like.several',
      params: { places: [`${CAMPAIGNS}/a`, `${CAMPAIGNS}/b`] },
    });
    expect(covers(made, move(`${CAMPAIGNS}/a/y`, `${CAMPAIGNS}/b/y`))).toBe(true);
    expect(covers(made, move(`${CAMPAIGNS}/b/y`, `${CAMPAIGNS}/a/y`))).toBe(false);
  });

  it('binds what was not given as not given', () => {
    const call = (args: object): CallFacts =>
      facts({
        places: [place('/path', 'path'), place('/target', 'path')],
        args: bytes({ path: `${CAMPAIGNS}/a/x`, ...args }),
      });
    expect(covers(call({}), call({}))).toBe(true);
    for (const target of ['/etc/x', `${CAMPAIGNS}/a/y`, null, []])
      expect(covers(call({}), call({ target }))).toBe(false);
  });
});

describe('the same recipients', () => {
  const made = mail({ to: ['Bob <bob@example.com>'], subject: 'a' });
  it('are covered in another spelling, with another text', () => {
    expect(like(made)?.words).toEqual({ key: 'like.recipient', params: { recipient: 'bob@example.com' } });
    expect(covers(made, mail({ to: ['BOB@example.com'], subject: 'b' }))).toBe(true);
  });
  it.each([
    { to: ['eve@evil.net'] },
    { to: ['bob@example.com', 'eve@evil.net'] },
    { to: ['bob@example.com, eve@evil.net'] },
    { to: ['bob@example.com'], bcc: ['eve@evil.net'] },
    { to: ['bob@example.com'], bcc: 'eve@evil.net' },
    { to: ['bob@example.com'], cc: ['bob@example.com'] },
    { to: 'bob@example.com' },
    { to: [] },
    {},
  ])('nobody is added: %j', (args) => expect(covers(made, mail(args))).toBe(false));
  it('of several are exactly these', () => {
    const two = mail({ to: ['a@example.com', 'b@example.com'] });
    expect(like(two)?.words).toEqual({
      key: 'like.several',
      params: { places: ['a@example.com', 'b@example.com'] },
    });
    expect(covers(two, mail({ to: ['b@example.com'] }))).toBe(true);
    expect(covers(two, mail({ to: ['a@example.com', 'c@example.com'] }))).toBe(false);
  });
  it.each([
    [['"x" <a@example.com>']],
    [['a@example.com\nBcc: b@example.com']],
    [[{ a: 1 }]],
    ['a@example.com'],
  ])('are not offered for %j', (to) => expect(like(mail({ to }))).toBeUndefined());
});

describe('the same host', () => {
  const fetched = (url: unknown): CallFacts =>
    facts({ name: 'fetch', effect: 'send', places: [place('/url', 'url')], args: bytes({ url }) });
  const made = fetched('https://api.example.com/a');
  it('covers other pages there', () => {
    expect(like(made)?.words).toEqual({ key: 'like.host', params: { host: 'api.example.com' } });
    expect(covers(made, fetched('https://api.example.com/b?c'))).toBe(true);
    for (const url of [
      'https://example.com',
      'https://api.example.com.evil.net',
      'https://api.example.com@evil.net',
      'file:///etc/passwd',
      '',
      null,
    ])
      expect(covers(made, fetched(url)), String(url)).toBe(false);
  });
  it.each(['https://u@example.com', 'file:///etc/passwd', 'not a host', 'https://a\\b', ''])(
    'is not offered for %j',
    (url) => expect(like(fetched(url))).toBeUndefined(),
  );
});

describe('the same program', () => {
  const made = command('git status -s');
  it('covers the same subcommand', () => {
    expect(like(made)?.words).toEqual({ key: 'like.program', params: { program: 'git status' } });
    expect(covers(made, command('git status'))).toBe(true);
    for (const line of [
      'git push',
      'git -c a=b status',
      'git status; id',
      'git status | sh',
      'git status `id`',
      'git status\nid',
      'git',
      'Git status',
      './git status',
    ])
      expect(covers(made, command(line)), line).toBe(false);
  });
  it('keeps what stands beside the command', () => {
    const here = command('git status', { cwd: '/srv/a', env: { A: '1' } });
    expect(covers(here, command('git status', { cwd: '/srv/a', env: { A: '1' } }))).toBe(true);
    expect(covers(here, command('git status', { cwd: '/srv/b', env: { A: '1' } }))).toBe(false);
    expect(covers(here, command('git status', { cwd: '/srv/a', env: { GIT_PAGER: 'x' } }))).toBe(false);
  });
  it('of a script of a package is that script', () =>
    expect(like(command('npm run build -- --x'))?.words.params).toEqual({ program: 'npm run build' }));
  it.each([
    'ls',
    'ls -la',
    'rm -rf x',
    'sudo ls x',
    'bash x.sh',
    'python3 x.py',
    'python3.12 x.py',
    'env A=1 ls',
    'git',
    'git -C x status',
    'git push',
    'npm install x',
    'npx x',
    'docker run x',
    'curl example.com',
    'ls x > y',
    'ls x; id',
    'ls $HOME',
    'ls "x y"',
    'ls x\nid',
    'A=1 ls x',
    './x y',
    '/bin/ls x',
    'find . -delete',
    '',
  ])('is not offered for %j', (line) => expect(like(command(line))).toBeUndefined());
});

describe('like this', () => {
  it('of a container is exactly that one', () => {
    const call = (repo: unknown): CallFacts =>
      facts({ places: [place('/repo', 'container')], args: bytes({ repo, title: 'x' }) });
    expect(like(call('a/b'))?.words).toEqual({ key: 'like.container', params: { container: 'a/b' } });
    expect(covers(call('a/b'), call('a/b'))).toBe(true);
    expect(covers(call('a/b'), call('a/c'))).toBe(false);
    expect(like(call({ a: 1 }))).toBeUndefined();
  });
  it.each<[string, Partial<CallFacts>]>([
    ['without places', { places: [] }],
    ['of something unknown without places', { places: [], effect: 'unknown' }],
    ['when no place is given', { args: bytes({ x: 1 }) }],
    ['without arguments', { args: undefined }],
    ['of what can be read in two ways', { args: Buffer.from('{"path":"/srv/a/b","path":"/srv/a/c"}') }],
    ['of a prompt', { kind: 'prompt' }],
    ['where only a sum is named', { places: [place('/amount', 'amount')], args: bytes({ amount: 5 }) }],
  ])('there is none %s', (_what, over) => expect(like(facts(over))).toBeUndefined());

  it('conditions that make no sense, or none, fit nothing', () => {
    expect(fitsAll([], facts(), ports())).toBe(false);
    expect(fitsAll([{ pointer: 'x', test: { is: 'absent' } }], facts(), ports())).toBe(false);
  });
});
