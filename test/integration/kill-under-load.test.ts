import { expect, test } from 'vitest';
import { type KillReport, killUnderLoad } from '../soak/kill.ts';

// Process groups and the pipe to the watchdog are POSIX; on Windows job objects do the same, tested there.
test.skipIf(process.platform === 'win32')(
  'SIGKILL under load, three times: no process is left, and every call that a server saw is in the log',
  async () => {
    const found: KillReport[] = [];
    await killUnderLoad(3, (report) => found.push(report));
    expect(found).toHaveLength(3);
    for (const { seen, lost, processes, chain } of found) {
      expect(seen).toBeGreaterThan(100);
      expect(lost).toEqual([]);
      // At least one app had its process by then, which has a child.
      expect(processes).toBeGreaterThanOrEqual(2);
      expect(chain).toEqual([expect.objectContaining({ ok: true }), expect.objectContaining({ ok: true })]);
    }
  },
  180_000,
);
