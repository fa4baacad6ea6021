import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHost, type TestHost } from '../fixtures/host.ts';

// What `server add` is typed in is not where the server runs later: a path that is not whole must not end it with
// nothing but an exit code.

describe('a server whose paths are not whole', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startHost();
  });
  afterAll(() => host.stop());

  it('gets the whole path of a file that is there', async () => {
    const { stdout } = await host.cli([
      'server',
      'add',
      'whole',
      '--',
      process.execPath,
      './package.json',
      '-x',
    ]);
    const path = resolve('package.json');
    expect(stdout).toContain(`"./package.json" is taken as ${path}.`);
    expect(await host.must(['server', 'show', 'whole'])).toMatchObject({
      launch: { args: [path, '-x'] },
    });
  });

  it('is told of at once when there is no such file, and again when it ends', async () => {
    const added = await host.cli(['server', 'add', 'gone', '--', process.execPath, './no-such-server.js']);
    expect(added.stdout).toContain('There is no "./no-such-server.js" in this folder.');
    const looked = await host.cli(['server', 'inspect', 'gone']);
    expect(looked.code).not.toBe(0);
    expect(looked.stderr).toContain('ended with exit code 1');
    expect(looked.stderr).toContain('The last it wrote: "Error: Cannot find module');
    expect(looked.stderr).toMatch(/The file ".*no-such-server\.js" is not there\. Add the server again/);
  });

  it('that writes hostile text as its last words is quoted, and draws nothing', async () => {
    const script = join(host.home, 'hostile.mjs');
    writeFileSync(
      script,
      String.raw`process.stderr.write('Error: \u001b[2J\u202Eall is well\n'); process.exit(3);`,
    );
    await host.must(['server', 'add', 'hostile', '--', process.execPath, script]);
    const looked = await host.cli(['server', 'inspect', 'hostile']);
    expect(looked.stderr).toContain('ended with exit code 3');
    expect(looked.stderr).toContain('all is well');
    // oxlint-disable-next-line no-control-regex
    expect(looked.stderr).not.toMatch(/[\u001b\u202e]/);
  });
});
