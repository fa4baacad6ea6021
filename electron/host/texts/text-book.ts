import {
  type LogTexts,
  type TextChoices,
  textChoices,
  USUAL_TEXTS,
} from '../../../shared/model/log-texts.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type SealedRows, sealedTable } from '../sealed-rows.ts';

export interface TextBookPorts {
  readonly rows: SealedRows;
  /** The key of the seals is not at hand: nothing counts, and nothing of it may be thrown away. */
  readonly locked: boolean;
}

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

const NAME = 'log-texts';
const NOTHING: TextChoices = { usual: USUAL_TEXTS, servers: {} };
const LOST: TextChoices = { usual: 'digests', servers: {} };

/**
 * Opens what a person chose about texts. Attack: change or remove the choice in the state, so that texts are kept that
 * nobody wanted kept. What it was cannot be known any more then, so no texts are kept until somebody chooses anew.
 */
export function openTextBook({ rows, locked }: TextBookPorts): TextBook {
  const table = sealedTable('choices');
  const keep = (value: TextChoices): void => rows.put(table, [NAME], [JSON.stringify(value)]);
  const notices: string[] = [];
  let version = 1;
  let lost = false;
  const load = (): TextChoices => {
    const row = rows.load(table).find(({ keys }) => keys[0] === NAME);
    if (row === undefined && !rows.missing(table, [NAME])) return NOTHING;
    const kept = row?.counts === true ? parsed(row.values[0]) : undefined;
    if (kept !== undefined) return kept;
    lost = true;
    if (!locked) {
      notices.push(
        'What the log keeps of texts was changed or removed outside Doorward. It keeps none until you choose anew in the settings.',
      );
      keep(LOST);
    }
    return LOST;
  };
  let current = load();

  const change = (next: TextChoices): Result<void, 'locked'> => {
    if (locked && lost)
      return fail('locked', 'What you chose for the log cannot be read while the keychain is locked.');
    keep(next);
    current = next;
    version += 1;
    return ok(undefined);
  };
  const without = (server: string): TextChoices['servers'] =>
    Object.fromEntries(Object.entries(current.servers).filter(([id]) => id !== server));

  return {
    usual: () => current.usual,
    chosen: (server) => (Object.hasOwn(current.servers, server) ? current.servers[server] : undefined),
    setUsual: (usual) => change({ ...current, usual }),
    set: (server, choice) =>
      change({
        ...current,
        servers: choice === undefined ? without(server) : { ...current.servers, [server]: choice },
      }),
    forgetServer(server) {
      if (Object.hasOwn(current.servers, server)) change({ ...current, servers: without(server) });
    },
    get version() {
      return version;
    },
    notices,
  };
}

function parsed(text: unknown): TextChoices | undefined {
  try {
    const found = textChoices.safeParse(JSON.parse(String(text)));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}
