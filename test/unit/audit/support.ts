import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { type AuditLogSettings, openAuditLog, type OpenAuditLog } from '../../../electron/audit/audit-log.ts';
import type { AuditLog } from '../../../electron/audit/log.ts';
import type { LegRecord } from '../../../shared/model/log.ts';
import { workerUrl } from './child-support.ts';

/** Path of a log file in a folder of its own, removed after the test. */
export function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'log.db');
}

/** Opens a log and closes it after the test. */
export async function openLog(settings: Partial<AuditLogSettings> & { file: string }): Promise<OpenAuditLog> {
  const opened = await openAuditLog({ workerUrl, ...settings });
  if (!opened.ok) throw new Error(opened.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

let last = 0;

/** A row of a call; what is not given is the same everywhere. */
export function row(given: Partial<LegRecord> = {}): LegRecord {
  last += 1;
  return {
    call: `call-${String(last).padStart(9, '0')}`,
    leg: 'sent',
    at: 1_790_000_000_000 + last,
    clientId: 'claude',
    clientName: 'Claude Desktop',
    direction: 'client',
    server: 'files',
    method: 'tools/call',
    name: 'read_text_file',
    argsDigest: 'a'.repeat(64),
    argsBytes: 12,
    outcome: 'open',
    ...given,
  };
}

/** The two rows of a call that went well. */
export function wholeCall(given: Partial<LegRecord> = {}): [LegRecord, LegRecord] {
  const sent = row(given.outcome === undefined ? given : { ...given, outcome: 'open' });
  const answered: LegRecord = {
    ...sent,
    leg: 'answered',
    outcome: given.outcome ?? 'ok',
    resultDigest: 'b'.repeat(64),
    resultBytes: 34,
    durationMs: 1.5,
  };
  return [sent, answered];
}

/** The durable append as a promise: the error or undefined. */
export const durable = (log: AuditLog, record: LegRecord): Promise<Error | undefined> =>
  new Promise((resolve) => log.appendDurable(record, resolve));

/** Appends durably until it works again; gives the errors of the attempts before. */
export async function untilRecorded(log: AuditLog, make: () => LegRecord = row): Promise<Error[]> {
  const errors: Error[] = [];
  for (;;) {
    const error = await durable(log, make());
    if (error === undefined) return errors;
    errors.push(error);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Runs something on the database file behind the log's back. */
export function behindItsBack<T>(file: string, act: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(file);
  try {
    return act(db);
  } finally {
    db.close();
  }
}

/** The calls that the file holds, one per row, in order. */
export const callsIn = (file: string): unknown[] =>
  behindItsBack(file, (db) =>
    db
      .prepare('SELECT call FROM legs ORDER BY seq')
      .all()
      .map((found) => found['call']),
  );
