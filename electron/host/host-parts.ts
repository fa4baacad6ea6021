import type { Settings } from '../../shared/model/settings.ts';
import type { HostPorts } from './host.ts';
import type { LimitsRoom } from './limits/open-limits.ts';
import type { CallFeed } from './live/call-feed.ts';
import type { OpenLog } from './open-log.ts';
import type { Profile } from './open-profile.ts';
import type { OpenManagedPolicy } from './policy/managed-policy.ts';
import type { PolicyRoom } from './policy/open-policy.ts';
import type { Engine } from './ports.ts';
import type { SendingRoom } from './sending/open-sending.ts';
import type { TextsRoom } from './texts/open-texts.ts';

/** What a running host is made of. */
export interface HostParts {
  readonly ports: HostPorts;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** As they were at the start, with what an organisation has set. */
  readonly settings: Settings;
  readonly profile: Profile;
  readonly log: OpenLog;
  readonly feed: CallFeed;
  readonly managed: OpenManagedPolicy;
  readonly room: PolicyRoom;
  readonly limits: LimitsRoom;
  /** Where the log is sent. */
  readonly sending: SendingRoom;
  readonly texts: TextsRoom;
  readonly engine: Engine;
  /** What a person should know, one sentence each. */
  readonly notices: () => readonly string[];
}
