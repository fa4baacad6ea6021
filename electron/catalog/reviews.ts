import type { ItemReview, Risk } from '../../shared/model/review.ts';
import type { ServerRecord } from '../../shared/model/server.ts';
import type { Alarm } from '../../shared/model/trust.ts';
import type { Saying } from '../../shared/model/words.ts';
import { reasonWords } from '../../shared/texts/reasons/review-words.ts';
import { type Approvals, type Approved } from './approvals.ts';
import { type Catalog, REVIEWED } from './catalog.ts';
import { Glimpses } from './glimpses.ts';
import { together } from './finding-reasons.ts';
import { helloItems } from './hello-items.ts';
import { companyOf, type Company, ItemInspector, type ItemInspectorPorts } from './inspect-items.ts';
import { type Around, around, shadowWords } from './neighbours.ts';
import { worseRisk } from './pins/classify.ts';
import { type Offered, offeredIn, type Pin, pinKey, pinOf } from './pins/pin.ts';
import { reviewOffer } from './pins/review.ts';
import type { Item, ListName, Snapshot } from './snapshot.ts';

/** One thing that is on hold, with everything that is known of it. */
export interface Waiting {
  readonly review: ItemReview;
  /** Why it is on hold: for each reason of the review what it says, then what else there is to say. */
  readonly said: readonly Saying[];
  readonly offered: Offered;
  /** Names this version; undefined when it cannot be read in one way only. */
  readonly digest: string | undefined;
  /** False: nobody can approve it, for what it says would not hold. */
  readonly approvable: boolean;
  /** The approved version that it would replace. */
  readonly former: Approved | undefined;
  /** Offered to AI apps without any capability. */
  readonly base: boolean;
  readonly since: number;
  readonly calls: number;
  /** It was listed once and is not any more. */
  readonly takenBack: boolean;
}

export interface ReviewPorts {
  readonly catalog: Catalog;
  readonly approvals: Approvals;
  readonly servers: () => readonly ServerRecord[];
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly alarm: (alarm: Alarm) => void;
  /** Runs something after everything else that waits; `setImmediate` when absent. */
  readonly later?: ItemInspectorPorts['later'];
}

/** Everything of a snapshot that is approved piece by piece. */
export function itemsOf(snapshot: Snapshot): Offered[] {
  const listed = offeredIn({ ...snapshot, hello: Buffer.from('{}') });
  return [...listed, ...helloItems(snapshot.hello)];
}

const KINDS = { tools: 'tool', prompts: 'prompt', templates: 'template', resources: undefined } as const;

/** The items of one list as things that are approved; none for resources, which are not. */
export function offeredInList(list: ListName, items: readonly Item[]): Offered[] {
  const kind = KINDS[list];
  return kind === undefined ? [] : items.map(({ key, bytes }) => ({ kind, key, bytes }));
}

/** What stands beside a server: by the look of its names, and for texts that speak of it. */
interface Beside extends Around {
  readonly company: Company;
}

const NONE: readonly Waiting[] = [];
const MAX_TOLD = 5000;

/**
 * What waits for a person, server by server: everything offered that is not approved as it is, judged and explained.
 * Worked out when something differs, never on the road of a call.
 */
export class Reviews {
  readonly #ports: ReviewPorts;
  readonly #known = new Map<string, { readonly epoch: number; readonly waiting: readonly Waiting[] }>();
  readonly #first = new Map<string, { readonly since: number; readonly calls: number }>();
  readonly #told = new Set<string>();
  readonly #glimpses: Glimpses;
  readonly #texts: ItemInspector;
  /** Rises when something waits that did not, or no longer. */
  version = 0;

