import type { DatabaseSync } from 'node:sqlite';
import type { Settings } from '../../shared/model/settings.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createLogger, type Logger } from '../log/logger.ts';
import { createRedactor, type KnownSecrets } from '../log/redact.ts';
import { rotatingFile } from '../log/rotating-file.ts';
import type { Keychain } from '../vault/keychain.ts';
import { type OpenSeals, openSeals, readVaultKey, replaceProfileKey } from '../vault/seal-key.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import { referencesOf } from '../vault/references.ts';
import { systemVaultFs, type VaultFs } from '../vault/vault-file.ts';
import { createVaultValues, type VaultValues } from '../inspection/vault-values.ts';
import { type ClientRepo, openClientRepo } from './clients/client-repo.ts';
import { type Guard, openGuard } from './guard.ts';
import { openOperator, type Operator } from './operator.ts';
import { type ProfilePaths, prepareProfile, reasonOf } from './profile.ts';
import { lockProfile } from './profile-lock.ts';
import { openSealedRows, type SealedRows } from './sealed/sealed-rows.ts';
import { vaultHead } from './vault/vault-head.ts';
import { openServerRepo, type ServerRepo } from './servers/server-repo.ts';
import { Approvals } from '../catalog/approvals.ts';
import { approvalRepo } from './servers/approval-repo.ts';
import { secretsOf } from './servers/server-view.ts';
import type { SettingsStore } from './settings/settings.ts';
import { keyNotes, openStateDb } from './sealed/state-db.ts';

/** What takes back a step of opening. */
export type Undo = () => void | Promise<void>;

/** What opening a profile needs. */
export interface ProfilePorts {
  readonly paths: ProfilePaths;
  readonly settings: SettingsStore;
  readonly keychain: Keychain;
  readonly passphrase: Buffer | undefined;
  readonly operatorKey: string | undefined;
  readonly replaceKeys?: boolean;
  /** How the vault is written; the file system of this machine unless given. */
  readonly vaultFs?: VaultFs;
  readonly now: () => number;
}

/** An open profile: everything that is kept, and nothing that runs. */
export interface Profile {
  /** As they were when it was opened. */
  readonly settings: Settings;
  readonly logger: Logger;
  /** What the logger writes from now on; at first, what the person chose. */
  readonly logLevel: (level: Settings['logLevel']) => void;
  readonly secrets: KnownSecrets;
  readonly seals: OpenSeals;
  readonly vault: Vault;
  /** Finds the secrets of the vault in texts. */
  readonly vaultValues: VaultValues;
  /** Begins to replace the key of this profile; the next start ends it. */
  readonly replaceKey: () => ReturnType<typeof replaceProfileKey>;
  readonly db: DatabaseSync;
  readonly rows: SealedRows;
  readonly servers: ServerRepo;
  readonly approvals: Approvals;
  readonly clients: ClientRepo;
  readonly operator: Operator;
  readonly guard: Guard;
  /** What a person should know about how it was found, one sentence each. */
  notices(): readonly string[];
}

const LOG_FILES = { bytes: 2 * 1024 * 1024, files: 4 };

/**
 * Opens a profile for this process alone. Each step leaves in `undo` what takes it back. Refused with a sentence:
 * another host has it (`taken`), its settings or its state cannot be used, the operator's key does not fit.
 */
