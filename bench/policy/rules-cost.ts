// What deciding costs with no rules and with many: node bench/policy/rules-cost.ts [ROUNDS]
import type { Rule, RuleBody } from '../../shared/model/policy.ts';
import { compilePolicy } from '../../electron/policy/compile.ts';
import type { Policy } from '../../electron/policy/contract.ts';
import type { CallFacts } from '../../electron/policy/facts.ts';
import { createRealPath } from '../../electron/policy/places/real-path.ts';
import { createRandom, median, shuffled, spread, type Spread } from '../measure/statistics.ts';

const RULES = 1000;
const CALLS = 2000;
/** Patterns take so long that fewer calls are enough for the clock. */
const PATTERN_CALLS = 60;
/** Decisions that are timed together. */
const SLICE = 20;
const FOLDER = '/home/me/Campaigns';

/** The same decisions without rules and with 1,000, and the difference, round by round. */
interface Compared {
  readonly noRules: Spread;
  readonly rules: Spread;
  readonly added: Spread;
}

/** Nanoseconds for one decision; the links of the disk are not followed but where it says so. */
export interface RuleCost {
  readonly read: Compared;
  readonly write: Compared & { readonly followingLinks: Spread };
  /** A write with all the rules about this one tool: half of them name folders, half exactly these arguments. */
  readonly sameTool: Spread;
  /** The same, but each rule is about another AI app. */
  readonly sameToolByApp: Spread;
  /** The same, but each rule has a pattern that has to be tried. */
  readonly sameToolPatterns: Spread;
  /** Milliseconds to compile them. */
  readonly compile: Spread;
}

/** Decides made-up calls, the kinds of policies taking turns, in each round in another order. */
export function measureRuleCost(rounds: number): RuleCost {
  const mixed = make(mixedRule);
  const same = make((n) => ({
    action: 'allow',
    server: 'files',
    tool: 'write_file',
    ...(n % 2 === 0
      ? { args: [{ pointer: '/path', test: { is: 'in-folder', folder: `/srv/f${n}` } }] }
      : { argsDigest: n.toString(16).padStart(64, '0') }),
  }));
  const byApp = make((n) => ({ action: 'allow', client: `app${n}`, server: 'files', tool: 'write_file' }));
  const patterns = make((n) => ({
    action: 'allow',
    server: 'files',
    tool: 'write_file',
    args: [{ pointer: '/path', test: { is: 'regex', pattern: `^/srv/f${n}/[a-z]+$` } }],
  }));
  const cases: Record<string, () => number> = {
    readNoRules: deciding(policy([]), read),
    readRules: deciding(policy(mixed), read),
    writeNoRules: deciding(policy([]), write),
    writeRules: deciding(policy(mixed), write),
    writeLinks: deciding(policy([], createRealPath()), write),
    same: deciding(policy(same), write),
    byApp: deciding(policy(byApp), write),
    patterns: deciding(policy(patterns), write, PATTERN_CALLS),
    compile: () => {
      const began = performance.now();
      policy(mixed);
      return performance.now() - began;
    },
  };
  const samples = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
  const random = createRandom(7);
  for (let round = -3; round < rounds; round++)
    for (const [name, run] of shuffled(Object.entries(cases), random)) {
      const took = run();
      if (round >= 0) samples.get(name)?.push(took);
    }
  const of = (name: string): Spread => spread(samples.get(name) ?? []);
  const compared = (noRules: string, rules: string): Compared => {
    const without = samples.get(noRules) ?? [];
    const added = (samples.get(rules) ?? []).map((took, round) => took - (without[round] ?? Number.NaN));
    return { noRules: of(noRules), rules: of(rules), added: spread(added) };
  };
  return {
    read: compared('readNoRules', 'readRules'),
    write: { ...compared('writeNoRules', 'writeRules'), followingLinks: of('writeLinks') },
    sameTool: of('same'),
    sameToolByApp: of('byApp'),
    sameToolPatterns: of('patterns'),
    compile: of('compile'),
  };
}

/**
 * What a person and an organisation could have gathered. One in 25 is about the server that is called, one in 20 about
 * all of them, half of these about the very tools; none fits, so that all of them are in the way.
 */
function mixedRule(n: number): RuleBody {
  const action = n % 3 === 0 ? 'block' : 'allow';
  const elsewhere = { pointer: '/path', test: { is: 'in-folder', folder: `/srv/f${n}` } } as const;
  if (n % 25 === 0) {
    const tool = ['write_file', 'search', 'write_*', 'edit_file'][(n / 25) % 4] as string;
    return { action, server: 'files', tool, args: [elsewhere] };
  }
  if (n % 20 === 1) return { action, tool: n % 40 === 1 ? '*' : 'delete_*', args: [elsewhere] };
  return {
    action,
    server: `server${n % 25}`,
    tool: n % 4 === 0 ? `tool_${n % 100}_*` : `tool_${n}`,
    ...(n % 2 === 0 ? { client: `app${n % 10}` } : {}),
    ...(n % 5 === 0 ? { args: [elsewhere] } : {}),
  };
}

const make = (body: (n: number) => RuleBody): Rule[] =>
  Array.from({ length: RULES }, (_, n) => ({
    ...body(n),
    id: `r${n}`,
    origin: 'person',
    who: 'window',
    createdAt: 0,
  }));

function policy(person: readonly Rule[], realPath = (path: string): string => path): Policy {
  return compilePolicy(
    { managed: [], person, roles: [], preset: 'guarded', askAboutEverything: false, run: 'r' },
    { folders: () => [FOLDER], realPath, home: '/home/me', platform: 'linux', ownFiles: () => OWN },
  ).policy;
}

const OWN = Array.from({ length: 40 }, (_, n) => `/home/me/.config/app${n}/servers.json`);

const call = (over: Pick<CallFacts, 'name' | 'effect' | 'places' | 'args'>): CallFacts => ({
  client: { id: 'claude', role: 'default' },
  server: 'files',
  kind: 'tool',
  at: Date.now(),
  ...over,
});
const read = (n: number): CallFacts =>
  call({
    name: 'search',
    effect: 'read',
    places: [],
    args: Buffer.from(`{"query":"open items ${n}","limit":30}`),
  });
const write = (n: number): CallFacts =>
  call({
    name: 'write_file',
    effect: 'write',
    places: [{ pointer: '/path', name: 'path', kind: 'path' }],
    args: Buffer.from(
      `{"path":"${FOLDER}/2026/notes-${n}.md","content":"# Notes of the day, number ${n}\\n"}`,
    ),
  });

/**
 * Nanoseconds for one decision: the median of short slices. A single decision is too short for the clock, and a long run
 * of them is interrupted by other programs, which a call's median is not.
 */
function deciding(of: Policy, facts: (n: number) => CallFacts, count = CALLS): () => number {
  const calls = Array.from({ length: count }, (_, n) => facts(n));
  return () => {
    const slices: number[] = [];
    for (let from = 0; from < count; from += SLICE) {
      const slice = calls.slice(from, from + SLICE);
      let passed = 0;
      const began = process.hrtime.bigint();
      for (const one of slice) if (of.decide(one).decision === 'allow') passed++;
      slices.push(Number(process.hrtime.bigint() - began) / slice.length);
      if (passed !== slice.length) throw new Error('a call was not decided as expected');
    }
    return median(slices);
  };
}

if (import.meta.main)
  console.log(JSON.stringify(measureRuleCost(Number(process.argv[2] ?? 31)), undefined, 2));
