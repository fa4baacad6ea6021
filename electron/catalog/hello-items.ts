import { memberOf, SERVER_INFO_KEY } from '../relay/envelope.ts';
import { bytesAt, membersOf, type Span, stringAt } from '../relay/framing/json-scan.ts';
import { applySplices, json, type Splice, withoutMembers } from '../relay/framing/splice.ts';
import { type Offered, offeredInHello } from './pins/pin.ts';
import { capabilitiesThatSay, metaWithOnly, plainCapabilities, unknownInGreeting } from './plain-results.ts';

const whole = (bytes: Buffer): Span => ({ start: 0, end: bytes.length });
/** The key of what a server says in its capabilities; what it says about itself otherwise has none. */
const CAPABILITIES = 'capabilities';
/** A version is no place for a sentence. */
const VERSION = /^[\w.+~-]{1,40}$/;

/**
 * The pinned parts of a greeting, wherever its generation puts them: `serverInfo` stands at the top in the session
 * era and in `_meta` in 2026-07-28.
 */
export function helloItems(hello: Buffer): Offered[] {
  const items = itemsAtTop(hello);
  const meta = memberOf(hello, '_meta');
  const info = meta && memberOf(meta, SERVER_INFO_KEY);
  if (info === undefined || items.some(({ kind, key }) => kind === 'server' && key === '')) return items;
  return [
    ...items,
    ...offeredInHello(Buffer.concat([Buffer.from('{"serverInfo":'), info, Buffer.from('}')])),
  ];
}

function itemsAtTop(hello: Buffer): Offered[] {
  const items = offeredInHello(hello);
  const capabilities = memberOf(hello, 'capabilities');
  const said = capabilities && capabilitiesThatSay(capabilities);
  return said === undefined ? items : [...items, { kind: 'server', key: CAPABILITIES, bytes: said }];
}

export interface HelloGuard {
  readonly isApproved: (item: Offered) => boolean;
  /** The approved version of the instructions or of what the server says about itself. */
  readonly approved: (kind: 'instructions' | 'server') => Buffer | undefined;
  /** Stands in for a name that is not approved. */
  readonly server: string;
}

/**
 * A greeting (`initialize` or `server/discover` result) as clients may see it. Byte for byte the same while what it
 * says is approved; otherwise the approved instructions stand in their place, or none (attack 3, line jumping).
 * Capabilities that say more than flags pass as approved or not at all, and so does whatever is no part of a greeting.
 */
export function guardHello(hello: Buffer, guard: HelloGuard): Buffer {
  const members = membersOf(hello, whole(hello));
  // A member twice: readers would differ in which one they see.
  if (members === undefined)
    return json({
      protocolVersion: '2025-11-25',
      capabilities: {},
      serverInfo: { name: guard.server, version: '0' },
    });
  const splices: Splice[] = [];
  const drop = unknownInGreeting(hello, members);
  const instructions = members.get('instructions');
  if (instructions !== undefined) {
    const bytes = bytesAt(hello, instructions);
    if (!guard.isApproved({ kind: 'instructions', key: '', bytes })) {
      const approved = guard.approved('instructions');
      if (approved === undefined) drop.add('instructions');
      else splices.push({ span: instructions, bytes: approved });
    }
  }
  const info = members.get('serverInfo');
  const guarded = info && guardInfo(bytesAt(hello, info), guard);
  if (info !== undefined && guarded !== undefined) splices.push({ span: info, bytes: guarded });
  const capabilities = members.get('capabilities');
  const said = capabilities && capabilitiesThatSay(bytesAt(hello, capabilities));
  if (
    capabilities !== undefined &&
    said !== undefined &&
    !guard.isApproved({ kind: 'server', key: CAPABILITIES, bytes: said })
  )
    splices.push({ span: capabilities, bytes: plainCapabilities(bytesAt(hello, capabilities)) });
  const meta = members.get('_meta');
  const withMeta = meta && guardMeta(bytesAt(hello, meta), guard);
  if (isNothing(withMeta)) drop.add('_meta');
  else if (meta !== undefined && withMeta !== undefined) splices.push({ span: meta, bytes: withMeta });
  const spliced = applySplices(hello, splices);
  if (drop.size === 0) return spliced;
  return withoutMembers(spliced, membersOf(spliced, whole(spliced)) ?? new Map(), drop);
}

/**
 * The `_meta` of a result with the approved name of the server in it and nothing else; undefined when nothing has to
 * change.
 */
export function guardMeta(meta: Buffer, guard: HelloGuard): Buffer | undefined {
  const plain = metaWithOnly(meta, SERVER_INFO_KEY);
  const seen = plain ?? meta;
  const span = membersOf(seen, whole(seen))?.get(SERVER_INFO_KEY);
  const guarded = span && guardInfo(bytesAt(seen, span), guard);
  return span === undefined || guarded === undefined ? plain : applySplices(seen, [{ span, bytes: guarded }]);
}

/** An object of which nothing is left. */
export const isNothing = (object: Buffer | undefined): boolean => object?.length === 2;

/** What stands in place of a `serverInfo`; undefined when it is approved. */
function guardInfo(info: Buffer, guard: HelloGuard): Buffer | undefined {
  const [item] = offeredInHello(Buffer.concat([Buffer.from('{"serverInfo":'), info, Buffer.from('}')]));
  const members = membersOf(info, whole(info));
  const version = members && stringAt(info, members.get('version'));
  const plain = version === undefined || VERSION.test(version);
  if (item !== undefined && plain && guard.isApproved(item)) return undefined;
  const said = json(plain && version !== undefined ? version : 'unknown');
  const approved = guard.approved('server');
  const base = approved !== undefined && approved.length > 2 ? approved : json({ name: guard.server });
  return Buffer.concat([base.subarray(0, -1), Buffer.from(',"version":'), said, Buffer.from('}')]);
}
