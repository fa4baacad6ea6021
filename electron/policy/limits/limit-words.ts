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
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
