import fc from 'fast-check';
import type { ManagedCallLimit } from '../../../../shared/model/managed-call-limits.ts';
import type { ManagedPolicy, ManagedRule, ServerMatcher } from '../../../../shared/model/managed.ts';
import type { ValueTest } from '../../../../shared/model/policy.ts';

/** A record without members whose value is undefined, as JSON has them. */
function some<T extends object>(shape: { [K in keyof T]-?: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(shape as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] }).map((value) => {
    const kept = Object.entries(value).filter(([, member]) => member !== undefined);
    return Object.fromEntries(kept) as T;
  });
}
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const few = <T>(one: fc.Arbitrary<T>, minLength = 0) => fc.array(one, { minLength, maxLength: 3 });

const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 });
const plain = fc.oneof(
  { weight: 4, arbitrary: ascii },
  fc.constantFrom(
    'a\\0b',
    'C:\\Users\\x\\',
    '"quoted"',
    'ümläut',
    '日本',
    '😀',
    '<&>',
    ' x ',
    'a,b;c',
    '%20',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
);
/** One line of text, as the schema has it. */
const line = plain.filter((text) => /^[^\p{Cc}\p{Cs}]+$/u.test(text));
/** Any text at all, control characters and halves of pairs too. */
const wild = fc.oneof(
  line,
  fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }),
  fc.constantFrom('\r\n', '\0', '\ud800', '\uffff', '\\u0041'),
);
const json = fc
  .jsonValue({ maxDepth: 3, stringUnit: 'binary' })
  .filter((value) => !JSON.stringify(value).includes('__proto__'));
const hex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'.split('')),
  minLength: 64,
  maxLength: 64,
});
const id = fc.string({ unit: fc.constantFrom(...'abcxyz019-'.split('')), minLength: 1, maxLength: 20 });
const effects = few(
  fc.constantFrom('read', 'write', 'send', 'run', 'destroy', 'spend', 'unknown' as const),
  1,
);
const preset = fc.constantFrom('observe', 'guarded', 'strict' as const);
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));

const test = fc.oneof(
  fc.record({ is: fc.constant('equals' as const), value: json }),
  fc.record({ is: fc.constant('one-of' as const), values: few(json, 1) }),
  fc.record({ is: fc.constantFrom('glob', 'regex', 'host', 'recipient'), pattern: wild }),
  some<{ is: 'range'; min: number; max: number }>({
    is: fc.constant('range' as const),
    min: number,
    max: number,
  }).map((value) => ({ ...value, is: 'range' as const })),
  fc.record({ is: fc.constant('in-folder' as const), folder: wild }),
  fc.record({ is: fc.constant('program' as const), words: few(wild, 1) }),
  fc.constant({ is: 'absent' as const }),
) as fc.Arbitrary<ValueTest>;

export const arbitraryRule: fc.Arbitrary<ManagedRule> = some<ManagedRule>({
  action: fc.constantFrom('ask', 'block'),
  client: maybe(wild),
  role: maybe(wild),
  server: maybe(id),
  kind: maybe(
    fc.constantFrom('tool', 'prompt', 'resource', 'completion', 'sampling', 'elicitation', 'roots'),
  ),
  tool: maybe(wild),
  effects: maybe(effects),
  args: maybe(few(fc.record({ pointer: wild, test }))),
  argsDigest: maybe(hex),
  hours: maybe(fc.record({ days: few(fc.integer({ min: 0, max: 6 }), 1), from: clock, to: clock })),
  expiresAt: maybe(number),
  note: maybe(wild),
}).chain((rule) => fc.constantFrom('ask' as const, 'block' as const).map((action) => ({ ...rule, action })));

const matcher: fc.Arbitrary<ServerMatcher> = some<ServerMatcher>({
  package: maybe(line),
  registry: maybe(line),
  command: maybe(line),
  url: maybe(line),
  digest: maybe(hex),
}).filter((one) => [one.package, one.command, one.url, one.digest].some((part) => part !== undefined));

const names = fc
  .dictionary(line, wild, { maxKeys: 3 })
  .filter((one) => !Object.keys(one).includes('__proto__'))
  .map((one) => ({ ...one }));
