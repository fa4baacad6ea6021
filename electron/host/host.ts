import type { ServerRecord } from '../../shared/model/server.ts';
import type { Alarm } from '../../shared/model/trust.ts';
import type { ApprovalDesk } from '../approvals/contract.ts';
import type { AccountHere } from '../policy/managed/account.ts';
import type { ManagedRead } from '../policy/managed/read.ts';
import type { AppMachine } from './apps/app-ports.ts';
import type { Front, RunCommand } from './commands.ts';
import type { ProfilePorts } from './open-profile.ts';
import type { Operator } from './operator.ts';
import type { Presence } from './policy/open-policy.ts';
import type { EngineFactory } from './ports.ts';
import type { SettingsInForce } from './settings/settings-in-force.ts';
import type { RegistryNetwork } from './registry/registry-parts.ts';
import type { StateFeed } from './state/host-state.ts';

/** What a host needs from outside. */
export interface HostPorts extends ProfilePorts {
  readonly version: string;
  /** Whether a person has Doorward's own window; decides who may do what loosens something. */
  readonly front: Front;
  /** For this run only; 0 takes any free port. */
  readonly port: number | undefined;
  /** Program and arguments with which AI apps start our bridge, such as `[node, cli.mjs]`. */
  readonly launcher: readonly string[];
  /** Program of the log's worker. */
  readonly logWorker: URL;
  readonly engine: EngineFactory;
  /** What IT set for this computer. */
  readonly readManaged: () => Promise<ManagedRead>;
  /** The account that it is set for: whoever runs this, unless given. */
  readonly account?: AccountHere | undefined;
  /** Whether a person may be at the computer; without it they always are. */
  readonly presence?: Presence | undefined;
  /** This machine, for AI apps; another one in tests. */
  readonly apps?: AppMachine;
  /** Opens a page in the browser that a person has consented to, its whole address before them; absent: nobody can. */
  readonly openUrl?: ((url: string) => void) | undefined;
  /** How registries of servers are reached; the network of this machine unless given. */
  readonly registryNetwork?: RegistryNetwork;
}

/** A running host. */
export interface Host {
  readonly url: string;
  readonly port: number;
  readonly run: RunCommand;
  readonly operator: Operator;
  /** The settings as they hold, whoever chose them. */
  readonly settings: SettingsInForce;
  /** What a window shows; calls are in it only when the host has a window. */
  readonly state: StateFeed;
  /** What a person should know, one sentence each. */
  notices(): readonly string[];
  /** Calls `listener` for every server that is added from now on. */
  onServerAdded(listener: (record: ServerRecord) => void): void;
  /** Calls that wait for a person, and what tells of every change of them. */
  readonly approvals: Pick<ApprovalDesk, 'pending' | 'missed' | 'onChange'>;
  /** Calls `listener` for every change that looks dangerous from now on, also while no window follows the state. */
  onAlarm(listener: (alarm: Alarm) => void): void;
  /** Refuses calls in flight, ends everything, leaves the profile whole. Safe to call twice. */
  close(): Promise<void>;
}
