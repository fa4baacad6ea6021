import { describe, expect, it } from 'vitest';
import type { Preset, RuleBody } from '../../../shared/model/policy.ts';
import type { CallFacts } from '../../../electron/policy/facts.ts';
import { bytes, CAMPAIGNS, facts, policyOf, rule, short, when } from './support.ts';

const PRESETS: readonly Preset[] = ['observe', 'guarded', 'strict'];
const read = (path: string, over: Partial<CallFacts> = {}): CallFacts =>
  facts({ name: 'read_file', effect: 'read', args: bytes({ path }), ...over });
const write = (path: unknown, over: Partial<CallFacts> = {}): CallFacts =>
  facts({ args: bytes({ path }), ...over });

describe('layers', () => {
  const allow: RuleBody = { action: 'allow', server: 'files' };
  it('a person\u2019s rule counts before the preset, in both directions', () => {
    const call = write('/srv/a');
    expect(short(policyOf({ person: [rule(allow)] }).decide(call))).toBe('allow rule');
    expect(short(policyOf({ preset: 'observe', person: [rule({ action: 'ask' })] }).decide(call))).toBe(
      'ask rule',
    );
    expect(short(policyOf({ person: [rule({ action: 'block' })] }).decide(read(`${CAMPAIGNS}/a`)))).toBe(
      'block rule',
    );
  });

  it('limits of the organisation only tighten', () => {
    const call = write('/srv/a');
    const by = (managed: RuleBody, person: RuleBody[] = []): string => {
      const { decision, because } = policyOf({
        managed: [rule(managed, { origin: 'managed' })],
        person: person.map((body) => rule(body)),
      }).decide(call);
      return `${decision} ${because.layer}`;
    };
    expect(by({ action: 'allow' })).toBe('ask preset');
    expect(by({ action: 'report' })).toBe('ask preset');
    expect(by({ action: 'block' }, [{ action: 'allow', client: 'claude', tool: 'write_file' }])).toBe(
      'block managed',
    );
    expect(by({ action: 'ask' }, [allow])).toBe('ask managed');
    expect(by({ action: 'ask' }, [{ action: 'block' }])).toBe('block person');
  });

  it('a narrow limit does not take the edge off a wide one', () => {
    const managed = [
      rule({ action: 'block' }),
      rule({ action: 'ask', client: 'claude', server: 'files', tool: 'write_file' }),
    ];
    expect(policyOf({ managed }).decide(facts()).decision).toBe('block');
  });

  it('"ask about everything" asks about what would pass and lets what is blocked be', () => {
    const policy = policyOf({
      askAboutEverything: true,
      person: [rule(allow), rule({ action: 'block', server: 'files', tool: 'rm' })],
    });
    expect(policy.decide(facts())).toMatchObject({
      decision: 'ask',
      because: { layer: 'guard', code: 'ask-about-everything' },
    });
    expect(policy.decide(facts({ name: 'rm' })).decision).toBe('block');
    expect(policyOf({ askAboutEverything: true }).decide(read(`${CAMPAIGNS}/a`)).decision).toBe('ask');
  });

  it('report lets pass and says what would have been decided', () => {
    const report = rule({ action: 'report', tool: 'write_file' });
    expect(policyOf({ person: [report] }).decide(write('/srv/a'))).toMatchObject({
      decision: 'allow',
      would: 'ask',
    });
    expect(policyOf({ person: [report, rule({ action: 'block' })] }).decide(write('/srv/a'))).toMatchObject({
      decision: 'allow',
      would: 'block',
    });
    expect(policyOf({ person: [report] }).decide(write(`${CAMPAIGNS}/a`)).would).toBe('allow');
    const managed = [rule({ action: 'ask' })];
    const asked = policyOf({ person: [report], managed }).decide(write('/srv/a'));
    expect(asked).toMatchObject({ decision: 'ask', because: { layer: 'managed' } });
    expect(asked.would).toBeUndefined();
  });

  it('no wide permission covers what belongs to Doorward or an AI app (attack 41)', () => {
    const own = '/home/me/.config/app/servers.json';
    const call = write(own);
    const decided = (...bodies: RuleBody[]): string =>
      short(policyOf({ preset: 'observe', person: bodies.map((body) => rule(body)) }).decide(call));
    expect(decided({ action: 'allow' })).toBe('ask sensitive-place');
    expect(decided({ action: 'report' })).toBe('ask sensitive-place');
    expect(decided({ action: 'allow', args: [when('/path', { is: 'glob', pattern: '/home/**' })] })).toBe(
      'ask sensitive-place',
    );
    expect(
      decided({ action: 'allow', args: [when('/path', { is: 'in-folder', folder: '/home/me/.config' })] }),
    ).toBe('ask sensitive-place');
    expect(decided({ action: 'allow', args: [when('/path', { is: 'equals', value: own })] })).toBe(
      'allow rule',
    );
    expect(decided({ action: 'block' })).toBe('block rule');
  });

  it('no permission covers acts whose arguments can be read in two ways', () => {
    const call = facts({ args: Buffer.from('{"path":"/a","path":"/b"}') });
    const person = [rule({ action: 'allow' })];
    for (const preset of PRESETS)
      expect(policyOf({ preset, person }).decide(call).because).toMatchObject({
        layer: 'guard',
        code: 'unreadable-arguments',
      });
    expect(policyOf({ preset: 'observe', person }).decide({ ...call, effect: 'read' }).decision).toBe(
      'allow',
    );
  });

  it('a server\u2019s own requests are loosened only by rules that name them', () => {
    const call = facts({ kind: 'sampling', name: 'sampling/createMessage', places: [] });
    expect(policyOf({ person: [rule({ action: 'allow' })] }).decide(call).decision).toBe('ask');
    expect(policyOf({ person: [rule({ action: 'allow', kind: 'sampling' })] }).decide(call).decision).toBe(
      'allow',
    );
    expect(policyOf({ person: [rule({ action: 'block' })] }).decide(call).decision).toBe('block');
    const managed = [rule({ action: 'block', kind: 'sampling' })];
    expect(
      policyOf({ managed, person: [rule({ action: 'allow', kind: 'sampling' })] }).decide(call).decision,
    ).toBe('block');
  });
});

