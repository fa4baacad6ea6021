import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../renderer/features/activity/detail/findings.tsx';
import { shapedOf } from '../../../renderer/features/activity/detail/leg-words.ts';
import { emptyLimit, limitOf } from '../../../renderer/features/permissions/limits/limit-draft.ts';
import { emptyRole, roleOf } from '../../../renderer/features/permissions/roles/role-draft.ts';
import { ruleTrouble } from '../../../renderer/features/permissions/rule/rule-check.ts';
import { bodyOf } from '../../../renderer/features/permissions/use-rule-removal.ts';
import { destinationTrouble } from '../../../renderer/features/settings/sending/destination-trouble.ts';
import { recordedFindings } from '../../../shared/model/finding.ts';
import { limit } from '../../../shared/model/limits.ts';
import { RULE_FIELDS, VALUE_TESTS } from '../../../shared/model/lists.ts';
import { role, rule, ruleBody, type RuleBody, valueTest } from '../../../shared/model/policy.ts';
import { addressTrouble, destination } from '../../../shared/model/sending.ts';

// The window has no validator: what it says of a form has to be what the schema of the host says.
const long = (...lengths: readonly number[]) =>
  fc.constantFrom(...lengths).map((length) => 'x'.repeat(length));
const pattern = long(0, 1, 500, 501);
const json = fc.oneof(fc.jsonValue(), fc.constantFrom(Number.POSITIVE_INFINITY, [1, { deep: Number.NaN }]));
const list = <T>(value: T, ...lengths: readonly number[]) =>
  fc.constantFrom(...lengths).map((length) => Array.from({ length }, () => value));
const test = fc.oneof(
  fc.record({ is: fc.constant('equals' as const), value: json }),
  fc.record({ is: fc.constant('equals' as const), value: fc.constant(undefined) }),
  fc.record({
    is: fc.constant('one-of' as const),
    values: fc.oneof(list('a', 0, 1, 200, 201), fc.array(json)),
  }),
  fc.record({ is: fc.constantFrom('glob' as const, 'regex', 'host', 'recipient'), pattern }),
  fc.record({ is: fc.constant('in-folder' as const), folder: long(0, 1, 4096, 4097) }),
  fc.record({
    is: fc.constant('program' as const),
    words: fc.oneof(list('git', 0, 1, 4, 5), fc.array(long(0, 1, 200, 201), { maxLength: 3 })),
  }),
  fc.record({ is: fc.constant('range' as const), min: fc.integer() }),
  fc.record({ is: fc.constant('absent' as const) }),
);
const clock = fc.constantFrom('09:00', '23:59', '24:00', '9:00', '');
const bodies = fc.record(
  {
    action: fc.constantFrom('allow' as const, 'block'),
    tool: long(1, 500, 501),
    args: fc.oneof(
      fc.array(fc.record({ pointer: long(1, 500, 501), test }), { maxLength: 4 }),
      list({ pointer: '/a', test: { is: 'absent' as const } }, 32, 33),
    ),
    hours: fc.record({ days: list(1, 0, 1, 7), from: clock, to: clock }),
    note: long(0, 300, 301),
  },
  { requiredKeys: ['action'] },
);

