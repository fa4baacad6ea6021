import { createEvent, guard, ImitatedEmitter } from '../core/guard.ts';
import { options } from '../core/runtime.ts';
import { records, type ShownNotification } from './records.ts';

const events = ['show', 'click', 'close', 'reply', 'action', 'failed'];
const shownKey = Symbol('shown');

/** A notification that is only recorded; on macOS an unsigned app, which this is, gets `failed`. */
export class Notification
  extends ImitatedEmitter
  implements Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body' | 'silent'>
{
  title: string;
  body: string;
  silent: boolean;
  readonly actions: Electron.NotificationAction[];
  [shownKey]: ShownNotification | undefined = undefined;

  static isSupported(): boolean {
    return true;
  }

  constructor(given: Electron.NotificationConstructorOptions = {}) {
    super('Notification', events);
    this.title = given.title ?? '';
    this.body = given.body ?? '';
    this.silent = given.silent ?? false;
    this.actions = given.actions ?? [];
    return guard('Notification', this);
  }

  show(): void {
    if (options.flavour === 'darwin') {
      setImmediate(() =>
        this.emit('failed', createEvent(), 'Notifications are not allowed for this application'),
      );
      return;
    }
    const actions = options.flavour === 'linux' ? [] : this.actions.map((action) => action.text ?? '');
    const shown: ShownNotification = {
      title: this.title,
      body: this.body,
      silent: this.silent,
      actions,
      closed: false,
      click: () => this.emit('click', createEvent()),
      act: (index) => {
        if (index >= actions.length) throw new Error(`The notification has no button ${index}.`);
        this.emit('action', createEvent({ actionIndex: index, selectionIndex: -1 }), index);
      },
    };
    this[shownKey] = shown;
    records.notifications.push(shown);
    setImmediate(() => this.emit('show', createEvent()));
  }

  close(): void {
    const shown = this[shownKey];
    if (!shown || shown.closed) return;
    shown.closed = true;
    setImmediate(() => this.emit('close', createEvent({ reason: 'applicationHidden' }), 'applicationHidden'));
  }
}

export const notification = guard('Notification', Notification);
