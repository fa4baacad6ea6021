import type { ShellTexts } from './texts/shell-texts.ts';

/** The button of a window in the task bar of Windows. */
export interface TaskbarWindow<Image> {
  setOverlayIcon(image: Image | null, description: string): void;
}

export interface BadgePorts<Image> {
  readonly platform: NodeJS.Platform;
  readonly texts: () => ShellTexts;
  /** The number on the icon in the dock of macOS, or in the launchers of Linux that have one; 0 takes it away. */
  setCount(calls: number): unknown;
  /** The main window, if there is one. */
  window(): TaskbarWindow<Image> | undefined;
  /** A small sign for the corner of an icon. */
  overlay(): Image;
}

/** What an icon outside the tray shows of calls that wait. */
export interface Badge {
  /** So many calls wait for a person. */
  show(calls: number): void;
  /** A window was made, or the language is another one: the same once more. */
  redraw(): void;
}

/**
 * How many calls wait, where each system shows such a thing: a number in the dock of macOS and in launchers of Linux, a
 * sign on the button in the task bar of Windows, with words for those who cannot see it. Nothing moves and nothing
 * flashes. Changes and new servers are not counted: they wait without an AI app waiting for them.
 */
export function waitingBadge<Image>(ports: BadgePorts<Image>): Badge {
  const { platform } = ports;
  let shown = 0;
  let drawn: Image | undefined;
  const onWindow = (): void => {
    if (platform !== 'win32') return;
    const words = shown > 0 ? ports.texts().tray.tipWaiting(shown) : '';
    drawn ??= ports.overlay();
    ports.window()?.setOverlayIcon(shown > 0 ? drawn : null, words);
  };
  return {
    show(calls) {
      if (calls === shown) return;
      shown = calls;
      if (platform === 'win32') onWindow();
      else ports.setCount(calls);
    },
    redraw: onWindow,
  };
}
