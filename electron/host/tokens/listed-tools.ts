import type { AppView } from '../../../shared/model/ai-app.ts';
import type { ClientRecord } from '../../../shared/model/client.ts';
import type { ListedTools } from '../../../shared/model/listed-tools.ts';
import type { Aggregate } from '../../catalog/aggregate.ts';
import { checkLimits, type GivenTool } from '../../context/limits/check-limits.ts';
import { estimateTokensOf } from '../../context/tokens/estimate-tokens.ts';
import { knownApps } from '../../onboarding/apps/known-apps.ts';
import { elementsOf, membersOf, stringAt } from '../../relay/framing/json-scan.ts';

const READ_BYTES = 64 * 1024;
/** The entry of an app that reaches all servers through one. */
const OWN_ENTRY = 'doorward';

/** What an app has: its tools as it knows them, and the bytes of their lists. */
interface Given {
  readonly tools: readonly GivenTool[];
  readonly lists: readonly Uint8Array[];
}

/** Tells what an AI app is listed now. `apps`: those on this computer, one of which it may be. */
export function listedTo(
  record: Pick<ClientRecord, 'id' | 'name'>,
  aggregate: Aggregate,
  apps: readonly AppView[],
): ListedTools {
  const app = appOf(record, apps);
  const given = app?.mode === 'each' ? eachOf(app, aggregate) : oneOf(aggregate);
  const tokens = given.lists.reduce((sum, list) => sum + estimateTokensOf(list, READ_BYTES), 0);
  return {
    client: record.id,
    name: record.name,
    ...(app === undefined ? {} : { app: app.id }),
    listed: given.tools.length,
    callable: app?.mode === 'each' ? given.tools.length : aggregate.targets.tools.size,
    tokens,
    warnings: app === undefined ? [] : checkLimits(app.id, app.title, given.tools),
  };
}

/** An app, and how it reaches its servers where Doorward wrote that. */
type App = Pick<AppView, 'id' | 'title'> & Partial<Pick<AppView, 'mode' | 'servers'>>;

/** The app that comes with this identity: by what Doorward wrote for it, otherwise by the name that a person gave it. */
function appOf({ id, name }: Pick<ClientRecord, 'id' | 'name'>, apps: readonly AppView[]): App | undefined {
  const called = name.trim().toLowerCase();
  return (
    apps.find(({ client }) => client === id) ??
    knownApps.find((app) => app.title.toLowerCase() === called || app.id === called.replaceAll(/\s+/gu, '-'))
  );
}

function oneOf({ pages }: Aggregate): Given {
  return {
    tools: pages.tools.flatMap(namesIn).map((name) => ({ entry: OWN_ENTRY, name })),
    lists: pages.tools,
  };
}

/** Every server has an entry of its own there and is seen as it is. */
function eachOf({ servers = [] }: App, { targets }: Aggregate): Given {
  const entries = new Map(
    servers.flatMap(({ state, server, name }) =>
      state === 'guarded' && server !== undefined ? [[server, name]] : [],
    ),
  );
  const tools = [...targets.tools.values()].flatMap(({ server, item }) => {
    const entry = entries.get(server);
    return entry === undefined ? [] : [{ entry, name: item.key, bytes: item.bytes }];
  });
  return { tools, lists: [Buffer.concat(tools.map(({ bytes }) => bytes))] };
}

/** The names of the tools in a page, in their order. */
function namesIn(page: Buffer): string[] {
  const list = Buffer.concat([Buffer.from('['), page, Buffer.from(']')]);
  return (elementsOf(list, { start: 0, end: list.length }) ?? []).map(
    (span) => stringAt(list, membersOf(list, span)?.get('name')) ?? '',
  );
}
