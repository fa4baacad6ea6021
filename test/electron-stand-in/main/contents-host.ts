import type { Wire } from '../cdp/connection.ts';
import { decodeClone } from '../core/clone.ts';
import { createEvent } from '../core/guard.ts';
import type { TargetOptions } from './browser.ts';
import { receiveMessage } from './ipc-channel.ts';
import { NavigationOrigins } from './navigation-origins.ts';
import { errorNumber, loadError } from './net-errors.ts';
import { Page } from './page.ts';
import { reportPageEvent } from './page-reports.ts';
import { type Navigation, RequestRouter } from './requests.ts';
import { toApp } from './schemes.ts';
import { partsOf } from './session.ts';
import { mediaFeatures, onThemeChange } from './theme-state.ts';
import { createChildFrame, createMainFrame, type FrameFace } from './web-frame-main.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

interface Loading {
  readonly url: string;
  /** Chromium's name of the document, once it has one. */
  loaderId: string | undefined;
  resolve(): void;
  reject(error: Error): void;
}

interface Setup {
  readonly id: number;
  readonly session: object;
  readonly preload: string | undefined;
  readonly target: Pick<TargetOptions, 'width' | 'height'>;
  /** Makes `webContents` emit. */
  readonly emit: (event: string, ...args: unknown[]) => boolean;
  readonly face: object;
  /** Called once when the page has gone, however that came. */
  readonly gone: () => void;
}

/** The working side of a `webContents`: one page, its loads, its navigations and its end. */
export class ContentsHost {
  readonly page: Page;
  readonly frame: FrameFace;
  openHandler: OpenHandler | undefined;
  zoom = 1;
  devTools = false;
  /** The window hears of the first thing to be seen, and of titles. */
  onPaint: () => void = () => {};
  onTitle: (title: string) => void = () => {};
  /** A person has closed the real window: it is too late to object. */
  onClosedByPerson: () => void = () => {};
  #loading: Loading | undefined;
  /** The document that has finished loading last; that can be known before the answer to the navigation is read. */
  #lastLoaded: string | undefined;
  readonly #origins = new NavigationOrigins();
  #refusal: string | undefined;
  #frames = 1;
  readonly #setup: Setup;
  readonly #stopTheme: () => void;
  readonly #router: RequestRouter;
  #themed = false;

