// @vitest-environment jsdom
import { act, cleanup, createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleBundle } from '../../../renderer/dev/sample-registry.ts';
import { ServersScreen } from '../../../renderer/features/servers/servers-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuseStrayDrops } from '../../../renderer/store/stray-drops.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const heading = { name: sampleBundle.facts.title ?? sampleBundle.facts.name };
const later = { timeout: 60_000 };

/** A window that shows its servers when the system brings a bundle. */
async function opened(ticket = 'b1', prepare: (world: ReturnType<typeof setUp>) => void = () => undefined) {
  const world = setUp();
  prepare(world);
  world.draw(<ServersScreen />);
  await screen.findByRole('button', { name: 'Open a bundle' }, later);
  act(() => world.host.tell('navigate', { screen: 'servers', bundle: ticket }));
  await screen.findByRole('heading', { name: 'Open a bundle' }, later);
  return world;
}

describe('a bundle that was opened with Doorward', () => {
  it('is shown on its page, where the person decides; nothing is added', async () => {
    const { given, stores } = await opened();
    await screen.findByRole('heading', heading, later);
    expect(given('app.bundle')).toEqual([{ ticket: 'b1' }]);
    expect(given('bundle.install')).toEqual([]);
    expect(given('bundle.read')).toEqual([]);
    expect(screen.getByRole('button', { name: 'Add' })).toBeDefined();
    await waitFor(() => expect(stores.ui.getState().said).toMatch(/^The bundle was read/));
    expect(stores.ui.getState().arrived).toBeUndefined();
  });

  it.each([
    ['remote', /another computer/],
    ['link', /link to a file/],
    ['no-file', /no file/],
    ['too-large', /256 MiB/],
    ['missing', /not there any more/],
    ['gone', /Open this one once more/],
  ] as const)('says plainly why it is not read: %s', async (why, sentence) => {
    await opened('b1', ({ commands }) => {
      commands['app.bundle'] = () => Promise.resolve({ ok: true, value: { kind: 'refused', why } });
    });
    expect((await screen.findByRole('alert', {}, later)).textContent).toMatch(sentence);
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
  });

  it('takes the place of the one before at once, and tells of files that were left out', async () => {
    const { host, commands } = await opened();
    await screen.findByRole('heading', heading, later);
    const answers: (() => void)[] = [];
    commands['app.bundle'] = () =>
      new Promise((resolve) =>
        answers.push(() => resolve({ ok: true, value: { kind: 'read', view: sampleBundle, others: 2 } })),
      );
    act(() => host.tell('navigate', { screen: 'servers', bundle: 'b2' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Add' })).toBeNull(), later);
    await waitFor(() => expect(answers).toHaveLength(1), later);
    act(() => answers[0]?.());
    await screen.findByText(/2 other files were not opened/, {}, later);
  });

  it('is the last one, whichever is answered first', async () => {
    const { host, commands } = await opened('b0');
    const answers = new Map<string, (title: string) => void>();
    commands['app.bundle'] = ({ ticket }) =>
      new Promise((resolve) => {
        answers.set(ticket, (title) =>
          resolve({
            ok: true,
            value: {
              kind: 'read',
              view: { ...sampleBundle, facts: { ...sampleBundle.facts, title } },
              others: 0,
            },
          }),
        );
      });
    for (const ticket of ['b5', 'b6']) {
      act(() => host.tell('navigate', { screen: 'servers', bundle: ticket }));
      await waitFor(() => expect(answers.has(ticket)).toBe(true), later);
    }
    await act(async () => answers.get('b6')?.('The last'));
    await screen.findByRole('heading', { name: 'The last' }, later);
    await act(async () => answers.get('b5')?.('The first'));
    expect(screen.queryByRole('heading', { name: 'The first' })).toBeNull();
  });
});

describe('a file that is dropped on the window', () => {
  const files = (count: number) =>
    Array.from({ length: count }, (_, n) => new File(['PK'], `notes-${n}.mcpb`));
  const transfer = (dropped: readonly File[]) => ({ files: dropped, types: ['Files'], dropEffect: 'copy' });

  it('opens the page for bundles when it falls on the servers', async () => {
    const { draw, given } = setUp();
    draw(<ServersScreen />);
    const list = await screen.findByRole('list', { name: 'Servers' }, later);
    fireEvent.drop(list, { dataTransfer: transfer(files(3)) });
    await screen.findByRole('heading', heading, later);
    expect(given('bundle.receive')).toHaveLength(1);
    expect(given('bundle.install')).toEqual([]);
    expect(screen.getByText(/2 other files were not opened/)).toBeDefined();
  });

  it('leaves text that is dragged about alone', async () => {
    const { draw } = setUp();
    draw(<ServersScreen />);
    const list = await screen.findByRole('list', { name: 'Servers' }, later);
    const over = createEvent.dragOver(list, { dataTransfer: { types: ['text/plain'], files: [] } });
    fireEvent(list, over);
    expect(over.defaultPrevented).toBe(false);
  });

  it('never takes the place of the page anywhere else', () => {
    const end = refuseStrayDrops(document);
    const { container } = setUp().draw(<p>a page</p>);
    for (const make of [createEvent.dragOver, createEvent.drop]) {
      const dataTransfer = transfer(files(1));
      const event = make(container, { dataTransfer });
      fireEvent(container, event);
      expect(event.defaultPrevented).toBe(true);
      expect(dataTransfer.dropEffect).toBe('none');
      const text = make(container, { dataTransfer: { types: ['text/plain'], files: [] } });
      fireEvent(container, text);
      expect(text.defaultPrevented).toBe(false);
    }
    end();
    const after = createEvent.drop(container, { dataTransfer: transfer(files(1)) });
    fireEvent(container, after);
    expect(after.defaultPrevented).toBe(false);
  });
});
