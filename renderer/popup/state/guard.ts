/** How long an answer is dead after what is shown has become another. */
export const DEAD_MS = 400;

/**
 * Whether an act of the person can be an answer to what is shown. Somebody who clicks or types while a question
 * appears, or while it becomes another one, has not read it; an app that times its calls to a person's clicks would
 * get its answers that way. All times are those of the events themselves, so that a click that waited behind slow
 * drawing is judged by when it was made and not by when it is heard.
 */
export class Guard {
  #version = 0;
  #liveAt = Infinity;
  #keysAt = -Infinity;
  #pressed: number | undefined;

  /** Counts what has been shown. */
  get version(): number {
    return this.#version;
  }

  /** What is shown is about to be another: nothing counts until it has been drawn and looked at. */
  changed(): void {
    this.#version += 1;
    this.#liveAt = Infinity;
    this.#pressed = undefined;
  }

  /** This version has been drawn. Later drawings of the same one change nothing. */
  drawn(version: number, at: number): void {
    if (version === this.#version && this.#liveAt === Infinity) this.#liveAt = at + DEAD_MS;
  }

  /** The keys of the person go to this window from now on: what they were typing elsewhere is not an answer. */
  focused(at: number): void {
    this.#keysAt = at + DEAD_MS;
  }

  /** A button of the mouse went down on an answer. */
  pressed(at: number): void {
    this.#pressed = this.takes(at) ? this.#version : undefined;
  }

  /** Whether the click that ends here was begun on this very content, when it already counted. */
  clicked(at: number): boolean {
    const begun = this.#pressed;
    this.#pressed = undefined;
    return begun === this.#version && this.takes(at);
  }

  /** Whether a key counts. */
  key(at: number): boolean {
    return at >= this.#keysAt && this.takes(at);
  }

  takes(at: number): boolean {
    return at >= this.#liveAt;
  }
}
