import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import {
  addressTrouble,
  destination as destinationShape,
  type Destination,
  type DestinationView,
  type SendingView,
} from '../../../shared/model/sending.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { AuditLog } from '../../audit/log.ts';
import { senderUrl } from '../../audit/sending/sender-location.ts';
import type { ReadyDestination } from '../../audit/sending/sender-messages.ts';
import { safeRow } from '../live/call-row.ts';
import type { Profile, Undo } from '../open-profile.ts';
import type { ProfilePaths } from '../profile.ts';
import { checkDestination } from './check-destination.ts';
import { type KeptDestination, openSendBook } from './send-book.ts';
import { openSenderHost } from './sender-host.ts';

export interface SendingPorts {
  readonly profile: Pick<Profile, 'rows' | 'seals' | 'vault' | 'secrets' | 'logger'>;
  readonly paths: Pick<ProfilePaths, 'home' | 'log'>;
  readonly version: string;
  readonly audit: Pick<AuditLog, 'flush'> & { newest(): number };
  /** What an organisation says; undefined when it says nothing, or nothing that can be read at present. */
  readonly managed: {
    current(): ManagedPolicy | undefined;
    /** Whether there is an organisation whose words cannot be read. */
    unreadable(): boolean;
    onChange(listener: () => void): void;
  };
  /** Program of the thread that sends. */
  readonly worker?: URL;
}

/** The sending of the log, of one running host. */
export interface SendingRoom {
  view(): SendingView;
  add(destination: Destination, fromStart: boolean): Promise<Result<DestinationView>>;
  remove(name: string): Result<{ readonly name: string }>;
  test(name: string): Promise<Result<{ readonly ok: boolean; readonly sentence: string }>>;
  /** What a person should know about how it was found, one sentence each. */
  readonly notices: readonly string[];
}

/** New rows are looked for so often, and what keeps a destination from being used so often. */
const STIR_MS = 500;
const LOOK_MS = 30_000;
/** The name under which the destination of an organisation is listed; no other one can have it. */
const MANAGED_NAME = 'organisation';

