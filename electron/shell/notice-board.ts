import { PRODUCT } from './texts/product.ts';

/** What a notification of the desktop is for this. */
export interface Notice {
  on(event: 'click' | 'close' | 'failed', listener: () => void): void;
  show(): void;
}

export interface BoardPorts {
  /** A silent notification; undefined where the desktop has none. */
  make(title: string, body: string): Notice | undefined;
  log(message: string): void;
}

/** Announces something; a click leads to where it is decided. */
export type Announce = (body: string, open: () => void) => void;

/** Notifications that are kept: one that nothing refers to is collected, and its click with it. */
const KEPT = 20;

/**
 * Shows notifications of the desktop. They have no buttons: a notification only announces, and what to do is decided
 * in one of our own windows.
 */
export function noticeBoard(ports: BoardPorts): Announce {
  const kept: Notice[] = [];
  return (body, open) => {
    const notice = ports.make(PRODUCT, body);
    if (notice === undefined) return;
    const drop = (): void => {
      const at = kept.indexOf(notice);
      if (at >= 0) kept.splice(at, 1);
    };
    notice.on('click', () => {
      drop();
      open();
    });
    notice.on('close', drop);
    notice.on('failed', () => {
      drop();
      ports.log('A notification could not be shown');
    });
    kept.push(notice);
    if (kept.length > KEPT) kept.shift();
    notice.show();
  };
}
