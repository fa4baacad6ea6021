import { describe, expect, it } from 'vitest';
import { desktopSettings } from '../../../electron/shell/desktop-settings.ts';
import { type Settings, settings } from '../../../shared/model/settings.ts';
import { fail, ok } from '../../../shared/result.ts';

type Given = Partial<Pick<Settings, 'theme' | 'startAtLogin'>>;

/** The settings of one host, that a test can change. */
function ofHost(given: Given, isManaged = false) {
  const listeners = new Set<(after: Settings) => void>();
  return {
    now: () => settings.parse(given),
    isManaged: () => isManaged,
    onChange(listener: (after: Settings) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    become: (after: Given) => listeners.forEach((listener) => listener(settings.parse(after))),
  };
}

function desktop(own: Given | undefined) {
  const done: string[] = [];
  const looked: string[] = [];
  const follow = desktopSettings({
    own: { read: () => (own === undefined ? fail('malformed', 'It is not JSON.') : ok(settings.parse(own))) },
    theme: ({ theme }) => void done.push(theme),
    language: () => void looked.push('language'),
    startAtLogin: (wanted) => void done.push(`login ${wanted}`),
  });
  return { done, looked, follow };
}

describe('settings on the desktop', () => {
  it('are looks alone before a host says what an organisation wants', () => {
    expect(desktop({ theme: 'dark', startAtLogin: true }).done).toEqual(['dark']);
    expect(desktop(undefined).done).toEqual([]);
  });

  it("are the host's, which has the organisation's among them, and not the person's", () => {
    const { done, follow } = desktop({ theme: 'dark', startAtLogin: false });
    follow(ofHost({ theme: 'light', startAtLogin: true }, true));
    expect(done).toEqual(['dark', 'light', 'login true']);
  });

  it('write the entry again at each start, and leave it where the person has none', () => {
    const on = desktop({ startAtLogin: true });
    on.follow(ofHost({ startAtLogin: true }));
    expect(on.done).toEqual(['system', 'system', 'login true']);
    const off = desktop({});
    off.follow(ofHost({}));
    expect(off.done).toEqual(['system', 'system']);
  });

  it('take the entry away where the organisation wants none', () => {
    const { done, follow } = desktop({ startAtLogin: true });
    follow(ofHost({ startAtLogin: false }, true));
    expect(done.at(-1)).toBe('login false');
  });

  it('follow a change of either while the host runs', () => {
    const { done, looked, follow } = desktop({});
    const host = ofHost({});
    follow(host);
    done.length = 0;
    host.become({ theme: 'dark', startAtLogin: true });
    host.become({ theme: 'dark', startAtLogin: true });
    host.become({ theme: 'light', startAtLogin: false });
    expect(done).toEqual(['dark', 'login true', 'dark', 'light', 'login false']);
    expect(looked).toHaveLength(4);
  });

  it('are those of the host that runs, and no longer of the one before', () => {
    const { done, follow } = desktop({});
    const [first, second] = [ofHost({}), ofHost({})];
    follow(first);
    follow(second);
    done.length = 0;
    first.become({ theme: 'light', startAtLogin: true });
    expect(done).toEqual([]);
    second.become({ theme: 'dark' });
    expect(done).toEqual(['dark']);
  });
});
