import { z } from 'zod';
import { duration, heldCall, missedCall, scope } from '../model/approval.ts';
import { explanation, preset, role, ruleBody, ruleView } from '../model/policy.ts';
import { serverId } from '../model/server.ts';
import { command } from './command-spec.ts';
import { clientView, managedView, plainText, policyAdvice, simulation, statusReport } from './shapes.ts';

const nothing = z.strictObject({});
const done = z.object({ id: z.string() });

/** The commands about what passes, what is asked about and what an organisation manages. */
export const policyContract = {
  'approval.list': command({
    does: 'Lists the calls that wait for a person, oldest first, and those that nobody answered in time.',
    input: nothing,
    output: z.object({ pending: z.array(heldCall), missed: z.array(missedCall) }),
    needsOperator: false,
    progress: false,
  }),
  'approval.allow': command({
    does: 'Lets a call pass that waits, or one retry of a call that was missed.',
    input: z.strictObject({
      id: z.string().min(1).max(80),
      for: duration.default('once'),
      scope: scope.default('args'),
      /** Whether more than this once counts for this AI app or for all of them. */
      apps: z.enum(['this', 'all']).default('this'),
      /** JSON of other arguments, to be sent in place of those of the call; only once. */
      arguments: z
        .string()
        .max(1024 * 1024)
        .optional(),
    }),
    output: z.object({ id: z.string() }),
    needsOperator: true,
    progress: false,
  }),
  'approval.deny': command({
    does: 'Refuses a call that waits; the reason is told to the AI app.',
    input: z.strictObject({ id: z.string().min(1).max(80), reason: z.string().max(300).optional() }),
    output: z.object({ id: z.string() }),
    needsOperator: false,
    progress: false,
  }),
  'rule.list': command({
    does: 'Lists the rules and permissions, each with what it says, its uses and how long it counts.',
    input: nothing,
    output: z.array(ruleView),
    needsOperator: false,
    progress: false,
  }),
  'rule.add': command({
    does: 'Adds a rule: what passes, what is asked for, what is refused.',
    input: ruleBody,
    output: ruleView,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'rule.remove': command({
    does: 'Removes a rule or takes a permission back.',
    input: z.strictObject({ id: z.string().min(1).max(80) }),
    output: done,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'rule.explain': command({
    does: 'Tells why a call was or would be decided as it is, and what would change it.',
    input: z.strictObject({
      /** A call of the log, or what follows. */
      call: z.string().min(1).max(64).optional(),
      client: plainText(80).optional(),
      server: serverId.optional(),
      tool: z.string().max(4096).optional(),
      /** JSON of the arguments. */
      arguments: z
        .string()
        .max(1024 * 1024)
        .optional(),
    }),
    output: explanation,
    needsOperator: false,
    progress: false,
  }),
  'rule.simulate': command({
    does: 'Replays the calls of the last days under other rules and counts what would be asked and refused.',
    input: z.strictObject({
      add: z.array(ruleBody).max(200).default([]),
      remove: z.array(z.string().max(80)).max(1000).default([]),
      preset: preset.optional(),
      days: z.int().min(1).max(365).default(7),
    }),
    output: simulation,
    needsOperator: false,
    progress: false,
  }),
  'rule.suggest': command({
    does: 'Names the narrowest permissions that would have saved repeated questions, and those that nobody uses.',
    input: z.strictObject({ days: z.int().min(1).max(365).default(30) }),
    output: policyAdvice,
    needsOperator: false,
    progress: false,
  }),
  'role.list': command({
    does: 'Lists the roles: which servers and tools an AI app sees, and what it may do.',
    input: nothing,
    output: z.array(role),
    needsOperator: false,
    progress: false,
  }),
  'role.put': command({
    does: 'Adds a role or puts another one in its place.',
    input: role.omit({ builtIn: true }),
    output: role,
    needsOperator: true,
    progress: false,
  }),
  'role.remove': command({
    does: 'Removes a role that no AI app has.',
    input: z.strictObject({ id: z.string().max(64) }),
    output: done,
    needsOperator: true,
    progress: false,
  }),
  'client.role': command({
    does: 'Gives an AI app another role.',
    input: z.strictObject({ client: plainText(80).min(1), role: plainText(64).min(1) }),
    output: clientView,
    needsOperator: true,
    progress: false,
  }),
  'preset.set': command({
    does: 'Chooses what passes where no rule says anything: observe, guarded or strict.',
    input: z.strictObject({ preset }),
    output: statusReport,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'policy.show': command({
    does: 'Shows what an organisation manages here, from where, and what that locks.',
    input: nothing,
    output: managedView,
    needsOperator: false,
    progress: false,
  }),
  'policy.export': command({
    does: 'Makes managed settings of what is chosen here: for Windows, macOS or Linux, with vouchers for approved servers.',
    input: z.strictObject({
      format: z.enum(['json', 'reg', 'mobileconfig', 'admx']).default('json'),
      vouchers: z.boolean().default(false),
    }),
    output: z.object({ files: z.array(z.object({ name: z.string(), base64: z.string() })) }),
    needsOperator: false,
    progress: false,
  }),
  'policy.request': command({
    does: 'Writes a request to allow a server or a tool, for whoever manages Doorward here.',
    input: z.strictObject({ server: serverId, tool: z.string().max(4096).optional() }),
    /** `to`: the e-mail address of whoever manages it, when there is one. */
    output: z.object({ fileName: z.string(), text: z.string(), to: z.string().optional() }),
    needsOperator: false,
    progress: false,
  }),
} as const;
