// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FlowMarksPart } from '../../../renderer/features/apps/flow-marks.tsx';
import { ServerLabels } from '../../../renderer/features/servers/labels/server-labels.tsx';
import { CanariesGroup } from '../../../renderer/features/settings/flow/canaries-group.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const toggle = (name: string) => screen.findByRole('switch', { name });
const isWellFormed = async () => {
  const { violations } = await axe(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};
const CLIENT = { id: 'c1', name: 'Claude Desktop', role: 'default', addedAt: 0 };

describe('the labels of a server', () => {
  it('show what Doorward guesses, and take what a person says instead, and back', async () => {
    const { draw, user, given } = setUp();
    draw(<ServerLabels server="files" />);
    const own = await toggle('Its answers are private');
    expect(own.getAttribute('aria-checked')).toBe('true');
    expect(screen.getAllByText('Doorward’s guess.')).toHaveLength(3);
    await user.click(own);
    await waitFor(() => expect(own.getAttribute('aria-checked')).toBe('false'));
    await user.click(await toggle('Its answers are written by strangers'));
    await waitFor(() => expect(screen.getAllByText('You chose this.')).toHaveLength(2));
    await user.click(button('Go by Doorward’s guess: Its answers are private'));
    await waitFor(() => expect(screen.getAllByText('You chose this.')).toHaveLength(1));
    expect(given('server.label')).toEqual([
      { id: 'files', label: 'private', holds: 'no' },
      { id: 'files', label: 'untrusted', holds: 'yes' },
      { id: 'files', label: 'private', holds: 'guess' },
    ]);
    await isWellFormed();
  });

  it('stay as they are when they may not be changed, and say why', async () => {
    const { draw, user, commands } = setUp();
    commands['server.label'] = refuses('refused', 'Your organisation says so.');
    draw(<ServerLabels server="files" />);
    const own = await toggle('Its answers are private');
    await user.click(own);
    expect(await screen.findByText('Your organisation says so.')).toBeDefined();
    expect(own.getAttribute('aria-checked')).toBe('true');
  });
});

describe('what an AI app has read', () => {
  it('is named by its calls, which lead to Activity, and taken away by a person who confirms it', async () => {
    const { draw, user, given, stores } = setUp();
    draw(<FlowMarksPart client={CLIENT} />);
    const legs = await screen.findByRole('list', { name: 'Private data' });
    expect(within(legs).getByText(/read_text_file of files/)).toBeDefined();
    expect(screen.getByText('Private data and text of strangers')).toBeDefined();
    await isWellFormed();
    await user.click(button('Show the call: search_messages of mail'));
    expect(stores.ui.getState()).toMatchObject({ screen: 'activity', selected: { activity: 'call-9' } });
    await user.click(button('Start afresh'));
    const dialog = await screen.findByRole('dialog', { name: 'Start afresh?' });
    expect(dialog.textContent).toContain('still knows what it has read');
    expect(given('flow.reset')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Start afresh' }));
    await waitFor(() => expect(screen.getByText(/^Nothing private, and nothing of strangers/)).toBeDefined());
    expect(given('flow.reset')).toEqual([{ client: 'c1' }]);
  });

  it('shows names of tools as text, with what is hidden in them', async () => {
    const { draw, host } = setUp();
    draw(<FlowMarksPart client={CLIENT} />);
    await screen.findByRole('list', { name: 'Private data' });
    const leg = { server: 'files', call: 'x', name: '<b>bo\u202Eld</b>', at: Date.now() };
    host.patch({
      inspection: {
        ...host.inspection,
        marks: [{ clientId: 'c1', clientName: 'x', private: [leg], untrusted: [] }],
      },
    });
    await waitFor(() =>
      expect(screen.getByRole('list', { name: 'Private data' }).textContent).toContain('<b>bo'),
    );
    expect(screen.getByRole('list', { name: 'Private data' }).textContent).not.toContain('\u202E');
    expect(document.querySelector('b')).toBeNull();
    expect(screen.queryByRole('list', { name: 'Text of strangers' })).toBeNull();
    expect(screen.getByText(/only one of the two/)).toBeDefined();
  });
});

describe('canaries', () => {
  it('are listed by name, and a new one shows its value once', async () => {
    const { draw, user, given } = setUp();
    draw(<CanariesGroup />);
    const list = await screen.findByRole('list', { name: 'Canaries' });
    expect(within(list).getByText(/Never seen/)).toBeDefined();
    await user.click(button('Add a canary…'));
    await user.type(screen.getByLabelText('Name'), 'old backup');
    await user.click(button('Make it'));
    expect(screen.getByText('There is a canary of this name already.')).toBeDefined();
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), '../x');
    await user.click(button('Make it'));
    expect(screen.getByText(/up to 40 letters/)).toBeDefined();
    expect(given('canary.add')).toEqual([]);
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), 'wiki');
    await user.click(button('Make it'));
    const value = await screen.findByRole('group', { name: 'Value of the canary' });
    expect(value.textContent).toMatch(/\w{8}/);
    await isWellFormed();
    const { textContent } = value;
    await user.click(button('I have planted it'));
    await waitFor(() => expect(within(list).getByText('wiki')).toBeDefined());
    expect(document.body.textContent).not.toContain(textContent);
    await isWellFormed();
  });

  it('are removed by a person who confirms it, or not', async () => {
    const { draw, user, given, commands } = setUp();
    draw(<CanariesGroup />);
    await screen.findByRole('list', { name: 'Canaries' });
    await user.click(button('Remove the canary salary sheet'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    expect(given('canary.remove')).toEqual([]);
    await user.click(button('Remove the canary salary sheet'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByText('salary sheet')).toBeNull());
    commands['canary.remove'] = refuses('locked', 'The vault is locked.');
    await user.click(button('Remove the canary old backup'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('The vault is locked.')).toBeDefined();
    expect(screen.getByText('old backup')).toBeDefined();
  });
});
