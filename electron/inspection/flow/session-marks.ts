import { hash } from 'node:crypto';
import type { FlowLeg, FlowLegs } from '../../../shared/model/inspection.ts';
import { SeenUrls } from './seen-urls.ts';

/** The first and the newest call of one server that made a mark; the same one when there was one only. */
interface Mark {
  readonly first: FlowLeg;
  last: FlowLeg;
}

/** What is remembered of answers and destinations; of more, the oldest is forgotten, and a person is asked again. */
const MOST_ANSWERS = 512;
const MOST_ALLOWED = 128;
const MOST_CONTAINERS = 256;

/**
 * What one AI app has read since its marks were taken away last. It is kept by AI app and not by connection: an agent
 * opens a new one at any moment and still knows what it has read. In memory only: after a restart of Doorward an app
 * counts as one that has read nothing.
 */
export class SessionMarks {
  readonly urls = new SeenUrls();
  readonly #private = new Map<string, Mark>();
  readonly #untrusted = new Map<string, Mark>();
  /** Containers that private data was read from, by server. */
  readonly #containers = new Map<string, Set<string>>();
  /** Digests of the private answers there were. */
  readonly #answers = new Set<string>();
  readonly #allowed = new Map<string, number>();
  #readings = 0;

  /** Both marks are set: what would leave now is asked about. */
  get isArmed(): boolean {
    return this.#private.size > 0 && this.#untrusted.size > 0;
  }

  get hasPrivate(): boolean {
    return this.#private.size > 0;
  }

  /**
   * Rises whenever the AI app learns something private that it did not know, or hears from another stranger. A person
   * who let data go to some place let go what had been read by then, and nothing that was read later.
   */
  get readings(): number {
    return this.#readings;
  }

  /** True when it is the first of this server. `answer`: undefined when it tells nothing new. */
  markPrivate(leg: FlowLeg, container: string, answer: Buffer | undefined): boolean {
    const containers = this.#containers.get(leg.server) ?? new Set<string>();
    // What is beyond is no longer told apart: one more that no call names.
    containers.add(containers.size < MOST_CONTAINERS ? container : ' many');
    this.#containers.set(leg.server, containers);
    const digest = answer && hash('sha256', answer, 'base64');
    if (digest !== undefined && !this.#answers.has(digest)) {
      remember(this.#answers, digest, MOST_ANSWERS);
      this.#readings++;
    }
    return put(this.#private, leg);
  }

  /** True when it is the first of this server. */
  markUntrusted(leg: FlowLeg): boolean {
    const first = put(this.#untrusted, leg);
    if (first) this.#readings++;
    return first;
  }

  /** A person let a call go to this destination when this much had been read. */
  allow(destination: string, readings: number): void {
    this.#allowed.delete(destination);
    if (this.#allowed.size >= MOST_ALLOWED) this.#allowed.delete(this.#allowed.keys().next().value as string);
    this.#allowed.set(destination, readings);
  }

  isAllowed(destination: string): boolean {
    return this.#allowed.get(destination) === this.#readings;
  }

  /** Whether strangers were heard through this server. */
  hears(server: string): boolean {
    return this.#untrusted.has(server);
  }

  /** Whether everything private that was read is of this container of this server. */
  readOnly(server: string, container: string): boolean {
    const containers = this.#containers.get(server);
    return this.#private.size === 1 && containers?.size === 1 && containers.has(container);
  }

  /** One leg of each kind, where possible of other servers than the one that the call goes to. */
  legs(server: string): FlowLegs | undefined {
    const priv = elsewhere(this.#private, server);
    const untrusted = elsewhere(this.#untrusted, server);
    return priv === undefined || untrusted === undefined ? undefined : { private: priv, untrusted };
  }

  shown(): { readonly private: FlowLeg[]; readonly untrusted: FlowLeg[] } {
    return { private: all(this.#private), untrusted: all(this.#untrusted) };
  }
}

function put(marks: Map<string, Mark>, leg: FlowLeg): boolean {
  const mark = marks.get(leg.server);
  if (mark === undefined) marks.set(leg.server, { first: leg, last: leg });
  else mark.last = leg;
  return mark === undefined;
}

function remember(set: Set<string>, one: string, most: number): void {
  if (set.size >= most) set.delete(set.values().next().value as string);
  set.add(one);
}

function elsewhere(marks: ReadonlyMap<string, Mark>, server: string): FlowLeg | undefined {
  let own: FlowLeg | undefined;
  for (const [id, { first }] of marks) {
    if (id !== server) return first;
    own = first;
  }
  return own;
}

const all = (marks: ReadonlyMap<string, Mark>): FlowLeg[] =>
  [...marks.values()].flatMap(({ first, last }) => (first.call === last.call ? [first] : [first, last]));
