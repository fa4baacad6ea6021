import type { ServerRecord } from '../../shared/model/server.ts';
import type { Words } from '../../shared/model/words.ts';
import type { ReasonTextKey } from '../../shared/texts/reasons/texts.ts';
import { membersOf } from '../relay/framing/json-scan.ts';
import { type Catalog, REVIEWED } from './catalog.ts';
import { type OtherServer, OtherServers } from './shadowing/mentions.ts';
import { type NameFinding, surveyNames } from './shadowing/survey.ts';
import type { Item } from './snapshot.ts';

const parameters = new WeakMap<Item, readonly string[]>();
const MAX_PARAMETERS = 64;

/** Names of a tool's arguments. */
export function parametersOf(tool: Item): readonly string[] {
  let names = parameters.get(tool);
  if (names === undefined) {
    const whole = { start: 0, end: tool.bytes.length };
    const schema = membersOf(tool.bytes, whole)?.get('inputSchema');
    const properties = schema && membersOf(tool.bytes, schema)?.get('properties');
    const members = properties && membersOf(tool.bytes, properties);
    names = [...(members?.keys() ?? [])].slice(0, MAX_PARAMETERS);
    parameters.set(tool, names);
  }
  return names;
}

/** What stands beside a server, for finding out whether it speaks of others or passes for one (attacks 6 and 7). */
export interface Around {
  readonly others: OtherServers;
  /** By the server's own name of a tool or prompt. */
  readonly lookalikes: ReadonlyMap<string, readonly NameFinding[]>;
}

/** Looks around: at what the other servers offer that are approved or waiting to be. */
export function around(server: string, servers: readonly ServerRecord[], catalog: Catalog): Around {
  const offered = (id: string): readonly Item[] => catalog.offered(id, REVIEWED)?.lists.tools ?? [];
  const others = servers.filter(({ id, state }) => id !== server && state !== 'blocked');
  const own = offered(server);
  const known: OtherServer[] = others.map(({ id }) => ({
    id,
    tools: offered(id).map((tool) => ({ name: tool.key, parameters: parametersOf(tool) })),
  }));
  const names = own.flatMap((tool) => [tool.key, ...parametersOf(tool)]);
  const findings = surveyNames(
    { id: server, names: own.map(({ key }) => key) },
    others.map(({ id }) => ({ id, names: offered(id).map(({ key }) => key) })),
  );
  const lookalikes = new Map<string, NameFinding[]>();
  for (const finding of findings) {
    const list = lookalikes.get(finding.name);
    if (list === undefined) lookalikes.set(finding.name, [finding]);
    else list.push(finding);
  }
  return { others: new OtherServers(known, names), lookalikes };
}

/** Whose name one passes for, in words of `reasonTexts`. Names are the servers' and are shown as text. */
export function shadowWords({ name, how, otherName, otherServer }: NameFinding): Words {
  const own = otherServer === 'doorward';
  const key: ReasonTextKey = own ? `shadow.own.${how}` : `shadow.${how}`;
  return {
    key,
    params: {
      other: otherName,
      ...(how === 'same' ? {} : { name }),
      ...(own ? {} : { server: otherServer }),
    },
  };
}
