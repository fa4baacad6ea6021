import type { Bridge } from '../../../shared/ipc/window.ts';

/** Movement of the pointer over the window that is no accident, in CSS pixels. */
const INTENT_PX = 24;

/**
 * Tells the host at which calls somebody is looking, once for each: their clocks stand still. The clock of a call goes
 * on when it is left, so that no call waits for ever for somebody who has gone.
 */
export class Touch {
  readonly #commands: Bridge['commands'];
  readonly #touched = new Set<string>();
  #moved = 0;
  #last: { readonly x: number; readonly y: number } | undefined;

  constructor(commands: Bridge['commands']) {
    this.#commands = commands;
  }

  touch(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.#touched.has(id)) continue;
      this.#touched.add(id);
      // What could not be said is said again with the next movement.
      void this.#tell('approval.touch', id).then((said) => {
        if (!said) this.#touched.delete(id);
      });
    }
  }

  /** Leaves everything but `kept`. */
  leave(kept: readonly string[] = []): void {
    this.#moved = 0;
    this.#last = undefined;
    for (const id of this.#touched) {
      if (kept.includes(id)) continue;
      this.#touched.delete(id);
      void this.#tell('approval.leave', id);
    }
  }

  /** Answered or ended: there is no clock any more. */
  forget(id: string): void {
    this.#touched.delete(id);
  }

  /**
   * Whether this movement shows that somebody means this window. A window that opens under a resting pointer gets
   * movements too, of no length.
   */
  moved(x: number, y: number): boolean {
    const last = this.#last;
    this.#last = { x, y };
    if (last !== undefined) this.#moved += Math.abs(x - last.x) + Math.abs(y - last.y);
    return this.#moved >= INTENT_PX;
  }

  async #tell(name: 'approval.touch' | 'approval.leave', id: string): Promise<boolean> {
    try {
      return (await this.#commands[name]({ id })).ok;
    } catch {
      return false;
    }
  }
}
