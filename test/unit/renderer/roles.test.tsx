// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownRole, sampleRoles } from '../../../renderer/dev/sample-policy.ts';
import { AppsScreen } from '../../../renderer/features/apps/apps-screen.tsx';
import { PermissionsScreen } from '../../../renderer/features/permissions/permissions-screen.tsx';
import { draftOf, emptyRole, roleOf } from '../../../renderer/features/permissions/roles/role-draft.ts';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { role } from '../../../shared/model/policy.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

async function open() {
  const world = setUp();
  world.host.patch({ roles: [...sampleRoles, ownRole] });
  world.draw(<PermissionsScreen />);
  await world.user.click(await screen.findByRole('tab', { name: 'Roles' }));
  const list = await screen.findByRole('list', { name: 'Roles' });
  return { ...world, list };
}

describe('a draft of a role', () => {
  it('is the same role again, or a copy with an id of its own that the schema takes', () => {
    const made = roleOf(draftOf(ownRole), [...sampleRoles, ownRole]);
    expect(made).toEqual({ role: { ...ownRole, name: ownRole.name.trim() } });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 64 }), (name) => {
        const copy = roleOf(draftOf(ownRole, name), [ownRole]);
        if ('problem' in copy) expect(['name', 'id', 'taken']).toContain(copy.problem);
        else {
          expect(role.parse(copy.role)).toEqual(copy.role);
          expect(copy.role.id).not.toBe(ownRole.id);
        }
      }),
    );
  });

  it('never takes the place of another one, and no choice of servers is no choice of all', () => {
    expect(roleOf({ ...emptyRole, name: 'Read-Only' }, sampleRoles)).toEqual({ problem: 'taken' });
    expect(roleOf({ ...emptyRole, name: 'X', everyServer: false }, [])).toEqual({ problem: 'servers' });
    expect(roleOf({ ...emptyRole, name: 'X', anyEffect: false }, [])).toMatchObject({
      role: { effects: [] },
    });
  });
});

describe('roles', () => {
  it('say what they show and allow, and who has them; those of Doorward are copied, not changed', async () => {
    const { list } = await open();
    const [standard, , own] = [...list.children] as HTMLElement[];
    expect(standard?.textContent).toMatch(
      /Default.*Comes with Doorward.*Every server.*Claude Desktop, Cursor/,
    );
    expect(within(standard as HTMLElement).getAllByRole('button')).toHaveLength(2);
    expect(own?.textContent).toMatch(
      /Servers: files, mail.*Only what reads or changes things.*Preset: Strict/,
    );
    expect(within(own as HTMLElement).getByRole('img', { name: /U\+202E/ })).toBeDefined();
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('are added, changed and removed', async () => {
    const { user, given, host } = await open();
    await user.click(screen.getByRole('button', { name: 'Add a role…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a role' });
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/Give it a name/);
    await user.type(within(dialog).getByLabelText('Name'), 'Büro');
    await user.click(within(dialog).getByRole('radio', { name: 'Only these' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'mail' }));
    await user.type(within(dialog).getByLabelText('Tools'), 'mail/search_*{Enter}');
    await user.click(within(dialog).getByRole('radio', { name: 'Only this' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'reads' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Add a role' })).toBeNull());
    expect(given('role.put')).toEqual([
      { id: 'buro', name: 'Büro', servers: ['mail'], tools: ['mail/search_*'], effects: ['read'], rules: [] },
    ]);
    await user.click(await screen.findByRole('button', { name: 'Edit Büro' }));
    await user.click(await screen.findByRole('radio', { name: 'Every server, also new ones' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(given('role.put')[1]).not.toHaveProperty('servers'));
    await user.click(await screen.findByRole('button', { name: 'Remove Büro' }));
    await waitFor(() => expect(host.roles.map(({ id }) => id)).not.toContain('buro'));
  });

  it('say what their AI apps are shown, and choose it', async () => {
    const { user, given, list } = await open();
    await user.click(screen.getByRole('button', { name: 'Tools shown to Read only' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tools that apps of “Read only” are shown' });
    await user.click(within(dialog).getByRole('radio', { name: /Found on demand/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(list.children[1]?.textContent).toMatch(/Tools found on demand/));
    expect(given('role.tools')).toEqual([{ role: 'read-only', mode: 'on-demand', tools: [] }]);
  });

  it('are given to AI apps, also on the screen of these', async () => {
    const { user, given, host, draw, commands } = await open();
    await user.click(screen.getByRole('combobox', { name: 'Role of Cursor' }));
    await user.click(await screen.findByRole('option', { name: 'Read only' }));
    await waitFor(() => expect(host.clients.find(({ name }) => name === 'Cursor')?.role).toBe('read-only'));
    // A role that some app has cannot be removed.
    cleanup();
    draw(<AppsScreen />);
    await user.click(await screen.findByRole('button', { name: /^My own agent/ }));
    commands['client.role'] = refuses('unknown', 'There is no such role.');
    await user.click(screen.getByRole('combobox', { name: 'Role of My own agent' }));
    await user.click(await screen.findByRole('option', { name: /^Interns/ }));
    expect((await screen.findByRole('alert')).textContent).toBe('There is no such role.');
    expect(given('client.role')).toEqual([{ client: 'c2', role: 'read-only' }]);
  });
});
