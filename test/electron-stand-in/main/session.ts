import { guard, ImitatedEmitter, notImitated } from '../core/guard.ts';
import { life } from '../core/runtime.ts';
import { browser } from './browser.ts';
import { PermissionDesk } from './permissions.ts';
import { Protocols } from './protocol.ts';
import { WebRequest } from './web-request.ts';

/** The parts of a session that the stand-in itself works with. */
export interface SessionParts {
  readonly protocols: Protocols;
  readonly requests: WebRequest;
  readonly permissions: PermissionDesk;
  /** The browser context of Chromium; `undefined` is the default one. */
  readonly context: () => Promise<string | undefined>;
}

const parts = new WeakMap<object, SessionParts>();
const partitions = new Map<string, object>();
const createdListeners: ((session: object) => void)[] = [];

/** The working parts behind a session that the app holds. */
export function partsOf(session: object): SessionParts {
  const found = parts.get(session);
  if (!found) throw new TypeError('That is no session.');
  return found;
}

/** Hears of every new session. */
export function onSessionCreated(listener: (session: object) => void): void {
  createdListeners.push(listener);
}

function createSession(partition: string): object {
  const permissions = new PermissionDesk();
  const protocols = new Protocols();
  const requests = new WebRequest();
  let made: Promise<string | undefined> | undefined;
  const context = (): Promise<string | undefined> => {
    if (partition === '') return Promise.resolve(undefined);
    made ??= browser()
      .connection.send('Target.createBrowserContext', { disposeOnDetach: true })
      .then(({ browserContextId }) => browserContextId as string);
    return made;
  };
  let spellChecker = true;
  const face = guard(
    'session',
    Object.assign(new ImitatedEmitter('session', ['will-download', 'spellcheck-dictionary-initialized']), {
      setPermissionRequestHandler: permissions.setRequestHandler,
      setPermissionCheckHandler: permissions.setCheckHandler,
      setDevicePermissionHandler: permissions.setDeviceHandler,
      setDisplayMediaRequestHandler: permissions.setDisplayHandler,
      webRequest: requests.face,
      protocol: protocols.face,
      setSpellCheckerEnabled: (enable: boolean) => {
        spellChecker = enable;
      },
      isSpellCheckerEnabled: () => spellChecker,
      setSpellCheckerLanguages: () => {},
      isPersistent: () => partition === '' || partition.startsWith('persist:'),
      async clearStorageData(): Promise<void> {
        const browserContextId = await context();
        await browser().connection.send('Storage.clearCookies', { browserContextId });
      },
      clearCache: () => Promise.resolve(),
    }),
  );
  parts.set(face, { protocols, requests, permissions, context });
  partitions.set(partition, face);
  for (const listener of createdListeners) listener(face);
  return face;
}

/** The session of a partition, made when it is asked for first; `''` is the default one. */
export function sessionOf(partition: string): object {
  if (!life.ready) throw new Error('Session can only be received when app is ready');
  return partitions.get(partition) ?? createSession(partition);
}

export const session = guard('session', {
  get defaultSession() {
    return sessionOf('');
  },
  fromPartition: (partition: string) => sessionOf(partition),
  fromPath: (): never => {
    throw notImitated('session.fromPath');
  },
});
