import type { Session } from 'electron';
import { answerFrom, type Bundle } from './app-protocol.ts';
import { isOwnOrigin, isOwnUrl, SCHEME } from './origin.ts';

/** What this needs of Electron's session. */
export type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
> & {
  readonly protocol: Pick<Session['protocol'], 'handle'>;
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown;
};

/** Copying a text that the person marked or a button offers. The page may do nothing else of the kind. */
const PERMITTED = 'clipboard-sanitized-write';

/**
 * Closes the window's session: it serves the bundle and reaches nothing else, neither the network nor files of this
 * computer (`file://` could read the profile), and the page gets no device, camera, screen, location, notification.
 */
export function guardSession(session: GuardedSession, bundle: Bundle, devTools: boolean): void {
  session.protocol.handle(SCHEME, (request) => answerFrom(bundle, request));
  session.protocol.handle('file', () => new Response(null, { status: 403 }));
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !(isOwnUrl(url) || (devTools && url.startsWith('devtools://'))) });
  });
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(permission === PERMITTED && details.isMainFrame && isOwnUrl(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === PERMITTED && isOwnOrigin(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  // Otherwise Chromium may fetch dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}
