import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notesBundle, notesParts } from '../fixtures/bundles/notes.ts';
import { signatureBlock, type ZipPart, zipOf } from '../fixtures/bundles/zip.ts';
import { socket } from '../fixtures/host-in-process.ts';
import { entry } from '../fixtures/registry-server/entries.ts';
import { type RegistryScene, registryScene } from '../fixtures/registry-server/scene.ts';

// Attack: a file that somebody drops into the window writes where it should not, fills the disk, runs something, or is
// another one when it is unpacked than when it was looked at.

let scene: RegistryScene;
beforeAll(async () => {
  scene = await registryScene();
});
afterAll(() => scene.remove());

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const folders = [{ key: 'setting:folders', values: ['/srv/notes'] }];
/** Everything in a folder, below it. */
const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => (typeof name === 'string' ? name : name.toString()))
    .toSorted();

describe('a bundle', () => {
  it('is looked at, then unpacked for this user alone, and its server is on hold', async () => {
    const bytes = notesBundle();
    const path = scene.file('notes.mcpb', bytes);
    const view = await scene.must('bundle.read', { path });
    expect(view).toMatchObject({
      facts: { name: 'notes', title: 'Notes', serverType: 'node', tools: ['facts'], others: ['x_theme'] },
      sha256: sha(bytes),
      files: 2,
      signature: 'none',
      id: 'notes',
    });
    expect(scene.bundles()).toEqual(['.incoming']);
    const shown = await scene.must('bundle.install', { sha256: view.sha256, dryRun: true, answers: folders });
    expect(scene.bundles()).toEqual(['.incoming']);
    const added = await scene.must('bundle.install', { sha256: view.sha256, answers: folders });
    expect(added.launch).toEqual(shown.launch);
    const name = `notes-2.1.0-${view.sha256.slice(0, 12)}`;
    expect(scene.bundles()).toEqual(['.incoming', name]);
    const folder = join(scene.home, 'bundles', name);
    expect(below(folder)).toEqual(['manifest.json', 'server', 'server/index.js']);
    if (process.platform !== 'win32') {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(statSync(join(folder, 'server/index.js')).mode & 0o777).toBe(0o600);
    }
    expect(added).toMatchObject({
      launch: {
        command: 'node',
        cwd: folder,
        args: [join(folder, 'server/index.js'), '--limit', '64', '/srv/notes'],
      },
      server: { state: 'unreviewed', health: { state: 'stopped' } },
    });
    expect(below(join(scene.home, 'bundles/.incoming'))).toEqual([]);
    await scene.must('server.remove', { id: 'notes' });
  });

  it('really runs, with its secret from the vault and nowhere else, and goes with its server', async () => {
    const path = scene.file('notes.mcpb', notesBundle());
    const secret = 'canary-of-the-bundle-4711';
    await scene.must('bundle.install', {
      path,
      id: 'notes',
      answers: [...folders, { key: 'setting:api_key', secret }, { key: 'setting:limit', values: ['7'] }],
    });
    expect(await scene.must('server.inspect', { id: 'notes', withSecrets: true })).toMatchObject({
      tools: [{ name: 'facts' }],
    });
    await scene.must('server.approve', { id: 'notes', all: true });
    const client = await scene.client();
    const facts = JSON.parse(await client.tool('notes__facts')) as Record<string, unknown>;
    client.close();
    const [folder] = scene.bundles().filter((name) => !name.startsWith('.'));
    expect(facts).toEqual({
      args: ['--limit', '7', '/srv/notes'],
      folder: join(scene.home, 'bundles', folder ?? ''),
      key: secret.length,
      limit: '7',
    });
    for (const name of below(scene.home)) {
      const file = join(scene.home, name);
      if (statSync(file).isFile()) expect(readFileSync(file).includes(secret), name).toBe(false);
    }
    await scene.must('server.remove', { id: 'notes' });
    // Undoing a removal needs the folder for a moment; what is unused goes then, or at the next start.
    scene = await scene.again();
    await expect.poll(() => scene.bundles()).toEqual([]);
  });

  it.each<[string, readonly ZipPart[]]>([
    ['leads out of its folder', [{ name: '../../../evil', data: 'x' }]],
    ['leads to the root', [{ name: '/tmp/doorward-evil', data: 'x' }]],
    [
      'holds a link and a file behind it',
      [
        { name: 'out', data: '/tmp', mode: 0o120777 },
        { name: 'out/evil', data: 'x' },
      ],
    ],
    ['holds a file over another', [{ name: 'SERVER/index.js', data: 'evil' }]],
    ['holds a bomb', [{ name: 'zeros', data: Buffer.alloc(16 * 1024 * 1024) }]],
  ])('that %s leaves nothing behind', async (_what, more) => {
    const before = scene.bundles().filter((name) => name !== '.incoming');
    const path = scene.file('evil.mcpb', zipOf(notesParts({}, more)));
    for (const command of ['bundle.read', 'bundle.install'] as const)
      expect(
        await scene.run(command, { path, ...(command === 'bundle.install' ? { answers: folders } : {}) }),
      ).toMatchObject({
        ok: false,
        code: 'malformed',
        message: expect.stringMatching(/^This bundle cannot be used: /) as string,
      });
    expect(scene.bundles().filter((name) => name !== '.incoming')).toEqual(before);
    expect(existsSync('/tmp/doorward-evil')).toBe(false);
    expect(existsSync(join(dirname(scene.home), 'evil'))).toBe(false);
  });

  it('whose bytes are not what it says is not half unpacked', async () => {
    const parts = notesParts({}, [{ name: 'server/big.bin', data: 'x'.repeat(100_000), saysBytes: 10 }]);
    const path = scene.file('liar.mcpb', zipOf(parts));
    expect(await scene.run('bundle.install', { path, id: 'liar', answers: folders })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/Nothing was added/) as string,
    });
    expect(scene.bundles().filter((name) => !name.startsWith('.incoming'))).toEqual([]);
    expect((await scene.must('server.list', {})).length).toBe(0);
  });

  it('that is exchanged after it was looked at is not unpacked', async () => {
    const path = scene.file('swapped.mcpb', notesBundle());
    const { sha256 } = await scene.must('bundle.read', { path });
    scene.file('swapped.mcpb', notesBundle({ description: 'another' }));
    // What was looked at was copied, so the copy is what is unpacked.
    const added = await scene.must('bundle.install', { path, sha256, id: 'copy', answers: folders });
    expect(added.launch).toMatchObject({ cwd: expect.stringContaining(sha256.slice(0, 12)) as string });
    await scene.must('server.remove', { id: 'copy' });
    expect(
      await scene.run('bundle.install', { path, sha256: 'a'.repeat(64), answers: folders }),
    ).toMatchObject({
      ok: false,
      code: 'changed',
    });
  });

  it('that is signed is read without its signature, and said to be signed by nobody known', async () => {
    const signed = Buffer.concat([notesBundle(), signatureBlock()]);
    const counted = zipOf(notesParts(), signatureBlock());
    for (const bytes of [signed, counted]) {
      const view = await scene.must('bundle.read', { path: scene.file('signed.mcpb', bytes) });
      expect(view).toMatchObject({ signature: 'present', sha256: sha(bytes), files: 2 });
    }
  });

  it('may only be a file', async () => {
    const link = join(dirname(scene.file('x.mcpb', notesBundle())), 'link.mcpb');
    if (!existsSync(link)) symlinkSync('/dev/zero', link);
    for (const path of ['/dev/zero', link, scene.home, '/nowhere/x.mcpb'])
      expect(await scene.run('bundle.read', { path })).toMatchObject({ ok: false });
  });

  it('comes from a page in pieces, and only whole', async () => {
    const bytes = notesBundle();
    const half = Math.ceil(bytes.length / 2);
    const send = (part: Buffer, upload?: string) =>
      scene.must('bundle.receive', {
        data: part.toString('base64'),
        ...(upload === undefined ? {} : { upload }),
      });
    const { upload } = await send(bytes.subarray(0, half));
    await send(bytes.subarray(half), upload);
    expect(await scene.must('bundle.read', { upload })).toMatchObject({ sha256: sha(bytes) });
    expect(await scene.run('bundle.read', { upload })).toMatchObject({ ok: false, code: 'unknown' });
    expect(await scene.run('bundle.receive', { upload: 'other', data: 'AAAA' })).toMatchObject({ ok: false });
    expect(await scene.host.run('bundle.receive', { data: 'AAAA' }, socket('key'))).toMatchObject({
      ok: false,
      code: 'usage',
    });
  });

  it('left half unpacked by a crash is gone at the next start', async () => {
    for (const name of ['.new-abc', '.old-abc', '.incoming', 'unused-1.0.0-0123456789ab']) {
      mkdirSync(join(scene.home, 'bundles', name), { recursive: true });
      writeFileSync(join(scene.home, 'bundles', name, 'x'), 'x');
    }
    scene = await scene.again();
    await expect.poll(() => scene.bundles()).toEqual([]);
  });
});

