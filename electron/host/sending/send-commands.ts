import type { CommandName } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../commands.ts';
import type { SendingRoom } from './open-sending.ts';

type SendCommands = Pick<Handlers, Extract<CommandName, `send.${string}`>>;

/**
 * The commands about where the log is sent. To send it somewhere needs the operator, because data leave; so does sending
 * it there no longer, because a program that wants to hide something would begin with that.
 */
export function sendCommands(room: SendingRoom): SendCommands {
  return {
    async 'send.list'() {
      return ok(room.view());
    },
    'send.add': ({ destination, fromStart }) => room.add(destination, fromStart),
    async 'send.remove'({ name }) {
      return room.remove(name);
    },
    'send.test': ({ name }) => room.test(name),
  };
}
