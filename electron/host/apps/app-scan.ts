import {
  type AppServer,
  type AppState,
  type AppView,
  type BehindTheBack,
} from '../../../shared/model/ai-app.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { appFolders, type AppFolders, type AppSpec } from '../../onboarding/apps/app-spec.ts';
import { knownApps } from '../../onboarding/apps/known-apps.ts';
import { sha256, valueDigest } from '../../onboarding/apps/ledger.ts';
import { ownEntry } from '../../onboarding/apps/own-entries.ts';
import { about, entryDigest } from '../../onboarding/apps/plan-import.ts';
import {
  type AppFile,
  entriesIn,
  type FoundEntry,
  fileOf,
  readApp,
  shownPath,
} from '../../onboarding/apps/read-app.ts';
import { sameServer } from '../../onboarding/apps/same-server.ts';
import type { SettingsFormat } from '../../onboarding/edit/change.ts';
import { plainOf } from '../../onboarding/edit/plain.ts';
import { isReady } from '../../onboarding/edit/readers.ts';
import type { AppBook } from './app-book.ts';
import type { AppMachine, AppRoomPorts } from './app-ports.ts';

/** What was found of one app. */
export interface Seen {
  readonly spec: AppSpec;
  readonly path: string;
  readonly there: boolean;
  readonly entries: Result<readonly FoundEntry[]>;
  /** The file's bytes, by digest; undefined when there is none. */
  readonly digest: string | undefined;
}

const LARGE = 256 * 1024;
/** How exactly it is told when an app was here: what changes with every call would be told with every call. */
const SEEN_EVERY_MS = 60_000;
const NO_ENTRIES: readonly FoundEntry[] = [];

/** The formats of the files that are there, which must be prepared before they are looked at. */
export function formatsThere({ around, files }: Pick<AppMachine, 'around' | 'files'>): SettingsFormat[] {
  const folders = appFolders(around);
  return knownApps
    .filter((spec) => !isReady(spec.format) && files.exists(fileOf(spec, folders, files)))
    .map(({ format }) => format);
}

/** Looks at apps' files and tells what they mean. Reads only. */
export class AppScan {
  readonly #ports: AppRoomPorts;
  readonly #book: AppBook;
  readonly folders: AppFolders;
  readonly #last = new Map<string, Seen>();
  readonly #views = new WeakMap<object, { servers: unknown; steps: unknown; views: AppServer[] }>();

  constructor(ports: AppRoomPorts, book: AppBook) {
    this.#ports = ports;
    this.#book = book;
    this.folders = appFolders(ports.machine.around);
  }

