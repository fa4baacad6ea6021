// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MasksGroup } from '../../../renderer/features/settings/masks/masks-group.tsx';
import { draftOf, maskOf } from '../../../renderer/features/settings/masks/mask-draft.ts';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import type { MaskShape } from '../../../shared/model/inspection.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

async function open() {
  const world = setUp();
  world.draw(<MasksGroup />);
  const list = await screen.findByRole('list', { name: 'Masks' });
  return { ...world, list };
}

describe('the masks', () => {
  it('are told in words, and those of an organisation cannot be changed', async () => {
    const { list } = await open();
    expect(list.textContent).toContain(
      'Texts like CT-[0-9]{6} are replaced by [Contract] on the way to servers.',
    );
    expect(list.textContent).toContain('Your organisation has set this mask.');
    expect(list.textContent).toContain(
      'The words Miller & Sons, Northwind are replaced by a token on the way to AI apps and to servers.',
    );
    expect(list.textContent).toContain('Also put back for mail.');
    expect(screen.queryByRole('button', { name: 'Edit Contract' })).toBeNull();
    expect(button('Edit Customers')).toBeDefined();
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('are removed once a person has said so twice', async () => {
    const { user, given } = await open();
    await user.click(button('Remove Customers'));
    expect(given('mask.remove')).toEqual([]);
    await user.click(button('Remove it'));
    await waitFor(() => expect(given('mask.remove')).toEqual([{ name: 'Customers' }]));
    await waitFor(() => expect(screen.queryByText('Customers')).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('Customers');
  });

  it('show invisible characters of what a policy brought', async () => {
    const { host } = await open();
    const mask: MaskShape = {
      name: 'Sly',
      find: { words: ['a\u202eb'] },
      way: 'hash',
      direction: 'to-app',
    };
    host.patch({ inspection: { ...host.inspection, masks: [{ mask, managed: true }] } });
    await screen.findByText('Sly');
    expect(screen.getByRole('list', { name: 'Masks' }).textContent).not.toContain('\u202e');
  });
});

describe('a new mask', () => {
  it('is tried while it is written, and kept', async () => {
    const { user, given, commands } = await open();
    commands['mask.try'] = ({ mask, sample }) =>
      Promise.resolve({
        ok: true,
        value: { found: [{ start: 4, end: 13 }], text: sample.replace('CUST-1042', `[[dw:${mask.name}]]`) },
      });
    await user.click(button('Add a mask'));
    expect(button('Keep it').getAttribute('disabled')).not.toBeNull();
    await user.type(field('Name'), 'Customers');
    await user.type(field('Pattern'), 'CUST-\\d+');
    await user.type(field('Try it on a text'), 'for CUST-1042');
    await screen.findByText('1 place would be hidden. This is how the text would read:');
    expect(screen.getByRole('region', { name: 'How the text would read' }).textContent).toBe(
      'for [[dw:Customers]]',
    );
    await user.click(within(screen.getByRole('group', { name: 'With which servers' })).getByText('files'));
    await user.click(button('Keep it'));
    await screen.findByText('There is a mask of this name already.');
    expect(given('mask.put')).toEqual([]);
    await user.type(field('Name'), ' 2');
    await user.click(button('Keep it'));
    await waitFor(() =>
      expect(given('mask.put')).toEqual([
        {
          mask: {
            name: 'Customers 2',
            find: { pattern: 'CUST-\\d+' },
            way: 'reversible',
            direction: 'to-app',
            scope: { servers: ['files'] },
          },
        },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Add a mask' })).toBeNull());
  });

  it('says why a pattern cannot be used, and is not kept like that', async () => {
    const { user, given, commands } = await open();
    commands['mask.try'] = refuses('bad-mask', 'The pattern has a group that is not closed.');
    await user.click(button('Add a mask'));
    await user.type(field('Name'), 'Case');
    await user.type(field('Pattern'), '(a');
    await screen.findByText('The pattern has a group that is not closed.');
    expect(button('Keep it').getAttribute('disabled')).not.toBeNull();
    expect(given('mask.put')).toEqual([]);
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

it('an edited mask is what it was, but for what was changed', () => {
  const mask = {
    name: 'Case',
    find: { words: ['Ann Lee', 'Bo'] },
    ignoreCase: true,
    way: 'reversible',
    direction: 'both',
    scope: { servers: ['files'], clients: ['gone'], tools: ['read'] },
    restoreFor: ['mail'],
  } as const;
  const shape = { ...mask, find: { words: [...mask.find.words] } };
  expect(maskOf(draftOf(shape as never))).toEqual(mask);
  const plain = {
    name: 'x',
    find: { pattern: ' a ' },
    way: 'remove',
    direction: 'to-app',
    replacement: '—',
  } as const;
  expect(maskOf(draftOf(plain))).toEqual(plain);
});
