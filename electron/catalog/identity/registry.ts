import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** What a registry publishes about one version of a package: shown at review, and kept with the approval. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  /** `sha512-…` (npm) or `sha256:…` (PyPI, the source archive first). */
  readonly integrity: string;
  /** When this version was published, ms since the epoch; undefined when the registry does not say. */
  readonly publishedAt?: number | undefined;
  /** When the first version was. A package of yesterday is worth a look. */
  readonly createdAt?: number | undefined;
  readonly publisher?: string | undefined;
  readonly versions: number;
  /** The author says not to use it, in these words. */
  readonly deprecated?: string | undefined;
}

export type RegistryFailure = 'malformed' | 'no-such-version';

const npmVersion = z.object({
  dist: z.object({ integrity: z.string().optional(), shasum: z.string().optional() }),
  deprecated: z.union([z.string(), z.boolean()]).optional(),
  _npmUser: z.object({ name: z.string() }).optional(),
});
const packument = z.object({
  name: z.string(),
  'dist-tags': z.record(z.string(), z.string()),
  versions: z.record(z.string(), z.unknown()),
  time: z.record(z.string(), z.unknown()).optional(),
  maintainers: z.array(z.object({ name: z.string() })).optional(),
});

/** Reads an npm packument (`GET /<name>`, the full form). `wanted`: an exact version or a tag; `latest` when absent. */
export function npmFacts(body: unknown, wanted?: string): Result<PackageFacts, RegistryFailure> {
  const read = packument.safeParse(body);
  if (!read.success) return malformed('npm');
  const { name, versions, time, maintainers } = read.data;
  const tags = new Map(Object.entries(read.data['dist-tags']));
  const version =
    wanted !== undefined && Object.hasOwn(versions, wanted) ? wanted : tags.get(wanted ?? 'latest');
  const entry =
    version === undefined || !Object.hasOwn(versions, version)
      ? undefined
      : npmVersion.safeParse(versions[version]);
  if (version === undefined || entry === undefined) return noSuchVersion(name, wanted);
  if (!entry.success) return malformed('npm');
  const { dist, deprecated, _npmUser } = entry.data;
  const integrity = dist.integrity ?? (dist.shasum === undefined ? undefined : `sha1:${dist.shasum}`);
  if (integrity === undefined) return malformed('npm');
  return ok({
    name,
    version,
    integrity,
    publishedAt: moment(time?.[version]),
    createdAt: moment(time?.['created']),
    publisher: (_npmUser?.name ?? maintainers?.[0]?.name)?.slice(0, 200),
    versions: Object.keys(versions).length,
    deprecated:
      typeof deprecated === 'string' && deprecated !== ''
        ? deprecated.slice(0, 300)
        : deprecated === true
          ? 'deprecated'
          : undefined,
  });
}

const pypiFile = z.object({
  packagetype: z.string(),
  digests: z.object({ sha256: z.string() }),
  upload_time_iso_8601: z.string().optional(),
  yanked: z.boolean().optional(),
  yanked_reason: z.string().nullish(),
});
const pypiPage = z.object({
  info: z.object({
    name: z.string(),
    version: z.string(),
    author: z.string().nullish(),
    maintainer: z.string().nullish(),
    author_email: z.string().nullish(),
  }),
  urls: z.array(pypiFile),
  releases: z.record(z.string(), z.array(z.unknown())).optional(),
});

/** Reads PyPI's JSON page of a package or of one version (`GET /pypi/<name>[/<version>]/json`). */
export function pypiFacts(body: unknown, wanted?: string): Result<PackageFacts, RegistryFailure> {
  const read = pypiPage.safeParse(body);
  if (!read.success) return malformed('PyPI');
  const { info, urls, releases } = read.data;
  if (wanted !== undefined && wanted !== info.version) return noSuchVersion(info.name, wanted);
  const file = urls.find((one) => one.packagetype === 'sdist') ?? urls[0];
  if (file === undefined) return noSuchVersion(info.name, info.version);
  const times = Object.values(releases ?? {}).flatMap((files) =>
    files.map((one) => moment((one as { upload_time_iso_8601?: unknown } | null)?.upload_time_iso_8601)),
  );
  const known = times.filter((time) => time !== undefined);
  return ok({
    name: info.name,
    version: info.version,
    integrity: `sha256:${file.digests.sha256}`,
    publishedAt: moment(file.upload_time_iso_8601),
    createdAt: known.length === 0 ? undefined : known.reduce((a, b) => Math.min(a, b)),
    publisher:
      [info.author, info.maintainer, info.author_email]
        .find((one) => one !== null && one !== undefined && one !== '')
        ?.slice(0, 200) ?? undefined,
    versions: Object.keys(releases ?? {}).length,
    deprecated: file.yanked === true ? (file.yanked_reason ?? 'withdrawn').slice(0, 300) : undefined,
  });
}

function moment(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

const malformed = (registry: string) =>
  fail('malformed', `${registry} answered with something that cannot be read. Try again later.`);
const noSuchVersion = (name: string, wanted: string | undefined) =>
  fail('no-such-version', `"${name}" has no version "${wanted ?? 'latest'}".`);
