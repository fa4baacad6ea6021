// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { samplePending } from '../../../../renderer/dev/sample-policy.ts';
import { sampleReviews } from '../../../../renderer/dev/sample-reviews.ts';
import { LiveRegion } from '../../../../renderer/app/live-region.tsx';
import { startI18n } from '../../../../renderer/i18n/i18n.ts';
import { setUp } from '../screens-support.tsx';

let focused = true;
beforeAll(() => startI18n());
beforeEach(() => {
  focused = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const later = { timeout: 60_000 };
const politely = () => screen.getByRole('status').textContent;
const atOnce = () => document.querySelector('[aria-live=assertive]')?.textContent ?? '';

/** A window in which nothing waits; everything that it says is in `heard`, oldest first. */
async function quiet() {
  const world = setUp();
  const { host } = world;
  const calls = samplePending().flatMap((call) => [call, { ...call, id: `${call.id}-again` }]);
  const reviews = sampleReviews();
  host.patch({ pending: [], reviews: [] });
  world.draw(<LiveRegion />);
  await waitFor(() => expect(world.stores.host.getState().status).toBeDefined(), later);
  const heard: string[] = [];
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node.textContent !== '') heard.push(node.textContent ?? '');
  });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  const patch = async (what: Parameters<typeof host.patch>[0]): Promise<void> => {
    act(() => host.patch(what));
    await waitFor(
      () => expect(world.stores.host.getState()).toMatchObject({ pending: { length: host.pending.length } }),
      later,
    );
  };
  return { ...world, calls, reviews, heard, patch };
}

describe('the live regions of the window', () => {
  it('announce a call that waits, politely and once', async () => {
    const { calls, patch, heard } = await quiet();
    const [first, second, third] = calls;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no samples');
    await patch({ pending: [first] });
    await waitFor(() => expect(politely()).toMatch(/ waits for your answer about a call to /), later);
    expect(atOnce()).toBe('');
    // Its clock is no news, nor is a call that is over.
    await patch({ pending: [{ ...first, endsAt: (first.endsAt ?? 0) + 1000 }] });
    await patch({ pending: [] });
    await patch({ pending: [second, third] });
    await waitFor(() => expect(politely()).toBe('2 calls wait for your answer.'), later);
    expect(heard).toHaveLength(2);
  });

  it('announce a dangerous change, and that all is blocked, at once', async () => {
    const { reviews, patch, host, heard } = await quiet();
    const alarming = reviews.find(({ risk }) => risk === 'alarm');
    if (alarming === undefined) throw new Error('no sample');
    await patch({ reviews: [alarming] });
    await waitFor(() => expect(atOnce()).toMatch(/^Alarm: “.+” changed what it tells your AI\./), later);
    // One item less is no news.
    await patch({ reviews: [{ ...alarming, items: alarming.items.slice(0, 1) }] });
    await patch({ reviews: [], status: { ...host.status, guard: 'block' } });
    await waitFor(() => expect(atOnce()).toMatch(/^Everything is blocked/), later);
    expect(heard).toHaveLength(2);
    expect(politely()).toBe('');
  });

  it('say nothing of changes that can wait', async () => {
    const { reviews, patch, heard } = await quiet();
    await patch({ reviews: reviews.filter(({ risk }) => risk !== 'alarm') });
    expect(heard).toEqual([]);
  });

  it('keep quiet while another window has the keys, and tell what is there still when the person comes back', async () => {
    const { calls, patch, heard } = await quiet();
    focused = false;
    const [first, second] = calls;
    if (first === undefined || second === undefined) throw new Error('no samples');
    await patch({ pending: [first] });
    await patch({ pending: [first, second] });
    await patch({ pending: [second] });
    expect(heard).toEqual([]);
    focused = true;
    act(() => void window.dispatchEvent(new Event('focus')));
    await waitFor(() => expect(politely()).toMatch(/ waits for your answer /), later);
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(heard).toHaveLength(1);
  });

  it('let the same result of a command be heard again', async () => {
    const { stores, heard } = await quiet();
    for (let time = 0; time < 2; time += 1) act(() => stores.ui.getState().say('It was denied.'));
    await waitFor(() => expect(heard).toEqual(['It was denied.', 'It was denied.']), later);
  });

  it('draw what is hidden in the name of an app', async () => {
    const { calls, patch } = await quiet();
    const [first] = calls;
    if (first === undefined) throw new Error('no sample');
    await patch({ pending: [{ ...first, clientName: 'Claude\u202Eevil' }] });
    await waitFor(() => expect(politely()).toContain('waits for your answer'), later);
    expect(politely()).not.toContain('\u202E');
  });
});
