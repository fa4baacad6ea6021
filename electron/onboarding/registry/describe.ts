import { createHash } from 'node:crypto';
import type { RegistryDetail, RegistrySummary } from '../../../shared/model/registry.ts';
import { optionsOf } from './options.ts';
import type { RegistryEntry } from './server-json.ts';

/** An entry as a list shows it. */
export function summaryOf({ server, meta }: RegistryEntry): RegistrySummary {
  const { name, title, description, version, packages, remotes } = server;
  const kinds = [
    ...packages.items.map(({ registryType }) => kindOf(registryType)),
    ...remotes.items.map(() => 'remote' as const),
  ];
  return {
    name,
    namespace: name.slice(0, name.indexOf('/')),
    ...(title === undefined || title === '' ? {} : { title }),
    description,
    version,
    kinds: [...new Set(kinds)],
    status: meta.status,
    ...(meta.publishedAt === undefined ? {} : { publishedAt: meta.publishedAt }),
  };
}

const KINDS = ['npm', 'pypi', 'oci', 'mcpb'] as const;
const kindOf = (type: string): RegistrySummary['kinds'][number] =>
  KINDS.find((kind) => kind === type) ?? 'other';

/** An entry as its page shows it. */
export function detailOf(entry: RegistryEntry): RegistryDetail {
  const { server, meta } = entry;
  return {
    ...summaryOf(entry),
    isLatest: meta.isLatest,
    ...(meta.statusMessage === undefined ? {} : { statusMessage: meta.statusMessage }),
    ...(meta.updatedAt === undefined ? {} : { updatedAt: meta.updatedAt }),
    ...(server.websiteUrl === undefined ? {} : { websiteUrl: server.websiteUrl }),
    ...(server.repository?.url === undefined ? {} : { repository: server.repository.url }),
    options: optionsOf(server).map(({ option }) => option),
    digest: digestOf(entry),
  };
}

/** Of everything that the registry says of this version: another digest is another server to look at. */
export function digestOf({ raw }: RegistryEntry): string {
  return createHash('sha256').update(JSON.stringify(raw)).digest('hex');
}
