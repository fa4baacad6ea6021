import { decodeClone, encodeClone } from '../core/clone.ts';
import { createEvent, guard } from '../core/guard.ts';
import { ipcMain } from './ipc-main.ts';
import type { FrameFace } from './web-frame-main.ts';
import type { Page } from './page.ts';

/** The ends that a message from a page has in the main process. */
export interface Sender {
  readonly page: Page;
  readonly contents: object;
  readonly frame: FrameFace;
}

function eventFor({ page, contents, frame }: Sender, contextId: number): Electron.IpcMainEvent {
  const sentFrom = page.documents;
  const event = createEvent({
    type: 'frame' as const,
    sender: contents,
    frameId: frame.routingId,
    processId: frame.processId,
    ports: [],
    /** Like in Electron: `null` once the frame has navigated or is gone. */
    get senderFrame() {
      return page.documents === sentFrom && !page.closed && !page.crashed ? frame : null;
    },
    reply: (channel: string, ...args: unknown[]) =>
      page.deliver('message', channel, encodeClone(args), contextId),
  });
  return guard('the event of ipcMain', event) as unknown as Electron.IpcMainEvent;
}

async function answer(
  sender: Sender,
  id: string,
  channel: string,
  args: unknown[],
  contextId: number,
): Promise<void> {
  const handler = ipcMain.handlers.get(channel);
  const { page } = sender;
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const event = eventFor(sender, contextId) as unknown as Electron.IpcMainInvokeEvent;
    const result = await handler(event, ...args);
    page.deliver('result', id, encodeClone(result), contextId);
  } catch (error) {
    if (handler) console.error(`Error occurred in handler for '${channel}':`, error);
    page.deliver('error', id, String(error), contextId);
  }
}

/** Takes a message that a preload script sent with `ipcRenderer.send` or `ipcRenderer.invoke`. */
export function receiveMessage(
  sender: Sender,
  kind: 'send' | 'invoke',
  id: string,
  channel: string,
  text: string,
  contextId: number,
): void {
  const args = decodeClone(text) as unknown[];
  if (kind === 'send') ipcMain.emit(channel, eventFor(sender, contextId), ...args);
  else void answer(sender, id, channel, args, contextId);
}
