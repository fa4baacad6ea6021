import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import { GOOD_SHAPING, NO_SHAPING, shaping as shapingModel } from '../../shared/model/shaping.ts';
import type { ShapingView } from '../../shared/model/shaping-choices.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });

type Commands = Pick<Bridge['commands'], 'server.shaping' | 'server.shape'>;

/** The part of the fake bridge that is about smaller answers. */
export function fakeShaping(): Commands {
  const views = new Map<string, ShapingView>([
    [
      'files',
      { server: 'files', usual: GOOD_SHAPING, tools: [{ tool: 'read_media_file', shaping: NO_SHAPING }] },
    ],
  ]);
  const viewOf = (server: string): ShapingView => views.get(server) ?? { server, tools: [] };
  return {
    'server.shaping': ({ server }) => ok(viewOf(server)),
    'server.shape': ({ server, tool, shaping }) => {
      const before = viewOf(server);
      const named = typeof shaping === 'string';
      const good = shaping === 'good' ? GOOD_SHAPING : undefined;
      const wanted = named ? good : shapingModel.parse(shaping);
      const { usual: _usual, ...rest } = before;
      const others = before.tools.filter((one) => one.tool !== tool);
      const after: ShapingView =
        tool === undefined
          ? { ...rest, ...(wanted === undefined ? {} : { usual: wanted }) }
          : {
              ...before,
              tools: shaping === 'usual' ? others : [...others, { tool, shaping: wanted ?? NO_SHAPING }],
            };
      views.set(server, after);
      return ok(after);
    },
  };
}