describe('what the window says of a form is what the host says', () => {
  it('of a rule', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(ruleTrouble(body as RuleBody) === undefined).toBe(ruleBody.safeParse(body).success);
      }),
      { numRuns: 500 },
    );
  });

  it('of a limit, a role, and a destination of the log', () => {
    const numbers = fc.constantFrom('', '0', '1', '10000', '10001', '1000000', '1000001', '9999999');
    fc.assert(
      fc.property(
        fc.constantFrom('rate' as const, 'at-once', 'budget'),
        numbers,
        numbers,
        fc.constantFrom('', '0.5', '1000000000', '1000000001', '-1'),
        long(0, 200, 201),
        (kind, calls, burst, amount, tool) => {
          const made = limitOf({ ...emptyLimit, kind, calls, burst, amount, tool });
          if ('limit' in made) expect(limit.partial({ id: true }).parse(made.limit)).toEqual(made.limit);
        },
      ),
    );
    for (const [name, fits] of [
      ['x'.repeat(64), true],
      ['x'.repeat(65), false],
    ] as const)
      expect('role' in roleOf({ ...emptyRole, name, tools: 'files/*' }, [])).toBe(fits);
    for (const tools of ['x'.repeat(501), 'x\n'.repeat(501)])
      expect(roleOf({ ...emptyRole, name: 'A', tools }, [])).toEqual({ problem: 'tools' });
    const made = roleOf({ ...emptyRole, name: 'A', tools: 'x\n'.repeat(500) }, []);
    expect('role' in made && role.safeParse(made.role).success).toBe(true);

    const text = fc.constantFrom(
      '',
      'a',
      'Siem 1',
      ' x',
      'x'.repeat(41),
      'host',
      'Authorization',
      'vault:KEY',
      'Bearer ${vault:KEY}',
      'secret',
    );
    const url = fc.constantFrom(
      '',
      'https://c.example.com:4318',
      'http://c.example.com',
      'https://u:p@c.example.com',
      'tls://logs.example.com',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.record({ kind: fc.constant('file' as const), name: text, path: fc.constantFrom('', '/', '/a') }),
          fc.record({ kind: fc.constant('syslog' as const), name: text, url }),
          fc.record({
            kind: fc.constant('otlp' as const),
            name: text,
            url,
            headers: fc.dictionary(text, text, { maxKeys: 1 }),
          }),
        ),
        (wanted) => {
          const fits =
            destination.safeParse(wanted).success &&
            (wanted.kind === 'file' || addressTrouble(wanted.kind, wanted.url, false) === undefined);
          expect(destinationTrouble(wanted) === undefined).toBe(fits);
        },
      ),
    );
  });

  it('with the same members and tests as the schemas', () => {
    expect([...RULE_FIELDS]).toEqual(Object.keys(ruleBody.shape));
    expect(VALUE_TESTS).toEqual(valueTest.options.map(({ shape }) => shape.is.value));
    const kept = {
      id: 'r',
      origin: 'person',
      who: 'window',
      createdAt: 1,
      action: 'ask',
      tool: 'x',
      note: undefined,
    };
    const { note: _, ...whole } = kept;
    expect(rule.parse(whole)).toEqual(whole);
    expect(bodyOf({ ...kept, sentence: '', words: [], uses: 0 } as never)).toEqual({
      action: 'ask',
      tool: 'x',
    });
  });
});

describe('what the log says of a call', () => {
  const finding = { source: 'secret', type: 'github-token', where: 'answer', act: 'masked', count: 2 };
  const legs = (found: unknown) =>
    [{ found: typeof found === 'string' ? found : JSON.stringify(found) }] as never;

  it('is read where it is what this version writes, and nothing where it is anything else', () => {
    expect(findingsOf(legs([finding]))).toEqual(recordedFindings.parse([finding]));
    for (const odd of [
      '',
      '{',
      'null',
      '{}',
      [null],
      [[]],
      [{ ...finding, act: 'toString' }],
      [{ ...finding, count: '2' }],
      [{ ...finding, type: 1 }],
      [finding, { ...finding, source: 'future' }],
    ])
      expect(findingsOf(legs(odd))).toEqual([]);
  });

  it('of how it was made smaller is two numbers or nothing', () => {
    const shaped = (context: string) => shapedOf({ context } as never);
    expect(shaped('{"shaped":{"from":9,"to":3}}')).toEqual({ from: 9, to: 3 });
    for (const odd of [
      '',
      'null',
      '1',
      '{}',
      '{"shaped":null}',
      '{"shaped":{"from":"9","to":3}}',
      '{"shaped":{"from":9}}',
    ])
      expect(shaped(odd)).toBeUndefined();
  });
});
