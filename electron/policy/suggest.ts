import type { Rule, RuleBody } from '../../shared/model/policy.ts';
import type { Policy } from './contract.ts';
import { type Like, likeOf, type LikePorts } from './like.ts';
import { localPorts } from './local-ports.ts';
import type { RecordedCall } from './simulate.ts';

/** A call of the log that was asked about, and whether a person allowed it. */
export interface AskedCall extends RecordedCall {
  /** False: denied, or nobody answered. */
  readonly allowed: boolean;
}

/** A permission that would have saved questions. */
export interface Suggestion {
  readonly body: RuleBody;
  readonly words: Like['words'];
  /** How many questions it would have saved. */
  readonly saves: number;
  /** Calls that would have passed without a question, oldest first. */
  readonly calls: readonly string[];
}

/** A question that was allowed so often in a row is worth a permission. */
const REPEATED = 3;

/**
 * The narrowest permissions that would have saved questions which a person allowed three times or more since they last
 * did not: this AI app, this tool, what is like these calls. Only for reading and changing things; what
 * is sent, run, deleted or spent stays a question. Only what `policy` would still ask about, and not where something
 * stricter than a person's permissions asks. Most saved first. Where a server keeps things of its own, as a memory
 * does, each call is about another of them: after three changes there that were allowed, the tools that made them.
 */
export function suggest(
  history: readonly AskedCall[],
  policy: Policy,
  ports: LikePorts = localPorts(),
): readonly Suggestion[] {
  const groups = new Map<string, { like: Like; body: RuleBody; calls: AskedCall[] }>();
  for (const call of history.toSorted((a, b) => a.at - b.at)) {
    if (call.kind !== 'tool' || (call.effect !== 'read' && call.effect !== 'write')) continue;
    const like = likeOf(call, ports);
    if (like === undefined) continue;
    const body: RuleBody = {
      action: 'allow',
      client: call.client.id,
      server: call.server,
      kind: 'tool',
      tool: call.name,
      effects: [call.effect],
      args: like.conditions,
    };
    const key = JSON.stringify(body);
    const group = groups.get(key) ?? { like, body, calls: [] };
    groups.set(key, group);
    if (call.allowed) group.calls.push(call);
    else group.calls = [];
  }
  const narrow = [...groups.values()]
    .map(({ like, body, calls }) => ({
      body,
      like,
      calls: calls.filter((call) => isStillAsked(call, policy)),
    }))
    .filter(({ calls, body }) => calls.length >= REPEATED && isPlainName(body.tool))
    .map(({ body, like, calls }) => ({
      body,
      words: like.words,
      saves: calls.length,
      calls: calls.map(({ call }) => call),
    }))
    .sort((a, b) => b.saves - a.saves);
  const saved = new Set(narrow.flatMap(({ calls }) => calls));
  return [...narrow, ...ofStores(history, policy, saved)].toSorted((a, b) => b.saves - a.saves);
}

/** Permissions for whole tools that change only what a server keeps itself; `saved`: calls that have one already. */
function ofStores(
  history: readonly AskedCall[],
  policy: Policy,
  saved: ReadonlySet<string>,
): readonly Suggestion[] {
  const stores = new Map<string, AskedCall[]>();
  for (const call of history.toSorted((a, b) => a.at - b.at)) {
    const own = call.places.length > 0 && call.places.every(({ kind }) => kind === 'container');
    if (call.kind !== 'tool' || call.effect !== 'write' || !own || saved.has(call.call)) continue;
    const key = JSON.stringify([call.client.id, call.server]);
    if (!call.allowed) stores.delete(key);
    else stores.set(key, [...(stores.get(key) ?? []), call]);
  }
  return [...stores.values()]
    .map((calls) => calls.filter((call) => isStillAsked(call, policy)))
    .filter((calls) => calls.length >= REPEATED)
    .flatMap((calls) =>
      [...Map.groupBy(calls, ({ name }) => name)]
        .filter(([tool]) => isPlainName(tool))
        .map(([tool, some]): Suggestion => {
          const [first] = calls;
          return {
            body: {
              action: 'allow',
              client: first?.client.id ?? '',
              server: first?.server ?? '',
              kind: 'tool',
              tool,
              effects: ['write'],
            },
            words: { key: 'scope.tool', params: { tool } },
            saves: some.length,
            calls: some.map(({ call }) => call),
          };
        }),
    );
}

function isStillAsked(call: AskedCall, policy: Policy): boolean {
  const { decision, because } = policy.decide(call);
  return decision === 'ask' && because.layer === 'preset' && because.code !== 'unreadable-arguments';
}

/** A name with wildcards in it would be read as a glob and cover other tools too. */
const isPlainName = (name: string | undefined): boolean => name !== undefined && !/[*?]/.test(name);

const UNUSED_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Ids of a person's permissions that nobody has used for 30 days. `now`: ms since the epoch. Rules that tighten stay
 * out: they work by being there.
 */
export function unused(
  rules: readonly Rule[],
  usage: (id: string) => { readonly lastUsedAt: number | undefined },
  now: number,
): string[] {
  return rules
    .filter(
      ({ id, action, origin, createdAt }) =>
        (action === 'allow' || action === 'report') &&
        origin !== 'managed' &&
        origin !== 'role' &&
        now - Math.max(createdAt, usage(id).lastUsedAt ?? 0) >= UNUSED_MS,
    )
    .map(({ id }) => id);
}
