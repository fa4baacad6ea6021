import { describe, expect, it } from 'vitest';
import { simulate } from '../../../electron/policy/simulate.ts';
import { type AskedCall, suggest, unused } from '../../../electron/policy/suggest.ts';
import { bytes, CAMPAIGNS, facts, NOON, place, policyOf, ports, rule } from './support.ts';

const asked = (n: number, path: string, allowed = true, over: Partial<AskedCall> = {}): AskedCall => ({
  ...facts({ args: bytes({ path }), at: NOON + n }),
  call: `c${n}`,
  allowed,
  ...over,
});
const suggestions = (history: readonly AskedCall[], policy = policyOf()) => suggest(history, policy, ports());

const remembered = (n: number, name: string, tool = 'create_entities', allowed = true): AskedCall => ({
  ...facts({
    server: 'memory',
    name: tool,
    places: [place('/entities/*/name', 'container')],
    args: bytes({ entities: [{ name }] }),
    at: NOON + n,
  }),
  call: `m${n}`,
  allowed,
});

describe('suggestions for what a server keeps itself', () => {
  const three = [
    remembered(1, 'Printer'),
    remembered(2, 'Poster'),
    remembered(3, 'Mara', 'add_observations'),
  ];

  it('are the tools that changed it, after three changes that were all about something else', () => {
    const found = suggestions(three);
    expect(found.map(({ body, saves }) => [body.tool, body.server, body.effects, body.args, saves])).toEqual([
      ['create_entities', 'memory', ['write'], undefined, 2],
      ['add_observations', 'memory', ['write'], undefined, 1],
    ]);
  });

  it('are none after one was denied, or where a tool also reaches files', () => {
    expect(suggestions([...three, remembered(4, 'x', 'create_entities', false)])).toEqual([]);
    const files = three.map((call) => ({
      ...call,
      places: [...call.places, place('/path', 'path')],
    }));
    expect(suggestions(files).filter(({ body }) => body.args === undefined)).toEqual([]);
  });
});

describe('suggestions', () => {
  const thrice = [1, 2, 3].map((n) => asked(n, `/srv/out/${n}`));
  it('name the narrowest permission that would have saved three questions', () => {
    const [only, ...more] = suggestions(thrice.toReversed());
    expect(more).toEqual([]);
    expect(only).toEqual({
      body: {
        action: 'allow',
        client: 'claude',
        server: 'files',
        kind: 'tool',
        tool: 'write_file',
        effects: ['write'],
        args: [{ pointer: '/path', test: { is: 'in-folder', folder: '/srv/out' } }],
      },
      words: { key: 'like.folder', params: { folder: '/srv/out' } },
      saves: 3,
      calls: ['c1', 'c2', 'c3'],
    });
    const after = policyOf({ person: [rule(only?.body ?? { action: 'block' })] });
    expect(thrice.map((call) => after.decide(call).decision)).toEqual(['allow', 'allow', 'allow']);
  });
  it.each<[string, readonly AskedCall[]]>([
    ['after two', thrice.slice(1)],
    ['when the last was denied', [...thrice, asked(4, '/srv/out/4', false)]],
    ['when they differ', [asked(1, '/srv/a/x'), asked(2, '/srv/b/x'), asked(3, '/srv/c/x')]],
    [
      'for another AI app each',
      thrice.map((call, n) => ({ ...call, client: { id: `app${n}`, role: 'default' } })),
    ],
    ['for what would pass anyway', [1, 2, 3].map((n) => asked(n, `${CAMPAIGNS}/${n}`))],
    ['for what is sensitive', [1, 2, 3].map((n) => asked(n, `/home/me/.ssh/${n}`))],
    ['for a name with a wildcard in it', thrice.map((call) => ({ ...call, name: 'write_*' }))],
    ...(['send', 'run', 'destroy', 'spend', 'unknown'] as const).map(
      (effect): [string, readonly AskedCall[]] => [
        `for what would ${effect}`,
        thrice.map((call) => ({ ...call, effect })),
      ],
    ),
    ['without a place', thrice.map((call) => ({ ...call, places: [] }))],
  ])('there are none %s', (_what, history) => expect(suggestions(history)).toEqual([]));
  it('there are none against limits or a rule of the person', () => {
    expect(suggestions(thrice, policyOf({ managed: [rule({ action: 'ask' })] }))).toEqual([]);
    expect(suggestions(thrice, policyOf({ person: [rule({ action: 'ask' })] }))).toEqual([]);
  });
  it('begin anew after a denial, and put what saves most first', () => {
    const history = [
      asked(0, '/srv/out/0', false),
      ...thrice,
      ...[5, 6, 7, 8].map((n) => asked(n, `/srv/big/${n}`)),
    ];
    expect(suggestions(history).map(({ saves, words }) => [saves, words.params['folder']])).toEqual([
      [4, '/srv/big'],
      [3, '/srv/out'],
    ]);
  });
  it('bind a place that was not given', () => {
    const places = [place('/path', 'path'), place('/copy_to', 'path')];
    const [only] = suggestions(thrice.map((call) => ({ ...call, places })));
    expect(only?.body.args).toContainEqual({ pointer: '/copy_to', test: { is: 'absent' } });
  });
});

describe('simulation', () => {
  it('counts what would be asked and blocked, and lists what changes', () => {
    const history = [asked(1, '/srv/a'), asked(2, `${CAMPAIGNS}/a`), asked(3, '/srv/b'), asked(4, '/srv/c')];
    const after = policyOf({
      person: [
        rule({ action: 'allow', args: [{ pointer: '/path', test: { is: 'equals', value: '/srv/a' } }] }),
        rule({ action: 'block', args: [{ pointer: '/path', test: { is: 'equals', value: '/srv/b' } }] }),
      ],
    });
    expect(simulate(history, policyOf(), after)).toEqual({
      calls: 4,
      before: { asked: 3, blocked: 0, askedPer100: 75, blockedPer100: 0 },
      after: { asked: 1, blocked: 1, askedPer100: 25, blockedPer100: 25 },
      changed: [
        { call: 'c1', from: 'ask', to: 'allow' },
        { call: 'c3', from: 'ask', to: 'block' },
      ],
      more: 0,
    });
  });
  it('lists 200 and counts the rest; of nothing it is nothing', () => {
    const history = Array.from({ length: 250 }, (_, n) => asked(n, '/srv/a'));
    const { changed, more } = simulate(history, policyOf(), policyOf({ preset: 'observe' }));
    expect([changed.length, more]).toEqual([200, 50]);
    expect(simulate([], policyOf(), policyOf()).before.askedPer100).toBe(0);
  });
});

describe('permissions that nobody uses', () => {
  const DAY = 86_400_000;
  it('are those of a person that let pass and were not used for 30 days', () => {
    const old = { createdAt: NOON - 40 * DAY };
    const [idle, used, fresh, blocks, managed] = [
      rule({ action: 'allow' }, old),
      rule({ action: 'allow' }, old),
      rule({ action: 'allow' }, { createdAt: NOON - 29 * DAY }),
      rule({ action: 'block' }, old),
      rule({ action: 'allow' }, { ...old, origin: 'managed' }),
    ];
    const usage = (id: string) => ({ lastUsedAt: id === used?.id ? NOON - DAY : undefined });
    expect(
      unused(
        [idle, used, fresh, blocks, managed].filter((one) => one !== undefined),
        usage,
        NOON,
      ),
    ).toEqual([idle?.id]);
  });
});
