import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LastLook } from '../../../../electron/shell/update/last-look.ts';
import { updateDesk, type UpdateSource } from '../../../../electron/shell/update/update-desk.ts';
import { type UpdateChannel, updateRules } from '../../../../electron/shell/update/update-rules.ts';
import { isNewer, isTestVersion } from '../../../../electron/shell/update/version-order.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { ManagedPolicy } from '../../../../shared/model/managed.ts';
import { english } from '../support.ts';

interface Scene {
  /** What the feed offers. */
  offers?: string | undefined;
  /** What comes when it is downloaded. */
  comes?: string;
  /** What the person says, in order; no more answers means no. */
  answers?: readonly boolean[];
  /** What the organisation says at each step; the last one stays. */
  rules?: readonly Result<UpdateChannel>[];
  source?: Partial<UpdateSource>;
  /** What the file of the last look says, and what it says afterwards. */
  last?: LastLook | undefined;
  kept?: LastLook[];
}

/** A person at a Doorward 1.0.0: what was done and said. */
function scene({ offers, comes, answers = [], rules = [ok('stable')], source, last, kept }: Scene) {
  const done: string[] = [];
  const said: string[] = [];
  const waiting = [...answers];
  const holding = [...rules];
  const desk = updateDesk({
    source: {
      check: (channel) => (done.push(`check ${channel}`), Promise.resolve(offers)),
      download: () => (done.push('download'), Promise.resolve(comes ?? offers ?? '')),
      install: () => (done.push('install'), Promise.resolve()),
      ...source,
    },
    current: '1.0.0',
    texts: () => english().update,
    rules: () => Promise.resolve((holding.length > 1 ? holding.shift() : holding[0]) ?? fail('off', 'off')),
    ask: (question) => (said.push(question), Promise.resolve(waiting.shift() ?? false)),
    tell: (sentence) => (said.push(sentence), Promise.resolve()),
    log: (message) => void said.push(`log: ${message}`),
    now: () => 7,
    last: { read: () => last, write: (look) => void kept?.push(look) },
  });
  return { desk, done, said };
}

describe('looking for a new version', () => {
  it('ends with one sentence when there is none', async () => {
    for (const offers of [undefined, '1.0.0']) {
      const { desk, done, said } = scene({ offers });
      await desk.look();
      expect(done).toEqual(['check stable']);
      expect(said).toEqual(['You have the newest version of Doorward (1.0.0).']);
    }
  });

  it('downloads nothing before the person says so, and installs nothing before they say so again', async () => {
    const no = scene({ offers: '1.1.0' });
    await no.desk.look();
    expect(no.done).toEqual(['check stable']);
    const get = scene({ offers: '1.1.0', answers: [true] });
    await get.desk.look();
    expect(get.done).toEqual(['check stable', 'download']);
    const all = scene({ offers: '1.1.0', answers: [true, true] });
    await all.desk.look();
    expect(all.done).toEqual(['check stable', 'download', 'install']);
    expect(all.said).toEqual([
      'Doorward 1.1.0 is there. Get it?',
      'Doorward 1.1.0 was downloaded and checked. Install it now?',
    ]);
  });

  it('takes no older version, no test version unasked, and nothing that is no version', async () => {
    for (const offers of [
      '0.9.9',
      '1.0.0-beta.1',
      '1.1.0-beta.1',
      'v2.0.0',
      '2',
      '99.0.0\nInstall at once',
    ]) {
      const { desk, done, said } = scene({ offers, answers: [true, true] });
      await desk.look();
      expect(done).toEqual(['check stable']);
      expect(said.at(-1)).toBe('You have the newest version of Doorward (1.0.0).');
    }
    const beta = scene({ offers: '1.1.0-beta.1', answers: [true], rules: [ok('beta')] });
    await beta.desk.look();
    expect(beta.done).toEqual(['check beta', 'download']);
  });

  it('installs nothing else than what was agreed to', async () => {
    const { desk, done, said } = scene({ offers: '1.1.0', comes: '0.5.0', answers: [true, true] });
    await desk.look();
    expect(done).toEqual(['check stable', 'download']);
    expect(said.at(-1)).toMatch(/^Another version came/);
  });

  it('stops when the organisation says so, at whatever step', async () => {
    const off = fail('off', 'no updates');
    const steps: readonly { rules: readonly Result<UpdateChannel>[]; done: readonly string[] }[] = [
      { rules: [off], done: [] },
      { rules: [ok('stable'), off], done: ['check stable'] },
      { rules: [ok('stable'), ok('stable'), off], done: ['check stable', 'download'] },
    ];
    for (const step of steps) {
      const { desk, done, said } = scene({ offers: '1.1.0', answers: [true, true], rules: step.rules });
      await desk.look();
      expect(done).toEqual(step.done);
      expect(said.at(-1)).toBe('no updates');
    }
    const narrowed = scene({ offers: '1.1.0-rc.1', answers: [true], rules: [ok('beta'), ok('stable')] });
    await narrowed.desk.look();
    expect(narrowed.done).toEqual(['check beta']);
  });

  it('says plainly that it failed, and can be tried again', async () => {
    let broken = true;
    const check = (): Promise<string | undefined> =>
      broken ? Promise.reject(new Error('getaddrinfo ENOTFOUND')) : Promise.resolve(undefined);
    const { desk, said } = scene({ source: { check } });
    await desk.look();
    expect(said).toEqual(['log: Updating failed', expect.stringMatching(/^No new version could be got/)]);
    broken = false;
    await desk.look();
    expect(said.at(-1)).toMatch(/newest version/);
  });

  it('goes on once at a time', async () => {
    const waiting: ((version: undefined) => void)[] = [];
    const check = (): Promise<undefined> => new Promise((resolve) => waiting.push(resolve));
    const { desk, said } = scene({ source: { check } });
    const first = desk.look();
    await desk.look();
    await expect.poll(() => waiting).toHaveLength(1);
    waiting[0]?.(undefined);
    await first;
    expect(said).toHaveLength(1);
  });
});

