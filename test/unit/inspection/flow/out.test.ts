import { describe, expect, test } from 'vitest';
import type { Effect, Place } from '../../../../shared/model/review.ts';
import type { CallKind } from '../../../../shared/model/policy.ts';
import type { CallFacts } from '../../../../electron/policy/facts.ts';
import { destinationOf, isOut, type OutPorts } from '../../../../electron/inspection/flow/out.ts';

const SEEN = 'https://seen.example/page';
const ports = (over: Partial<OutPorts> = {}): OutPorts => ({
  server: { remote: false, entrusted: false },
  openWorld: false,
  isPublic: false,
  hearsStrangers: false,
  readOnly: () => false,
  seenUrl: (url) => url === SEEN,
  seenHost: (host) => host === 'seen.example',
  ...over,
});
const place = (name: string, kind: Place['kind']): Place => ({ pointer: `/${name}`, name, kind });
const facts = (
  effect: Effect,
  args: unknown,
  places: readonly Place[] = [],
  over: Partial<CallFacts> = {},
): CallFacts => ({
  client: { id: 'one', role: 'default' },
  server: 'alpha',
  kind: 'tool',
  name: 'tool',
  effect,
  places,
  args: Buffer.from(typeof args === 'string' ? args : JSON.stringify(args)),
  at: 0,
  ...over,
});
const URL_PLACE = [place('url', 'url')];
const REPO = [place('owner', 'container'), place('repo', 'container'), place('issue_number', 'container')];

describe('a call that is out', () => {
  test.each<[string, Effect, unknown, readonly Place[], Partial<OutPorts>]>([
    ['whatever sends', 'send', {}, [], {}],
    ['a command', 'run', { command: 'ls' }, [place('command', 'command')], {}],
    ['what nobody knows', 'unknown', {}, [], {}],
    ['a write to a recipient', 'write', { to: 'bob' }, [place('to', 'recipient')], {}],
    ['a write with an address', 'write', { url: SEEN }, URL_PLACE, {}],
    ['a write at a remote server', 'write', {}, [], { server: { remote: true, entrusted: false } }],
    ['a write with somebody\u2019s key', 'write', {}, [], { server: { remote: false, entrusted: true } }],
    ['a write of a tool that meets the open world', 'write', {}, [], { openWorld: true }],
    ['a write where strangers read', 'write', {}, [], { isPublic: true, readOnly: () => true }],
    [
      'a removal at a remote server',
      'destroy',
      { id: 'x' },
      [],
      { server: { remote: true, entrusted: false } },
    ],
    ['a payment at a remote server', 'spend', {}, [], { server: { remote: true, entrusted: false } }],
    [
      'a write to another computer\u2019s folder',
      'write',
      { path: '\\\\evil\\share\\x' },
      [place('path', 'path')],
      {},
    ],
    ['a write that can be read in two ways', 'write', '{"a":1,"a":2}', [], {}],
    ['a read of an address that nobody named', 'read', { url: 'https://evil.example/?d=x' }, URL_PLACE, {}],
    ['a seen address and one that was not', 'read', { url: [SEEN, 'https://evil.example'] }, URL_PLACE, {}],
    ['a seen address with a header', 'read', { url: SEEN, headers: { cookie: 'secret' } }, URL_PLACE, {}],
    ['a seen address with a body', 'read', { url: SEEN, body: 'secret' }, URL_PLACE, {}],
    ['a seen address with a long number', 'read', { url: SEEN, id: 12345678 }, URL_PLACE, {}],
    ['a seen address with a fraction', 'read', { url: SEEN, id: 0.5 }, URL_PLACE, {}],
    [
      'a seen address beside a name that says it all',
      'read',
      { url: SEEN, 'the secret is x': true },
      URL_PLACE,
      {},
    ],
    [
      'a seen address in two readings',
      'read',
      `{"url":"${SEEN}","url":"https://evil.example"}`,
      URL_PLACE,
      {},
    ],
    ['a host to look up', 'read', { host: 'secret.evil.example' }, [place('host', 'host')], {}],
    ['a file on another computer', 'read', { path: '\\\\evil\\secret\\x' }, [place('path', 'path')], {}],
    ['the same with slashes', 'read', { path: '//evil/secret' }, [place('path', 'path')], {}],
    ['the same as a URL', 'read', { url: 'file://evil/secret' }, URL_PLACE, {}],
    ['an address that is no text', 'read', { url: { a: {} } }, URL_PLACE, {}],
  ])('%s', (_what, effect, args, places, over) => {
    expect(isOut(facts(effect, args, places), ports(over))).toBe(true);
  });

  test.each<[string, Effect, unknown, readonly Place[], Partial<OutPorts>]>([
    ['a read', 'read', { query: 'x' }, [], { server: { remote: true, entrusted: true } }],
    ['a read of a file', 'read', { path: '/a' }, [place('path', 'path')], {}],
    ['a file as a URL', 'read', { url: 'file:///a/b' }, URL_PLACE, {}],
    ['a write of a file here', 'write', { path: '/a', content: 'x' }, [place('path', 'path')], {}],
    [
      'a link that is followed',
      'read',
      { url: SEEN, max_length: 5000, raw: false, format: 'markdown' },
      URL_PLACE,
      {},
    ],
    ['a host of a link', 'read', { host: 'seen.example' }, [place('host', 'host')], {}],
  ])('is not %s', (_what, effect, args, places, over) => {
    expect(isOut(facts(effect, args, places), ports(over))).toBe(false);
  });

  test('is not writing back to the container that all of it came from', () => {
    const args = { owner: 'Ann', repo: 'app', issue_number: 2 };
    const asked: string[] = [];
    const away = { server: { remote: true, entrusted: true }, hearsStrangers: true };
    expect(
      isOut(facts('write', args, REPO), ports({ ...away, readOnly: (one) => (asked.push(one), true) })),
    ).toBe(false);
    expect(asked).toEqual(['["owner","ann"],["repo","app"]']);
    expect(isOut(facts('write', args, REPO), ports({ ...away, readOnly: () => false }))).toBe(true);
    // Containers without names: only while no stranger was heard through it.
    expect(isOut(facts('write', {}), ports({ ...away, readOnly: () => true }))).toBe(true);
    expect(isOut(facts('write', {}), ports({ ...away, hearsStrangers: false, readOnly: () => true }))).toBe(
      false,
    );
    // Whoever receives is somebody else.
    const recipient = [...REPO, place('assignee', 'recipient')];
    expect(
      isOut(facts('write', { ...args, assignee: 'eve' }, recipient), ports({ readOnly: () => true })),
    ).toBe(true);
  });

  test.each<[CallKind, string, boolean]>([
    ['sampling', '', true],
    ['elicitation', '', false],
    ['roots', '', false],
    ['prompt', 'p', false],
    ['completion', 'p', false],
    ['resource', 'https://evil.example/?d=x', true],
    ['resource', 'ftp://evil.example/x', true],
    ['resource', SEEN, false],
    ['resource', 'file:///a', false],
    ['resource', 'notes://a', false],
    ['resource', 'file://evil/a', true],
  ])('of kind %s with the name %j: %s', (kind, name, out) => {
    expect(isOut(facts(kind === 'sampling' ? 'unknown' : 'read', {}, [], { kind, name }), ports())).toBe(out);
  });
});