const launch = fc.oneof(
  some<{ transport: 'stdio'; command: string; args: string[]; env: Record<string, string>; cwd: string }>({
    transport: fc.constant('stdio' as const),
    command: wild,
    args: few(wild),
    env: names,
    cwd: wild,
  }).chain(({ cwd, ...rest }) =>
    fc.record({ command: wild, args: few(wild), env: names }).map((needed) => ({
      ...needed,
      ...rest,
      transport: 'stdio' as const,
      ...(cwd === undefined ? {} : { cwd }),
    })),
  ),
  fc.record({
    transport: fc.constant('http' as const),
    url: fc.webUrl({ validSchemes: ['https'] }),
    headers: names,
  }),
);

const count = fc.integer({ min: 1, max: 1000 });
const most: fc.Arbitrary<ManagedCallLimit['most']> = fc.oneof(
  fc.record({
    kind: fc.constant('rate' as const),
    calls: count,
    per: fc.constantFrom('second', 'minute', 'hour', 'day' as const),
    burst: count,
  }),
  fc.record({ kind: fc.constant('at-once' as const), calls: count }),
  fc.record({ kind: fc.constant('budget' as const), calls: count, amount: count.map((n) => n / 4) }),
);

type Mask = NonNullable<ManagedPolicy['masks']>[number];
const maskName = fc.constantFrom('Account', 'Ümläut 2', '日本', 'a.b-c_d');

