import { describe, expect, it } from 'vitest';
import { mutateLogs, unchangedIsWell } from '../soak/log-mutations.ts';

// Tampered audit log (threats 38, S11). The night runs 10,000 of these.
describe('a log or an export that was changed', () => {
  it('is not one that was left alone', async () => {
    expect(await unchangedIsWell()).toMatchObject([
      { ok: true, rows: 72, keyKnown: true },
      { ok: true, rows: 72, keyKnown: true },
    ]);
  });

  it('is detected and located, 500 times over', async () => {
    const kinds = new Set<string>();
    const { tried, missed } = await mutateLogs(500, 20_261_126, (what) => kinds.add(what));
    expect(missed).toEqual([]);
    expect(tried).toBe(500);
    // Every kind of change came about.
    expect(kinds.size).toBe(31);
  });
});
