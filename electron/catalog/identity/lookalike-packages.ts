import { plainLetters, skeleton } from '../shadowing/confusables.ts';
import { editDistance } from '../shadowing/distance.ts';
import { KNOWN_IMAGES, KNOWN_PACKAGES, KNOWN_SCOPES } from './known-names.ts';

const MAX_NAME = 300;

/** The well-known name that this one nearly spells; undefined when it is known itself or like none. */
export function knownLike(name: string, kind: 'npm' | 'pypi' | 'oci'): string | undefined {
  // No registry takes a longer name.
  if (name.length > MAX_NAME) return undefined;
  const lower = name.toLowerCase();
  const known = kind === 'oci' ? KNOWN_IMAGES : KNOWN_PACKAGES;
  if (known.includes(name)) return undefined;
  const scope = /^(@[^/]+)\//.exec(lower)?.[1];
  if (scope !== undefined && !KNOWN_SCOPES.includes(scope)) {
    const like = KNOWN_SCOPES.find(
      (one) =>
        near(scope.slice(1), one.slice(1)) ||
        skeleton(scope) === skeleton(one) ||
        // A longer name in front of which a well-known one stands: "@modelcontextprotocol-servers".
        (one.length >= 12 && scope.startsWith(`${one}-`)),
    );
    if (like !== undefined) return like;
  }
  if (scope !== undefined && KNOWN_SCOPES.includes(scope)) return undefined;
  const like = known.find(
    (one) =>
      (kind === 'pypi'
        ? squeezed(lower) === squeezed(one) && lower.replaceAll(/[-_.]+/g, '-') !== one
        : skeleton(lower) === skeleton(one)) || near(lower, one),
  );
  if (like !== undefined) return like;
  // "modelcontextprotocol-server-github", "server-filesystem" with a scope one has to look at twice.
  return known.find((one) => one.startsWith('@') && squeezed(one) === squeezed(lower) && lower !== one);
}

function squeezed(name: string): string {
  return plainLetters(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** What names of servers begin and end with; what is between tells them apart. */
const AFFIXES = /^(?:@[^/]+\/)?(?:mcp-server-|server-|mcp-|awslabs\.)?(.*?)(?:-mcp-server|-mcp|-server)?$/;

/**
 * Whether one name is a slip away from another. Two in a long name, one in a shorter one; in the part that tells
 * servers apart (`git`, `time`) only such slips as fingers and eyes make, since `mcp-server-tmux` is no `…-time`.
 */
function near(name: string, known: string): boolean {
  if (plainLetters(name) !== name && plainLetters(name).toLowerCase() === known) return true;
  const limit = known.length >= 12 ? 2 : known.length >= 8 ? 1 : 0;
  if (name === known || differsByVersion(name, known)) return false;
  if (limit === 0) return known.length >= 6 && name.length === known.length && isSlip(name, known);
  if (editDistance(name.slice(0, 80), known, limit) > limit) return false;
  const mine = AFFIXES.exec(name)?.[1] ?? name;
  const theirs = AFFIXES.exec(known)?.[1] ?? known;
  // The slip is in the rest of the name, or there is no rest to tell them apart by.
  if (mine === theirs || theirs === '' || mine === '') return true;
  if (mine.length + 4 < theirs.length || theirs.length + 4 < mine.length) return true;
  const most = theirs.length >= 9 ? 2 : 1;
  const edits = editDistance(mine.slice(0, 80), theirs, most);
  return edits <= most && (theirs.length >= 5 || isSlip(mine, theirs));
}

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** A letter twice, two letters swapped, or a neighbour on the keyboard. */
function isSlip(a: string, b: string): boolean {
  if (a.replaceAll(/(.)\1+/g, '$1') === b.replaceAll(/(.)\1+/g, '$1')) return true;
  if (a.length !== b.length) return false;
  const at = Array.from(a).findIndex((letter, i) => letter !== b[i]);
  if (a.slice(at + 1) === b.slice(at + 1)) return isNeighbour(a[at] ?? '', b[at] ?? '');
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function isNeighbour(a: string, b: string): boolean {
  return KEYS.some((row, i) => {
    const at = row.indexOf(a);
    if (at < 0) return false;
    const near = [
      row[at - 1],
      row[at + 1],
      KEYS[i - 1]?.[at],
      KEYS[i - 1]?.[at + 1],
      KEYS[i + 1]?.[at],
      KEYS[i + 1]?.[at - 1],
    ];
    return near.includes(b);
  });
}

/** Only numbers at the end are meant: "n8n-mcp-2". */
function differsByVersion(name: string, known: string): boolean {
  return name.replace(/[\d.-]+$/, '') === known;
}