/** Any policy that the schema takes. */
export const arbitraryPolicy: fc.Arbitrary<ManagedPolicy> = some<ManagedPolicy>({
  version: fc.constant(1 as const),
  organisation: maybe(
    some<NonNullable<ManagedPolicy['organisation']>>({
      name: line,
      contact: maybe(line),
      contactUrl: maybe(fc.webUrl({ validSchemes: ['https'] })),
    }).chain((one) => line.map((name) => ({ ...one, name }))),
  ),
  servers: maybe(
    some<NonNullable<ManagedPolicy['servers']>>({
      allowed: maybe(few(matcher)),
      forbidden: maybe(few(matcher)),
    }),
  ),
  clients: maybe(
    some<NonNullable<ManagedPolicy['clients']>>({ allowed: maybe(few(line)), forbidden: maybe(few(line)) }),
  ),
  roles: maybe(
    few(
      some<NonNullable<ManagedPolicy['roles']>[number]>({
        id,
        name: wild,
        servers: maybe(few(wild)),
        tools: maybe(few(wild)),
        effects: maybe(effects),
        preset: maybe(preset),
        rules: few(arbitraryRule),
      }).chain((role) =>
        fc.record({ id, name: wild, rules: few(arbitraryRule) }).map((needed) => ({ ...needed, ...role })),
      ),
    ),
  ),
  assignments: maybe(
    few(
      some<NonNullable<ManagedPolicy['assignments']>[number]>({
        role: id,
        client: maybe(line),
        user: maybe(line),
        group: maybe(line),
      }).chain((one) => id.map((role) => ({ ...one, role }))),
    ),
  ),
  rules: maybe(few(arbitraryRule)),
  presets: maybe(
    some<NonNullable<ManagedPolicy['presets']>>({ minimum: maybe(preset), fixed: maybe(preset) }),
  ),
  masks: maybe(
    few(
      some<Omit<Mask, 'name' | 'pattern' | 'words'>>({
        ignoreCase: maybe(fc.boolean()),
        way: maybe(fc.constantFrom('remove', 'partial', 'hash', 'reversible')),
        replacement: maybe(line),
        direction: maybe(fc.constantFrom('to-server', 'to-app', 'both')),
      }).chain((rest) =>
        fc
          .oneof(
            fc.record({ pattern: fc.constantFrom('a+', '[0-9]{4}', '\\d{3}-\\d{3}', 'ümläut') }),
            fc.record({
              words: few(
                line.filter((text) => text.trim() !== ''),
                1,
              ),
            }),
          )
          .chain((find) => maskName.map((name) => ({ ...rest, ...find, name }))),
      ),
    ),
  ),
  inspection: maybe(
    few(
      some<Omit<NonNullable<ManagedPolicy['inspection']>[number], 'watch' | 'act'>>({
        direction: maybe(fc.constantFrom('to-server', 'to-app')),
        server: maybe(id),
        role: maybe(wild),
      }).chain((where) =>
        fc
          .record({
            watch: fc.constantFrom(
              'hidden',
              'injection-low',
              'injection-high',
              'secret',
              'personal',
              'flow' as const,
            ),
            act: fc.constantFrom('note', 'mask', 'ask', 'block' as const),
          })
          .map((one) => ({ ...one, ...where })),
      ),
    ),
  ),
  limits: maybe(
    few(
      some<Omit<ManagedCallLimit, 'most'>>({
        client: maybe(wild),
        role: maybe(wild),
        server: maybe(id),
        tool: maybe(fc.constantFrom('pay_*', '*', 'ümläut')),
        effects: maybe(effects),
        each: maybe(fc.constantFrom('client', 'server', 'tool')),
      }).chain((about) => most.map((one) => ({ ...about, most: one }))),
    ),
  ),
  approvals: maybe(
    some<NonNullable<ManagedPolicy['approvals']>>({
      clockSeconds: maybe(fc.integer({ min: 10, max: 300 })),
      longestDuration: maybe(fc.constantFrom('once', '5m', '1h', 'quit', 'always')),
      alwaysAllowed: maybe(fc.boolean()),
      lateMinutes: maybe(fc.integer({ min: 0, max: 60 })),
      missedHours: maybe(fc.integer({ min: 0, max: 8 })),
      whoMayApprove: maybe(fc.constantFrom('user', 'groups')),
      groups: maybe(few(line)),
    }),
  ),
  log: maybe(
    some<NonNullable<ManagedPolicy['log']>>({
      retentionDays: maybe(fc.integer({ min: 1, max: 3650 })),
      required: maybe(fc.boolean()),
      texts: maybe(fc.constantFrom('redacted', 'digests')),
      serverTexts: maybe(
        few(fc.record({ server: id, texts: fc.constantFrom('redacted' as const, 'digests' as const) })),
      ),
      destination: maybe(
        fc.oneof(
          fc.record({ kind: fc.constant('otlp' as const), url: fc.webUrl({ validSchemes: ['https'] }) }),
          fc.record({ kind: fc.constant('syslog' as const), url: fc.constant('tls://log.example.com:6514') }),
        ),
      ),
    }),
  ),
  updates: maybe(
    some<NonNullable<ManagedPolicy['updates']>>({
      channel: maybe(fc.constantFrom('stable', 'beta')),
      off: maybe(fc.boolean()),
    }),
  ),
  registryBaseUrl: maybe(fc.webUrl({ validSchemes: ['https'] })),
  trustedRegistries: maybe(few(line)),
  proxies: maybe(few(line)),
  privateAddressesForSignIn: maybe(few(line)),
  silentConnect: maybe(few(line)),
  startAtLogin: maybe(fc.boolean()),
  locked: maybe(few(fc.constantFrom('port', 'idle', 'theme' as const))),
  settings: maybe(
    some<NonNullable<ManagedPolicy['settings']>>({
      port: maybe(fc.integer({ min: 1, max: 65_535 })),
      allowedOrigins: maybe(few(fc.constantFrom('http://localhost:3000', 'https://example.com'))),
      idle: maybe(
        fc.record({
          serverMinutes: fc.integer({ min: 1, max: 1440 }),
          sessionMinutes: fc.integer({ min: 1, max: 10_080 }),
        }),
      ),
      logLevel: maybe(fc.constantFrom('error', 'warn', 'info', 'debug')),
      lockVault: maybe(fc.boolean()),
      theme: maybe(fc.constantFrom('system', 'light', 'dark')),
      startAtLogin: maybe(fc.boolean()),
    }),
  ),
  vouchers: maybe(few(fc.record({ server: id, launch, identity: hex, pins: few(hex) }))),
}).map((policy) => ({ ...policy, version: 1 as const }));
