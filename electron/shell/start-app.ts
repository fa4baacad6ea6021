import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { app, powerMonitor, session, shell } from 'electron';
import { whoListens } from '../host/endpoint/port-holder.ts';
import { fileSettings } from '../host/settings/settings.ts';
import type { Logger } from '../log/logger.ts';
import { systemKeychain } from '../vault/keychain.ts';
import { VERSION } from '../version.ts';
import { loadBundle } from './app-protocol.ts';
import { systemTimers } from './at-most-every.ts';
import { bundlePath } from './bundle-path.ts';
import { autostartFile } from './autostart-entry.ts';
import { parseLink } from './deep-links.ts';
import { openDesktop } from './desktop.ts';
import { confirmLink } from './dialogs.ts';
import { errorFacts } from './error-facts.ts';
import type { EventTargets } from './early-events.ts';
import { externalLinks } from './external-links.ts';
import { fatalHandler } from './fatal.ts';
import { openFront } from './front.ts';
import { hostRunner } from './host-runner.ts';
import { icons } from './icons.ts';
import { type LaunchArguments, wordsForRelaunch } from './launch-arguments.ts';
import { aboutFile, openedBundles } from './opened-bundles.ts';
import { createPresence } from './presence.ts';
import type { ProfilePlace } from './profile-place.ts';
import { findPrograms } from './programs.ts';
import { selfTest, throwAwayKeychain } from './self-test.ts';
import { guardSession } from './session-guard.ts';
import { storeFile } from './settings-file.ts';
import { shellVoice } from './shell-voice.ts';
import { shutdown } from './shutdown.ts';
import { hostStarter } from './start-host.ts';
import { type Presence, trayPresence } from './tray-presence.ts';
import { offerUpdates } from './update/offer-updates.ts';
import { usedLast } from './used-last.ts';
import { waitingCalls } from './waiting-calls.ts';
import { windowLanguage } from './window-language.ts';

export interface StartPorts {
  readonly args: LaunchArguments;
  readonly place: ProfilePlace;
  /** Folder of the app: a clone, or the archive. */
  readonly root: string;
  readonly logger: Logger;
  /** Where this copy gets updates from; undefined when it does not update itself. */
  readonly updateHost: string | undefined;
  /** Hands over what came before the app ran, and what comes from now on. */
  readonly settle: (targets: EventTargets) => void;
}

const BUS_MS = 2000;
const runProgram = promisify(execFile);