  constructor(ports: ReviewPorts) {
    this.#ports = ports;
    this.#glimpses = new Glimpses(ports.catalog);
    this.#texts = new ItemInspector({
      clock: ports.clock,
      later: ports.later ?? ((run) => void setImmediate(run)),
      finished: (server) => this.#news(server),
    });
    ports.catalog.onOffer((server) => {
      this.#glimpses.read(server);
      this.#news(server);
    });
  }

  /**
   * A server listed this to somebody just now. What of it is not approved is remembered until all of its lists have
   * been read: is it gone by then, a person still sees it (attack 4: a text that is shown for one moment only).
   */
  glimpsed(server: string, offered: readonly Offered[]): void {
    const { approvals, servers, clock } = this.#ports;
    const held = offered.filter(({ kind, key, bytes }) => {
      const standing = approvals.standing(server, kind, key, bytes);
      return standing === 'changed' || standing === 'new';
    });
    if (held.length === 0 || servers().find(({ id }) => id === server)?.state !== 'approved') return;
    if (this.#glimpses.add(server, held, clock())) this.#news(server);
  }

  /** A version that was taken back has been looked at. */
  drop(server: string, offered: Offered): void {
    this.#glimpses.drop(server, offered);
    this.forget(server);
  }

  /** The server is there no more. */
  removed(server: string): void {
    this.#glimpses.removed(server);
    this.#texts.removed(server);
    this.forget(server);
  }

  /** Resolves when everything that waits of a server has been read, as far as it is read at all. */
  async settled(server: string): Promise<void> {
    this.of(server);
    await this.#texts.settled(server);
  }

  #news(server: string): void {
    this.#known.delete(server);
    this.version++;
    setImmediate(() => this.#lookForAlarms(server));
  }

  /** What waits of a server: worst first. */
  of(server: string): readonly Waiting[] {
    const { epoch } = this.#ports.approvals;
    const known = this.#known.get(server);
    if (known?.epoch === epoch) return known.waiting;
    const waiting = this.#look(server);
    this.#known.set(server, { epoch, waiting });
    return waiting;
  }

  /** Forgets what was worked out, for what stands around a server has changed. */
  forget(server: string): void {
    this.#known.delete(server);
    this.version++;
  }

  /** The sentence of the alarm about an item that is on hold. */
  static sentence(server: string, { review }: Waiting): string {
    const what = nameOf(review);
    return review.status === 'changed'
      ? `"${server}": ${what} changed after you approved it. It is on hold; no app has seen the new text.`
      : `"${server}": ${what} is new and looks dangerous. It is on hold; no app has seen it.`;
  }

  #look(server: string): readonly Waiting[] {
    const { catalog, approvals } = this.#ports;
    const sets = catalog.all(server);
    const { items, record } = approvals.of(server);
    const found = new Map<string, Waiting>();
    const blocked = new Set(record.blocked);
    let beside: Beside | undefined;
    this.#texts.begin();
    // Apps of different capabilities are seen at different times. What was seen approved after it was seen changed is
    // back: what an app was offered before that is no news any more (and stays on hold all the same).
    const backAt = new Map<string, number>();
    const seen = [...sets].map(([set, snapshot]) => {
      const offered = itemsOf(snapshot).filter(({ kind, key }) => !blocked.has(pinKey(kind, key)));
      const held: Offered[] = [];
      for (const item of offered) {
        const at = pinKey(item.kind, item.key);
        if (approvals.standing(server, item.kind, item.key, item.bytes) !== 'approved') held.push(item);
        else backAt.set(at, Math.max(backAt.get(at) ?? 0, seenAt(snapshot, item)));
      }
      return { set, snapshot, offered, held };
    });
    for (const { set, snapshot, offered, held: all } of seen) {
      const held = all.filter(
        (item) =>
          seenAt(snapshot, item) >= (backAt.get(pinKey(item.kind, item.key)) ?? 0) &&
          !found.has(versionKey(item)),
      );
      if (held.length === 0) continue;
      beside ??= this.#beside(server);
      const approved = comparable(items, offered, set === REVIEWED);
      const bytesOf = new Map([...approved.values()].map((one) => [one as Pin, one.bytes]));
      const siblings = new Set(offered.map(({ key }) => key));
      const neighbours = { siblings, others: beside.others };
      const bytes = (pin: Pin) => bytesOf.get(pin);
      const { items: reviews } = reviewOffer(approved, offered, bytes, neighbours, items.size === 0);
      const byName = new Map(held.map((item) => [pinKey(item.kind, item.key), item]));
      for (const review of reviews) {
        const one = review.status === 'gone' ? undefined : byName.get(pinKey(review.kind, review.key));
        if (one === undefined) continue;
        found.set(versionKey(one), this.#waiting(server, review, one, approved, beside, set === REVIEWED));
      }
    }
    this.#lookBack(server, found, blocked, beside);
    if (found.size === 0) return NONE;
    const weight: Readonly<Record<Risk, number>> = { alarm: 0, care: 1, routine: 2 };
    return [...found.values()].toSorted((a, b) => weight[a.review.risk] - weight[b.review.risk]);
  }

  /** Adds what the server listed for a moment: each version by itself, for they were never offered together. */
  #lookBack(
    server: string,
    found: Map<string, Waiting>,
    blocked: ReadonlySet<string>,
    beside: Beside | undefined,
  ): void {
    const { catalog, approvals } = this.#ports;
    const glimpses = this.#glimpses.of(server);
    if (glimpses.length === 0) return;
    const { items } = approvals.of(server);
    const siblings = new Set((catalog.offered(server, REVIEWED)?.lists.tools ?? []).map(({ key }) => key));
    const place = beside ?? this.#beside(server);
    for (const { offered, takenBack } of glimpses) {
      const { kind, key, bytes } = offered;
      const at = pinKey(kind, key);
      const approved = approvals.standing(server, kind, key, bytes) === 'approved';
      if (approved || blocked.has(at) || found.has(versionKey(offered))) continue;
      const former = items.get(at)?.at(-1);
      const pins = new Map(former === undefined ? [] : [[at, former] as const]);
      const around = { siblings, others: place.others };
      const [review] = reviewOffer(pins, [offered], () => former?.bytes, around).items;
      if (review === undefined) continue;
      const waiting = this.#waiting(server, review, offered, pins, place, false);
      found.set(versionKey(offered), takenBack ? over(waiting) : waiting);
    }
  }

  #waiting(
    server: string,
    worded: ItemReview,
    offered: Offered,
    approved: ReadonlyMap<string, Approved>,
    beside: Beside,
    base: boolean,
  ): Waiting {
    const { approvals, clock } = this.#ports;
    const pin = pinOf(offered);
    const former = approved.get(pinKey(worded.kind, worded.formerKey ?? worded.key));
    const judged = pin.ok
      ? this.#withTexts(server, worded, offered, pin.value.digest, former, beside.company)
      : worded;
    const { lookalikes } = beside;
    const fresh = judged.status === 'new' || judged.status === 'renamed';
    const shadows =
      fresh && (judged.kind === 'tool' || judged.kind === 'prompt')
        ? (lookalikes.get(judged.key) ?? []).filter(({ weight }) => weight === 'flag')
        : [];
    const shadowRisk: Risk = shadows.some(({ how }) => how === 'hidden' || how === 'lookalike')
      ? 'alarm'
      : 'care';
    const review: ItemReview =
      shadows.length === 0 ? judged : { ...judged, risk: worseRisk(judged.risk, shadowRisk) };
    const key = `${server} ${versionKey(offered)}`;
    let first = this.#first.get(key);
    if (first === undefined) {
      const calls = offered.kind === 'tool' ? approvals.callsSince(server, offered.key) : 0;
      first = { since: clock(), calls };
      if (this.#first.size > MAX_TOLD) this.#first.clear();
      this.#first.set(key, first);
    }
    return {
      review,
      said: [...review.reasons.map(reasonWords), ...shadows.slice(0, 5).map((one) => [shadowWords(one)])],
      offered,
      digest: pin.ok ? pin.value.digest : undefined,
      approvable:
        pin.ok && !review.reasons.some(({ code }) => code === 'remote-ref' || code === 'unreadable'),
      former,
      base,
      ...first,
      takenBack: false,
    };
  }

  #beside(server: string): Beside {
    const { servers, catalog } = this.#ports;
    return { ...around(server, servers(), catalog), company: companyOf(server, servers(), catalog) };
  }

  /** The review with what the detectors found in the texts of the item. */
  #withTexts(
    server: string,
    judged: ItemReview,
    offered: Offered,
    digest: string,
    former: Approved | undefined,
    company: Company,
  ): ItemReview {
    const replaced = judged.status === 'changed' ? former : undefined;
    const seen = this.#texts.look(server, offered, digest, replaced, company);
    const reasons = together(judged.reasons, seen, this.#ports.approvals.of(server).items.size === 0);
    return { ...judged, reasons, risk: reasons[0]?.risk ?? 'routine' };
  }

  #lookForAlarms(server: string): void {
    const record = this.#ports.servers().find(({ id }) => id === server);
    if (record?.state !== 'approved') return;
    for (const waiting of this.of(server)) {
      if (waiting.review.risk !== 'alarm') continue;
      const key = `${server} ${versionKey(waiting.offered)}`;
      if (this.#told.has(key)) continue;
      if (this.#told.size > MAX_TOLD) this.#told.clear();
      this.#told.add(key);
      this.#ports.alarm({ server, sentence: Reviews.sentence(server, waiting), at: this.#ports.clock() });
    }
  }
}

/** A version that is offered no more: there is nothing to approve, and to accept it would hold back what is offered. */
function over(waiting: Waiting): Waiting {
  const said = [...waiting.said, [{ key: 'taken-back', params: {} }]];
  return { ...waiting, approvable: false, takenBack: true, said };
}

/** Whom a person is told about: the tool by its name, the rest by what it is. */
export function nameOf({ kind, key }: Pick<ItemReview, 'kind' | 'key'>): string {
  switch (kind) {
    case 'instructions':
      return 'its instructions for AI apps';
    case 'server':
      return 'what it says about itself';
    case 'prompt':
      return `the prompt '${key.slice(0, 100)}'`;
    case 'template':
      return `the template '${key.slice(0, 100)}'`;
    default:
      return `'${key.slice(0, 100)}'`;
  }
}

function seenAt({ at, helloAt }: Snapshot, { kind }: Offered): number {
  return kind === 'instructions' || kind === 'server' ? (helloAt ?? at) : at;
}

/** Kind, name and bytes in one string. */
function versionKey({ kind, key, bytes }: Offered): string {
  const pin = pinOf({ kind, key, bytes });
  return `${pinKey(kind, key)} ${pin.ok ? pin.value.digest : bytes.toString('latin1').slice(0, 200)}`;
}

/**
 * The approved versions to hold an offer against: of several of one name, the one that is offered, else the newest.
 * What only AI apps with more capabilities are offered has not vanished for the others.
 */
function comparable(
  items: ReadonlyMap<string, readonly Approved[]>,
  offered: readonly Offered[],
  plain: boolean,
): Map<string, Approved> {
  const now = new Map(offered.map((item) => [pinKey(item.kind, item.key), item]));
  const found = new Map<string, Approved>();
  for (const [at, versions] of items) {
    const item = now.get(at);
    const same = item && versions.find(({ bytes }) => bytes.equals(item.bytes));
    const chosen = same ?? versions.at(-1);
    if (chosen === undefined) continue;
    if (item === undefined && !chosen.base && plain) continue;
    found.set(at, chosen);
  }
  return found;
}
