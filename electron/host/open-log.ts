import { ok, type Result } from '../../shared/result.ts';
import { type LogState, openAuditLog } from '../audit/audit-log.ts';
import type { AuditLog } from '../audit/log.ts';
import type { Logger } from '../log/logger.ts';
import type { Undo } from './open-profile.ts';
import type { ProfilePaths } from './profile.ts';

/** What opening the log of calls needs. */
export interface LogPorts {
  readonly paths: ProfilePaths;
  readonly logWorker: URL;
  readonly now: () => number;
  readonly logger: Logger;
}

/** The log of calls, with what a person should know about it. */
export interface OpenLog {
  readonly audit: AuditLog;
  /** What happened to it since it was opened, the newest five, one sentence each. */
  happened(): readonly string[];
  /** The same, and that nothing can be recorded at present. */
  notices(): readonly string[];
}

const KEPT_NOTICES = 5;

/** Opens the log of calls; what goes wrong with it later is said in `notices` and in our own log. */
export async function openLog(ports: LogPorts, undo: Undo[]): Promise<Result<OpenLog>> {
  const { logger } = ports;
  let state: LogState = { lost: 0 };
  let sentences: readonly string[] = [];
  const note = (sentence: string): void => void (sentences = [...sentences, sentence].slice(-KEPT_NOTICES));
  const opened = await openAuditLog({
    file: ports.paths.log,
    workerUrl: ports.logWorker,
    clock: { now: ports.now },
    onState(now) {
      state = now;
      if (now.trouble !== undefined) logger.error(now.trouble, { lost: now.lost });
    },
    onNotice(sentence) {
      note(sentence);
      logger.warn(sentence);
    },
  });
  if (!opened.ok) return opened;
  const audit = opened.value;
  undo.push(() => audit.close());
  if (audit.notice !== undefined) note(audit.notice);
  return ok({
    audit,
    happened: () => sentences,
    notices: () => [...sentences, ...(state.trouble === undefined ? [] : [state.trouble])],
  });
}
