import { type ManagedPolicy, managedPolicy } from '../../../shared/model/managed.ts';
import { managedLimits, stricter } from '../../../shared/model/managed-limits.ts';
import { suggest } from '../../cli/suggest.ts';
import { checkRules } from './check-rules.ts';
import { clientAllowed } from './apply.ts';
import { limitFaults } from './call-limits.ts';
import { maskFaults } from './inspection.ts';
import { knownKeysAt } from './known-keys.ts';
import { readJson } from './parse.ts';
import { serverAllowed } from './servers.ts';
import { summaryOf } from './summary.ts';

/** Something that an administrator should look at. `error`: Doorward would refuse the policy, or nobody could work. */
export interface PolicyProblem {
  /** Such as `rules.0.action`; empty for the whole. */
  readonly path: string;
  readonly sentence: string;
  readonly weight: 'error' | 'warning';
}

export interface PolicyCheck {
  readonly ok: boolean;
  readonly problems: readonly PolicyProblem[];
  /** What the policy does, one sentence each; empty when it cannot be read. */
  readonly summary: readonly string[];
  readonly policy?: ManagedPolicy;
}

const MAX_PROBLEMS = 100;

/**
 * Looks at a policy (JSON) as Doorward would read it, and at what it would do to people: unknown keys, rules that can
 * never fit, vouchers without contents, and states in which nobody can approve. `now` in ms since the epoch.
 */
export function checkPolicy(text: string, now: number): PolicyCheck {
  const read = readJson(Buffer.from(text));
  if (!read.ok) return failed([error('', sentence(read.message))]);
  const parsed = managedPolicy.safeParse(read.value);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(issue.path, key, read.value))
        : [error(issue.path.map(String).join('.'), sentence(issue.message))],
    );
    return failed(problems.slice(0, MAX_PROBLEMS));
  }
  const policy = parsed.data;
  const problems = [
    ...approvable(policy),
    ...checkRules(policy, now),
    ...maskFaults(policy).map((fault) => error(`masks.${fault.index}`, fault.sentence)),
    ...limitFaults(policy).map((fault) => error(`limits.${fault.index}`, fault.sentence)),
    ...rolesOfActs(policy),
    ...roles(policy),
    ...vouchers(policy),
    ...apps(policy),
    ...settings(policy),
    ...addresses(policy),
  ].slice(0, MAX_PROBLEMS);
  return {
    ok: problems.every(({ weight }) => weight !== 'error'),
    problems,
    summary: summaryOf(policy),
    policy,
  };
}

const failed = (problems: readonly PolicyProblem[]): PolicyCheck => ({ ok: false, problems, summary: [] });
const error = (path: string, text: string): PolicyProblem => ({ path, sentence: text, weight: 'error' });
const warning = (path: string, text: string): PolicyProblem => ({ path, sentence: text, weight: 'warning' });

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return first.endsWith('.') ? first : `${first}.`;
}

function unknownKey(path: readonly PropertyKey[], key: string, value: unknown): PolicyProblem {
  const near = suggest(key, knownKeysAt(path, value));
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  return error([...path.map(String), key].join('.'), `"${key.slice(0, 80)}" is not known here.${meant}`);
}

/** Nothing may end in a state that nobody can approve, and nobody may be left without somebody to ask. */
function approvable(policy: ManagedPolicy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const { approvers, presetMinimum } = managedLimits(policy);
  const nobody = approvers.who === 'groups' && approvers.groups.length === 0;
  const reviewed = (policy.vouchers ?? []).some(({ pins }) => pins.length > 0);
  if (nobody && !reviewed)
    problems.push(
      error(
        'approvals.groups',
        'Nobody could approve a server, and none is vouched for: AI apps would have no tools.',
      ),
    );
  const asks =
    presetMinimum !== 'observe' ||
    [...(policy.rules ?? []), ...(policy.roles ?? []).flatMap((role) => role.rules)].some(
      ({ action }) => action === 'ask',
    ) ||
    (policy.inspection ?? []).some(({ act }) => act === 'ask');
  if (nobody && asks)
    problems.push(
      error(
        'approvals.groups',
        'Questions would be asked that nobody may answer: name a group, or block instead.',
      ),
    );
  else if (nobody)
    problems.push(
      error(
        'approvals.groups',
        'Nobody could approve anything, such as a changed tool: name at least one group.',
      ),
    );
  if (policy.approvals?.whoMayApprove === 'user' && policy.approvals.groups !== undefined)
    problems.push(
      warning(
        'approvals.whoMayApprove',
        '"groups" is given too, so only members of those groups may approve.',
      ),
    );
  const narrow = approvers.who === 'groups' || policy.servers !== undefined || policy.clients !== undefined;
  const { organisation } = policy;
  if (narrow && organisation?.contact === undefined && organisation?.contactUrl === undefined)
    problems.push(warning('organisation.contact', 'People who are refused would not know whom to ask.'));
  if (policy.servers?.allowed?.length === 0)
    problems.push(warning('servers.allowed', 'The list is empty: no server may be used.'));
  if (policy.clients?.allowed?.length === 0)
    problems.push(warning('clients.allowed', 'The list is empty: no AI app may connect.'));
  return problems;
}

