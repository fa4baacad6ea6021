import { managedLimits, stricter } from '../../../shared/model/managed-limits.ts';
import type { ManagedPolicy, ManagedRule } from '../../../shared/model/managed.ts';
import type { Duration } from '../../../shared/model/approval.ts';
import type { Preset, Role, Rule } from '../../../shared/model/policy.ts';
import { settings as settingsSchema, type Settings } from '../../../shared/model/settings.ts';
import { settingLocked, whomToAsk } from '../../../shared/texts/managed.ts';
import type { DeskSettings } from '../../approvals/contract.ts';
import { canonicalDigest } from '../../catalog/pins/canonical.ts';
import { globMatches } from './glob.ts';
import { type Groups, isSid, UNREADABLE } from './groups.ts';

type Managed = ManagedPolicy | undefined;

/** What Doorward itself says about questions (DESIGN §4). */
export const DEFAULT_DESK: DeskSettings = {
  clockMs: 45_000,
  lateMs: 60 * 60_000,
  missedMs: 8 * 60 * 60_000,
  pendingPerClient: 30,
  alwaysAllowed: true,
  longest: 'always',
};

/** The rules of an organisation as the policy takes them. Ids hang on what a rule says and on nothing else. */
export function toPolicyRules(policy: Managed): Rule[] {
  const seen = new Set<string>();
  return (policy?.rules ?? []).flatMap((body) => {
    const id = `managed-${digestOf(body).slice(0, 32)}`;
    // The same rule twice is one rule.
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ ...body, id, origin: 'managed', who: 'program', createdAt: 0 } satisfies Rule];
  });
}

function digestOf(body: ManagedRule): string {
  const digest = canonicalDigest(Buffer.from(JSON.stringify(body)), 'managed-rule\n');
  if (!digest.ok) throw new Error(`a rule has no canonical form: ${digest.message}`);
  return digest.value;
}

/** Somebody at this computer, as the system knows them. */
export interface OsAccount extends Groups {
  /** Empty when the system does not tell. */
  readonly user: string;
}

/**
 * The roles of an organisation that hold for an AI app, beside its own: it sees and may do only what all of them allow.
 * Presets in them are at least `chosen`, so that none loosens. A role that nobody defined sees nothing. Accounts and
 * groups fit without regard to case and with or without their domain, and also when it is not known whether they do: a
 * role only narrows, so fitting too often is the safe mistake.
 */
export function rolesFor(
  policy: Managed,
  client: string,
  account: OsAccount,
  chosen: Preset,
  builtIn: readonly Role[] = [],
): Role[] {
  const ids = new Set(
    (policy?.assignments ?? [])
      .filter(
        (one) =>
          (one.client === undefined || globMatches(one.client, client, LOOSELY)) &&
          (one.user === undefined || account.user === '' || sameAccount(one.user, account.user)) &&
          (one.group === undefined || mayBeIn(one.group, account)),
      )
      .map(({ role }) => role),
  );
  return [...ids].map((id) => {
    const role: Role = policy?.roles?.find((one) => one.id === id) ??
      builtIn.find((one) => one.id === id) ?? {
        id,
        name: id,
        servers: [],
        tools: [],
        effects: [],
        rules: [],
      };
    return { ...role, preset: stricter(presetFloor(policy, chosen), role.preset) };
  });
}

const LOOSELY = { paths: false, fold: true } as const;
const EXACTLY = { paths: false, fold: false } as const;

/** `ACME\jane`, `jane@acme.example` and `jane` are one account, in any case. */
function sameAccount(wanted: string, is: string): boolean {
  const plain = (name: string): string => name.normalize('NFKC').toLowerCase();
  const short = (name: string): string => plain(name).replace(/^.*\\/, '').replace(/@.*$/, '');
  return plain(wanted) === plain(is) || short(wanted) === short(is);
}

/** Whether an account is in a group, or whether that cannot be told. */
function mayBeIn(wanted: string, { groups, unknown }: OsAccount): boolean {
  if (unknown === 'all' || (unknown === 'names' && !isSid(wanted))) return true;
  // A name of which a letter could not be read may be any that has such a letter.
  const ascii = /^[\x20-\x7e]*$/.test(wanted);
  return groups.some((group) => (!ascii && group.includes(UNREADABLE)) || sameAccount(wanted, group));
}

/** Whether something is allowed; if not, a sentence that says whom to ask. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly sentence: string };

/** Nothing speaks against it. */
export const ALLOWED: Verdict = { allowed: true };

