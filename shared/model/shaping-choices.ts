import { z } from 'zod';
import { serverId } from './server.ts';
import { shaping } from './shaping.ts';

/** So many tools of one server may have a choice of their own. */
export const MOST_SHAPED_TOOLS = 500;

const toolShaping = z.strictObject({ tool: z.string().min(1).max(256), shaping });

/** How answers of one server are made smaller. */
export const serverShaping = z.strictObject({
  /** What counts for tools that have no choice of their own; absent: their answers stay as they are. */
  usual: shaping.exactOptional(),
  /** Tools that have one, by the names that their server gives them. */
  tools: z.array(toolShaping).max(MOST_SHAPED_TOOLS),
});
export type ServerShaping = z.infer<typeof serverShaping>;

/** What a person chose, for the servers of which something was chosen. */
export const shapingChoices = z.strictObject({ servers: z.record(serverId, serverShaping) });
export type ShapingChoices = z.infer<typeof shapingChoices>;

/** How answers of one server are made smaller, for the window and the command line. */
export const shapingView = z.object({ server: serverId, ...serverShaping.shape });
export type ShapingView = z.infer<typeof shapingView>;

/**
 * What a person asks for: nothing (`off`), the good defaults, some steps, or, of a tool, that it follows its server
 * again (`usual`).
 */
export const shapingWish = z.union([z.enum(['off', 'good', 'usual']), shaping]);
export type ShapingWish = z.infer<typeof shapingWish>;
