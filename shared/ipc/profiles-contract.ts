import { z } from 'zod';
import { toolChoice } from '../model/client.ts';
import { MAX_PROFILE_FOLDERS, profileName, toolProfile, toolProfileState } from '../model/tool-profile.ts';
import { command } from './command-spec.ts';
import { plainText } from './shapes.ts';

const { tools } = toolProfile.shape;
/** An absolute path. */
const folder = plainText(4096).min(1);

/** The commands about named sets of tools, and about what the AI apps of a role are listed. */
export const profilesContract = {
  'profile.list': command({
    does: 'Lists the profiles: named sets of tools, which is in use, and their folders.',
    input: z.strictObject({}),
    output: toolProfileState,
    needsOperator: false,
    progress: false,
  }),
  'profile.add': command({
    does: 'Adds a profile: a named set of tools, such as those for work. It counts once it is used.',
    input: z.strictObject({ name: profileName, tools }),
    output: toolProfileState,
    needsOperator: false,
    progress: false,
  }),
  'profile.tools': command({
    does: 'Puts other tools into a profile in place of those that it has.',
    input: z.strictObject({ name: profileName, tools }),
    output: toolProfileState,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'profile.folder': command({
    does: 'Chooses the folders of a profile: an AI app whose bridge is started in one has only the tools of the profile.',
    input: z.strictObject({ name: profileName, folders: z.array(folder).max(MAX_PROFILE_FOLDERS) }),
    output: toolProfileState,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'profile.rename': command({
    does: 'Gives a profile another name.',
    input: z.strictObject({ name: profileName, to: profileName }),
    output: toolProfileState,
    needsOperator: false,
    progress: false,
  }),
  'profile.use': command({
    does: 'Uses a profile for every AI app from now on, or none.',
    input: z.strictObject({
      /** Without it, none. */
      name: profileName.optional(),
    }),
    output: toolProfileState,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'profile.remove': command({
    does: 'Removes a profile that is not in use.',
    input: z.strictObject({ name: profileName }),
    output: toolProfileState,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'role.tools': command({
    does: 'Chooses which tools the AI apps of a role are listed that have no choice of their own.',
    input: z.strictObject({ role: plainText(64).min(1), ...toolChoice.shape }),
    output: toolProfileState,
    needsOperator: 'if-looser',
    progress: false,
  }),
} as const;
