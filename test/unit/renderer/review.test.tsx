// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Navigation } from '../../../renderer/app/navigation.tsx';
import {
  alarmItem,
  careItem,
  elsewhereItem,
  instructionsItem,
  itemOf,
  newItem,
  renamedItem,
  reviewOf,
  routineItem,
  sampleReviews,
} from '../../../renderer/dev/sample-reviews.ts';
import { NeedsYouScreen } from '../../../renderer/features/needs-you/needs-you-screen.tsx';
import { ServersScreen } from '../../../renderer/features/servers/servers-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { openReview } from './review-support.tsx';
import { clickMadeAt, untilSteady } from './steady.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('Needs you', () => {
  it('has one entry for each server, alarms first, and counts the routine quietly', async () => {
    const { host, draw, user, stores } = setUp();
    host.patch({
      reviews: [reviewOf('files', [routineItem]), reviewOf('mail', [alarmItem, careItem, routineItem])],
      servers: host.servers.filter(({ id }) => id !== 'tickets'),
    });
    draw(<NeedsYouScreen />);
    const rows = await screen.findAllByRole('listitem');
    expect(rows.map((row) => row.textContent?.slice(0, 36))).toEqual([
      'mail: 3 changes are on hold. Some of',
      'weather is new and on hold.uvx weаth',
      'files: 1 change to its wording is on',
    ]);
    expect(rows[0]?.textContent).toMatch(/send_message: It now gives your AI orders/);
    await user.click(button('Review: mail'));
    expect(stores.ui.getState()).toMatchObject({ screen: 'servers', reviewing: 'mail' });
  });

  it('says of one dangerous change exactly what happened', async () => {
    const { host, draw } = setUp();
    host.patch({ reviews: [reviewOf('mail', [{ ...alarmItem, key: 'send\u202Emessage' }])] });
    draw(<NeedsYouScreen />);
    const text =
      'mail: “send⟦U+202E⟧message” changed after you approved it. It is on hold; no app has seen the new text.';
    await screen.findByText((_, element) => element?.tagName === 'P' && element.textContent === text);
  });

  it('tints its count by the loudest of them, and is quiet about servers that are off', async () => {
    const { host, draw } = setUp();
    host.patch({ servers: host.servers.filter(({ id }) => id === 'files' || id === 'mail') });
    const { container } = draw(<Navigation />);
    const tone = () => container.querySelector('[data-tone]')?.getAttribute('data-tone');
    for (const [item, expected] of [
      [routineItem, 'neutral'],
      [careItem, 'hold'],
      [alarmItem, 'alarm'],
    ] as const) {
      act(() => host.patch({ reviews: [reviewOf('mail', [item])] }));
      await waitFor(() => expect(tone()).toBe(expected));
    }
    expect(screen.getByText('1 thing needs you and looks dangerous')).toBeDefined();
    act(() => host.patch({ servers: host.servers.map((server) => ({ ...server, enabled: false })) }));
    await waitFor(() => expect(tone()).toBeUndefined());
  });
});

const detailOf = async (name: string) => {
  const world = setUp();
  world.draw(<ServersScreen />);
  const list = await screen.findByRole('list', { name: 'Servers' });
  await world.user.click(within(list).getByRole('button', { name: new RegExp(`^${name}`) }));
  return world;
};

