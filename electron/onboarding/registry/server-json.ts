import { z } from 'zod';

/** What is read of one entry at most. */
const MOST = { packages: 20, remotes: 20, arguments: 100, variables: 50, choices: 100 } as const;

const cut = (max: number) => z.string().transform((text) => text.slice(0, max));
/** A text that is shown and decides nothing: what is wrong with it leaves it out, not its entry. */
const shown = (max: number) => cut(max).optional().catch(undefined);
/** A text that decides something is whole or not there. */
const exact = (max: number) => z.string().max(max);
const flag = z.boolean().optional().catch(undefined);
/** Entries of a list that fit, and how many did not. */
const list = <T>(entry: z.ZodType<T>, max: number) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => {
      const read = all.slice(0, max).map((one) => entry.safeParse(one));
      const items = read.flatMap((one) => (one.success ? [one.data] : []));
      return { items, leftOut: all.length - items.length };
    });

const plainInput = {
  description: shown(2000),
  isRequired: flag,
  isSecret: flag,
  format: z.enum(['string', 'number', 'boolean', 'filepath']).optional().catch(undefined),
  value: exact(8192).optional(),
  default: z.union([exact(8192), z.number().transform(String), z.boolean().transform(String)]).optional(),
  placeholder: shown(500),
  choices: z.array(exact(1000)).max(MOST.choices).optional(),
};
/** A value that a person gives, or that the publisher has fixed. */
const variable = z.object(plainInput);
export type JsonInput = z.infer<typeof variable>;

const variableName = /^[\w.-]{1,100}$/;
const variables = z
  .record(z.string(), z.unknown())
  .optional()
  .transform((given) =>
    Object.entries(given ?? {})
      .slice(0, MOST.variables)
      .flatMap(([name, value]): [string, JsonInput][] => {
        const read = variableName.test(name) ? variable.safeParse(value) : undefined;
        return read?.success === true ? [[name, read.data]] : [];
      }),
  );
const withVariables = { ...plainInput, variables };

const argument = z.union([
  z.object({
    type: z.literal('named'),
    name: exact(200),
    valueHint: shown(200),
    isRepeated: flag,
    ...withVariables,
  }),
  z.object({ type: z.literal('positional'), valueHint: shown(200), isRepeated: flag, ...withVariables }),
]);
export type JsonArgument = z.infer<typeof argument>;

const keyValue = z.object({ name: exact(200).min(1), ...withVariables });
export type JsonKeyValue = z.infer<typeof keyValue>;

const remoteTransport = {
  url: exact(2000),
  headers: list(keyValue, MOST.arguments),
  variables,
};
const remote = z.object({ type: z.enum(['streamable-http', 'sse']), ...remoteTransport });
export type JsonRemote = z.infer<typeof remote>;

const aPackage = z.object({
  registryType: exact(40),
  registryBaseUrl: exact(500).optional(),
  identifier: exact(1000).min(1),
  version: exact(200).optional(),
  fileSha256: exact(64).optional(),
  runtimeHint: exact(100).optional(),
  transport: z.object({ type: exact(40) }).optional(),
  runtimeArguments: list(argument, MOST.arguments),
  packageArguments: list(argument, MOST.arguments),
  environmentVariables: list(keyValue, MOST.arguments),
});
export type JsonPackage = z.infer<typeof aPackage>;

/** Reverse-DNS namespace and name, as the registry checks them. */
export const SERVER_NAME = /^[A-Za-z0-9][A-Za-z0-9.-]{0,199}\/[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

const serverJson = z.object({
  name: z.string().regex(SERVER_NAME),
  title: shown(200),
  description: cut(1000).catch(''),
  version: z
    .string()
    .min(1)
    .max(255)
    .refine((text) => !/[\s\p{Cc}\p{Cf}/\\]/u.test(text)),
  websiteUrl: shown(500),
  repository: z
    .object({ url: shown(500) })
    .optional()
    .catch(undefined),
  packages: list(aPackage, MOST.packages),
  remotes: list(remote, MOST.remotes),
});
export type ServerJson = z.infer<typeof serverJson>;

const time = z
  .string()
  .transform((text) => Date.parse(text))
  .pipe(z.number())
  .optional()
  .catch(undefined);
const official = z
  .object({
    status: z.enum(['active', 'deprecated', 'deleted']).catch('active'),
    statusMessage: shown(1000),
    publishedAt: time,
    updatedAt: time,
    isLatest: z.boolean().catch(false),
  })
  .catch({
    status: 'active',
    statusMessage: undefined,
    publishedAt: undefined,
    updatedAt: undefined,
    isLatest: false,
  });
const META = 'io.modelcontextprotocol.registry/official';

const entry = z.object({
  server: serverJson,
  _meta: z.record(z.string(), z.unknown()).catch({}),
});

/** One version of a server, as a registry has it. */
export interface RegistryEntry {
  readonly server: ServerJson;
  readonly meta: z.infer<typeof official>;
  /** What was said, for a digest of it. */
  readonly raw: unknown;
}

/** Reads one entry; undefined when it cannot be one. Whatever is unknown in it is passed over. */
export function readEntry(raw: unknown): RegistryEntry | undefined {
  const read = entry.safeParse(raw);
  if (!read.success) return undefined;
  const { server, _meta } = read.data;
  return { server, meta: official.parse(_meta[META] ?? {}), raw: (raw as { server: unknown }).server };
}

const page = z.object({
  servers: z.array(z.unknown()).max(500),
  metadata: z
    .object({ nextCursor: z.string().min(1).max(500).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** A page of a registry's list. */
export interface RegistryPage {
  readonly entries: readonly RegistryEntry[];
  /** Entries that cannot be understood. */
  readonly leftOut: number;
  readonly next: string | undefined;
}

/** Reads a page; undefined when it is none. One bad entry is left out and counted, and takes no other with it. */
export function readPage(body: unknown): RegistryPage | undefined {
  const read = page.safeParse(body);
  if (!read.success) return undefined;
  const entries = read.data.servers.flatMap((raw) => readEntry(raw) ?? []);
  return {
    entries,
    leftOut: read.data.servers.length - entries.length,
    next: read.data.metadata?.nextCursor,
  };
}
