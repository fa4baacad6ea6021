import { type ToolProfileState, toolProfileState } from '../../../shared/model/tool-profile.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type SealedRows, sealedTable } from '../sealed-rows.ts';

export interface ToolProfileBookPorts {
  readonly rows: SealedRows;
  /** The key of the seals is not at hand: nothing counts, and nothing of it may be thrown away. */
  readonly locked: boolean;
}

/** The profiles of tools and the choices of roles. Reads come from memory; a change is on disk when it returns. */
export interface ToolProfileBook {
  /** The same object until it changes. */
  state(): ToolProfileState;
  set(next: ToolProfileState): Result<void, 'locked'>;
  readonly notices: readonly string[];
}

const NAME = 'tool-profiles';
const NOTHING: ToolProfileState = { profiles: [], roles: [] };
const LOST: ToolProfileState = { profiles: [], lost: true, roles: [] };

/**
 * Opens the profiles of the sealed state. Attack: change or remove them there, so that AI apps have more tools than a
 * person left them. What was left cannot be known any more then, so they have none until somebody chooses anew.
 */
export function openToolProfileBook({ rows, locked }: ToolProfileBookPorts): ToolProfileBook {
  const table = sealedTable('choices');
  const keep = (value: ToolProfileState): void => rows.put(table, [NAME], [JSON.stringify(value)]);
  const notices: string[] = [];
  const load = (): ToolProfileState => {
    const row = rows.load(table).find(({ keys }) => keys[0] === NAME);
    if (row === undefined && !rows.missing(table, [NAME])) return NOTHING;
    const kept = row?.counts === true ? parsed(row.values[0]) : undefined;
    if (kept !== undefined) return kept;
    if (!locked) {
      notices.push(
        'Your profiles of tools were changed or removed outside Doorward. AI apps have no tools until you choose a profile, or none.',
      );
      keep(LOST);
    }
    return LOST;
  };
  let current = load();
  return {
    state: () => current,
    set(next) {
      if (locked && current.lost === true)
        return fail('locked', 'Your profiles cannot be read while the keychain is locked.');
      keep(next);
      current = next;
      return ok(undefined);
    },
    notices,
  };
}

function parsed(text: unknown): ToolProfileState | undefined {
  try {
    const found = toolProfileState.safeParse(JSON.parse(String(text)));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}