export async function openProfile(ports: ProfilePorts, undo: Undo[]): Promise<Result<Profile>> {
  const { paths, now } = ports;
  const prepared = prepareProfile(paths);
  if (!prepared.ok) return prepared;
  const lock = lockProfile(paths);
  if (!lock.ok) return lock;
  undo.push(() => lock.value.release());

  const read = ports.settings.read();
  if (!read.ok) return read;
  const sink = rotatingFile(paths.logs, LOG_FILES);
  undo.push(() => sink.close());
  const secrets = createRedactor();
  let level = read.value.logLevel;
  const logger = createLogger({ sink, level: () => level, redact: secrets.redact, now });

  const db = openStateDb(paths.state);
  if (!db.ok) return db;
  undo.push(() => db.value.close());
  const seals = await openSeals({
    home: paths.home,
    keychain: ports.keychain,
    passphrase: ports.passphrase,
    notes: keyNotes(db.value),
  });
  if (!seals.ok) return seals;
  const rows = openSealedRows(db.value, seals.value);
  undo.push(() => rows.settled());
  const unreadable: string[] = [];
  const servers = openServerRepo(rows, (id) => unreadable.push(id.slice(0, 40)));
  // Before the values of servers, so that however many a program adds, these are hidden.
  const vaultValues = createVaultValues();
  const vault = openVault({
    file: paths.vault,
    key: seals.value.vault,
    fs: ports.vaultFs ?? systemVaultFs,
    now,
    usedBy: (name) =>
      servers
        .all()
        .filter(({ launch }) => referencesOf(launch).has(name))
        .map(({ id }) => id),
    know(values) {
      secrets.know(
        'vault:',
        values.map(({ value }) => value),
      );
      vaultValues.set(values);
    },
    readKey: () => readVaultKey({ home: paths.home, keychain: ports.keychain }),
    head: vaultHead(rows),
    reasonOf,
  });
  const { replacing } = seals.value;
  // A vault that cannot be opened may still be put back in a copy that is under the key before.
  if (replacing !== undefined && vault.state !== 'unreadable') await replacing.finish();
  for (const { id, launch } of servers.all()) secrets.know(id, secretsOf(launch));
  const approvals = new Approvals(approvalRepo(rows));
  distrustUnapproved(servers, approvals);
  const clients = openClientRepo(db.value, rows);
  const operator = await openOperator(rows, ports.operatorKey, now);
  if (!operator.ok) return operator;
  const replaced = ports.replaceKeys === true ? replaceKeys(clients) : ok(0);
  if (!replaced.ok) return replaced;
  return ok({
    settings: read.value,
    logger,
    logLevel: (wanted) => void (level = wanted),
    secrets,
    seals: seals.value,
    vault,
    vaultValues,
    replaceKey: () =>
      replaceProfileKey({ home: paths.home, keychain: ports.keychain, passphrase: ports.passphrase }),
    db: db.value,
    rows,
    servers,
    approvals,
    clients,
    operator: operator.value,
    guard: openGuard(rows),
    notices: () => [
      ...(seals.value.report.state === 'sealed' ? [] : [seals.value.report.sentence]),
      ...((vault.state === 'unreadable' || vault.state === 'unlocked') && vault.sentence !== undefined
        ? [vault.sentence]
        : []),
      ...rows.notices,
      ...clients.distrusted.map((id) => `The AI app "${id}" does not count any more. Add it again.`),
      ...unreadable.map((id) => `The record of the server "${id}" cannot be read. Add it again.`),
      ...(replaced.value === 0
        ? []
        : ['The keys of all AI apps were replaced. Give each app that connects by address a new key.']),
    ],
  });
}

/**
 * A server that counts as approved and of which nothing is approved: its approved versions were removed or changed
 * outside Doorward, or it was approved before there were any. Somebody has to look again.
 */
function distrustUnapproved(servers: ServerRepo, approvals: Approvals): void {
  for (const { id, state } of servers.all()) {
    const { record } = approvals.of(id);
    const last = record.history.at(-1);
    if (state === 'approved' && !approvals.has(id))
      servers.distrust(
        id,
        'Its approved version is not there or was changed outside Doorward, so it counts as unreviewed.',
      );
    else if (
      state === 'unreviewed' &&
      (last?.act === 'unreviewed' || last?.act === 'upgraded') &&
      last.note !== undefined
    )
      servers.distrust(id, last.note);
  }
}

/**
 * Gives every AI app a new token, which nobody is told: whoever received the old ones has nothing. Attack: a program
 * that took the endpoint's port while Doorward did not run, and was sent the apps' tokens.
 */
function replaceKeys(clients: ClientRepo): Result<number> {
  try {
    const all = clients.all();
    for (const { id } of all) clients.rotate(id);
    return ok(all.length);
  } catch (error) {
    return fail('failed', `The keys of the AI apps cannot be replaced: ${reasonOf(error)}. Start again.`);
  }
}
