import type { RoleView, Viewer } from '../../catalog/role-view.ts';
import { stringAt } from '../../relay/framing/json-scan.ts';
import type { Message } from '../../relay/message.ts';
import type { Read, Reader, ReadingPort } from '../../relay/own-tools.ts';
import type { CutText } from '../shaping/contract.ts';
import type { Spool, Spooled, SpoolOwner } from '../spool/spool.ts';
import { askedFor, pieceOf, READ_MORE, READ_MORE_TOOL, wrong } from './read-more.ts';

export interface ReadingPorts {
  readonly spool: Spool;
  readonly cutText: CutText;
  /** Whether this AI app is listed `read_more` now. */
  readonly offered: (viewer: Viewer) => boolean;
  /** Whether any answer may be cut now. */
  readonly cuts: () => boolean;
  /** Why nothing at all passes now, one sentence; undefined while something may. */
  readonly stopped: () => string | undefined;
}

const UNKNOWN =
  'There is no text behind this handle any more: it is kept for an hour at most, in the session that was given it, and makes room for newer ones. Call the tool again.';

/**
 * Lets AI apps read on in answers that were cut. Attack: an app reads with a handle that is another's, or goes on reading
 * what a server said that it may not use any more. Whatever is wrong with a handle is told in the same words.
 */
export class Reading implements ReadingPort {
  readonly tool = READ_MORE;
  readonly #ports: ReadingPorts;
  /** Who was listed `read_more`; nothing is cut for others, for they could not read on. */
  readonly #sessions = new WeakSet<object>();
  readonly #clients = new Set<string>();

  constructor(ports: ReadingPorts) {
    this.#ports = ports;
  }

  /** Whether anybody can have something to read on in; until then no call is looked at. */
  get active(): boolean {
    return this.#ports.cuts() || this.#ports.spool.size > 0;
  }

  /** An AI app was given its list of tools. */
  listed(owner: SpoolOwner, viewer: Viewer): void {
    const offered = this.#ports.offered(viewer);
    if (typeof owner === 'string') {
      if (offered) this.#clients.add(owner);
      else this.#clients.delete(owner);
    } else if (offered) this.#sessions.add(owner);
    else this.#sessions.delete(owner);
  }

  canRead(owner: SpoolOwner): boolean {
    return typeof owner === 'string' ? this.#clients.has(owner) : this.#sessions.has(owner);
  }

  /** Keeps a text for its owner; see `Spool.put`. */
  keep(owner: SpoolOwner, spooled: Spooled): string | undefined {
    return this.#ports.spool.put(owner, spooled);
  }

  /** The answer to a call of `read_more`; undefined: it is another message. */
  read(message: Message, { owner, viewer, mayUse }: Reader): Read | undefined {
    const { spool, offered, stopped, cutText } = this.#ports;
    if (message.method !== 'tools/call' || !(spool.has(owner) || offered(viewer))) return undefined;
    if (stringAt(message.bytes, message.params?.get('name')) !== READ_MORE) return undefined;
    const stop = stopped();
    if (stop !== undefined) return { result: wrong(stop) };
    const asked = askedFor(message);
    if (!asked.ok) return { result: wrong(asked.wrong) };
    const spooled = spool.get(owner, asked.handle);
    if (spooled === undefined || !mayUse(spooled.server, spooled.tool)) return { result: wrong(UNKNOWN) };
    return { result: pieceOf(spooled, asked, cutText), server: spooled.server };
  }

  /** A session has ended, or everything that an AI app had open. */
  forget(owner: SpoolOwner): void {
    this.#ports.spool.forget(owner);
    // What comes in for a session that is over is kept no more.
    if (typeof owner === 'string') this.#clients.delete(owner);
    else this.#sessions.delete(owner);
  }
}

/** The same lists with `read_more` in them, for those AI apps to which it is offered. */
export function withReading(view: RoleView, offered: (viewer: Viewer) => boolean): RoleView {
  return {
    key: (viewer) => (offered(viewer) ? `${view.key(viewer)} ${READ_MORE}` : view.key(viewer)),
    sees: (viewer, server, list, key) => view.sees(viewer, server, list, key),
    shown(viewer) {
      const shown = view.shown?.(viewer);
      if (!offered(viewer)) return shown;
      return {
        own: [...(shown?.own ?? []), READ_MORE_TOOL],
        lists: (name) => shown === undefined || shown.lists(name),
      };
    },
  };
}
