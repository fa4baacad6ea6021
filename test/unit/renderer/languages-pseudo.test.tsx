// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { Frame } from '../../../renderer/app/frame.tsx';
import { screens } from '../../../renderer/app/screens.ts';
import { sampleApps, sampleBehindTheBack } from '../../../renderer/dev/fake-apps.ts';
import {
  managedByCompany,
  ownRole,
  sampleMissed,
  samplePending,
  sampleRules,
} from '../../../renderer/dev/sample-policy.ts';
import { questions } from '../../../renderer/dev/sample-questions.ts';
import { sampleReviews } from '../../../renderer/dev/sample-reviews.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { speakWith } from '../../../renderer/i18n/i18n.ts';
import { languages } from '../../../renderer/i18n/languages.ts';
import { PSEUDO, pseudoCatalogue } from '../../../renderer/i18n/pseudo.ts';
import { PopupApp } from '../../../renderer/popup/popup-app.tsx';
import { createStores } from '../../../renderer/store/stores.ts';
import { hasPseudo, strayTexts } from './stray-texts.ts';
import { openPopup } from './popup/kit.tsx';
import { setUp } from './screens-support.tsx';

beforeAll(() => speakWith(PSEUDO, pseudoCatalogue(en)));
afterEach(cleanup);

/** Drawn as they are: ids, names that the person gave, protocol words, languages by their own names. */
const DATA = new Set<string>([...languages.map(({ name }) => name), 'http://localhost:3000']);

async function openAll() {
  const world = setUp();
  const { host } = world;
  world.draw(<Frame />);
  await waitFor(() => expect(hasPseudo(document.body)).toBe(true));
  host.patch({
    reviews: sampleReviews(),
    pending: samplePending(),
    missed: sampleMissed(),
    rules: sampleRules(),
    roles: [...host.roles, ownRole],
    managed: managedByCompany,
    apps: [...sampleApps],
    behindTheBack: sampleBehindTheBack(),
  });
  return {
    ...world,
    data: new Set([...DATA, ...host.servers.map(({ id }) => id), ...host.clients.map(({ name }) => name)]),
  };
}

it.each(screens.map(({ id }) => id))(
  'the screen %s has no visible text outside the catalogue',
  async (id) => {
    const { stores, data } = await openAll();
    stores.ui.getState().navigate(id);
    await waitFor(() => expect(document.querySelector('main h1')?.textContent).toContain('⁅'));
    await waitFor(() => expect(document.querySelectorAll('main *').length).toBeGreaterThan(20));
    expect(strayTexts(document.body, data)).toEqual([]);
  },
);

it('the parts behind the screens have none either', async () => {
  const { stores, data, host, user } = await openAll();
  const { navigate } = stores.ui.getState();
  const look = async (): Promise<void> => {
    await waitFor(() => expect(hasPseudo(document.body)).toBe(true));
    expect(strayTexts(document.body, data)).toEqual([]);
  };
  for (const { id } of host.servers) {
    navigate('servers', id);
    await look();
    const tabs = document.querySelectorAll<HTMLElement>('main [role=tab]');
    for (const tab of tabs) {
      await user.click(tab);
      await look();
    }
  }
  for (const { id } of host.clients) {
    navigate('apps', id);
    await look();
  }
  navigate('activity', host.snapshot().state.calls.at(-1)?.call);
  await look();
  for (const place of [1, 2]) {
    const buttons = document.querySelectorAll<HTMLElement>('main header button');
    const button = buttons[place];
    if (button !== undefined) await user.click(button);
    await look();
    const first = document.querySelector<HTMLElement>('main header button');
    if (first !== null) await user.click(first);
  }
});

it('a text that somebody wrote into a component is found, also one that is only spoken', () => {
  const page = document.createElement('div');
  page.innerHTML =
    '<main><p>Stray</p><p><bdi>server text</bdi></p><p>⁅Ášķ⁆</p><button title="Spoken">x1</button><p>340 ms</p><p>files</p></main>';
  expect(strayTexts(page, new Set(['files']))).toEqual(['p: Stray', 'button: x1', 'button[title]: Spoken']);
});

it.each(Object.keys(questions))('the question %s has no visible text outside the catalogue', async (name) => {
  const { desk, popup } = openPopup(questions[name]?.() ?? []);
  render(<PopupApp popup={popup} ports={{ bridge: desk.bridge, stores: createStores(), now: Date.now }} />);
  await screen.findByRole('alertdialog');
  expect(hasPseudo(document.body)).toBe(true);
  expect(strayTexts(document.body, DATA)).toEqual([]);
});
