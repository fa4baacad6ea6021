import type { BundleView, RegistryDetail, RegistrySummary } from '../../shared/model/registry.ts';

const DAY = 24 * 60 * 60_000;

const summary = (
  name: string,
  description: string,
  more: Partial<RegistrySummary> = {},
): RegistrySummary => ({
  name,
  namespace: name.slice(0, name.indexOf('/')),
  description,
  version: '1.4.2',
  kinds: ['npm'],
  status: 'active',
  publishedAt: Date.now() - 40 * DAY,
  ...more,
});

/** Servers of a registry, with everything one should be shown about them. */
export const sampleRegistry: readonly RegistrySummary[] = [
  summary('io.github.skywatch/weather-mcp', 'Forecasts and alerts for any place.', {
    title: 'Weather',
    kinds: ['npm', 'oci', 'remote'],
  }),
  summary('io.github.acme/notes', 'Keeps notes in a folder of yours and finds them again.', {
    kinds: ['mcpb', 'pypi'],
  }),
  summary('com.example/mail', 'Reads and sends mail.\u200B \u202Eseteled\u202C it.', {
    kinds: ['remote'],
    publishedAt: Date.now() - 2 * DAY,
  }),
  summary('io.github.old/calendar', 'Calendar of old.', { status: 'deprecated', version: '0.3.0' }),
  summary('dev.rusty/search', 'Searches the web with a program in Rust.', { kinds: ['other'] }),
];

/** The page of one of them. */
export function sampleDetail(name: string): RegistryDetail | undefined {
  const found = sampleRegistry.find((one) => one.name === name);
  if (found === undefined) return undefined;
  const unsupported = found.kinds.includes('other');
  return {
    ...found,
    isLatest: true,
    updatedAt: Date.now() - 3 * DAY,
    websiteUrl: 'https://example.com/weather',
    repository: 'https://github.com/skywatch/weather-mcp',
    ...(found.status === 'deprecated' ? { statusMessage: 'Use io.github.new/calendar instead.' } : {}),
    digest: 'd'.repeat(64),
    options: unsupported
      ? [
          {
            key: 'package:0',
            kind: 'other',
            label: 'cargo',
            what: 'search',
            version: '1.4.2',
            inputs: [],
            notes: [],
            unsupported:
              'It is a package for Rust, which Doorward does not add by itself. Add it by hand with the command that its publisher gives.',
          },
        ]
      : found.kinds.map((kind, index) =>
          kind === 'remote'
            ? {
                key: 'remote:0',
                kind,
                label: 'streamable-http',
                what: 'https://{region}.example.com/mcp',
                notes: [],
                inputs: [
                  {
                    key: 'address:region',
                    place: 'address' as const,
                    name: 'region',
                    description: 'Where your account is.',
                    type: 'text' as const,
                    required: true,
                    secret: false,
                    multiple: false,
                    choices: ['eu', 'us'],
                  },
                  {
                    key: 'header:Authorization',
                    place: 'header' as const,
                    name: 'Authorization',
                    type: 'text' as const,
                    required: true,
                    secret: true,
                    multiple: false,
                  },
                ],
              }
            : {
                key: `package:${index}`,
                kind,
                label: kind,
                what: kind === 'mcpb' ? 'https://example.com/notes.mcpb' : '@skywatch/weather-mcp',
                version: found.version,
                notes: kind === 'oci' ? ['One of its settings could not be understood and is left out.'] : [],
                inputs: kind === 'mcpb' ? [] : weatherInputs,
              },
        ),
  };
}

const weatherInputs: RegistryDetail['options'][number]['inputs'] = [
  {
    key: 'environment:WEATHER_KEY',
    place: 'environment',
    name: 'WEATHER_KEY',
    description: 'Your key. Get one at https://example.com/keys.',
    type: 'text',
    required: true,
    secret: true,
    multiple: false,
  },
  {
    key: 'environment:UNITS',
    place: 'environment',
    name: 'UNITS',
    description: 'How temperatures are given.',
    type: 'text',
    required: false,
    secret: false,
    multiple: false,
    preset: ['metric'],
    choices: ['metric', 'imperial'],
  },
  {
    key: 'argument:--cache',
    place: 'argument',
    name: '--cache',
    description: 'Folder for what was fetched.',
    type: 'directory',
    required: false,
    secret: false,
    multiple: false,
    placeholder: '/home/ada/.cache/weather',
  },
  {
    key: 'argument:--verbose',
    place: 'argument',
    name: '--verbose',
    description: 'Write more into the log.',
    type: 'boolean',
    required: false,
    secret: false,
    multiple: false,
  },
];

/** A bundle that was read. */
export const sampleBundle: BundleView = {
  facts: {
    name: 'notes',
    title: 'Notes',
    version: '2.1.0',
    description: 'Keeps notes in folders of yours.\nIt can read and write in them.',
    author: 'Ada \u202Ekcalb\u202C Example',
    homepage: 'https://example.com/notes',
    license: 'MIT',
    manifestVersion: '0.3',
    serverType: 'node',
    tools: ['list_notes', 'read_note', 'write_note'],
    others: ['x_theme'],
  },
  sha256: 'ab12'.repeat(16),
  bytes: 482_113,
  files: 212,
  unpackedBytes: 2_310_400,
  signature: 'present',
  inputs: [
    {
      key: 'setting:folders',
      place: 'setting',
      name: 'folders',
      title: 'Folders',
      description: 'Where your notes are.',
      type: 'directory',
      required: true,
      secret: false,
      multiple: true,
      preset: ['/home/ada/Documents'],
    },
    {
      key: 'setting:api_key',
      place: 'setting',
      name: 'api_key',
      title: 'Key for synchronising',
      type: 'text',
      required: false,
      secret: true,
      multiple: false,
    },
    {
      key: 'setting:limit',
      place: 'setting',
      name: 'limit',
      title: 'Largest note (kB)',
      type: 'number',
      required: false,
      secret: false,
      multiple: false,
      preset: ['64'],
      min: 1,
      max: 1024,
    },
  ],
  notes: ['It says that it needs "node" ">=18"; whether that is here shows when it starts.'],
  id: 'notes',
};
