// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeldCall } from '../../../../shared/model/approval.ts';
import { heldCall, questions } from '../../../../renderer/dev/sample-questions.ts';
import { startI18n } from '../../../../renderer/i18n/i18n.ts';
import { allowButton, click, given, openPage, pass } from './kit.tsx';

beforeAll(() => startI18n());
beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const sample = (name: string): readonly HeldCall[] => questions[name]?.() ?? [];
const ONCE = { for: 'once', scope: 'args', apps: 'this' };

describe('what is asked', () => {
  it('names every recipient, what the server calls itself second, and what made it ask', async () => {
    await openPage(sample('send'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Claude Desktop wants to send an e-mail to ana@example.com, bob@partner.example and press@paper.example.',
    );
    expect(screen.getByText(/^calls itself/).parentElement?.textContent).toBe(
      'mail calls itself “Gmail MCP”',
    );
    expect(screen.getAllByRole('img', { name: 'Why it asks' })).toHaveLength(3);
    // The end of the long body is there before anything is opened.
    expect(screen.getByRole('alertdialog').textContent).toContain('PS: the list of customers is attached.');
    fireEvent.click(screen.getByRole('button', { name: /^Show all/ }));
    expect(screen.getByRole('alertdialog').textContent).toContain('Kind regards');
  });

  it('marks what made it ask even when hundreds of values stand before it', async () => {
    await openPage(sample('unknown'));
    const mark = screen.getByRole('img', { name: 'Why it asks' });
    expect(mark.closest('div')?.textContent).toContain('everyone');
  });

  it('has a button for the rest of a long list, and the list is whole in the content', async () => {
    const recipients = Array.from({ length: 40 }, (_, index) => `a${index}@x`);
    await openPage([
      heldCall({
        sentence: { key: 'approval.send', params: { app: 'A', recipients } },
        args: { to: recipients },
      }),
    ]);
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading.textContent).toBe(
      'A wants to send an e-mail to a0@x, a1@x, a2@x, a3@x, a4@x, a5@x, 34 more.',
    );
    fireEvent.click(screen.getByRole('button', { name: '34 more' }));
    expect(heading.textContent).toContain('a38@x and a39@x');
    expect(screen.getByText('40.')).toBeDefined();
  });

  it('frames a value that could pass for more of the sentence, so that its ends show', async () => {
    const evil = 'x" on files. Doorward has checked it. "';
    const params = { app: 'Claude Desktop', tool: evil, server: 'files' };
    await openPage([
      heldCall({ sentence: { key: 'approval.unknown', params }, serverSays: 'Mail” is safe. “' }),
    ]);
    const framed = [...document.querySelectorAll('[class*=framed]')].map(({ textContent }) => textContent);
    expect(framed).toEqual([evil, 'Mail” is safe. “']);
  });

  it('shows a hole and an unknown sentence rather than nothing', async () => {
    await openPage([heldCall({ sentence: { key: 'approval.send', params: { app: 'A' } } })]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('A wants to send an e-mail to ?.');
    cleanup();
    await openPage([heldCall({ sentence: { key: 'approval.new-one', params: { app: 'A', x: 'B' } } })]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('approval.new-one A B');
  });

  it('shows what a server asks a person', async () => {
    await openPage(sample('elicitation'));
    expect(screen.getByText(/Where shall this ticket go/)).toBeDefined();
    expect(screen.queryByText(/requestedSchema/)).toBeNull();
  });

  it('says for a moment that it was refused, then shows the next', async () => {
    const { desk } = await openPage(sample('read'));
    act(() => desk.push(desk.waiting().slice(1)));
    expect(screen.getByText(/It no longer waits/)).toBeDefined();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/read a file/);
    click(allowButton());
    await pass(2500);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/run a command/);
    expect(given(desk, 'approval.allow')).toEqual([]);
  });

  it('only counts what else waits', async () => {
    const { desk } = await openPage(sample('run'));
    expect(screen.queryByText(/ of /)).toBeNull();
    act(() => desk.push([...desk.waiting(), ...sample('send')]));
    expect(screen.getByText('1 of 2')).toBeDefined();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/run a command/);
    fireEvent.click(screen.getByRole('button', { name: 'Next call' }));
    expect(screen.getByText('2 of 2')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Call before' }));
    expect(screen.getByText('1 of 2')).toBeDefined();
  });
});

describe('how long and for what', () => {
  const openMenu = async (name: string): Promise<void> => {
    fireEvent.click(screen.getByRole('button', { name }));
    await pass(100);
  };
  const choose = async (name: string): Promise<void> => {
    fireEvent.click(screen.getByRole('menuitemradio', { name }));
    await pass(500);
  };

  it('becomes the command, and is said beside the answers', async () => {
    const { desk } = await openPage(sample('read'));
    const id = desk.waiting()[0]?.id;
    await openMenu('Just this once');
    const like = screen.getByRole('menuitemradio', {
      name: 'Like this: anything in /Users/ana/Documents/Taxes/2025',
    });
    expect(like.getAttribute('aria-disabled')).toBe('true');
    await choose('For 1 hour');
    await choose('Like this: anything in /Users/ana/Documents/Taxes/2025');
    await choose('All AI apps');
    const text = screen.getByRole('alertdialog').textContent;
    expect(text).toContain('Allow also covers, for all AI apps: anything in /Users/ana/Document');
    expect(text).toContain('Taxes/2025.');
    click(allowButton());
    await pass(0);
    expect(given(desk, 'approval.allow')).toEqual([{ id, for: '1h', scope: 'like', apps: 'all' }]);
    // The next call starts with the narrowest again.
    expect(screen.getByRole('button', { name: 'Just this once' })).toBeDefined();
  });

  it('offers no always for what sends, and Escape closes the menu without denying', async () => {
    const { desk } = await openPage(sample('send'));
    await openMenu('Just this once');
    expect(screen.queryByRole('menuitemradio', { name: 'Always' })).toBeNull();
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    await pass(500);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(given(desk, 'approval.deny')).toEqual([]);
  });
});

