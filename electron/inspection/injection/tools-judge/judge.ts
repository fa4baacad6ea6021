import { work } from '../../decode/work.ts';
import type { Place } from '../../decode/part.ts';
import { NOTION_WORDS, notionsOf } from '../../model/notions.ts';
import type { Cluster } from '../clusters.ts';
import { type Sentence, eachSentence } from '../lex.ts';
import { Features } from './features.ts';
import { citedIn } from './quotes.ts';
import { Tokens } from './tokens.ts';
import { type JudgeWeights, readWeights } from './weights-format.ts';
import { BIAS, PACKED, UNIT } from './weights.ts';

/** What the judge says of one piece of a text. */
export interface Opinion extends Place {
  /** Log-odds: above 0 it is likelier that the piece has a model do what is none of the tool's business. */
  readonly odds: number;
  /** How much its features say on the average, whatever the length of the piece. */
  readonly mean: number;
  /** The sentence that says most of it, and what it is about, in words. */
  readonly said: Place;
  readonly about: readonly string[];
}

/** A text is judged in pieces of whole sentences, of about so many characters: what is long does not drown what is said in it. */
const PIECE = 1600;
/** Fewer words say nothing: a name, a value. */
const FEWEST_WORDS = 6;
/** Many features say no more than few. */
const SCALE = 0.25;
const MOST_ABOUT = 4;

/** Made when the first description is read: most processes read none. */
let room: { tokens: Tokens; features: Features } | undefined;
let own: JudgeWeights | undefined;

/** The committed weights. */
export function ownWeights(): JudgeWeights {
  own ??= readWeights(BIAS, UNIT, PACKED);
  return own;
}

/** What a tool is about: the notions of its name, its title and the first sentence of its description. */
export function subjectOf(tool: unknown): number {
  const { name, title, description } = (tool ?? {}) as Readonly<Record<string, unknown>>;
  return (
    firstNotions(typeof name === 'string' ? name.replaceAll(/[_.-]/g, ' ').replace(/ ?\btool$/i, '') : '') |
    firstNotions(typeof title === 'string' ? title : '') |
    firstNotions(typeof description === 'string' ? description : '')
  );
}

function firstNotions(text: string): number {
  let notions = 0;
  eachSentence(text.slice(0, PIECE), (sentence) => {
    if (sentence.count === 0) return true;
    notions = notionsOf(sentence);
    return false;
  });
  return notions;
}

/**
 * Judges a text of a tool piece by piece. `subject` are the notions of the tool, 0 when nothing is known of it: then the
 * first sentence tells them. `clusters` is what the grammar found. Linear in the text.
 */
export function judgeText(
  text: string,
  subject: number,
  clusters: readonly Cluster[],
  weights: JudgeWeights = ownWeights(),
): Opinion[] {
  const opinions: Opinion[] = [];
  eachPiece(text, clusters, subject, (piece, features, sentences) => {
    opinions.push(opinionOn(piece, features, sentences, weights));
    return true;
  });
  return opinions;
}

/** For learning: gives the features of each piece. They are good until the visitor returns; false stops. */
export function eachPiece(
  text: string,
  clusters: readonly Cluster[],
  subject: number,
  visit: (piece: Place, features: Features, sentences: readonly Heard[]) => boolean,
): void {
  room ??= { tokens: new Tokens(), features: new Features() };
  const { tokens, features } = room;
  tokens.begin(citedIn(text));
  features.begin();
  let about = subject === 0 ? undefined : subject;
  let heard: Heard[] = [];
  let at = 0;
  let words = 0;
  const close = (): boolean => {
    const first = heard[0];
    const last = heard.at(-1);
    if (first === undefined || last === undefined) return true;
    const piece = { start: first.start, end: last.end };
    const isEmpty = words < FEWEST_WORDS;
    words = 0;
    while (at < clusters.length && (clusters[at] as Cluster).end <= piece.start) at++;
    let to = at;
    while (to < clusters.length && (clusters[to] as Cluster).start < piece.end) to++;
    features.end(clusters.slice(at, to));
    work.steps += features.count;
    const goesOn = isEmpty || visit(piece, features, heard);
    heard = [];
    features.begin();
    return goesOn;
  };
  work.steps += text.length;
  let goesOn = true;
  eachSentence(text, (sentence) => {
    if (sentence.count === 0) return true;
    const place = placeOf(sentence);
    const first = heard[0];
    if (first !== undefined && place.end - first.start > PIECE) goesOn = close();
    if (!goesOn) return false;
    tokens.read(sentence);
    words += tokens.count;
    features.sentence(heard.length, tokens, about);
    heard.push({ ...place, notions: tokens.all, foreign: about === undefined ? 0 : tokens.all & ~about });
    about ??= tokens.all;
    return true;
  });
  if (goesOn) close();
}

/** A sentence of a piece and its notions. */
export interface Heard extends Place {
  readonly notions: number;
  readonly foreign: number;
}

function placeOf({ starts, ends, count }: Sentence): Place {
  return { start: starts[0] as number, end: ends[count - 1] as number };
}

function opinionOn(
  piece: Place,
  { count, places, sentences }: Features,
  heard: readonly Heard[],
  { bias, unit, weights }: JudgeWeights,
): Opinion {
  const shares = new Float64Array(heard.length);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const weight = weights[places[i] as number] as number;
    sum += weight;
    shares[sentences[i] as number] = (shares[sentences[i] as number] as number) + weight;
  }
  let most = 0;
  for (let i = 1; i < shares.length; i++) if ((shares[i] as number) > (shares[most] as number)) most = i;
  const { start, end, notions, foreign } = heard[most] as Heard;
  const scaled = sum * unit * scaleOf(count);
  return {
    ...piece,
    odds: bias + scaled,
    mean: scaled * scaleOf(count),
    said: { start, end },
    about: inWords(notions, foreign),
  };
}

/** How much one feature of so many counts. */
export const scaleOf = (count: number): number => (count === 0 ? 0 : count ** -SCALE);

/** What a sentence is about, in words: first what the tool is not about. */
function inWords(notions: number, foreign: number): string[] {
  const words: string[] = [];
  for (const among of [foreign, notions & ~foreign])
    for (const [i, word] of NOTION_WORDS.entries())
      if (word !== '' && ((among >>> i) & 1) === 1 && words.length < MOST_ABOUT) words.push(word);
  return words;
}
