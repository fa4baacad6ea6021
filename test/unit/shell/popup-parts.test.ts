import { describe, expect, it } from 'vitest';
import type { HostPatch, Phase } from '../../../shared/ipc/window.ts';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Host } from '../../../electron/host/host.ts';
import { popupConduct } from '../../../electron/shell/popup-conduct.ts';
import { waitingShortcut } from '../../../electron/shell/shortcut.ts';
import { touchedCalls } from '../../../electron/shell/touched-calls.ts';
import { waitingCalls } from '../../../electron/shell/waiting-calls.ts';
import { aHeldCall, aMissedCall, fakeHost, handTimers } from './support.ts';

const calls = (...ids: string[]): readonly HeldCall[] => ids.map((id) => aHeldCall({ id }));

describe('when the approval window comes and goes', () => {
  function kit() {
    const did: string[] = [];
    const timers = handTimers();
    const conduct = popupConduct({
      window: { show: (how) => void did.push(how), hide: () => void did.push('hide') },
      tell: (pending) => void did.push(`tell ${pending.map(({ id }) => id).join()}`),
      shortcut: (wanted) => void did.push(`keys ${wanted}`),
      elsewhere: () => void did.push('elsewhere'),
      timers,
    });
    return { conduct, timers, take: () => did.splice(0) };
  }

  it('comes for a new call, tells the page first, and goes when nothing waits', () => {
    const { conduct, timers, take } = kit();
    conduct.pending(calls('a'));
    expect(take()).toEqual(['tell a', 'keys true', 'quiet']);
    conduct.pending(calls('a', 'b'));
    expect(take()).toEqual(['tell a,b', 'keys true', 'quiet']);
    conduct.pending(calls('b'));
    expect(take()).toEqual(['tell b', 'keys true']);
    conduct.pending([]);
    expect(take()).toEqual(['tell ', 'keys false']);
    timers.pass(2500);
    expect(take()).toEqual(['hide']);
  });

  it('stays when another call comes while the page says that the last one has ended', () => {
    const { conduct, timers, take } = kit();
    conduct.pending(calls('a'));
    conduct.pending([]);
    timers.pass(1000);
    conduct.pending(calls('b'));
    take();
    timers.pass(60_000);
    expect(take()).toEqual([]);
  });

  it('goes as soon as its page has nothing to show and nothing waits', () => {
    const { conduct, timers, take } = kit();
    conduct.pending(calls('a'));
    take();
    // The page was told of its answer before the list was.
    conduct.hide();
    expect(take()).toEqual([]);
    conduct.pending([]);
    expect(take()).toEqual(['tell ', 'keys false', 'hide']);
    timers.pass(60_000);
    expect(take()).toEqual([]);
    conduct.pending(calls('b'));
    conduct.pending([]);
    take();
    conduct.hide();
    expect(take()).toEqual(['hide']);
  });

  it('stays for a call of which its page did not know, however late that says that it has nothing to show', () => {
    const { conduct, timers, take } = kit();
    conduct.pending(calls('a'));
    conduct.pending([]);
    conduct.pending(calls('b'));
    take();
    timers.pass(60_000);
    conduct.hide();
    expect(take()).toEqual([]);
    // It was looked at meanwhile, and the next one came before it was gone.
    conduct.pending(calls('b', 'c'));
    conduct.pending(calls('c'));
    conduct.pending([]);
    expect(take()).not.toContain('hide');
    timers.pass(2500);
    expect(take()).toEqual(['hide']);
  });

  it('is not pushed on somebody who closed it, until another call comes', () => {
    const { conduct, take } = kit();
    conduct.pending(calls('a'));
    take();
    conduct.pending([aHeldCall({ id: 'a', appGone: true })]);
    expect(take()).toEqual(['tell a', 'keys true']);
    conduct.pending(calls('a', 'c'));
    expect(take()).toContain('quiet');
  });

  it('does nothing for the same list', () => {
    const { conduct, take } = kit();
    const list = calls('a');
    conduct.pending(list);
    take();
    conduct.pending(list);
    expect(take()).toEqual([]);
  });

  it('leads to what was missed where nothing waits', () => {
    const { conduct, take } = kit();
    conduct.focus();
    conduct.pending(calls('a'));
    conduct.focus();
    expect(take()).toEqual(['elsewhere', 'tell a', 'keys true', 'quiet', 'focus']);
  });
});