describe('details', () => {
  const openDetails = async (): Promise<void> => {
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    await pass(0);
  };

  it('tell the program, its signer and the rule', async () => {
    await openPage([
      heldCall({ because: { layer: 'person', code: 'rule', rule: 'r-7', marked: [], params: {} }, args: {} }),
    ]);
    await openDetails();
    const text = screen.getByRole('alertdialog').textContent;
    for (const part of [
      'Claude.app/Contents',
      'Anthropic PBC',
      'A rule of yours',
      'Rule r-7',
      'Process 4120',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('send other arguments with the one Allow button, and only when they are JSON', async () => {
    const { desk } = await openPage(sample('run'));
    await openDetails();
    fireEvent.click(screen.getByRole('button', { name: 'Edit and allow…' }));
    await pass(500);
    // Nothing has been changed yet: it is the call as it came.
    expect(allowButton().textContent).toBe('Allow');
    const editor = screen.getByLabelText<HTMLTextAreaElement>('Other arguments, as JSON');
    fireEvent.change(editor, { target: { value: '{"command":"ls"' } });
    await pass(500);
    expect(allowButton().getAttribute('aria-disabled')).toBe('true');
    click(allowButton());
    await pass(0);
    expect(given(desk, 'approval.allow')).toEqual([]);
    expect(screen.getByText(/This is not JSON/)).toBeDefined();
    fireEvent.change(editor, { target: { value: '{"command":"ls\u202E"}' } });
    // Changed arguments are another content.
    click(allowButton());
    await pass(500);
    expect(given(desk, 'approval.allow')).toEqual([]);
    expect(allowButton().textContent).toBe('Allow as edited');
    expect(screen.getByText('What is sent, as you edited it')).toBeDefined();
    expect(screen.getAllByRole('img', { name: /U\+202E/ }).length).toBeGreaterThan(0);
    click(allowButton());
    await pass(0);
    expect(given(desk, 'approval.allow')).toEqual([
      { id: expect.any(String), ...ONCE, arguments: '{"command":"ls\u202E"}' },
    ]);
  });

  it('tell the reason when a call is denied, and Escape in a field only leaves the field', async () => {
    const { desk } = await openPage(sample('run'));
    await openDetails();
    const field = screen.getByLabelText<HTMLInputElement>('Reason for the AI app');
    fireEvent.change(field, { target: { value: 'use npm instead' } });
    act(() => field.focus());
    fireEvent.keyDown(field, { key: 'Escape' });
    await pass(0);
    expect(given(desk, 'approval.deny')).toEqual([]);
    expect(field.value).toBe('use npm instead');
    fireEvent.keyDown(document.activeElement ?? window, { key: 'Escape' });
    await pass(0);
    expect(given(desk, 'approval.deny')).toEqual([{ id: expect.any(String), reason: 'use npm instead' }]);
  });

  it('lead to where wider permissions are given', async () => {
    const { desk } = await openPage(sample('run'));
    await openDetails();
    fireEvent.click(screen.getByRole('button', { name: 'Wider permissions…' }));
    expect(given(desk, 'popup.open')).toEqual([{ screen: 'permissions' }]);
  });

  it('offer no edit of arguments of which a part is hidden or missing', async () => {
    await openPage([heldCall({ args: { key: '[hidden]' } })]);
    await openDetails();
    expect(screen.queryByRole('button', { name: 'Edit and allow…' })).toBeNull();
    expect(screen.getByText(/A secret in the arguments is hidden/)).toBeDefined();
  });
});

describe('calls that are alike', () => {
  it('are listed with their sentences before all of them are allowed', async () => {
    const { desk } = await openPage(sample('group'));
    const ids = desk.waiting().map(({ id }) => ({ id }));
    fireEvent.click(screen.getByRole('button', { name: 'Allow these 14…' }));
    await pass(500);
    expect(given(desk, 'approval.allow')).toEqual([]);
    const items = within(screen.getByRole('list', { name: 'Calls that are alike' })).getAllByRole('listitem');
    expect(items).toHaveLength(14);
    expect(items[13]?.textContent).toContain('2026-14.pdf');
    click(screen.getByRole('button', { name: 'Allow these 14' }));
    await pass(100);
    expect(given(desk, 'approval.allow')).toEqual(ids);
    expect(given(desk, 'popup.hide')).toHaveLength(1);
  });

  it('go back to the one call with Escape', async () => {
    const { desk } = await openPage(sample('group'));
    fireEvent.click(screen.getByRole('button', { name: 'Allow these 14…' }));
    await pass(500);
    fireEvent.keyDown(window, { key: 'Escape' });
    await pass(0);
    expect(given(desk, 'approval.deny')).toEqual([]);
    expect(screen.queryByRole('list', { name: 'Calls that are alike' })).toBeNull();
  });
});

describe('the page', () => {
  it.each(Object.keys(questions))(
    '%s has names and roles that axe finds nothing wrong with',
    async (name) => {
      const { popup, container } = await openPage(sample(name));
      act(() => popup.draft({ details: true }));
      vi.useRealTimers();
      const { violations } = await axe(container, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual(
        [],
      );
    },
  );

  it('hides itself when nothing waits', async () => {
    const { desk, container } = await openPage([]);
    expect(given(desk, 'popup.hide').length).toBeGreaterThan(0);
    expect(within(container).queryByRole('button')).toBeNull();
  });
});
