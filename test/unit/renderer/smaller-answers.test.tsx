// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SmallerAnswers } from '../../../renderer/features/servers/shaping/smaller-answers.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { GOOD_SHAPING } from '../../../shared/model/shaping.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const open = async (user: ReturnType<typeof setUp>['user']): Promise<void> =>
  user.click(await screen.findByRole('button', { name: 'What is done' }));

describe('smaller answers', () => {
  it('are switched on and off with one switch', async () => {
    const { draw, user, given } = setUp();
    draw(<SmallerAnswers server="mail" />);
    const on = await screen.findByRole('switch', { name: 'Make answers smaller' });
    expect(on.getAttribute('aria-checked')).toBe('false');
    await user.click(on);
    await waitFor(() => expect(on.getAttribute('aria-checked')).toBe('true'));
    await user.click(on);
    await waitFor(() => expect(on.getAttribute('aria-checked')).toBe('false'));
    expect(given('server.shape')).toEqual([
      { server: 'mail', shaping: 'good' },
      { server: 'mail', shaping: 'off' },
    ]);
  });

  it('are chosen step by step, and their budget when the field is left', async () => {
    const { draw, user, given } = setUp();
    const { container } = draw(<SmallerAnswers server="files" />);
    await open(user);
    await user.click(screen.getByRole('checkbox', { name: /Pages as plain text/ }));
    await waitFor(() =>
      expect(given('server.shape')).toEqual([
        { server: 'files', shaping: { ...GOOD_SHAPING, markdown: false } },
      ]),
    );
    const budget = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Most tokens of an answer' });
    await waitFor(() => expect(budget.disabled).toBe(false));
    await user.clear(budget);
    await user.type(budget, '12');
    expect(await screen.findByRole('alert')).toBeTruthy();
    await user.tab();
    expect(given('server.shape')).toHaveLength(1);
    await user.clear(budget);
    await user.type(budget, '4000{Enter}');
    await waitFor(() =>
      expect(given('server.shape').at(-1)).toEqual({
        server: 'files',
        shaping: { ...GOOD_SHAPING, markdown: false, budget: 4000 },
      }),
    );
    await user.click(screen.getByRole('checkbox', { name: /Cut long answers/ }));
    await waitFor(() =>
      expect(screen.queryByRole('textbox', { name: 'Most tokens of an answer' })).toBeNull(),
    );
    expect((await axe(container)).violations).toEqual([]);
  });

  it('differ for single tools', async () => {
    const { draw, user, given } = setUp();
    draw(<SmallerAnswers server="files" />);
    await open(user);
    const row = (await screen.findByText('read_media_file')).closest('li');
    if (row === null) throw new Error('no row');
    await user.click(within(row).getByRole('combobox', { name: 'Answers of read_media_file' }));
    await user.click(await screen.findByRole('option', { name: 'Smaller' }));
    await waitFor(() =>
      expect(given('server.shape')).toEqual([{ server: 'files', tool: 'read_media_file', shaping: 'good' }]),
    );
    await user.click(screen.getByRole('combobox', { name: 'Add a tool' }));
    const [first] = await screen.findAllByRole('option');
    const second = (await screen.findAllByRole('option'))[1];
    expect(first?.getAttribute('aria-disabled')).toBe('true');
    if (second === undefined) throw new Error('no tool');
    const name = second.textContent;
    await user.click(second);
    await waitFor(() =>
      expect(given('server.shape').at(-1)).toEqual({ server: 'files', tool: name, shaping: 'off' }),
    );
    await user.click(await screen.findByRole('button', { name: `Remove ${name}` }));
    await waitFor(() =>
      expect(given('server.shape').at(-1)).toEqual({ server: 'files', tool: name, shaping: 'usual' }),
    );
  });

  it('say why a choice was refused', async () => {
    const { draw, user, commands } = setUp();
    commands['server.shape'] = refuses('locked', 'The keychain is locked.');
    draw(<SmallerAnswers server="mail" />);
    await user.click(await screen.findByRole('switch', { name: 'Make answers smaller' }));
    expect(await screen.findByText('The keychain is locked.')).toBeTruthy();
  });
});
