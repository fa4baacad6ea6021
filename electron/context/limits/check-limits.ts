import type { LimitWarning } from '../../../shared/model/listed-tools.ts';
import { type AppLimits, appLimits, type NameForm } from './app-limits.ts';

/** A tool as an app is given it: under which entry of its settings, and by which name. */
export interface GivenTool {
  readonly entry: string;
  readonly name: string;
}

/** Names that a sentence tells. */
const MOST_NAMES = 3;
/** From so much of a limit on is told of one that the app's own tools count in, too. */
const NEARLY = 0.8;

/** Where what an app is given passes what it can take, one warning for each limit; `title` is how people call the app. */
export function checkLimits(app: string, title: string, tools: readonly GivenTool[]): LimitWarning[] {
  const limits = Object.hasOwn(appLimits, app) ? appLimits[app] : undefined;
  if (limits === undefined) return [];
  const count = countWarning(limits, title, tools.length);
  const names = nameWarning(limits, title, tools);
  return [...(count === undefined ? [] : [count]), ...(names === undefined ? [] : [names])];
}

function countWarning(
  { tools, olderTools }: AppLimits,
  title: string,
  given: number,
): LimitWarning | undefined {
  const about = (most: number, sentence: string): LimitWarning => ({ kind: 'tools', most, given, sentence });
  if (tools !== undefined && given > tools.most)
    return about(
      tools.most,
      tools.beyond === 'refuses'
        ? `${title} takes at most ${tools.most} tools${tools.own === true ? ', its own among them,' : ''} and refuses to work with more; it is given ${given}.`
        : `${title} reads at most ${tools.most} tools; it is given ${given} and leaves the rest out.`,
    );
  if (tools?.own === true && given > tools.most * NEARLY)
    return about(
      tools.most,
      `${title} takes at most ${tools.most} tools, its own among them; it is given ${given} here alone.`,
    );
  if (olderTools !== undefined && given > olderTools.most)
    return about(
      olderTools.most,
      `${title} from before ${olderTools.before} reads at most ${olderTools.most} tools; it is given ${given}.`,
    );
  return undefined;
}

const FORMS: Readonly<
  Record<NameForm, { readonly of: (tool: GivenTool) => number; readonly words: string }>
> = {
  tool: { of: ({ name }) => name.length, words: 'the name of a tool' },
  'server-and-tool': {
    of: ({ entry, name }) => entry.length + name.length,
    words: 'the names of a server and its tool together',
  },
  'mcp-server-tool': {
    of: ({ entry, name }) => `mcp__${entry}__${name}`.length,
    words: 'the names of a server and its tool together with “mcp” before them',
  },
};

const BEYOND = {
  'leaves-out': 'It leaves out',
  refuses: 'It refuses to work with',
  shortens: 'It shortens the names of',
} as const;

function nameWarning(
  { name }: AppLimits,
  title: string,
  tools: readonly GivenTool[],
): LimitWarning | undefined {
  if (name === undefined) return undefined;
  const form = FORMS[name.form];
  const long = tools.filter((tool) => form.of(tool) > name.most);
  if (long.length === 0) return undefined;
  const told = long.slice(0, MOST_NAMES).map((tool) => tool.name.slice(0, 100));
  const rest = long.length - told.length;
  return {
    kind: 'names',
    most: name.most,
    given: Math.max(...long.map(form.of)),
    sentence: `In ${title}, ${form.words} may have ${name.most} characters. ${BEYOND[name.beyond]} ${told.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}.`,
  };
}
