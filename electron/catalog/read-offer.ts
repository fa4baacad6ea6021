import { defaultCaps } from '../../shared/model/caps.ts';
import { bytesAt, membersOf, stringAt } from '../relay/framing/json-scan.ts';
import { json } from '../relay/framing/splice.ts';
import type { Message } from '../relay/message.ts';
import { type Peer, whole } from '../relay/peer.ts';
import type { SendFailure } from '../upstream/connection.ts';
import { mirroredParams } from './param-headers.ts';
import {
  addPage,
  type Item,
  LIST_METHOD,
  type ListCaps,
  LISTS,
  type ListName,
  type Snapshot,
} from './snapshot.ts';

export interface Offer {
  readonly snapshot: Snapshot;
  /** Sentences about what was left out and why. */
  readonly warnings: readonly string[];
}

/** Parameters every request of ours to this server needs: the envelope for a stateless server. */
export type ParamsFor = (extra: Record<string, unknown>) => Buffer;

/**
 * Reads every list a server declares, to the last page. Bounded by `caps` (100 pages and 5,000 items a list unless set); a cursor
 * that repeats ends the list (attack 33, endless pages). Fails with the server's own words only on the tools list.
 */
export async function readOffer(
  peer: Peer,
  params: ParamsFor,
  at: number,
  caps: ListCaps = defaultCaps,
): Promise<Offer | SendFailure> {
  const capabilities = membersOf(peer.hello, whole(peer.hello))?.get('capabilities');
  const declared = capabilities && membersOf(peer.hello, capabilities);
  const warnings: string[] = [];
  const lists: Record<ListName, Item[]> = { tools: [], prompts: [], resources: [], templates: [] };
  for (const list of LISTS) {
    if (!declared?.has(list === 'templates' ? 'resources' : list)) continue;
    const items = new Map<string, Item>();
    const failure = await drain(peer, list, params, items, warnings, caps);
    if (failure !== undefined && list === 'tools') return failure;
    lists[list] = list === 'tools' ? sound(peer, [...items.values()], warnings) : [...items.values()];
  }
  return { snapshot: { hello: peer.hello, lists, at }, warnings };
}

/** Without the tools whose `x-mcp-header` annotations are invalid: 2026-07-28 wants exactly these left out. */
function sound(peer: Peer, tools: Item[], warnings: string[]): Item[] {
  if (peer.server.era !== 'stateless') return tools;
  return tools.filter((tool) => {
    const params = mirroredParams(tool);
    if (typeof params === 'string')
      warnings.push(`The tool "${tool.key.slice(0, 60)}" is left out: ${params}.`);
    return typeof params !== 'string';
  });
}

async function drain(
  peer: Peer,
  list: ListName,
  params: ParamsFor,
  items: Map<string, Item>,
  warnings: string[],
  caps: ListCaps,
): Promise<SendFailure | undefined> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < caps.pagesPerList; page++) {
    const answer = await once(peer, LIST_METHOD[list], params(cursor === undefined ? {} : { cursor }));
    if (!('bytes' in answer)) return answer;
    if (answer.resultSpan === undefined)
      return { code: 'protocol', message: `"${peer.server.id}" refused ${LIST_METHOD[list]}.` };
    const result = bytesAt(answer.bytes, answer.resultSpan);
    if (!addPage(list, result, items, warnings, caps)) return undefined;
    cursor = stringAt(result, membersOf(result, whole(result))?.get('nextCursor'));
    if (cursor === undefined) return undefined;
    if (seen.has(cursor)) {
      warnings.push(`${LIST_METHOD[list]} repeats its pages; the rest is left out.`);
      return undefined;
    }
    seen.add(cursor);
  }
  warnings.push(`${LIST_METHOD[list]} has more than ${caps.pagesPerList} pages; the rest is left out.`);
  return undefined;
}

const LIST_TIMEOUT_MS = 30_000;

/** One request of our own and its response. */
export function once(
  peer: Peer,
  method: string,
  params: Buffer,
  timeoutMs = LIST_TIMEOUT_MS,
): Promise<Message | SendFailure> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      peer.cancel(id, 'No answer.');
      resolve({
        code: 'timeout',
        message: `"${peer.server.id}" did not answer ${method} within ${timeoutMs / 1000} seconds.`,
      });
    }, timeoutMs);
    const settle = (value: Message | SendFailure): void => {
      clearTimeout(timer);
      resolve(value);
    };
    const id = peer.ask(method, params, {
      answer: settle,
      failed: settle,
      interim: () => undefined,
      ask: () => undefined,
      detached: () => undefined,
    });
  });
}

/** List parameters for a session-era server: none but the cursor. */
export const plainParams: ParamsFor = (extra) => json(extra);
