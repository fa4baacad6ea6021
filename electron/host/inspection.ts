import type { InspectReport, ToolView } from '../../shared/ipc/shapes.ts';
import type { Era } from '../../shared/model/server.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import { memberOf, SERVER_INFO_KEY } from '../relay/envelope.ts';
import { membersOf, stringAt } from '../relay/framing/json-scan.ts';
import type { PinnedLaunch } from './package-lookup.ts';
import { whole } from '../relay/peer.ts';

/** The version that was looked at, as the registry tells of it. */
export function describePackage({ launch, facts }: PinnedLaunch): NonNullable<InspectReport['pinned']> {
  const { name, version, integrity, publishedAt, createdAt, publisher, deprecated } = facts;
  return {
    name,
    version,
    integrity,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(deprecated === undefined ? {} : { deprecated }),
    args: launch.args,
  };
}

/** What an inspection found, for people: what the server says of itself, and what each tool does by its own words. */
export function describeOffer(
  { hello, lists }: Snapshot,
  era: Era,
  tools: readonly ToolView[],
): Omit<InspectReport, 'transport' | 'dual' | 'warnings'> {
  const meta = memberOf(hello, '_meta');
  const info = memberOf(hello, 'serverInfo') ?? (meta && memberOf(meta, SERVER_INFO_KEY));
  const members = info && membersOf(info, whole(info));
  const text = (key: string): Record<string, string> => {
    const value = info && members && stringAt(info, members.get(key));
    return value === undefined ? {} : { [key]: value };
  };
  const instructions = memberOf(hello, 'instructions');
  const said = instructions && stringAt(instructions, whole(instructions));
  return {
    era,
    serverInfo: { ...text('name'), ...text('version'), ...text('title') },
    ...(said === undefined ? {} : { instructions: said }),
    tools: tools.map(({ name, title, description, effect }) => ({
      name,
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(effect === undefined ? {} : { effect }),
    })),
    prompts: lists.prompts.length,
    resources: lists.resources.length,
    templates: lists.templates.length,
  };
}
