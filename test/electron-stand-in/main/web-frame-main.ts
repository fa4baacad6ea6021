import { encodeClone } from '../core/clone.ts';
import { guard } from '../core/guard.ts';
import type { Page } from './page.ts';
import { originOf } from './schemes.ts';

/** A frame as the main process sees it. Only the main frame has a preload world and can send. */
export type FrameFace = Pick<
  Electron.WebFrameMain,
  | 'url'
  | 'origin'
  | 'parent'
  | 'top'
  | 'frames'
  | 'framesInSubtree'
  | 'routingId'
  | 'processId'
  | 'osProcessId'
  | 'frameTreeNodeId'
  | 'frameToken'
  | 'name'
  | 'detached'
  | 'visibilityState'
  | 'isDestroyed'
  | 'send'
>;

/** Makes the main frame of a page; it stays the same object over navigations. */
export function createMainFrame(page: Page, id: number): FrameFace {
  const frame: FrameFace = guard('webFrameMain', {
    get url() {
      return page.url;
    },
    get origin() {
      return originOf(page.url);
    },
    parent: null,
    get top() {
      return frame as Electron.WebFrameMain;
    },
    frames: [],
    get framesInSubtree() {
      return [frame as Electron.WebFrameMain];
    },
    routingId: 1,
    processId: id,
    osProcessId: 0,
    frameTreeNodeId: id,
    get frameToken() {
      return page.targetId ?? '';
    },
    name: '',
    get detached() {
      return page.closed;
    },
    visibilityState: 'visible',
    isDestroyed: () => page.closed,
    send(channel: string, ...args: unknown[]) {
      page.deliver('message', channel, encodeClone(args));
    },
  });
  return frame;
}

/** A frame inside the page, known only by what a request of it says. */
export function createChildFrame(url: string, parent: FrameFace, id: number): FrameFace {
  const frame: FrameFace = guard('webFrameMain', {
    url,
    origin: originOf(url),
    parent: parent as Electron.WebFrameMain,
    top: parent as Electron.WebFrameMain,
    frames: [],
    framesInSubtree: [],
    routingId: id,
    processId: id,
    osProcessId: 0,
    frameTreeNodeId: id,
    frameToken: '',
    name: '',
    detached: false,
    visibilityState: 'visible',
    isDestroyed: () => false,
    send: () => {},
  });
  return frame;
}
