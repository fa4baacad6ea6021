// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ActivityScreen } from '../../../renderer/features/activity/activity-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { hostileNames } from '../../fixtures/hostile-names.ts';
import { sampleReport } from '../../fixtures/sample-report.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function open() {
  const world = setUp();
  world.draw(<ActivityScreen />);
  await world.user.click(button('Report'));
  await screen.findByRole('table', { name: 'Servers' });
  return world;
}

describe('the report', () => {
  it('is reached from Activity, takes the focus, and leads back to its button', async () => {
    const { user, given } = await open();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Report');
    expect(document.activeElement?.getAttribute('tabindex')).toBe('-1');
    expect(given('log.report')).toEqual([{ weeks: 1, until: expect.any(Number) }]);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Activity');
    expect(document.activeElement).toBe(button('Report'));
  });

  it('has a table beside each chart, and every number of it', async () => {
    await open();
    const charts = screen.getAllByRole('img', { name: /chart/ });
    expect(charts.length).toBeGreaterThan(7);
    for (const chart of charts) {
      const part = chart.closest('section');
      if (part === null) throw new Error('a chart outside of a part');
      expect(within(part).getByRole('table').querySelectorAll('td').length).toBeGreaterThan(2);
    }
    const rows = within(screen.getByRole('table', { name: 'Questions' })).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'AnswerTimesBefore',
      'Allowed1313',
      'Refused44',
      'Nobody answered22',
    ]);
    expect(screen.getAllByText('All others').length).toBeGreaterThan(0);
  });

  it('is made of the period that is chosen, and kept while the next is made or refused', async () => {
    const { user, given, commands } = await open();
    await user.click(screen.getByRole('combobox', { name: 'Period' }));
    await user.click(await screen.findByRole('option', { name: 'Last 12 weeks' }));
    await waitFor(() => expect(given('log.report').at(-1)).toMatchObject({ weeks: 12 }));
    expect(await screen.findByText(/so the period before is not complete/)).toBeDefined();
    commands['log.report'] = refuses('io', 'The call log is being restarted. Try again in a moment.');
    await user.click(button('Update'));
    expect((await screen.findByRole('alert')).textContent).toContain('being restarted');
    expect(screen.getByRole('table', { name: 'Servers' })).toBeDefined();
  });

  it('is saved as it is shown, as a page and as a table', async () => {
    const { user, given } = await open();
    const [first] = given('log.report') as [{ until: number }];
    await user.click(button('Save as page…'));
    await waitFor(() => expect(given('app.save')).toHaveLength(1));
    await user.click(button('Save as table…'));
    await waitFor(() => expect(given('app.save')).toHaveLength(2));
    expect(given('log.report').slice(1)).toEqual([
      { weeks: 1, until: first.until, format: 'html' },
      { weeks: 1, until: first.until, format: 'csv' },
    ]);
    expect(given('app.save')).toEqual([
      { name: expect.stringMatching(/^doorward-report-[\d-]+\.html$/), text: 'a report as html' },
      { name: expect.stringMatching(/^doorward-report-[\d-]+\.csv$/), text: 'a report as csv' },
    ]);
  });

  it('shows hostile names as text only', async () => {
    const world = setUp();
    world.commands['log.report'] = () =>
      Promise.resolve({ ok: true, value: sampleReport(hostileNames.slice(0, 50)) });
    world.draw(<ActivityScreen />);
    await world.user.click(button('Report'));
    await screen.findByRole('table', { name: 'AI apps' });
    expect(
      document.querySelectorAll('script, iframe, a, form, img, object, meta, link, base, b'),
    ).toHaveLength(0);
    expect(document.querySelectorAll('[onerror], [onload], [onmouseover], [href], [src]')).toHaveLength(0);
  });

  it('has nothing that a screen reader stumbles over', async () => {
    await open();
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
