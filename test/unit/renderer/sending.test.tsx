// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SendGroup } from '../../../renderer/features/settings/sending/send-group.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

async function open() {
  const world = setUp();
  world.draw(<SendGroup />);
  const list = await screen.findByRole('list', { name: 'Where your log is sent' });
  return { ...world, list };
}

describe('where the log is sent', () => {
  it('is listed with how it goes; what an organisation set cannot be removed', async () => {
    const { list } = await open();
    const [organisation, siem] = within(list).getAllByRole('listitem');
    expect(organisation?.textContent).toContain('Set by your organisation.');
    expect(organisation?.textContent).toContain('Everything is there.');
    expect(siem?.textContent).toContain('312 records wait.');
    expect(siem?.textContent).toContain('7 records were removed');
    expect(siem?.textContent).toContain('nothing listens there');
    expect(screen.queryByRole('button', { name: 'Remove the destination organisation' })).toBeNull();
    expect((await axe(list)).violations).toEqual([]);
  });

  it('can be tested and removed', async () => {
    const { user, given } = await open();
    await user.click(button('Test siem'));
    expect((await screen.findByRole('alert')).textContent).toContain('nothing listens there');
    await user.click(button('Remove the destination siem'));
    await user.click(button('Remove'));
    await waitFor(() => expect(given('send.remove')).toEqual([{ name: 'siem' }]));
    await waitFor(() => expect(screen.queryByText('siem')).toBeNull());
  });

  it('takes a new one, says what is wrong with it, and keeps keys in the vault', async () => {
    const { user, given } = await open();
    await user.click(button('Add a destination…'));
    await user.type(field('Name'), 'corp');
    await user.type(field('Address'), 'http://collector.example.com');
    await user.click(button('Send the log there'));
    expect((await screen.findByRole('dialog')).textContent).toContain('could be read on the way');
    await user.clear(field('Address'));
    await user.type(field('Address'), 'https://collector.example.com');
    await user.type(field('Header with a key'), 'Authorization');
    await user.type(field('Its value in the vault'), 'Bearer abc');
    await user.click(button('Send the log there'));
    expect((await screen.findByRole('dialog')).textContent).toContain(
      'The value of a header is in the vault',
    );
    await user.clear(field('Its value in the vault'));
    await user.type(field('Its value in the vault'), 'vault:OTLP');
    expect((await axe(document.body)).violations.filter(({ id }) => id !== 'region')).toEqual([]);
    await user.click(button('Send the log there'));
    await waitFor(() =>
      expect(given('send.add')).toMatchObject([
        {
          destination: {
            kind: 'otlp',
            name: 'corp',
            url: 'https://collector.example.com',
            headers: { Authorization: 'vault:OTLP' },
          },
          fromStart: false,
        },
      ]),
    );
  });
});
