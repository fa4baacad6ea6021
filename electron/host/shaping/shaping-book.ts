import type { Shaping } from '../../../shared/model/shaping.ts';
import {
  MOST_SHAPED_TOOLS,
  type ServerShaping,
  shapingChoices,
  type ShapingChoices,
} from '../../../shared/model/shaping-choices.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { openSealedChoice, type SealedChoicePorts } from '../sealed/sealed-choice.ts';

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

const NOTHING: ShapingChoices = { servers: {} };
const NONE: ServerShaping = { tools: [] };

/** Whether it changes anything. */
const does = ({ budget, ...steps }: Shaping): boolean =>
  budget !== undefined || Object.values(steps).some(Boolean);

/**
 * Opens what a person chose. Changed or removed outside Doorward, nothing counts: answers go as they come, which costs
 * tokens and no safety.
 */
export function openShapingBook(ports: SealedChoicePorts): ShapingBook {
  const choice = openSealedChoice(ports, {
    name: 'shaping',
    shape: shapingChoices,
    usual: NOTHING,
    lost: () => NOTHING,
    notice:
      'Which answers are made smaller was changed or removed outside Doorward. None are until you choose anew.',
    lockedSentence: 'What you chose for smaller answers cannot be read while the keychain is locked.',
  });
  let ready = new Map<string, Ready>();
  let anyCuts = false;
  const use = ({ servers }: ShapingChoices): void => {
    ready = new Map(Object.entries(servers).map(([server, chosen]) => [server, readyOf(chosen)]));
    anyCuts = [...ready.values()].some(({ cuts }) => cuts);
  };
  use(choice.current());

  const change = (server: string, after: ServerShaping): Result<void, 'locked'> => {
    const { [server]: _before, ...others } = choice.current().servers;
    const says = after.usual !== undefined || after.tools.length > 0;
    const set = choice.set({ servers: says ? { ...others, [server]: after } : others });
    if (set.ok) use(choice.current());
    return set;
  };
  const chosen = (server: string): ServerShaping => {
    const { servers } = choice.current();
    return Object.hasOwn(servers, server) ? (servers[server] ?? NONE) : NONE;
  };

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
      if (Object.hasOwn(choice.current().servers, server)) change(server, NONE);
    },
    notices: choice.notices,
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