  constructor(setup: Setup) {
    this.#setup = setup;
    const listener = {
      event: (method: string, params: Wire) => this.#event(method, params),
      message: this.#message.bind(this),
      preloadError: (error: Error) => {
        console.error(`Unable to load preload script: ${setup.preload}\n`, error);
        setup.emit('preload-error', createEvent(), setup.preload, error);
      },
      gone: (byItself: boolean) => this.#gone(byItself),
    };
    const context = partsOf(setup.session).context();
    const target = context.then((browserContextId) => ({ ...setup.target, browserContextId }));
    this.page = new Page(listener, setup.preload, target);
    this.frame = createMainFrame(this.page, setup.id);
    this.#router = new RequestRouter({
      page: this.page,
      contents: setup.face,
      contentsId: setup.id,
      session: setup.session,
      gate: {
        allows: (navigation) => this.#allows(navigation),
        refused: (code) => {
          this.#refusal = code;
        },
      },
    });
    this.#stopTheme = onThemeChange(() => this.applyTheme());
    this.applyTheme();
  }

  get isLoading(): boolean {
    return this.#loading !== undefined;
  }

  /** `loadURL` */
  async load(url: string): Promise<void> {
    this.#loading?.reject(loadError('ERR_ABORTED', this.#loading.url));
    const done = new Promise<void>((resolve, reject) => {
      this.#loading = { url, loaderId: undefined, resolve, reject };
    });
    done.catch(() => {});
    const mine = this.#loading;
    this.#refusal = undefined;
    const forget = this.#origins.expect(url);
    this.#setup.emit('did-start-loading');
    const { loaderId, errorText } = await this.page.navigate(url);
    forget();
    if (this.#loading !== mine || mine === undefined) return done;
    if (errorText !== undefined) this.#failed(this.#refusal ?? errorText.replace(/^net::/, ''), url);
    else if (loaderId === undefined) this.#finished(undefined);
    else if (this.#lastLoaded === loaderId) this.#settled();
    else mine.loaderId = loaderId;
    return done;
  }

  /** `reload`, also after a crash */
  reload(): void {
    const { page } = this;
    const forget = this.#origins.expect(page.url);
    this.#setup.emit('did-start-loading');
    const begun = page.crashed ? page.navigate(page.url) : page.send('Page.reload');
    begun.then(forget, forget);
  }

  /** Shows the page the way `nativeTheme` wants it. */
  applyTheme(): void {
    const features = mediaFeatures();
    if (features.length === 0 && !this.#themed) return;
    this.#themed = features.length > 0;
    this.page.tell('Emulation.setEmulatedMedia', { features });
  }

  /** Evaluates in the world of the page. */
  async evaluate(code: string, userGesture: boolean): Promise<unknown> {
    const parameters = {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
      replMode: false,
    };
    const { result, exceptionDetails } = await this.page.send('Runtime.evaluate', parameters);
    if (!exceptionDetails) return result.value;
    const text: string = exceptionDetails.exception?.description ?? exceptionDetails.text;
    throw new Error(text.split('\n')[0]?.replace(/^(\w*Error): /, '') ?? text);
  }

  #message(kind: string, id: string, channel: string, text: string, contextId: number): void {
    const { emit, face } = this.#setup;
    if (kind === 'send' || kind === 'invoke') {
      receiveMessage(
        { page: this.page, contents: face, frame: this.frame },
        kind,
        id,
        channel,
        text,
        contextId,
      );
    } else if (kind === 'open') {
      this.opened(text, channel as Electron.HandlerDetails['disposition']);
    } else if (kind === 'title') {
      this.page.title = text;
      emit('page-title-updated', createEvent(), text, true);
      this.onTitle(text);
    } else if (kind === 'key') {
      emit('before-input-event', createEvent(), JSON.parse(text));
    } else if (kind === 'preload-error') {
      emit('preload-error', createEvent(), this.#setup.preload, decodeClone(text));
    }
  }

  /** The page wants a new window: the app's handler is asked, and nothing but a denial can be carried out. */
  opened(url: string, disposition: Electron.HandlerDetails['disposition']): void {
    const details = {
      url: toApp(url),
      frameName: '',
      features: '',
      disposition,
      referrer: { url: this.page.url, policy: 'default' as const },
    };
    const answer = this.openHandler?.(details) ?? { action: 'allow' };
    if (answer.action === 'allow') {
      console.error(
        `The stand-in does not imitate windows that a page opens: ${details.url} was not opened.`,
      );
    }
  }

  async #allows(navigation: Navigation): Promise<boolean> {
    const { url, isMainFrame, isRedirect, frameId } = navigation;
    const { emit } = this.#setup;
    if (isMainFrame && !isRedirect && !(await this.#origins.isFromPage(frameId, url))) return true;
    const frame = isMainFrame ? this.frame : createChildFrame(url, this.frame, ++this.#frames);
    const details = { url, isMainFrame, isSameDocument: false, frame, initiator: this.frame };
    if (isRedirect) {
      const event = createEvent(details);
      emit('will-redirect', event, url, false, isMainFrame, this.#setup.id, frame.routingId);
      return !event.defaultPrevented;
    }
    const first = createEvent(details);
    emit('will-frame-navigate', first);
    if (first.defaultPrevented) return false;
    if (!isMainFrame) return true;
    const second = createEvent(details);
    emit('will-navigate', second, url, false, true, this.#setup.id, frame.routingId);
    return !second.defaultPrevented;
  }

  #failed(code: string, url: string): void {
    const number = errorNumber(code);
    this.#setup.emit('did-fail-load', createEvent(), number, code, url, true, this.#setup.id, 1);
    this.#loading?.reject(loadError(code, url));
    this.#loading = undefined;
    this.#setup.emit('did-stop-loading');
  }

  #finished(loaderId: string | undefined): void {
    this.#lastLoaded = loaderId;
    this.#setup.emit('did-frame-finish-load', createEvent(), true, this.#setup.id, 1);
    this.onPaint();
    this.#setup.emit('did-finish-load');
    if (!this.#loading || this.#loading.loaderId === loaderId) this.#settled();
  }

  #settled(): void {
    const loading = this.#loading;
    this.#loading = undefined;
    loading?.resolve();
    this.#setup.emit('did-stop-loading');
  }

  #event(method: string, params: Wire): void {
    switch (method) {
      case 'Fetch.requestPaused':
        void this.#router.route(params);
        return;
      case 'Page.frameRequestedNavigation':
        this.#origins.requested(params.frameId);
        return;
      case 'Page.frameNavigated':
        if (params.frame.parentId !== undefined) return;
        this.applyTheme();
        if (params.frame.unreachableUrl !== undefined) {
          if (!this.#loading) this.#failed(this.#refusal ?? 'ERR_FAILED', this.page.url);
          return;
        }
        this.#setup.emit('did-navigate', createEvent(), this.page.url, 200, 'OK');
        return;
      case 'Inspector.targetCrashed': {
        this.#loading?.reject(loadError('ERR_FAILED', this.#loading.url));
        this.#loading = undefined;
        const details = { reason: 'crashed', exitCode: 11 };
        this.#setup.emit('render-process-gone', createEvent(), details);
        return;
      }
      case 'Page.lifecycleEvent':
        if (params.frameId !== this.page.targetId) return;
        if (params.name === 'firstPaint') this.onPaint();
        // What was there before the first navigation is not the app's.
        if (params.name === 'load' && this.page.documents > 0) this.#finished(params.loaderId);
        return;
      default:
        reportPageEvent(method, params, this.page, this.frame, this.#setup.emit);
    }
  }

  #gone(byItself: boolean): void {
    this.#stopTheme();
    this.#loading?.reject(loadError('ERR_ABORTED', this.#loading.url));
    this.#loading = undefined;
    if (byItself) this.onClosedByPerson();
    this.#setup.gone();
  }
}