/** Puts the desktop app together; called once Electron is ready. */
export async function startApp({ args, place, root, logger, updateHost, settle }: StartPorts): Promise<void> {
  const { platform, resourcesPath, env } = process;
  const devTools = !app.isPackaged;
  // Nothing that is started from here needs it, and in a desktop app it opens nothing.
  delete env['DOORWARD_OPERATOR_KEY'];
  const programs = findPrograms({
    packaged: app.isPackaged,
    platform,
    resources: resourcesPath,
    app: root,
    env,
    exists: existsSync,
  });
  const settings = fileSettings(place.paths.settings, storeFile);
  const voice = shellVoice(windowLanguage(settings, () => app.getPreferredSystemLanguages()));
  const { texts } = voice;
  const quit = (): void => app.quit();
  const person = createPresence({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    locked: () => powerMonitor.getSystemIdleState(1) === 'locked',
    // One of the overloads of Electron's `on`, which has one for each event.
    on: (event, listener) => powerMonitor.on(event as 'suspend', listener),
  });
  const links = externalLinks({
    openExternal: (url) => shell.openExternal(url),
    texts,
    confirm: (message, detail) => confirmLink(front.window.current(), message, detail, texts().link),
    log: (message) => logger.warn(message),
  });
  const runner = hostRunner({
    create: hostStarter({
      paths: place.paths,
      settings,
      keychain: args.selfTest ? throwAwayKeychain() : systemKeychain(),
      programs,
      presence: person,
      openUrl: (url) => void openQuietly(links.openConsented(url), logger),
      port: args.selfTest ? 0 : args.port,
      env,
    }),
    whoListens,
    relaunch() {
      // From which folder a file counts does not matter here: it is left out.
      const words = wordsForRelaunch(process.argv.slice(1), { platform, cwd: place.paths.home });
      app.relaunch({ args: words, ...(env['APPIMAGE'] === undefined ? {} : { execPath: env['APPIMAGE'] }) });
      quit();
    },
    openFolder: () => void shell.openPath(place.paths.home),
    quit,
    texts,
    logger,
  });

  const ending = shutdown({
    stop: () => runner.stop(),
    quit,
    after: systemTimers.after,
    log: (message) => logger.error(message),
  });
  app.on('before-quit', (event) => ending.beforeQuit(event));
  app.on('will-quit', () => {
    if (runner.phase().kind === 'crashed') app.exit(1);
  });
  // Electron listens for these too, but only once its own loop runs.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
  app.on('child-process-gone', (_event, { type, reason, name }) => {
    if (reason !== 'clean-exit') logger.error('A process of Electron ended', { type, reason, name });
  });

  const updates = offerUpdates({
    host: updateHost,
    release: () => runner.stop(),
    texts,
    logger,
    file: place.updateFile,
  });
  const bundles = openedBundles({ platform, about: aboutFile });

  guardSession(session.defaultSession, loadBundle(join(root, 'dist', 'renderer')), devTools);
  const icon = icons(root, platform);
  let trayShown: Presence = 'unknown';
  let snapshotTaken = (): void => {};
  const waiting = waitingCalls(runner);
  const front = openFront({
    runner,
    waiting,
    preload: join(root, 'dist', 'electron', 'preload.cjs'),
    popupPreload: join(root, 'dist', 'electron', 'popup-preload.cjs'),
    icon: icon.window,
    windowFile: place.windowFile,
    language: () => voice.look(),
    texts,
    devTools,
    logger,
    quitting: () => ending.quitting(),
    quit,
    sessionEnds: () => ending.sessionEnds(),
    trayless: () => trayShown === 'absent',
    onSnapshot: () => snapshotTaken(),
    bundle: (ticket, read) => bundles.read(ticket, read),
    update: (act) => updates.view(act),
    used: usedLast(place.usedFile),
  });

  const fatal = fatalHandler({
    crash: () => runner.crash(),
    show: () => (args.selfTest || ending.quitting() ? app.exit(1) : front.window.show()),
    exit: (code) => app.exit(code),
    after: systemTimers.after,
    logger,
  });
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);

  if (args.selfTest) {
    const ready = new Promise<number>((resolve, reject) => {
      snapshotTaken = () => {
        const port = runner.host()?.port;
        if (port !== undefined) resolve(port);
      };
      runner.onPhase((phase) => {
        if (phase.kind === 'failed') reject(new Error(phase.sentence));
      });
    });
    const { electron, chrome, node } = process.versions;
    front.window.make();
    void runner.start();
    const report = await selfTest({
      ready: () => ready,
      node: programs.ok ? programs.value.node : '',
      versions: { doorward: VERSION, electron, chrome, node },
    });
    await runner.stop();
    process.stdout.write(`${JSON.stringify(report)}\n`, () => app.exit(report.ok ? 0 : 1));
    return;
  }

  const appWords = app.isPackaged ? [] : [root];
  const tray = openDesktop({
    front,
    runner,
    waiting,
    presence: person,
    settings,
    voice,
    trayIcon: icon.tray,
    overlayIcon: icon.overlay,
    devTools,
    login: {
      platform,
      command: [env['APPIMAGE'] ?? process.execPath, ...appWords, ...place.words],
      packaged: app.isPackaged,
      autostart: autostartFile(env, homedir()),
    },
    logger,
    lookForUpdate: updates.look,
    quit,
  });
  app.on('quit', () => {
    tray.end();
    front.popup.end();
  });

  const openLink = (url: string): void => {
    const to = parseLink(url);
    // A link that means nothing still shows that somebody wanted Doorward.
    if (to === undefined) front.window.show();
    else front.navigate(to);
  };
  const openBundles = (named: readonly string[]): boolean => {
    const to = bundles.open(named.flatMap((one) => bundlePath(one, { platform }) ?? []));
    if (to !== undefined) front.navigate(to);
    return to !== undefined;
  };
  const again: EventTargets['again'] = ({ hidden, link, bundles: opened = [] }) => {
    if (link !== undefined) openLink(link);
    if (openBundles(opened)) return;
    if (link !== undefined) return;
    if (!hidden) front.window.show();
  };
  void runner.start();

  const atLogin = platform === 'darwin' && app.isPackaged && app.getLoginItemSettings().wasOpenedAtLogin;
  const hidden = args.hidden || atLogin;
  if (!hidden) front.window.show();
  const file: EventTargets['file'] = (named) => {
    // Another kind of file still shows that somebody wanted Doorward.
    if (!openBundles([named])) front.window.show();
  };
  settle({ again, link: openLink, file, openExternal: (url) => void openQuietly(links.open(url), logger) });
  if (args.link !== undefined) openLink(args.link);
  openBundles(args.bundles);
  trayShown = tray.there
    ? await trayPresence(platform, async (file, words) => {
        const { stdout } = await runProgram(file, [...words], { timeout: BUS_MS });
        return stdout;
      })
    : 'absent';
  if (hidden && trayShown === 'absent') front.window.show();
}

async function openQuietly(opening: Promise<boolean>, logger: Logger): Promise<void> {
  await opening.catch((error: unknown) => {
    logger.warn('The browser could not be opened', errorFacts(error));
  });
}
