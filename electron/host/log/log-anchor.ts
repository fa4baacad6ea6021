import { anchorText, type LogAnchor, parseAnchor } from '../../audit/anchor.ts';
import type { Keychain } from '../../vault/keychain.ts';

/** Keeps how far the log has come in the keychain, out of reach of whoever can only write the profile's folder. */
export interface LogAnchorKeeper {
  /** What was kept when it was opened. */
  readonly anchor?: LogAnchor;
  /** What a person should know about that. */
  readonly notice?: string;
  note(anchor: LogAnchor): void;
  /** Resolves when the last one noted is kept, or could not be. */
  settled(): Promise<void>;
}

const account = (home: string): string => `log:${home}`;

/** Reads the anchor of a profile's log; nothing is kept when there is none or the keychain cannot be used. */
export async function readLogAnchor(
  keychain: Keychain,
  home: string,
): Promise<{ readonly anchor?: LogAnchor; readonly notice?: string }> {
  const kept = await keychain.get(account(home));
  if (!kept.ok || kept.value === undefined) return {};
  const parsed = parseAnchor(kept.value.toString('utf8'));
  if (parsed.ok) return { anchor: parsed.value };
  return {
    notice: `${parsed.message} Whether an older log was put in place of this one cannot be told this time.`,
  };
}

/** Opens the anchor of a profile's log. The newest one wins: those noted while one is being written are passed over. */
export async function openLogAnchor(keychain: Keychain, home: string): Promise<LogAnchorKeeper> {
  const found = await readLogAnchor(keychain, home);
  let wanted: LogAnchor | undefined;
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    while (wanted !== undefined) {
      const next = wanted;
      wanted = undefined;
      await keychain.set(account(home), Buffer.from(anchorText(next)));
    }
    writing = undefined;
  };
  return {
    ...found,
    note(anchor) {
      wanted = anchor;
      writing ??= write();
    },
    settled: () => writing ?? Promise.resolve(),
  };
}