describe('what the settings page shows', () => {
  const at = { lookedAt: 7, failed: false };

  it('is nothing before anybody has looked', async () => {
    const { desk, done } = scene({ offers: '1.1.0' });
    expect(await desk.view('show')).toEqual({ way: 'self', failed: false });
    expect(done).toEqual([]);
  });

  it('is what the last look found, also after another start, and what it found is kept', async () => {
    const kept: LastLook[] = [];
    await scene({ offers: '1.1.0', kept }).desk.view('look');
    expect(kept).toEqual([{ version: 1, lookedAt: 7, offered: '1.1.0' }]);
    const again = scene({ last: kept[0] });
    expect(await again.desk.view('show')).toEqual({ way: 'self', offered: '1.1.0', ...at });
    expect(again.done).toEqual([]);
    await scene({ kept }).desk.look();
    expect(kept.at(-1)).toEqual({ version: 1, lookedAt: 7 });
  });

  it('never offers what a file says that is older, installed by now, or no version, nor a look of the future', async () => {
    for (const offered of ['1.0.0', '0.9.0', '<b>2.0.0</b>', '1.2.0-beta.1'])
      expect(await scene({ last: { version: 1, lookedAt: 5, offered } }).desk.view('show'), offered).toEqual({
        way: 'self',
        lookedAt: 5,
        failed: false,
      });
    expect(await scene({ last: { version: 1, lookedAt: 8, offered: '1.1.0' } }).desk.view('show')).toEqual({
      way: 'self',
      failed: false,
    });
  });

  it('is the newer version once somebody has looked, without a question', async () => {
    const { desk, done, said } = scene({ offers: '1.1.0' });
    expect(await desk.view('look')).toEqual({ way: 'self', offered: '1.1.0', ...at });
    expect(await desk.view('show')).toEqual({ way: 'self', offered: '1.1.0', ...at });
    expect(done).toEqual(['check stable']);
    expect(said).toEqual([]);
    expect(await scene({ offers: '0.9.0' }).desk.view('look')).toEqual({ way: 'self', ...at });
  });

  it('gets a version only by the same two questions', async () => {
    const { desk, done, said } = scene({ offers: '1.1.0', answers: [true] });
    expect(await desk.view('get')).toMatchObject({ offered: '1.1.0' });
    expect(done).toEqual(['check stable', 'download']);
    expect(said).toHaveLength(2);
  });

  it('says when an organisation wants none, or may want none, and looks for nothing', async () => {
    for (const [code, way] of [
      ['off', 'off'],
      ['unknown', 'unknown'],
    ] as const) {
      const { desk, done } = scene({ offers: '1.1.0', rules: [fail(code, 'no')] });
      expect(await desk.view('look')).toEqual({ way, failed: false });
      expect(await desk.view('get')).toEqual({ way, failed: false });
      expect(done).toEqual([]);
    }
  });

  it('forgets a test version when the organisation wants finished ones', async () => {
    const { desk } = scene({ offers: '1.1.0-beta.1', rules: [ok('beta'), ok('stable')] });
    expect(await desk.view('look')).toMatchObject({ offered: '1.1.0-beta.1' });
    expect(await desk.view('show')).toEqual({ way: 'self', ...at });
  });

  it('tells of a look that came to nothing, until the next one', async () => {
    let broken = true;
    const check = (): Promise<undefined> =>
      broken ? Promise.reject(new Error('offline')) : Promise.resolve(undefined);
    const { desk } = scene({ source: { check } });
    expect(await desk.view('look')).toEqual({ way: 'self', failed: true });
    broken = false;
    expect(await desk.view('look')).toEqual({ way: 'self', ...at });
  });
});

