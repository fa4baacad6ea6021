import { DENIAL } from '../../model/notions.ts';
import type { Cluster } from '../clusters.ts';
import { HASH_START } from '../vocabulary.ts';
import { stemOfWord } from './stems.ts';
import type { Tokens } from './tokens.ts';

// What the judge sees of a piece of a description: words and pairs of words, words beside notions, notions of one
// sentence that stand together or are foreign to the tool, what is denied, what is cited, what the grammar found.

/** How many places a feature can have. */
export const PLACES = 1 << 18;
/** More features than a piece has. */
const MOST = 1 << 15;
/** A denial reaches so many words far. */
const REACH = 5;

/** Salts: features of different kinds with the same hash are different features. */
const WORD = 1;
const PAIR = 2;
const NOTION = 11;
const FOREIGN = 12;
const TOGETHER = 13;
const SIGNAL = 31;
const PLAIN_SIGNAL = 32;
const FAINT_SIGNAL = 34;
const SUM = 33;
const DENIED = 41;
const NOTION_AFTER = 46;
const NOTION_BEFORE = 47;
const CITED = 61;
const TRADE = 62;

const PLAIN_WEIGHT = 3.5;
/** What the grammar took for cited. */
const FAINT_WEIGHT = 1.6;
const SUMS = [1, 2.5, 4.5, 7, 10];
const TRADES = [1, 2, 3, 5, 7];

/** Words of those who write about attacks and guard against them. */
const OF_THE_TRADE: ReadonlySet<number> = new Set(
  'attack attacker inject injection exploit phishing malicious suspicious poison poisoning jailbreak scanner detect detection detector flag threat vulnerability vulnerable sanitise sanitize sanitiser redact redaction redactor guard filter adversarial untrusted honeypot canary leak leakage fraud scam moderation moderator audit auditor'
    .split(' ')
    .map((word) => stemOfWord(word)),
);

/** The features of one piece, each once, with the sentence that first had it. Reused from piece to piece. */
export class Features {
  count = 0;
  readonly places = new Int32Array(MOST);
  readonly sentences = new Int32Array(MOST);
  readonly #seen = new Int32Array(PLACES);
  #piece = 0;
  #sentence = 0;
  #trade = 0;
  #tradeSentence = 0;

  begin(): void {
    this.count = 0;
    this.#piece++;
    this.#trade = 0;
  }

  /** Adds what a sentence has; `subject` are the notions of the tool, undefined in the sentence that tells them. */
  sentence(number: number, tokens: Tokens, subject: number | undefined): void {
    this.#sentence = number;
    this.#words(tokens);
    this.#notions(tokens.all, subject === undefined ? 0 : tokens.all & ~subject);
    for (let i = 0; i < tokens.inside; i++) this.#add(tokens.within[i] as number, WORD);
    for (let i = 0; i < tokens.quoted; i++) this.#add(tokens.cited[i] as number, CITED);
  }

  /** Adds what the grammar found in the piece, and how much the piece speaks of attacks. */
  end(clusters: readonly Cluster[]): void {
    this.#sentence = this.#tradeSentence;
    for (const least of TRADES) if (this.#trade >= least) this.#add(least, TRADE);
    let most = 0;
    for (const { signals } of clusters) {
      let sum = 0;
      for (const [name, weight] of signals) {
        // What the other model says would be said twice.
        if (name === 'model') continue;
        sum += weight;
        this.#add(nameHash(name), SIGNAL);
        if (weight < FAINT_WEIGHT) this.#add(nameHash(name), FAINT_SIGNAL);
        if (weight >= PLAIN_WEIGHT) this.#add(nameHash(name), PLAIN_SIGNAL);
      }
      most = Math.max(most, sum);
    }
    for (const least of SUMS) if (most >= least) this.#add(least * 2, SUM);
  }

  #words({ count, hashes, notions }: Tokens): void {
    let denial = -REACH - 1;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i] as number;
      const own = notions[i] as number;
      this.#add(hash, WORD);
      if (OF_THE_TRADE.has(hash)) {
        this.#trade++;
        this.#tradeSentence = this.#sentence;
      }
      if (i + 1 < count) this.#add(mix(hash, hashes[i + 1] as number), PAIR);
      for (let far = 1; far <= 2 && i + far < count; far++) {
        const other = hashes[i + far] as number;
        for (let rest = notions[i + far] as number; rest !== 0; rest &= rest - 1)
          this.#add(mix(hash, bit(rest) * 4 + far), NOTION_AFTER);
        for (let rest = own; rest !== 0; rest &= rest - 1)
          this.#add(mix(other, bit(rest) * 4 + far), NOTION_BEFORE);
      }
      if (i - denial <= REACH)
        for (let rest = own; rest !== 0; rest &= rest - 1) this.#add(bit(rest), DENIED);
      if ((own & DENIAL) !== 0) denial = i;
    }
  }

  #notions(all: number, foreign: number): void {
    for (let rest = all; rest !== 0; rest &= rest - 1) {
      const a = bit(rest);
      this.#add(a, NOTION);
      if (((foreign >>> a) & 1) === 1) this.#add(a, FOREIGN);
      for (let more = rest & (rest - 1); more !== 0; more &= more - 1)
        this.#add(a * 32 + bit(more), TOGETHER);
    }
  }

  #add(hash: number, salt: number): void {
    const place = placeOf(hash, salt);
    if (this.#seen[place] === this.#piece || this.count >= MOST) return;
    this.#seen[place] = this.#piece;
    this.places[this.count] = place;
    this.sentences[this.count++] = this.#sentence;
  }
}

/** The lowest bit that is set. */
const bit = (bits: number): number => 31 - Math.clz32(bits & -bits);

function mix(a: number, b: number): number {
  return Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ 0x9e3779b9, 0xc2b2ae35);
}

function placeOf(hash: number, salt: number): number {
  let mixed = Math.imul(hash ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt, 0xc2b2ae35);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x27d4eb2f);
  return (mixed ^ (mixed >>> 13)) & (PLACES - 1);
}

const names = new Map<string, number>();

function nameHash(name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  let hash = HASH_START;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  names.set(name, hash);
  return hash;
}
