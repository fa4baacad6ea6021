import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import type { ToolView } from '../../shared/ipc/shapes.ts';
import { isDoubtful } from '../../shared/model/review.ts';
import type { HistoryEntry, ItemName, WaitingItem } from '../../shared/model/trust.ts';
import { fakeTools } from './fake-answers.ts';
import type { FakeHost } from './fake-host.ts';
import { trialReview } from './sample-reviews.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });
const no = <T>(code: string, message: string): Promise<Wire<T>> =>
  Promise.resolve({ ok: false, code, message });

type Commands = Pick<
  Bridge['commands'],
  'tool.list' | 'tool.review' | 'tool.diff' | 'tool.approve' | 'tool.block' | 'tool.effect' | 'tool.history'
>;

/** The part of the fake bridge that is about what servers offer, as strict about versions as a host is. */
export function fakeTrust(host: FakeHost) {
  const day = 24 * 60 * 60_000;
  const history: (HistoryEntry & { readonly server: string })[] = [
    {
      server: 'mail',
      at: Date.now() - 3 * day,
      who: 'window',
      act: 'approved',
      items: [
        { kind: 'tool', key: 'search_messages' },
        { kind: 'tool', key: 'send_message' },
      ],
    },
    {
      server: 'mail',
      at: Date.now() - day,
      who: 'terminal',
      act: 'accepted',
      items: [{ kind: 'tool', key: 'search_\u202Emessages', from: '1', to: '2' }],
    },
    {
      server: 'mail',
      at: Date.now() - day / 2,
      who: 'key',
      act: 'effect',
      items: [{ kind: 'tool', key: 'send_message' }],
      note: 'From "unknown" to "send".',
    },
  ];
  let tools: ToolView[] = fakeTools;

  const isOf = (item: ItemName | WaitingItem, name: ItemName): boolean =>
    item.kind === name.kind && item.key === name.key;
  const waiting = (server: string): WaitingItem[] =>
    host.reviews.find((review) => review.server === server)?.items ?? [];
  const take = (server: string, names: readonly ItemName[]): void => {
    const reviews = host.reviews.flatMap((review) => {
      if (review.server !== server) return [review];
      const items = review.items.filter((item) => !names.some((name) => isOf(item, name)));
      const has = (risk: WaitingItem['risk']): boolean => items.some((item) => item.risk === risk);
      const risk = has('alarm') ? ('alarm' as const) : has('care') ? ('care' as const) : ('routine' as const);
      return items.length === 0 ? [] : [{ ...review, items, risk }];
    });
    host.patch({ reviews });
  };
  const say = (server: string, act: HistoryEntry['act'], items: readonly ItemName[], note?: string): void => {
    history.push({
      server,
      at: Date.now(),
      who: 'window',
      act,
      items: items.map(({ kind, key }) => ({ kind, key })),
      ...(note !== undefined && { note }),
    });
  };
  const setTools = (server: string, names: readonly ItemName[], state: ToolView['state']): void => {
    tools = tools.map((tool) =>
      tool.server === server && names.some(({ kind, key }) => kind === 'tool' && key === tool.name)
        ? { ...tool, state }
        : tool,
    );
  };
  /** Why these cannot be accepted, if so. */
  const refusal = (server: string, names: readonly ItemName[]): string | undefined => {
    for (const name of names) {
      const item = waiting(server).find((each) => isOf(each, name));
      if (item === undefined) continue;
      if (name.digest !== undefined && item.digest !== name.digest)
        return `'${name.key}' has changed again since it was shown. Look at it once more.`;
      if (!item.approvable) return `'${name.key}' cannot be approved.`;
    }
    return undefined;
  };
  const named = ({
    tool,
    items,
  }: {
    tool?: string | undefined;
    items?: ItemName[] | undefined;
  }): ItemName[] => items ?? [{ kind: 'tool', key: tool ?? '' }];

  const commands: Commands = {
    'tool.list': ({ server }) => {
      const found = tools.filter((tool) => server === undefined || tool.server === server);
      return ok(
        found.map((tool) => {
          const item = waiting(tool.server).find(({ kind, key }) => kind === 'tool' && key === tool.name);
          return item === undefined
            ? tool
            : { ...tool, state: item.status === 'changed' ? 'changed' : 'new' };
        }),
      );
    },
    'tool.review': ({ server }) =>
      ok(host.reviews.filter((review) => server === undefined || review.server === server)),
    'tool.diff': ({ server, tool, kind = 'tool' }) => {
      const item = waiting(server).find((each) => isOf(each, { kind, key: tool }));
      return item === undefined ? no('unknown', 'Nothing of that name is on hold.') : ok(item);
    },
    'tool.approve': ({ server, ...given }) => {
      const items = named(given);
      const why = refusal(server, items);
      if (why !== undefined) return no('changed', why);
      setTools(server, items, 'approved');
      say(server, 'accepted', items);
      take(server, items);
      return ok({ server, accepted: items.length });
    },
    'tool.block': ({ server, ...given }) => {
      const items = named(given);
      setTools(server, items, 'blocked');
      say(server, 'blocked', items);
      take(server, items);
      return ok({ server, blocked: items.length });
    },
    'tool.effect': ({ server, tool, effect }) => {
      tools = tools.map((each) =>
        each.server === server && each.name === tool ? { ...each, effect } : each,
      );
      say(server, 'effect', [{ kind: 'tool', key: tool }], `To "${effect}".`);
      return ok({ server, tool, effect });
    },
    'tool.history': ({ server }) => ok(history.filter((entry) => entry.server === server)),
  };
  return {
    commands,
    /** A server was looked at: what it offers waits. */
    inspected: (server: string): void => {
      if (server === 'weather') host.patch({ reviews: [...host.reviews, trialReview()] });
    },
    /** A server was approved with these items, or with everything that does not look dangerous. */
    approved: (server: string, items: readonly ItemName[] | undefined, all = false): void => {
      const taken = items ?? waiting(server).filter((one) => one.approvable && (all || !isDoubtful(one)));
      setTools(server, taken, 'approved');
      if (host.reviews.length === 0) return;
      host.reviews = host.reviews.map((review) =>
        review.server === server ? { ...review, state: 'approved' } : review,
      );
      take(server, taken);
    },
  };
}
