import type { IconName } from '../../ui/icons.tsx';

/** The kinds of things that can be found, in the order in which they come where all fit alike. */
export const groups = ['command', 'screen', 'server', 'tool', 'app', 'rule', 'setting', 'call'] as const;
export type Group = (typeof groups)[number];

/** One thing that can be found. Its texts may be those of a server, a tool or an AI app: shown as hostile ones. */
export interface Entry {
  /** The same for the same thing, as long as the window. */
  readonly id: string;
  readonly group: Group;
  readonly icon: IconName;
  readonly title: string;
  /** A few words beside the title: whose it is, where it is. */
  readonly detail?: string | undefined;
  /** Words of the window's own beside that, such as a date: shown as they are. */
  readonly note?: string | undefined;
  /** By what else it is found. */
  readonly also?: readonly (string | undefined)[];
  /** Goes there, or does it. Called when the palette is closed and the focus is in the page. */
  readonly run: () => void;
}
