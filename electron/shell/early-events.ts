import { guardContents, type GuardedContents } from './navigation-guard.ts';
import { type Handover, readHandover } from './launch-arguments.ts';

/** What the running app does about events that may come before it runs. */
export interface EventTargets {
  /** A second start, or a click on the app's icon in the dock. */
  again(handover: Handover): void;
  /** A `doorward://` link; not checked yet. */
  link(url: string): void;
  /** A file that the person opened with Doorward; not looked at yet. */
  file(path: string): void;
  /** A link in the page to somewhere else. */
  openExternal(url: string): void;
}

/** What this needs of Electron's app. */
export interface EventSource {
  on(
    event: 'second-instance',
    listener: (event: unknown, argv: string[], cwd: string, data: unknown) => void,
  ): unknown;
  on(event: 'open-url', listener: (event: { preventDefault(): void }, url: string) => void): unknown;
  on(event: 'open-file', listener: (event: { preventDefault(): void }, path: string) => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: GuardedContents) => void): unknown;
  on(event: 'window-all-closed' | 'activate', listener: () => void): unknown;
}

/**
 * Listens before Electron is ready: macOS delivers the link or the file that started the app before that, and no page may
 * exist for a moment without its guards. What comes early is kept until the app runs.
 */
export function earlyEvents(app: EventSource): (targets: EventTargets) => void {
  let targets: EventTargets | undefined;
  const waiting: ((to: EventTargets) => void)[] = [];
  const pass = (event: (to: EventTargets) => void): void => {
    if (targets === undefined) waiting.push(event);
    else event(targets);
  };
  // The order of `argv` is not reliable here; what matters comes as data.
  app.on('second-instance', (_event, _argv, _cwd, data) => pass((to) => to.again(readHandover(data))));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    pass((to) => to.link(url));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    pass((to) => to.file(path));
  });
  app.on('activate', () => pass((to) => to.again({ hidden: false })));
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, (url) => targets?.openExternal(url));
  });
  // An app in the tray goes on without windows; without a listener Electron would quit.
  app.on('window-all-closed', () => {});
  return (now) => {
    targets = now;
    for (const event of waiting.splice(0)) event(now);
  };
}
