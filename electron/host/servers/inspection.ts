import type { InspectReport, ToolView } from '../../../shared/ipc/shapes.ts';
import type { Era } from '../../../shared/model/server.ts';
import type { Snapshot } from '../../catalog/snapshot.ts';
import { memberOf, SERVER_INFO_KEY } from '../../relay/envelope.ts';
import { membersOf, stringAt } from '../../relay/framing/json-scan.ts';
import type { PinnedLaunch } from '../registry/package-lookup.ts';
import { whole } from '../../relay/peer.ts';
import type { SendFailure } from '../../upstream/connection.ts';

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
): Omit<InspectReport, 'transport' | 'dual' | 'warnings' | 'withheldSecrets'> {
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

const MOST_NAMES = 20;
const named = (names: readonly string[]): string =>
  [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ');

/** What a person is told of secrets that a server was not given at this look. */
export function leftOut(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    `It was not given what looks like secrets: ${named(names)}. Does it offer less than you expect, look again with its secrets.`,
  ];
}

/** The sentence of a failed look, with what may help: a server that was left without its key often ends or refuses. */
export function maybeNeedsSecrets(
  { code, httpStatus, message }: SendFailure,
  transport: 'stdio' | 'http',
  names: readonly string[],
): string {
  const refused = code === 'unauthorized' || httpStatus === 401 || httpStatus === 403;
  if (names.length === 0 || (transport === 'http' && !refused)) return message;
  return `${message} It may need its secrets, which it was not given at this look: ${named(names)}. If you trust it with them, start it with its secrets (in a terminal: --with-secrets).`;
}
