import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';

const text = (max: number) => z.string().max(max);
/** A text that is shown and decides nothing. */
const shown = (max: number) =>
  z
    .string()
    .transform((value) => value.slice(0, max))
    .optional()
    .catch(undefined);

const config = z.object({
  command: text(2000).min(1),
  args: z.array(text(8192)).max(500).optional(),
  env: z.record(text(200), text(8192)).optional(),
});
const mcpConfig = config.extend({
  platform_overrides: z.record(z.string(), config.partial()).optional(),
});

const server = z.object({
  type: z.enum(['node', 'python', 'binary', 'uv'], 'Its server is of a kind that Doorward does not know.'),
  entry_point: text(1000).min(1),
  mcp_config: mcpConfig.optional(),
});

const userOption = z.object({
  type: z.enum(['string', 'number', 'boolean', 'directory', 'file']),
  title: shown(200),
  description: shown(2000),
  required: z.boolean().optional(),
  default: z.union([text(8192), z.number(), z.boolean(), z.array(text(8192)).max(50)]).optional(),
  multiple: z.boolean().optional(),
  sensitive: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});
export type UserOption = z.infer<typeof userOption>;

const VERSIONS = ['0.1', '0.2', '0.3', '0.4'] as const;
const known = z.object({
  manifest_version: z.string().optional(),
  dxt_version: z.string().optional(),
  name: text(200).min(1),
  display_name: shown(200),
  version: text(100).regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,99}$/, 'Its version is none.'),
  description: z.string().transform((value) => value.slice(0, 2000)),
  author: z.object({ name: z.string().transform((value) => value.slice(0, 200)) }),
  homepage: shown(500),
  license: shown(100),
  server,
  tools: z
    .array(z.object({ name: z.string() }))
    .max(5000)
    .optional()
    .catch(undefined),
  compatibility: z
    .object({
      platforms: z.array(z.string()).max(20).optional(),
      runtimes: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  user_config: z.record(z.string().regex(/^[\w.-]{1,100}$/), userOption).optional(),
});

/** The manifest of a bundle, in the parts that mean something here. */
export interface Manifest extends z.infer<typeof known> {
  readonly version: string;
  /** Version of the manifest's own form. */
  readonly form: (typeof VERSIONS)[number];
  /** Names of the keys that are not understood here; what they say is left as it is. */
  readonly others: readonly string[];
}

/** Parts of a manifest that are for shops and pages, and for which there is no place here. */
const PASSED_OVER = new Set([
  '$schema',
  'long_description',
  'icon',
  'icons',
  'screenshots',
  'repository',
  'documentation',
  'support',
  'keywords',
  'tools_generated',
  'prompts',
  'prompts_generated',
  'privacy_policies',
  'localization',
  '_meta',
]);
const MAX_SETTINGS = 100;

/**
 * Reads a manifest, of the forms 0.1 to 0.4, also under its older name. Refused with one sentence: what is no manifest,
 * is of a newer form, or lacks what a start needs. Unknown keys are named and nothing else.
 */
export function readManifest(json: string): Result<Manifest> {
  let raw: unknown;
  try {
    raw = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return malformed('its manifest.json is not JSON');
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return malformed('its manifest.json is no manifest');
  const read = known.safeParse(raw);
  if (!read.success) {
    const issue = read.error.issues[0];
    return malformed(`its manifest.json is wrong at "${(issue?.path ?? []).map(String).join('.')}"`);
  }
  const { manifest_version: current, dxt_version: older } = read.data;
  const form = VERSIONS.find((one) => one === (current ?? older));
  if (form === undefined)
    return current === undefined && older === undefined
      ? malformed('its manifest.json does not say of which form it is')
      : malformed(
          `its manifest.json is of the form ${JSON.stringify((current ?? older ?? '').slice(0, 20))}, and Doorward reads ${VERSIONS[0]} to ${VERSIONS.at(-1)}`,
        );
  if (read.data.server.mcp_config === undefined && read.data.server.type !== 'uv')
    return malformed('its manifest.json does not say how it is started');
  if (Object.keys(read.data.user_config ?? {}).length > MAX_SETTINGS)
    return malformed(`it asks for more than ${MAX_SETTINGS} settings`);
  const others = Object.keys(raw).filter((key) => !Object.hasOwn(known.shape, key) && !PASSED_OVER.has(key));
  return ok({ ...read.data, form, others: others.slice(0, 50).map((key) => key.slice(0, 100)) });
}

const malformed = (what: string) => fail('malformed', `This bundle cannot be used: ${what}.`);
