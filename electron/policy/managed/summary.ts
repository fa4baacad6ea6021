import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import { managedLimits } from '../../../shared/model/managed-limits.ts';
import { managerName, whomToAsk } from '../../../shared/texts/managed.ts';

const PRESETS = { observe: 'Observe', guarded: 'Guarded', strict: 'Strict' } as const;
const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** What a policy does, one sentence each, in the order in which people ask. */
export function summaryOf(policy: ManagedPolicy): string[] {
  const limits = managedLimits(policy);
  const { servers, clients, rules, roles, masks, vouchers, settings, locked, log, silentConnect } = policy;
  const { inspection, limits: calls } = policy;
  const said: (string | false)[] = [
    `${managerName(policy.organisation)} manages Doorward. ${whomToAsk(policy.organisation)}`,
    limits.presetFixed
      ? `Everybody has the preset ${PRESETS[limits.presetMinimum]}, or the stricter one they had.`
      : limits.presetMinimum !== 'observe' && `The preset is ${PRESETS[limits.presetMinimum]} or stricter.`,
    servers?.allowed !== undefined &&
      (servers.allowed.length === 0
        ? 'No server may be used.'
        : `Only servers that fit one of ${many(servers.allowed.length, 'entry', 'entries')} may be used.`),
    servers?.forbidden !== undefined &&
      servers.forbidden.length > 0 &&
      `Servers that fit one of ${many(servers.forbidden.length, 'entry', 'entries')} are forbidden.`,
    clients?.allowed !== undefined &&
      (clients.allowed.length === 0
        ? 'No AI app may connect.'
        : `Only these AI apps may connect: ${clients.allowed.join(', ')}.`),
    clients?.forbidden !== undefined &&
      clients.forbidden.length > 0 &&
      `These AI apps may not connect: ${clients.forbidden.join(', ')}.`,
    rules !== undefined && rules.length > 0 && rulesSentence(rules),
    roles !== undefined && roles.length > 0 && `It defines ${many(roles.length, 'role', 'roles')}.`,
    masks !== undefined &&
      masks.length > 0 &&
      `${many(masks.length, 'kind of text is', 'kinds of text are')} masked.`,
    inspection !== undefined && inspection.length > 0 && inspectionSentence(inspection),
    calls !== undefined &&
      calls.length > 0 &&
      `${many(calls.length, 'limit', 'limits')} on how often or how much AI apps may call.`,
    policy.approvals !== undefined &&
      `A question waits ${limits.clockSeconds} seconds; a late answer counts for ${limits.lateMinutes} minutes.`,
    approversSentence(limits.approvers),
    !limits.alwaysAllowed && 'Nothing can be allowed for always in a question.',
    limits.retentionDays !== undefined && `Calls are kept for ${many(limits.retentionDays, 'day', 'days')}.`,
    log?.required === true && 'Calls are refused while they cannot be recorded.',
    log?.texts !== undefined &&
      (log.texts === 'digests'
        ? 'The log keeps no texts of calls, only sizes and digests.'
        : 'The log keeps texts of calls without secrets and personal data only.'),
    log?.destination !== undefined && `Every record is sent to ${log.destination.url}.`,
    limits.updatesOff && 'Doorward does not look for new versions.',
    silentConnect !== undefined &&
      silentConnect.length > 0 &&
      `These AI apps are connected without asking: ${silentConnect.join(', ')}.`,
    (settings !== undefined || locked !== undefined) &&
      `Settings that stay as they are: ${[...new Set([...Object.keys(settings ?? {}), ...(locked ?? [])])].join(', ') || 'none'}.`,
    vouchers !== undefined &&
      vouchers.length > 0 &&
      `Counting as reviewed: ${[...new Set(vouchers.map(({ server }) => server))].join(', ')}.`,
  ];
  return said.filter((one) => one !== false);
}

function rulesSentence(rules: NonNullable<ManagedPolicy['rules']>): string {
  const blocks = rules.filter(({ action }) => action === 'block').length;
  return `${many(rules.length, 'rule', 'rules')} for everybody: ${blocks} block, ${rules.length - blocks} ask.`;
}

const WATCHED = {
  hidden: 'hidden text',
  'injection-low': 'possible injections',
  'injection-high': 'sure injections',
  secret: 'secrets',
  personal: 'personal data',
  flow: 'data that would leave',
} as const;

function inspectionSentence(inspection: NonNullable<ManagedPolicy['inspection']>): string {
  const kinds = [...new Set(inspection.map(({ watch }) => WATCHED[watch]))];
  return `It says what happens at least on ${kinds.join(', ')}.`;
}

function approversSentence(approvers: ReturnType<typeof managedLimits>['approvers']): string | false {
  if (approvers.who === 'user') return false;
  return approvers.groups.length === 0
    ? 'Nobody may approve anything.'
    : `Only members of these groups may approve: ${approvers.groups.join(', ')}.`;
}
