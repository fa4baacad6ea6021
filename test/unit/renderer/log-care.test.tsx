// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeLogCare } from '../../../renderer/dev/fake-log-care.ts';
import { LogCare } from '../../../renderer/features/settings/log-care.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

/** A screen over a host that tells this. */
function toldBy(told: ReturnType<typeof fakeLogCare>) {
  const made = setUp();
  Object.assign(made.commands, told);
  return made;
}

describe('a log that is not well', () => {
  it('lets a person choose what happens to calls meanwhile, and says what that means', async () => {
    const { draw, user } = setUp();
    const { container } = draw(<LogCare />);
    const box = await screen.findByRole('combobox', { name: 'While the log cannot be written' });
    expect(box.textContent).toContain('Refuse every call');
    await user.click(box);
    await user.click(await screen.findByRole('option', { name: 'Let calls pass without a record' }));
    expect(await screen.findByText(/They are counted, and this is said/)).toBeTruthy();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('shows what was noticed, and accepts it when a person says so', async () => {
    const noticed = 'When Doorward started, the call log was not the one that it had left.';
    const { draw, user } = toldBy(fakeLogCare({ unwritable: 'refuse', fixed: false, passed: 2, noticed }));
    draw(<LogCare />);
    expect(await screen.findByText(new RegExp(noticed))).toBeTruthy();
    expect(screen.getByText('2 calls passed like that since Doorward was started.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Accept this' }));
    expect(await screen.findByText(/stays on record/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Accept this' })).toBeNull();
  });

  it('is out of hand where an organisation wants every call on record', async () => {
    const { draw } = toldBy(fakeLogCare({ unwritable: 'refuse', fixed: true, passed: 0 }));
    draw(<LogCare />);
    expect(await screen.findByText('Your organisation wants every call on record.')).toBeTruthy();
    expect(screen.getByRole('combobox').hasAttribute('data-disabled')).toBe(true);
  });
});
