import type {
  bundleWindowContract,
  InstallOutcome,
  registryContract,
} from '../../../shared/ipc/registry-contract.ts';
import type { BundleView } from '../../../shared/model/registry.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type Archive, BUNDLE_CAPS, openArchive } from '../../onboarding/mcpb/archive.ts';
import { type BundleForm, bundleForm } from '../../onboarding/mcpb/form.ts';
import { type Manifest, readManifest } from '../../onboarding/mcpb/manifest.ts';
import type { RegistryClient } from '../../onboarding/registry/client.ts';
import type { PlannedOption } from '../../onboarding/registry/options.ts';
import type { BundleStore, HeldBundle } from './bundle-store.ts';
import type { Uploads } from './bundle-uploads.ts';
import type { CommandContext, Handlers } from '../commands.ts';
import type { Ask } from './package-fetch.ts';
import { reasonFor } from './package-registry.ts';
import { type AddRequest, type Adder, holdsSecret } from './registry-adder.ts';
import { optionOf } from './registry-commands.ts';

type BundleCommands = Pick<
  Handlers,
  Extract<keyof typeof registryContract, `bundle.${string}`> | keyof typeof bundleWindowContract
>;

/** What the commands about bundles work on. */
export interface BundleCommandPorts {
  readonly store: BundleStore;
  readonly uploads: Uploads;
  readonly registry: RegistryClient;
  readonly adder: Adder;
  /** Fetches the file of a bundle. */
  readonly ask: Ask;
  /** Address of the registry: what lies beside it may be in a private network, as it may itself. */
  readonly base: () => string;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

type Chosen = Pick<AddRequest, 'id' | 'answers' | 'sharing' | 'dryRun'>;

export interface Bundles {
  readonly commands: BundleCommands;
  /** Adds a bundle that a registry names. */
  add(option: PlannedOption, chosen: Chosen, context: CommandContext): Promise<Result<InstallOutcome>>;
}

const DOWNLOAD_MS = 10 * 60_000;
const MANIFEST = 'manifest.json';

/** The commands about bundles. Nothing of a bundle is started by any of them. */
export function bundleCommands(ports: BundleCommandPorts): Bundles {
  const { store, uploads, registry, adder } = ports;

  /** Opens a bundle for `use`, with its manifest read. */
  async function opened<T>(
    held: HeldBundle,
    use: (archive: Archive, manifest: Manifest, folder: string) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const archive = await openArchive(held.file);
    if (!archive.ok) return archive;
    try {
      const json = await archive.value.text(MANIFEST, BUNDLE_CAPS.manifest);
      const manifest = json.ok ? readManifest(json.value) : json;
      if (!manifest.ok) return manifest;
      const { name, version } = manifest.value;
      return await use(archive.value, manifest.value, store.folderOf(name, version, held.sha256));
    } finally {
      archive.value.close();
    }
  }

  function formOf(archive: Archive, manifest: Manifest, folder: string): Result<BundleForm> {
    const files = new Set(archive.entries.filter((one) => !one.folder).map(({ name }) => name));
    const { platform, home } = ports;
    return bundleForm(manifest, { platform, home, folder, has: (path) => files.has(path) });
  }

  const viewOf = (held: HeldBundle): Promise<Result<BundleView>> =>
    opened(held, async (archive, manifest, folder) => {
      const form = formOf(archive, manifest, folder);
      if (!form.ok && form.code !== 'unsupported') return form;
      const { name, version, description, author, server, form: manifestVersion, others } = manifest;
      return ok({
        facts: {
          name,
          ...(manifest.display_name === undefined ? {} : { title: manifest.display_name }),
          version,
          description,
          author: author.name,
          ...(manifest.homepage === undefined ? {} : { homepage: manifest.homepage }),
          ...(manifest.license === undefined ? {} : { license: manifest.license }),
          manifestVersion,
          serverType: server.type,
          tools: (manifest.tools ?? []).slice(0, 200).map((tool) => tool.name.slice(0, 200)),
          others: [...others],
        },
        sha256: held.sha256,
        bytes: held.bytes,
        files: archive.entries.filter((one) => !one.folder).length,
        unpackedBytes: archive.unpackedBytes,
        signature: held.signature,
        inputs: form.ok ? [...form.value.inputs] : [],
        notes: form.ok ? [...form.value.notes] : [],
        ...(form.ok ? {} : { unsupported: form.message }),
        id: adder.freeId(name),
      });
    });

  const install = (
    held: HeldBundle,
    chosen: Chosen,
    context: CommandContext,
  ): Promise<Result<InstallOutcome>> =>
    opened(held, async (archive, manifest, folder) => {
      const form = formOf(archive, manifest, folder);
      if (!form.ok) return form;
      const { notes } = form.value;
      const prepare = async (): Promise<Result<void>> => {
        context.onProgress('Unpacking the bundle…');
        return store.unpack(held, archive, folder);
      };
      return adder.add({ ...chosen, form: form.value, notes, name: manifest.name, prepare }, context);
    });

  /** Downloads the file that a registry names; anything but exactly that file is thrown away. */
  async function download(
    { url, sha256 }: NonNullable<PlannedOption['bundle']>,
    { onProgress }: CommandContext,
  ): Promise<Result<HeldBundle>> {
    const before = store.held(sha256);
    if (before !== undefined) return ok(before);
    onProgress(`Fetching the bundle from ${new URL(url).host}…`);
    let held: Result<HeldBundle>;
    try {
      const trusted = new URL(url).origin === new URL(ports.base()).origin;
      const answer = await ports.ask(url, { signal: AbortSignal.timeout(DOWNLOAD_MS), trusted });
      if (!answer.ok || answer.body === null)
        return fail('unreachable', `The bundle could not be fetched: status ${answer.status}.`);
      held = await store.hold(answer.body);
    } catch (error) {
      return fail('unreachable', `The bundle could not be fetched: ${reasonFor(error)}.`);
    }
    if (!held.ok || held.value.sha256 === sha256) return held;
    await store.drop(held.value);
    return fail(
      'refused',
      'The bundle is not the one that the registry names: its digest is another. It was thrown away.',
    );
  }

  async function hold(
    { path, upload, registry: wanted }: Parameters<BundleCommands['bundle.read']>[0],
    context: CommandContext,
  ): Promise<Result<HeldBundle>> {
    if (path !== undefined) return store.holdFile(path);
    if (upload !== undefined) return uploads.end(upload);
    if (wanted === undefined) return fail('usage', 'Give one bundle.');
    const found = await registry.show(wanted.name, wanted.version);
    if (!found.ok) return found;
    const option = optionOf(found.value, wanted);
    if (!option.ok) return option;
    const { bundle } = option.value;
    return bundle === undefined ? fail('usage', 'This is no bundle.') : download(bundle, context);
  }

  return {
    commands: {
      async 'bundle.receive'({ upload, data }) {
        return uploads.take(upload, Buffer.from(data, 'base64'));
      },
      async 'bundle.read'(source, context) {
        const held = await hold(source, context);
        return held.ok ? viewOf(held.value) : held;
      },
      async 'bundle.install'({ path, sha256, ...chosen }, context) {
        if (!chosen.dryRun && holdsSecret(chosen.answers)) {
          const may = await context.mayLoosen();
          if (!may.ok) return may;
        }
        const known = sha256 === undefined ? undefined : store.held(sha256);
        if (known !== undefined) return install(known, chosen, context);
        if (path === undefined)
          return fail('unknown', 'This bundle is not at hand any more. Open its file again.');
        const held = await store.holdFile(path);
        if (!held.ok) return held;
        return sha256 === undefined || held.value.sha256 === sha256
          ? install(held.value, chosen, context)
          : fail('changed', 'The file is another one by now. Look at it once more.');
      },
    },
    async add({ bundle }, chosen, context) {
      if (bundle === undefined) return fail('usage', 'This is no bundle.');
      const held = await download(bundle, context);
      return held.ok ? install(held.value, chosen, context) : held;
    },
  };
}
