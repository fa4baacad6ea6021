// @vitest-environment jsdom
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sampleCall } from '../../../renderer/dev/sample-calls.ts';
import { Findings, findingsOf } from '../../../renderer/features/activity/detail/findings.tsx';
import { sampleRules } from '../../../renderer/dev/sample-policy.ts';
import type { LiveCall } from '../../../shared/model/live.ts';
import { payloads } from '../../e2e/fixtures/payloads.ts';
import { prepare, rows, seeRows, show, tidy } from './activity-page.tsx';

beforeAll(prepare);
afterEach(tidy);

describe('the detail', () => {
  it('says who called what, and leads to the server and the app', async () => {
    const { user, stores } = await show();
    act(() => stores.ui.getState().navigate('activity', 'call-000090'));
    const pane = await screen.findByRole('region', { name: 'Call' });
    expect(within(pane).getByRole('heading', { level: 2 }).textContent).toMatch(/^Cursor used .+ on .+\.$/);
    await within(pane).findByRole('heading', { name: 'Steps' });
    expect(within(pane).getByText('Received')).toBeDefined();
    expect(within(pane).getByRole('button', { name: 'Copy the call ID' })).toBeDefined();
    await user.click(within(pane).getByRole('button', { name: 'Cursor' }));
    expect(stores.ui.getState()).toMatchObject({ screen: 'apps', selected: { apps: 'c2' } });
  });

  it('says why it was decided so, what else fits and what would change it, and leads to the rule', async () => {
    const { user, stores, host } = await show();
    act(() => host.patch({ rules: sampleRules() }));
    act(() => stores.ui.getState().navigate('activity', 'call-000090'));
    const pane = await screen.findByRole('region', { name: 'Call' });
    await within(pane).findByRole('heading', { name: 'Why' }, { timeout: 60_000 });
    expect(pane.textContent).toMatch(
      /It passes and is reported\. Claude Desktop may call write_file on files\..* Without that it would have been asked about\./,
    );
    expect(within(pane).getByRole('list', { name: 'What would change it' }).textContent).toMatch(
      /^Remove this rule: Claude Desktop may call write_file/,
    );
    expect(within(pane).getByRole('list', { name: 'Other rules that fit' }).textContent).toMatch(
      /Another rule that fits is more specific/,
    );
    await user.click(await within(pane).findByRole('button', { name: 'Show the rule' }));
    expect(stores.ui.getState()).toMatchObject({
      screen: 'permissions',
      selected: { permissions: 'rule-1' },
    });
  });

  it('says nothing about why where no rule was asked', async () => {
    const { stores, bridge } = await show();
    const explain = vi.fn(bridge.commands['rule.explain']);
    explain.mockResolvedValue({ ok: false, code: 'unknown', message: 'Nothing is known of it.' });
    Object.assign(bridge.commands, { 'rule.explain': explain });
    act(() => stores.ui.getState().navigate('activity', 'call-000090'));
    await screen.findByRole('heading', { name: 'Steps' });
    await waitFor(() => expect(explain).toHaveBeenCalled());
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(screen.queryByRole('heading', { name: 'Why' })).toBeNull();
  });

  it('asks again when its call changes, and shows how it ended', async () => {
    const { patch, detail, stores, host } = await show();
    const open = stores.calls.getState().list.at(99);
    if (open === undefined) throw new Error('There is no call.');
    act(() => stores.ui.getState().navigate('activity', open.call));
    await screen.findByText(/has not answered yet/);
    expect(detail).toHaveBeenCalledTimes(1);
    const ended = { ...open, outcome: 'failed' as const, reason: 'It ended.', durationMs: 20 };
    vi.spyOn(host, 'call').mockReturnValue(ended);
    for (let time = 0; time < 3; time += 1) await patch({ ...ended, durationMs: 20 + time });
    const pane = await screen.findByRole('region', { name: 'Call' });
    expect(within(pane).getByText('It ended.')).toBeDefined();
    await within(pane).findByText('No usable answer came back.');
    expect(detail.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('shows a call that is only in the log, and says when one is gone', async () => {
    const { stores, detail } = await show();
    const row = sampleCall(9000, 0);
    const { n: _, preview: __, ...call } = row;
    detail.mockResolvedValueOnce({ ok: true, value: { call, legs: [], textNote: 'No texts.' } });
    act(() => stores.ui.getState().navigate('activity', 'call-009000'));
    expect(await screen.findByText('No texts.')).toBeDefined();
    act(() => stores.ui.getState().navigate('activity', 'gone'));
    expect(await screen.findByText(/no longer known/)).toBeDefined();
  });

  it('says when it cannot be shown, and tries again', async () => {
    const { user, stores, detail } = await show();
    detail.mockResolvedValueOnce({ ok: false, code: 'failed', message: 'The log cannot be read.' });
    act(() => stores.ui.getState().navigate('activity', 'call-000090'));
    expect((await screen.findByRole('alert')).textContent).toContain('The log cannot be read.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'Steps' });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('hostile texts', () => {
  /** What is in the page and would be seen as something else, or not at all. */
  const unseen = (container: HTMLElement, marks: readonly number[]) =>
    marks.filter((code) => container.textContent?.includes(String.fromCodePoint(code)));
  const foreign = 'script, img, iframe, object, style, a, form, details, marquee, template';

  it('are drawn as text in every row', async () => {
    seeRows(200);
    const { patch, container } = await show(1);
    await patch(
      ...payloads.map(({ text }, index): LiveCall => ({
        ...sampleCall(index + 2, Date.now()),
        clientName: text.slice(0, 64),
        direction: index % 2 === 0 ? 'client' : 'server',
        method: index % 3 === 0 ? text.slice(0, 64) : 'tools/call',
        name: text.slice(0, 512),
        preview: text.slice(0, 160),
      })),
    );
    expect(rows().length).toBe(payloads.length + 1);
    expect(container.querySelector(foreign)).toBeNull();
    for (const { text, marks } of payloads) expect(unseen(container, marks), text).toEqual([]);
    expect('__pwned' in window).toBe(false);
  });

  it('are drawn as text in every part of the detail', async () => {
    const { detail, stores, container } = await show(1);
    for (let from = 0; from < payloads.length; from += 20) {
      const some = payloads.slice(from, from + 20);
      const text = some.map((each) => each.text).join(' ');
      const {
        n: _,
        preview: __,
        ...call
      } = {
        ...sampleCall(2, 0),
        call: `h-${from}`,
        clientName: text,
        server: text,
        method: text,
        name: text,
        reason: text,
      };
      const { argsBytes: ___, resultBytes: ____, durationMs: _____, ...who } = call;
      const leg = { ...who, leg: 'failed', outcome: 'failed', reason: `${text}!` } as const;
      detail.mockResolvedValue({
        ok: true,
        value: {
          call,
          legs: [{ ...leg, hash: text, argsDigest: text }],
          args: { head: JSON.stringify({ text }), bytes: text.length + 11 },
          result: { head: text, tail: text, bytes: 1_000_000 },
          textNote: text,
        },
      });
      act(() => stores.ui.getState().navigate('activity', call.call));
      await waitFor(() => expect(screen.getByRole('button', { name: 'Copy the call ID' })).toBeDefined());
      await waitFor(() => expect(container.textContent).toContain(call.call));
      expect(container.querySelector(foreign)).toBeNull();
      // A text of several lines keeps its line ends.
      const codes = some.flatMap(({ marks }) => marks).filter((code) => code !== 10 && code !== 9);
      expect(unseen(container, codes)).toEqual([]);
    }
    expect('__pwned' in window).toBe(false);
  });
});

describe('what was found in a call', () => {
  it('is said with what was done about it, by its newest leg', () => {
    const leg = (found: string | undefined) => ({ leg: 'sent', found }) as never;
    expect(findingsOf([])).toEqual([]);
    expect(findingsOf([leg('not json')])).toEqual([]);
    expect(findingsOf([leg('[{"source":"magic"}]')])).toEqual([]);
    const one = { source: 'vault', type: 'key', where: 'answer', act: 'masked', count: 2 } as const;
    expect(findingsOf([leg('[]'), leg(JSON.stringify([one])), leg(undefined)])).toEqual([one]);
    render(<Findings legs={[leg(JSON.stringify([one]))]} />);
    expect(screen.getByRole('list', { name: 'What was found in it' }).textContent).toBe(
      'MaskedA secret of the vault: key × 2 in the answer',
    );
  });
});
