import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHost, type TestHost } from '../fixtures/host.ts';

// What a person sets under "limits" holds in the running host.

const everything = fileURLToPath(new URL('../fixtures/everything/stdio.ts', import.meta.url));
let host: TestHost;
beforeAll(async () => {
  host = await startHost({ settings: { limits: { toolsPerServer: 2 } } });
  await host.must(['server', 'add', 'all', '--', process.execPath, everything]);
});
afterAll(() => host.stop());

test('a server that offers more than was set is cut down, and this is said', async () => {
  const report = (await host.must(['server', 'inspect', 'all'])) as { tools: unknown[]; warnings: string[] };
  expect(report.tools.length).toBe(2);
  expect(report.warnings.join()).toContain('tools/list has more than 2 entries');
});

test('doctor looks for programs where a start does', async () => {
  await host.must(['server', 'add', 'gone', '--', 'no-such-program-here']);
  const { json } = await host.cli(['doctor'], { json: true });
  const { checks } = json as { checks: { name: string; state: string }[] };
  expect(checks.find(({ name }) => name === 'server all')).toMatchObject({ state: 'ok' });
  expect(checks.find(({ name }) => name === 'server gone')).toMatchObject({ state: 'bad' });
});
