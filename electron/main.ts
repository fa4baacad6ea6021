import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { languageOf } from '../shared/model/language.ts';
import { earlyEvents } from './shell/early-events.ts';
import { errorFacts } from './shell/error-facts.ts';
import { readArguments, toHandover } from './shell/launch-arguments.ts';
import { LINK_SCHEME } from './shell/deep-links.ts';
import { SCHEME } from './shell/origin.ts';
import { profilePlace, type ProfilePlace } from './shell/profile-place.ts';
import { shellLog } from './shell/shell-log.ts';
import { startApp } from './shell/start-app.ts';
import { PRODUCT } from './shell/texts/product.ts';
import type { ShellTexts } from './shell/texts/shell-texts.ts';
import { textsFor } from './shell/texts/texts-for.ts';
import { resolverRules, updateHost } from './shell/update/update-place.ts';

const APP_ID = 'app.doorward.desktop';
/** Two levels above `dist/electron/main.js`. */
const root = join(import.meta.dirname, '..', '..');
const args = readArguments(process.argv.slice(1), {
  platform: process.platform,
  cwd: workingFolder(),
});

/** The folder that the app was started in, unless it is gone. */
function workingFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** In the computer's language, where it says: what is chosen cannot be asked here. */
function systemTexts(): ShellTexts {
  try {
    return textsFor(languageOf('system', app.getPreferredSystemLanguages()));
  } catch {
    return textsFor('en');
  }
}

/**
 * Everything that has to be settled before Electron is ready, in this order. Nothing in it waits: Electron becomes
 * ready once this file has run, so a top-level `await` here could hold it back for ever.
 */
function begin(place: ProfilePlace): void {
  app.setPath('userData', place.electronData);
  app.setName(PRODUCT);
  app.setAppUserModelId(APP_ID);
  if (!app.requestSingleInstanceLock(toHandover(args))) {
    // `quit` would let this instance become ready first.
    app.exit(0);
    return;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  app.enableSandbox();
  const updates = updateHost({
    packaged: app.isPackaged,
    platform: process.platform,
    resources: process.resourcesPath,
    executable: process.execPath,
    read: readIfThere,
    exists: existsSync,
  });
  // The page needs no network; Chromium's own services (dictionaries, updates of its parts) find none either.
  app.commandLine.appendSwitch('host-resolver-rules', resolverRules(updates));
  const settle = earlyEvents(app);
  const logger = shellLog(place.paths.logs);
  app
    .whenReady()
    .then(() => {
      if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME);
      return startApp({ args, place, root, logger, updateHost: updates, settle });
    })
    .catch((error: unknown) => {
      logger.error('The app could not be started', errorFacts(error));
      if (!args.selfTest) dialog.showErrorBox(PRODUCT, systemTexts().failed.unexpected);
      app.exit(1);
    });
}

const place = profilePlace(args);
if (place.ok) begin(place.value);
else {
  dialog.showErrorBox(PRODUCT, `${systemTexts().failed.noFolder}\n\n${place.message}`);
  app.exit(1);
}