describe('the keys that lead to the question', () => {
  function kit(answer: () => boolean) {
    const did: string[] = [];
    const said: string[] = [];
    let press = (): void => {};
    const keys = waitingShortcut({
      register(which, pressed) {
        did.push(`+${which}`);
        press = pressed;
        return answer();
      },
      unregister: (which) => void did.push(`-${which}`),
      pressed: () => void did.push('pressed'),
      log: (message) => void said.push(message),
    });
    return { keys, did, said, press: () => press() };
  }

  it('are taken only while something waits', () => {
    const { keys, did, press } = kit(() => true);
    keys.want(false);
    keys.want(true);
    keys.want(true);
    press();
    keys.want(false);
    keys.want(false);
    expect(did).toEqual(['+CommandOrControl+Alt+D', 'pressed', '-CommandOrControl+Alt+D']);
  });

  it.each([
    () => false,
    () => {
      throw new Error('no such thing on this desktop');
    },
  ])('may belong to somebody else, which is said once and tried again later', (answer) => {
    const { keys, did, said } = kit(answer);
    for (let n = 0; n < 3; n++) {
      keys.want(true);
      keys.want(false);
    }
    expect(said).toHaveLength(1);
    expect(did.filter((what) => what.startsWith('-'))).toEqual([]);
    expect(did).toHaveLength(3);
  });
});

describe('the clocks that a window has stopped', () => {
  function kit(accept = true) {
    const left: string[] = [];
    const touched = touchedCalls((id) => void left.push(id));
    const answer = touched.watch(() => Promise.resolve(accept ? ok({}) : fail('unknown', 'No such call.')));
    return {
      touched,
      left,
      ask: (name: Parameters<typeof answer>[0], id = 'q1') => answer(name, { id }, () => {}, 'popup'),
    };
  }

  it('go on when nobody looks any more', async () => {
    const { touched, left, ask } = kit();
    await ask('approval.touch');
    await ask('approval.touch', 'q2');
    touched.letGo();
    touched.letGo();
    expect(left).toEqual(['q1', 'q2']);
  });

  it('go on also of a call that is being stopped just then', () => {
    const { touched, left, ask } = kit();
    const asking = ask('approval.touch');
    touched.letGo();
    expect(left).toEqual(['q1']);
    return asking;
  });

  it.each(['approval.leave', 'approval.allow', 'approval.deny'] as const)(
    'need nothing after %s',
    async (name) => {
      const { touched, left, ask } = kit();
      await ask('approval.touch');
      await ask(name);
      touched.letGo();
      expect(left).toEqual([]);
    },
  );

  it('need nothing of calls that are gone, or never were', async () => {
    const { touched, left, ask } = kit();
    await ask('approval.touch', 'q1');
    await ask('approval.touch', 'q2');
    touched.waiting(['q2']);
    touched.letGo();
    expect(left).toEqual(['q2']);
    const refused = kit(false);
    await refused.ask('approval.touch');
    refused.touched.letGo();
    expect(refused.left).toEqual([]);
  });
});

describe('the calls that wait', () => {
  function kit() {
    let host: Host | undefined;
    let phased = (_phase: Phase): void => {};
    let patched = (_patch: HostPatch): void => {};
    const waiting = waitingCalls({
      host: () => host,
      onPhase: (listener) => void (phased = listener),
      onPatch: (listener) => void (patched = listener),
    });
    const told: string[] = [];
    waiting.onChange(
      () =>
        void told.push(
          waiting
            .pending()
            .map(({ id }) => id)
            .join(),
        ),
    );
    return {
      waiting,
      told,
      run: (pending: readonly HeldCall[]): void => {
        ({ host } = fakeHost({}, { pending: [...pending], missed: [aMissedCall()] }));
        phased({ kind: 'running' });
      },
      phase: (phase: Phase) => phased(phase),
      patch: (patch: Partial<HostPatch>) => patched({ run: 'r', seq: 1, ...patch }),
    };
  }

  it('are those of the host that runs, then what its patches say', () => {
    const { waiting, told, run, patch } = kit();
    run(calls('a'));
    expect(waiting.missed()).toHaveLength(1);
    patch({ pending: [...calls('a', 'b')] });
    patch({ calls: [] });
    patch({ missed: [] });
    expect(told).toEqual(['a', 'a,b', 'a,b']);
    expect(waiting.missed()).toEqual([]);
  });

  it('are none once no host runs: nobody is asked what nobody can answer', () => {
    const { waiting, run, phase } = kit();
    run(calls('a'));
    phase({ kind: 'crashed', sentence: '', ways: [] });
    expect([waiting.pending(), waiting.missed()]).toEqual([[], []]);
  });
});
