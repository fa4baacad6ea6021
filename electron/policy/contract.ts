import type { PolicyNames } from '../../shared/texts/policy.ts';
import type { Explanation, Preset, Role, Rule, RuleBody, Ruling } from '../../shared/model/policy.ts';
import type { Effect } from '../../shared/model/review.ts';
import type { Result } from '../../shared/result.ts';
import type { CallFacts } from './facts.ts';

/** Everything that decides, at one version. Immutable. */
export interface PolicyState {
  /** Rules that only tighten, from IT. */
  readonly managed: readonly Rule[];
  readonly person: readonly Rule[];
  readonly roles: readonly Role[];
  readonly preset: Preset;
  /** A person wants to be asked about every call. */
  readonly askAboutEverything: boolean;
  /** Names this run: rules that end with a run are bound to it. */
  readonly run: string;
}

/** What the surroundings know. */
export interface PolicyPorts {
  /** Folders in which a server may read and write without a question, such as those in its start command. */
  readonly folders: (server: string) => readonly string[];
  /** The real path of the longest part of a path that is there; the path itself where nothing is. Synchronous. */
  readonly realPath: (path: string) => string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** Files and folders of Doorward and of AI apps: writing there is a sensitive act (attack 41). */
  readonly ownFiles: () => readonly string[];
  /** The folder a server runs in: relative paths start from there. Without it they count as lying nowhere for certain. */
  readonly workingFolder?: (server: string) => string | undefined;
  /** Whether a folder is there; without it none is, and what is like a path is what lies beside it. */
  readonly isFolder?: (path: string) => boolean;
  /** How explanations call AI apps. */
  readonly names?: PolicyNames;
}

/** A compiled policy: what was prepared once is used for every call. */
export interface Policy {
  decide(facts: CallFacts): Ruling;
  explain(facts: CallFacts): Explanation;
  /** Whether an AI app of this role is shown a server, or this of it. */
  seesServer(role: string, server: string): boolean;
  sees(role: string, server: string, name: string, effect: Effect): boolean;
}

/** Compiles a state. Never throws: a rule that cannot be compiled blocks what it would have been about, and is named in `faults`. */
export type CompilePolicy = (
  state: PolicyState,
  ports: PolicyPorts,
) => { readonly policy: Policy; readonly faults: readonly string[] };

/** Keeps the person's rules, roles and preset; sealed. */
export interface RuleBook {
  /** Rises with every change; decisions are bound to it. */
  readonly version: number;
  rules(): readonly Rule[];
  roles(): readonly Role[];
  preset(): Preset;
  add(body: RuleBody, about: Pick<Rule, 'origin' | 'who'> & { readonly run?: string }): Result<Rule>;
  remove(id: string): Result<Rule>;
  used(id: string, at: number): void;
  usage(id: string): { readonly uses: number; readonly lastUsedAt: number | undefined };
  setPreset(preset: Preset): void;
  putRole(role: Role): Result<Role>;
  removeRole(id: string): Result<Role>;
}
