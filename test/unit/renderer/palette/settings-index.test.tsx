// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { jump, MARK, settingOf } from '../../../../renderer/features/palette/jump.ts';
import { settingsIn, settingWords } from '../../../../renderer/features/palette/settings-index.ts';
import { SettingsScreen } from '../../../../renderer/features/settings/settings-screen.tsx';
import { de } from '../../../../renderer/i18n/de.ts';
import { en } from '../../../../renderer/i18n/en.ts';
import { speakWith, startI18n } from '../../../../renderer/i18n/i18n.ts';
import { setUp } from '../screens-support.tsx';

const PATIENCE = { timeout: 20_000 };

beforeAll(() => startI18n());
afterEach(async () => {
  cleanup();
  await speakWith('en', en);
});

const settings = () =>
  settingsIn(i18next.getFixedT(i18next.language, [...settingWords])).filter(({ part }) => part === undefined);

async function open() {
  const world = setUp();
  const { container } = world.draw(
    <main>
      <SettingsScreen />
    </main>,
  );
  const last = settings().at(-1)?.label ?? '';
  await screen.findByText(last, undefined, PATIENCE);
  return { ...world, page: container };
}

it.each([
  ['English', 'en', en],
  ['German', 'de', de],
])('finds every setting on the page by its label in %s, each in its own place', async (_, code, texts) => {
  await speakWith(code, texts);
  const { page } = await open();
  const names = settings().map(({ label }) => label);
  await waitFor(() => {
    expect(names.filter((label) => settingOf(page, label) === undefined)).toEqual([]);
  }, PATIENCE);
  const marks = names.map((label) => settingOf(page, label)?.mark);
  expect(names.filter((_, place) => marks.indexOf(marks[place]) !== place)).toEqual([]);
});

it('knows a setting in every group of the page', async () => {
  const { page } = await open();
  const headings = [...page.querySelectorAll('section h2')].map((heading) => heading.textContent);
  const known = new Set(settings().map(({ where }) => where));
  await waitFor(() => expect(headings.length).toBeGreaterThan(8), PATIENCE);
  expect(headings.filter((heading) => heading !== null && !known.has(heading))).toEqual([]);
});

it('knows every switch of the page', async () => {
  const { page } = await open();
  const known = new Set(settings().map(({ label }) => label));
  await waitFor(() => expect(page.querySelectorAll('[role="switch"]').length).toBeGreaterThan(3), PATIENCE);
  const unknown = screen
    .getAllByRole('switch')
    .map((each) => document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent ?? '')
    .filter((label) => !known.has(label));
  expect(unknown).toEqual([]);
});

it('knows everything that is labelled on the page', async () => {
  const { page } = await open();
  const known = new Set(settings().map(({ label }) => label));
  await waitFor(() => expect(page.querySelectorAll('[data-setting]').length).toBeGreaterThan(15), PATIENCE);
  const labels = [...page.querySelectorAll('[data-setting]')].map(
    (item) => item.querySelector('p')?.textContent ?? '',
  );
  expect(labels.filter((label) => !known.has(label))).toEqual([]);
});

it('goes to the control of a setting and marks it, once the page has it', async () => {
  const main = document.createElement('main');
  document.body.append(main);
  jump((page) => settingOf(page, 'Looks'));
  main.innerHTML =
    '<section tabindex="-1"><h2>General</h2><div><p>Looks</p><button>Dark</button></div></section>';
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Dark'), PATIENCE);
  expect(main.querySelector(`[${MARK}]`)?.textContent).toBe('LooksDark');
  main.remove();
});

it('is not led astray by a name that reads like a setting, and gives up when the person goes on', async () => {
  const main = document.createElement('main');
  document.body.append(main);
  main.innerHTML = '<ul><li><p>Looks</p><button>Delete all</button></li></ul>';
  expect(settingOf(main, 'Looks')).toBeUndefined();
  jump((page) => settingOf(page, 'Looks'));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
  main.innerHTML = '<section tabindex="-1"><div><p>Looks</p><button>Dark</button></div></section>';
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(document.activeElement).toBe(document.body);
  main.remove();
});
