import { hash } from 'node:crypto';
import type { ServerRecord } from '../../shared/model/server.ts';
import { applySplices, json } from '../relay/framing/splice.ts';
import { type Catalog, capabilitySet } from './catalog.ts';
import { exposedName } from './names.ts';
import { type RoleView, seesEverything, type Viewer } from './role-view.ts';
import { type Item, LIST_MEMBER, LISTS, type ListName } from './snapshot.ts';

/** Where an exposed name or URI leads. */
export interface Target {
  readonly server: string;
  readonly item: Item;
}

/** Everything the servers of one client offer together, under names that cannot collide. */
export interface Aggregate {
  /** Pages of each list: the items as one comma-separated run of JSON, ready to be wrapped. */
  readonly pages: Readonly<Record<ListName, readonly Buffer[]>>;
  /** Exposed tool and prompt names, exposed URIs and templates. */
  readonly targets: Readonly<Record<ListName, ReadonlyMap<string, Target>>>;
  /** Tools and prompts that are on hold, by the names they would have; they stand in no list. */
  readonly held: Readonly<Record<'tools' | 'prompts', ReadonlyMap<string, Target>>>;
  /** Changes with the content; part of the cursors. */
  readonly digest: string;
}

/** One answer stays well below what a client reads at once. */
const PAGE_BYTES = 4 * 1024 * 1024;
const KEPT = 32;
const NO_CAPABILITIES = capabilitySet(json({}));

/** Builds and keeps aggregates; rebuilt when the catalogue or the set of servers changes. */
export class Aggregates {
  readonly #catalog: Catalog;
  readonly #view: RoleView;
  readonly #kept = new Map<string, Aggregate>();

  constructor(catalog: Catalog, view: RoleView = seesEverything) {
    this.#catalog = catalog;
    this.#view = view;
  }

  for(servers: readonly ServerRecord[], capabilities: string, viewer: Viewer): Aggregate {
    const seen = this.#view.key(viewer);
    const key = `${this.#catalog.version} ${seen} ${capabilities} ${servers.map((server) => server.id).join(',')}`;
    let aggregate = this.#kept.get(key);
    if (aggregate === undefined) {
      aggregate = this.#build(servers, capabilities, seen === '' ? undefined : viewer);
      if (this.#kept.size >= KEPT) this.#kept.delete(this.#kept.keys().next().value as string);
      this.#kept.set(key, aggregate);
    }
    return aggregate;
  }

  #build(servers: readonly ServerRecord[], capabilities: string, restricted: Viewer | undefined): Aggregate {
    const sees = (server: string, list: ListName, key: string): boolean =>
      restricted === undefined || this.#view.sees(restricted, server, list, key);
    const pages = {} as Record<ListName, Buffer[]>;
    const targets = {} as Record<ListName, Map<string, Target>>;
    const shown = restricted === undefined ? undefined : this.#view.shown?.(restricted);
    let digest = '';
    for (const list of LISTS) {
      const offered = servers.flatMap((server) =>
        (this.#catalog.get(server.id, listsFor(server, capabilities))?.lists[list] ?? [])
          .filter((item) => sees(server.id, list, item.key))
          .map((item) => ({ server: server.id, item })),
      );
      const counts = new Map<string, number>();
      for (const { item } of offered) counts.set(item.key, (counts.get(item.key) ?? 0) + 1);
      const exposed = new Map<string, Target>();
      const shownHere = list === 'tools' ? shown : undefined;
      const parts: Buffer[] = [...(shownHere?.own ?? [])];
      for (const target of offered) {
        const name = exposedKey(list, target, counts);
        if (exposed.has(name)) continue;
        exposed.set(name, target);
        if (shownHere?.lists(name) === false) continue;
        const { bytes, key, keySpan } = target.item;
        parts.push(name === key ? bytes : applySplices(bytes, [{ span: keySpan, bytes: json(name) }]));
      }
      targets[list] = exposed;
      pages[list] = paged(parts);
      digest = hash('sha256', `${digest}${pages[list].map((page) => hash('sha256', page)).join('')}`);
    }
    const held = {
      tools: this.#held('tools', servers, capabilities, targets.tools, sees),
      prompts: this.#held('prompts', servers, capabilities, targets.prompts, sees),
    };
    return { pages, targets, held, digest: digest.slice(0, 16) };
  }

  #held(
    list: 'tools' | 'prompts',
    servers: readonly ServerRecord[],
    capabilities: string,
    listed: Map<string, Target>,
    sees: (server: string, list: ListName, key: string) => boolean,
  ): Map<string, Target> {
    const held = new Map<string, Target>();
    for (const server of servers)
      for (const item of this.#catalog.offered(server.id, listsFor(server, capabilities))?.lists[list] ??
        []) {
        const name = exposedName(server.id, item.key);
        if (!listed.has(name) && sees(server.id, list, item.key)) held.set(name, { server: server.id, item });
      }
    return held;
  }
}

/** A shared process is greeted without capabilities, so its lists are those for nobody in particular. */
function listsFor(server: ServerRecord, capabilities: string): string {
  const shared = server.sharing === 'shared' && server.launch.transport === 'stdio';
  return shared ? NO_CAPABILITIES : capabilities;
}

/** URIs occur in texts and links that we do not touch, so they stay as they are unless two servers share one. */
function exposedKey(list: ListName, target: Target, counts: ReadonlyMap<string, number>): string {
  const { key } = target.item;
  if (list === 'tools' || list === 'prompts') return exposedName(target.server, key);
  return (counts.get(key) ?? 0) > 1 ? `doorward+${target.server}:${key}` : key;
}

function paged(parts: readonly Buffer[]): Buffer[] {
  const pages: Buffer[] = [];
  let page: Buffer[] = [];
  let size = 0;
  for (const part of parts) {
    if (size > 0 && size + part.length > PAGE_BYTES) {
      pages.push(Buffer.concat(page));
      page = [];
      size = 0;
    }
    if (size > 0) page.push(Buffer.from(','));
    page.push(part);
    size += part.length + 1;
  }
  pages.push(Buffer.concat(page));
  return pages;
}

/** The result of a list request: one page, and a cursor of ours when there are more; undefined for a foreign cursor. */
export function listResult(
  aggregate: Aggregate,
  list: ListName,
  cursor: string | undefined,
  stateless: boolean,
): Buffer | undefined {
  const pages = aggregate.pages[list];
  const [digest, index] = cursor === undefined ? [aggregate.digest, '0'] : cursor.split(':');
  const page = Number(index);
  const items = digest === aggregate.digest && /^\d{1,6}$/.test(index ?? '') ? pages[page] : undefined;
  if (items === undefined) return undefined;
  const next = page + 1 < pages.length ? `,"nextCursor":"${aggregate.digest}:${page + 1}"` : '';
  const rest = stateless ? ',"resultType":"complete","ttlMs":0,"cacheScope":"private"' : '';
  return Buffer.concat([Buffer.from(`{"${LIST_MEMBER[list]}":[`), items, Buffer.from(`]${next}${rest}}`)]);
}
