import { useTranslation } from 'react-i18next';
import type { InspectReport, ServerView } from '../../../../shared/ipc/shapes.ts';
import type { ItemName, WaitingItem } from '../../../../shared/model/trust.ts';
import { useApp, useHost } from '../../../store/app-context.tsx';
import { useKept } from '../../../store/use-kept.ts';
import { shownVersion, versionKey } from '../../review/order.ts';
import { isHeld, isOnHold } from '../server-words.ts';

/** What is known of one server on the page. */
interface Look {
  readonly report?: InspectReport | undefined;
  /** Why it could not be looked at or allowed, in one sentence. */
  readonly failure?: string | undefined;
}

interface Under {
  readonly act: 'look' | 'allow';
  readonly id: string;
  readonly number: number;
  readonly count: number;
  readonly sentence?: string | undefined;
}

interface Kept {
  readonly looks: Readonly<Record<string, Look>>;
  /** Whether a server is to be started, where the person has said. */
  readonly starts: Readonly<Record<string, boolean>>;
  /** Whether a thing is to be allowed, where the person has said; by server and version. */
  readonly picks: Readonly<Record<string, boolean>>;
  /** What is being done now; it goes on when the person looks at another screen. */
  readonly under: Under | undefined;
  readonly stop: boolean;
}
const NOTHING: Kept = { looks: {}, starts: {}, picks: {}, under: undefined, stop: false };

/** A server that was removed and added again under its name is another one. */
const nameOf = ({ id, addedAt }: ServerView): string => `${id} ${addedAt}`;
const pickOf = (server: ServerView, item: WaitingItem): string => `${nameOf(server)} ${versionKey(item)}`;

/** One server on the page, with what waits of it once somebody has looked. */
export interface Imported {
  readonly server: ServerView;
  readonly look: Look;
  readonly held: boolean;
  readonly seen: boolean;
  readonly starting: boolean;
  readonly items: readonly WaitingItem[];
  readonly chosen: readonly WaitingItem[];
}

export interface Import {
  /** Those whose start needs a second look first. */
  readonly servers: readonly Imported[];
  readonly under: Under | undefined;
  readonly setStart: (server: ServerView, start: boolean) => void;
  readonly isChosen: (server: ServerView, item: WaitingItem) => boolean;
  readonly choose: (server: ServerView, item: WaitingItem, chosen: boolean) => void;
  /** Looks at these, one after the other; what fails is said beside it and stops nothing. */
  readonly lookAt: (servers: readonly ServerView[], withSecrets: boolean) => Promise<void>;
  readonly stop: () => void;
  /** Allows of each server what is chosen; answers how many were allowed and how many were not. */
  readonly allow: (
    imported: readonly Imported[],
  ) => Promise<{ readonly done: number; readonly failed: number }>;
}

/**
 * All servers that nobody has decided about, and what is to be done with them. What is clean is chosen already, for
 * starting as for allowing; what needs a second look never is.
 */
export function useImport(): Import {
  const { t } = useTranslation();
  const { bridge, stores } = useApp();
  const [kept, setKept] = useKept<Kept>('servers.import', NOTHING);
  const { servers: all, reviews } = useHost(({ servers, reviews: waiting }) => ({
    servers,
    reviews: waiting,
  }));
  const change = (next: Partial<Kept>): void => setKept((before) => ({ ...before, ...next }));
  const setLook = (server: ServerView, look: Look): void =>
    setKept((before) => ({ ...before, looks: { ...before.looks, [nameOf(server)]: look } }));
  const stopped = (): boolean => {
    let stop = false;
    setKept((before) => {
      stop = before.stop;
      return before;
    });
    return stop;
  };

  const isChosen = (server: ServerView, item: WaitingItem): boolean =>
    item.approvable &&
    item.takenBack !== true &&
    (kept.picks[pickOf(server, item)] ?? item.risk === 'routine');
  const servers = all
    .filter((server) => isOnHold(server) && server.enabled)
    .map((server): Imported => {
      const seen = server.state === 'inspected';
      const review = seen ? reviews.find((each) => each.server === server.id) : undefined;
      const items = review?.items ?? [];
      const held = isHeld(server);
      return {
        server,
        look: kept.looks[nameOf(server)] ?? {},
        held,
        seen,
        starting: !seen && (kept.starts[nameOf(server)] ?? !held),
        items,
        chosen: items.filter((item) => isChosen(server, item)),
      };
    })
    .toSorted((a, b) => Number(b.held) - Number(a.held));

  return {
    servers,
    under: kept.under,
    setStart: (server, start) => change({ starts: { ...kept.starts, [nameOf(server)]: start } }),
    isChosen,
    choose: (server, item, chosen) => change({ picks: { ...kept.picks, [pickOf(server, item)]: chosen } }),
    stop: () => change({ stop: true }),
    lookAt: async (wanted, withSecrets) => {
      change({ stop: false });
      for (const [index, server] of wanted.entries()) {
        if (stopped()) break;
        const under: Under = { act: 'look', id: server.id, number: index + 1, count: wanted.length };
        change({ under });
        const request = stores.progress.nextRequest();
        const off = stores.progress.hear(request, (sentence) => change({ under: { ...under, sentence } }));
        const wire = await bridge.commands['server.inspect']({ id: server.id, withSecrets }, request).catch(
          () => undefined,
        );
        off();
        setLook(
          server,
          wire?.ok === true ? { report: wire.value } : { failure: wire?.message ?? t('noAnswer') },
        );
      }
      change({ under: undefined, stop: false });
    },
    allow: async (imported) => {
      let [done, failed] = [0, 0];
      for (const [index, { server, look, chosen }] of imported.entries()) {
        const { id } = server;
        change({ under: { act: 'allow', id, number: index + 1, count: imported.length } });
        const items: ItemName[] = chosen.map(shownVersion);
        const wire = await bridge.commands['server.approve']({ id, items }).catch(() => undefined);
        if (wire?.ok === true) done += 1;
        else failed += 1;
        setLook(server, {
          ...look,
          failure: wire?.ok === true ? undefined : (wire?.message ?? t('noAnswer')),
        });
      }
      change({ under: undefined });
      return { done, failed };
    },
  };
}
