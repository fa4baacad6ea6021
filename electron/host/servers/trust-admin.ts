import { isDeepStrictEqual } from 'node:util';
import type { ToolView } from '../../../shared/ipc/shapes.ts';
import { type Effect, isDoubtful, type PinKind } from '../../../shared/model/review.ts';
import type { ServerRecord, StdioLaunch } from '../../../shared/model/server.ts';
import type {
  Alarm,
  Decider,
  HistoryEntry,
  ItemName,
  NewVersion,
  ServerReview,
  WaitingItem,
} from '../../../shared/model/trust.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { reasonTexts } from '../../../shared/texts/reasons/texts.ts';
import { sayInEnglish } from '../../../shared/texts/say.ts';
import {
  type Approvals,
  type Approved,
  approvedFrom,
  type TrustRecord,
  withEntry,
} from '../../catalog/approvals.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { identityDifferences, identityDigest, type ServerIdentity } from '../../catalog/identity/identity.ts';
import type { Redact } from '../../log/redact.ts';
import { type Offered, pinKey } from '../../catalog/pins/pin.ts';
import { nameOf, Reviews, type Waiting } from '../../catalog/reviews.ts';
import { readItem } from '../../catalog/snapshot.ts';
import type { Identify } from './identity-ports.ts';
import { redactedChanges, serverReview, waitingView } from './review-view.ts';
import { proposedLaunch, samePackage } from './verify-identity.ts';
import { toolViews } from './tool-views.ts';

/** What a person decides about what servers offer. */
export interface TrustAdmin {
  /**
   * Approves an inspected server: the named items, or everything that does not look dangerous, or (`all`) everything
   * that can be approved at all. Refused when it is not what was inspected any more.
   */
  approve(record: ServerRecord, choice: Choice): Promise<Result<Approval>>;
  /** Accepts items of an approved server that are on hold or left off. */
  accept(record: ServerRecord, items: readonly ItemName[], who: Decider): Result<{ accepted: number }>;
  /** Leaves items off: no app is listed them or may call them, whatever they say. */
  block(record: ServerRecord, items: readonly ItemName[], who: Decider): Result<{ blocked: number }>;
  /** Corrects what a tool does; counts until it is corrected again. */
  setEffect(record: ServerRecord, tool: string, effect: Effect, who: Decider): Result<void>;
  history(server: string): readonly HistoryEntry[];
  /** One waiting item with all its changes; undefined when nothing of this name waits. */
  waiting(server: string, kind: PinKind, key: string): WaitingItem | undefined;
  /** What waits of every server; the same array until that changes. */
  reviews(): readonly ServerReview[];
  tools(server?: string): readonly ToolView[];
  /** Calls `listener` for every alarm from now on. */
  onAlarm(listener: (alarm: Alarm) => void): void;
  /**
   * Keeps, over restarts, what a server was when it was inspected, and the start command with the version that was
   * looked at. Of the command only the arguments are kept: the rest is the server's own, with its secrets.
   */
  inspected(server: string, identity: ServerIdentity, pinned: StdioLaunch | undefined): void;
  /** Writes down that a person chose a newer version. What is approved stays, so that the next look shows differences. */
  upgraded(server: string, version: NewVersion, who: Decider): void;
  /** A server listed this to somebody; what of it is not approved is remembered in case it is taken back. */
  glimpsed(server: string, offered: readonly Offered[]): void;
  forget(server: string): void;
}

/** What came of an approval. */
export interface Approval {
  readonly accepted: number;
  readonly held: number;
  /** The start command to keep, with the version that was looked at. */
  readonly launch?: StdioLaunch;
}

/** What is approved of a server. */
export interface Choice {
  readonly items?: readonly ItemName[] | undefined;
  readonly all?: boolean | undefined;
  /** Keep the start command without a version. */
  readonly unpinned?: boolean | undefined;
  readonly who: Decider;
}

export interface TrustAdminPorts {
  readonly approvals: Approvals;
  readonly catalog: Catalog;
  readonly servers: () => readonly ServerRecord[];
  readonly clock: () => number;
  /** Takes secrets out of texts of servers. */
  readonly redact: Redact;
  /** What a server is now. */
  readonly identify: Identify;
  /** What AI apps are listed of this server may be other than before. */
  readonly decided: (server: string) => void;
}

const LISTED = { tool: 'tools', prompt: 'prompts', template: 'templates' } as const;

