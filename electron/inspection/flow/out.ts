import type { PlaceKind } from '../../../shared/model/review.ts';
import { isList, isNumber, isObject, type Json } from '../../catalog/pins/tree.ts';
import type { CallFacts } from '../../policy/facts.ts';
import type { FlowServer } from './guess.ts';
import { containerOf, isRemoteFile, placesIn, type PlaceText } from './places.ts';

/** What else telling whether a call is out needs to know; asked once both marks are set. */
export interface OutPorts {
  readonly server: FlowServer;
  /** The tool says of itself that it meets the open world. */
  readonly openWorld: boolean;
  /** A person said that strangers can read what it is given. */
  readonly isPublic: boolean;
  /** Strangers were heard through this very server. */
  readonly hearsStrangers: boolean;
  /** Whether everything private that was read is of this container of this server. */
  readOnly(container: string): boolean;
  /** Whether an address, or a bare host, stood in what was read, and may be followed once more. */
  seenUrl(url: string): boolean;
  seenHost(host: string): boolean;
}

const LEAVES: ReadonlySet<PlaceKind> = new Set(['url', 'host', 'recipient']);

/**
 * Whether a call would send data out, in the eyes of somebody who wants it to:
 *
 * - whatever sends, runs a command, or does what nobody knows: a command can do anything, an address is not needed;
 * - what a server asks the AI app's model: the answer goes back to that server;
 * - a change that names an address, a host or a recipient, or that is made away from this computer: at a remote
 *   server, at one that is given secrets (which are somebody's keys to something elsewhere), by a tool that says so, or
 *   where strangers read. Writing back to where all that is private came from is no flow, unless a person called the server public:
 *   everything private must be of the one container (a repository, a workspace) that the change names. That is the
 *   classic attack on issue trackers, an issue of strangers, a private repository and a public answer on one and the
 *   same server. Where the containers have no names in the arguments, no stranger may have been heard through it;
 * - a read that names an address or host, which carry data by themselves (a path, a query, a name that is looked up),
 *   unless it follows what was read to the letter and has no other argument that could carry anything: a header, a
 *   body or a long number makes it one that sends. A file on another computer (`\\host\share`) is an address, too.
 *
 * Not seen: data in the time or order of calls, and in paths that some other program sends on (a folder that is synced).
 */
export function isOut(facts: CallFacts, ports: OutPorts): boolean {
  const { kind, effect } = facts;
  if (kind === 'sampling') return true;
  if (kind !== 'tool' && kind !== 'resource') return false;
  const { values, readable, args } = placesIn(facts);
  const leaving = values.filter(leaves);
  switch (effect) {
    case 'read': {
      const reached = leaving.filter((value) => value.kind !== 'recipient');
      if (reached.length === 0) return false;
      const follows =
        readable &&
        (facts.kind === 'resource' || carriesNothing(args.tree, new Set(reached.map(({ text }) => text)))) &&
        reached.every(({ kind: place, text }) =>
          text === undefined
            ? false
            : place === 'url'
              ? ports.seenUrl(text)
              : place === 'host' && ports.seenHost(text),
        );
      return !follows;
    }
    case 'write':
    case 'destroy': {
      if (leaving.length > 0 || ports.isPublic || !readable) return true;
      return isAway(ports) && !isWrittenBack(containerOf(values), ports);
    }
    case 'spend':
      return leaving.length > 0 || ports.isPublic || isAway(ports) || !readable;
    case 'send':
    case 'run':
    case 'unknown':
      return true;
  }
}

const isAway = ({ server, openWorld }: OutPorts): boolean => server.remote || server.entrusted || openWorld;

function isWrittenBack(container: string, ports: OutPorts): boolean {
  return ports.readOnly(container) && (container !== '' || !ports.hearsStrangers);
}

/** Choices of how a page is to be given; they tell nobody anything. */
const WORDS = new Set(['get', 'head', 'text', 'plain', 'raw', 'html', 'markdown', 'md', 'json']);
const MOST_MEMBERS = 12;

/** Whether nothing of the arguments but these texts could carry data: switches, short numbers and a few known words. */
function carriesNothing(tree: Json | undefined, texts: ReadonlySet<string | undefined>): boolean {
  if (tree === undefined) return false;
  let members = 0;
  const free = (value: Json): boolean => {
    if (value === null || typeof value === 'boolean') return true;
    if (typeof value === 'string') return texts.has(value) || WORDS.has(value.toLowerCase());
    if (isNumber(value)) return /^\d{1,6}$/.test(value.number);
    if (++members > MOST_MEMBERS) return false;
    if (isList(value)) return value.length <= MOST_MEMBERS && value.every(free);
    if (!isObject(value)) return false;
    return (
      value.size <= MOST_MEMBERS &&
      [...value].every(([key, one]) => /^[A-Za-z][A-Za-z_-]{0,31}$/.test(key) && free(one))
    );
  };
  return free(tree);
}

const leaves = ({ kind, text }: PlaceText): boolean =>
  LEAVES.has(kind) || ((kind === 'path' || kind === 'folder') && (text === undefined || isRemoteFile(text)));

/**
 * Names the tool and where a call goes: its recipients and hosts, or its container where there are none. Undefined where
 * nobody can tell, and then no answer about it is remembered.
 */
export function destinationOf(facts: CallFacts): string | undefined {
  const { server, kind, name, args, effect } = facts;
  if (kind !== 'tool' && kind !== 'resource') return undefined;
  const { values, readable } = placesIn(facts);
  if (!readable) return undefined;
  const places: string[] = [];
  for (const { kind: place, text } of values.filter(leaves)) {
    if (text === undefined) return undefined;
    places.push(`${place} ${place === 'url' ? originOf(text) : text.trim().toLowerCase()}`);
  }
  // A command, and what is unknown, go wherever their arguments say.
  const anywhere = effect === 'run' || effect === 'unknown';
  const rest = anywhere ? (args?.toString('utf8') ?? '') : places.length > 0 ? '' : containerOf(values);
  return JSON.stringify([server, kind, kind === 'tool' ? name : '', [...new Set(places)].toSorted(), rest]);
}

const originOf = (url: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  // A scheme without hosts has no origin: the whole address names the place.
  return parsed === undefined || parsed.host === '' ? url : `${parsed.protocol}//${parsed.host}`;
};
