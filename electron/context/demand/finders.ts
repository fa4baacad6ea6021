/** The tools that stand in for all others in the list of an AI app that finds tools on demand. */
export const FIND = 'find_tools';
export const DESCRIBE = 'describe_tool';
export const CALL = 'call_tool';

/** So many tools are told of at most. */
export const MOST_FOUND = 25;
/** So many where the model does not say how many. */
export const USUALLY_FOUND = 8;
/** Characters of what is searched for; what is behind them is not looked at. */
export const LONGEST_QUERY = 2000;

const READS = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/** Their definitions as they are listed, in order. The texts are for a model. */
export const FINDERS: readonly Buffer[] = [
  {
    name: FIND,
    title: 'Find tools',
    description:
      'Finds tools for a task. Most tools are not listed here: say in a few words what you want to do, one step at a time, and you get the names of the tools that fit, with what each does and which parameters it takes.',
    inputSchema: {
      type: 'object',
      properties: {
        query: {
          type: 'string',
          description: 'What you want to do, such as "read a spreadsheet" or "send a message to a channel".',
        },
        limit: {
          type: 'integer',
          minimum: 1,
          maximum: MOST_FOUND,
          description: `How many at most; ${USUALLY_FOUND} unless given.`,
        },
      },
      required: ['query'],
    },
    annotations: READS,
  },
  {
    name: DESCRIBE,
    title: 'Describe a tool',
    description:
      'Gives the full definition of one tool that find_tools named: what it does, and the schema of its arguments.',
    inputSchema: {
      type: 'object',
      properties: { name: { type: 'string', description: 'The name of the tool, as find_tools gave it.' } },
      required: ['name'],
    },
    annotations: READS,
  },
  {
    name: CALL,
    title: 'Call a tool',
    description:
      'Calls a tool that find_tools named, with arguments that fit its schema. It answers just as the tool itself would; the same rules and approvals hold as for any other call.',
    inputSchema: {
      type: 'object',
      properties: {
        name: { type: 'string', description: 'The name of the tool, as find_tools gave it.' },
        arguments: { type: 'object', description: 'The arguments of that tool.', additionalProperties: true },
      },
      required: ['name'],
    },
  },
].map((tool) => Buffer.from(JSON.stringify(tool)));