/** Puts decisions into effect: in the approvals, in the lists that are kept, and for everybody who has been listed them. */
export function createTrustAdmin(ports: TrustAdminPorts): TrustAdmin {
  const { approvals, catalog, servers, clock, redact } = ports;
  const listeners: ((alarm: Alarm) => void)[] = [];
  const reviews = new Reviews({
    catalog,
    approvals,
    servers,
    clock,
    alarm: (alarm) => listeners.forEach((listener) => listener(alarm)),
  });
  let shown: { readonly key: string; readonly reviews: readonly ServerReview[] } | undefined;

  /** The waiting versions of these names; a sentence for the first that cannot be accepted. */
  function find(server: string, names: readonly ItemName[]): Result<Waiting[]> {
    const found: Waiting[] = [];
    for (const { kind, key, digest } of names) {
      const versions = reviews.of(server).filter(({ review }) => review.kind === kind && review.key === key);
      const what = nameOf({ kind, key });
      const chosen = digest === undefined ? versions : versions.filter((one) => one.digest === digest);
      if (chosen.length === 0 && versions.length > 0)
        return fail('changed', `${what} has changed again since it was shown. Look at it once more.`);
      const bad = chosen.find(({ approvable, takenBack }) => !approvable && !takenBack);
      if (bad !== undefined)
        return fail(
          'refused',
          `${what} cannot be approved. ${sayInEnglish(reasonTexts, bad.said[0] ?? [])}`.trim(),
        );
      found.push(...chosen);
    }
    return ok(found);
  }

  /** Puts these versions in the place of those that they were held against, and says so in the history. */
  function put(
    server: string,
    accepted: readonly Waiting[],
    about: Pick<HistoryEntry, 'act' | 'who' | 'note'>,
    unblocked: readonly ItemName[],
    bound: Pick<TrustRecord, 'identity' | 'identityDigest' | 'inspected' | 'proposed'>,
  ): number {
    const { items: before, record } = approvals.of(server);
    const items = new Map(before);
    const entries: HistoryEntry['items'] = [];
    const effects = { ...record.effects };
    for (const { offered, former, base, review } of accepted) {
      const approved = approvedFrom(offered, base);
      if (approved === undefined) continue;
      const at = pinKey(approved.kind, approved.key);
      const replaced = review.status === 'changed' ? former : undefined;
      const kept = (items.get(at) ?? []).filter(
        ({ digest }) => digest !== replaced?.digest && digest !== approved.digest,
      );
      items.set(at, [...kept, approved]);
      // A correction was about what the tool said; where that does something else now, it says nothing.
      if (approved.kind === 'tool' && former !== undefined && former.effect !== approved.effect)
        delete effects[approved.key];
      entries.push({
        kind: approved.kind,
        key: approved.key.slice(0, 200),
        ...(former === undefined ? {} : { from: former.digest }),
        to: approved.digest,
      });
      if (replaced !== undefined) refreshLists(server, approved, replaced);
    }
    const free = new Set(unblocked.map(({ kind, key }) => pinKey(kind, key)));
    const blocked = record.blocked.filter((at) => !free.has(at));
    const entry: HistoryEntry = { at: clock(), ...about, items: entries.slice(0, 500) };
    approvals.change(server, items, withEntry({ ...record, ...bound, blocked, effects }, entry));
    reviews.forget(server);
    catalog.changed(server);
    ports.decided(server);
    return entries.length;
  }

  /** Versions that were taken back have been looked at: they go off the list, and nothing else changes. */
  function note(server: string, over: readonly Waiting[], who: Decider): void {
    const entry: HistoryEntry = {
      at: clock(),
      who,
      act: 'noted',
      items: over.map(({ offered: { kind, key }, former, digest }) => ({
        kind,
        key: key.slice(0, 200),
        ...(former === undefined ? {} : { from: former.digest }),
        ...(digest === undefined ? {} : { to: digest }),
      })),
      note: 'It was listed once and taken back. The approved version was kept.',
    };
    approvals.decide(server, withEntry(approvals.of(server).record, entry));
    for (const { offered } of over) reviews.drop(server, offered);
  }

  /** Lists that were kept before the change have the old version, which nobody offers any more. */
  function refreshLists(server: string, { kind, key, bytes }: Approved, old: Approved): void {
    if (kind !== 'tool' && kind !== 'prompt' && kind !== 'template') return;
    const item = readItem(LISTED[kind], bytes);
    if (typeof item !== 'string' && item.key === key)
      catalog.replace(server, LISTED[kind], (one) => one.bytes.equals(old.bytes), item);
  }

  const bounds = (server: string) => {
    const { identity, identityDigest: digest } = approvals.of(server).record;
    return { identity, identityDigest: digest };
  };

  return {
    async approve({ id, launch }, { items, all = false, unpinned = false, who }) {
      const { inspected: seen, proposed } = approvals.of(id).record;
      const looked = proposedLaunch(launch, { proposed });
      const pinned = proposed !== undefined && looked.transport === 'stdio' ? looked : undefined;
      const found = await ports.identify(looked);
      const now = seen === undefined ? found : samePackage(seen, found);
      const differences = seen === undefined ? [] : identityDifferences(seen, now);
      if (seen === undefined)
        return fail('refused', `"${id}" has not been inspected. Look at what it offers first.`);
      if (differences.length > 0)
        return fail(
          'changed',
          `"${id}" is not what you looked at. ${differences.join(' ')} Inspect it again.`,
        );
      await reviews.settled(id);
      const waiting = reviews.of(id);
      const named = items === undefined ? undefined : find(id, items);
      if (named?.ok === false) return named;
      // Whoever chooses tools does not choose under which name the server goes; it comes along unless it looks dangerous.
      const itself = waiting.filter(
        ({ approvable, review }) => approvable && review.kind === 'server' && !isDoubtful(review),
      );
      const accepted =
        (named && [...new Set([...named.value, ...itself])]) ??
        waiting.filter(({ approvable, review }) => approvable && (all || !isDoubtful(review)));
      const kept = pinned !== undefined && unpinned ? await ports.identify(launch) : now;
      const bound = {
        identity: kept,
        identityDigest: identityDigest(kept),
        inspected: now,
        proposed: undefined,
      };
      const count = put(id, accepted, { act: 'approved', who }, items ?? [], bound);
      return ok({
        accepted: count,
        held: reviews.of(id).length,
        ...(pinned === undefined || unpinned ? {} : { launch: pinned }),
      });
    },

    accept({ id }, names, who) {
      const found = find(id, names);
      if (!found.ok) return found;
      const { blocked } = approvals.of(id).record;
      const unblocked = names.filter(({ kind, key }) => blocked.includes(pinKey(kind, key)));
      const over = found.value.filter(({ takenBack }) => takenBack);
      if (over.length > 0) note(id, over, who);
      if (over.length > 0 && over.length === found.value.length && unblocked.length === 0)
        return ok({ accepted: 0 });
      if (found.value.length === 0 && unblocked.length === 0)
        return fail('unknown', `Nothing of that name of "${id}" is on hold.`);
      const standing = found.value.filter(({ takenBack }) => !takenBack);
      const count = put(id, standing, { act: 'accepted', who }, unblocked, bounds(id));
      return ok({ accepted: Math.max(count, unblocked.length) });
    },

    block({ id }, names, who) {
      const { record, items } = approvals.of(id);
      const unknown = names.find(
        ({ kind, key }) =>
          !items.has(pinKey(kind, key)) &&
          !reviews.of(id).some(({ review }) => review.kind === kind && review.key === key),
      );
      if (unknown !== undefined) return fail('unknown', `"${id}" offers no ${nameOf(unknown)}.`);
      const blocked = [...new Set([...record.blocked, ...names.map(({ kind, key }) => pinKey(kind, key))])];
      const entry: HistoryEntry = {
        at: clock(),
        who,
        act: 'blocked',
        items: names.map(({ kind, key }) => ({ kind, key: key.slice(0, 200) })),
      };
      approvals.decide(id, withEntry({ ...record, blocked }, entry));
      reviews.forget(id);
      catalog.changed(id);
      ports.decided(id);
      return ok({ blocked: names.length });
    },

    setEffect({ id }, tool, effect, who) {
      const { record, items } = approvals.of(id);
      if (!items.has(pinKey('tool', tool)))
        return fail('unknown', `"${id}" has no approved tool "${tool.slice(0, 100)}".`);
      const entry: HistoryEntry = {
        at: clock(),
        who,
        act: 'effect',
        items: [{ kind: 'tool', key: tool.slice(0, 200) }],
        note: `From "${approvals.effect(id, tool)}" to "${effect}".`,
      };
      approvals.decide(id, withEntry({ ...record, effects: { ...record.effects, [tool]: effect } }, entry));
      return ok(undefined);
    },

    history: (server) => approvals.of(server).record.history,

    waiting(server, kind, key) {
      const found = reviews.of(server).find(({ review }) => review.kind === kind && review.key === key);
      return (
        found && { ...waitingView(found, redact), changes: redactedChanges(found.review.changes, redact) }
      );
    },

    reviews() {
      const records = servers().filter(({ state }) => state === 'approved' || state === 'inspected');
      const key = `${approvals.epoch} ${reviews.version} ${records.map(({ id, state }) => `${id}:${state}`).join()}`;
      if (shown?.key === key) return shown.reviews;
      const found = records.flatMap(({ id, state }) => {
        const one = serverReview(id, state === 'approved' ? 'approved' : 'inspected', reviews.of(id), redact);
        return one === undefined ? [] : [one];
      });
      // The same array unless something differs: it is large, and those who follow it compare it as it is.
      const same = shown !== undefined && isDeepStrictEqual(shown.reviews, found);
      shown = { key, reviews: same && shown !== undefined ? shown.reviews : found };
      return shown.reviews;
    },

    tools: (server) => toolViews(servers(), catalog, approvals, server),
    onAlarm: (listener) => void listeners.push(listener),
    inspected(server, identity, pinned) {
      approvals.decide(server, { inspected: identity, proposed: pinned?.args });
      reviews.forget(server);
    },
    upgraded(server, { name, from, to }, who) {
      const note = `Version ${to} of ${name} was chosen in place of ${from}. Look at what it offers, then approve it.`;
      const entry: HistoryEntry = { at: clock(), who, act: 'upgraded', items: [], note };
      const { record } = approvals.of(server);
      // What was looked at was the version before.
      approvals.decide(server, withEntry({ ...record, inspected: undefined, proposed: undefined }, entry));
    },
    glimpsed: (server, offered) => reviews.glimpsed(server, offered),
    forget(server) {
      approvals.forget(server);
      reviews.removed(server);
    },
  };
}
