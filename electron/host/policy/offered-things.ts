import type { Effect, PinKind } from '../../../shared/model/review.ts';
import { effectFor } from '../../catalog/approvals.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { offeredIn, pinKey, pinOf } from '../../catalog/pins/pin.ts';
import { memberOf, SERVER_INFO_KEY } from '../../relay/envelope.ts';
import { membersOf, stringAt } from '../../relay/framing/json-scan.ts';
import { whole } from '../../relay/peer.ts';

/** One version of something that a server offers. */
export interface OfferedThing {
  readonly kind: PinKind;
  readonly key: string;
  readonly digest: string;
  readonly effect: Effect;
}

/** Everything that a server offers to anybody, approved or on hold, as far as it can be approved. */
export function offeredThings(catalog: Pick<Catalog, 'all'>, server: string): readonly OfferedThing[] {
  const found = new Map<string, OfferedThing>();
  for (const snapshot of catalog.all(server).values())
    for (const item of offeredIn(snapshot)) {
      const pin = pinOf(item);
      if (!pin.ok) continue;
      const { kind, key } = item;
      const { digest } = pin.value;
      found.set(`${pinKey(kind, key)} ${digest}`, { kind, key, digest, effect: effectFor(item) });
    }
  return [...found.values()];
}

/** What a server calls itself; its own text. */
export function serverSays(catalog: Pick<Catalog, 'offered'>, server: string): string | undefined {
  const hello = catalog.offered(server, '')?.hello;
  if (hello === undefined) return undefined;
  const meta = memberOf(hello, '_meta');
  const info = memberOf(hello, 'serverInfo') ?? (meta && memberOf(meta, SERVER_INFO_KEY));
  const members = info && membersOf(info, whole(info));
  const text = (key: string): string | undefined =>
    info && members ? stringAt(info, members.get(key)) : undefined;
  return (text('title') ?? text('name'))?.slice(0, 100);
}
