/** A tool as a server lists it. */
export interface ListedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: object;
}

type Schema = Readonly<Record<string, unknown>>;

export const text = (description: string): Schema => ({ type: 'string', description });
export const count = (description: string, most = 100): Schema => ({
  type: 'integer',
  minimum: 1,
  maximum: most,
  description,
});
export const flag = (description: string): Schema => ({ type: 'boolean', description });
export const day = (description: string): Schema => ({ type: 'string', format: 'date-time', description });
export const oneOf = (description: string, ...values: readonly string[]): Schema => ({
  type: 'string',
  enum: values,
  description,
});
export const listOf = (description: string): Schema => ({
  type: 'array',
  items: { type: 'string' },
  description,
});

/** A tool with its parameters; those whose names end in `!` are required. */
export function tool(
  name: string,
  description: string,
  parameters: Readonly<Record<string, Schema>>,
): ListedTool {
  const entries = Object.entries(parameters);
  const required = entries.flatMap(([key]) => (key.endsWith('!') ? [key.slice(0, -1)] : []));
  return {
    name,
    description,
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(([key, schema]) => [key.replace(/!$/, ''), schema])),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    },
  };
}
