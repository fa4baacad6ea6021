/**
 * Text form of values with structured-clone semantics. The same code runs in Node and in pages, where it is
 * injected as text: it must not import anything.
 */
export function createCloneCodec() {
  const uncloneable = () => new Error('An object could not be cloned.');
  const errorTypes = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const viewTypes = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

  function toBase64(buffer) {
    if (typeof Buffer === 'function') return Buffer.from(buffer).toString('base64');
    let text = '';
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < bytes.length; at += 8192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    }
    return btoa(text);
  }
  const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer;

  /** Whether JSON says all there is to say: the common case, and the cheap one. */
  function isJson(value, seen) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
    if (typeof value !== 'object' || seen.has(value)) return false;
    seen.add(value);
    if (Array.isArray(value)) {
      const keys = Object.keys(value);
      return keys.length === value.length && value.every((item) => isJson(item, seen));
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) return false;
    return Object.keys(value).every((key) => key !== '__proto__' && isJson(value[key], seen));
  }

  function flatten(root) {
    const table = [];
    const places = new Map();
    const place = (value) => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (value === undefined) return ['undefined'];
      if (typeof value === 'bigint') return ['bigint', String(value)];
      if (typeof value === 'number') {
        if (Object.is(value, -0)) return ['number', '-0'];
        return Number.isFinite(value) ? value : ['number', String(value)];
      }
      let index = places.get(value);
      if (index === undefined) {
        index = table.length;
        places.set(value, index);
        table.push(null);
        table[index] = describe(value);
      }
      return ['at', index];
    };
    const entries = (object) => Object.keys(object).map((key) => [key, place(object[key])]);
    const describe = (value) => {
      if (Array.isArray(value)) return { t: 'array', length: value.length, e: entries(value) };
      if (ArrayBuffer.isView(value)) {
        const type = tagOf(value);
        if (!(type in viewTypes)) throw uncloneable();
        const length = type === 'DataView' ? value.byteLength : value.length;
        return { t: 'view', type, buffer: place(value.buffer), offset: value.byteOffset, length };
      }
      switch (tagOf(value)) {
        case 'Object':
          return { t: 'object', e: entries(value) };
        case 'Date':
          return { t: 'date', v: place(value.getTime()) };
        case 'RegExp':
          return { t: 'regexp', source: value.source, flags: value.flags };
        case 'Map':
          return { t: 'map', e: [...value].map(([key, item]) => [place(key), place(item)]) };
        case 'Set':
          return { t: 'set', e: [...value].map(place) };
        case 'ArrayBuffer':
          return { t: 'buffer', v: toBase64(value) };
        case 'Error': {
          const cause = 'cause' in value ? { cause: place(value.cause) } : {};
          return { t: 'error', name: value.name, message: value.message, stack: value.stack, ...cause };
        }
        case 'Boolean':
        case 'Number':
        case 'String':
        case 'BigInt':
          return { t: 'boxed', v: place(value.valueOf()) };
        default:
          throw uncloneable();
      }
    };
    return { root: place(root), table };
  }

  function unflatten({ root, table }) {
    const made = [];
    const take = (value) => {
      if (!Array.isArray(value)) return value;
      if (value[0] === 'undefined') return undefined;
      if (value[0] === 'bigint') return BigInt(value[1]);
      if (value[0] === 'number') return Number(value[1]);
      return build(value[1]);
    };
    const set = (object, [key, value]) =>
      Object.defineProperty(object, key, {
        value: take(value),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    const build = (index) => {
      if (index in made) return made[index];
      const entry = table[index];
      const keep = (value) => (made[index] = value);
      switch (entry.t) {
        case 'array': {
          const array = keep([]);
          array.length = entry.length;
          entry.e.forEach((pair) => set(array, pair));
          return array;
        }
        case 'object': {
          const object = keep({});
          entry.e.forEach((pair) => set(object, pair));
          return object;
        }
        case 'map': {
          const map = keep(new Map());
          entry.e.forEach(([key, value]) => map.set(take(key), take(value)));
          return map;
        }
        case 'set': {
          const items = keep(new Set());
          entry.e.forEach((item) => items.add(take(item)));
          return items;
        }
        case 'view':
          return keep(new viewTypes[entry.type](take(entry.buffer), entry.offset, entry.length));
        case 'date':
          return keep(new Date(take(entry.v)));
        case 'regexp':
          return keep(new RegExp(entry.source, entry.flags));
        case 'buffer':
          return keep(fromBase64(entry.v));
        case 'boxed':
          return keep(Object(take(entry.v)));
        default: {
          const error = keep(new (errorTypes[entry.name] ?? Error)(entry.message));
          Object.defineProperty(error, 'stack', { value: entry.stack, writable: true, configurable: true });
          if ('cause' in entry) {
            Object.defineProperty(error, 'cause', {
              value: take(entry.cause),
              writable: true,
              configurable: true,
            });
          }
          return error;
        }
      }
    };
    return take(root);
  }

  return {
    encode(value) {
      let copy;
      try {
        copy = structuredClone(value);
      } catch {
        throw uncloneable();
      }
      return isJson(copy, new Set()) ? `J${JSON.stringify(copy)}` : `C${JSON.stringify(flatten(copy))}`;
    },
    decode(text) {
      const value = JSON.parse(text.slice(1));
      return text[0] === 'J' ? value : unflatten(value);
    },
  };
}
