import { EventEmitter } from 'node:events';

/** Names that runtimes, test tools and `util.inspect` look for on any object. */
const probed = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  '$$typeof',
  '__esModule',
  'default',
  'domain',
]);

/** The error of everything that the app does not use and that is therefore not imitated. */
export function notImitated(name: string): Error {
  return new Error(`The stand-in does not imitate ${name}.`);
}

/** Makes every property that `target` does not have throw by name instead of being `undefined`. */
export function guard<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || probed.has(key)) {
        return Reflect.get(object, key, receiver) as unknown;
      }
      throw notImitated(`${name}.${key}`);
    },
  });
}

/**
 * Makes an object whose end the app can see: afterwards every use of it throws like in Electron, except asking
 * whether it is destroyed and taking listeners away.
 */
export function guardLife<T extends object>(
  name: string,
  target: T,
  type: { readonly prototype: object },
  destroyed: () => boolean,
): T {
  const guarded = guard(name, target);
  return new Proxy(guarded, {
    get(object, key, receiver) {
      const use = typeof key === 'string' && key !== 'isDestroyed' && key !== 'constructor';
      if (use && destroyed() && Object.hasOwn(type.prototype, key)) {
        const property = Object.getOwnPropertyDescriptor(type.prototype, key);
        const refuse = (): never => {
          throw new TypeError('Object has been destroyed');
        };
        return property?.get ? refuse() : refuse;
      }
      return Reflect.get(object, key, receiver) as unknown;
    },
  });
}

/** Electron's own classes are not for subclassing. */
export function assertNotSubclassed(
  made: { readonly prototype: object },
  own: { readonly prototype: object },
): void {
  if (made.prototype !== own.prototype) throw new Error('Electron classes cannot be subclassed.');
}

/** A value for a named export that throws as soon as anything is done with it. */
export function absent(name: string): never {
  const refuse = (): never => {
    throw notImitated(name);
  };
  const shape = function absentExport(): void {};
  const value: unknown = new Proxy(shape, {
    get: (_target, key) => (typeof key === 'symbol' || probed.has(key) ? undefined : refuse()),
    set: refuse,
    apply: refuse,
    construct: refuse,
  });
  return value as never;
}

const everywhere = ['error', 'newListener', 'removeListener'];

type Listener = Parameters<EventEmitter['on']>[1];

/** An emitter that refuses listeners of events it never emits, so that no listener waits in vain. */
export class ImitatedEmitter extends EventEmitter {
  readonly #name: string;
  readonly #events: ReadonlySet<string>;

  constructor(name: string, events: readonly string[]) {
    super();
    this.#name = name;
    this.#events = new Set([...events, ...everywhere]);
    // Private fields cannot be reached through a proxy: the three methods below are bound to the object.
    for (const method of ['on', 'addListener', 'prependListener'] as const) {
      const plain = EventEmitter.prototype[method];
      Object.defineProperty(this, method, {
        value: function add(this: EventEmitter, event: string, listener: Listener) {
          check(event);
          return plain.call(this, event, listener);
        },
        enumerable: false,
        writable: true,
        configurable: true,
      });
    }
    const check = (event: string | symbol): void => {
      if (typeof event === 'string' && !this.#events.has(event)) {
        throw notImitated(`the event '${event}' of ${this.#name}`);
      }
    };
  }
}

/** What listeners get as their first argument. */
export interface StandInEvent {
  preventDefault(): void;
  readonly defaultPrevented: boolean;
}

/** An event object with `preventDefault`, and with the given details as properties. */
export function createEvent<T extends object>(details?: T): StandInEvent & T {
  let prevented = false;
  const event = {
    preventDefault: () => {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(details ?? {})) as StandInEvent & T;
}
