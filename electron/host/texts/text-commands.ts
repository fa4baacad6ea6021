import type { CommandName } from '../../../shared/ipc/contract.ts';
import { keepsMore, type LogTexts } from '../../../shared/model/log-texts.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Handlers } from '../commands.ts';
import type { ServerRepo } from '../servers/server-repo.ts';
import type { TextsRoom } from './open-texts.ts';

type TextCommands = Pick<Handlers, Extract<CommandName, `texts.${string}`>>;

export interface TextCommandPorts {
  readonly room: TextsRoom;
  readonly servers: Pick<ServerRepo, 'get' | 'all'>;
}

/** The commands about what the log keeps of texts. Whatever may keep more needs the operator. */
export function textCommands({ room, servers }: TextCommandPorts): TextCommands {
  const { book } = room;
  const tooMuch = (keep: LogTexts, most: LogTexts | undefined): string | undefined =>
    most !== undefined && keepsMore(keep, most)
      ? `Your organisation lets the log keep no more than "${most}" here.`
      : undefined;
  return {
    async 'texts.show'() {
      return ok(room.view());
    },
    async 'texts.set'({ server, keep }, { mayLoosen }) {
      if (server === undefined && keep === 'usual')
        return fail('usage', 'Say full, redacted or digests; "usual" is for one server.');
      if (server !== undefined && servers.get(server) === undefined)
        return fail('unknown', `There is no server "${server}".`);
      const before = server === undefined ? book.usual() : (book.chosen(server) ?? book.usual());
      const after = keep === 'usual' ? book.usual() : keep;
      const barred = keep === 'usual' ? undefined : tooMuch(keep, room.most(server));
      if (barred !== undefined) return fail('refused', barred);
      // Servers without a choice of their own follow the usual one, now and later.
      if (keepsMore(after, before)) {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const kept =
        server === undefined ? book.setUsual(after) : book.set(server, keep === 'usual' ? undefined : keep);
      return kept.ok ? ok(room.view()) : kept;
    },
  };
}
