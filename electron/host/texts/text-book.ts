import {
  type LogTexts,
  type TextChoices,
  textChoices,
  USUAL_TEXTS,
} from '../../../shared/model/log-texts.ts';
import type { Result } from '../../../shared/result.ts';
import { openSealedChoice, type SealedChoicePorts } from '../sealed/sealed-choice.ts';

/** What a person chose to be kept of the texts of calls. Reads come from memory; a change is on disk when it returns. */
export interface TextBook {
  usual(): LogTexts;
  chosen(server: string): LogTexts | undefined;
  setUsual(keep: LogTexts): Result<void, 'locked'>;
  /** `undefined`: the usual counts again. */
  set(server: string, keep: LogTexts | undefined): Result<void, 'locked'>;
  /** A server is gone: another one of its name gets nothing of what was chosen for it. */
  forgetServer(server: string): void;
  /** Rises with every change. */
  readonly version: number;
  readonly notices: readonly string[];
}

const NOTHING: TextChoices = { usual: USUAL_TEXTS, servers: {} };
const LOST: TextChoices = { usual: 'digests', servers: {} };

/**
 * Opens what a person chose about texts. Attack: change or remove the choice in the state, so that texts are kept that
 * nobody wanted kept. What it was cannot be known any more then, so no texts are kept until somebody chooses anew.
 */
export function openTextBook(ports: SealedChoicePorts): TextBook {
  const choice = openSealedChoice(ports, {
    name: 'log-texts',
    shape: textChoices,
    usual: NOTHING,
    lost: () => LOST,
    notice:
      'What the log keeps of texts was changed or removed outside Doorward. It keeps none until you choose anew in the settings.',
    lockedSentence: 'What you chose for the log cannot be read while the keychain is locked.',
  });
  let version = 1;
  const servers = (): TextChoices['servers'] => choice.current().servers;

  const change = (next: Partial<TextChoices>): Result<void, 'locked'> => {
    const set = choice.set({ ...choice.current(), ...next });
    if (set.ok) version += 1;
    return set;
  };
  const without = (server: string): TextChoices['servers'] =>
    Object.fromEntries(Object.entries(servers()).filter(([id]) => id !== server));

  return {
    usual: () => choice.current().usual,
    chosen: (server) => (Object.hasOwn(servers(), server) ? servers()[server] : undefined),
    setUsual: (usual) => change({ usual }),
    set: (server, keep) =>
      change({ servers: keep === undefined ? without(server) : { ...servers(), [server]: keep } }),
    forgetServer(server) {
      if (Object.hasOwn(servers(), server)) change({ servers: without(server) });
    },
    get version() {
      return version;
    },
    notices: choice.notices,
  };
}
