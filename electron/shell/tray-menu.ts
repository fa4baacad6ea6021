import type { StatusReport } from '../../shared/ipc/shapes.ts';
import type { Phase, PushOf } from '../../shared/ipc/window.ts';
import type { LiveCall } from '../../shared/model/live.ts';
import type { ToolProfileState } from '../../shared/model/tool-profile.ts';
import { menuText } from './menu-text.ts';
import type { ShellTexts } from './texts/shell-texts.ts';

/** What the tray is made of. */
export interface TrayView {
  readonly texts: ShellTexts;
  readonly phase: Phase['kind'];
  readonly status: StatusReport | undefined;
  /** The newest calls, newest first. */
  readonly recent: readonly LiveCall[];
  /** Profiles of tools; without any there is nothing to choose. */
  readonly profiles?: ToolProfileState | undefined;
}

/** What choosing an entry does. */
export type TrayAction =
  | { readonly do: 'navigate'; readonly to: PushOf<'navigate'> }
  /** Leads to the question, with the keyboard in it. */
  | { readonly do: 'waiting' }
  | { readonly do: 'guard'; readonly to: StatusReport['guard'] }
  /** Uses a profile of this name, or none. */
  | { readonly do: 'profile'; readonly name: string | undefined }
  | { readonly do: 'open' }
  | { readonly do: 'quit' };

/** One entry of the tray's menu, as plain data: two menus are the same when their data is. */
export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'entry'; readonly label: string; readonly action: TrayAction }
  | {
      readonly kind: 'check';
      readonly label: string;
      readonly checked: boolean;
      readonly action: TrayAction;
    }
  /** One of several choices in a menu of its own. */
  | { readonly kind: 'choices'; readonly label: string; readonly items: readonly TrayChoice[] };

/** One of several, of which one counts. */
export interface TrayChoice {
  readonly label: string;
  readonly checked: boolean;
  readonly action: TrayAction;
}

const CALLS = 3;
const PROFILE_NAME = 24;

function headline({ phase, status, texts: { tray } }: TrayView): string {
  if (phase === 'starting') return tray.starting;
  if (phase === 'stopping') return tray.stopping;
  if (phase !== 'running' || status === undefined) return tray.notRunning;
  if (status.managed === 'locked-down') return tray.lockedDown;
  if (status.guard === 'block') return tray.blocked;
  return tray.guarding(status.clients, status.servers.approved);
}

/** Calls that wait for a person. */
function waitingCalls({ phase, status }: TrayView): number {
  return phase === 'running' && status !== undefined ? status.questions.pending : 0;
}

/** A tick that sets the guard to something, and back to the usual. */
function guardCheck(label: string, now: StatusReport['guard'], to: 'ask' | 'block'): TrayItem {
  const checked = now === to;
  return { kind: 'check', label, checked, action: { do: 'guard', to: checked ? 'usual' : to } };
}

function callEntry(call: LiveCall, { tray }: ShellTexts): TrayItem {
  const names = {
    app: menuText(call.clientName, 24),
    // A message without a name of its own is shown by its method.
    tool: menuText(call.name === '' ? call.method : call.name),
    server: menuText(call.server, 20),
  };
  const label = tray.call(names, call.outcome);
  return {
    kind: 'entry',
    label,
    action: { do: 'navigate', to: { screen: 'activity', item: call.call.slice(0, 80) } },
  };
}

/** Which profile of tools counts; nothing where there are none. */
function profileChoices({ profiles: state, texts: { tray } }: TrayView): TrayItem[] {
  if (state === undefined || state.profiles.length === 0) return [];
  const { profiles, inUse, lost = false } = state;
  const choice = (label: string, name: string | undefined): TrayChoice => ({
    label,
    checked: !lost && name === inUse,
    action: { do: 'profile', name },
  });
  const items = [
    choice(tray.noProfile, undefined),
    ...profiles.map(({ name }) => choice(tray.profileName(menuText(name, PROFILE_NAME)), name)),
  ];
  const label = inUse === undefined ? tray.profiles : tray.profile(menuText(inUse, PROFILE_NAME));
  return [{ kind: 'choices', label, items }];
}

/** The tray's menu. Every action is in it, because some desktops have no clicks on the icon itself. */
export function trayMenu(view: TrayView): readonly TrayItem[] {
  const { phase, status, recent, texts } = view;
  const { tray } = texts;
  const running = phase === 'running' && status !== undefined;
  const items: TrayItem[] = [{ kind: 'text', label: headline(view) }];
  const calls = waitingCalls(view);
  if (calls > 0) items.push({ kind: 'entry', label: tray.waiting(calls), action: { do: 'waiting' } });
  if (running && status.servers.waiting > 0)
    items.push({
      kind: 'entry',
      label: tray.reviews(status.servers.waiting),
      action: { do: 'navigate', to: { screen: 'needs-you' } },
    });
  const changes = status?.reviews?.items ?? 0;
  if (running && changes > 0)
    items.push({
      kind: 'entry',
      label: tray.changes(changes),
      action: { do: 'navigate', to: { screen: 'needs-you' } },
    });
  if (running && recent.length > 0)
    items.push({ kind: 'line' }, ...recent.slice(0, CALLS).map((call) => callEntry(call, texts)));
  if (running)
    items.push(
      { kind: 'line' },
      guardCheck(tray.askEverything, status.guard, 'ask'),
      guardCheck(tray.blockEverything, status.guard, 'block'),
      ...profileChoices(view),
    );
  items.push(
    { kind: 'line' },
    { kind: 'entry', label: tray.open, action: { do: 'open' } },
    {
      kind: 'entry',
      label: tray.settings,
      action: { do: 'navigate', to: { screen: 'settings' } },
    },
    {
      kind: 'entry',
      label: running && status.clients > 0 ? tray.quitWithout(status.clients) : tray.quit,
      action: { do: 'quit' },
    },
  );
  return items;
}

/** The words beside the icon. */
export function trayTip(view: TrayView): string {
  const calls = waitingCalls(view);
  const { tray } = view.texts;
  return calls > 0 ? tray.tipWaiting(calls) : tray.tip(headline(view));
}

/** The few characters that macOS shows beside the icon: how many calls wait, or nothing. */
export function trayTitle(view: TrayView): string {
  const calls = waitingCalls(view);
  return calls > 0 ? String(calls) : '';
}
