/** Runs in the world of the page before its scripts: takes what the preload script exposes. */
/* global createBridge, settings */
(() => {
  if (window !== window.top) return;
  const bridge = createBridge(window, settings.token, 'main');
  const { URL } = window;
  const open = function open(url = '', target = '_blank') {
    let address = String(url);
    try {
      address = address === '' ? 'about:blank' : new URL(address, document.baseURI).href;
    } catch {
      throw new DOMException(
        `Failed to execute 'open' on 'Window': Unable to open a window with invalid URL '${address}'.`,
        'SyntaxError',
      );
    }
    if (['_self', '_top', '_parent'].includes(String(target).toLowerCase())) {
      window.location.assign(address);
      return window;
    }
    bridge.open(address);
    return null;
  };
  Object.defineProperty(window, 'open', {
    value: open,
    writable: true,
    enumerable: true,
    configurable: true,
  });
})();
