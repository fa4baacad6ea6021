import type { ElectronApplication } from 'playwright/test';
import { expect, test } from './launch.ts';

type Outcome = Record<string, unknown>;

function kept(app: ElectronApplication, name: 'early' | 'late' | 'same' | 'log'): Promise<Outcome> {
  return app.evaluate(
    (_electron, key) => (globalThis as unknown as Record<string, Outcome>)[key] as Outcome,
    name,
  );
}

test.describe('The order of things', () => {
  test('refuses before ready what needs the browser', async ({ launch }) => {
    const early = await kept(await launch('ordering'), 'early');
    expect(early).toMatchObject({ ready: false, register: 'worked', sandbox: 'worked' });
    for (const name of ['window', 'tray', 'session', 'handle', 'fork'])
      expect(early[name], name).not.toBe('worked');
    expect(early['window']).toBe('Cannot create BrowserWindow before app is ready');
    expect(early['registerAgain']).not.toBe('worked');
  });

  test('refuses after ready what Chromium must know when it starts', async ({ launch }) => {
    const app = await launch('ordering');
    await expect.poll(() => kept(app, 'late')).toMatchObject({ ready: true });
    const late = await kept(app, 'late');
    expect(late['register']).toBe(
      'protocol.registerSchemesAsPrivileged should be called before app is ready',
    );
    expect(late['sandbox']).toContain('before app is ready');
  });

  test('becomes ready only when the static imports are done', async ({ launch }) => {
    const app = await launch('ordering');
    await expect.poll(() => kept(app, 'log')).toHaveLength(4);
    const log = (await kept(app, 'log')) as unknown as string[];
    expect(log.slice(0, 2)).toEqual(['imported', 'main']);
    expect(log).toContain('ready');
  });

  test('is one module, however it is imported', async ({ launch }) => {
    const app = await launch('ordering');
    await expect.poll(() => kept(app, 'same')).toEqual({ default: true, require: true, main: true });
  });
});
