// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PermissionsScreen } from '../../../renderer/features/permissions/permissions-screen.tsx';
import {
  emptyRule,
  EXPIRIES,
  newCondition,
  ruleOf,
  type RuleDraft,
} from '../../../renderer/features/permissions/rule/rule-draft.ts';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { callKind, ruleAction, ruleBody, valueTest } from '../../../shared/model/policy.ts';
import { effect } from '../../../shared/model/review.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const draft = (given: Partial<RuleDraft>): RuleDraft => ({ ...emptyRule, ...given });
const condition = (given: Partial<ReturnType<typeof newCondition>>) => ({ ...newCondition(1), ...given });
const bodyOf = (given: Partial<RuleDraft>, now = 0) => {
  const made = ruleOf(draft(given), now);
  return 'body' in made ? made.body : made.problem;
};

describe('a draft of a rule', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('', 'a', '/a', '1', '[', '00:10'),
  );
  const given: { [K in keyof RuleDraft]: fc.Arbitrary<RuleDraft[K]> } = {
    action: fc.constantFrom(...ruleAction.options),
    who: fc.constantFrom('', 'client:c1', 'role:interns'),
    server: fc.constantFrom('', 'files'),
    kind: fc.constantFrom('any' as const, ...callKind.options),
    tool: texts,
    effects: fc.subarray([...effect.options]),
    conditions: fc.array(
      fc.record({
        key: fc.nat(9),
        pointer: texts,
        is: fc.constantFrom(...valueTest.options.map(({ shape }) => shape.is.value)),
        text: texts,
        min: texts,
        max: texts,
      }),
      { maxLength: 4 },
    ),
    hours: fc.record({
      on: fc.boolean(),
      days: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
      from: fc.constantFrom('09:00', '', '25:00'),
      to: fc.constantFrom('17:00', '9'),
    }),
    expiry: fc.constantFrom(...EXPIRIES),
    note: texts,
  };
  // Any part may be left as it is at first.
  const drafts = fc.record(given, { requiredKeys: [] }).map(draft);

  it('becomes a rule that the schema takes as it is, or a problem; and never one that lets everything pass', () => {
    fc.assert(
      fc.property(drafts, (each) => {
        const made = ruleOf(each, 1000);
        if (!('body' in made)) return;
        expect(ruleBody.parse(made.body)).toEqual(made.body);
        const { action, expiresAt: _e, note: _n, hours: _h, ...narrowing } = made.body;
        if (action === 'allow' || action === 'report') expect(Object.keys(narrowing)).not.toEqual([]);
        // Nothing that was typed is lost: a condition more is a narrower permission.
        expect(made.body.args ?? []).toHaveLength(each.conditions.length);
        expect(made.body.hours !== undefined).toBe(each.hours.on);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads values as people write them', () => {
    const tested = (given: Partial<ReturnType<typeof newCondition>>) => {
      const made = bodyOf({ conditions: [condition({ pointer: 'path', ...given })] });
      return 'args' in made ? made.args?.[0] : made;
    };
    expect(tested({ is: 'in-folder', text: ' /home/ada ' })).toEqual({
      pointer: '/path',
      test: { is: 'in-folder', folder: '/home/ada' },
    });
    expect(tested({ pointer: '/to/*', is: 'recipient', text: '*@example.com' })).toMatchObject({
      pointer: '/to/*',
    });
    expect(tested({ is: 'equals', text: 'true' })).toMatchObject({ test: { value: true } });
    expect(tested({ is: 'equals', text: 'public' })).toMatchObject({ test: { value: 'public' } });
    expect(tested({ is: 'one-of', text: '1\n\n two ' })).toMatchObject({ test: { values: [1, 'two'] } });
    expect(tested({ is: 'range', max: '10,5' })).toMatchObject({ test: { is: 'range', max: 10.5 } });
    expect(tested({ is: 'program', text: 'git  status' })).toMatchObject({
      test: { words: ['git', 'status'] },
    });
    expect(tested({ is: 'absent' })).toMatchObject({ test: { is: 'absent' } });
  });

  it('says which of its conditions is not complete', () => {
    const good = condition({ pointer: 'a', text: 'x' });
    const problem = (given: Partial<ReturnType<typeof newCondition>>) =>
      bodyOf({ conditions: [good, condition({ pointer: 'b', ...given })] });
    expect(problem({ pointer: ' ' })).toEqual({ kind: 'argument', number: 2 });
    expect(problem({ text: '' })).toEqual({ kind: 'value', number: 2 });
    expect(problem({ is: 'range' })).toEqual({ kind: 'range', number: 2 });
    expect(problem({ is: 'range', min: 'ten', max: '3' })).toEqual({ kind: 'range', number: 2 });
    expect(problem({ is: 'program', text: 'a b c d e' })).toEqual({ kind: 'program', number: 2 });
    expect(bodyOf({ tool: 'x'.repeat(501) })).toEqual({ kind: 'tool' });
    expect(bodyOf({ server: 'a', hours: { on: true, days: [], from: '09:00', to: '10:00' } })).toEqual({
      kind: 'hours',
    });
    expect(bodyOf({})).toEqual({ kind: 'everything' });
    expect(bodyOf({ expiry: 'hour', note: 'all' })).toEqual({ kind: 'everything' });
    expect(bodyOf({ action: 'ask' })).toEqual({ action: 'ask' });
    expect(bodyOf({ server: 'a', expiry: 'hour' }, 5)).toEqual({
      action: 'allow',
      server: 'a',
      expiresAt: 3_600_005,
    });
  });
});

describe('the dialog', () => {
  async function open() {
    const world = setUp();
    world.draw(<PermissionsScreen />);
    await world.user.click(await screen.findByRole('button', { name: 'Add a rule…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a rule' });
    const choose = async (label: string, choice: string | RegExp): Promise<void> => {
      await world.user.click(within(dialog).getByRole('combobox', { name: label }));
      await world.user.click(await screen.findByRole('option', { name: choice }));
    };
    const press = (name: string) => world.user.click(within(dialog).getByRole('button', { name }));
    return { ...world, dialog, choose, press };
  }

  it('makes a rule of what was chosen, after it showed what that would change', async () => {
    const { user, dialog, choose, press, given, host } = await open();
    host.patch({ clients: host.clients.map((each) => ({ ...each, name: `${each.name}\u202E` })) });
    await choose('AI app', /^Cursor/);
    await choose('Server', 'files');
    await choose('What is asked for', 'Tools');
    await choose('How long it counts', 'For one day');
    await user.type(within(dialog).getByLabelText('Name'), 'write_*');
    await user.click(within(dialog).getByRole('checkbox', { name: 'changes things' }));
    await press('Add a condition');
    await user.type(within(dialog).getByLabelText('Argument of condition 1'), 'path');
    await choose('Test of condition 1', 'a path in the folder');
    await user.type(within(dialog).getByLabelText('Value of condition 1'), '/home/ada/Drafts');
    await press('What would change');
    await within(dialog).findByText('Asked about: 3 instead of 9 of 412 calls.');
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await press('Add');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Add a rule' })).toBeNull());
    const rule = {
      action: 'allow',
      client: 'c2',
      server: 'files',
      kind: 'tool',
      tool: 'write_*',
      effects: ['write'],
      args: [{ pointer: '/path', test: { is: 'in-folder', folder: '/home/ada/Drafts' } }],
      expiresAt: expect.any(Number) as number,
    };
    expect(given('rule.add')).toEqual([rule]);
    expect(given('rule.simulate')).toEqual([{ add: [rule] }]);
  });

  it('says in one sentence what is wrong, adds nothing, and keeps what was typed', async () => {
    const { user, dialog, press, given, commands } = await open();
    await press('Add');
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/everything of every AI app pass/);
    await user.type(within(dialog).getByLabelText('Name'), 'read_*');
    expect(within(dialog).queryByRole('alert')).toBeNull();
    commands['rule.add'] = refuses('malformed', 'The pattern cannot be used.');
    await press('Add');
    expect((await within(dialog).findByRole('alert')).textContent).toBe('The pattern cannot be used.');
    await press('Cancel');
    await user.click(await screen.findByRole('button', { name: 'Add a rule…' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('read_*');
    expect(given('rule.add')).toEqual([]);
  });

  it('lets hours and days be chosen', async () => {
    const { user, dialog, press, given } = await open();
    await user.click(within(dialog).getByRole('radio', { name: 'Refuse it' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Only at certain hours' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Sunday' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Monday' }));
    await press('Add');
    await waitFor(() =>
      expect(given('rule.add')).toEqual([
        { action: 'block', hours: { days: [0, 2, 3, 4, 5], from: '09:00', to: '17:00' } },
      ]),
    );
  });
});