describe('roles', () => {
  const roles = [
    {
      id: 'narrow',
      name: 'Narrow',
      servers: ['files'],
      tools: ['files/read_*'],
      effects: ['read' as const],
      rules: [{ action: 'block' as const, tool: 'read_secret' }],
      preset: 'strict' as const,
    },
  ];
  const policy = policyOf({ roles, preset: 'observe' });
  it('show what they name', () => {
    expect(policy.seesServer('narrow', 'files')).toBe(true);
    expect(policy.seesServer('narrow', 'mail')).toBe(false);
    expect(policy.sees('narrow', 'files', 'read_file', 'read')).toBe(true);
    expect(policy.sees('narrow', 'files', 'read_file', 'unknown')).toBe(false);
    expect(policy.sees('narrow', 'files', 'write_file', 'read')).toBe(false);
    expect(policy.sees('narrow', 'mail', 'read_file', 'read')).toBe(false);
  });
  it('bring rules and a preset for their AI apps', () => {
    const as = (role: string, name: string): string =>
      short(policy.decide(read(`${CAMPAIGNS}/a`, { name, client: { id: 'claude', role } })));
    expect(as('narrow', 'read_secret')).toBe('block rule');
    expect(as('default', 'read_secret')).toBe('allow preset-read');
    expect(as('narrow', 'read_file')).toBe('ask preset-read');
  });
  it('that nobody knows show nothing and ask about everything', () => {
    expect(policy.seesServer('gone', 'files')).toBe(false);
    expect(policy.sees('gone', 'files', 'read_file', 'read')).toBe(false);
    expect(policy.decide(read(`${CAMPAIGNS}/a`, { client: { id: 'x', role: 'gone' } })).decision).toBe('ask');
  });
  it('that come with Doorward are there', () => {
    expect(policy.sees('default', 'any', 'thing', 'spend')).toBe(true);
    expect(policy.sees('research-read-only', 'any', 'thing', 'write')).toBe(false);
    expect(policy.sees('coding', 'any', 'thing', 'run')).toBe(true);
    expect(policy.sees('coding', 'any', 'thing', 'spend')).toBe(false);
    expect(
      policy.decide(read(`${CAMPAIGNS}/a`, { client: { id: 'x', role: 'everything-ask' } })).decision,
    ).toBe('ask');
  });
  it('do not weaken what the organisation sets', () => {
    const lax = [
      { id: 'lax', name: 'Lax', preset: 'observe' as const, rules: [{ action: 'allow' as const }] },
    ];
    const limited = policyOf({ roles: lax, managed: [rule({ action: 'ask', effects: ['write'] })] });
    expect(limited.decide(facts({ client: { id: 'x', role: 'lax' } })).because.layer).toBe('managed');
  });
  it('a rule of a role that names another role is nobody\u2019s', () => {
    const odd = [{ id: 'odd', name: 'Odd', rules: [{ action: 'block' as const, role: 'default' }] }];
    expect(policyOf({ roles: odd }).decide(facts()).decision).toBe('allow');
    expect(policyOf({ roles: odd }).decide(facts({ client: { id: 'x', role: 'odd' } })).decision).toBe(
      'allow',
    );
  });
});
