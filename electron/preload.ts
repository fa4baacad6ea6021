import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron/renderer';

/** The channels of the contract (`shared/ipc/window.ts`), filled in when this file is built. */
declare const __CHANNELS__: { readonly commands: readonly string[]; readonly pushes: readonly string[] };

const channelOf = (name: string): string => `doorward:${name}`;

/**
 * The whole bridge between the page and the app: a function for each command and a subscription for each push, no
 * more. There is no way to name a channel from the page, and no event object reaches it.
 */
const commands = Object.fromEntries(
  __CHANNELS__.commands.map((name) => [
    name,
    (input: unknown, request?: string): Promise<unknown> =>
      ipcRenderer.invoke(channelOf(name), input, request),
  ]),
);

const on = Object.fromEntries(
  __CHANNELS__.pushes.map((name) => [
    name,
    (listener: (value: unknown) => void): (() => void) => {
      const heard = (_event: IpcRendererEvent, value: unknown): void => listener(value);
      ipcRenderer.on(channelOf(name), heard);
      return () => {
        ipcRenderer.off(channelOf(name), heard);
      };
    },
  ]),
);

contextBridge.exposeInMainWorld('doorward', { commands, on });
