import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { earlyEvents } from '../../../electron/shell/early-events.ts';

function kit() {
  const app = new EventEmitter();
  const did: unknown[] = [];
  const settle = earlyEvents(app);
  return {
    app,
    did,
    run: () =>
      settle({
        again: (handover) => void did.push(handover),
        link: (url) => void did.push(url),
        file: (path) => void did.push(`file ${path}`),
        openExternal: (url) => void did.push(`external ${url}`),
      }),
  };
}
const event = { preventDefault: () => {} };

describe('events before the app runs', () => {
  it('are kept in their order', () => {
    const { app, did, run } = kit();
    app.emit('open-url', event, 'doorward://open/apps');
    app.emit('second-instance', {}, ['--evil'], '/', { hidden: true });
    let stopped = false;
    app.emit('open-file', { preventDefault: () => (stopped = true) }, '/home/p/notes.mcpb');
    expect(stopped).toBe(true);
    expect(did).toEqual([]);
    run();
    expect(did).toEqual(['doorward://open/apps', { hidden: true }, 'file /home/p/notes.mcpb']);
    app.emit('activate');
    expect(did.at(-1)).toEqual({ hidden: false });
  });

  it('guard every page from its first moment', () => {
    const { app, did, run } = kit();
    let opener = (_details: { url: string }): { action: 'deny' } => ({ action: 'deny' });
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof opener) => void (opener = handler),
    });
    app.emit('web-contents-created', {}, contents);
    expect(contents.listenerCount('will-navigate')).toBe(1);
    expect(opener({ url: 'https://a.example/' })).toEqual({ action: 'deny' });
    run();
    opener({ url: 'https://b.example/' });
    expect(did).toEqual(['external https://b.example/']);
  });

  it('keep the app alive without windows', () => {
    expect(kit().app.listenerCount('window-all-closed')).toBe(1);
  });
});
