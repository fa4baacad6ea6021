import type { Effect } from '../../shared/model/review.ts';
import { CallArguments } from './arguments.ts';
import type { CallFacts } from './facts.ts';
import type { Places } from './places/places.ts';
import type { PathReading } from './places/read-path.ts';

/** One call while it is decided: what has been read of it is read once. */
export class CallContext {
  readonly facts: CallFacts;
  readonly args: CallArguments;
  /** What counts as its effect: prompts, resources and completions read. */
  readonly effect: Effect;
  readonly places: Places;
  readonly #base: string | undefined;
  readonly #paths = new Map<string, PathReading>();

  constructor(facts: CallFacts, places: Places, base: string | undefined) {
    this.facts = facts;
    this.args = new CallArguments(facts.args);
    this.effect =
      facts.kind === 'prompt' || facts.kind === 'resource' || facts.kind === 'completion'
        ? 'read'
        : facts.effect;
    this.places = places;
    this.#base = base;
  }

  path(text: string): PathReading {
    let known = this.#paths.get(text);
    if (known === undefined) {
      known = this.places.read(text, this.#base);
      this.#paths.set(text, known);
    }
    return known;
  }
}
