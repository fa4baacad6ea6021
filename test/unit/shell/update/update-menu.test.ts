import { describe, expect, it } from 'vitest';
import { appMenu } from '../../../../electron/shell/app-menu.ts';
import { english } from '../support.ts';

const nothing = (): void => {};
const texts = english();
const ports = { texts, devTools: false, open: nothing, settings: nothing, search: nothing, quit: nothing };

describe.each(['darwin', 'win32', 'linux'] as const)('the menu on %s', (platform) => {
  const entries = (lookForUpdate: (() => void) | undefined) =>
    appMenu({ ...ports, platform, lookForUpdate })
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .filter(({ label }) => label === texts.update.look);

  it('has a way to new versions where the app updates itself, and none elsewhere', () => {
    const looked: string[] = [];
    const [entry, ...more] = entries(() => looked.push('looked'));
    expect(more).toEqual([]);
    entry?.click?.(undefined as never, undefined, undefined as never);
    expect(looked).toEqual(['looked']);
    expect(entries(undefined)).toEqual([]);
  });
});
