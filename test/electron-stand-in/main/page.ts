import { randomBytes } from 'node:crypto';
import type { Wire } from '../cdp/connection.ts';
import { pageScripts, worldName } from '../page/scripts.ts';
import { browser, createTarget, type TargetOptions } from './browser.ts';
import { type Mail, PageMail } from './page-mail.ts';
import { toApp, toChromium } from './schemes.ts';

/** What a page tells the parts of the stand-in that give it its Electron face. */
export interface PageListener {
  event(method: string, params: Wire): void;
  message(kind: string, id: string, channel: string, text: string, contextId: number): void;
  preloadError(error: Error): void;
  /** The page has gone; `byItself` when nobody here has asked for it. */
  gone(byItself: boolean): void;
}

/** One page of Chromium with the two worlds of an Electron renderer. */
export class Page {
  readonly attached: Promise<void>;
  targetId: string | undefined;
  #sessionId: string | undefined;
  readonly #token = `s${randomBytes(12).toString('hex')}`;
  readonly #binding = `b${randomBytes(12).toString('hex')}`;
  readonly #mail = new PageMail(this.#token, () => this.#sessionId);
  readonly #listener: PageListener;
  readonly #preload: string | undefined;
  #preloadError: Error | undefined;
  /** Counts documents, so that a frame that has navigated away can be told from the one that is there. */
  documents = 0;
  url = '';
  title = '';
  closed = false;
  #closing = false;
  /** Like in Electron there is nothing to attach to before the first navigation. */
  readonly #wanted = Promise.withResolvers<void>();
  crashed = false;

  constructor(listener: PageListener, preload: string | undefined, target: Promise<TargetOptions>) {
    this.#listener = listener;
    this.#preload = preload;
    this.attached = this.#wanted.promise.then(() => this.#attach(target));
    this.attached.catch(() => {});
  }

  /** Sends a command to the page once it is there. */
  async send(method: string, params: object = {}): Promise<Wire> {
    await this.attached;
    return browser().connection.send(method, params, this.#sessionId);
  }

  /** Sends a command that may come too late. */
  tell(method: string, params: object = {}): void {
    this.send(method, params).catch(() => {});
  }

  /** Starts loading an address; resolves with Chromium's answer. */
  async navigate(url: string): Promise<{ loaderId?: string; errorText?: string }> {
    this.#wanted.resolve();
    const answer = this.send('Page.navigate', { url: toChromium(url) });
    // Until now the page waits for the debugger: so the first document that anybody sees is the app's.
    this.tell('Runtime.runIfWaitingForDebugger');
    return (await answer) as { loaderId?: string; errorText?: string };
  }

  /** Hands text to the preload world of the present document, or of the one given; it is lost if that is gone. */
  deliver(kind: Mail['kind'], name: string, text: string, contextId?: number): void {
    if (!this.crashed && !this.closed) this.#mail.post({ kind, name, text, contextId });
  }

  /** Evaluates where the page cannot look, with access to the clipboard for as long as that takes. */
  async useClipboard(origin: string, expression: string): Promise<unknown> {
    const permission = { name: 'clipboard-read' };
    const { state } = (await this.#inWorld(
      'navigator.permissions.query({ name: "clipboard-read" }).then(({ state }) => ({ state }))',
    )) as { state: string };
    const set = (setting: string): Promise<Wire> =>
      browser().connection.send('Browser.setPermission', { permission, setting, origin });
    await set('granted');
    await this.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    try {
      return await this.#inWorld(expression);
    } finally {
      await set(state);
    }
  }

  async #inWorld(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      contextId: this.#mail.world?.id,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Closes the page without asking it; it is there until Chromium says that it has gone. */
  close(): void {
    if (this.#closing) return;
    this.#closing = true;
    const end = (): void => {
      if (this.targetId !== undefined)
        browser().connection.tell('Target.closeTarget', { targetId: this.targetId });
    };
    if (this.targetId !== undefined) end();
    else {
      this.#wanted.reject(new Error('The page was closed before it was loaded.'));
      this.attached.then(end, () => this.#gone());
    }
  }

  /** Closes the page and counts it as gone at once. */
  end(): void {
    this.close();
    this.#gone();
  }

  async #attach(target: Promise<TargetOptions>): Promise<void> {
    const { connection, product } = browser();
    const { targetId, sessionId } = await createTarget(await target, () => this.#gone());
    this.targetId = targetId;
    if (this.closed) return;
    this.#sessionId = sessionId;
    connection.listen(sessionId, (method, params) => this.#event(method, params));
    const chrome = product.replace(/^.*\//, '');
    const scripts = pageScripts(this.#preload, this.#token, this.#binding, chrome);
    const send = (method: string, params: object = {}): Promise<Wire> =>
      connection.send(method, params, sessionId);
    await Promise.all([
      send('Page.enable'),
      send('Page.setLifecycleEventsEnabled', { enabled: true }),
      send('Runtime.enable'),
      send('Log.enable'),
      send('Inspector.enable'),
      send('Runtime.addBinding', { name: this.#binding, executionContextName: worldName }),
      send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
      send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName }),
      send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] }),
    ]);
    this.#preloadError = scripts.error;
  }

  #event(method: string, params: Wire): void {
    switch (method) {
      case 'Runtime.bindingCalled': {
        if (params.name !== this.#binding) return;
        const [kind = '', id = '', channel = '', ...rest] = (params.payload as string).split('\n');
        this.#listener.message(kind, id, channel, rest.join('\n'), params.executionContextId);
        return;
      }
      case 'Runtime.executionContextCreated':
        if (params.context.name === worldName && params.context.auxData?.frameId === this.targetId) {
          this.#mail.world = params.context;
        }
        return;
      case 'Runtime.executionContextDestroyed':
        if (params.executionContextUniqueId === this.#mail.world?.uniqueId) this.#mail.world = undefined;
        return;
      case 'Runtime.executionContextsCleared':
        this.#mail.world = undefined;
        return;
      case 'Page.frameNavigated':
        if (params.frame.parentId === undefined) {
          this.url = toApp(
            params.frame.unreachableUrl ?? params.frame.url + (params.frame.urlFragment ?? ''),
          );
          this.documents += 1;
          this.crashed = false;
          if (this.#preloadError) this.#listener.preloadError(this.#preloadError);
        }
        break;
      case 'Page.navigatedWithinDocument':
        if (params.frameId === this.targetId) this.url = toApp(params.url);
        break;
      case 'Inspector.targetCrashed':
        this.crashed = true;
        this.#mail.world = undefined;
        break;
      default:
    }
    this.#listener.event(method, params);
  }

  #gone(): void {
    if (this.closed) return;
    this.closed = true;
    if (this.#sessionId !== undefined) browser().connection.forget(this.#sessionId);
    this.#listener.gone(!this.#closing);
  }
}