function rolesOfActs({ inspection = [], limits = [], roles: defined = [] }: ManagedPolicy): PolicyProblem[] {
  const unknown = (name: string, list: readonly { readonly role?: string | undefined }[]): PolicyProblem[] =>
    list.flatMap(({ role }, i) =>
      role === undefined || defined.some(({ id }) => id === role)
        ? []
        : [
            warning(
              `${name}.${i}.role`,
              `No role "${role}" is defined here. Unless Doorward has one of that name, this never fits.`,
            ),
          ],
    );
  return [...unknown('inspection', inspection), ...unknown('limits', limits)];
}

function roles(policy: ManagedPolicy): PolicyProblem[] {
  const defined = (policy.roles ?? []).map(({ id }) => id);
  return [
    ...defined.flatMap((id, i) =>
      defined.indexOf(id) < i ? [error(`roles.${i}.id`, `The role "${id}" is there twice.`)] : [],
    ),
    ...(policy.roles ?? []).flatMap((role, i) =>
      role.servers?.length === 0 || role.tools?.length === 0 || role.effects?.length === 0
        ? [warning(`roles.${i}`, `AI apps of the role "${role.id}" see no tools.`)]
        : [],
    ),
    ...(policy.assignments ?? []).flatMap(({ role }, i) =>
      defined.includes(role)
        ? []
        : [
            warning(
              `assignments.${i}.role`,
              `No role "${role}" is defined here. Unless Doorward has one of that name, its AI apps see no tools.`,
            ),
          ],
    ),
  ];
}

function vouchers(policy: ManagedPolicy): PolicyProblem[] {
  return (policy.vouchers ?? []).flatMap((voucher, i) => {
    const problems: PolicyProblem[] = [];
    if (voucher.pins.length === 0)
      problems.push(
        warning(
          `vouchers.${i}.pins`,
          `Nothing of "${voucher.server}" counts as reviewed: the list is empty.`,
        ),
      );
    const { launch } = voucher;
    const allowed = serverAllowed(policy, { id: voucher.server, launch, platform: 'linux' });
    const byDigest = policy.servers?.allowed?.some(({ digest }) => digest !== undefined) === true;
    if (!allowed.allowed && !byDigest)
      problems.push(error(`vouchers.${i}`, `"${voucher.server}" is vouched for and may not be used.`));
    return problems;
  });
}

function apps(policy: ManagedPolicy): PolicyProblem[] {
  return (policy.silentConnect ?? []).flatMap((app, i) =>
    clientAllowed(policy, app).allowed
      ? []
      : [warning(`silentConnect.${i}`, `"${app}" would be connected without asking and may not connect.`)],
  );
}

function settings(policy: ManagedPolicy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const given = policy.settings?.startAtLogin;
  if (given !== undefined && policy.startAtLogin !== undefined && given !== policy.startAtLogin)
    problems.push(warning('settings.startAtLogin', '"startAtLogin" says something else and comes first.'));
  const { minimum, fixed } = policy.presets ?? {};
  if (minimum !== undefined && fixed !== undefined && stricter(fixed, minimum) !== fixed)
    problems.push(warning('presets.fixed', `"minimum" is stricter, so "${minimum}" holds.`));
  const { alwaysAllowed, longestDuration } = policy.approvals ?? {};
  if (alwaysAllowed === true && longestDuration !== undefined && longestDuration !== 'always')
    problems.push(
      warning('approvals.alwaysAllowed', '"longestDuration" is shorter, so "always" is not offered.'),
    );
  return problems;
}

function addresses(policy: ManagedPolicy): PolicyProblem[] {
  const url = policy.log?.destination?.url;
  return url !== undefined && /^(?:http|tcp|udp):/.test(url)
    ? [warning('log.destination.url', 'Records would travel unencrypted: use https:// or tls://.')]
    : [];
}
