import type { FindableTool } from '../search/tool-index.ts';

/** So many parameters of one tool are told of. */
const MOST_PARAMETERS = 40;
/** So many of the words that a parameter takes, and of the parts that it has. */
const MOST_CHOICES = 20;

/**
 * What a search reads of the definition of a tool (its bytes, as listed), beside what the person says of its server; what
 * is no text there counts as absent.
 */
export function findable(
  id: string,
  server: string,
  bytes: Buffer,
  labels?: readonly string[],
): FindableTool {
  const tool = objectOf(parsed(bytes));
  const properties = objectOf(objectOf(tool['inputSchema'])['properties']);
  const annotations = objectOf(tool['annotations']);
  return {
    id,
    server,
    name: textOf(tool['name']) ?? id,
    title: textOf(tool['title']) ?? textOf(annotations['title']),
    description: textOf(tool['description']),
    parameters: Object.entries(properties)
      .slice(0, MOST_PARAMETERS)
      .map(([name, about]) => ({ name, description: saidOf(objectOf(about)) })),
    labels,
  };
}

/** What is said of a parameter, the words that it takes, and the names of what it is made of. */
function saidOf(about: Readonly<Record<string, unknown>>): string | undefined {
  const items = objectOf(about['items']);
  const choices = [about['enum'], items['enum']].flatMap((one) =>
    Array.isArray(one) ? (one as unknown[]) : [],
  );
  const members = [about['properties'], items['properties']].flatMap((one) => Object.keys(objectOf(one)));
  const all = [
    textOf(about['description']),
    ...choices.slice(0, MOST_CHOICES).map(textOf),
    ...members.slice(0, MOST_CHOICES),
  ].filter((one) => one !== undefined);
  return all.length === 0 ? undefined : all.join(' ');
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
