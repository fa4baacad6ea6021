import { wordsOf } from './words.ts';

/** A tool as a search sees it. */
export interface FindableTool {
  /** The name under which a client calls it; no two tools share one. */
  readonly id: string;
  readonly server: string;
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Names of its parameters, and what is said of them. */
  readonly parameters: readonly { readonly name: string; readonly description?: string | undefined }[];
  /** What the person calls its server. */
  readonly labels?: readonly string[] | undefined;
}

/** What a word in a part of a definition counts, beside the others. */
export const WEIGHTS = {
  name: 3,
  title: 2.5,
  labels: 2,
  says: 2,
  server: 1.2,
  keys: 0.9,
  rest: 0.7,
  about: 0.4,
} as const;
export type Field = keyof typeof WEIGHTS;
export const FIELDS = Object.keys(WEIGHTS) as Field[];

/** The stems of each part of a definition, in order. */
export type Fields = Readonly<Record<Field, readonly string[]>>;

const SENTENCE = /^[\s\S]*?[.!?。！？\n](?=\s|$)/u;
/** So many characters of each part are read: a server decides how many there are. */
const MOST: Readonly<Record<Field, number>> = {
  name: 200,
  title: 200,
  labels: 200,
  says: 600,
  server: 200,
  keys: 1500,
  rest: 2000,
  about: 2000,
};

/** The words of a definition, part by part. */
export function fieldsOf({ server, name, title, description, parameters, labels }: FindableTool): Fields {
  const text = (description ?? '').trimStart().slice(0, MOST.says + MOST.rest);
  const says = (SENTENCE.exec(text)?.[0] ?? text).slice(0, MOST.says);
  const texts: Readonly<Record<Field, string>> = {
    name,
    title: title ?? '',
    labels: labels?.join(' ') ?? '',
    says,
    server,
    keys: parameters.map((one) => one.name).join(' '),
    rest: text.slice(says.length),
    about: parameters.map((one) => one.description ?? '').join(' '),
  };
  return Object.fromEntries(
    FIELDS.map((field) => [field, wordsOf(texts[field].slice(0, MOST[field]))]),
  ) as unknown as Fields;
}