describe('a bundle that the registry names', () => {
  const name = 'io.example/notes';
  const listed = (bytes: Buffer, version: string) => {
    scene.registry.files.set('notes.mcpb', bytes);
    scene.registry.entries = [
      entry({
        name,
        version,
        description: 'x',
        packages: [
          {
            registryType: 'mcpb',
            identifier: 'https://files.example/notes.mcpb',
            version,
            fileSha256: sha(notesBundle()),
            transport: { type: 'stdio' },
          },
        ],
      }),
    ];
  };

  it('is fetched when a person wants to look, and is exactly the one that is named', async () => {
    listed(notesBundle(), '2.1.0');
    const { server } = await scene.must('registry.show', { name });
    expect(scene.fetched).toEqual([]);
    const view = await scene.must('bundle.read', {
      registry: { name, version: '2.1.0', option: 'package:0', digest: server.digest },
    });
    expect(view).toMatchObject({ facts: { name: 'notes' }, inputs: [{}, {}, {}] });
    const added = await scene.must('registry.install', { name, id: 'listed', answers: folders });
    expect(added.server).toMatchObject({ state: 'unreviewed' });
    expect(scene.fetched).toHaveLength(1);
    await scene.must('server.remove', { id: 'listed' });
  });

  it('is thrown away when it is another one', async () => {
    listed(notesBundle({ description: 'another' }), '2.1.1');
    expect(
      await scene.run('bundle.read', { registry: { name, version: '2.1.1', option: 'package:0' } }),
    ).toMatchObject({
      ok: false,
      code: 'refused',
      message: expect.stringMatching(/its digest is another/) as string,
    });
    expect(await scene.run('registry.install', { name, version: '2.1.1', answers: folders })).toMatchObject({
      ok: false,
      code: 'refused',
    });
    expect(
      await scene.run('bundle.install', {
        sha256: sha(notesBundle({ description: 'another' })),
        answers: folders,
      }),
    ).toMatchObject({ ok: false });
  });
});
