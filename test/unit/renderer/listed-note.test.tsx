// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppsScreen } from '../../../renderer/features/apps/apps-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

async function open() {
  const world = setUp();
  world.draw(<AppsScreen />);
  const list = await screen.findByRole('list', { name: 'AI apps' });
  await world.user.click(within(list).getByRole('button', { name: /Cursor/ }));
  await screen.findByText(/It is listed 97 tools/);
  return world;
}

describe('what an AI app is listed', () => {
  it('says what that costs, and warns where it is more than the app can take', async () => {
    await open();
    expect(screen.getByText(/about 18,420 tokens/)).toBeDefined();
    expect(screen.getByText(/reads at most 80 tools; it is given 97/)).toBeDefined();
    const notes = screen.getByText(/It is listed/).parentElement ?? document.body;
    const { violations } = await axe(notes, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('shows names of tools as nothing but text', async () => {
    await open();
    const warning = screen.getByText(/may have 59 characters/);
    expect(warning.textContent).not.toContain('\u202e');
    expect(warning.parentElement?.textContent).toContain('U+202E');
  });

  it('lets it find its tools on demand, and is silent then', async () => {
    const { user, given } = await open();
    await user.click(screen.getByRole('button', { name: 'Let it find them on demand' }));
    await screen.findByText(/It is listed 3 tools.*It can call 97\./);
    expect(given('client.tools').at(-1)).toMatchObject({ mode: 'on-demand', tools: [] });
    expect(screen.queryByText(/reads at most 80 tools/)).toBeNull();
  });
});
