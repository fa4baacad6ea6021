import type { ToolView } from '../../../shared/ipc/shapes.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import type { Approvals } from '../../catalog/approvals.ts';
import { effectFor } from '../../catalog/approvals.ts';
import { type Catalog, REVIEWED } from '../../catalog/catalog.ts';
import { exposedName } from '../../catalog/names.ts';
import type { Item } from '../../catalog/snapshot.ts';
import { membersOf, stringAt } from '../../relay/framing/json-scan.ts';

/** The tools of all servers, or of one, as last seen, also those that are on hold. */
export function toolViews(
  servers: readonly ServerRecord[],
  catalog: Catalog,
  approvals: Approvals,
  only: string | undefined,
): ToolView[] {
  return servers
    .filter(({ id }) => only === undefined || id === only)
    .flatMap((server) =>
      [...newest(catalog, server.id).values()].map((item) => viewOf(server, item, approvals)),
    );
}

/** Of each name the version that was seen last. */
function newest(catalog: Catalog, server: string): Map<string, Item> {
  const sets = catalog.all(server);
  const found = new Map<string, Item>();
  const base = sets.get(REVIEWED);
  const byAge = [...sets.values()].toSorted((a, b) => a.at - b.at);
  for (const snapshot of base === undefined ? byAge : [base, ...byAge])
    for (const item of snapshot.lists.tools) found.set(item.key, item);
  return found;
}

function viewOf(server: ServerRecord, { bytes, key }: Item, approvals: Approvals): ToolView {
  const tool = membersOf(bytes, { start: 0, end: bytes.length });
  const title = stringAt(bytes, tool?.get('title'));
  const description = stringAt(bytes, tool?.get('description'));
  const standing = approvals.standing(server.id, 'tool', key, bytes);
  const state =
    server.state === 'blocked' || standing === 'blocked'
      ? 'blocked'
      : server.state === 'approved'
        ? standing
        : 'new';
  const effect =
    standing === 'approved' || standing === 'blocked'
      ? approvals.effect(server.id, key)
      : effectFor({ kind: 'tool', key, bytes });
  return {
    server: server.id,
    name: key,
    exposed: exposedName(server.id, key),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    state,
    effect,
  };
}
