import type { Effect, Place } from '../../../shared/model/review.ts';
import { isObject, type Json, member, textMember } from '../pins/tree.ts';
import { nameWords, placesOf } from './places.ts';
import {
  CODE,
  effectOfVerb,
  isAlsoNoun,
  MESSAGES,
  MONEY,
  SEVERITY,
  type VerbEffect,
  verbOf,
} from './verbs.ts';

/** A word that had a say, and where it stood. */
export interface Evidence {
  readonly word: string;
  readonly effect: Effect;
  readonly where: 'name' | 'title' | 'description' | 'annotations' | 'parameters';
}

/** What a tool does, as far as its own words tell, and why we think so. */
export interface ToolEffect {
  /** What counts for rules: `unknown` when nothing tells, and for a write whose places are not typed. */
  readonly effect: Effect;
  /** What the words say, whether or not the places are typed. */
  readonly said: Effect;
  readonly places: readonly Place[];
  readonly evidence: readonly Evidence[];
  /** `high`: name and description agree, or the name is plain. `low`: guessed from the description or arguments. */
  readonly confidence: 'high' | 'low';
}

/**
 * The effect of a tool from its name, title, description, schema and annotations. The server's word that a tool only
 * reads (`readOnlyHint`) never lowers the effect: it makes us surer where the words say the same, and nothing else.
 * Its word that a tool changes or destroys something is taken, but for one that changes files: writing a file always
 * replaces what was in it, and the folder in which it may is what a person decides about.
 */
export function effectOf(tool: Json): ToolEffect {
  const name = textMember(tool, 'name') ?? '';
  const annotations = member(tool, 'annotations');
  const title = textMember(tool, 'title') ?? textMember(annotations, 'title') ?? '';
  const description = textMember(tool, 'description') ?? '';
  const places = placesOf(member(tool, 'inputSchema'));
  const evidence: Evidence[] = [];

  const byName = fromName(name, evidence);
  const byTitle = title === '' ? undefined : fromSentence(title, 'title', evidence);
  const byText = fromDescription(description, evidence);
  // "share_price" that looks something up: the first word of the name is a thing after all.
  const noun = byText.sure && byText.first === 'read' && MILD_NOUNS.has(nameWords(name)[0] ?? '');
  let said: Effect = worst(
    (noun ? byText.first : byName) ?? byTitle ?? byText.first ?? 'unknown',
    byText.raised,
  );
  // A name without a verb is described by its text; a name that only reads is not believed against its own text.
  if (
    byName === 'read' &&
    byText.sure &&
    byText.first !== undefined &&
    SEVERITY[byText.first] > SEVERITY.write
  )
    said = byText.first;
  if (byTitle !== undefined && SEVERITY[byTitle] > SEVERITY[said] && byTitle !== 'write') said = byTitle;
  said = fromParameters(said, places, member(tool, 'inputSchema'), evidence);
  said = fromAnnotations(said, places, annotations, evidence);

  const agree = byName !== undefined && (byText.first === byName || byText.first === undefined);
  const hinted = member(annotations, 'readOnlyHint') === true && said === 'read';
  const effect: Effect = said === 'write' && places.length === 0 ? 'unknown' : said;
  return {
    effect,
    said,
    places,
    evidence: evidence.slice(0, 20),
    confidence: agree || hinted ? 'high' : 'low',
  };
}

/** Words that send or spend as verbs and are as often the thing that a tool reads. */
const MILD_NOUNS = new Set(
  'share message comment post mail email order call trade stock bid tweet script terminal build review'.split(
    ' ',
  ),
);

function worst(a: Effect, b: Effect | undefined): Effect {
  if (b === undefined) return a;
  if (a === 'unknown') return b;
  return SEVERITY[b] > SEVERITY[a] ? b : a;
}

/** The first verb of a name; words that are nouns as often count only at its ends. */
function fromName(name: string, evidence: Evidence[]): VerbEffect | undefined {
  const words = nameWords(name);
  let found: VerbEffect | undefined;
  for (let i = 0; i < words.length && found === undefined; i++) {
    const word = words[i] as string;
    const verb = effectOfVerb(word) === undefined ? (i === 0 ? verbOf(word) : undefined) : word;
    if (verb === undefined) continue;
    if (i > 0 && isAlsoNoun(verb) && i < words.length - 1) continue;
    // "slack_message", "page_comment": things. "gmail_send", "issue_list": verbs.
    if (
      i > 0 &&
      isAlsoNoun(verb) &&
      effectOfVerb(verb) !== 'read' &&
      (words.length > 2 || MESSAGES.has(verb))
    )
      continue;
    found = withObject(verb, words.slice(i + 1));
    evidence.push({ word, effect: found, where: 'name' });
  }
  return found;
}

