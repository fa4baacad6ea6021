/** Where a rewrite is made. */
type Place =
  '/mcp' | 'session client, stateless server' | 'stateless client, session server' | 'every endpoint';

interface Rewrite {
  readonly where: Place;
  /** What is different from direct access, and why. */
  readonly says: string;
}

/**
 * Everything in which an endpoint may differ from the server behind it. What is not in this list is a difference:
 * each entry is applied to what the server gave directly, and what comes out has to be what the endpoint gave,
 * byte for byte.
 */
export const REWRITES = {
  'exposed names': {
    where: '/mcp',
    says: 'Tools and prompts are called <server>__<name>; one that would be longer than 48 characters or has unusual ones ends in _h and ten digits of a hash. Calls carry the exposed name and reach the server with its own.',
  },
  'one list': {
    where: '/mcp',
    says: 'A list holds the items of all servers, each byte for byte but for its name; pages, cursors and other members of the list result are those of Doorward. A list that a server does not have adds nothing.',
  },
  'shared addresses': {
    where: '/mcp',
    says: 'A resource or template that two servers offer under the same URI has "doorward+<server>:" in front of it.',
  },
  'own handshake': {
    where: '/mcp',
    says: 'The handshake is that of Doorward: its serverInfo, no instructions, and the capabilities that any server may have, but for experimental ones, whose meaning only one server knows.',
  },
  'own list changes': {
    where: '/mcp',
    says: 'Notifications of changed lists come when what Doorward knows of all the lists has changed, not one for one.',
  },
  'not routable': {
    where: '/mcp',
    says: 'A name, URI or method that belongs to no server is answered by Doorward: unknown tool or prompt -32602, unknown resource -32002, unknown method -32601.',
  },
  'not approved': {
    where: 'every endpoint',
    says: 'A tool or prompt that the server does not list is not asked of it: nobody can have approved it. A tool answers with a sentence and isError, a prompt with 4030.',
  },
  'beside what is approved': {
    where: 'every endpoint',
    says: 'Members of a list of tools, prompts or templates, and of a handshake, that the protocol does not know are left out, and so is everything in their _meta but the name of the server: nobody can have approved them.',
  },
  'unasked updates': {
    where: 'every endpoint',
    says: 'A changed resource is told to who subscribed to it; what a server tells of others goes to nobody.',
  },
  'progress token': {
    where: 'every endpoint',
    says: 'A server sees a progress token of Doorward (tokens of several clients would collide); the client sees its own again.',
  },
  'line ends': {
    where: 'every endpoint',
    says: 'Line ends between the tokens of a message become spaces where it goes over standard input, which has one message on each line.',
  },
  'envelope added': {
    where: 'session client, stateless server',
    says: 'The server sees the 2026-07-28 envelope in _meta: what the client said in initialize, and the log level that it set.',
  },
  'stateless members': {
    where: 'session client, stateless server',
    says: 'resultType, ttlMs and cacheScope are taken off results.',
  },
  'handshake bridged': {
    where: 'session client, stateless server',
    says: 'The result of initialize is made of what server/discover said: name, capabilities, instructions.',
  },
  'questions asked': {
    where: 'session client, stateless server',
    says: 'An input_required result becomes requests to the client, and the answers go back in a retry.',
  },
  'envelope removed': {
    where: 'stateless client, session server',
    says: 'The server sees no envelope; a _meta that holds nothing else is taken off.',
  },
  'stateless members added': {
    where: 'stateless client, session server',
    says: 'Results get resultType, and _meta with the name of the server if they have none; lists and resources ttlMs 0 and cacheScope private.',
  },
  'session tasks left out': {
    where: 'stateless client, session server',
    says: 'Tools in lists lose "execution": it speaks of the tasks of 2025-11-25, which a stateless client cannot use.',
  },
  'discovery bridged': {
    where: 'stateless client, session server',
    says: 'The result of server/discover is made of what initialize said.',
  },
  'questions parked': {
    where: 'stateless client, session server',
    says: 'A request of the server becomes an input_required result, and the answer in the retry goes to the server.',
  },
} as const satisfies Record<string, Rewrite>;

export type RewriteName = keyof typeof REWRITES;

const used = new Map<RewriteName, number>();

/** Counts one application, for the report. */
export function use(name: RewriteName): void {
  used.set(name, (used.get(name) ?? 0) + 1);
}

/** How often each was applied so far. */
export const usedRewrites = (): ReadonlyMap<RewriteName, number> => used;