describe("an organisation's settings", () => {
  const valid = (updates: ManagedPolicy['updates']) =>
    updateRules(
      { kind: 'valid', policy: { version: 1, updates } as ManagedPolicy, digest: '', source: '' },
      english().update,
    );

  it('choose the channel and switch updates off; without them there are the finished versions', () => {
    expect(updateRules({ kind: 'absent' }, english().update)).toEqual(ok('stable'));
    expect(valid(undefined)).toEqual(ok('stable'));
    expect(valid({ channel: 'beta' })).toEqual(ok('beta'));
    expect(valid({ channel: 'beta', off: true })).toMatchObject({ ok: false, code: 'off' });
  });

  it('that cannot be read, or that anybody could have written, refuse', () => {
    for (const kind of ['malformed', 'wrongly-owned'] as const)
      expect(updateRules({ kind, said: [] }, english().update)).toMatchObject({
        ok: false,
        code: 'unknown',
      });
  });
});

describe('the order of versions', () => {
  it('is that of semantic versions', () => {
    const rising = ['0.9.9', '1.0.0-1', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta.2'];
    rising.push('1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.0.1', '1.2.0', '1.10.0', '2.0.0');
    for (const [a, lower] of rising.entries())
      for (const [b, higher] of rising.entries())
        expect(isNewer(higher, lower), `${higher} ${lower}`).toBe(b > a);
    expect(isTestVersion('1.0.0-beta.1')).toBe(true);
    expect(isTestVersion('1.0.0')).toBe(false);
  });

  it('has no two versions that are each newer than the other, and no newer text', () => {
    const number = fc.nat({ max: 20 });
    const word = fc.constantFrom('alpha', 'beta', 'rc', '0', '1', '10');
    const version = fc
      .tuple(number, number, number, fc.array(word, { maxLength: 3 }))
      .map(([a, b, c, words]) => `${a}.${b}.${c}${words.length > 0 ? `-${words.join('.')}` : ''}`);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        if (a !== b) expect(isNewer(a, b)).toBe(!isNewer(b, a));
        if (isNewer(a, b) && isNewer(b, c)) expect(isNewer(a, c)).toBe(true);
      }),
    );
    const written = /^\d{1,6}\.\d{1,6}\.\d{1,6}(-[0-9a-z.]+)?$/;
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!written.test(text)) expect(isNewer(text, '0.0.0')).toBe(false);
        expect(isNewer('0.0.0', text) && !written.test(text)).toBe(false);
      }),
    );
  });
});
