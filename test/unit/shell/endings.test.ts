import { describe, expect, it } from 'vitest';
import { fatalHandler } from '../../../electron/shell/fatal.ts';
import { rendererCrash } from '../../../electron/shell/renderer-crash.ts';
import { shutdown } from '../../../electron/shell/shutdown.ts';
import { handTimers, keptLog, settled } from './support.ts';

/** A promise and what settles it. */
function later() {
  let done = (): void => {};
  let fail = (): void => {};
  const promise = new Promise<void>((resolve, reject) => {
    done = resolve;
    fail = () => reject(new Error('broken'));
  });
  return { promise, done, fail };
}

describe('quitting', () => {
  function kit() {
    const stop = later();
    const timers = handTimers();
    const did: string[] = [];
    const way = shutdown({
      stop: () => {
        did.push('stop');
        return stop.promise;
      },
      quit: () => void did.push('quit'),
      after: timers.after,
      log: (message) => void did.push(message),
    });
    const beforeQuit = (): boolean => {
      let held = false;
      way.beforeQuit({ preventDefault: () => void (held = true) });
      return held;
    };
    return { stop, timers, did, way, beforeQuit };
  }

  it('holds the app until the host is down, and then lets it go', async () => {
    const { stop, did, way, beforeQuit, timers } = kit();
    expect(way.quitting()).toBe(false);
    expect(beforeQuit()).toBe(true);
    expect(way.quitting()).toBe(true);
    expect(beforeQuit()).toBe(true);
    expect(did).toEqual(['stop']);
    stop.done();
    await settled();
    expect(did).toEqual(['stop', 'quit']);
    expect(beforeQuit()).toBe(false);
    expect(timers.waiting()).toBe(0);
  });

  it('does not wait for ever', () => {
    const { did, beforeQuit, timers } = kit();
    beforeQuit();
    timers.pass(15_000);
    expect(did).toEqual(['stop', 'The host did not stop in time', 'quit']);
    expect(beforeQuit()).toBe(false);
  });

  it('goes on when the host cannot be stopped', async () => {
    const { stop, did, beforeQuit } = kit();
    beforeQuit();
    stop.fail();
    await settled();
    expect(did.at(-1)).toBe('quit');
  });

  it('begins when the session ends', async () => {
    const { stop, did, way } = kit();
    way.sessionEnds();
    way.sessionEnds();
    stop.done();
    await settled();
    expect(did).toEqual(['stop', 'quit']);
  });
});

describe('an error that nobody caught', () => {
  function kit() {
    const crash = later();
    const timers = handTimers();
    const log = keptLog();
    const did: string[] = [];
    const handle = fatalHandler({
      crash: () => {
        did.push('crash');
        return crash.promise;
      },
      show: () => void did.push('show'),
      exit: (code) => void did.push(`exit ${code}`),
      after: timers.after,
      logger: log.logger,
    });
    return { crash, timers, log, did, handle };
  }

  it('ends serving before anybody is told', async () => {
    const { crash, did, handle, timers } = kit();
    handle(new Error('x'));
    expect(did).toEqual(['crash']);
    crash.done();
    await settled();
    expect(did).toEqual(['crash', 'show']);
    expect(timers.waiting()).toBe(0);
  });

  it('is acted on once', () => {
    const { did, handle, log } = kit();
    handle(new Error('x'));
    handle('y');
    expect(did).toEqual(['crash']);
    expect(log.lines).toHaveLength(2);
  });

  it('ends the process when closing takes long or fails', async () => {
    const slow = kit();
    slow.handle(new Error('x'));
    slow.timers.pass(8000);
    expect(slow.did).toEqual(['crash', 'exit 1']);
    const broken = kit();
    broken.handle(new Error('x'));
    broken.crash.fail();
    await settled();
    expect(broken.did).toEqual(['crash', 'exit 1']);
  });

  it('is written down without what it says', () => {
    const { handle, log } = kit();
    handle(Object.assign(new TypeError('Invalid header value: Bearer hunter2-hunter2'), { code: 'ERR_X' }));
    handle({ token: 'hunter2-hunter2' });
    expect(log.lines.join('\n')).not.toContain('hunter2');
    expect(log.lines[0]).toContain('TypeError');
    expect(log.lines[0]).toContain('ERR_X');
    expect(log.lines[0]).toContain('endings.test');
  });
});

describe("a window's process that ends", () => {
  function kit(answer: 'reload' | 'quit' = 'reload') {
    const did: string[] = [];
    let time = 0;
    const crash = rendererCrash({
      reload: () => void did.push('reload'),
      ask: () => {
        did.push('ask');
        return Promise.resolve(answer);
      },
      quit: () => void did.push('quit'),
      now: () => time,
      logger: keptLog().logger,
    });
    return { did, crash, pass: (ms: number) => void (time += ms) };
  }

  it('is loaded anew once, then a person decides', async () => {
    const { did, crash, pass } = kit();
    await crash('crashed');
    pass(30_000);
    await crash('oom');
    expect(did).toEqual(['reload', 'ask', 'reload']);
  });

  it('may end again an hour later', async () => {
    const { did, crash, pass } = kit();
    await crash('crashed');
    pass(60_000);
    await crash('crashed');
    expect(did).toEqual(['reload', 'reload']);
  });

  it('quits when the person wants that, and asks one question at a time', async () => {
    const { did, crash } = kit('quit');
    await crash('crashed');
    await Promise.all([crash('crashed'), crash('crashed')]);
    expect(did).toEqual(['reload', 'ask', 'quit']);
  });

  it('may end in good order', async () => {
    const { did, crash } = kit();
    await crash('clean-exit');
    expect(did).toEqual([]);
  });
});
