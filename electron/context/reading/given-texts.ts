import type { SeenTexts } from '../shaping/contract.ts';

const NOTHING: SeenTexts = { before: () => undefined, gave: () => undefined };

/** One answer: what of it was seen before, and what counts as given once it has gone. */
export interface Giving {
  readonly seen: SeenTexts;
  /** The answer goes out as it was shaped. Until this is called none of it counts as given. */
  given(): void;
}

/**
 * What AI apps were given, by session. What was cut, hidden or kept back after it was shaped has not been read, and does
 * not count. Without sessions (2026-07-28) nobody knows what is read together, so nothing counts as seen.
 */
export class GivenTexts {
  readonly #create: () => SeenTexts;
  readonly #sessions = new WeakMap<object, SeenTexts>();

  constructor(create: () => SeenTexts) {
    this.#create = create;
  }

  begin(session: object | undefined): Giving {
    if (session === undefined) return { seen: NOTHING, given: () => undefined };
    let known = this.#sessions.get(session);
    if (known === undefined) this.#sessions.set(session, (known = this.#create()));
    const seen = known;
    const gave: [text: string, tool: string][] = [];
    return {
      seen: { before: (text) => seen.before(text), gave: (text, tool) => void gave.push([text, tool]) },
      given() {
        for (const [text, tool] of gave) seen.gave(text, tool);
      },
    };
  }
}
