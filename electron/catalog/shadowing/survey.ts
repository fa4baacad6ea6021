import { nameWords } from '../effects/places.ts';
import { plainLetters, skeleton } from './confusables.ts';
import { resemblance, type Resemblance } from './names.ts';
import { COMMON_NAMES } from './common-names.ts';

/** Names of one server: its own, and those of what it offers. */
export interface NamedServer {
  readonly id: string;
  readonly names: readonly string[];
}

/** A name of the looked-at server that passes for one of another server, or of Doorward itself. */
export interface NameFinding {
  readonly name: string;
  readonly how: Resemblance;
  readonly otherName: string;
  /** The other server; `doorward` for our own tools. */
  readonly otherServer: string;
  /** `note` for names that many servers have in common, such as `search`; they are told apart by their prefix. */
  readonly weight: 'flag' | 'note';
}

/** Tools of the gateway itself: whoever is called like them would be asked in its place. */
export const OWN_NAMES: readonly string[] = ['find_tools', 'call_tool', 'doorward'];
const MAX_FINDINGS = 100;

/**
 * Every name of `server` that resembles one of the others'. An index of what names look like, and of them with one
 * character left out, keeps it linear in the number of names.
 */
export function surveyNames(server: NamedServer, others: readonly NamedServer[]): NameFinding[] {
  const index = new Map<string, { name: string; server: string }[]>();
  const enter = (name: string, id: string): void => {
    for (const key of keysOf(name)) {
      const at = index.get(key);
      if (at === undefined) index.set(key, [{ name, server: id }]);
      else if (at.length < 16) at.push({ name, server: id });
    }
  };
  for (const other of others) {
    if (other.id === server.id) continue;
    for (const name of new Set(other.names)) enter(name, other.id);
  }
  for (const name of OWN_NAMES) enter(name, 'doorward');
  const findings: NameFinding[] = [];
  for (const name of new Set(server.names)) {
    const own = imitates(name);
    if (own !== undefined) findings.push(own);
    const met = new Set<string>();
    for (const key of keysOf(name)) {
      for (const { name: otherName, server: otherServer } of index.get(key) ?? []) {
        const pair = `${otherServer} ${otherName}`;
        if (met.has(pair) || findings.length >= MAX_FINDINGS) continue;
        met.add(pair);
        const how = resemblance(name, otherName);
        if (how === undefined) continue;
        findings.push({ name, how, otherName, otherServer, weight: weightOf(how, name) });
      }
    }
  }
  return findings;
}

/** Anything that calls itself Doorward, in whatever letters. */
function imitates(name: string): NameFinding | undefined {
  if (!skeleton(name).includes(skeleton('doorward'))) return undefined;
  return { name, how: 'lookalike', otherName: 'doorward', otherServer: 'doorward', weight: 'flag' };
}

function weightOf(how: Resemblance, name: string): NameFinding['weight'] {
  if (how === 'same' || how === 'lookalike')
    return COMMON_NAMES.has(nameWords(plainLetters(name)).join('_')) ? 'note' : 'flag';
  return 'flag';
}

/** What the name looks like, that with each character left out, its words in order, and it without its last or first word. */
function keysOf(name: string): Set<string> {
  const cut = name.slice(0, 64);
  const plain = skeleton(cut);
  const keys = new Set([plain]);
  for (let i = 0; i < plain.length; i++) keys.add(plain.slice(0, i) + plain.slice(i + 1));
  const words = nameWords(plainLetters(cut));
  if (words.length > 1) {
    keys.add(`words ${words.toSorted().join(' ')}`);
    keys.add(skeleton(words.slice(0, -1).join('')));
    keys.add(skeleton(words.slice(1).join('')));
  }
  return keys;
}
