import type { Wire } from '../cdp/connection.ts';
import { createEvent } from '../core/guard.ts';
import type { Page } from './page.ts';
import { toApp } from './schemes.ts';
import type { FrameFace } from './web-frame-main.ts';

type Emit = (event: string, ...args: unknown[]) => boolean;

const levels: Readonly<Record<string, string>> = {
  warning: 'warning',
  error: 'error',
  assert: 'error',
  debug: 'debug',
};

function textOf(argument: Wire): string {
  return String(argument.value ?? argument.unserializableValue ?? argument.description ?? argument.type);
}

function console_(
  emit: Emit,
  frame: FrameFace,
  level: string,
  message: string,
  lineNumber: number,
  url: string,
): void {
  emit('console-message', createEvent({ level, message, lineNumber, sourceId: toApp(url), frame }));
}

/** Passes on what needs no decision: navigation, titles and the console. */
export function reportPageEvent(
  method: string,
  params: Wire,
  page: Page,
  frame: FrameFace,
  emit: Emit,
): void {
  switch (method) {
    case 'Page.domContentEventFired':
      emit('dom-ready', createEvent());
      return;
    case 'Page.frameStartedNavigating': {
      const isMainFrame = params.frameId === page.targetId;
      const isSameDocument = /sameDocument/i.test(params.navigationType ?? '');
      const url = toApp(params.url);
      const event = createEvent({ url, isMainFrame, isSameDocument, frame: isMainFrame ? frame : null });
      emit('did-start-navigation', event, url, isSameDocument, isMainFrame, frame.processId, frame.routingId);
      return;
    }
    case 'Page.navigatedWithinDocument':
      if (params.frameId === page.targetId) {
        emit('did-navigate-in-page', createEvent(), page.url, true, frame.processId, frame.routingId);
      }
      return;
    case 'Runtime.consoleAPICalled': {
      const [top] = params.stackTrace?.callFrames ?? [];
      const text = params.args.map(textOf).join(' ');
      console_(
        emit,
        frame,
        levels[params.type] ?? 'info',
        text,
        (top?.lineNumber ?? 0) + 1,
        top?.url ?? page.url,
      );
      return;
    }
    case 'Runtime.exceptionThrown': {
      const { exception, text, lineNumber, url } = params.exceptionDetails;
      console_(
        emit,
        frame,
        'error',
        `Uncaught ${exception?.description ?? text}`,
        lineNumber + 1,
        url ?? page.url,
      );
      return;
    }
    case 'Log.entryAdded': {
      const { level, text, url, lineNumber } = params.entry;
      console_(emit, frame, levels[level] ?? 'info', text, (lineNumber ?? 0) + 1, url ?? page.url);
      return;
    }
    default:
  }
}
