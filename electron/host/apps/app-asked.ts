import type { ImportReport } from '../../../shared/ipc/app-contract.ts';
import type {
  AppPlan,
  AppView,
  BehindTheBack,
  ConnectMode,
  ConnectWay,
} from '../../../shared/model/ai-app.ts';
import type { Result } from '../../../shared/result.ts';
import type { CommandContext } from '../commands.ts';

/** What a person asks for when an app is connected. */
export interface Asked {
  readonly app: string;
  readonly mode?: ConnectMode | undefined;
  readonly way?: ConnectWay | undefined;
  readonly bringIn: boolean;
  readonly seen?: string | undefined;
}

/** What came of connecting. */
export interface Connected {
  readonly app: AppView;
  readonly result: 'written' | 'waits' | 'unchanged';
  readonly sentence: string;
  readonly broughtIn: ImportReport['broughtIn'];
  readonly left: ImportReport['left'];
}

/** The AI apps on this machine. Nothing is written without being asked for; acts come one after the other. */
export interface AppRoom {
  views(): readonly AppView[];
  behindTheBack(): readonly BehindTheBack[];
  /** Looks at every file anew. */
  look(): void;
  preview(asked: Asked & { readonly file?: string | undefined }): Promise<Result<AppPlan>>;
  import(
    asked: {
      readonly app: string;
      readonly servers?: readonly string[] | undefined;
      readonly seen?: string | undefined;
      readonly file?: string | undefined;
    },
    context: CommandContext,
  ): Promise<Result<ImportReport>>;
  connect(asked: Asked, context: CommandContext): Promise<Result<Connected>>;
  undo(
    app: string,
  ): Promise<Result<{ app: AppView; result: 'restored' | 'partly' | 'waits'; sentence: string }>>;
  leave(app: string, key: string): Promise<Result<AppView>>;
  /** Does what waits for apps that have quit by now; answers whether something still waits. */
  settle(context: CommandContext): Promise<boolean>;
  /** Connects the apps that an organisation connects without asking, and brings in what appeared in them. */
  silently(context: CommandContext): Promise<void>;
  /** Every file that is worth following. */
  files(): readonly string[];
}
