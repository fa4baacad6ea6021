import { z } from 'zod';
import { toolChoice } from './client.ts';

/** So many profiles of tools, and folders of one, there may be. */
export const MAX_TOOL_PROFILES = 50;
export const MAX_PROFILE_FOLDERS = 20;

/** A tool as `/mcp` lists it (`files__read_file`), or `<server>__*`: a whole server with what it will have. */
export const profileTool = z
  .string()
  .max(128)
  .regex(
    /^[a-z0-9-]{1,20}__(\*|[A-Za-z0-9_-]+)$/,
    'Name tools as they are listed, such as files__read_file, or a whole server as files__*.',
  );

const profileTools = z.array(profileTool).min(1, 'Name at least one tool, or a server as files__*.').max(500);

/** What a person calls a profile of tools. `none` stands for no profile at all. */
export const profileName = z
  .string()
  .trim()
  .min(1, 'A profile needs a name.')
  .max(40, 'The name of a profile has at most 40 characters.')
  .refine((name) => !/\p{Cc}/u.test(name), 'The name must not contain control characters.')
  .refine((name) => name.toLowerCase() !== 'none', '"none" means no profile; choose another name.');

/** A named set of tools. It only ever narrows: what is not in it is not there, what is in it still needs all else. */
export const toolProfile = z.strictObject({
  name: profileName,
  tools: profileTools,
  /** Real paths of folders; the stdio bridge of an app that is started in one is narrowed to this profile. */
  folders: z.array(z.string().min(1).max(4096)).max(MAX_PROFILE_FOLDERS),
});
export type ToolProfile = z.infer<typeof toolProfile>;

/** What is kept of profiles of tools and of what roles are listed. */
export const toolProfileState = z.strictObject({
  profiles: z.array(toolProfile).max(MAX_TOOL_PROFILES),
  /** The name of the one that counts for every AI app. */
  inUse: profileName.optional(),
  /** It was changed outside Doorward and cannot be known any more: no tools until somebody chooses anew. */
  lost: z.literal(true).optional(),
  /** Which tools the AI apps of a role are listed that have no choice of their own. */
  roles: z.array(z.strictObject({ role: z.string().min(1).max(64), tools: toolChoice })).max(500),
});
export type ToolProfileState = z.infer<typeof toolProfileState>;
