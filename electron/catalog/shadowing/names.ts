import { nameWords } from '../effects/places.ts';
import { plainLetters, skeleton } from './confusables.ts';
import { nameDistance } from './distance.ts';

/**
 * How one name passes for another. `same`: it is the same. `hidden`: it differs in characters nobody sees.
 * `lookalike`: it looks the same (other script, other separators, other case). `near`: a slip of the finger apart.
 * `swapped`: the same words in another order. `decorated`: the name with a word that only promises ("official", "v2").
 */
export type Resemblance = 'same' | 'hidden' | 'lookalike' | 'near' | 'swapped' | 'decorated';

const PROMISES = new Set(
  'secure safe official new v2 v3 v4 pro plus latest fixed better fast faster real original mcp ai verified trusted enhanced improved alt beta final updated genuine premium ultra x v'.split(
    ' ',
  ),
);

/** Whether `name` can be taken for `other`, and how; undefined when they are plainly two names (attack 7). */
export function resemblance(name: string, other: string): Resemblance | undefined {
  if (name === other) return 'same';
  const mine = skeleton(name);
  const theirs = skeleton(other);
  // Names of nothing but marks look like nothing in particular.
  if (mine === theirs && mine !== '')
    return plainLetters(name) === plainLetters(other) && hides(name, other) ? 'hidden' : 'lookalike';
  const distance = nameDistance(name, other);
  if (distance.swapped) return 'swapped';
  if (distance.close) return 'near';
  return decorated(name, other) || decorated(other, name) ? 'decorated' : undefined;
}

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Co}\ufe00-\ufe0f]/u;

function hides(a: string, b: string): boolean {
  return INVISIBLE.test(a) || INVISIBLE.test(b);
}

function decorated(longer: string, shorter: string): boolean {
  const long = nameWords(plainLetters(longer).replace(/(\p{L})(\d{1,2})$/u, '$1_$2'));
  const short = nameWords(plainLetters(shorter));
  if (long.length <= short.length || short.length === 0) return false;
  const rest = [...long];
  for (const word of short) {
    const at = rest.indexOf(word);
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return rest.every((word) => PROMISES.has(word) || /^v?\d{1,2}$/.test(word));
}
