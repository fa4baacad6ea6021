import type { Shaping } from '../../../shared/model/shaping.ts';
import {
  MOST_SHAPED_TOOLS,
  type ServerShaping,
  shapingChoices,
  type ShapingChoices,
} from '../../../shared/model/shaping-choices.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type SealedRows, sealedTable } from '../sealed-rows.ts';

export interface ShapingBookPorts {
  readonly rows: SealedRows;
  /** The key of the seals is not at hand: nothing counts, and nothing of it may be thrown away. */
  readonly locked: boolean;
}

/** How a person wants answers to be made smaller. Reads come from memory; a change is on disk when it returns. */
export interface ShapingBook {
  /** What counts for a tool; undefined: its answers stay as they are. Asked for every answer: one look into a map. */
  of(server: string, tool: string): Shaping | undefined;
  /** Whether answers of this server, or of some of its tools, are cut at a budget; without a name, those of any. */
  cuts(server?: string): boolean;
  chosen(server: string): ServerShaping;
  /** `tool` undefined: of the whole server. `shaping` undefined: nothing; of a tool, what counts for its server. */
  set(
    server: string,
    tool: string | undefined,
    shaping: Shaping | undefined,
  ): Result<void, 'locked' | 'invalid'>;
  /** A server is gone: another one of its name gets nothing of what was chosen for it. */
  forgetServer(server: string): void;
  readonly notices: readonly string[];
}

/** What is read for every answer. */
interface Ready {
  readonly usual: Shaping | undefined;
  readonly tools: ReadonlyMap<string, Shaping | undefined>;
  readonly cuts: boolean;
}

const NAME = 'shaping';
const NOTHING: ShapingChoices = { servers: {} };
const NONE: ServerShaping = { tools: [] };

/** Whether it changes anything. */
const does = ({ budget, ...steps }: Shaping): boolean =>
  budget !== undefined || Object.values(steps).some(Boolean);

/**
 * Opens what a person chose. Changed or removed outside Doorward, nothing counts: answers go as they come, which costs
 * tokens and no safety.
 */
export function openShapingBook({ rows, locked }: ShapingBookPorts): ShapingBook {
  const table = sealedTable('choices');
  const keep = (value: ShapingChoices): void => rows.put(table, [NAME], [JSON.stringify(value)]);
  const notices: string[] = [];
  let lost = false;
  const load = (): ShapingChoices => {
    const row = rows.load(table).find(({ keys }) => keys[0] === NAME);
    if (row === undefined && !rows.missing(table, [NAME])) return NOTHING;
    const kept = row?.counts === true ? parsed(row.values[0]) : undefined;
    if (kept !== undefined) return kept;
    lost = true;
    if (!locked) {
      notices.push(
        'Which answers are made smaller was changed or removed outside Doorward. None are until you choose anew.',
      );
      keep(NOTHING);
    }
    return NOTHING;
  };
  let ready = new Map<string, Ready>();
  let anyCuts = false;
  const use = (choices: ShapingChoices): ShapingChoices => {
    ready = new Map(Object.entries(choices.servers).map(([server, chosen]) => [server, readyOf(chosen)]));
    anyCuts = [...ready.values()].some(({ cuts }) => cuts);
    return choices;
  };
  let current = use(load());

  const change = (server: string, after: ServerShaping): Result<void, 'locked'> => {
    if (locked && lost)
      return fail(
        'locked',
        'What you chose for smaller answers cannot be read while the keychain is locked.',
      );
    const { [server]: _before, ...others } = current.servers;
    const says = after.usual !== undefined || after.tools.length > 0;
    const next = { servers: says ? { ...others, [server]: after } : others };
    keep(next);
    current = use(next);
    return ok(undefined);
  };
  const chosen = (server: string): ServerShaping =>
    Object.hasOwn(current.servers, server) ? (current.servers[server] ?? NONE) : NONE;

  return {
    of(server, tool) {
      const one = ready.get(server);
      if (one === undefined) return undefined;
      return one.tools.has(tool) ? one.tools.get(tool) : one.usual;
    },
    cuts: (server) => (server === undefined ? anyCuts : anyCuts && ready.get(server)?.cuts === true),
    chosen,
    set(server, tool, shaping) {
      const before = chosen(server);
      if (tool === undefined) {
        const { usual: _before, ...rest } = before;
        return change(server, shaping === undefined || !does(shaping) ? rest : { ...rest, usual: shaping });
      }
      const others = before.tools.filter((one) => one.tool !== tool);
      if (shaping === undefined) return change(server, { ...before, tools: others });
      if (others.length >= MOST_SHAPED_TOOLS)
        return fail('invalid', `At most ${MOST_SHAPED_TOOLS} tools of a server have a choice of their own.`);
      return change(server, { ...before, tools: [...others, { tool, shaping }] });
    },
    forgetServer(server) {
      if (Object.hasOwn(current.servers, server)) change(server, NONE);
    },
    notices,
  };
}

function readyOf({ usual, tools }: ServerShaping): Ready {
  const all = [usual, ...tools.map(({ shaping }) => shaping)];
  return {
    usual,
    tools: new Map(tools.map(({ tool, shaping }) => [tool, does(shaping) ? shaping : undefined])),
    cuts: all.some((one) => one?.budget !== undefined),
  };
}

function parsed(text: unknown): ShapingChoices | undefined {
  try {
    const found = shapingChoices.safeParse(JSON.parse(String(text)));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}
