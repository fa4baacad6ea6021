import { existsSync, readFileSync } from 'node:fs';
import { type LogAnchor, parseAnchor } from '../../../electron/audit/anchor.ts';
import type { LegRecord } from '../../../shared/model/log.ts';
import { logWorkerOfTests } from '../../fixtures/log-worker.ts';

// What a child process of a test needs; it runs without the test runner.

export const workerUrl = logWorkerOfTests();

/** The first or last row of a call. */
export const row = (call: string, ended = false): LegRecord => ({
  call,
  leg: ended ? 'answered' : 'sent',
  at: Date.now(),
  clientId: 'claude',
  clientName: 'Claude Desktop',
  direction: 'client',
  server: 'files',
  method: 'tools/call',
  name: 'read_text_file',
  outcome: ended ? 'ok' : 'open',
});

/** Seed of the key that logs of these tests are signed with. */
export const seed = Buffer.alloc(32, 7);

/** The anchor that was kept in a file; undefined when there is none. */
export function anchorIn(file: string): LogAnchor | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = parseAnchor(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}
