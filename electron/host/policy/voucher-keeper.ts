import { isDeepStrictEqual } from 'node:util';
import type { ManagedPolicy as Managed } from '../../../shared/model/managed.ts';
import type { Launch, ServerRecord } from '../../../shared/model/server.ts';
import type { ItemName } from '../../../shared/model/trust.ts';
import type { Result } from '../../../shared/result.ts';
import type { Approvals } from '../../catalog/approvals.ts';
import { identityDigests, type ServerIdentity } from '../../catalog/identity/identity.ts';
import { pinKey } from '../../catalog/pins/pin.ts';
import type { Logger } from '../../log/logger.ts';
import { vouchersFor } from '../../policy/managed/vouchers.ts';
import type { OfferedThing } from './offered-things.ts';

export interface VoucherPorts {
  readonly current: () => Managed | undefined;
  readonly server: (id: string) => ServerRecord | undefined;
  readonly servers: () => readonly ServerRecord[];
  readonly approvals: Approvals;
  readonly offered: (server: string) => readonly OfferedThing[];
  readonly add: (id: string, launch: Launch) => Promise<Result<unknown>>;
  readonly inspect: (id: string) => Promise<Result<unknown>>;
  readonly approve: (id: string, items: readonly ItemName[]) => Promise<Result<unknown>>;
  readonly accept: (record: ServerRecord, items: readonly ItemName[]) => Result<unknown>;
  /** It counts as unreviewed from now on, and is stopped. */
  readonly distrust: (id: string, note: string) => Promise<void>;
  readonly logger: Logger;
}

const WITHDRAWN = 'Your organisation does not answer for it any more, so it counts as unreviewed.';

/**
 * Puts vouchers into effect: servers for which an organisation answers need no review by a person, as long as they are,
 * to the digest, what it has looked at. Whatever else they offer is on hold as usual, and what a person has blocked
 * stays blocked. A voucher that is taken back takes its approval with it.
 */
export function voucherKeeper(ports: VoucherPorts): { apply(): Promise<void> } {
  const { approvals, logger } = ports;
  let running: Promise<void> | undefined;
  let again = false;

  const vouchersOf = (id: string, identity: ServerIdentity | undefined) =>
    identity === undefined
      ? []
      : identityDigests(identity).flatMap((digest) => vouchersFor(ports.current(), id, digest));

  async function withdraw(): Promise<void> {
    for (const { id, state } of ports.servers()) {
      if (state !== 'approved' || approvals.of(id).record.history.findLast(isApproval)?.who !== 'managed')
        continue;
      const { identity } = approvals.of(id).record;
      if (vouchersOf(id, identity).length === 0) await ports.distrust(id, WITHDRAWN);
    }
  }

  async function put(id: string, launch: Launch): Promise<void> {
    if (ports.server(id) === undefined) {
      const added = await ports.add(id, launch);
      if (!added.ok) return logger.warn('A server of the organisation cannot be added', { server: id });
    }
    const record = ports.server(id);
    if (record === undefined || record.state === 'blocked' || !record.enabled) return;
    if (record.state !== 'approved') {
      if (!isStartedAs(launch, record.launch)) {
        logger.warn('A server has the name of one of the organisation and is another one', { server: id });
        return;
      }
      const seen = await ports.inspect(id);
      if (!seen.ok) {
        logger.warn('A server of the organisation cannot be started', { server: id, reason: seen.message });
        return;
      }
    }
    const { identity, inspected } = approvals.of(id).record;
    const is = record.state === 'approved' ? identity : inspected;
    const pins = new Set(vouchersOf(id, is).flatMap((one) => one.pins));
    if (pins.size === 0) {
      logger.warn('A server is not what the organisation answers for', { server: id });
      return;
    }
    const { items } = approvals.of(id);
    const vouched = ports
      .offered(id)
      .filter(({ digest }) => pins.has(digest))
      .filter(({ kind, key, digest }) => !items.get(pinKey(kind, key))?.some((one) => one.digest === digest))
      .map(({ kind, key, digest }) => ({ kind, key, digest }));
    if (record.state !== 'approved') await ports.approve(id, vouched);
    else if (vouched.length > 0) ports.accept(record, vouched);
  }

  async function round(): Promise<void> {
    do {
      again = false;
      await withdraw();
      for (const { server, launch } of ports.current()?.vouchers ?? []) await put(server, launch);
    } while (again);
  }

  return {
    apply() {
      // A change while it works would be missed by the round that is under way.
      if (running !== undefined) again = true;
      running ??= round()
        .catch((error: unknown) =>
          logger.error('Vouchers could not be put into effect', { error: String(error) }),
        )
        .finally(() => (running = undefined));
      return running;
    },
  };
}

/**
 * Whether a server is started as its voucher says, but for the values that a voucher leaves empty for the person here.
 * Attack: a program adds a server of its own under the name of one that is vouched for, and waits until Doorward looks
 * at what it does, which starts it, with whatever secrets it names.
 */
function isStartedAs(vouched: Launch, here: Launch): boolean {
  const asIs = valuesOf(vouched);
  const own = valuesOf(here);
  const fits = (name: string): boolean => asIs[name] === '' || own[name] === asIs[name];
  return (
    isDeepStrictEqual(bareLaunch(vouched), bareLaunch(here)) &&
    isDeepStrictEqual(Object.keys(asIs).toSorted(), Object.keys(own).toSorted()) &&
    Object.keys(asIs).every(fits)
  );
}

const valuesOf = (launch: Launch): Readonly<Record<string, string>> =>
  launch.transport === 'stdio' ? launch.env : launch.headers;
const bareLaunch = (launch: Launch): Launch =>
  launch.transport === 'stdio' ? { ...launch, env: {} } : { ...launch, headers: {} };

const isApproval = ({ act }: { readonly act: string }): boolean => act === 'approved';
