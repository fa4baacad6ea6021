import { describe, expect, it } from 'vitest';
import type { Preset } from '../../../shared/model/policy.ts';
import type { CallFacts } from '../../../electron/policy/facts.ts';
import { bytes, CAMPAIGNS, facts, mail, place, policyOf, short } from './support.ts';

const PRESETS: readonly Preset[] = ['observe', 'guarded', 'strict'];
const read = (path: string, over: Partial<CallFacts> = {}): CallFacts =>
  facts({ name: 'read_file', effect: 'read', args: bytes({ path }), ...over });
const write = (path: unknown, over: Partial<CallFacts> = {}): CallFacts =>
  facts({ args: bytes({ path }), ...over });

describe('the table of defaults', () => {
  const cases: readonly [what: string, call: CallFacts, observe: string, guarded: string, strict: string][] =
    [
      [
        'a read within the folders',
        read(`${CAMPAIGNS}/a`),
        'allow preset-read',
        'allow preset-read',
        'ask preset-read',
      ],
      ['a read outside', read('/srv/a'), 'allow preset-read', 'ask outside-folders', 'ask outside-folders'],
      [
        'a read where no folders are known',
        read('/srv/a', { server: 'web' }),
        'allow preset-read',
        'allow preset-read',
        'ask preset-read',
      ],
      [
        'a read in the home folder where no folders are known',
        read('~/a', { server: 'web' }),
        'allow preset-read',
        'allow preset-read',
        'ask preset-read',
      ],
      [
        'a sensitive read where no folders are known',
        read('~/.ssh/id_rsa', { server: 'web' }),
        'allow preset-read',
        'ask sensitive-place',
        'ask sensitive-place',
      ],
      [
        'a sensitive read within the folders',
        read(`${CAMPAIGNS}/.env`),
        'allow preset-read',
        'ask sensitive-place',
        'ask sensitive-place',
      ],
      [
        'a read from another computer',
        read('//server/share/x', { server: 'web' }),
        'allow preset-read',
        'ask outside-folders',
        'ask outside-folders',
      ],
      [
        'a read of an own file',
        read('/home/me/.config/doorward/state.db', { server: 'web' }),
        'allow preset-read',
        'ask sensitive-place',
        'ask sensitive-place',
      ],
      [
        'a read without places',
        read('', { places: [] }),
        'allow preset-read',
        'allow preset-read',
        'ask preset-read',
      ],
      [
        'a read of a file by its address',
        read('', {
          server: 'web',
          places: [place('/url', 'url')],
          args: bytes({ url: 'file:///home/me/.ssh/id_rsa' }),
        }),
        'allow preset-read',
        'ask sensitive-place',
        'ask sensitive-place',
      ],
      [
        'a write to an approved place',
        write(`${CAMPAIGNS}/a`),
        'allow preset-unknown',
        'allow preset-approved-place',
        'ask preset-approved-place',
      ],
      [
        'a write outside',
        write('/srv/a'),
        'allow preset-unknown',
        'ask preset-new-place',
        'ask preset-new-place',
      ],
      [
        'a write that climbs out',
        write(`${CAMPAIGNS}/../x`),
        'allow preset-unknown',
        'ask preset-new-place',
        'ask preset-new-place',
      ],
      [
        'a write to a hook',
        write(`${CAMPAIGNS}/.git/hooks/pre-push`),
        'allow preset-unknown',
        'ask sensitive-place',
        'ask sensitive-place',
      ],
      [
        'a write to an own file',
        write('/home/me/.config/app/servers.json'),
        'ask sensitive-place',
        'ask sensitive-place',
        'ask sensitive-place',
      ],
      [
        'a write without typed places',
        write('x', { places: [] }),
        'allow preset-unknown',
        'ask preset-unknown',
        'ask preset-unknown',
      ],
      [
        'a write that gives no place',
        facts({ args: bytes({}) }),
        'allow preset-unknown',
        'ask preset-unknown',
        'ask preset-unknown',
      ],
      [
        'a write to a host',
        facts({ places: [place('/host', 'host')], args: bytes({ host: 'example.com' }) }),
        'allow preset-unknown',
        'ask preset-new-place',
        'ask preset-new-place',
      ],
      [
        'a write with a list where a path was expected',
        write([`${CAMPAIGNS}/a`, '/srv/x']),
        'allow preset-unknown',
        'ask preset-new-place',
        'ask preset-new-place',
      ],
      [
        'a write with an object where a path was expected',
        write({ a: {} }),
        'allow preset-unknown',
        'ask preset-new-place',
        'ask preset-new-place',
      ],
      [
        'sending',
        mail({ to: ['bob@example.com'] }),
        'allow preset-effect',
        'ask preset-effect',
        'ask preset-effect',
      ],
      ['running', facts({ effect: 'run' }), 'allow preset-effect', 'ask preset-effect', 'ask preset-effect'],
      [
        'deleting',
        facts({ effect: 'destroy' }),
        'allow preset-effect',
        'ask preset-effect',
        'ask preset-effect',
      ],
      [
        'deleting an own file',
        facts({ effect: 'destroy', args: bytes({ path: '/home/me/.config/doorward' }) }),
        'ask sensitive-place',
        'ask sensitive-place',
        'ask sensitive-place',
      ],
      [
        'spending',
        facts({ effect: 'spend' }),
        'allow preset-effect',
        'ask preset-effect',
        'ask preset-effect',
      ],
      [
        'what nobody knows',
        facts({ effect: 'unknown' }),
        'allow preset-unknown',
        'ask preset-unknown',
        'ask preset-unknown',
      ],
      [
        'a prompt',
        facts({ kind: 'prompt', effect: 'unknown', places: [] }),
        'allow preset-read',
        'allow preset-read',
        'ask preset-read',
      ],
      [
        'a completion',
        facts({ kind: 'completion', effect: 'unknown', places: [] }),
        'allow preset-read',
        'allow preset-read',
        'ask preset-read',
      ],
      [
        'a resource',
        facts({ kind: 'resource', name: 'notes://1', places: [], args: undefined }),
        'allow preset-read',
        'allow preset-read',
        'ask preset-read',
      ],
      [
        'a resource outside',
        facts({ kind: 'resource', name: 'file:///srv/a', places: [], args: undefined }),
        'allow preset-read',
        'ask outside-folders',
        'ask outside-folders',
      ],
      [
        'a sensitive resource',
        facts({ kind: 'resource', name: `file://${CAMPAIGNS}/%2eenv`, places: [], args: undefined }),
        'allow preset-read',
        'ask sensitive-place',
        'ask sensitive-place',
      ],
      [
        'sampling',
        facts({ kind: 'sampling', places: [] }),
        'ask server-asks',
        'ask server-asks',
        'ask server-asks',
      ],
      [
        'elicitation',
        facts({ kind: 'elicitation', places: [] }),
        'ask server-asks',
        'ask server-asks',
        'ask server-asks',
      ],
      [
        'roots',
        facts({ kind: 'roots', places: [] }),
        'allow server-asks',
        'allow server-asks',
        'ask server-asks',
      ],
      [
        'a read with a name twice',
        read('', { args: Buffer.from('{"path":"/a","path":"/b"}') }),
        'allow preset-read',
        'ask unreadable-arguments',
        'ask unreadable-arguments',
      ],
      [
        'a read without places and a name twice',
        read('', { places: [], args: Buffer.from('{"a":1,"a":2}') }),
        'allow preset-read',
        'ask unreadable-arguments',
        'ask unreadable-arguments',
      ],
      [
        'a write with a name twice',
        facts({ args: Buffer.from(`{"path":"${CAMPAIGNS}/a","path":"/b"}`) }),
        'ask unreadable-arguments',
        'ask unreadable-arguments',
        'ask unreadable-arguments',
      ],
    ];
  it.each(cases)('%s', (_what, call, ...expected) => {
    expect(PRESETS.map((preset) => short(policyOf({ preset }).decide(call)))).toEqual(expected);
  });

  it('marks the arguments that made it so', () => {
    const call = facts({
      places: [place('/files/*/path', 'path'), place('/host', 'host')],
      args: bytes({ files: [{ path: `${CAMPAIGNS}/a` }, { path: '/srv/b' }], host: 'x.example' }),
    });
    expect(policyOf().decide(call).because).toMatchObject({
      marked: ['/files/1/path', '/host'],
      params: { place: '/srv/b', server: 'files', client: 'claude', effect: 'write' },
    });
  });

  it('a relative path counts where somebody knows where it starts', () => {
    const call = write('notes/a.txt');
    expect(short(policyOf().decide(call))).toBe('ask preset-new-place');
    const known = policyOf({}, { workingFolder: () => CAMPAIGNS });
    expect(short(known.decide(call))).toBe('allow preset-approved-place');
    expect(short(known.decide(write('../a.txt')))).toBe('ask preset-new-place');
  });
});
