import { describe, expect, it } from 'vitest';
import type { HostPatch, PushOf } from '../../../shared/ipc/window.ts';
import { pageLink } from '../../../electron/shell/page-link.ts';
import { windowFeed } from '../../../electron/shell/window-feed.ts';

function kit() {
  let visible = true;
  const sent: number[] = [];
  const feed = windowFeed({ visible: () => visible, send: ({ seq }: HostPatch) => void sent.push(seq) });
  return {
    sent,
    feed: (...numbers: number[]) => numbers.forEach((seq) => feed.patch({ run: 'r', seq })),
    see: (now: boolean): void => {
      visible = now;
      feed.visibilityChanged();
    },
  };
}

describe('the patches that a window gets', () => {
  it('are all of them while it can be seen', () => {
    const { sent, feed } = kit();
    feed(1, 2, 3);
    expect(sent).toEqual([1, 2, 3]);
  });

  it('leave a gap when it is shown again, so that the page asks for a snapshot', () => {
    const { sent, feed, see } = kit();
    feed(1);
    see(false);
    feed(2, 3, 4);
    expect(sent).toEqual([1]);
    see(true);
    expect(sent).toEqual([1, 4]);
    feed(5);
    expect(sent).toEqual([1, 4, 5]);
  });

  it('simply fit when only one was held back', () => {
    const { sent, feed, see } = kit();
    feed(1);
    see(false);
    feed(2);
    see(true);
    expect(sent).toEqual([1, 2]);
  });

  it('are none when nothing happened', () => {
    const { sent, feed, see } = kit();
    feed(1);
    see(false);
    see(true);
    see(true);
    expect(sent).toEqual([1]);
  });
});

describe('leading the page to a screen', () => {
  function link() {
    const did: unknown[] = [];
    const to = (screen: PushOf<'navigate'>['screen']): PushOf<'navigate'> => ({ screen });
    return {
      did,
      to,
      link: pageLink({ show: () => void did.push('show'), send: (place) => void did.push(place.screen) }),
    };
  }

  it('waits until the page listens, and then goes to the last place', () => {
    const { did, link: page, to } = link();
    page.navigate(to('apps'));
    page.navigate(to('servers'));
    expect(did).toEqual(['show', 'show']);
    page.alive();
    page.alive();
    expect(did).toEqual(['show', 'show', 'servers']);
  });

  it('goes there at once when it listens, and waits again after a reload', () => {
    const { did, link: page, to } = link();
    page.alive();
    page.navigate(to('apps'));
    page.gone();
    page.navigate(to('settings'));
    expect(did).toEqual(['show', 'apps', 'show']);
    page.alive();
    expect(did.at(-1)).toBe('settings');
  });
});
