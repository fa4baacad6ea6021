import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineFactory } from '../../electron/host/engine.ts';
import { VERSION } from '../../electron/version.ts';
import { everything } from '../fixtures/registry-server/entries.ts';
import { type NpmRegistry, startNpm } from '../fixtures/registry-server/npm.ts';
import { type RegistryScene, registryScene } from '../fixtures/registry-server/scene.ts';

const PACKAGE = '@modelcontextprotocol/server-everything';
let npm: NpmRegistry;
let scene: RegistryScene;
beforeAll(async () => {
  npm = await startNpm(PACKAGE);
  const engine = engineFactory({
    version: VERSION,
    nodePath: process.execPath,
    env: { ...process.env, HOME: npm.home, USERPROFILE: npm.home },
  });
  scene = await registryScene({ engine });
}, 240_000);
afterAll(async () => {
  await scene.remove();
  await npm.close();
});

it('a server of the registry is really installed from npm, in the version that was chosen, and called', async () => {
  const { server } = await scene.must('registry.show', { name: everything.server.name });
  const version = npm.versionOf(PACKAGE);
  expect(server.options[0]).toMatchObject({ kind: 'npm', what: PACKAGE, version });
  const added = await scene.must('registry.install', {
    name: server.name,
    version: server.version,
    digest: server.digest,
    id: 'everything',
    answers: [{ key: 'environment:EVERYTHING_TOKEN', secret: 'canary-of-npm-0815' }],
  });
  expect(added.launch).toMatchObject({
    command: 'npx',
    args: ['-y', `${PACKAGE}@${version}`, 'stdio'],
    env: { EVERYTHING_TOKEN: 'vault:everything-EVERYTHING_TOKEN' },
  });
  // Nothing is fetched before the person says so.
  expect(npm.fetched).toEqual([]);
  const report = await scene.must('server.inspect', { id: 'everything' });
  expect(npm.fetched).toContain(`${PACKAGE}@${version}`);
  expect(report.tools.map(({ name }) => name)).toContain('echo');
  await scene.must('server.approve', { id: 'everything', all: true });
  const client = await scene.client();
  expect(await client.tool('everything__echo', { message: 'through the page' })).toContain(
    'through the page',
  );
  client.close();
}, 240_000);
