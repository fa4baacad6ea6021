import { z } from 'zod';
import {
  appId,
  appPlan,
  appView,
  behindTheBack,
  broughtIn,
  connectMode,
  connectWay,
  leftAlone,
} from '../model/ai-app.ts';
import { command } from './command-spec.ts';

const key = z.string().min(1).max(1000);
/** The digest of a preview; absent: whatever the file says now. */
const seen = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .optional();
/** A file to bring in from, where the app has no place of its own for it. */
const file = z.string().min(1).max(4096).optional();

const importReport = z.object({
  app: appId,
  broughtIn: z.array(broughtIn),
  left: z.array(leftAlone),
});
export type ImportReport = z.infer<typeof importReport>;

/** The commands about AI apps on this machine. */
export const appContract = {
  'app.list': command({
    does: 'Lists the AI apps on this machine, the servers of each, and what goes past Doorward.',
    input: z.strictObject({}),
    output: z.object({
      apps: z.array(appView),
      /** Servers that appeared in an app without Doorward. */
      behindTheBack: z.array(behindTheBack),
    }),
    needsOperator: false,
    progress: false,
  }),
  'app.preview': command({
    does: 'Shows what bringing in the servers of an AI app and connecting it would change. Nothing is written.',
    input: z.strictObject({
      app: appId,
      mode: connectMode.optional(),
      way: connectWay.optional(),
      /** Whether servers that Doorward does not have yet are brought in. */
      bringIn: z.boolean().default(true),
      file,
    }),
    output: appPlan,
    needsOperator: false,
    progress: false,
  }),
  'app.import': command({
    does: 'Brings the servers of an AI app in, unreviewed, and moves their secrets into the vault. Its file stays.',
    input: z.strictObject({
      app: appId,
      /** Only these entries, by key or name. */
      servers: z.array(key).max(500).optional(),
      seen,
      file,
    }),
    output: importReport,
    needsOperator: true,
    progress: false,
  }),
  'app.connect': command({
    does: 'Lets an AI app reach its servers through Doorward. Its file is backed up and can be put back.',
    input: z.strictObject({
      app: appId,
      mode: connectMode.optional(),
      way: connectWay.optional(),
      bringIn: z.boolean().default(true),
      seen,
    }),
    output: z.object({
      app: appView,
      /** `written`: done. `waits`: it is written when the app has quit. `unchanged`: there was nothing to write. */
      result: z.enum(['written', 'waits', 'unchanged']),
      sentence: z.string(),
      broughtIn: z.array(broughtIn),
      left: z.array(leftAlone),
    }),
    needsOperator: true,
    progress: false,
  }),
  'app.undo': command({
    does: "Puts an AI app's file back as it was before it was connected.",
    input: z.strictObject({ app: appId }),
    output: z.object({
      app: appView,
      /** `restored`: to the byte. `partly`: the file changed meanwhile, so only Doorward's entries were taken back. */
      result: z.enum(['restored', 'partly', 'waits']),
      sentence: z.string(),
    }),
    needsOperator: false,
    progress: false,
  }),
  'app.leave': command({
    does: 'Leaves a server that appeared in an AI app as it is: past Doorward, and not reported again.',
    input: z.strictObject({ app: appId, server: key }),
    output: appView,
    needsOperator: true,
    progress: false,
  }),
} as const;
