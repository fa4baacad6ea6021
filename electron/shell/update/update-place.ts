import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** Where the app lies, and what lies beside it. */
export interface InstalledApp {
  readonly packaged: boolean;
  readonly platform: NodeJS.Platform;
  /** Electron's `process.resourcesPath`. */
  readonly resources: string;
  /** The program itself. */
  readonly executable: string;
  /** Text of a file; undefined when it cannot be read. */
  readonly read: (file: string) => string | undefined;
  readonly exists: (file: string) => boolean;
}

/** What the packer writes beside the app: where updates come from, and on Windows who signs them. */
const packed = z.object({
  provider: z.literal('generic'),
  url: z.url({ protocol: /^https$/ }).max(2000),
  publisherName: z.union([z.string(), z.array(z.string())]).optional(),
});

/**
 * The host that this copy of Doorward gets updates from, or undefined when it must not update itself:
 * - it was not packed, or packed without an address (`app-update.yml`), or with one that is not encrypted;
 * - Linux: packages there carry no signature that could be checked, and come by a package manager or by hand;
 * - Windows: it was not installed by the installer for persons (an MSI is IT's matter), or nobody is named whose signature
 *   an update must carry. The updater would then take any file (attack: an update server that was taken over).
 */
export function updateHost(app: InstalledApp): string | undefined {
  if (!app.packaged || (app.platform !== 'darwin' && app.platform !== 'win32')) return undefined;
  const text = app.read(join(app.resources, 'app-update.yml'));
  const read = packed.safeParse(text === undefined ? undefined : looseYaml(text));
  if (!read.success) return undefined;
  if (app.platform === 'win32') {
    const names = [read.data.publisherName ?? []].flat().filter((name) => name.trim() !== '');
    const installer = join(dirname(app.executable), 'Uninstall Doorward.exe');
    if (names.length === 0 || !app.exists(installer)) return undefined;
  }
  return new URL(read.data.url).hostname;
}

function looseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Which names Chromium may look up: none, but for the host of updates. The page is refused every address by its session
 * besides. A name that is not a plain one adds nothing (attack: a rule of its own behind a comma).
 */
export function resolverRules(host: string | undefined): string {
  const plain = host !== undefined && /^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/.test(host);
  return plain ? `MAP * ~NOTFOUND, EXCLUDE ${host}` : 'MAP * ~NOTFOUND';
}
