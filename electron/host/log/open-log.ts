import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Unwritable } from '../../../shared/ipc/log-care-contract.ts';
import { ok, type Result } from '../../../shared/result.ts';
import {
  type AuditLogSettings,
  type LogState,
  openAuditLog,
  type OpenAuditLog,
} from '../../audit/audit-log.ts';
import { logSeed } from '../../audit/signer.ts';
import { textDigest } from '../../audit/texts/digest.ts';
import type { Keep } from '../../audit/worker-messages.ts';
import type { Logger } from '../../log/logger.ts';
import type { Keychain } from '../../vault/keychain.ts';
import type { OpenSeals } from '../../vault/seal-key.ts';
import { openLogAnchor } from './log-anchor.ts';
import { endUnfinished } from './log-unfinished.ts';
import type { Undo } from '../open-profile.ts';
import { ALWAYS_REFUSED, lenient, passedSentences, type UnwritableChoice } from './log-unwritable.ts';
import type { ProfilePaths } from '../profile.ts';

/** What opening the log of calls needs. */
export interface LogPorts {
  readonly paths: ProfilePaths;
  readonly logWorker: URL;
  readonly now: () => number;
  readonly logger: Logger;
  readonly keychain: Keychain;
  readonly passphrase: Buffer | undefined;
  /** What may never be written, as it is now; asked anew whenever its version changes. */
  readonly keptOut?: AuditLogSettings['keptOut'];
  /** What happens to calls while it cannot be written; without it they are refused. */
  readonly unwritable?: UnwritableChoice;
  /** The key of the profile, which the log is signed with; without it the log is chained only. */
  readonly seals?: Pick<OpenSeals, 'vault'>;
}

/** The log of calls, with what a person should know about it. */
export interface OpenLog {
  readonly audit: OpenAuditLog;
  /** Stands for a text in the log. Without a key at hand it is good for this run only. */
  readonly digest: (bytes: Uint8Array) => string;
  /** Resolves when calls of earlier runs have their end on record. */
  readonly ended: Promise<unknown>;
  /** Calls that passed while the log could not be written. */
  passed(): number;
  /** A person accepted what was noticed about it: it is not said any more. */
  accepted(): void;
  /** What happens to calls while it cannot be written. */
  readonly unwritable: UnwritableChoice;
  /** Calls `listener` when something changes in what is said of it. */
  onChange(listener: () => void): void;
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
  const { logger, paths, seals, now, unwritable = ALWAYS_REFUSED } = ports;
  const listeners: (() => void)[] = [];
  const changed = (): void => listeners.forEach((listener) => listener());
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
    ...(ports.keptOut === undefined ? {} : { keptOut: ports.keptOut }),
    ...(vault?.kind === 'key' ? { seed: logSeed(vault.key) } : {}),
    ...(vault?.kind === 'key' && vault.before !== undefined ? { seedBefore: logSeed(vault.before) } : {}),
    ...(kept?.anchor === undefined ? {} : { anchor: kept.anchor }),
    onReached: (anchor) => kept?.note(anchor),
    onState(after) {
      state = after;
      changed();
      if (after.trouble !== undefined) logger.error(after.trouble, { lost: after.lost });
    },
    onNotice(sentence) {
      note(sentence);
      changed();
      logger.warn(sentence);
    },
  });
  if (!opened.ok) return opened;
  const { audit, passed } = lenient(opened.value, () => unwritable.now() === 'pass');
  undo.push(async () => {
    await audit.close();
    if (kept !== undefined) await Promise.race([kept.settled(), later(SETTLE_MS)]);
  });
  if (audit.notice !== undefined) note(audit.notice);
  const ended = endUnfinished(audit, now).then((calls) => {
    if (calls > 0) logger.warn('Calls of an earlier run have no known outcome', { calls });
  });
  return ok({
    audit,
    ended,
    digest: textDigest(vault?.kind === 'key' ? vault.key : randomBytes(32)),
    keep(keep) {
      // While the vault is locked nobody could vouch for what was removed.
      if (vault?.kind !== 'locked') audit.keep(keep);
    },
    passed,
    unwritable,
    onChange: (listener) => void listeners.push(listener),
    accepted() {
      sentences = [];
      changed();
    },
    happened: () => sentences,
    notices: () => [
      ...sentences,
      ...(state.trouble === undefined ? [] : [troubleNow(state.trouble, unwritable.now())]),
      ...passedSentences(passed()),
    ],
  });
}

/** The trouble as it is, which is not that calls are refused where a person chose that they pass. */
const troubleNow = (trouble: string, chosen: Unwritable): string =>
  chosen === 'pass'
    ? trouble.replace(
        "can't be recorded and are refused",
        "can't be recorded, and pass because you chose that",
      )
    : trouble;

const later = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
