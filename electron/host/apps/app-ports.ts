import type { Launch, ServerRecord } from '../../../shared/model/server.ts';
import type { Result } from '../../../shared/result.ts';
import type { AppFiles } from '../../onboarding/apps/app-files.ts';
import type { AppSurroundings } from '../../onboarding/apps/app-spec.ts';
import type { OwnEnds } from '../../onboarding/apps/own-entries.ts';
import type { AppStore } from '../../onboarding/apps/ledger.ts';
import type { Vault } from '../../vault/vault.ts';
import type { ClientRepo } from '../clients/client-repo.ts';
import type { CommandContext } from '../commands.ts';

/** What is told of this machine about AI apps; a host without them knows no apps. */
export interface AppMachine {
  readonly around: AppSurroundings;
  readonly files: AppFiles;
  /** Whether a process of one of these names runs; undefined where nobody can tell. */
  readonly running: (names: readonly string[]) => Promise<boolean | undefined>;
  /** Whether git keeps this file, or would take it with the next commit; true where nobody can tell. */
  readonly gitTracks: (file: string) => Promise<boolean>;
  /** Follows what happens in a folder; gives back what ends that. Throws when the folder cannot be followed. */
  readonly watchFolder: (folder: string, onEvent: (name: string | undefined) => void) => () => void;
  /** Runs something later; gives back what prevents it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** What the part about AI apps works on. */
export interface AppRoomPorts {
  readonly machine: AppMachine;
  readonly store: AppStore;
  readonly servers: () => readonly ServerRecord[];
  readonly addServer: (id: string, launch: Launch, context: CommandContext) => Promise<Result<unknown>>;
  readonly removeServer: (id: string, context: CommandContext) => Promise<Result<unknown>>;
  readonly vault: Pick<Vault, 'state' | 'sentence' | 'set' | 'remove' | 'list'>;
  readonly clients: Pick<ClientRepo, 'find' | 'add' | 'remove' | 'rotate'>;
  /** Ends everything that this identity has open. */
  readonly clientGone: (id: string) => void;
  /** Whether an organisation lets an app of this name connect. */
  readonly allowsClient: (name: string) => boolean;
  /** Apps that an organisation connects without asking, by id or title. */
  readonly silent: () => readonly string[];
  /** Where Doorward is reached, and with what its bridge is started. */
  readonly own: () => OwnEnds;
  /** A launch with its secrets filled in; undefined where they are not at hand. */
  readonly resolved: (launch: Launch) => Launch | undefined;
  /** The profile's folder, where the bridge would not find it by itself. */
  readonly profile: string | undefined;
  /** Takes known secrets out of a text. */
  readonly redact: (text: string) => string;
  readonly now: () => number;
  /** What a window shows of AI apps may be other than before. */
  readonly changed: () => void;
  readonly note: (sentence: string, facts: Readonly<Record<string, string>>) => void;
}
