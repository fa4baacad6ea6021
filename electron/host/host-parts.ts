import type { Settings } from '../../shared/model/settings.ts';
import type { HostPorts } from './host.ts';
import type { LimitsRoom } from './limits/open-limits.ts';
import type { CallFeed } from './live/call-feed.ts';
import type { OpenLog } from './log/open-log.ts';
import type { Profile } from './open-profile.ts';
import type { OpenManagedPolicy } from './policy/managed-policy.ts';
import type { PolicyRoom } from './policy/open-policy.ts';
import type { Engine } from './ports.ts';
import type { ToolProfileRoom } from './profiles/open-tool-profiles.ts';
import type { SendingRoom } from './sending/open-sending.ts';
import type { SettingsInForce } from './settings/settings-in-force.ts';
import type { ShapingRoom } from './shaping/open-shaping.ts';
import type { TextsRoom } from './texts/open-texts.ts';
import type { TokenRoom } from './tokens/open-tokens.ts';

/** What a running host is made of. */
export interface HostParts {
  readonly ports: HostPorts;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** As they were at the start, with what an organisation has set. */
  readonly settings: Settings;
  /** As they hold now. */
  readonly inForce: SettingsInForce;
  readonly profile: Profile;
  readonly log: OpenLog;
  readonly feed: CallFeed;
  readonly managed: OpenManagedPolicy;
  readonly room: PolicyRoom;
  readonly limits: LimitsRoom;
  /** Where the log is sent. */
  readonly sending: SendingRoom;
  readonly texts: TextsRoom;
  /** What AI apps are given, in tokens. */
  readonly tokens: TokenRoom;
  /** Which answers are made smaller. */
  readonly shaping: ShapingRoom;
  readonly toolProfiles: ToolProfileRoom;
  readonly engine: Engine;
  /** What a person should know, one sentence each. */
  readonly notices: () => readonly string[];
}
