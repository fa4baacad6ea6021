// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ServersScreen } from '../../../renderer/features/servers/servers-screen.tsx';
import { ToolList } from '../../../renderer/features/servers/tool-list.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function open(name?: string) {
  const world = setUp();
  world.draw(<ServersScreen />);
  const list = await screen.findByRole('list', { name: 'Servers' });
  if (name !== undefined)
    await world.user.click(within(list).getByRole('button', { name: new RegExp(name) }));
  return world;
}

describe('the list of servers', () => {
  it('says how each is, and nothing is wrong with its names and roles', async () => {
    await open('tickets');
    expect(button(/^weather.*On hold/)).toBeDefined();
    expect(button(/^tickets.*Keeps crashing/)).toBeDefined();
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('draws what is deceptive in how a server is reached', async () => {
    const { container } = (await open()).draw(<ServersScreen />);
    expect(container.querySelector('[role="mark"]')?.textContent).toBe('we\u0430ther');
  });

  it('offers what there is when there are none', async () => {
    const { host, draw } = setUp();
    host.patch({ servers: [] });
    draw(<ServersScreen />);
    await screen.findByText('Servers give AI apps their tools.');
    expect(button('Add a server')).toBeDefined();
    expect(button('Paste a configuration')).toBeDefined();
  });

  it('is walked by the arrow keys, opened by Enter and left by Escape', async () => {
    const { user } = await open();
    button(/^files/).focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'mail' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(button(/^mail/)));
  });
});

describe('adding a server', () => {
  it('takes a program with arguments and values, starts nothing and shows it', async () => {
    const { user, given } = await open();
    await user.click(button('Add a server'));
    await user.type(screen.getByLabelText('Name'), 'notes');
    await user.type(screen.getByLabelText('Program'), 'npx');
    await user.type(screen.getByLabelText('Arguments'), '-y{Enter}@acme/notes{Enter}/home/ada/My notes');
    await user.click(button('Add a value'));
    const name = screen.getByLabelText('Name of value 1');
    await waitFor(() => expect(document.activeElement).toBe(name));
    await user.click(name);
    await user.paste('NOTES_KEY=s3cret');
    const value = screen.getByLabelText<HTMLInputElement>('Value 1');
    expect([value.value, value.type]).toEqual(['s3cret', 'password']);
    await user.click(button('Show value 1'));
    expect(value.type).toBe('text');
    const chips = screen.getByRole('list', { name: /Program and arguments/ });
    expect(
      within(chips)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['npx', '-y', '@acme/notes', '/home/ada/My notes']);
    await user.click(button('Add'));
    const title = await screen.findByRole('heading', { level: 2, name: 'notes' });
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect(given('server.add')).toEqual([
      {
        id: 'notes',
        launch: {
          transport: 'stdio',
          command: 'npx',
          args: ['-y', '@acme/notes', '/home/ada/My notes'],
          env: { NOTES_KEY: 's3cret' },
        },
        sharing: 'client',
      },
    ]);
    expect(given('server.inspect')).toEqual([]);
    expect(screen.getByText('Nothing of it has been downloaded or started.')).toBeDefined();
    expect(screen.getByText('It can use everything your account can.')).toBeDefined();
  });

  it('takes a whole command apart', async () => {
    const { user, commands } = await open();
    commands['server.parse'] = () =>
      Promise.resolve({
        ok: true,
        value: [
          {
            id: 'files-2',
            name: 'files',
            launch: { transport: 'stdio', command: 'npx', args: ['-y', 'a b'], env: { K: 'v' } },
            notes: [],
          },
        ],
      });
    await user.click(button('Add a server'));
    await user.type(screen.getByLabelText('Program'), 'K=v npx -y "a b"');
    await user.click(button('Take the command apart'));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Program').value).toBe('npx'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Arguments').value).toBe('-y\na b');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('files-2');
    expect(screen.getByLabelText<HTMLInputElement>('Value 1').value).toBe('v');
  });

  it('says beside the field what is wrong, and keeps everything when it is refused or closed', async () => {
    const { user, given } = await open();
    await user.click(button('Add a server'));
    await user.click(screen.getByRole('radio', { name: /internet/ }));
    await user.type(screen.getByLabelText('Name'), 'files');
    await user.type(screen.getByLabelText('Address'), 'mcp.example.com');
    await user.click(button('Add'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/no address/);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Address')));
    expect(given('server.add')).toEqual([]);
    await user.type(screen.getByLabelText('Address'), '{Home}https://');
    await user.click(button('Add'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/with this name already/);
    await user.click(button('Cancel'));
    await user.click(button('Add a server'));
    expect(screen.getByLabelText<HTMLInputElement>('Address').value).toBe('https://mcp.example.com');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('files');
  });
});

describe('pasting a configuration', () => {
  it('keeps the text when nothing is found in it', async () => {
    const { user } = await open();
    await user.click(button('Paste a configuration'));
    await user.type(screen.getByRole('textbox', { name: 'Configuration' }), 'nonsense');
    await user.click(button('Find servers'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/not a configuration/);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Configuration' }).value).toBe(
      'nonsense',
    );
  });

  it('shows what was found with masked values, and adds what was chosen under the names that were given', async () => {
    const { user, commands, given } = await open();
    const local = (id: string, name: string) => ({
      id,
      name,
      launch: { transport: 'stdio' as const, command: 'npx', args: [], env: { KEY: 'hush' } },
      notes: ['Put the value of ${X} in by hand.'],
    });
    commands['server.parse'] = () =>
      Promise.resolve({
        ok: true,
        value: [local('one', 'One\u202E'), local('two', 'Two'), local('three', 'Three')],
      });
    await user.click(button('Paste a configuration'));
    await user.type(screen.getByRole('textbox', { name: 'Configuration' }), 'x');
    await user.click(button('Find servers'));
    const list = await screen.findByRole('list', { name: 'Servers that were found' });
    expect(within(list).getByRole('img', { name: /U\+202E/ })).toBeDefined();
    expect(screen.queryByText('hush')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Add Two' }));
    const [first, , third] = screen.getAllByLabelText<HTMLInputElement>('Name in Doorward');
    if (first === undefined || third === undefined) throw new Error('fields are missing');
    await user.clear(third);
    await user.type(third, 'one');
    expect(screen.getAllByText('Another server here has this name.')).toHaveLength(2);
    await user.clear(third);
    await user.type(third, 'files');
    await user.click(button('Add 2 servers'));
    await within(list).findByText('Added');
    expect((await within(list).findByRole('alert')).textContent).toMatch(/already a server "files"/);
    await user.clear(third);
    await user.type(third, 'third');
    await user.click(button('Add 1 server'));
    await screen.findByRole('heading', { level: 2, name: 'third' });
    expect(given('server.add').map((input) => (input as { id: string }).id)).toEqual([
      'one',
      'files',
      'third',
    ]);
  });
});

describe('a configuration that a link brought', () => {
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Configuration' });

  it('is shown whole with a warning, and nothing is asked of the host', async () => {
    const { host, given } = await open();
    act(() => host.tell('navigate', { screen: 'servers', offer: '{"mcpServers":{}}' }));
    await waitFor(() => expect(field().value).toBe('{"mcpServers":{}}'));
    expect(screen.getByText(/A link filled this in/)).toBeDefined();
    expect([...given('server.parse'), ...given('server.add')]).toEqual([]);
  });

  it('replaces what was typed only when the person says so', async () => {
    const { host, user } = await open();
    await user.click(button('Paste a configuration'));
    await user.type(field(), 'mine');
    act(() => host.tell('navigate', { screen: 'servers', offer: '{}' }));
    await screen.findByText(/A link wants to put a configuration here/);
    expect(field().value).toBe('mine');
    await user.click(button('Show what the link brought'));
    await waitFor(() => expect(field().value).toBe('{}'));
  });

  it('replaces what an earlier link brought', async () => {
    const { host } = await open();
    act(() => host.tell('navigate', { screen: 'servers', offer: '{"a":1}' }));
    await waitFor(() => expect(field().value).toBe('{"a":1}'));
    act(() => host.tell('navigate', { screen: 'servers', offer: '{"b":1}' }));
    await waitFor(() => expect(field().value).toBe('{"b":1}'));
  });
});

describe('a server on hold', () => {
  it('is started, looked at and allowed', async () => {
    const { user, given } = await open('weather');
    expect(screen.queryByRole('button', { name: /^Allow/ })).toBeNull();
    await user.click(button('Start it to see its tools'));
    await screen.findByText('Starting the server.');
    await user.click(await screen.findByRole('button', { name: /weather__get_alerts/ }, { timeout: 60_000 }));
    expect(screen.getByRole('img', { name: /Hidden text in tag characters: “Ignore”/ })).toBeDefined();
    const said = screen.getByText(/It calls itself/);
    expect(within(said).getByRole('img', { name: /U\+202E/ })).toBeDefined();
    expect(screen.getByText('Doorward cannot see what it does with data it receives.')).toBeDefined();
    await user.click(button('Allow 2 tools'));
    await screen.findByRole('switch', { name: 'On' });
    expect(given('server.approve')).toHaveLength(1);
  });

  it('says first that its program is missing', async () => {
    const { user, commands } = await open('weather');
    commands['server.inspect'] = refuses('not-found', 'The program "uvx" was not found. It comes with uv.');
    await user.click(button('Start it to see its tools'));
    await screen.findByText((_, element) => element?.textContent === 'weather can’t start: uvx is missing.');
    expect(screen.getByRole('alert').textContent).toMatch(/comes with uv/);
  });

  it('is taken away without a question when it can be brought back', async () => {
    const { user, host } = await open('weather');
    await user.click(button('Don’t add'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(host.servers.map(({ id }) => id)).toContain('weather'));
    expect(host.servers.at(-1)?.state).toBe('unreviewed');
  });
});

describe('an approved server', () => {
  it('is switched off, tested and blocked', async () => {
    const { user, host } = await open('files');
    await user.click(button('Test'));
    await screen.findByText('It answered in 412 ms and has 11 tools.');
    await user.click(screen.getByRole('switch', { name: 'On' }));
    await screen.findByText(/switched off/i, { selector: 'p' });
    await user.click(button('More'));
    await user.click(await screen.findByRole('menuitem', { name: 'Block' }));
    await screen.findByText(/You blocked this server/);
    expect(host.servers[0]?.state).toBe('blocked');
  });

  it('says what went wrong and what it wrote, with nothing hidden', async () => {
    const { user, given } = await open('tickets');
    expect(screen.getByText(/crashed too often/)).toBeDefined();
    await user.click(screen.getByRole('tab', { name: 'Log' }));
    const log = await screen.findByRole('group', { name: 'Log of this server' });
    expect(within(log).getByRole('img', { name: /U\+202E/ })).toBeDefined();
    await user.click(button('Start again'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/exit code 1/);
    expect(given('server.restart')).toEqual([{ id: 'tickets' }]);
  });

  it('is removed only after it was said what is lost', async () => {
    const { user, host, given } = await open('tickets');
    await user.click(button('More'));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove “tickets”?' });
    expect(dialog.textContent).toMatch(/The value of TICKETS_HOME is deleted/);
    expect(given('server.remove')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(host.servers.map(({ id }) => id)).not.toContain('tickets'));
  });
});

describe('many tools', () => {
  it('draws only those in sight and finds the others', async () => {
    const { draw, user } = setUp();
    const tools = Array.from({ length: 5000 }, (_, index) => ({
      server: 'big',
      name: `tool_${index}`,
      exposed: `big__tool_${index}`,
      description: index === 4321 ? 'needle' : 'hay',
      state: 'approved' as const,
    }));
    draw(<ToolList tools={tools} />);
    const list = screen.getByRole('list', { name: 'Tools' });
    expect(within(list).queryAllByRole('listitem').length).toBeLessThan(100);
    await user.type(screen.getByLabelText('Search tools'), 'needle');
    expect(button(/big__tool_4321/)).toBeDefined();
  });
});
