/**
 * Runs in the isolated world of every new document, before the scripts of the page. The stand-in puts the codec,
 * the bridge, the settings and the text of the preload script around it.
 */
/* global createCloneCodec, createBridge, settings, post, runPreload */
(() => {
  if (window !== window.top) return;
  const codec = createCloneCodec();
  const bridge = createBridge(window, settings.token, 'isolated');
  const probed = new Set(['then', 'toJSON', 'constructor', 'default', '__esModule']);
  const guard = (name, target) =>
    new Proxy(target, {
      get(object, key, receiver) {
        if (typeof key === 'symbol' || key in object || probed.has(key))
          return Reflect.get(object, key, receiver);
        throw new Error(`The stand-in does not imitate ${name}.${key}.`);
      },
    });

  class Emitter {
    #listeners = new Map();
    #of(name) {
      return this.#listeners.get(name) ?? [];
    }
    on(name, listener) {
      this.#listeners.set(name, [...this.#of(name), { listener }]);
      return this;
    }
    addListener(name, listener) {
      return this.on(name, listener);
    }
    once(name, listener) {
      this.#listeners.set(name, [...this.#of(name), { listener, once: true }]);
      return this;
    }
    off(name, listener) {
      const kept = [...this.#of(name)];
      const at = kept.findLastIndex((entry) => entry.listener === listener);
      if (at >= 0) kept.splice(at, 1);
      this.#listeners.set(name, kept);
      return this;
    }
    removeListener(name, listener) {
      return this.off(name, listener);
    }
    removeAllListeners(name) {
      if (name === undefined) this.#listeners.clear();
      else this.#listeners.delete(name);
      return this;
    }
    listenerCount(name) {
      return this.#of(name).length;
    }
    listeners(name) {
      return this.#of(name).map((entry) => entry.listener);
    }
    eventNames() {
      return [...this.#listeners.keys()].filter((name) => this.#of(name).length > 0);
    }
    setMaxListeners() {
      return this;
    }
    emit(name, ...args) {
      const listeners = this.#of(name);
      for (const { listener, once } of listeners) {
        if (once) this.off(name, listener);
        try {
          Reflect.apply(listener, this, args);
        } catch (error) {
          reportError(error);
        }
      }
      return listeners.length > 0;
    }
  }
  const methodsOf = (emitter, extra) => {
    const names = Object.getOwnPropertyNames(Emitter.prototype).filter((name) => name !== 'constructor');
    const bound = names.map((name) => [
      name,
      (...args) => {
        const result = emitter[name](...args);
        return result === emitter ? self : result;
      },
    ]);
    const self = Object.assign(Object.fromEntries(bound), extra);
    return self;
  };

  const waiting = new Map();
  let count = 0;
  const incoming = new Emitter();
  const ipcRenderer = methodsOf(incoming, {
    send(channel, ...args) {
      post(`send\n0\n${channel}\n${codec.encode(args)}`);
    },
    async invoke(channel, ...args) {
      const text = codec.encode(args);
      const id = ++count;
      const { error, result } = await new Promise((resolve) => {
        waiting.set(id, resolve);
        post(`invoke\n${id}\n${channel}\n${text}`);
      });
      if (error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${error}`);
      return result;
    },
  });

  const deliver = (kind, name, text) => {
    if (kind === 'message') {
      const event = guard('the event of ipcRenderer', { sender: electron.ipcRenderer, ports: [] });
      incoming.emit(name, event, ...codec.decode(text));
      return;
    }
    const resolve = waiting.get(Number(name));
    waiting.delete(Number(name));
    resolve?.(kind === 'result' ? { result: codec.decode(text) } : { error: text });
  };

  const electron = guard("the preload's electron", {
    ipcRenderer: guard('ipcRenderer', ipcRenderer),
    contextBridge: guard('contextBridge', { exposeInMainWorld: bridge.expose }),
    webFrame: guard('webFrame', { getZoomFactor: () => 1 }),
  });
  bridge.hide(electron.ipcRenderer);
  bridge.hide(ipcRenderer);

  const events = Object.assign(Emitter, { EventEmitter: Emitter, once: undefined });
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval };
  const modules = new Map([
    ['electron', electron],
    ['electron/common', electron],
    ['electron/renderer', electron],
    ['events', events],
    ['node:events', events],
    ['timers', timers],
    ['node:timers', timers],
    ['url', { URL, URLSearchParams }],
    ['node:url', { URL, URLSearchParams }],
  ]);
  const require = (name) => {
    if (modules.has(name)) return modules.get(name);
    throw new Error(`module not found: ${name}`);
  };
  const process = methodsOf(new Emitter(), {
    ...settings.process,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    cwd: () => '/',
    getSystemVersion: () => settings.process.versions.chrome,
    nextTick: (task, ...args) => queueMicrotask(() => task(...args)),
  });
  const setImmediate = (task, ...args) => setTimeout(() => task(...args), 0);

  // The browser reports what a click or a form would open in a new window; nothing is opened.
  const opening = (event) => {
    const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
    if (!anchor || event.defaultPrevented) return;
    const target = anchor.target || document.querySelector('base[target]')?.target || '_self';
    const modified = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!modified && ['', '_self', '_top', '_parent'].includes(target.toLowerCase())) return;
    event.preventDefault();
    const disposition = event.shiftKey ? 'new-window' : modified ? 'background-tab' : 'foreground-tab';
    post(`open\n0\n${disposition}\n${anchor.href}`);
  };
  // Bubbling at the window: the page has had its say.
  window.addEventListener('click', opening);
  window.addEventListener('auxclick', opening);
  window.addEventListener('submit', (event) => {
    const target = event.submitter?.formTarget || event.target.target || '_self';
    if (event.defaultPrevented || ['', '_self', '_top', '_parent'].includes(target.toLowerCase())) return;
    event.preventDefault();
    post(`open\n0\nforeground-tab\n${event.target.action}`);
  });
  bridge.onOpen((url) => post(`open\n0\nnew-window\n${url}`));

  for (const type of ['keydown', 'keyup']) {
    const report = ({ key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, location }) => {
      const input = { type: type === 'keydown' ? 'keyDown' : 'keyUp', key, code, location };
      const state = { isAutoRepeat: repeat, isComposing: false, shift: shiftKey, control: ctrlKey };
      post(`key\n0\n\n${JSON.stringify({ ...input, ...state, alt: altKey, meta: metaKey, modifiers: [] })}`);
    };
    window.addEventListener(type, report, true);
  }

  let title = '';
  const reportTitle = () => {
    if (document.title === title) return;
    title = document.title;
    post(`title\n0\n\n${title}`);
  };
  document.addEventListener('DOMContentLoaded', () => {
    reportTitle();
    new MutationObserver(reportTitle).observe(document.head, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });

  Object.defineProperty(globalThis, settings.token, { value: deliver });
  try {
    const exports = {};
    runPreload(require, process, exports, { exports }, undefined, globalThis, setImmediate, clearTimeout);
  } catch (error) {
    console.error(`Unable to load preload script: ${settings.preload}`);
    console.error(error);
    post(`preload-error\n0\n\n${codec.encode(error instanceof Error ? error : new Error(String(error)))}`);
  }
})();
