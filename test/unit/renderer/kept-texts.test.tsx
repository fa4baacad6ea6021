// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ServerTexts, UsualTexts } from '../../../renderer/features/texts/kept-texts.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

describe('what the log keeps of texts', () => {
  it('is chosen for all servers, and said in words', async () => {
    const { draw, user } = setUp();
    const { container } = draw(<UsualTexts />);
    const box = await screen.findByRole('combobox', { name: 'What the log keeps of texts' });
    expect(box.textContent).toContain('Without secrets and personal data');
    await user.click(box);
    await user.click(await screen.findByRole('option', { name: /No texts/ }));
    expect(await screen.findByText(/Nobody can read in the log what was said/)).toBeTruthy();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('follows the usual for one server until it has a choice of its own', async () => {
    const { draw, user } = setUp();
    draw(<ServerTexts server="files" />);
    const box = await screen.findByRole('combobox', { name: 'Arguments and answers' });
    expect(box.textContent).toContain('As usual: Without secrets');
    await user.click(box);
    await user.click(await screen.findByRole('option', { name: /^No texts/ }));
    expect(await screen.findByText(/Nobody can read in the log what was said/)).toBeTruthy();
  });

  it('cannot be more than an organisation lets it be', async () => {
    const { draw, user } = setUp();
    draw(<ServerTexts server="shop" />);
    expect(await screen.findByText(/The log keeps no more than this/)).toBeTruthy();
    await user.click(await screen.findByRole('combobox', { name: 'Arguments and answers' }));
    const full = await screen.findByRole('option', { name: 'As they are' });
    expect(full.getAttribute('aria-disabled')).toBe('true');
  });
});