describe('where a call goes', () => {
  const mail = (to: readonly string[], more = {}): string | undefined =>
    destinationOf(facts('send', { to, ...more }, [{ pointer: '/to/*', name: 'to', kind: 'recipient' }]));
  const fetch = (url: unknown): string | undefined => destinationOf(facts('read', { url }, URL_PLACE));

  test('is its recipients, in any order, or its hosts, and not what is said there', () => {
    expect(mail(['bob@example.org', 'Ann@example.org'])).toBe(
      mail(['ann@example.org', 'bob@example.org'], { body: 'x' }),
    );
    expect(mail(['bob@example.org'])).not.toBe(mail(['bob@example.org', 'eve@evil.example']));
    expect(mail(['bob@example.org'])).not.toBe(mail([]));
    expect(fetch('https://a.example/x?q=1')).toBe(fetch('https://a.example/y'));
    expect(fetch('https://a.example/x')).not.toBe(fetch('http://a.example/x'));
    expect(fetch('https://a.example/x')).not.toBe(fetch('https://a.example:444/x'));
    expect(fetch('https://a.example/x')).not.toBe(fetch('https://b.a.example/x'));
  });

  test('is another one for another tool or server, and for another command', () => {
    const at = (over: Partial<CallFacts>, args: unknown = {}): string | undefined =>
      destinationOf(facts('send', args, [], over));
    expect(at({})).not.toBe(at({ server: 'beta' }));
    expect(at({})).not.toBe(at({ name: 'other' }));
    expect(at({ effect: 'run' }, { command: 'ls' })).not.toBe(
      at({ effect: 'run' }, { command: 'curl evil' }),
    );
    expect(at({ effect: 'unknown' }, { a: 1 })).not.toBe(at({ effect: 'unknown' }, { a: 2 }));
  });

  test('is nowhere where nobody can tell', () => {
    expect(destinationOf(facts('send', '{"a":1,"a":2}'))).toBeUndefined();
    expect(fetch({ a: {} })).toBeUndefined();
    expect(destinationOf(facts('unknown', {}, [], { kind: 'sampling' }))).toBeUndefined();
  });
});
