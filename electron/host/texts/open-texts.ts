import { leastTexts, type LogTexts, type TextsView } from '../../../shared/model/log-texts.ts';
import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import type { Profile } from '../open-profile.ts';
import { openTextBook, type TextBook } from './text-book.ts';

export interface OpenTextsPorts {
  readonly profile: Pick<Profile, 'rows' | 'seals' | 'servers' | 'logger'>;
  /** What an organisation says now; the same object until it says something else. */
  readonly managed: () => ManagedPolicy | undefined;
}

/** What the log keeps of texts, in one running host. */
export interface TextsRoom {
  readonly book: TextBook;
  /** What is kept of the texts of a server's calls; of calls that reached none with an empty id. Asked for every leg. */
  keep(server: string): LogTexts;
  /** The most that an organisation lets be kept, of this server or of any. */
  most(server?: string): LogTexts | undefined;
  view(): TextsView;
  readonly notices: readonly string[];
}

/** Opens what the log keeps of texts: a person's choice, and never more than an organisation lets them. */
export function openTexts({ profile, managed }: OpenTextsPorts): TextsRoom {
  const { rows, seals, servers, logger } = profile;
  const book = openTextBook({ rows, locked: seals.report.state === 'locked' });
  for (const notice of book.notices) logger.warn(notice);

  const most = (server?: string): LogTexts | undefined => {
    const { texts, serverTexts } = managed()?.log ?? {};
    const own = serverTexts?.find((one) => one.server === server)?.texts;
    return texts === undefined ? own : leastTexts(texts, own);
  };
  const inForce = (chosen: LogTexts, server?: string): LogTexts => leastTexts(chosen, most(server));

  let known = new Map<string, LogTexts>();
  let from: readonly unknown[] = [];
  return {
    book,
    keep(server) {
      const policy = managed();
      if (from[0] !== policy || from[1] !== book.version) {
        from = [policy, book.version];
        known = new Map();
      }
      const before = known.get(server);
      if (before !== undefined) return before;
      const keep = inForce(book.chosen(server) ?? book.usual(), server);
      known.set(server, keep);
      return keep;
    },
    most,
    view() {
      const all = most();
      return {
        usual: inForce(book.usual()),
        ...(all === undefined ? {} : { most: all }),
        servers: servers.all().map(({ id }) => {
          const [chosen, bound] = [book.chosen(id), most(id)];
          return {
            server: id,
            keep: inForce(chosen ?? book.usual(), id),
            ...(chosen === undefined ? {} : { chosen }),
            ...(bound === undefined ? {} : { most: bound }),
          };
        }),
      };
    },
    notices: book.notices,
  };
}