describe('a new server', () => {
  it('says before it is started why a second look is needed', async () => {
    await detailOf('weather');
    const held = screen.getByRole('region', { name: 'Look at this before you start it' });
    expect(within(held).getByRole('mark').textContent).toBe('weаther');
    const notes = screen.getByRole('list', { name: 'Good to know' });
    expect(notes.textContent).toMatch(/WEATHER_⟦U\+202E⟧KEY/);
    const start = button('Start it to see its tools');
    expect(held.compareDocumentPosition(start) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('says what its tools do, and allows what is clean in the versions that were shown', async () => {
    const { user, given, host } = await detailOf('weather');
    await user.click(button('Start it to see its tools'));
    await screen.findByText('2 tools read and 1 changes things.', undefined, { timeout: 5000 });
    await screen.findByText('1 thing looks dangerous and is not chosen. It stays on hold.');
    const from = screen.getByRole('region', { name: 'Where it comes from' });
    expect(from.textContent).toMatch(/sky⟦U\+200B⟧watch.*pinned to exactly weаther-mcp 1\.2\.0/);
    await user.click(button(/weather__set_home/));
    expect(screen.getByText(/of your server/)).toBeDefined();
    await user.click(button('Choose'));
    const box = (name: RegExp) => screen.getByRole('checkbox', { name });
    expect(box(/^get_alerts/).getAttribute('aria-checked')).toBe('false');
    expect(box(/^get_forecast/).getAttribute('aria-checked')).toBe('true');
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await user.click(box(/^set_home/));
    const items = host.reviews[0]?.items ?? [];
    await user.click(button('Allow 1 tool'));
    await screen.findByRole('switch', { name: 'On' });
    expect(given('server.approve')).toEqual([
      {
        id: 'weather',
        items: items
          .filter(({ key }) => key === 'get_forecast' || key === '')
          .map(({ kind, key, digest }) => ({ kind, key, digest })),
      },
    ]);
    // What was not chosen stays on hold, and is reviewed like any change.
    await screen.findByText('2 changes wait for your review. Some of it looks dangerous.');
  });
});

describe('the tools of an approved server', () => {
  it('are corrected, left off and allowed again, and the history tells of it', async () => {
    const { user, given } = await detailOf('mail');
    await user.click(await screen.findByRole('button', { name: /mail__send_message/ }));
    await user.click(screen.getByRole('combobox', { name: 'What send_message does' }));
    await user.click(await screen.findByRole('option', { name: 'Doorward cannot tell' }));
    await screen.findByText('Saved. send_message: Doorward cannot tell.');
    await user.click(button('Leave off: send_message'));
    await screen.findByText('“send_message” is left off. No AI app sees it or can call it.');
    await user.click(await screen.findByRole('button', { name: 'Allow again: send_message' }));
    await screen.findByText('“send_message” is allowed again.');
    // To take it back accepts no version that nobody has seen.
    expect(given('tool.approve')).toEqual([
      { server: 'mail', items: [{ kind: 'tool', key: 'send_message', digest: '0'.repeat(64) }] },
    ]);
    await user.click(screen.getByRole('tab', { name: 'History' }));
    const entries = within(await screen.findByRole('list', { name: 'History' })).getAllByRole('listitem');
    expect(entries.map((entry) => entry.querySelector('p')?.textContent)).toEqual([
      'You accepted send_message.',
      'You left off send_message.',
      'You corrected what send_message does. To "unknown".',
      'The holder of the operator’s key corrected what send_message does. From "unknown" to "send".',
      'Somebody at this computer’s terminal accepted search_⟦U+202E⟧messages.',
      'You approved the server with 2 items.',
    ]);
  });

  it('say which are on hold, and lead to the review', async () => {
    const { user, host, stores } = await detailOf('mail');
    act(() => host.patch({ reviews: [reviewOf('mail', [alarmItem])] }));
    await user.click(
      await screen.findByRole('button', { name: /mail__send_message.*Dangerous.*Changed: on hold/ }),
    );
    await user.click(button('Review: send_message'));
    expect(stores.ui.getState().reviewing).toBe('mail');
  });
});

describe('a change that was taken back', () => {
  it('is not accepted but taken off the list, at once even where it looked dangerous', async () => {
    const { user, given } = await openReview([reviewOf('mail', [{ ...alarmItem, takenBack: true }])]);
    const card = screen.getByRole('article');
    expect(card.textContent).toMatch(/there is nothing to accept/);
    expect(within(card).queryByRole('button', { name: /^Accept|^Leave off/ })).toBeNull();
    await user.click(within(card).getByRole('button', { name: /^Take off the list: / }));
    await waitFor(() => expect(given('tool.approve')).toHaveLength(1));
    await screen.findByText('Nothing of mail waits for you any more.');
  });
});

describe('the review of a server', () => {
  it('shows everything that changed, and nothing is wrong with its names and roles', async () => {
    await openReview(sampleReviews());
    const cards = screen.getAllByRole('article');
    expect(cards.map((card) => within(card).getByRole('heading', { level: 2 }).textContent)).toEqual([
      'send_message',
      'list_folders',
      'trash_message is now delete_messаge',
      'forward_all',
      'Its instructions for AI apps',
      'search_messages',
    ]);
    expect(cards[0]?.textContent).toMatch(
      /“send_message” changed after you approved it. It is on hold; no app has seen the new text. Calls since it was last seen unchanged: 37./,
    );
    expect(within(cards[2] as HTMLElement).getAllByRole('mark')[0]?.textContent).toBe('delete_messаge');
    expect(within(cards[0] as HTMLElement).getByRole('img', { name: /“Ignore”/ })).toBeDefined();
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('draws what would deceive wherever a server can put text', async () => {
    const evil = '\u202Eevil';
    const { container } = (
      await openReview([
        reviewOf('mail', [
          itemOf({
            key: evil,
            formerKey: evil,
            status: 'renamed',
            said: [[{ key: 'orders.now', params: { quote: evil } }], [{ key: evil, params: { evil } }]],
            places: [{ pointer: '/a', name: evil, kind: 'path' }],
            changes: [{ path: `/inputSchema/properties/${evil}`, op: 'changed', before: evil, after: evil }],
          }),
          itemOf({ key: `${evil}2`, status: 'new', text: { after: evil } }),
        ]),
      ])
    ).draw(null);
    expect(container.ownerDocument.body.textContent).not.toContain('\u202E');
    for (const element of document.querySelectorAll('*'))
      for (const { value } of element.attributes) expect(value).not.toContain('\u202E');
  });

  it('leaves off and accepts exactly what was shown, says what happens next, and goes on to the next', async () => {
    const { user, given } = await openReview([reviewOf('mail', [careItem, newItem, routineItem])]);
    await user.click(button('Accept change: list_folders'));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
    expect(given('tool.approve')).toEqual([
      { server: 'mail', items: [{ kind: 'tool', key: 'list_folders', digest: careItem.digest }] },
    ]);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'forward_all' })),
    );
    await user.click(button('Leave off: forward_all'));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
    expect(given('tool.block')).toEqual([{ server: 'mail', items: [{ kind: 'tool', key: 'forward_all' }] }]);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'forward_all: left off. No AI app sees it or can call it. You can allow it again under Tools.',
    );
    await user.click(button('Accept change: search_messages'));
    await screen.findByText('Nothing of mail waits for you any more.');
    expect(document.activeElement?.textContent).toBe('Nothing of mail waits for you any more.');
  });

  it('turns the server off', async () => {
    const { user, given } = await openReview([reviewOf('mail', [alarmItem])]);
    await user.click(button('Turn off server'));
    await screen.findByText(/“mail” is switched off/);
    expect(given('server.disable')).toEqual([{ id: 'mail' }]);
  });

  it('asks twice, too, where what is written is odd without looking dangerous', async () => {
    const odd = itemOf({
      key: 'forward_all',
      risk: 'care',
      reasons: [
        {
          code: 'orders',
          risk: 'care',
          path: '/description',
          params: { quote: 'Pass along what was said.' },
        },
      ],
    });
    const { user, given } = await openReview([reviewOf('mail', [odd])]);
    await user.click(button('Accept change…: forward_all'));
    const step = await screen.findByRole('group', {
      name: 'Accept this although what is written in it is odd?',
    });
    expect(step.textContent).toMatch(/reads like orders/);
    expect(given('tool.approve')).toEqual([]);
    await untilSteady();
    await user.click(button('Accept it anyway: forward_all'));
    await waitFor(() => expect(given('tool.approve')).toHaveLength(1));
  });

  it('accepts what looks dangerous only in two steps, and no second Enter does it', async () => {
    const { user, given } = await openReview([reviewOf('mail', [alarmItem])]);
    expect(screen.queryByRole('button', { name: /^Accept it anyway/ })).toBeNull();
    button('Accept change…: send_message').focus();
    await user.keyboard('{Enter}{Enter}');
    const step = await screen.findByRole('group', { name: 'Accept this although it looks dangerous?' });
    expect(step.textContent).toMatch(/It now gives your AI orders.*This stands in its description\./);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(button('Accept change…: send_message')));
    await user.keyboard('{Enter}');
    await user.click(button('Accept it anyway: send_message'));
    expect(given('tool.approve')).toEqual([]);
    await untilSteady();
    await user.click(button('Accept it anyway: send_message'));
    await screen.findByText('Nothing of mail waits for you any more.');
    expect(given('tool.approve')).toEqual([
      { server: 'mail', items: [{ kind: 'tool', key: 'send_message', digest: alarmItem.digest }] },
    ]);
  });

  it('does not accept by a click that was made before the second step could be seen', async () => {
    const { user, given } = await openReview([reviewOf('mail', [alarmItem])]);
    const early = performance.now();
    await user.click(button('Accept change…: send_message'));
    await untilSteady();
    act(() => clickMadeAt(early, button('Accept it anyway: send_message')));
    expect(given('tool.approve')).toEqual([]);
    await user.click(button('Accept it anyway: send_message'));
    await waitFor(() => expect(given('tool.approve')).toHaveLength(1));
  });

  it('does not accept by an old click what changed again meanwhile', async () => {
    const { user, host, given, commands } = await openReview([reviewOf('mail', [careItem, routineItem])]);
    const newer = itemOf({
      ...careItem,
      digest: 'f'.repeat(64),
      text: {},
      said: [[{ key: 'gone', params: {} }]],
    });
    const approve = commands['tool.approve'];
    // The host has the newer version already when the click comes; the window hears of it afterwards.
    commands['tool.approve'] = (input) => {
      host.reviews = [reviewOf('mail', [newer, routineItem])];
      return approve(input);
    };
    await user.click(button('Accept change: list_folders'));
    expect(
      (await screen.findByText(/has changed again since it was shown/)).closest('[role=alert]'),
    ).not.toBeNull();
    act(() => host.patch({ reviews: [...host.reviews] }));
    await screen.findByText('It is no longer offered.');
    expect(screen.getByText(/It changed again while you were looking/)).toBeDefined();
    expect(screen.getByText(/has changed again since it was shown/)).toBeDefined();
    await user.click(button('Accept change: list_folders'));
    expect(given('tool.approve')).toHaveLength(1);
    await untilSteady();
    await user.click(button('Accept change: list_folders'));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
    expect(given('tool.approve')[1]).toEqual({
      server: 'mail',
      items: [{ kind: 'tool', key: 'list_folders', digest: 'f'.repeat(64) }],
    });
  });

  it('accepts in a heap only what is routine', async () => {
    const second = itemOf({ ...routineItem, key: 'count_messages', digest: 'e'.repeat(64) });
    const { user, given } = await openReview([reviewOf('mail', [alarmItem, routineItem, second])]);
    await user.click(button('Accept all 2 routine changes'));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
    expect(given('tool.approve')).toEqual([
      {
        server: 'mail',
        items: [
          { kind: 'tool', key: 'search_messages', digest: routineItem.digest },
          { kind: 'tool', key: 'count_messages', digest: 'e'.repeat(64) },
        ],
      },
    ]);
  });

  it('does not offer to accept what nobody can be held to', async () => {
    await openReview([reviewOf('mail', [elsewhereItem, instructionsItem])]);
    const [card] = screen.getAllByRole('article');
    expect(within(card as HTMLElement).queryByRole('button', { name: /^Accept/ })).toBeNull();
    expect(within(card as HTMLElement).getByText(/It cannot be accepted/)).toBeDefined();
    expect(button('Accept change: Its instructions for AI apps')).toBeDefined();
  });

  it('tells a corrected effect once the change is accepted', async () => {
    const { user, given } = await openReview([reviewOf('mail', [renamedItem])]);
    await user.click(screen.getByRole('combobox', { name: /What delete_messаge does/ }));
    await user.click(await screen.findByRole('option', { name: 'Changes things' }));
    expect(given('tool.effect')).toEqual([]);
    await user.click(button(/^Accept change/));
    await waitFor(() =>
      expect(given('tool.effect')).toEqual([{ server: 'mail', tool: renamedItem.key, effect: 'write' }]),
    );
  });

  it('takes several versions of one tool as they are', async () => {
    const other = itemOf({ ...careItem, digest: 'd'.repeat(64) });
    const { user, given } = await openReview([reviewOf('mail', [careItem, other])]);
    expect(screen.getAllByRole('article')).toHaveLength(2);
    expect(screen.queryByText(/It changed again/)).toBeNull();
    const [, second] = screen.getAllByRole('button', { name: 'Accept change: list_folders' });
    await user.click(second as HTMLElement);
    expect(given('tool.approve')).toEqual([
      { server: 'mail', items: [{ kind: 'tool', key: 'list_folders', digest: 'd'.repeat(64) }] },
    ]);
  });

  it('is left by Escape, back to the server', async () => {
    const { user, stores } = await openReview([reviewOf('mail', [careItem])]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('list_folders'));
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'mail' })),
    );
    expect(stores.ui.getState().reviewing).toBeUndefined();
    await user.click(button('Review'));
    await screen.findByRole('heading', { level: 1, name: 'Changes of mail' });
  });
});
