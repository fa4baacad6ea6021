import { z } from 'zod';
import {
  actChoice,
  canaryName,
  canaryView,
  crossingDirection,
  inspectionView,
  labelsView,
  MAX_ACT_CHOICES,
  maskShape,
  maskView,
  personalType,
  serverLabel,
  trial,
  watched,
} from '../model/inspection.ts';
import { serverId } from '../model/server.ts';
import { command } from './command-spec.ts';
import { plainText } from './shapes.ts';

const nothing = z.strictObject({});
const client = plainText(80).min(1);
const bench = {
  text: z.string().max(256 * 1024, 'This text is longer than 262144 characters. Try a part of it.'),
  /** What the text is taken for. */
  as: z.enum(['tool', 'result', 'argument']).default('result'),
  /** A server that it comes from or goes to, and the AI app at the other end; any when left out. */
  server: serverId.optional(),
  client: client.optional(),
};

/** The commands about what is looked for in what crosses, and about where data may flow. */
export const inspectionContract = {
  'inspection.show': command({
    does: 'Shows what is looked for, what happens on a finding, masks, labels, marks and the names of canaries.',
    input: nothing,
    output: inspectionView,
    needsOperator: false,
    progress: false,
  }),
  'inspection.set': command({
    does: 'Chooses what happens on a finding, for everything or for a direction, a server or a role.',
    input: z.strictObject({ choices: z.array(actChoice).min(1).max(MAX_ACT_CHOICES) }),
    output: inspectionView,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'inspection.unset': command({
    does: 'Takes choices back, so that what the preset says counts again.',
    input: z.strictObject({
      watch: watched.optional(),
      direction: crossingDirection.optional(),
      server: serverId.optional(),
      role: z.string().min(1).max(64).optional(),
      /** Only the choice that says exactly this where it holds; else every choice that fits what is given. */
      exact: z.boolean().default(false),
    }),
    output: inspectionView,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'inspection.personal': command({
    does: 'Chooses which personal data is looked for.',
    input: z.strictObject({ types: z.array(personalType).max(8) }),
    output: inspectionView,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'inspection.try': command({
    does: 'Shows what would be found in a text and what would happen to it. Nothing is kept.',
    input: z.strictObject(bench),
    output: trial,
    needsOperator: false,
    progress: false,
  }),
  'mask.list': command({
    does: 'Lists the masks: what is hidden from servers and AI apps, and how.',
    input: nothing,
    output: z.array(maskView),
    needsOperator: false,
    progress: false,
  }),
  'mask.put': command({
    does: 'Adds a mask, or puts another one of this name in its place.',
    input: z.strictObject({ mask: maskShape }),
    output: maskView,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'mask.remove': command({
    does: 'Removes a mask; its texts cross again.',
    input: z.strictObject({ name: z.string().min(1).max(64) }),
    output: z.object({ name: z.string() }),
    needsOperator: true,
    progress: false,
  }),
  'mask.try': command({
    does: 'Shows what a mask would do to a sample. Nothing is kept.',
    input: z.strictObject({ mask: maskShape, sample: z.string().max(64 * 1024) }),
    output: z.object({
      found: z.array(z.object({ start: z.int(), end: z.int() })),
      text: z.string(),
    }),
    needsOperator: false,
    progress: false,
  }),
  'server.label': command({
    does: 'Says of a server whether what it answers is private or untrusted, and whether it shows what it is given to others.',
    input: z.strictObject({
      id: serverId,
      label: serverLabel,
      /** `guess`: what Doorward takes it for. */
      holds: z.enum(['yes', 'no', 'guess']),
    }),
    output: labelsView,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'flow.reset': command({
    does: 'Takes the marks of an AI app away: what it has read until now counts no more.',
    input: z.strictObject({ client }),
    output: z.object({ client: z.string() }),
    needsOperator: true,
    progress: false,
  }),
  'canary.add': command({
    does: 'Makes a value to plant where nobody has business reading it. In a call to a server it is blocked.',
    input: z.strictObject({ name: canaryName }),
    output: z.object({ name: z.string(), value: z.string() }),
    needsOperator: true,
    progress: false,
  }),
  'canary.list': command({
    does: 'Lists the canaries by name, and when one was seen last. Values are never shown.',
    input: nothing,
    output: z.array(canaryView),
    needsOperator: false,
    progress: false,
  }),
  'canary.remove': command({
    does: 'Removes a canary; its value crosses again.',
    input: z.strictObject({ name: canaryName }),
    output: z.object({ name: z.string() }),
    needsOperator: true,
    progress: false,
  }),
} as const;
