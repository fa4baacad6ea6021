import { dirname, join } from 'node:path';
import { ok, type Result } from '../../shared/result.ts';
import { type LogState, openAuditLog, type OpenAuditLog } from '../audit/audit-log.ts';
import { logSeed } from '../audit/signer.ts';
import type { Keep } from '../audit/worker-messages.ts';
import type { Logger } from '../log/logger.ts';
import type { Keychain } from '../vault/keychain.ts';
import type { OpenSeals } from '../vault/seal-key.ts';
import { openLogAnchor } from './log-anchor.ts';
import { endUnfinished } from './log-unfinished.ts';
import type { Undo } from './open-profile.ts';
import type { ProfilePaths } from './profile.ts';

/** What opening the log of calls needs. */
export interface LogPorts {
  readonly paths: ProfilePaths;
  readonly logWorker: URL;
  readonly now: () => number;
  readonly logger: Logger;
  readonly keychain: Keychain;
  readonly passphrase: Buffer | undefined;
  /** The key of the profile, which the log is signed with; without it the log is chained only. */
  readonly seals?: Pick<OpenSeals, 'vault'>;
}

/** The log of calls, with what a person should know about it. */
export interface OpenLog {
  readonly audit: OpenAuditLog;
  /** How much is kept from now on (`keepOf`). Without a key at hand that there has been, nothing is removed. */
  keep(keep: Keep): void;
  /** What happened to it since it was opened, the newest five, one sentence each. */
  happened(): readonly string[];
  /** The same, and that nothing can be recorded at present. */
  notices(): readonly string[];
}

const KEPT_NOTICES = 5;
/** At the end, the keychain is not waited for any longer. */
const SETTLE_MS = 5000;

/** Opens the log of calls; what goes wrong with it later is said in `notices` and in our own log. */
export async function openLog(ports: LogPorts, undo: Undo[]): Promise<Result<OpenLog>> {
  const { logger, paths, seals, now } = ports;
  let state: LogState = { lost: 0 };
  let sentences: readonly string[] = [];
  const note = (sentence: string): void => void (sentences = [...sentences, sentence].slice(-KEPT_NOTICES));
  const vault = seals?.vault;
  // A key made of a passphrase has no keychain beside it, and so no place for an anchor.
  const kept =
    vault?.kind === 'key' && ports.passphrase === undefined
      ? await openLogAnchor(ports.keychain, paths.home)
      : undefined;
  if (kept?.notice !== undefined) note(kept.notice);
  const opened = await openAuditLog({
    file: paths.log,
    index: join(dirname(paths.log), 'log-index.db'),
    workerUrl: ports.logWorker,
    clock: { now },
    ...(vault?.kind === 'key' ? { seed: logSeed(vault.key) } : {}),
    ...(vault?.kind === 'key' && vault.before !== undefined ? { seedBefore: logSeed(vault.before) } : {}),
    ...(kept?.anchor === undefined ? {} : { anchor: kept.anchor }),
    onReached: (anchor) => kept?.note(anchor),
    onState(after) {
      state = after;
      if (after.trouble !== undefined) logger.error(after.trouble, { lost: after.lost });
    },
    onNotice(sentence) {
      note(sentence);
      logger.warn(sentence);
    },
  });
  if (!opened.ok) return opened;
  const audit = opened.value;
  undo.push(async () => {
    await audit.close();
    if (kept !== undefined) await Promise.race([kept.settled(), later(SETTLE_MS)]);
  });
  if (audit.notice !== undefined) note(audit.notice);
  void endUnfinished(audit, now).then((calls) => {
    if (calls > 0) logger.warn('Calls of an earlier run have no known outcome', { calls });
  });
  return ok({
    audit,
    keep(keep) {
      // While the vault is locked nobody could vouch for what was removed.
      if (vault?.kind !== 'locked') audit.keep(keep);
    },
    happened: () => sentences,
    notices: () => [...sentences, ...(state.trouble === undefined ? [] : [state.trouble])],
  });
}

const later = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
