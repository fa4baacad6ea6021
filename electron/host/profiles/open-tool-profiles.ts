import type { ClientView } from '../../../shared/ipc/shapes.ts';
import type { ClientRecord, ToolChoice } from '../../../shared/model/client.ts';
import type { ToolProfileState } from '../../../shared/model/tool-profile.ts';
import { type ToolSets, toolSets } from '../../context/profiles/tool-sets.ts';
import type { Profile } from '../open-profile.ts';
import { openToolProfileBook, type ToolProfileBook } from './tool-profile-book.ts';

export interface OpenToolProfilesPorts {
  readonly profile: Pick<Profile, 'rows' | 'seals' | 'logger'>;
  readonly platform: NodeJS.Platform;
}

/** The profiles of tools of one running host. */
export interface ToolProfileRoom {
  readonly book: ToolProfileBook;
  /** As the road reads them. */
  readonly road: {
    readonly sets: ToolSets;
    /** The choice of a role; the same object until it changes. */
    readonly roleTools: (role: string) => ToolChoice | undefined;
  };
  /** Shows an AI app with what its role is listed, so that it can be told where a choice of tools comes from. */
  readonly clientView: (record: ClientRecord) => ClientView;
  readonly platform: NodeJS.Platform;
  readonly notices: readonly string[];
}

/** Opens the profiles of tools, and the choices of roles. */
export function openToolProfiles({ profile, platform }: OpenToolProfilesPorts): ToolProfileRoom {
  const { rows, seals, logger } = profile;
  const book = openToolProfileBook({ rows, locked: seals.report.state === 'locked' });
  for (const notice of book.notices) logger.warn(notice);
  let from: ToolProfileState | undefined;
  let roles = new Map<string, ToolChoice>();
  const roleTools = (role: string): ToolChoice | undefined => {
    const now = book.state();
    if (now !== from) {
      from = now;
      roles = new Map(now.roles.map((one) => [one.role, one.tools]));
    }
    return roles.get(role);
  };
  return {
    book,
    road: { sets: toolSets(() => book.state(), platform), roleTools },
    clientView(record) {
      const tools = roleTools(record.role);
      return tools === undefined ? record : { ...record, roleTools: tools };
    },
    platform,
    notices: book.notices,
  };
}
