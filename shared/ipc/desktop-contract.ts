import { z } from 'zod';
import { bundleView } from '../model/registry.ts';
import { command } from './command-spec.ts';

/** Names a bundle that the operating system had Doorward open. The page never sees where its file lies. */
export const bundleTicket = z.string().regex(/^[\w-]{1,40}$/);

/**
 * Why a file that the system had Doorward open is not read: it lies on another computer, is a link, is no file or too
 * large, is not there, or another one was opened since.
 */
export const bundleRefusal = z.enum(['remote', 'link', 'no-file', 'too-large', 'missing', 'gone']);
export type BundleRefusal = z.infer<typeof bundleRefusal>;

export const openedBundle = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    view: bundleView,
    /** Files that were opened with it and that are left out, as there is one at a time. */
    others: z.int(),
  }),
  z.object({ kind: z.literal('refused'), why: bundleRefusal }),
]);
export type OpenedBundle = z.infer<typeof openedBundle>;

/** Names an entry of the window's search, such as `screen settings`: what it is, never what was typed or given. */
export const searchEntry = z
  .string()
  .max(240)
  .regex(/^[a-z]{1,20} [^\p{Cc}]+$/u);

/** So many entries of the search are remembered, more than are shown: some may be gone by then. */
export const USED_LAST = 10;

/** What is known of newer versions of Doorward. */
export const updateView = z.object({
  /**
   * `self`: this copy can look for them. `elsewhere`: it came another way, and so do they. `off`: the organisation does
   * not want it. `unknown`: its settings cannot be read, so nothing is looked for.
   */
  way: z.enum(['self', 'elsewhere', 'off', 'unknown']),
  /** The newer version that was found last. */
  offered: z.string().max(120).optional(),
  /** When somebody last looked; milliseconds since the epoch. */
  lookedAt: z.number().optional(),
  /** The last look came to nothing. */
  failed: z.boolean(),
});
export type UpdateView = z.infer<typeof updateView>;

/** What the desktop app answers of itself: files that the system brought, and its own new versions. */
export const desktopContract = {
  'app.bundle': command({
    does: 'Reads the bundle that the system had Doorward open. Adds and starts nothing.',
    input: z.strictObject({ ticket: bundleTicket }),
    output: openedBundle,
    needsOperator: true,
    progress: false,
  }),
  'app.update': command({
    does: 'Says what is known of new versions, looks for one, or gets the one that was found.',
    input: z.strictObject({
      /** `get` asks the person twice, in dialogs of the system; it answers once that is over. */
      act: z.enum(['show', 'look', 'get']),
    }),
    output: updateView,
    needsOperator: true,
    progress: false,
  }),
  'app.used': command({
    does: 'Says which entries of the search were used last, newest first; with some, remembers those instead.',
    input: z.strictObject({ used: z.array(searchEntry).max(USED_LAST).optional() }),
    output: z.object({ used: z.array(searchEntry) }),
    needsOperator: true,
    progress: false,
  }),
} as const;
