// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleLimits } from '../../../renderer/dev/fake-limits.ts';
import { draftOf, emptyLimit, limitOf } from '../../../renderer/features/permissions/limits/limit-draft.ts';
import { PermissionsScreen } from '../../../renderer/features/permissions/permissions-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { type Limit, limit, limitEach, limitPeriod } from '../../../shared/model/limits.ts';
import { effect } from '../../../shared/model/review.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

async function open() {
  const world = setUp();
  const { container } = world.draw(<PermissionsScreen />);
  await world.user.click(await screen.findByRole('tab', { name: 'Limits' }));
  const list = await screen.findByRole('list', { name: 'Limits' });
  return { ...world, container, list };
}

const count = fc.integer({ min: 1, max: 10_000 });
const anyLimit: fc.Arbitrary<Limit> = fc.record(
  {
    id: fc.constant('one'),
    about: fc.record(
      {
        client: fc.string({ minLength: 1, maxLength: 80 }),
        server: fc.constantFrom('files', 'mail'),
        tool: fc.stringMatching(/^[a-z*][a-z_*]{0,20}$/),
        effects: fc.uniqueArray(fc.constantFrom(...effect.options), { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
    each: fc.constantFrom(...limitEach.options),
    most: fc.oneof(
      fc.record(
        {
          kind: fc.constant('rate' as const),
          calls: count,
          per: fc.constantFrom(...limitPeriod.options),
          burst: count,
        },
        { requiredKeys: ['kind', 'calls', 'per'] },
      ),
      fc.record({ kind: fc.constant('at-once' as const), calls: count }),
      fc.record(
        { kind: fc.constant('budget' as const), calls: count, amount: count.map((n) => n / 4) },
        { requiredKeys: ['kind', 'amount'] },
      ),
    ),
  },
  { requiredKeys: ['id', 'about', 'most'] },
);

describe('a draft of a limit', () => {
  it('is the same limit again', () => {
    fc.assert(
      fc.property(anyLimit, (one) => {
        expect(limitOf(draftOf(one))).toEqual({ limit: limit.parse(one) });
      }),
    );
  });

  it('is a limit that the schema takes, or says what is wrong, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.constantFrom('', '0', '-1', '1e3', '5', ' 7 ', '0.5', '99999999999'),
    );
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom('rate', 'at-once', 'budget'),
          calls: typed,
          burst: typed,
          amount: typed,
          tool: typed,
        }),
        (given) => {
          const made = limitOf({ ...emptyLimit, ...given } as typeof emptyLimit);
          if ('limit' in made) expect(limit.partial({ id: true }).safeParse(made.limit).success).toBe(true);
        },
      ),
    );
    expect(limitOf({ ...emptyLimit, kind: 'budget', calls: '' })).toEqual({ problem: 'nothing' });
    expect(limitOf({ ...emptyLimit, calls: '0' })).toEqual({ problem: 'calls' });
    expect(limitOf({ ...emptyLimit, burst: 'x' })).toEqual({ problem: 'burst' });
    expect(limitOf({ ...emptyLimit, kind: 'budget', amount: '0' })).toEqual({ problem: 'amount' });
  });
});

describe('limits', () => {
  it('say what they hold, and what is used up now', async () => {
    const { list, container } = await open();
    const [rate, atOnce, budget] = [...list.children].map(({ textContent }) => textContent);
    expect(rate).toMatch(
      /At most 30 calls a minute, 5 at a stretchOnly calls to mail5 of 5 calls · The next call fits in 2 seconds/,
    );
    expect(atOnce).toMatch(
      /At most 4 calls at once.*counted for each server.*files: 4 of 4 calls · .*has ended/,
    );
    expect(budget).toMatch(
      /tools named order_\*Only calls where the tool spends money149.5 of an amount of 200/,
    );
    expect((await axe(container)).violations).toEqual([]);
  });

  it('are added, changed and removed', async () => {
    const { user, given, list } = await open();
    await user.click(screen.getByRole('button', { name: 'Add limit' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add limit' });
    await user.click(within(dialog).getByRole('radio', { name: /How much a day/ }));
    const calls = within(dialog).getByRole('textbox', { name: /Calls a day/ });
    await user.clear(calls);
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByRole('alert').textContent).toContain('Say how many calls a day');
    await user.type(calls, '5');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(given('limit.put')).toEqual([
        { about: { effects: ['spend'] }, most: { kind: 'budget', calls: 5 } },
      ]),
    );
    await waitFor(() => expect(list.children).toHaveLength(4));
    await user.click(screen.getByRole('button', { name: 'Remove limit: 4 calls at once' }));
    await waitFor(() => expect(given('limit.remove')).toEqual([{ id: 'a2' }]));
    await waitFor(() => expect(list.children).toHaveLength(3));
    await user.click(screen.getByRole('button', { name: /^Change limit: 30 calls/ }));
    await user.click(
      within(await screen.findByRole('dialog', { name: 'Change limit' })).getByRole('button', {
        name: 'Save',
      }),
    );
    await waitFor(() => expect(given('limit.put')[1]).toEqual(sampleLimits().limits[0]?.limit));
  });

  it('say why something was refused, and keep what was typed', async () => {
    const { user, commands } = await open();
    commands['limit.put'] = refuses('full', 'There are 100 limits already.');
    await user.click(screen.getByRole('button', { name: 'Add limit' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: /Tools/ }), 'send_*');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByText('There are 100 limits already.')).toBeTruthy();
    expect(within(dialog).getByDisplayValue('send_*')).toBeTruthy();
  });

  it('of an organisation are shown, and cannot be changed or removed', async () => {
    const world = setUp();
    const [view] = sampleLimits().limits;
    world.commands['limit.list'] = () =>
      Promise.resolve({
        ok: true,
        value: { loops: 'ask', limits: view === undefined ? [] : [{ ...view, managed: true }] },
      });
    world.draw(<PermissionsScreen />);
    await world.user.click(await screen.findByRole('tab', { name: 'Limits' }));
    expect(await screen.findByText(/Your organisation sets this limit/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(?:Change|Remove) limit/ })).toBe(null);
  });

  it('switch the question about loops', async () => {
    const { user, given } = await open();
    const loops = screen.getByRole('switch', { name: /seems to be stuck/ });
    await user.click(loops);
    await waitFor(() => expect(given('limit.loops')).toEqual([{ loops: 'off' }]));
    await waitFor(() => expect(loops.getAttribute('aria-checked')).toBe('false'));
  });
});
