import { expect, test } from 'vitest';
import { type KillReport, killUnderLoad } from '../soak/kill.ts';

// It counts processes by their groups, which are POSIX. On Windows the watchdog uses taskkill; that was not tried there.
test.skipIf(process.platform === 'win32')(
  'SIGKILL under load, 20 times: no process is left, every call that a server saw is in the log, and nothing is approved by it',
  async () => {
    const found: KillReport[] = [];
    await killUnderLoad(20, (report) => found.push(report), { lanes: 4, calls: 8, withinMs: 120 });
    expect(found).toHaveLength(20);
    for (const { seen, lost, processes, chain, changed } of found) {
      expect(seen).toBeGreaterThanOrEqual(16);
      expect(lost).toEqual([]);
      expect(changed).toEqual([]);
      // At least one app had its process by then, which has a child.
      expect(processes).toBeGreaterThanOrEqual(2);
      expect(chain).toEqual([expect.objectContaining({ ok: true }), expect.objectContaining({ ok: true })]);
    }
  },
  600_000,
);
