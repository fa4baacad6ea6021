/**
 * Takes the place of `electron` in unit tests (an alias of the test runner): the npm package of that name would
 * download a binary. Code under test may import it, and must not use it.
 */
function missing(name: string): never {
  const refuse = (property?: string | symbol): never => {
    const use = typeof property === 'string' ? `${name}.${property}` : name;
    throw new Error(`electron.${use} is not there in a unit test: give the code under test a port instead.`);
  };
  const shape = function unavailable(): void {};
  const value: unknown = new Proxy(shape, {
    get: (_target, key) => (typeof key === 'symbol' || key === 'then' ? undefined : refuse(key)),
    set: (_target, key) => refuse(key),
    apply: () => refuse(),
    construct: () => refuse(),
  });
  return value as never;
}

export const app = missing('app');
export const BrowserWindow = missing('BrowserWindow');
export const ipcMain = missing('ipcMain');
export const protocol = missing('protocol');
export const session = missing('session');
export const Menu = missing('Menu');
export const MenuItem = missing('MenuItem');
export const Tray = missing('Tray');
export const Notification = missing('Notification');
export const dialog = missing('dialog');
export const shell = missing('shell');
export const clipboard = missing('clipboard');
export const nativeTheme = missing('nativeTheme');
export const nativeImage = missing('nativeImage');
export const powerMonitor = missing('powerMonitor');
export const screen = missing('screen');
export const globalShortcut = missing('globalShortcut');
export const contextBridge = missing('contextBridge');
export const ipcRenderer = missing('ipcRenderer');
export const utilityProcess = missing('utilityProcess');
export const webContents = missing('webContents');

const electron: Record<string, unknown> = new Proxy(
  {},
  { get: (_target, key) => (typeof key === 'symbol' || key === 'then' ? undefined : missing(key)) },
);
// eslint-disable-next-line import/no-default-export
export default electron;
