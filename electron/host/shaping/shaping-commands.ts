import type { CommandName } from '../../../shared/ipc/contract.ts';
import { GOOD_SHAPING, NO_SHAPING, type Shaping } from '../../../shared/model/shaping.ts';
import type { ShapingView, ShapingWish } from '../../../shared/model/shaping-choices.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Handlers } from '../commands.ts';
import type { ServerRepo } from '../servers/server-repo.ts';
import type { ShapingBook } from './shaping-book.ts';

type ShapingCommands = Pick<Handlers, Extract<CommandName, `server.shap${string}`>>;

export interface ShapingCommandPorts {
  readonly book: ShapingBook;
  readonly servers: Pick<ServerRepo, 'get'>;
  /** AI apps may be listed a way to read on, or none any more. */
  readonly relisted: () => void;
}

/** The commands about smaller answers. None needs the operator: what is shaped has passed every check before. */
export function shapingCommands({ book, servers, relisted }: ShapingCommandPorts): ShapingCommands {
  const viewOf = (server: string): Result<ShapingView> =>
    servers.get(server) === undefined
      ? fail('unknown', `There is no server "${server}".`)
      : ok({ server, ...book.chosen(server) });
  /** What is kept; undefined: there is no choice any more. */
  const keptOf = (wish: ShapingWish, tool: string | undefined): Shaping | undefined => {
    if (wish === 'good') return GOOD_SHAPING;
    if (wish === 'usual') return undefined;
    // A tool whose server has a choice needs one of its own to be left alone.
    if (wish === 'off') return tool === undefined ? undefined : NO_SHAPING;
    return wish;
  };
  return {
    async 'server.shaping'({ server }) {
      return viewOf(server);
    },
    async 'server.shape'({ server, tool, shaping }) {
      const known = viewOf(server);
      if (!known.ok) return known;
      if (shaping === 'usual' && tool === undefined)
        return fail('usage', 'Say off or good, or which steps; "usual" is for one tool.');
      const cut = book.cuts(server);
      const set = book.set(server, tool, keptOf(shaping, tool));
      if (!set.ok) return set;
      if (book.cuts(server) !== cut) relisted();
      return viewOf(server);
    },
  };
}
