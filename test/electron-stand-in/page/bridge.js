/**
 * The two ends of `contextBridge`. The worlds share the DOM and nothing else: they talk by synchronous events on
 * an element that is in no document, handed over once, before the page runs, so the page can neither listen nor
 * speak. What crosses is cloned by Chromium itself; functions, promises and errors travel as references.
 */
export function createBridge(window, token, side) {
  const { CustomEvent, EventTarget, MouseEvent, Promise, Reflect, Map, Set, Error, Object, Array, Symbol } =
    window;
  const { apply, ownKeys } = Reflect;
  const { addEventListener, dispatchEvent } = EventTarget.prototype;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail').get;
  const tagOf = (value) => apply(Object.prototype.toString, value, []);
  const { then } = Promise.prototype;
  const functions = new Map();
  const promises = new Map();
  const hidden = new Set();
  const own = side === 'main' ? 'm' : 'i';
  const other = side === 'main' ? 'i' : 'm';
  let count = 0;
  let channel;

  const depthError = () =>
    new TypeError(
      'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
    );

  /** Describes a value for the other world; `seen` keeps shared and circular references. */
  function pack(value, seen = new Map(), depth = 0) {
    if (depth > 1000) throw depthError();
    if (typeof value === 'function') {
      const id = ++count;
      functions.set(id, value);
      return ['function', id];
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value !== 'object' || value === null) return ['value', value];
    if (seen.has(value)) return seen.get(value);
    const packed = [];
    seen.set(value, packed);
    const fill = (...parts) => {
      packed.push(...parts);
      return packed;
    };
    if (hidden.has(value)) return fill('object', []);
    if (value instanceof Promise) {
      const id = ++count;
      apply(then, value, [
        (result) => settle(id, 'resolve', result),
        (reason) => settle(id, 'reject', reason),
      ]);
      return fill('promise', id);
    }
    if (Array.isArray(value))
      return fill(
        'array',
        value.map((item) => pack(item, seen, depth + 1)),
      );
    const tag = tagOf(value);
    if (tag === '[object Error]') return fill('error', String(value.message));
    const tagged = typeof value[Symbol.toStringTag] === 'string' && !ArrayBuffer.isView(value);
    if (tag === '[object Object]' || (tagged && ownKeys(value).length > 0)) {
      const keys = Object.keys(value);
      return fill(
        'object',
        keys.flatMap((key) => {
          const item = value[key];
          return typeof item === 'symbol' ? [] : [[key, pack(item, seen, depth + 1)]];
        }),
      );
    }
    try {
      return fill('value', structuredClone(value));
    } catch {
      throw new Error('An object could not be cloned.');
    }
  }

  /** Rebuilds in this world what the other one described. */
  function unpack(packed, frozen, made = new Map()) {
    if (made.has(packed)) return made.get(packed);
    const keep = (value) => {
      made.set(packed, value);
      return value;
    };
    const [kind, content] = packed;
    const seal = (value) => (frozen ? Object.freeze(value) : value);
    switch (kind) {
      case 'function':
        return seal(keep(proxyOf(content)));
      case 'promise':
        return keep(new Promise((resolve, reject) => promises.set(content, { resolve, reject })));
      case 'error':
        return keep(new Error(content));
      case 'array': {
        const array = keep([]);
        content.forEach((item) => array.push(unpack(item, frozen, made)));
        return seal(array);
      }
      case 'object': {
        const object = keep({});
        for (const [key, item] of content) {
          const value = unpack(item, frozen, made);
          Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
        }
        return seal(object);
      }
      default:
        return content;
    }
  }

  let answer;
  const speak = (message) => {
    answer = undefined;
    apply(dispatchEvent, channel, [new CustomEvent(own, { detail: message })]);
    const given = answer;
    answer = undefined;
    return given;
  };
  const settle = (id, how, value) => {
    let packed;
    try {
      packed = pack(value);
    } catch (error) {
      return speak({ do: 'settle', id, how: 'reject', value: pack(error) });
    }
    return speak({ do: 'settle', id, how, value: packed });
  };
  const proxyOf = (id) =>
    function proxied(...args) {
      const { threw, value } = speak({ do: 'call', id, args: args.map((item) => pack(item)) });
      if (threw !== undefined) throw new Error(threw);
      return unpack(value, false);
    };

  const unknown =
    'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';
  const call = ({ id, args }) => {
    try {
      const given = args.map((item) => unpack(item, false));
      return { value: pack(apply(functions.get(id), window, given)) };
    } catch (error) {
      const message = typeof error === 'object' && error !== null ? error.message : undefined;
      return { threw: typeof message === 'string' ? message : unknown };
    }
  };
  const deeds = {
    call: (message) =>
      apply(dispatchEvent, channel, [new CustomEvent(`${own}-answer`, { detail: call(message) })]),
    settle({ id, how, value }) {
      const promise = promises.get(id);
      promises.delete(id);
      promise?.[how](unpack(value, false));
    },
    bind({ key, value }) {
      if (Object.hasOwn(window, key)) {
        const threw = `Cannot bind an API on top of an existing property on the window object`;
        apply(dispatchEvent, channel, [new CustomEvent(`${own}-answer`, { detail: { threw } })]);
        return;
      }
      Object.defineProperty(window, key, {
        value: unpack(value, true),
        writable: false,
        enumerable: true,
        configurable: false,
      });
      apply(dispatchEvent, channel, [new CustomEvent(`${own}-answer`, { detail: {} })]);
    },
    open: ({ url }) => openListener?.(url),
  };
  let openListener;

  const join = (target) => {
    channel = target;
    const listen = (type, listener) =>
      apply(addEventListener, channel, [type, (event) => listener(apply(detailOf, event, []))]);
    listen(other, (message) => deeds[message.do]?.(message));
    listen(`${other}-answer`, (message) => {
      answer = message;
    });
  };
  if (side === 'main') {
    const first = (event) => {
      event.stopImmediatePropagation();
      join(event.relatedTarget);
    };
    apply(addEventListener, window, [token, first, { once: true }]);
  } else {
    join(document.createElement('i'));
    window.dispatchEvent(new MouseEvent(token, { relatedTarget: channel }));
  }

  return {
    /** `contextBridge.exposeInMainWorld` */
    expose(key, api) {
      const { threw } = speak({ do: 'bind', key: String(key), value: pack(api) });
      if (threw !== undefined) throw new Error(threw);
    },
    /** Makes an object of ours arrive as `{}`. */
    hide: (object) => hidden.add(object),
    open: (url) => speak({ do: 'open', url }),
    onOpen(listener) {
      openListener = listener;
    },
  };
}
