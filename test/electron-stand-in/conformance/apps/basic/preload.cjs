const { contextBridge, ipcRenderer } = require('electron');

const listeners = new Set();
ipcRenderer.on('push', (_event, ...args) => {
  for (const listener of listeners) listener(...args);
});

let reads = 0;
class Point {
  constructor() {
    this.x = 1;
  }
  length() {
    return this.x;
  }
}

const attempt = (deed) => {
  try {
    return { value: deed() };
  } catch (error) {
    return { error: error.message };
  }
};

contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  describeHere: async (value) => ipcRenderer.invoke('describe', value),
  onPush: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  invokeHere: (kind) => {
    const values = {
      function: () => {},
      element: document,
      map: new Map([['a', { when: new Date(0) }]]),
      class: new Point(),
    };
    return ipcRenderer.invoke('describe', values[kind]).catch((error) => `rejected: ${error.message}`);
  },
  richAnswer: async () => {
    const [answer] = await ipcRenderer.invoke('echo', {
      map: new Map([[1, new Set(['x'])]]),
      date: new Date(0),
      bytes: new Uint8Array([1, 2, 3]),
      big: 5n,
      nothing: undefined,
      none: NaN,
      zero: -0,
      expression: /a+/gi,
    });
    return [
      answer.map.get(1).has('x'),
      answer.date.getTime(),
      [...answer.bytes],
      answer.big === 5n,
      'nothing' in answer,
      Number.isNaN(answer.none),
      Object.is(answer.zero, -0),
      String(answer.expression),
    ];
  },
  circular: async () => {
    const value = { name: 'ring', list: [] };
    value.self = value;
    value.list.push(value);
    const [answer] = await ipcRenderer.invoke('echo', value);
    return answer.self === answer && answer.list[0] === answer;
  },
  add: (a, b) => a + b,
  later: async (value) => value,
  fails: () => {
    throw Object.assign(new TypeError('sync failure'), { code: 'E_SYNC' });
  },
  failsOddly: () => {
    throw 'just text';
  },
  rejects: async () => {
    throw Object.assign(new RangeError('async failure'), { code: 'E_ASYNC' });
  },
  callback: (listener) => listener({ deep: [1, 2] }, 'two'),
  awaited: async (listener) => (await listener(20)) + 1,
  nested: { list: [1, { two: 2 }], text: 'x', make: () => (n) => n * 2 },
  date: new Date(0),
  bytes: new Uint8Array([1, 2, 3]),
  error: Object.assign(new TypeError('kept message'), { code: 'lost' }),
  get once() {
    reads += 1;
    return reads;
  },
  point: new Point(),
  [Symbol('lost')]: 1,
  symbol: Symbol('lost'),
  ipcRenderer,
  facts: {
    modules: Object.fromEntries(
      [
        'electron',
        'electron/renderer',
        'electron/common',
        'events',
        'timers',
        'url',
        'node:url',
        'fs',
        'node:path',
      ].map((name) => [name, attempt(() => typeof require(name))]),
    ),
    dirname: typeof __dirname,
    filename: typeof __filename,
    moduleType: typeof module,
    process: {
      type: process.type,
      sandboxed: process.sandboxed,
      isolated: process.contextIsolated,
      platform: process.platform,
      electron: process.versions.electron,
    },
    exit: typeof process.exit,
    setImmediate: typeof setImmediate,
    clipboard: attempt(() => typeof require('electron').clipboard),
    remote: attempt(() => typeof require('electron').remote),
    pageScripts: document.scripts.length,
    second:
      attempt(() => contextBridge.exposeInMainWorld('twice', 1)) &&
      attempt(() => contextBridge.exposeInMainWorld('twice', 2)),
  },
});
window.onlyHere = true;
