import type { PinKind } from '../../shared/model/review.ts';
import { guardMeta, isNothing } from '../catalog/hello-items.ts';
import { unknownInList } from '../catalog/plain-results.ts';
import type { RoleView, Viewer } from '../catalog/role-view.ts';
import { type Item, LIST_MEMBER, LIST_METHOD, type ListName, readItem } from '../catalog/snapshot.ts';
import type { Trust } from '../catalog/trust.ts';
import type { Call } from './call.ts';
import { bytesAt, elementsOf, membersOf, type Span } from './framing/json-scan.ts';
import { applySplices, type Splice, withoutMembers } from './framing/splice.ts';
import { type Message, rescan } from './message.ts';
import { type Peer, whole } from './peer.ts';
import { errorReply, INTERNAL_ERROR, resultReply } from './replies.ts';

const SCREENED = new Map<string, { readonly list: ListName; readonly kind: PinKind }>([
  [LIST_METHOD.tools, { list: 'tools', kind: 'tool' }],
  [LIST_METHOD.prompts, { list: 'prompts', kind: 'prompt' }],
  [LIST_METHOD.templates, { list: 'templates', kind: 'template' }],
]);
const RESOURCES = new Map([[LIST_METHOD.resources, { list: 'resources', kind: 'resource' } as const]]);
/** A server must not keep a client from asking again for longer than this. */
const MAX_TTL_MS = 60_000;
/** Answers of one connection that are kept for comparing. */
const KEPT = 16;
const KEPT_BYTES = 1024 * 1024;

interface Seen {
  readonly epoch: number;
  /** Of whom: names what the role of the client sees. */
  readonly view: string;
  readonly method: string;
  readonly result: Buffer;
  /** What clients get in its place; undefined: it passes as it is. */
  readonly shown: Buffer | undefined;
}

export interface ScreenPorts {
  readonly trust: Trust;
  /** A connection listed something that is on hold: what is kept of the server may be out of date. */
  readonly held: (peer: Peer, list: ListName, items: readonly Item[]) => void;
  /** What the role of the client lets it see. */
  readonly view?: RoleView | undefined;
}

/**
 * What a client gets of a server's own answer to a list or discover request on `/mcp/s/<server>`: without what is on
 * hold, without whatever nobody approves because it stands beside the items (attack 3), and with `ttlMs` capped. Every
 * answer that has nothing else passes byte for byte. An answer that came before costs one comparison.
 */
export class Screen {
  readonly #ports: ScreenPorts;
  readonly #seen = new WeakMap<Peer, Seen[]>();

  constructor(ports: ScreenPorts) {
    this.#ports = ports;
  }

  answer(call: Call, peer: Peer, response: Message): Message {
    const { method } = call.message;
    const view = this.#ports.view?.key(call.client) ?? '';
    // Resources are approved with their server; only a role takes single ones away.
    const listed = SCREENED.get(method) ?? (view === '' ? undefined : RESOURCES.get(method));
    if (call.direction !== 'client' || response.resultSpan === undefined) return response;
    if (listed === undefined && method !== 'server/discover') return response;
    const { epoch } = this.#ports.trust;
    const result = bytesAt(response.bytes, response.resultSpan);
    const seen = this.#seen.get(peer) ?? [];
    const known = seen.find(
      (one) => one.epoch === epoch && one.view === view && one.method === method && one.result.equals(result),
    );
    let shown = known?.shown;
    if (known === undefined) {
      const id = peer.server.id;
      const client = view === '' ? undefined : call.client;
      const made =
        listed === undefined ? this.#discover(id, result) : this.#list(peer, listed, result, client);
      // An object with a member twice: readers would differ in which one they see.
      if (made === undefined) {
        const sentence = `"${id}" answered with something that can be read in two ways, so it is not passed on.`;
        return rescan(errorReply(response.id?.raw ?? 'null', INTERNAL_ERROR, sentence));
      }
      shown = made.equals(result) ? undefined : made;
      if (result.length <= KEPT_BYTES)
        this.#seen.set(
          peer,
          [{ epoch, view, method, result: Buffer.from(result), shown }, ...seen].slice(0, KEPT),
        );
    }
    return responseWith(response, response.resultSpan, shown);
  }

  #discover(server: string, result: Buffer): Buffer | undefined {
    const hello = this.#ports.trust.hello(server, result);
    const members = membersOf(hello, { start: 0, end: hello.length });
    return members && applySplices(hello, ttl(hello, members.get('ttlMs')));
  }

  #list(
    peer: Peer,
    { list, kind }: { readonly list: ListName; readonly kind: PinKind },
    result: Buffer,
    restricted: Viewer | undefined,
  ): Buffer | undefined {
    const { trust, view } = this.#ports;
    const { id } = peer.server;
    const members = membersOf(result, { start: 0, end: result.length });
    if (members === undefined) return undefined;
    const splices = ttl(result, members.get('ttlMs'));
    const span = members.get(LIST_MEMBER[list]);
    const elements = span && elementsOf(result, span);
    // Neither absent nor a list: there is nothing in it that could be approved.
    if (span !== undefined && elements === undefined) splices.push({ span, bytes: Buffer.from('[]') });
    if (span !== undefined && elements !== undefined) {
      const held: Item[] = [];
      let unreadable = false;
      const good = elements.filter((element) => {
        const item = readItem(list, bytesAt(result, element));
        if (typeof item === 'string') {
          unreadable = true;
          return false;
        }
        if (kind !== 'resource' && trust.standing(id, kind, item.key, item.bytes) !== 'approved') {
          held.push(item);
          return false;
        }
        return restricted === undefined || view?.sees(restricted, id, list, item.key) === true;
      });
      if (held.length > 0 || unreadable) this.#ports.held(peer, list, held);
      if (good.length < elements.length) {
        const parts = good.map((element) => bytesAt(result, element).toString());
        splices.push({ span, bytes: Buffer.from(`[${parts.join(',')}]`) });
      }
    }
    const meta = members.get('_meta');
    const guarded =
      meta &&
      guardMeta(bytesAt(result, meta), {
        server: id,
        isApproved: (item) => trust.standing(id, item.kind, item.key, item.bytes) === 'approved',
        approved: () => undefined,
      });
    const unknown = unknownInList(result, members, LIST_MEMBER[list]);
    if (isNothing(guarded)) unknown.add('_meta');
    else if (meta !== undefined && guarded !== undefined) splices.push({ span: meta, bytes: guarded });
    const spliced = applySplices(result, splices);
    if (unknown.size === 0) return spliced;
    return withoutMembers(spliced, membersOf(spliced, whole(spliced)) ?? new Map(), unknown);
  }
}

/** The response with `shown` for its result, if that is given, and with nothing beside it but what JSON-RPC has. */
function responseWith(response: Message, span: Span, shown: Buffer | undefined): Message {
  const { bytes } = response;
  const around = Buffer.concat([bytes.subarray(0, span.start), Buffer.from('0'), bytes.subarray(span.end)]);
  const plain = membersOf(around, whole(around))?.size === 3;
  if (plain) return shown === undefined ? response : rescan(applySplices(bytes, [{ span, bytes: shown }]));
  return rescan(resultReply(response.id?.raw ?? 'null', shown ?? bytesAt(bytes, span)));
}

function ttl(bytes: Buffer, span: Span | undefined): Splice[] {
  if (span === undefined) return [];
  const value = Number(bytes.toString('latin1', span.start, span.end));
  return value > MAX_TTL_MS ? [{ span, bytes: Buffer.from(String(MAX_TTL_MS)) }] : [];
}
