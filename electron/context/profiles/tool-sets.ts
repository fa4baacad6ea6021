import type { ToolProfileState } from '../../../shared/model/tool-profile.ts';
import { exposedName } from '../../catalog/names.ts';
import type { Viewer } from '../../catalog/role-view.ts';
import { profileAt } from './folders.ts';
import { holds, isWithin, meet, type ToolSet, toolSet } from './tool-set.ts';

/** What profiles leave of tools and servers, as the road reads it. Only ever less than without. */
export interface ToolSets {
  /** Tells apart who is left different tools; empty: everything. */
  key(viewer: Viewer): string;
  has(viewer: Viewer, server: string, tool: string): boolean;
  /** Whether a server is there at all: one of which no tool is in the profile is not, with its prompts and resources. */
  hasServer(viewer: Viewer, server: string): boolean;
}

/** So many folders are known at once. */
const MOST_FOLDERS = 1000;
const NOTHING = toolSet([]);

const setOf = ({ profiles, inUse, lost }: ToolProfileState): ToolSet | undefined => {
  if (lost === true) return NOTHING;
  if (inUse === undefined) return undefined;
  // One that is not there any more leaves nothing, not everything.
  return toolSet(profiles.find(({ name }) => name === inUse)?.tools ?? []);
};

const folderSetOf = (
  { profiles }: ToolProfileState,
  folder: string,
  platform: NodeJS.Platform,
): ToolSet | undefined => {
  const found = profileAt(profiles, folder, platform);
  return found && toolSet(found.tools);
};

/**
 * Reads the profiles. Who has a folder is left what is both in the profile in use and in that of the folder: where a
 * bridge is started is said by whoever starts it, so a folder may take tools away and never give any. Attack: an app
 * starts its bridge in the folder of a wider profile to be rid of the one in use. `state` gives another object whenever
 * something in it is other.
 */
export function toolSets(state: () => ToolProfileState, platform: NodeJS.Platform): ToolSets {
  let from: ToolProfileState | undefined;
  let inUse: ToolSet | undefined;
  const inFolder = new Map<string, ToolSet | undefined>();

  const of = ({ folder }: Viewer): ToolSet | undefined => {
    const now = state();
    if (now !== from) {
      from = now;
      inUse = setOf(now);
      inFolder.clear();
    }
    if (folder === undefined || now.profiles.length === 0) return inUse;
    if (inFolder.has(folder)) return inFolder.get(folder);
    const own = folderSetOf(now, folder, platform);
    const both = own === undefined || inUse === undefined ? (own ?? inUse) : meet(inUse, own);
    if (inFolder.size >= MOST_FOLDERS) inFolder.clear();
    inFolder.set(folder, both);
    return both;
  };
  return {
    key: (viewer) => of(viewer)?.key ?? '',
    has(viewer, server, tool) {
      const set = of(viewer);
      return set === undefined || holds(set, exposedName(server, tool));
    },
    hasServer(viewer, server) {
      const set = of(viewer);
      return set === undefined || set.servers.has(server);
    },
  };
}

/**
 * Whether anybody, wherever their bridge is started, is left a tool by `after` that `before` took away. What is asked of
 * is the profile in use and, for every folder that either names, the profile there: any other path is in the deepest of
 * these or in none.
 */
export function givesMoreTools(
  before: ToolProfileState,
  after: ToolProfileState,
  platform: NodeJS.Platform,
): boolean {
  if (!isWithin(setOf(after), setOf(before))) return true;
  return [...before.profiles, ...after.profiles]
    .flatMap(({ folders }) => folders)
    .some((folder) => !isWithin(folderSetOf(after, folder, platform), folderSetOf(before, folder, platform)));
}
