import { z } from 'zod';

/** What a form of an installation holds at most: more is no form that a person fills in. */
export const INSTALL_CAPS = { inputs: 100, values: 50, text: 8192, secret: 64 * 1024 } as const;

/**
 * One thing that a person says before a server is added. Every text is the publisher's: it is shown as text, and
 * nothing that could hide something comes as a `preset`.
 */
export const installInput = z.object({
  /** Names it in the answers: where its value goes, and its name there, such as `environment:API_KEY`. */
  key: z.string(),
  place: z.enum(['environment', 'argument', 'header', 'address', 'setting']),
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.enum(['text', 'number', 'boolean', 'file', 'directory']),
  required: z.boolean(),
  /** Its value is kept in the vault; the server refers to it. */
  secret: z.boolean(),
  /** Several values may be given. */
  multiple: z.boolean(),
  /** What stands there as long as nobody says otherwise. */
  preset: z.array(z.string()).optional(),
  /** Only these; any value when it is absent. */
  choices: z.array(z.string()).optional(),
  placeholder: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});
export type InstallInput = z.infer<typeof installInput>;

/** What a person said about one input. Without any, its preset holds; an empty list leaves it out. */
export const installAnswer = z.strictObject({
  key: z.string().min(1).max(400),
  values: z.array(z.string().max(INSTALL_CAPS.text)).max(INSTALL_CAPS.values).optional(),
  /** The value of a secret, which goes into the vault. */
  secret: z.string().max(INSTALL_CAPS.secret).optional(),
  /** The name of a secret that is in the vault already. */
  vault: z.string().max(64).optional(),
});
export type InstallAnswer = z.infer<typeof installAnswer>;

/** What is wrong with one answer, or missing, in a sentence. */
export const installProblem = z.object({ key: z.string(), sentence: z.string() });
export type InstallProblem = z.infer<typeof installProblem>;

/** One of the ways in which a server of a registry can be had: a package or an address. */
export const installOption = z.object({
  /** `package:0`, `remote:1`: its place in what the registry says of this version. */
  key: z.string(),
  kind: z.enum(['npm', 'pypi', 'oci', 'mcpb', 'remote', 'other']),
  /** What the registry calls this kind. */
  label: z.string(),
  /** The package, or the address. */
  what: z.string(),
  version: z.string().optional(),
  inputs: z.array(installInput),
  /** What could not be taken over, one sentence each. */
  notes: z.array(z.string()),
  /** Why it cannot be added from here, in a sentence. */
  unsupported: z.string().optional(),
});
export type InstallOption = z.infer<typeof installOption>;

/** `deprecated`: its publisher says not to use it any more. `deleted`: the registry has taken it out. */
export const registryStatus = z.enum(['active', 'deprecated', 'deleted']);

/** A server as a registry lists it. Every text is its publisher's, but `namespace`, which the registry has checked. */
export const registrySummary = z.object({
  name: z.string(),
  /** What stands before the name: who may publish under it. */
  namespace: z.string(),
  title: z.string().optional(),
  description: z.string(),
  version: z.string(),
  /** Kinds of its packages and addresses, each once. */
  kinds: z.array(installOption.shape.kind),
  status: registryStatus,
  publishedAt: z.number().optional(),
});
export type RegistrySummary = z.infer<typeof registrySummary>;

/** How fresh an answer of a registry is. */
export const registryFreshness = z.object({
  /** Host of the registry that was asked. */
  from: z.string(),
  /** When it answered; milliseconds since the epoch. */
  at: z.number(),
  /** It could not be asked now, so this is what it said before; why, in a sentence. */
  stale: z.string().optional(),
  /** Entries that could not be understood and are not shown. */
  leftOut: z.number(),
});
export type RegistryFreshness = z.infer<typeof registryFreshness>;

/** One version of a server, with everything that is needed to add it. */
export const registryDetail = registrySummary.extend({
  statusMessage: z.string().optional(),
  updatedAt: z.number().optional(),
  isLatest: z.boolean(),
  websiteUrl: z.string().optional(),
  repository: z.string().optional(),
  options: z.array(installOption),
  /** Of what the registry said. Adding with it adds what was shown, or nothing. */
  digest: z.string(),
});
export type RegistryDetail = z.infer<typeof registryDetail>;

/** What a bundle says of itself. Every text is its author's. */
export const bundleFacts = z.object({
  name: z.string(),
  title: z.string().optional(),
  version: z.string(),
  description: z.string(),
  author: z.string(),
  homepage: z.string().optional(),
  license: z.string().optional(),
  manifestVersion: z.string(),
  serverType: z.enum(['node', 'python', 'binary', 'uv']),
  /** Names of the tools that it says it has. */
  tools: z.array(z.string()),
  /** Keys of the manifest that mean nothing here. */
  others: z.array(z.string()),
});

/** A bundle that was read, and nothing of which was kept or started. */
export const bundleView = z.object({
  facts: bundleFacts,
  /** Of the whole file. Adding with it adds what was shown, or nothing. */
  sha256: z.string(),
  bytes: z.number(),
  files: z.number(),
  unpackedBytes: z.number(),
  /** `present`: there is a signature, which Doorward does not check. */
  signature: z.enum(['none', 'present']),
  inputs: z.array(installInput),
  notes: z.array(z.string()),
  /** Why it cannot be added here, in a sentence. */
  unsupported: z.string().optional(),
  /** A free name for the server. */
  id: z.string(),
});
export type BundleView = z.infer<typeof bundleView>;
