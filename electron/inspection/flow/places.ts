import type { PlaceKind } from '../../../shared/model/review.ts';
import { CallArguments, textsIn } from '../../policy/arguments.ts';
import type { CallFacts } from '../../policy/facts.ts';

/** One value that says where a call acts. */
export interface PlaceText {
  readonly kind: PlaceKind;
  /** Name of the argument. */
  readonly name: string;
  /** Undefined where there is no text in it. */
  readonly text: string | undefined;
}

/** Where a call acts. */
export interface CallPlaces {
  readonly values: readonly PlaceText[];
  /** False: the arguments can be read in two ways, or there are more places than are looked at. */
  readonly readable: boolean;
  readonly args: CallArguments;
}

/** Ways to another computer; every other scheme is a server's own name for something of its own. */
const NETWORK = /^\s*(?:https?|wss?|ftps?|sftp|ssh|smb|git|ldaps?|dict|gopher|telnet):/i;
const FILE = /^\s*file:/i;
/** A file on another computer: asking for it tells that computer its name (UNC paths, and `file:` with a host). */
const REMOTE_FILE = /^\s*(?:[\\/]{2}|file:[\\/]{2}(?!localhost[\\/]|[\\/]))/i;

/** What a URL argument holds is a path when it says so; what is neither counts as an address. */
export const isFileUrl = (text: string): boolean => FILE.test(text);
export const isRemoteFile = (text: string): boolean => REMOTE_FILE.test(text);

/** All places of a call; a resource is a place by its address. */
export function placesIn(facts: CallFacts): CallPlaces {
  const args = new CallArguments(facts.args);
  const values: PlaceText[] = [];
  let more = false;
  if (facts.kind === 'resource' && (NETWORK.test(facts.name) || isFileUrl(facts.name)))
    values.push({ kind: isFileUrl(facts.name) ? 'path' : 'url', name: 'uri', text: facts.name });
  for (const { pointer, name, kind } of facts.places) {
    if (!args.readable) {
      // Two readers may see two calls in it: everything that it could name, it does.
      values.push({ kind, name, text: undefined });
      continue;
    }
    const found = args.at(pointer);
    more ||= found.more;
    for (const { value } of [...found.values, ...found.blocked]) {
      if (value === null || value === '') continue;
      const texts = textsIn(value);
      if (texts.length === 0) values.push({ kind, name, text: undefined });
      for (const text of texts)
        values.push({ kind: kind === 'url' && isFileUrl(text) ? 'path' : kind, name, text });
    }
  }
  return {
    values,
    args,
    // Reading all of the arguments costs something, and who asks only for the values of no place needs none of it.
    get readable() {
      return !more && args.readable;
    },
  };
}

/** Containers that hold others; a single issue or page in them is reached by whoever reaches them. */
const WHOLE =
  /(?:^|_)(?:repo|repository|owner|project|workspace|database|board|calendar|space|bucket|org|organization|team|site|account|namespace|channel|project_id|workspace_id|space_key)$/;

/** Names the container that a call is about, by all that says which; empty where nothing does. */
export function containerOf(values: readonly PlaceText[]): string {
  const containers = values.filter(({ kind }) => kind === 'container');
  const wide = containers.filter(({ name }) => WHOLE.test(spelt(name)));
  return (wide.length > 0 ? wide : containers)
    .map(({ name, text }) => JSON.stringify([spelt(name), text?.toLowerCase() ?? '']))
    .toSorted()
    .join();
}

const spelt = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
