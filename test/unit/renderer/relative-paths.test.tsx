// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { draftErrors, emptyDraft } from '../../../renderer/features/servers/add/launch-draft.ts';
import { foundOf, problemOf } from '../../../renderer/features/servers/add/paste-draft.ts';
import { ServersScreen } from '../../../renderer/features/servers/servers-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);
const later = { timeout: 60_000 };

const problems = (program: string, args = '', folder = '') =>
  draftErrors({ ...emptyDraft, name: 'x', program, args, folder }).map(({ problem }) => problem);

describe('a path that is not whole', () => {
  it('is asked for whole, or for the folder it counts from', () => {
    expect(problems('./server')).toEqual(['relative']);
    expect(problems('node', 'dist/index.js')).toEqual(['relativeArgs']);
    expect(problems('./x', './y')).toEqual(['relative', 'relativeArgs']);
    expect(problems('node', './server.js', '/srv/notes')).toEqual([]);
    expect(problems('node', './server.js', 'notes')).toEqual(['folder']);
    expect(problems('npx', '-y\n@acme/notes')).toEqual([]);
    expect(problems(String.raw`C:\x\node.exe`, String.raw`C:\x\server.js`)).toEqual([]);
  });

  it('is asked for in a pasted text', () => {
    const stdio = (command: string, args: string[], cwd?: string) =>
      foundOf([
        {
          id: 'x',
          name: 'x',
          launch: { transport: 'stdio', command, args, env: {}, ...(cwd === undefined ? {} : { cwd }) },
          notes: [],
        },
      ]);
    const problem = (...given: Parameters<typeof stdio>) => {
      const found = stdio(...given);
      return found[0] && problemOf(found[0], found);
    };
    expect(problem('node', ['./server.js'])).toBe('relative');
    expect(problem('npx', ['-y', '@acme/files', '.'])).toBe('relative');
    expect(problem('node', ['./server.js'], 'here')).toBe('relative');
    expect(problem('node', ['./server.js'], '/srv/x')).toBeUndefined();
    expect(problem('npx', ['-y', '@acme/files', '/srv'])).toBeUndefined();
  });

  it('is refused in the dialog in one sentence beside its field', async () => {
    const { draw, user, given } = setUp();
    draw(<ServersScreen />);
    await user.click(await screen.findByRole('button', { name: 'Add a server' }, later));
    const dialog = await screen.findByRole('dialog', { name: 'Add a server' }, later);
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'notes');
    await user.type(within(dialog).getByRole('textbox', { name: 'Program' }), 'node');
    const args = within(dialog).getByRole('textbox', { name: 'Arguments' });
    await user.type(args, './server.js');
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect((await within(dialog).findByRole('alert', {}, later)).textContent).toMatch(
      /without its whole path/,
    );
    expect(document.activeElement).toBe(args);
    expect(given('server.add')).toEqual([]);
  });

  it('blocks a pasted server, and says what to write', async () => {
    const { draw, user, given, commands } = setUp();
    commands['server.parse'] = () =>
      Promise.resolve({
        ok: true,
        value: [
          {
            id: 'notes',
            name: 'notes',
            launch: { transport: 'stdio', command: 'node', args: ['./server.js'], env: {} },
            notes: [],
          },
        ],
      });
    draw(<ServersScreen />);
    await user.click(await screen.findByRole('button', { name: 'Paste a configuration' }, later));
    const dialog = await screen.findByRole('dialog', {}, later);
    await user.type(within(dialog).getByRole('textbox'), 'node ./server.js');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await within(dialog).findByText(/Go back and write the whole path/, {}, later);
    expect(within(dialog).getByRole('button', { name: /^Add/ })).toHaveProperty('disabled', true);
    expect(given('server.add')).toEqual([]);
  });
});

describe('a server that ends while it is looked at', () => {
  const ended = 'The server "weather" ended with exit code 1. What it wrote is in its log.';
  async function look(wroteAt: (now: number) => number) {
    const world = setUp();
    const { commands, draw, user } = world;
    commands['server.inspect'] = refuses('closed', ended);
    const asked: string[] = [];
    commands['server.log'] = ({ id }) => {
      asked.push(id);
      return Promise.resolve({
        ok: true,
        value: {
          id,
          lines: ["Error: Cannot find module '/home/p/\u202eserver.js'", 'Node.js v24.0.0'],
          wroteAt: wroteAt(Date.now()),
        },
      });
    };
    draw(<ServersScreen />);
    const list = await screen.findByRole('list', { name: 'Servers' }, later);
    await user.click(within(list).getByRole('button', { name: /^weather/ }));
    await user.click(await screen.findByRole('button', { name: 'Start it to see its tools' }, later));
    await screen.findByText(/ended with exit code 1/, {}, later);
    return asked;
  }

  it('says which file it did not find and what it wrote last, as its own text', async () => {
    await look((now) => now + 1000);
    const missing = await screen.findByText(/Add the server again with the whole path/, {}, later);
    expect(missing.textContent).toContain('/home/p/');
    // What is hidden in it is drawn.
    expect(within(missing).getByRole('img', { name: /U\+202E/ })).toBeDefined();
    expect(screen.getByText(/^The last it wrote:/).textContent).toContain('Error: Cannot find module');
    expect(missing.closest('[role=status]')).not.toBeNull();
  });

  it('says nothing of what an earlier run of it wrote', async () => {
    const asked = await look((now) => now - 60_000);
    await expect.poll(() => asked, later).toEqual(['weather']);
    expect(screen.queryByText(/^The last it wrote:/)).toBeNull();
  });
});
