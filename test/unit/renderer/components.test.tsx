// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { run as axe } from 'axe-core';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { createFakeBridge } from '../../../renderer/dev/fake-bridge.ts';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { Sentence, slots } from '../../../renderer/i18n/sentence.tsx';
import { AppProvider, type AppPorts } from '../../../renderer/store/app-context.tsx';
import { connect } from '../../../renderer/store/connection.ts';
import { createStores } from '../../../renderer/store/stores.ts';
import { useCommand } from '../../../renderer/store/use-command.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { CommandNote } from '../../../renderer/ui/command-note.tsx';
import { TextField } from '../../../renderer/ui/field.tsx';
import { HostileText } from '../../../renderer/ui/hostile-text/hostile-text.tsx';
import { JsonView } from '../../../renderer/ui/json-view/json-view.tsx';

function setUp(): AppPorts & { host: ReturnType<typeof createFakeBridge>['host'] } {
  const { bridge, host } = createFakeBridge(50);
  const stores = createStores();
  connect(stores, {
    bridge,
    frame: (run) => {
      const timer = setTimeout(run, 0);
      return () => clearTimeout(timer);
    },
    later: () => () => undefined,
  });
  return { bridge, stores, host, now: Date.now };
}

beforeAll(() => startI18n());
afterEach(cleanup);

describe('the frame', () => {
  it('has names and roles that axe finds nothing wrong with', async () => {
    const { container } = render(<App ports={setUp()} />);
    await screen.findByRole('navigation', { name: 'Screens' });
    const { violations } = await axe(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('changes screens by keyboard', async () => {
    render(<App ports={setUp()} />);
    await screen.findByRole('navigation');
    const user = userEvent.setup();
    await user.keyboard('{Control>}3{/Control}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Servers' })).toBeDefined();
    expect(document.activeElement?.tagName).toBe('MAIN');
    screen.getByRole('button', { name: 'Servers' }).focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'AI apps' })).toBeDefined();
  });

  it('follows where the tray leads, and says that everything is blocked until it is lifted', async () => {
    const ports = setUp();
    render(<App ports={ports} />);
    await screen.findByRole('navigation');
    ports.host.tell('navigate', { screen: 'servers', item: 'files' });
    await screen.findByRole('heading', { level: 1, name: 'Servers' });
    expect(ports.stores.ui.getState().selected.servers).toBe('files');
    await ports.bridge.commands['guard.block']({});
    await screen.findByText(/Everything is blocked/);
    await userEvent.click(screen.getByRole('button', { name: 'Lift' }));
    await waitFor(() => expect(screen.queryByText(/Everything is blocked/)).toBeNull());
  });
});

describe('a command', () => {
  function Add() {
    const add = useCommand('client.add');
    const [name, setName] = useState('Cursor');
    return (
      <>
        <TextField label="Name" value={name} onChange={setName} />
        <Button busy={add.busy} onClick={() => void add.run({ name })}>
          Add
        </Button>
        <CommandNote command={add} />
      </>
    );
  }

  it('says beside its button why it was refused, and keeps what was typed', async () => {
    render(
      <AppProvider ports={setUp()}>
        <Add />
      </AppProvider>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findByRole('alert')).textContent).toBe('There is already an AI app "Cursor".');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Cursor');
  });

  it('shows what it says of itself while it runs', async () => {
    function Inspect() {
      const inspect = useCommand('server.inspect');
      return (
        <>
          <Button onClick={() => void inspect.run({ id: 'weather' })}>Start</Button>
          <CommandNote command={inspect} />
        </>
      );
    }
    render(
      <AppProvider ports={setUp()}>
        <Inspect />
      </AppProvider>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    await screen.findByText('Starting the server.');
  });
});

describe('hostile text', () => {
  it('becomes text nodes and named boxes', () => {
    const { container } = render(<HostileText text={'<img src=x>a\u202Eb'} />);
    expect(container.querySelector('img[src]')).toBeNull();
    expect(screen.getByRole('img', { name: /U\+202E/ }).textContent).toBe('⟦U+202E⟧');
    expect(container.textContent).toBe('<img src=x>a⟦U+202E⟧b');
  });

  it('shows the end of what it cuts', () => {
    const { container } = render(<HostileText text={`start${'x'.repeat(500)}end.exe`} max={20} end={8} />);
    expect(container.textContent).toMatch(/^startx+….*end\.exe$/);
  });

  it('fills the slots of a sentence without reading its values', () => {
    const text = `Remove ${slots('server').server}?`;
    const { container } = render(<Sentence text={text} parts={{ server: <b>{'{{x}}'}</b> }} />);
    expect(container.innerHTML).toBe('Remove <b>{{x}}</b>?');
  });
});

describe('JSON', () => {
  const show = (head: string, tail?: string, bytes = 1_200_000) =>
    render(
      <AppProvider ports={setUp()}>
        <JsonView label="Result" text={tail === undefined ? { head, bytes } : { head, tail, bytes }} />
      </AppProvider>,
    );

  it('shows the gap of a cut text', () => {
    show('{"a":"', 'z"}');
    expect(screen.getByText(/1\.2 MB not shown/)).toBeDefined();
  });

  it('draws a long text bit by bit', async () => {
    const { container } = show(JSON.stringify(Array.from({ length: 1000 }, (_, index) => index)));
    expect(container.querySelectorAll('div').length).toBeLessThan(450);
    await userEvent.click(screen.getByRole('button', { name: 'Show 400 more lines' }));
    expect(container.querySelectorAll('div').length).toBeGreaterThan(800);
  });
});