/** Whether an AI app of this name may connect. Allowed names fit exactly, forbidden ones in any case. */
export function clientAllowed(policy: Managed, name: string): Verdict {
  const { allowed, forbidden } = policy?.clients ?? {};
  const barred = forbidden?.some((one) =>
    globMatches(one.normalize('NFKC'), name.normalize('NFKC'), LOOSELY),
  );
  if (barred !== true && (allowed === undefined || allowed.some((one) => globMatches(one, name, EXACTLY))))
    return ALLOWED;
  return {
    allowed: false,
    sentence: `Your organisation does not let "${name}" use Doorward. ${whomToAsk(policy?.organisation)}`,
  };
}

/**
 * Whether this account may approve: it is known to be in one of the groups. Where it is not known, nobody may; the
 * request to IT is what is left.
 */
export function mayApprove(policy: Managed, account: OsAccount): Verdict {
  const { approvers } = managedLimits(policy);
  // Fitting too often would loosen: names have to be the same, in any case.
  const plain = (name: string): string => name.normalize('NFC').toLowerCase();
  if (
    approvers.who === 'user' ||
    account.groups.some(
      (group) =>
        !group.includes(UNREADABLE) && approvers.groups.some((wanted) => plain(group) === plain(wanted)),
    )
  )
    return ALLOWED;
  return {
    allowed: false,
    sentence: `On this computer only people whom your organisation names may approve this. ${whomToAsk(policy?.organisation)}`,
  };
}

/** The preset that holds when a person has chosen one: never a looser one than theirs or the organisation's. */
export function presetFloor(policy: Managed, chosen: Preset): Preset {
  return stricter(chosen, managedLimits(policy).presetMinimum);
}

/** Settings with those of the organisation in place of the person's. Origins only ever get fewer. */
export function settingsWith(policy: Managed, own: Settings): Settings {
  if (policy === undefined) return own;
  const { allowedOrigins, ...forced } = policy.settings ?? {};
  const given = Object.fromEntries(Object.entries(forced).filter(([, value]) => value !== undefined));
  return settingsSchema.parse({
    ...own,
    ...given,
    ...(allowedOrigins === undefined
      ? {}
      : { allowedOrigins: own.allowedOrigins.filter((origin) => allowedOrigins.includes(origin)) }),
    ...(policy.startAtLogin === undefined ? {} : { startAtLogin: policy.startAtLogin }),
    ...(policy.trustedRegistries === undefined ? {} : { trustedRegistries: policy.trustedRegistries }),
    ...(policy.registryBaseUrl === undefined ? {} : { registryBaseUrl: policy.registryBaseUrl }),
  });
}

/** Names of settings that a person cannot change, each with the sentence that says why and whom to ask. */
export function lockedBy(policy: Managed): ReadonlyMap<string, string> {
  if (policy === undefined) return new Map();
  const names = new Set<string>(policy.locked ?? []);
  for (const [name, value] of Object.entries(policy.settings ?? {})) if (value !== undefined) names.add(name);
  if (policy.startAtLogin !== undefined) names.add('startAtLogin');
  if (policy.trustedRegistries !== undefined) names.add('trustedRegistries');
  if (policy.registryBaseUrl !== undefined) names.add('registryBaseUrl');
  if (policy.presets?.fixed !== undefined) names.add('preset');
  const sentence = settingLocked(policy);
  return new Map([...names].map((name) => [name, sentence]));
}

const LENGTHS: readonly Duration[] = ['once', '5m', '1h', 'quit', 'always'];

/** How questions are asked: the organisation's in place of `own`, and for what lasts, the shorter of both. */
export function deskSettings(policy: Managed, own: DeskSettings = DEFAULT_DESK): DeskSettings {
  const given = policy?.approvals;
  const longest = given?.longestDuration ?? own.longest;
  return {
    ...own,
    clockMs: given?.clockSeconds === undefined ? own.clockMs : given.clockSeconds * 1000,
    lateMs: Math.min(own.lateMs, (given?.lateMinutes ?? Number.POSITIVE_INFINITY) * 60_000),
    missedMs: Math.min(own.missedMs, (given?.missedHours ?? Number.POSITIVE_INFINITY) * 60 * 60_000),
    alwaysAllowed: own.alwaysAllowed && given?.alwaysAllowed !== false,
    longest: LENGTHS.indexOf(longest) < LENGTHS.indexOf(own.longest) ? longest : own.longest,
  };
}