/** What the verb acts on can make it something else. */
function withObject(verb: string, rest: readonly string[]): VerbEffect {
  const effect = effectOfVerb(verb) as VerbEffect;
  const next = rest.slice(0, 3);
  // What is opened by its name in a store is looked at.
  if (verb === 'open' && next.some((word) => RECORDS.has(word))) return 'read';
  if (verb === 'evaluate' && next.some((word) => CODE.has(word))) return 'run';
  if ((verb === 'add' || verb === 'adds') && next.some((word) => word === 'numbers' || word === 'integers'))
    return 'read';
  if (
    (verb === 'create' || verb === 'add' || verb === 'make' || verb === 'submit' || verb === 'reply') &&
    next.some((word) => MESSAGES.has(word))
  )
    return 'send';
  if (
    (verb === 'create' || verb === 'make' || verb === 'submit' || verb === 'place') &&
    next.some((word) => MONEY.has(word) || word === 'order')
  )
    return 'spend';
  // "places_nearby" are places.
  if (verb === 'place') return 'read';
  return effect;
}

const RECORDS = new Set(['node', 'nodes', 'entity', 'entities', 'record', 'records']);
const FILLERS = new Set(
  'this the a an tool function use used using to for can will allows allow you your lets let users user please it which that mcp simple quickly easily automatically securely efficiently directly safely recursively permanently currently i want when helps help enables enable returns api new asynchronously programmatically'.split(
    ' ',
  ),
);

/** The first verb of a sentence, past "This tool allows you to". */
function fromSentence(
  sentence: string,
  where: 'title' | 'description',
  evidence: Evidence[],
): VerbEffect | undefined {
  const words =
    sentence
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu)
      ?.slice(0, 14) ?? [];
  for (let i = 0; i < words.length && i < 9; i++) {
    const word = words[i] as string;
    const verb = verbOf(word);
    // "A tool for applying patterns": what it is about.
    if (verb !== undefined && i > 0 && word.endsWith('ing') && effectOfVerb(verb) === 'write') continue;
    if (verb !== undefined && !(i > 0 && isAlsoNoun(verb) && !FILLERS.has(words[i - 1] ?? ''))) {
      if (
        FILLERS.has(word) &&
        i < 3 &&
        words
          .slice(i + 1, i + 5)
          .some((next) => verbOf(next) !== undefined && !isAlsoNoun(verbOf(next) ?? ''))
      )
        continue;
      const effect = withObject(verb, words.slice(i + 1));
      evidence.push({ word, effect, where });
      return effect;
    }
    if (!FILLERS.has(word)) return i < 4 ? passive(words, where, evidence) : undefined;
  }
  return undefined;
}

/** "Weather forecast for a city", "A list of users": things, which are read. */
function passive(
  words: readonly string[],
  where: 'title' | 'description',
  evidence: Evidence[],
): VerbEffect | undefined {
  const verb = words
    .slice(0, 4)
    .map((word) => verbOf(word))
    .find((found) => found !== undefined && !isAlsoNoun(found));
  if (verb === undefined) return undefined;
  const effect = effectOfVerb(verb) as VerbEffect;
  evidence.push({ word: verb, effect, where });
  return effect;
}

