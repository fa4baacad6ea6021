import type { Catalog } from '../catalog/catalog.ts';
import { mirroredParams, valuesFor } from '../catalog/param-headers.ts';
import { encodeHeaderValue } from '../upstream/http/address.ts';
import type { Call } from './call.ts';
import { membersOf } from './framing/json-scan.ts';
import { whole } from './peer.ts';

/**
 * `Mcp-Param-*` headers for arguments that were edited on the road: those that were made of the client's own would say
 * something else than the body (attack 28). Of a tool that is not in the catalogue nothing is mirrored.
 */
export function headersOfEdit(call: Call, catalog: Catalog): Readonly<Record<string, string>> {
  const { edited, server } = call;
  const tools = server && catalog.get(server.id, call.capabilities)?.lists.tools;
  const tool = tools?.find((item) => item.key === call.name);
  const params = tool && mirroredParams(tool);
  if (edited === undefined || params === undefined || typeof params === 'string') return {};
  const span = whole(edited);
  const values = valuesFor(params, edited, membersOf(edited, span) ? span : undefined);
  return Object.fromEntries([...values].map(([header, value]) => [header, encodeHeaderValue(value)]));
}
