import type { FindableTool } from '../search/tool-index.ts';

/** So many parameters of one tool are told of. */
const MOST_PARAMETERS = 40;

/** What a search reads of the definition of a tool (its bytes, as listed); what is no text there counts as absent. */
export function findable(id: string, server: string, bytes: Buffer): FindableTool {
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
      .map(([name, about]) => ({ name, description: textOf(objectOf(about)['description']) })),
  };
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
