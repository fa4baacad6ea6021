import { z } from 'zod';
import {
  bundleView,
  INSTALL_CAPS,
  installAnswer,
  installProblem,
  registryDetail,
  registryFreshness,
  registrySummary,
} from '../model/registry.ts';
import { launch, serverId, sharing } from '../model/server.ts';
import { command } from './command-spec.ts';
import { plainText, serverView } from './shapes.ts';

/** A name as registries have them: `io.github.someone/something`. */
const registryName = z
  .string()
  .max(400)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9.-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/,
    'The name of a server in a registry looks like "io.github.someone/something".',
  );
const version = plainText(255).min(1);
const optionKey = z
  .string()
  .regex(/^(?:package|remote):\d{1,2}$/, 'An option looks like "package:0" or "remote:0".');
const sha256 = z.string().regex(/^[a-f0-9]{64}$/, 'A digest has 64 characters of 0-9 and a-f.');

const adding = {
  /** Name of the server here; without it a free one is made of its own name. */
  id: serverId.optional(),
  answers: z.array(installAnswer).max(INSTALL_CAPS.inputs).default([]),
  sharing: sharing.default('client'),
  /** Only says what would be added. */
  dryRun: z.boolean().default(false),
};

/** What was added, or what would be. */
const outcome = z.object({
  id: z.string(),
  /** How it is started or reached, whole; values are hidden, references to the vault are not. */
  launch,
  launchReasons: serverView.shape.launchReasons,
  /** What is missing or wrong; with something in it nothing was added. */
  problems: z.array(installProblem),
  notes: z.array(z.string()),
  /** The server, on hold; absent when nothing was added. */
  server: serverView.optional(),
});
export type InstallOutcome = z.infer<typeof outcome>;

/** The commands about registries of servers and about bundles. */
export const registryContract = {
  'registry.search': command({
    does: 'Searches the registry of servers. Adds and starts nothing.',
    input: z.strictObject({
      query: plainText(200).default(''),
      /** From the answer before, for what comes after it. */
      cursor: z.string().min(1).max(500).optional(),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: registryFreshness.extend({
      servers: z.array(registrySummary),
      next: z.string().optional(),
    }),
    needsOperator: false,
    progress: false,
  }),
  'registry.show': command({
    does: 'Shows a server of the registry: what it needs, and in which ways it can be had.',
    input: z.strictObject({
      name: registryName,
      /** The newest when it is left out. */
      version: version.optional(),
      /** Also the versions that there are. */
      versions: z.boolean().default(false),
    }),
    output: registryFreshness.extend({
      server: registryDetail,
      /** A free name for it here. */
      id: z.string(),
      versions: z.array(z.string()).optional(),
    }),
    needsOperator: false,
    progress: false,
  }),
  'registry.install': command({
    does: 'Adds a server of the registry as unreviewed, kept to exactly one version. Nothing of a package is downloaded or started.',
    input: z.strictObject({
      name: registryName,
      version: version.optional(),
      /** The first that can be added when it is left out. */
      option: optionKey.optional(),
      /** Of what was shown; refused when the registry says something else by now. */
      digest: sha256.optional(),
      ...adding,
    }),
    output: outcome,
    needsOperator: 'if-looser',
    progress: true,
  }),
  'bundle.read': command({
    does: 'Reads a bundle (.mcpb): what it says of itself and what it needs. Keeps and starts nothing of it.',
    input: z
      .strictObject({
        /** Whole path of a file on this computer. */
        path: z.string().min(1).max(4096).optional(),
        /** What the window has sent. */
        upload: z.string().max(64).optional(),
        /** A bundle that the registry names; it is downloaded and its digest checked. */
        registry: z
          .strictObject({ name: registryName, version, option: optionKey, digest: sha256.optional() })
          .optional(),
      })
      .refine(
        ({ path, upload, registry }) =>
          [path, upload, registry].filter((one) => one !== undefined).length === 1,
        'Give one bundle.',
      ),
    output: bundleView,
    needsOperator: false,
    progress: true,
  }),
  'bundle.install': command({
    does: 'Unpacks a bundle into the profile and adds its server as unreviewed. Nothing of it is started.',
    input: z
      .strictObject({
        path: z.string().min(1).max(4096).optional(),
        /** The digest of a bundle that was read just now; with a path, the file must still be that one. */
        sha256: sha256.optional(),
        ...adding,
      })
      .refine(
        ({ path, sha256: digest }) => path !== undefined || digest !== undefined,
        'Give the file of a bundle.',
      ),
    output: outcome,
    needsOperator: 'if-looser',
    progress: true,
  }),
} as const;

/** What only the window has: a page has no paths, so what a person drops or picks is sent in pieces. */
export const bundleWindowContract = {
  'bundle.receive': command({
    does: 'Takes a piece of a bundle that the person picked or dropped.',
    input: z.strictObject({
      /** Of the first answer; absent with the first piece. */
      upload: z.string().max(64).optional(),
      /** Base64. */
      data: z
        .string()
        .max(480_000)
        .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'It is not base64.'),
    }),
    output: z.object({ upload: z.string(), bytes: z.number() }),
    needsOperator: true,
    progress: false,
  }),
} as const;
