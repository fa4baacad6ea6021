// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Navigation } from '../../../renderer/app/navigation.tsx';
import { sampleMissed, samplePending } from '../../../renderer/dev/sample-policy.ts';
import { NeedsYouScreen } from '../../../renderer/features/needs-you/needs-you-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { untilSteady } from './steady.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

it('lists the gravest first, each with one thing to do', async () => {
  const { host, draw, user, stores } = setUp();
  host.patch({ status: { ...host.status, guard: 'block', notices: ['The disk \u202E is full.'] } });
  draw(<NeedsYouScreen />);
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => row.textContent?.slice(0, 12))).toEqual([
    'Everything i',
    'The disk ⟦U+',
    'tickets cras',
    'weather is n',
  ]);
  await user.click(screen.getByRole('button', { name: 'Review: weather' }));
  expect(stores.ui.getState()).toMatchObject({ screen: 'servers', selected: { servers: 'weather' } });
  await user.click(screen.getByRole('button', { name: 'Check Doorward' }));
  expect(stores.ui.getState().screen).toBe('settings');
  await user.click(screen.getByRole('button', { name: 'Lift' }));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(3));
  expect(document.activeElement?.tagName).toBe('BUTTON');
});

it('says that nothing does, with how often it asked in the calls of the week', async () => {
  const { host, draw } = setUp();
  host.patch({ servers: [] });
  draw(<NeedsYouScreen />);
  await screen.findByText('Nothing needs you.');
  await screen.findByText('19 questions in 4,312 calls this week.');
});

it('does not ask about what was switched off', async () => {
  const { host, draw } = setUp();
  host.patch({ servers: host.servers.map((server) => ({ ...server, enabled: false })) });
  draw(<NeedsYouScreen />);
  await screen.findByText(/Nothing needs you/);
});

/** Answers count once the list has stood still. */

async function asked() {
  const world = setUp();
  world.host.patch({ servers: [], pending: samplePending(), missed: sampleMissed() });
  world.draw(
    <>
      <Navigation />
      <NeedsYouScreen />
    </>,
  );
  const list = await screen.findByRole('list', { name: 'What needs you' });
  const row = (text: RegExp): HTMLElement => {
    const found = [...list.children].find((each) => text.test(each.textContent ?? ''));
    if (!(found instanceof HTMLElement)) throw new Error(`There is no row with ${text}.`);
    return found;
  };
  return { ...world, list, row };
}

describe('a call that waits', () => {
  it('is told with everything a server or an app wrote drawn as text, first of all', async () => {
    const { list, row } = await asked();
    const first = row(/wants to send an e-mail/);
    expect(list.firstElementChild).toBe(first);
    expect(first.textContent).toMatch(/Claude Desktop, through mail, which calls itself “Mail .* Pro”/);
    // The recipient that only looks like bob, and the text that turns around.
    expect(within(first).getAllByRole('mark').length).toBeGreaterThan(0);
    expect(within(first).getByRole('img', { name: /U\+202E/ })).toBeDefined();
    expect(first.textContent).toMatch(/Refused in 0:3\d\./);
    expect(within(first).getByRole('list', { name: 'Why it asks' }).textContent).toMatch(
      /^It sends something out\. /,
    );
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('is allowed once or denied, and the focus stays in the list', async () => {
    const { user, row, given } = await asked();
    await untilSteady();
    await user.click(within(row(/send an e-mail/)).getByRole('button', { name: /^Allow once: / }));
    await waitFor(() => expect(screen.queryByText(/wants to send an e-mail/)).toBeNull());
    expect(given('approval.allow')).toEqual([{ id: 'held-1' }]);
    await waitFor(() => expect(document.activeElement?.tagName).toBe('BUTTON'));
    await untilSteady();
    await user.click(within(row(/run a command/)).getByRole('button', { name: /^Deny: / }));
    await waitFor(() => expect(given('approval.deny')).toEqual([{ id: 'held-2' }]));
  });

  it('is not answered by a click that was meant for what stood there before', async () => {
    const { user, host, row, given } = await asked();
    await untilSteady();
    host.patch({ pending: samplePending().slice(1) });
    await waitFor(() => expect(screen.queryByText(/wants to send an e-mail/)).toBeNull());
    await user.click(within(row(/run a command/)).getByRole('button', { name: /^Allow once: / }));
    expect(given('approval.allow')).toEqual([]);
    await untilSteady();
    await user.click(within(row(/run a command/)).getByRole('button', { name: /^Allow once: / }));
    expect(given('approval.allow')).toEqual([{ id: 'held-2' }]);
  });

  it('stops its clock while somebody looks at its details, and lets it go on afterwards', async () => {
    const { user, row, given } = await asked();
    const details = within(row(/send an e-mail/)).getByRole('button', { name: /^Details: / });
    await user.click(details);
    expect(details.getAttribute('aria-expanded')).toBe('true');
    expect(given('approval.touch')).toEqual([{ id: 'held-1' }]);
    await waitFor(() => expect(row(/send an e-mail/).textContent).toMatch(/clock stands still/));
    expect(row(/send an e-mail/).textContent).toMatch(/send_message.*signed by Anthropic PBC.*Angebot/);
    await user.click(details);
    expect(given('approval.leave')).toEqual([{ id: 'held-1' }]);
  });

  it('says why an answer did not count', async () => {
    const { user, row, commands } = await asked();
    commands['approval.allow'] = refuses('unknown', 'This call does not wait any more.');
    await untilSteady();
    await user.click(within(row(/send an e-mail/)).getByRole('button', { name: /^Allow once: / }));
    expect((await screen.findByRole('alert')).textContent).toBe('This call does not wait any more.');
  });
});

describe('a missed call', () => {
  it('is allowed for one retry, says until when, and counts no more', async () => {
    const { user, row, given } = await asked();
    expect(screen.getByText('4 things')).toBeDefined();
    expect(row(/notes/).textContent).toMatch(/Nobody was at the computer\. Missed 40 min ago\./);
    await untilSteady();
    await user.click(within(row(/notes/)).getByRole('button', { name: /^Allow one retry: / }));
    await waitFor(() =>
      expect(row(/notes/).textContent).toMatch(/the next try passes once until \d\d:\d\d\./),
    );
    expect(given('approval.allow')).toEqual([{ id: 'missed-1' }]);
    expect(within(row(/notes/)).queryByRole('button', { name: /^Allow/ })).toBeNull();
    expect(screen.getByText('3 things')).toBeDefined();
  });

  it('is dismissed, and gone once its retry was served', async () => {
    const { user, host, row, given } = await asked();
    await untilSteady();
    await user.click(within(row(/Invoice 7/)).getByRole('button', { name: /^Dismiss: / }));
    await waitFor(() => expect(screen.queryByText(/Invoice 7/)).toBeNull());
    expect(given('approval.deny')).toEqual([{ id: 'missed-2' }]);
    host.patch({ pending: [], missed: sampleMissed().map((each) => ({ ...each, served: true })) });
    await screen.findByText(/Nothing needs you/);
  });
});

it('leads to one page for all when several servers are new', async () => {
  const { host, draw, user, stores } = setUp();
  const weather = host.servers.filter(({ id }) => id === 'weather');
  host.patch({ servers: [...weather, ...weather.map((server) => ({ ...server, id: 'notes' }))] });
  draw(<NeedsYouScreen />);
  expect((await screen.findByRole('listitem')).textContent).toMatch(
    /2 new servers are on hold.*weather, notes/,
  );
  await user.click(screen.getByRole('button', { name: 'Review all' }));
  expect(stores.ui.getState()).toMatchObject({ screen: 'servers', importing: true });
});
