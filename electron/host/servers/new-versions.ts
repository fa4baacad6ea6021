import type { Launch, ServerRecord, StdioLaunch } from '../../../shared/model/server.ts';
import type { NewVersion, VersionReport } from '../../../shared/model/trust.ts';
import type { Result } from '../../../shared/result.ts';
import { systemReason } from '../../../shared/system-reason.ts';
import type { Approvals } from '../../catalog/approvals.ts';
import { newerVersion, type PinnedPackage, pinnedPackage } from '../../catalog/identity/package-newer.ts';
import { packageSpec } from '../../catalog/identity/package-spec.ts';
import type { PackageFacts } from '../../catalog/identity/registry.ts';
import type { Registry } from '../registry/package-registry.ts';

export interface NewVersionPorts {
  readonly servers: () => readonly ServerRecord[];
  readonly approvals: Approvals;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Runs something later; gives back what prevents it. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** The registry of a launch; undefined when nobody is to be asked. */
  readonly registryOf: (launch: StdioLaunch) => Registry | undefined;
  /** Asks a registry for the newest version of a package. */
  readonly newest: (registry: Registry, name: string) => Promise<Result<PackageFacts>>;
  /** A line for the log of one server. */
  readonly note: (server: string, sentence: string) => void;
}

/** Watches for newer versions of the packages that approved servers are kept to. */
export interface NewVersions {
  /** What a person may choose for this server; undefined when nothing newer is known. */
  of(server: ServerRecord): NewVersion | undefined;
  /** What a registry said about exactly the version that this launch names. */
  factsOf(server: string, launch: Launch): PackageFacts | undefined;
  /** Asks for those that nobody was asked for within a day. Never fails; resolves when the answers are kept. */
  look(): Promise<void>;
  /** What is known of the approved servers that are kept to a version. */
  reports(): readonly VersionReport[];
  /** Looks from now on, off the road of calls. */
  start(): void;
  close(): void;
}

const DAY_MS = 24 * 60 * 60_000;
/** A start is busy enough, and a host that is restarted often asks no more often. */
const FIRST_LOOK_MS = 3 * 60_000;
const LOOK_EVERY_MS = 60 * 60_000;

interface Kept {
  readonly server: ServerRecord;
  readonly pinned: PinnedPackage;
}

/**
 * Asks once a day at most for each package, whichever servers use it and however often the host is started: the moment
 * is kept, sealed, before the question goes out. What comes is only ever offered (attack 5): the launch of a server
 * changes by a person's choice alone. Answers that make no sense are noted in the log and otherwise as good as none.
 */
export function createNewVersions(ports: NewVersionPorts): NewVersions {
  const { approvals, clock } = ports;
  /** When each package was asked for in this run: also of servers that were removed meanwhile. */
  const asked = new Map<string, number>();
  let running: Promise<void> | undefined;
  let cancel: (() => void) | undefined;
  let closed = false;

  const kept = (): Kept[] =>
    ports.servers().flatMap((server) => {
      const pinned = server.state === 'approved' ? pinnedOf(server.launch) : undefined;
      return pinned === undefined ? [] : [{ server, pinned }];
    });
  const lookOf = (server: string) => approvals.of(server).record.versions;

  const of = (server: ServerRecord): NewVersion | undefined => {
    const pinned = server.state === 'approved' ? pinnedOf(server.launch) : undefined;
    const newest = pinned && lookOf(server.id)?.newest;
    return pinned === undefined || newest === undefined ? undefined : newerVersion(pinned, newest);
  };

  async function lookAll(): Promise<void> {
    const due = new Map<string, { registry: Registry; name: string; servers: string[] }>();
    for (const { server, pinned } of kept()) {
      const registry = server.launch.transport === 'stdio' ? ports.registryOf(server.launch) : undefined;
      if (registry === undefined) continue;
      const key = `${registry.kind} ${registry.base} ${pinned.name}`;
      const at = lookOf(server.id)?.key === key ? lookOf(server.id)?.at : undefined;
      if (at !== undefined) asked.set(key, Math.max(at, asked.get(key) ?? 0));
      const one = due.get(key) ?? { registry, name: pinned.name, servers: [] };
      one.servers.push(server.id);
      due.set(key, one);
    }
    for (const [key, { registry, name, servers }] of due) {
      const last = asked.get(key);
      const now = clock();
      // A clock that was set back does not keep us from asking for ever.
      if (closed || (last !== undefined && last <= now && now - last < DAY_MS)) continue;
      asked.set(key, now);
      const known = servers.map(lookOf).find((look) => look?.key === key)?.newest;
      for (const id of servers) keep(id, { key, at: now, newest: known });
      const facts = await ports.newest(registry, name);
      if (closed) return;
      if (facts.ok) for (const id of servers) keep(id, { key, at: now, newest: facts.value });
      else
        for (const id of servers)
          ports.note(id, `Newer versions of "${name}" could not be looked for: ${facts.message}.`);
    }
  }

  function keep(id: string, versions: NonNullable<ReturnType<typeof lookOf>>): void {
    // Removed while the answer was on its way: nothing of it is left behind.
    if (ports.servers().some((server) => server.id === id)) approvals.decide(id, { versions });
  }

  const look = (): Promise<void> => {
    running ??= lookAll()
      .catch((error: unknown) =>
        ports.note('', `Newer versions could not be looked for: ${systemReason(error)}`),
      )
      .finally(() => (running = undefined));
    return running;
  };

  const later = (ms: number): void => {
    if (closed) return;
    cancel = ports.after(ms, () => void look().then(() => later(LOOK_EVERY_MS)));
  };

  return {
    of,
    factsOf(server, launch) {
      const pinned = pinnedOf(launch);
      const newest = lookOf(server)?.newest;
      const same = newest?.name === pinned?.name && newest?.version === pinned?.version;
      return pinned !== undefined && same ? newest : undefined;
    },
    look,
    reports: () =>
      kept().map(({ server, pinned: { kind, name, version } }) => {
        const { at, newest } = lookOf(server.id) ?? {};
        const newVersion = of(server);
        return {
          id: server.id,
          kind,
          name,
          version,
          ...(newest === undefined ? {} : { newest: newest.version.slice(0, 100) }),
          ...(newest?.deprecated === undefined ? {} : { deprecated: newest.deprecated }),
          ...(newVersion === undefined ? {} : { newVersion }),
          ...(at === undefined ? {} : { askedAt: at }),
        };
      }),
    start: () => later(FIRST_LOOK_MS),
    close() {
      closed = true;
      cancel?.();
    },
  };
}

const known = new WeakMap<Launch, PinnedPackage | 'none'>();

/** Asked for every server each second while a window is open; a launch never changes. */
function pinnedOf(launch: Launch): PinnedPackage | undefined {
  let found = known.get(launch);
  if (found === undefined) {
    found = (launch.transport === 'stdio' ? pinnedPackage(packageSpec(launch)) : undefined) ?? 'none';
    known.set(launch, found);
  }
  return found === 'none' ? undefined : found;
}
