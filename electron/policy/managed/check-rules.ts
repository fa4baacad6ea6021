import type { ManagedPolicy, ManagedRule } from '../../../shared/model/managed.ts';
import type { PolicyProblem } from './check.ts';

/** Rules that can never fit, each with the reason. `now` in ms since the epoch. */
export function checkRules(policy: ManagedPolicy, now: number): PolicyProblem[] {
  const roles = new Set((policy.roles ?? []).map(({ id }) => id));
  const own = (policy.rules ?? []).flatMap((rule, i) => problemsOf(rule, `rules.${i}`, roles, now));
  const ofRoles = (policy.roles ?? []).flatMap((role, i) =>
    role.rules.flatMap((rule, j) => {
      const path = `roles.${i}.rules.${j}`;
      const other =
        rule.role !== undefined && rule.role !== role.id
          ? [never(`${path}.role`, `it stands in the role "${role.id}" and is about "${rule.role}"`)]
          : [];
      return [...other, ...problemsOf(rule, path, roles, now)];
    }),
  );
  return [...own, ...ofRoles];
}

const never = (path: string, why: string): PolicyProblem => ({
  path,
  sentence: `This rule never fits: ${why}.`,
  weight: 'warning',
});

function problemsOf(
  rule: ManagedRule,
  path: string,
  roles: ReadonlySet<string>,
  now: number,
): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  if (rule.expiresAt !== undefined && rule.expiresAt <= now)
    problems.push(never(`${path}.expiresAt`, 'it is over'));
  if (rule.role !== undefined && !roles.has(rule.role))
    problems.push({
      path: `${path}.role`,
      sentence: `No role "${rule.role}" is defined here. Unless Doorward has one of that name, this rule never fits.`,
      weight: 'warning',
    });
  if (rule.hours !== undefined && rule.hours.from === rule.hours.to)
    problems.push(never(`${path}.hours`, 'its hours end when they begin'));
  if (rule.server !== undefined && !/^[a-z0-9-]{1,20}$/.test(rule.server))
    problems.push(never(`${path}.server`, `"${rule.server}" cannot be the id of a server`));
  if (rule.effects !== undefined && rule.kind !== undefined && rule.kind !== 'tool')
    problems.push(never(`${path}.effects`, 'only tools have effects'));
  if (rule.argsDigest !== undefined && rule.args?.some(({ test }) => test.is === 'absent') === true)
    problems.push({
      path: `${path}.args`,
      sentence: 'Exact arguments are given, so conditions on them say nothing more.',
      weight: 'warning',
    });
  rule.args?.forEach(({ pointer, test }, i) => {
    const at = `${path}.args.${i}`;
    if (pointer !== '' && !pointer.startsWith('/'))
      problems.push(never(`${at}.pointer`, 'a pointer begins with "/"'));
    if (test.is === 'range' && test.min !== undefined && test.max !== undefined && test.min > test.max)
      problems.push(never(`${at}.test`, `nothing is at least ${test.min} and at most ${test.max}`));
    if (test.is === 'regex' && !compiles(test.pattern))
      problems.push({ path: `${at}.test`, sentence: 'Its pattern cannot be read.', weight: 'error' });
  });
  return problems;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
