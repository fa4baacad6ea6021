import type { appContract } from '../../../shared/ipc/app-contract.ts';
import { ok } from '../../../shared/result.ts';
import type { AppRoom } from './app-asked.ts';
import type { Handlers } from '../commands.ts';

/** The commands about AI apps on this machine. `acted` is told when something may wait for an app to quit. */
export function appCommands(room: AppRoom, acted: () => void): Pick<Handlers, keyof typeof appContract> {
  const after = <T>(result: T): T => {
    acted();
    return result;
  };
  return {
    async 'app.list'() {
      room.look();
      return ok({ apps: [...room.views()], behindTheBack: [...room.behindTheBack()] });
    },
    'app.preview': (asked) => room.preview(asked),
    'app.import': async (asked, context) => after(await room.import(asked, context)),
    'app.connect': async (asked, context) => after(await room.connect(asked, context)),
    'app.undo': async ({ app }) => after(await room.undo(app)),
    'app.leave': async ({ app, server }) => after(await room.leave(app, server)),
  };
}
