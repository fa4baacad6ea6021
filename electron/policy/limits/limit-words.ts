import type { Limit, LimitMost } from '../../../shared/model/limits.ts';

const calls = (n: number): string => (n === 1 ? '1 call' : `${n} calls`);

/** How much at most, in words. */
export function mostWords(most: LimitMost): string {
  if (most.kind === 'rate') {
    const { calls: n, per, burst } = most;
    const stretch = burst === undefined || burst === n ? '' : ` (${burst} at a stretch)`;
    return `${calls(n)} a ${per}${stretch}`;
  }
  if (most.kind === 'at-once') return `${calls(most.calls)} at once`;
  const parts = [
    ...(most.calls === undefined ? [] : [calls(most.calls)]),
    ...(most.amount === undefined ? [] : [`an amount of ${most.amount}`]),
  ];
  return `${parts.join(' and ')} a day`;
}

/** What a limit is about, in words; `client` is what its AI app is called. Empty: everything. */
export function aboutWords({ about, each }: Limit, client: string): string {
  const { server, tool, effects, role } = about;
  const parts = [
    ...(tool === undefined ? [] : [`of tools named "${tool}"`]),
    ...(effects === undefined ? [] : [`of tools that ${listed(effects.map((one) => EFFECTS[one]))}`]),
    ...(server === undefined ? [] : [`to the server "${server}"`]),
    ...(about.client === undefined ? [] : [`by ${client}`]),
    ...(role === undefined ? [] : [`by AI apps with the role "${role}"`]),
    ...(each === undefined ? [] : [`for each ${EACH[each]}`]),
  ];
  return parts.join(' ');
}

/** How much at most, in whole sentences that follow one about the limit. */
export function mostSentences(most: LimitMost): string[] {
  if (most.kind === 'at-once') return [`It allows ${calls(most.calls)} at once.`];
  if (most.kind === 'rate') {
    const { calls: n, per, burst } = most;
    return [
      `It allows ${calls(n)} ${per === 'hour' ? 'an' : 'a'} ${per}.`,
      ...(burst === undefined || burst === n ? [] : [`At a stretch it allows ${calls(burst)}.`]),
    ];
  }
  return [
    ...(most.calls === undefined ? [] : [`It allows ${calls(most.calls)} from midnight to midnight.`]),
    ...(most.amount === undefined
      ? []
      : [`It allows an amount of ${most.amount} from midnight to midnight.`]),
  ];
}

/** What a limit counts, in whole sentences for the AI app that met it; none when it counts everything together. */
export function aboutSentences({ about, each }: Limit): string[] {
  const { server, tool, effects, role } = about;
  return [
    ...(about.client === undefined ? [] : ['It is for this AI app.']),
    ...(role === undefined ? [] : [`It is for AI apps with the role "${role}".`]),
    ...(server === undefined ? [] : [`It counts calls to the server "${server}".`]),
    ...(tool === undefined ? [] : [`It counts calls of tools named "${tool}".`]),
    ...(effects === undefined
      ? []
      : [`It counts calls with these effects: ${effects.map((one) => DOING[one]).join(', ')}.`]),
    ...(each === undefined ? [] : [`It counts each ${EACH[each]} by itself.`]),
  ];
}

/** When to try again; a moment that is far away is told in larger units, rounded up. */
export function againWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds <= 120) return `Try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 120
    ? `Try again in ${minutes} minutes.`
    : `Try again in ${Math.ceil(minutes / 60)} hours.`;
}

const EACH = { client: 'AI app', server: 'server', tool: 'tool' };
const EFFECTS = {
  read: 'read',
  write: 'write',
  send: 'send',
  run: 'run programs',
  destroy: 'destroy',
  spend: 'spend',
  unknown: 'do nobody knows what',
};
const DOING = {
  read: 'reading',
  write: 'changing',
  send: 'sending',
  run: 'running commands',
  destroy: 'deleting',
  spend: 'spending',
  unknown: 'what nobody knows',
};
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
