import type { Health, InspectReport, TestReport } from '../../shared/ipc/shapes.ts';
import type { Launch, ServerRecord, SignInView, StdioLaunch } from '../../shared/model/server.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { NewVersion, VersionReport } from '../../shared/model/trust.ts';
import type { Result } from '../../shared/result.ts';
import type { ToolChoice } from '../../shared/model/client.ts';
import type { AuditLog } from '../audit/log.ts';
import type { Aggregate } from '../catalog/aggregate.ts';
import type { Approvals } from '../catalog/approvals.ts';
import type { Catalog, SnapshotStore } from '../catalog/catalog.ts';
import type { ServerLabels } from '../context/demand/server-labels.ts';
import type { ToolSets } from '../context/profiles/tool-sets.ts';
import type { Logger } from '../log/logger.ts';
import type { Redact } from '../log/redact.ts';
import type { CallWatcher } from '../relay/call-watcher.ts';
import type { ClientIdentity, RelayPort } from '../relay/exchange.ts';
import type { LedgerTexts } from '../relay/ledger.ts';
import type { TokenMeter } from '../relay/token-meter.ts';
import type { ApprovalPorts } from '../stages/approval.ts';
import type { SignInHow, SignInPorts } from '../upstream/oauth/sign-ins.ts';
import type { RoadPolicy } from '../stages/decide.ts';
import type { ClientRepo } from './clients/client-repo.ts';
import type { RoadInspector } from '../inspection/road-inspector.ts';
import type { AskAboutAnswer } from '../stages/inspect.ts';
import type { EarlierTries } from '../stages/earlier-try.ts';
import type { RoadLimits } from '../stages/rate-limit.ts';
import type { Judge } from './policy/judge.ts';
import type { ServerRepo } from './servers/server-repo.ts';
import type { RoadShaping } from './shaping/open-shaping.ts';
import type { TrustAdmin } from './servers/trust-admin.ts';
import type { FillIn } from './vault/vault-connector.ts';

/** How a server is doing now. */
export type ServerHealth = Health;
export type { InspectReport, TestReport };

/** Told while something takes its time; one short sentence. */
export type OnProgress = (sentence: string) => void;

/** What commands ask of the part that runs servers. */
export interface ServerAdmin {
  /** Starts a server without any client, lists what it offers and keeps it as what was reviewed. */
  inspect(
    id: string,
    options: { readonly onProgress: OnProgress; readonly withSecrets?: boolean },
  ): Promise<Result<InspectReport>>;
  /** Connects, lists the tools, lets go again. */
  test(id: string, options?: { readonly onProgress: OnProgress }): Promise<Result<TestReport>>;
  /** Ends every process or session of a server; resolves when nothing of it is left. */
  stop(id: string): Promise<void>;
  health(id: string): ServerHealth;
  /** Looks for a server's program where a start would find it; starts nothing of the server. */
  findCommand(launch: StdioLaunch): Promise<Result<unknown>>;
  /** A newer version of its package that a person may choose. */
  newVersion(server: ServerRecord): NewVersion | undefined;
  /** What is known of the versions of approved servers' packages; asks those registries that it is time to ask. */
  versions(): Promise<readonly VersionReport[]>;
  /** The newest lines of its standard error. */
  stderr(id: string): readonly string[];
  /** When it last wrote a line there; milliseconds since the epoch. */
  wroteAt(id: string): number | undefined;
  /** The record of this server was added, changed or removed. */
  changed(id: string): void;
  /** Has a person sign in to a remote server; its open connections end, for they are of whoever was signed in before. */
  signIn(id: string, how: SignInHow, onProgress: OnProgress): Promise<Result<SignInView>>;
  signOut(id: string): Promise<Result<SignInView>>;
  signInView(id: string, launch: Launch): SignInView;
}

/** The endpoint. */
export interface GatewayPort {
  readonly port: number;
  /** `http://127.0.0.1:<port>/mcp` */
  readonly url: string;
  /** This AI app was removed or has a new token: its sessions end. */
  clientGone(id: string): void;
}

/** What the running parts are given. */
export interface EngineContext {
  readonly home: string;
  readonly settings: Settings;
  readonly servers: ServerRepo;
  readonly clients: ClientRepo;
  readonly snapshots: SnapshotStore;
  readonly approvals: Approvals;
  readonly audit: AuditLog;
  readonly logger: Logger;
  /** Takes secrets out of what a server writes. */
  readonly redact: Redact;
  /** Puts secrets of the vault into a launch that is about to be started. */
  readonly fillIn: FillIn;
  /** Where sign-ins are kept, who is told their tokens, and how a person gets to the page. */
  readonly signIn: Pick<SignInPorts, 'store' | 'know' | 'openUrl' | 'privatePlaces'> & {
    /** How the sign-in to some server is may be other than before. */
    readonly changed: () => void;
  };
  /** Ports for the endpoint, in the order to try; the first that is free is taken. */
  readonly ports: readonly number[];
  /** What the rules say, about calls and about what each AI app is shown. */
  readonly policy: RoadPolicy & Pick<Judge, 'sees' | 'seesServer' | 'viewKey' | 'allowsClient' | 'onChange'>;
  /** What profiles of tools leave to AI apps; without it, everything. */
  readonly sets?: ToolSets;
  /** What the apps of a role are listed that have no choice of their own. */
  readonly roleTools?: (role: string) => ToolChoice | undefined;
  /** Where a person is asked. */
  readonly approval: ApprovalPorts;
  /** Looks at what crosses the gateway. */
  readonly inspectors: readonly RoadInspector[];
  /** Puts answers of servers to a person. */
  readonly askAboutAnswer: AskAboutAnswer;
  /** How often and how much at once AI apps may call. */
  readonly limits?: RoadLimits;
  /** Calls of earlier runs that may have happened without anybody hearing of it. */
  readonly earlier?: EarlierTries;
  /** What the log keeps of the texts of calls; without it, sizes and plain digests. */
  readonly texts?: LedgerTexts;
  /** Counts the tokens that AI apps are given. */
  readonly meter?: TokenMeter;
  /** How answers are made smaller; without it, none is. */
  readonly shaping?: RoadShaping;
  /** What people say of servers, for AI apps that find their tools on demand. */
  readonly serverLabels?: ServerLabels;
  /** Sees every call while it happens; undefined when nothing shows calls live. */
  readonly watcher: CallWatcher | undefined;
}

/** Everything that runs: servers, catalogue, relay and endpoint. */
export interface Engine {
  readonly admin: ServerAdmin;
  readonly trust: TrustAdmin;
  readonly relay: RelayPort;
  /** What servers offer, also what is on hold. */
  readonly catalog: Pick<Catalog, 'all' | 'offered'>;
  readonly gateway: GatewayPort;
  /** What an AI app is listed on `/mcp`, as far as it is known; starts nothing. */
  listed(client: ClientIdentity): Aggregate;
  /** What AI apps are shown may be other than before: those that follow lists are told. */
  relisted(): void;
  /** Refuses calls in flight, ends sessions and children; resolves when none is left. */
  close(): Promise<void>;
}

/**
 * Starts the running parts. Refused with a sentence: no port is free. Whoever refuses has ended what it started.
 */
export type EngineFactory = (context: EngineContext) => Promise<Result<Engine>>;
