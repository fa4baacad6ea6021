// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cellOf } from '../../../renderer/features/settings/inspection/chosen-acts.ts';
import { InspectionGroup } from '../../../renderer/features/settings/inspection/inspection-group.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import {
  actFor,
  crossingDirection,
  type InspectionView,
  isLaxer,
  watched,
} from '../../../shared/model/inspection.ts';
import { preset } from '../../../shared/model/policy.ts';
import { arbitraryChoices } from '../host/inspection/arbitrary-choices.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const cell = (name: string) => screen.getByRole('combobox', { name });

async function open() {
  const world = setUp();
  world.draw(<InspectionGroup />);
  await screen.findByText('What Doorward looks for');
  return world;
}

async function choose(user: Awaited<ReturnType<typeof open>>['user'], name: string, option: string) {
  await user.click(cell(name));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('what Doorward looks for', () => {
  it('has names and roles that axe finds nothing wrong with', async () => {
    await open();
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('is a table of what is in force, chosen or by the preset', async () => {
    const { user, given, host } = await open();
    expect(cell('Secrets, to an AI app').textContent).toBe('Mask');
    expect(cell('Hidden text, to an AI app').textContent).toBe('Remove (preset)');
    expect(screen.queryByRole('combobox', { name: 'Data that would leave, to an AI app' })).toBeNull();
    await choose(user, 'A sure injection, to an AI app', 'Block');
    await waitFor(() => expect(cell('A sure injection, to an AI app').textContent).toBe('Block'));
    expect(given('inspection.set')).toEqual([
      { choices: [{ watch: 'injection-high', direction: 'to-app', act: 'block' }] },
    ]);
    await choose(user, 'Secrets, to an AI app', 'Note (preset)');
    await waitFor(() => expect(cell('Secrets, to an AI app').textContent).toBe('Note (preset)'));
    // The exceptions stay.
    expect(host.inspection.acts).toHaveLength(3);
  });

  it('offers nothing that is less than the organisation wants, and says so', async () => {
    const { user } = await open();
    await user.click(cell('Secrets, to a server'));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Ask me (preset)', 'Ask me', 'Block']);
    expect(screen.getByText(/Your organisation wants at least/)).toBeDefined();
  });

  it('keeps the other direction when a choice for both is taken back for one', async () => {
    const world = await open();
    world.host.patch({ inspection: { ...world.host.inspection, acts: [{ watch: 'hidden', act: 'block' }] } });
    await waitFor(() => expect(cell('Hidden text, to an AI app').textContent).toBe('Block'));
    await choose(world.user, 'Hidden text, to an AI app', 'Remove (preset)');
    await waitFor(() => expect(cell('Hidden text, to an AI app').textContent).toBe('Remove (preset)'));
    expect(world.host.inspection.acts).toEqual([{ watch: 'hidden', direction: 'to-server', act: 'block' }]);
  });

  it('lists exceptions and removes exactly the one', async () => {
    const { user, host } = await open();
    const list = screen.getByRole('list', { name: 'Exceptions' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'A sure injection, to an AI app: NoteServer files',
      'Personal data, to a server: BlockAI apps of the role Read only',
    ]);
    await user.click(screen.getByRole('button', { name: /^Remove this exception: Server files/ }));
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
    expect(host.inspection.acts.map(({ watch }) => watch)).toEqual(['secret', 'personal']);
  });

  it('adds an exception, with nothing less than the organisation wants there', async () => {
    const { user, given } = await open();
    await user.click(screen.getByRole('button', { name: 'Add an exception…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add an exception' }));
    const pick = async (field: string, option: string) => {
      await user.click(dialog.getByRole('combobox', { name: field }));
      await user.click(await screen.findByRole('option', { name: option }));
    };
    await pick('Direction', 'To a server');
    await pick('For', 'AI apps of the role Read only');
    await user.click(dialog.getByRole('combobox', { name: 'What happens' }));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Ask me', 'Block']);
    await user.click(options[1] as HTMLElement);
    await user.click(dialog.getByRole('button', { name: 'Add it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(given('inspection.set')).toEqual([
      { choices: [{ watch: 'secret', direction: 'to-server', role: 'read-only', act: 'block' }] },
    ]);
    await screen.findByText('Secrets, to a server: Block');
  });

  it('has a switch for each kind of personal data, and says why one was refused', async () => {
    const { user, given, commands } = await open();
    await user.click(screen.getByRole('checkbox', { name: /^Names/ }));
    await waitFor(() =>
      expect(screen.getByRole('checkbox', { name: /^Names/ }).getAttribute('aria-checked')).toBe('true'),
    );
    expect(given('inspection.personal')).toEqual([
      { types: ['email', 'phone', 'iban', 'card', 'national-id', 'ip', 'name'] },
    ]);
    commands['inspection.personal'] = refuses('locked', 'The keychain is locked.');
    await user.click(screen.getByRole('checkbox', { name: /^E-mail/ }));
    expect((await screen.findByRole('alert')).textContent).toBe('The keychain is locked.');
    expect(screen.getByRole('checkbox', { name: /^E-mail/ }).getAttribute('aria-checked')).toBe('true');
  });
});

describe('a cell of the table', () => {
  it('shows what counts for a remote server without exceptions, and offers nothing below the minimum', () => {
    fc.assert(
      fc.property(
        arbitraryChoices,
        arbitraryChoices,
        fc.constantFrom(...preset.options),
        (acts, demanded, from) => {
          const view = { acts, demanded } as unknown as InspectionView;
          for (const watch of watched.options)
            for (const direction of crossingDirection.options) {
              const { chosen, byPreset, offered } = cellOf(view, from, watch, direction);
              const about = { watch, direction, server: 'none of them', role: 'none of them', remote: true };
              expect(chosen ?? byPreset).toBe(actFor(about, from, acts, demanded));
              const least = actFor(about, from, [{ watch, act: 'pass' }], demanded);
              for (const act of offered) expect(isLaxer(act, least)).toBe(false);
              expect(offered).toContain('block');
            }
        },
      ),
    );
  });
});