const CLAUSE =
  /(?:^|[;:(]\s{0,3}|\b(?:and|then|or|also|to|will|can|may|must)\s{1,3}(?:(?:also|then|permanently|automatically|silently|optionally)\s{1,3})?)([a-z]{3,14})\b/g;
const TEXT_CHARS = 4000;
const RAISING: ReadonlySet<VerbEffect> = new Set(['send', 'run', 'destroy', 'spend']);

interface FromText {
  readonly first: VerbEffect | undefined;
  /** The first verb is no noun as well. */
  readonly sure: boolean;
  /** Worse verbs that begin a clause of the first three sentences: "… and deletes the original". */
  readonly raised: VerbEffect | undefined;
}

function fromDescription(description: string, evidence: Evidence[]): FromText {
  const sentences = description
    .slice(0, TEXT_CHARS)
    .split(/[.!?\n](?:\s|$)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 2)
    .slice(0, 3);
  const at = evidence.length;
  const first = sentences[0] === undefined ? undefined : fromSentence(sentences[0], 'description', evidence);
  let raised: VerbEffect | undefined;
  for (const sentence of sentences.slice(0, 2)) {
    for (const match of sentence.toLowerCase().matchAll(CLAUSE)) {
      const word = match[1] ?? '';
      const effect =
        effectOfVerb(word) ?? (word.endsWith('s') ? effectOfVerb(verbOf(word) ?? '') : undefined);
      const verb = verbOf(word) ?? '';
      if (effect === undefined || !RAISING.has(effect) || isAlsoNoun(verb)) continue;
      // "to send": what a result is for, unless the clause begins the sentence.
      if (/\b(?:to|can|may|or)\s{1,3}[a-z]+$/.test(match[0]) && match.index > 0) continue;
      if (raised === undefined || SEVERITY[effect] > SEVERITY[raised]) raised = effect;
      evidence.push({ word, effect, where: 'description' });
    }
  }
  return { first, sure: !isAlsoNoun(verbOf(evidence.at(at)?.word ?? '') ?? ''), raised };
}

/** Where a result is put: a reader that has one writes. */
const WRITTEN = /^(?:out|output|dest|destination|save|target)(?:$|[_-]|[A-Z]|path|dir|file|folder)/;

/** Arguments that only one kind of tool has: a command to run; a sum with somebody to receive it. */
function fromParameters(
  said: Effect,
  places: readonly Place[],
  schema: Json | undefined,
  evidence: Evidence[],
): Effect {
  const named = (kind: Place['kind']): Place | undefined => places.find((place) => place.kind === kind);
  const command = places.find(
    (place) =>
      place.kind === 'command' && /^(?:command|cmd|shell|argv|commands|code|script)$/i.test(place.name),
  );
  const runs =
    command !== undefined &&
    (/^(?:code|script)$/i.test(command.name) ? said === 'unknown' : SEVERITY[said] < SEVERITY.run);
  if (command !== undefined && runs && required(schema).has(command.name)) {
    evidence.push({ word: command.name, effect: 'run', where: 'parameters' });
    return 'run';
  }
  const target = places.find(
    (place) => (place.kind === 'path' || place.kind === 'folder') && WRITTEN.test(place.name),
  );
  if (said === 'read' && target !== undefined) {
    evidence.push({ word: target.name, effect: 'write', where: 'parameters' });
    return 'write';
  }
  if (
    said === 'unknown' &&
    named('recipient') !== undefined &&
    placesHave(schema, ['subject', 'body', 'message', 'text'])
  ) {
    evidence.push({ word: named('recipient')?.name ?? '', effect: 'send', where: 'parameters' });
    return 'send';
  }
  return said;
}

function required(schema: Json | undefined): ReadonlySet<string> {
  const names = member(schema, 'required');
  return new Set(
    Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [],
  );
}

function placesHave(schema: Json | undefined, names: readonly string[]): boolean {
  const properties = member(schema, 'properties');
  return isObject(properties) && names.some((name) => properties.has(name));
}

function fromAnnotations(
  said: Effect,
  places: readonly Place[],
  annotations: Json | undefined,
  evidence: Evidence[],
): Effect {
  const readOnly = member(annotations, 'readOnlyHint');
  const destructive = member(annotations, 'destructiveHint');
  if (
    destructive === true &&
    readOnly !== true &&
    said !== 'read' &&
    SEVERITY[said] < SEVERITY.destroy &&
    said !== 'run'
  ) {
    evidence.push({ word: 'destructiveHint', effect: 'destroy', where: 'annotations' });
    if (said === 'write' && places.some(({ kind }) => kind === 'path' || kind === 'folder')) return said;
    return said === 'send' || said === 'spend' ? said : 'destroy';
  }
  if (said === 'read' && readOnly === false && destructive === true) {
    evidence.push({ word: 'readOnlyHint', effect: 'write', where: 'annotations' });
    return 'write';
  }
  return said;
}