  /** The app's file, read anew; refused with a sentence. */
  read(spec: AppSpec, path = this.pathOf(spec)): Result<AppFile> {
    return readApp(spec, this.folders, this.#ports.machine.files, path);
  }

  pathOf = (spec: AppSpec): string => fileOf(spec, this.folders, this.#ports.machine.files);

  /** Looks at every app. */
  look(): Seen[] {
    return knownApps.map((spec) => this.#lookAt(spec));
  }

  #lookAt(spec: AppSpec): Seen {
    const { files } = this.#ports.machine;
    const path = this.pathOf(spec);
    const raw = files.read(path);
    const bytes = raw.ok ? raw.value?.bytes : undefined;
    const digest = bytes === undefined ? undefined : sha256(bytes);
    const there =
      !raw.ok || bytes !== undefined || spec.traces(this.folders).some((trace) => files.exists(trace));
    const last = this.#last.get(spec.id);
    const same = last !== undefined && last.path === path && raw.ok && last.digest === digest;
    // A file that came since the formats were prepared is looked at the next time.
    if (!isReady(spec.format) && raw.ok)
      return last ?? { spec, path, there, entries: ok(NO_ENTRIES), digest: undefined };
    const entries = same ? last.entries : (quickEntries(spec, bytes) ?? this.#entries(spec, path));
    const seen = { spec, path, there, entries, digest };
    this.#last.set(spec.id, seen);
    return seen;
  }

  #entries(spec: AppSpec, path: string): Result<readonly FoundEntry[]> {
    const app = this.read(spec, path);
    return app.ok ? ok(app.value.entries) : app;
  }

  /** Whether an entry leads to Doorward: by what it says, or because Doorward wrote it so. */
  isOurs(app: string, entry: FoundEntry): { readonly server?: string } | undefined {
    const own = entry.server.ok ? ownEntry(entry.server.value.launch, this.#ports.own()) : undefined;
    if (own !== undefined) return own;
    const digest = valueDigest(entry.value);
    const written = this.#book
      .of(app)
      .steps.some(({ entries }) => entries.some((one) => one.name === entry.name && one.digest === digest));
    return written ? {} : undefined;
  }

  /** How an app is, for people. */
  view({ spec, path, there, entries }: Seen): AppView {
    const { id, title, ways } = spec;
    const record = this.#book.of(id);
    const step = record.steps.at(-1);
    const client = this.#ports.clients.find(step?.client ?? title);
    const found = entries.ok ? entries.value : NO_ENTRIES;
    const servers = this.#serverViews(id, found);
    const guarded = servers.some(({ state }) => state === 'guarded');
    const since = step?.at ?? 0;
    const seenAt = client?.lastSeenAt;
    const came = seenAt !== undefined && seenAt >= since;
    const state = stateOf({
      there,
      readable: entries.ok,
      waits: record.waits !== undefined,
      steps: record.steps.length,
      guarded,
      came,
    });
    const sentence = this.#sentence(spec, state, entries, record.waits?.kind);
    const usual = spec.namesByServer ? (['each', 'one'] as const) : (['one', 'each'] as const);
    return {
      id,
      title,
      state,
      ...(sentence === undefined ? {} : { sentence }),
      ...(there ? { file: shownPath(path, this.folders.home) } : {}),
      servers,
      bypasses: [...spec.bypasses],
      canConnect: ways.length > 0,
      canUndo: record.steps.length > 0 || record.waits !== undefined,
      modes: [...usual],
      ways: [...ways],
      ...(step === undefined ? {} : { mode: step.mode, way: step.way, connectedAt: step.at }),
      ...(client === undefined || !(guarded || step !== undefined) ? {} : { client: client.id }),
      ...(seenAt === undefined ? {} : { lastSeenAt: seenAt - (seenAt % SEEN_EVERY_MS) }),
    };
  }

  /** Worked out once for what is in the file and in Doorward. */
  #serverViews(app: string, entries: readonly FoundEntry[]): AppServer[] {
    const servers = this.#ports.servers();
    const { steps } = this.#book.of(app);
    const known = this.#views.get(entries);
    if (known !== undefined && known.servers === servers && known.steps === steps) return known.views;
    const views = entries.map((entry) => this.#serverView(app, entry));
    this.#views.set(entries, { servers, steps, views });
    return views;
  }

  #serverView(app: string, entry: FoundEntry): AppServer {
    const shown = about(entry);
    const own = this.isOurs(app, entry);
    if (own !== undefined)
      return {
        ...shown,
        state: entry.off ? 'off' : 'guarded',
        ...(own.server === undefined ? {} : { server: own.server }),
      };
    if (!entry.server.ok)
      return { ...shown, state: entry.off ? 'off' : 'unclear', note: entry.server.message };
    const { launch } = entry.server.value;
    const known = this.#ports
      .servers()
      .find((one) => sameServer(launch, one.launch, (it) => this.#ports.resolved(it)));
    return {
      ...shown,
      state: entry.off ? 'off' : 'direct',
      ...(known === undefined ? {} : { server: known.id }),
    };
  }

  #sentence(spec: AppSpec, state: AppState, entries: Seen['entries'], waits: 'connect' | 'undo' | undefined) {
    if (state === 'unreadable' && !entries.ok) return entries.message;
    if (state === 'waits')
      return waits === 'undo'
        ? `Quit ${spec.title}; Doorward then puts its file back as it was.`
        : `Quit ${spec.title}; Doorward then connects it.`;
    if (state === 'written') return `Start ${spec.title}; it is connected as soon as it has come.`;
    if (state === 'lost')
      return `${spec.title} was connected, but its file does not say so any more. Connect it again.`;
    return undefined;
  }

  /** The entries of an app that go past Doorward. */
  passing({ spec, entries }: Seen): FoundEntry[] {
    if (!entries.ok) return [];
    return entries.value.filter((entry) => !entry.off && this.isOurs(spec.id, entry) === undefined);
  }

  /** Those of them that nobody has decided about. */
  behind(seen: Seen, firstSeen: (key: string) => number): BehindTheBack[] {
    const baseline = this.#book.of(seen.spec.id).baseline;
    if (baseline === undefined || seen.spec.ways.length === 0) return [];
    const known = new Set(baseline);
    return this.passing(seen).flatMap((entry) => {
      const digest = entryDigest(entry);
      if (known.has(digest)) return [];
      const { key, name, project, words } = about(entry);
      return [
        {
          app: seen.spec.id,
          title: seen.spec.title,
          key,
          name,
          ...(project === undefined ? {} : { project }),
          words,
          at: firstSeen(`${seen.spec.id} ${digest}`),
        },
      ];
    });
  }
}

function stateOf(facts: {
  readonly there: boolean;
  readonly readable: boolean;
  readonly waits: boolean;
  readonly steps: number;
  readonly guarded: boolean;
  readonly came: boolean;
}): AppState {
  if (!facts.there && facts.steps === 0) return 'absent';
  if (!facts.readable) return 'unreadable';
  if (facts.waits) return 'waits';
  if (facts.guarded) return facts.came ? 'connected' : 'written';
  return facts.steps > 0 ? 'lost' : 'found';
}

/**
 * The entries of a large JSON file, by the parser of the platform: one app writes megabytes of history beside its
 * servers every few seconds, and reading all of that with its places would hold up calls. Nothing is written by this.
 */
function quickEntries(spec: AppSpec, bytes: Buffer | undefined): Result<readonly FoundEntry[]> | undefined {
  if (spec.format !== 'json' || bytes === undefined || bytes.length < LARGE) return undefined;
  try {
    const root: unknown = JSON.parse(bytes.toString('utf8'));
    const heads = new Set(spec.holders.map(({ path }) => path[0]));
    const held = Object.entries(root as object).filter(([name]) => heads.has(name));
    const entries = entriesIn(spec, plainOf(Object.fromEntries(held)));
    return entries.ok ? entries : undefined;
  } catch {
    return undefined;
  }
}
