import { EventEmitter } from 'node:events';
import { guard } from '../core/guard.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** `ipcMain`: any channel name can be listened to, so unlike other emitters it refuses none. */
export class IpcMain
  extends EventEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly handlers: Map<string, Handler> = new Map();

  constructor() {
    super();
    // A channel may be called 'error': that must not throw when nobody listens.
    this.on('error', () => {});
    Object.defineProperty(this, 'handlers', { enumerable: false });
  }

  handle(channel: string, listener: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof listener !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`);
    }
    this.handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

export const ipcMain = guard('ipcMain', new IpcMain());
