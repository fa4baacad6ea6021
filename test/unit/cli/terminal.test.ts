import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { atTerminal as start, noTerminal } from './at-terminal.ts';
import { fakeProfile, type Profile } from './fake-host.ts';

const cliFile = fileURLToPath(new URL('../../fixtures/fake-cli.ts', import.meta.url));
const KEY = 'a key of tests';
const atTerminal = (home: string, command: string) => start(cliFile, home, command);

describe.skipIf(noTerminal !== '')(`the terminal where the host runs${noTerminal}`, () => {
  let profile: Profile;
  afterEach(() => profile.remove());

  it('offers to review what was added, acts as the operator, and asks for the key once one is set', async () => {
    profile = fakeProfile();
    const host = atTerminal(profile.home, 'serve --port 0');
    await host.until('doorward> ');
    await profile.run(['server', 'add', 'files', '--', 'node', 'a b.js']);
    expect(await host.until('inspect files / approve files')).toContain('node "a b.js"');
    host.type('approve files');
    await host.until('not been inspected');
    host.type('inspect files');
    await host.until('calls itself "fake 1"');
    host.type('aprove files');
    await host.until('Did you mean "approve"');
    host.type('approve files');
    await host.until('may use "files"');

    const setter = atTerminal(profile.home, 'operator set');
    await setter.until('New operator');
    setter.type(KEY);
    const typed = await setter.until('The same again: ');
    setter.type(KEY);
    expect(typed + (await setter.until('is set.'))).not.toContain(KEY);
    expect(await setter.end()).toBe(0);

    host.type('inspect files');
    await host.until("Operator's key: ");
    host.type('not the key at all');
    await host.until('not the operator');
    host.type('inspect files');
    await host.until("Operator's key: ");
    host.type(KEY);
    await host.until('calls itself');

    const asked = atTerminal(profile.home, 'server enable files');
    await asked.until("Operator's key: ");
    asked.type(KEY);
    await asked.until('switched on');
    expect(await asked.end()).toBe(0);

    host.type('quit');
    expect(await host.end()).toBe(0);
  });
});
