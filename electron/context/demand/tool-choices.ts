import { exposedName } from '../../catalog/names.ts';
import type { ShownTools } from '../../catalog/role-view.ts';
import type { ToolChoice } from '../../../shared/model/client.ts';
import { toolSet } from '../profiles/tool-set.ts';
import { FINDERS } from './finders.ts';

/** What people chose for AI apps, as the lists read it. */
export interface ToolChoices {
  /** Tells lists apart that are chosen in another way; empty: everything is listed. */
  key(clientId: string): string;
  /** Whether an AI app has a tool of a server at all: everything, unless tools were chosen for it. */
  has(clientId: string, server: string, tool: string): boolean;
  /** For an app that finds its tools on demand: what stands in its list nevertheless. */
  shown(clientId: string): ShownTools | undefined;
}

interface Read {
  readonly choice: ToolChoice;
  readonly key: string;
  readonly names: ReadonlySet<string>;
}

/** Reads the choices; `of` gives an app's, undefined: all. What is asked for every call is read once for each choice. */
export function toolChoices(of: (clientId: string) => ToolChoice | undefined): ToolChoices {
  const known = new WeakMap<ToolChoice, Read>();
  const read = (clientId: string): Read | undefined => {
    const choice = of(clientId);
    if (choice === undefined || choice.mode === 'all') return undefined;
    let one = known.get(choice);
    if (one === undefined) {
      one = {
        choice,
        // Short: it is part of what every list and call is looked up by.
        key: `${choice.mode} ${toolSet(choice.tools).key}`,
        names: new Set(choice.tools),
      };
      known.set(choice, one);
    }
    return one;
  };
  const names = ({ names: all }: Read, name: string, server: string): boolean =>
    all.has(name) || all.has(`${server}__*`);
  return {
    key: (clientId) => read(clientId)?.key ?? '',
    has(clientId, server, tool) {
      const one = read(clientId);
      return (
        one === undefined || one.choice.mode !== 'chosen' || names(one, exposedName(server, tool), server)
      );
    },
    shown(clientId) {
      const one = read(clientId);
      if (one?.choice.mode !== 'on-demand') return undefined;
      return { own: FINDERS, lists: (name) => names(one, name, name.split('__', 1)[0] ?? '') };
    },
  };
}
