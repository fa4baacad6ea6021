// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Phase } from '../../../shared/ipc/window.ts';
import { PhaseScreen } from '../../../renderer/features/phases/phase-screen.tsx';
import { speak, startI18n } from '../../../renderer/i18n/i18n.ts';
import { languages } from '../../../renderer/i18n/languages.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const portTaken = {
  kind: 'failed',
  problem: 'port-taken',
  process: 'no\u202Ede',
  sentence: 'Port 7411 is used by another program.',
  ways: ['replace-keys', 'retry', 'quit'],
} as const;

it('shows the ways of a taken address, the first one first, and draws a hostile program', async () => {
  const { draw, user, given } = setUp();
  const { container } = draw(<PhaseScreen phase={{ ...portTaken, ways: [...portTaken.ways] }} />);
  const heading = screen.getByRole('heading', { level: 1 });
  expect(document.activeElement).toBe(heading);
  expect(screen.getByRole('img', { name: /U\+202E/ })).toBeDefined();
  expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual([
    'Replace keys and start',
    'Try again',
    'Quit',
  ]);
  const { violations } = await axe(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Replace keys and start' }));
  expect(given('app.way')).toEqual([{ way: 'replace-keys' }]);
  // Until the phase changes it must not look as if nothing had happened.
  expect(screen.getByRole('button', { name: 'Replace keys and start' }).getAttribute('aria-busy')).toBe(
    'true',
  );
});

it('says why a way was refused and lets the person try another', async () => {
  const { draw, user, commands } = setUp();
  commands['app.way'] = refuses('refused', 'This way is not offered now.');
  draw(
    <PhaseScreen
      phase={{ kind: 'crashed', sentence: 'A bug.', ways: ['relaunch', 'open-folder', 'quit'] }}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Start again' }));
  expect((await screen.findByRole('alert')).textContent).toBe('This way is not offered now.');
  expect(screen.getByRole('button', { name: 'Quit' }).getAttribute('aria-disabled')).toBeNull();
});

it('opening the folder leaves the other ways open', async () => {
  const { draw, user } = setUp();
  draw(
    <PhaseScreen
      phase={{ kind: 'failed', problem: 'settings', sentence: 'Not JSON.', ways: ['open-folder', 'retry'] }}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Open the folder' }));
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Try again' }).disabled).toBe(false),
  );
});

it('is calm while Doorward starts and stops', () => {
  const { draw } = setUp();
  draw(<PhaseScreen phase={{ kind: 'starting' }} />);
  expect(screen.getAllByRole('status')[0]?.textContent).toBe('Doorward is starting.');
  expect(screen.queryByRole('button', { name: 'Quit' })).toBeNull();
});

describe('what a phase means', () => {
  afterEach(() => act(() => speak('en')));
  const failed = (problem: Extract<Phase, { kind: 'failed' }>['problem'], process?: string) =>
    ({
      kind: 'failed',
      problem,
      sentence: 'ENGLISH /home/ada/settings.json',
      ...(process === undefined ? {} : { process }),
      ways: ['retry'],
    }) satisfies Phase;

  it('is said in the language of the window, and changes with it', async () => {
    const { draw } = setUp();
    draw(<PhaseScreen phase={failed('port-taken', 'evil.exe')} />);
    expect(screen.getByRole('main').textContent).toContain('evil.exe is using Doorward’s address');
    await act(() => speak('de'));
    expect(screen.getByRole('main').textContent).toContain('evil.exe verwendet die Adresse von Doorward');
  });

  it.each(languages.map(({ code }) => code))('needs no English in %s', async (code) => {
    await act(() => speak(code));
    const { draw } = setUp();
    const said = new Set<string>();
    for (const phase of [
      failed('port-taken'),
      failed('profile-locked'),
      { ...failed('profile-locked'), pid: 4711 },
      failed('no-node'),
      failed('no-node-in-clone'),
      failed('bug'),
      { kind: 'crashed', sentence: 'ENGLISH', ways: ['quit'] } satisfies Phase,
    ]) {
      const { unmount } = draw(<PhaseScreen phase={phase} />);
      const text = screen.getByRole('main').textContent;
      expect(text).not.toContain('ENGLISH');
      expect(text).not.toMatch(/means\.|failed\.|\{\{/);
      if (code !== 'en') expect(text).not.toMatch(/\b(?:the|was|is)\b [a-z]+ /);
      said.add(text);
      unmount();
    }
    expect(said.size).toBe(7);
  });

  it.each(['settings', 'other'] as const)('shows what the host says of %s', (problem) => {
    const { draw } = setUp();
    draw(<PhaseScreen phase={failed(problem)} />);
    expect(screen.getByRole('main').textContent).toContain('/home/ada/settings.json');
  });
});