/** Starts sending, where there is somewhere to send to. What fails in it fails nothing else. */
export function openSending(ports: SendingPorts, undo: Undo[]): SendingRoom {
  const { profile, paths, audit, managed } = ports;
  const { rows, seals, vault, secrets, logger } = profile;
  const book = openSendBook({ rows, locked: seals.report.state === 'locked' });
  for (const notice of book.notices) logger.warn(notice);
  const sender = openSenderHost({
    url: ports.worker ?? senderUrl(),
    start: {
      log: paths.log,
      places: join(paths.home, 'log-sent.json'),
      origin: { version: ports.version, host: hostname(), instance: instanceOf(paths.home) },
      pid: process.pid,
    },
    hide: (texts) => safeRow(texts, secrets),
    onState: () => undefined,
    fault: () => logger.warn('Sending the log stopped and is started again'),
  });
  /** Why a destination is not used, and the headers that it had last. */
  const stopped = new Map<string, string>();
  const filled = new Map<string, Readonly<Record<string, string>>>();

  /** The destination of the organisation, as one of ours. */
  function managedOne(): KeptDestination | undefined {
    const given = managed.current()?.log?.destination;
    if (given === undefined) {
      if (!managed.unreadable() && book.managed() !== undefined) book.setManaged(undefined);
      return undefined;
    }
    const id = `managed-${createHash('sha256').update(`${given.kind} ${given.url}`).digest('hex').slice(0, 16)}`;
    let from = book.managed();
    if (from?.id !== id) {
      from = { id, after: audit.newest() };
      book.setManaged(from);
    }
    const destination = destinationShape.parse({ kind: given.kind, name: MANAGED_NAME, url: given.url });
    return { id, after: from.after, destination };
  }

  const all = (): readonly KeptDestination[] => {
    const organisation = managedOne();
    return [...(organisation === undefined ? [] : [organisation]), ...book.all()];
  };

  /** With its secrets filled in. A vault that was shut later takes nothing away that is in use. */
  function ready(one: KeptDestination): Result<ReadyDestination> {
    const { id, after, destination } = one;
    if (isManaged(one) && destination.kind !== 'file') {
      const trouble = addressTrouble(destination.kind, destination.url, true);
      if (trouble !== undefined) return fail('usage', trouble);
    }
    if (destination.kind !== 'otlp') return ok({ id, after, destination, headers: {} });
    const { name, url, headers } = destination;
    const launch = vault.resolve(name, { transport: 'http', url, headers });
    if (launch.ok && launch.value.transport === 'http') {
      const values = launch.value.headers;
      secrets.know(`sending:${id}`, Object.keys(headers).length === 0 ? [] : Object.values(values));
      filled.set(id, values);
      return ok({ id, after, destination, headers: values });
    }
    const before = vault.state === 'locked' ? filled.get(id) : undefined;
    if (before !== undefined) return ok({ id, after, destination, headers: before });
    const why = launch.ok ? 'Its headers cannot be filled in.' : launch.message;
    return fail('vault', why.replace('so it was not started', 'so nothing is sent there'));
  }

  function apply(): void {
    if (book.locked) return;
    stopped.clear();
    const kept = all();
    const usable: ReadyDestination[] = [];
    for (const one of kept) {
      const filledIn = ready(one);
      if (filledIn.ok) usable.push(filledIn.value);
      else stopped.set(one.id, filledIn.message);
    }
    const organisation = book.managed();
    sender.set(usable, [
      ...kept.map(({ id }) => id),
      ...(organisation === undefined ? [] : [organisation.id]),
    ]);
    if (kept.length > 0) follow();
    else unfollow();
  }

  let seen = -1;
  let timers: NodeJS.Timeout[] = [];
  function follow(): void {
    if (timers.length > 0) return;
    const stir = (): void => {
      const newest = audit.newest();
      if (newest !== seen) sender.stir();
      seen = newest;
    };
    timers = [setInterval(stir, STIR_MS).unref(), setInterval(apply, LOOK_MS).unref()];
  }
  function unfollow(): void {
    for (const timer of timers) clearInterval(timer);
    timers = [];
  }

  const viewOf = (one: KeptDestination): DestinationView => {
    const { id, destination } = one;
    const why = stopped.get(id);
    const now = sender.state(id);
    const progress = now?.progress;
    const trouble = why ?? now?.trouble;
    return {
      name: destination.name,
      kind: destination.kind,
      to: destination.kind === 'file' ? destination.path : destination.url,
      what: destination.what,
      includeTexts: destination.includeTexts,
      headers: destination.kind === 'otlp' ? Object.keys(destination.headers) : [],
      managed: isManaged(one),
      state: why !== undefined ? 'stopped' : (now?.state ?? 'sending'),
      sent: progress?.sent ?? 0,
      waiting: now?.waiting ?? 0,
      lost: progress?.lost ?? 0,
      refused: progress?.refused ?? 0,
      ...(progress?.lastAt === undefined ? {} : { lastAt: progress.lastAt }),
      ...(now?.retryAt === undefined ? {} : { retryAt: now.retryAt }),
      // A server may have written a part of it.
      ...(trouble === undefined ? {} : { trouble: secrets.redact(trouble) }),
    };
  };

  apply();
  managed.onChange(apply);
  undo.push(async () => {
    unfollow();
    await sender.close();
  });

  const find = (name: string): KeptDestination | undefined =>
    all().find((one) => one.destination.name.toLowerCase() === name.toLowerCase());

  return {
    notices: book.notices,
    view: () => ({
      destinations: book.locked ? [] : all().map(viewOf),
      ...(book.locked
        ? {
            trouble:
              'The keychain is locked, so nothing is sent. It goes on when Doorward starts with the keychain open.',
          }
        : {}),
    }),
    async add(destination, fromStart) {
      if (destination.name.toLowerCase() === MANAGED_NAME)
        return fail(
          'usage',
          `"${MANAGED_NAME}" stands for what an organisation has set. Choose another name.`,
        );
      const checked = checkDestination(destination, paths.home);
      if (!checked.ok) return checked;
      // What was called until now is not sent, to the row.
      await audit.flush().catch(() => undefined);
      const one = {
        id: randomBytes(8).toString('hex'),
        after: fromStart ? -1 : audit.newest(),
        destination,
      };
      const filledIn = ready(one);
      if (!filledIn.ok) return filledIn;
      const kept = book.add(one);
      if (!kept.ok) return kept;
      apply();
      return ok(viewOf(one));
    },
    remove(name) {
      const removed = book.remove(name);
      if (!removed.ok) {
        const organisations = find(name);
        return organisations !== undefined && isManaged(organisations)
          ? fail('refused', 'Your organisation has set this destination. Nobody here can remove it.')
          : removed;
      }
      apply();
      return ok({ name });
    },
    async test(name) {
      const one = find(name);
      if (one === undefined) return fail('unknown', `There is no destination "${name}".`);
      const filledIn = ready(one);
      return filledIn.ok ? sender.test(filledIn.value) : ok({ ok: false, sentence: filledIn.message });
    },
  };
}

const isManaged = ({ id }: KeptDestination): boolean => id.startsWith('managed-');

/** Tells this profile from others without saying where it lies. */
function instanceOf(home: string): string {
  const hex = createHash('sha256').update(`doorward instance\n${hostname()}\n${home}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
