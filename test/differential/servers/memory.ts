import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectModule } from '../paths.ts';
import { read, type RealServer, tool } from './real-server.ts';

const entity = (name: string, observations: readonly string[]) => ({
  name,
  entityType: 'door',
  observations,
});
const GRAPH = 'memory://knowledge-graph';

/** A graph in a file. */
export const memory: RealServer = {
  id: 'memory',
  about: '@modelcontextprotocol/server-memory 2026.8.31',
  prepare: (folder) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  },
  launch: (folder) => ({
    command: process.execPath,
    args: [projectModule('@modelcontextprotocol/server-memory/dist/index.js')],
    env: { MEMORY_FILE_PATH: join(folder, 'memory.jsonl') },
  }),
  calls: () => [
    tool('read_graph', {}, { label: 'empty graph' }),
    tool('create_entities', { entities: [entity('front', ['red', 'oak \u{1f6aa}']), entity('back', [])] }),
    tool('create_relations', { relations: [{ from: 'front', to: 'back', relationType: 'opposite of' }] }),
    tool('add_observations', { observations: [{ entityName: 'back', contents: ['squeaks', '__proto__'] }] }),
    tool(
      'add_observations',
      { observations: [{ entityName: 'none', contents: ['x'] }] },
      { label: 'unknown' },
    ),
    tool('search_nodes', { query: 'oak' }),
    tool('open_nodes', { names: ['back', 'nowhere'] }),
    tool('delete_observations', { deletions: [{ entityName: 'front', observations: ['red'] }] }),
    read(GRAPH),
    tool('delete_relations', { relations: [{ from: 'front', to: 'back', relationType: 'opposite of' }] }),
    tool('delete_entities', { entityNames: ['front'] }),
    tool('read_graph'),
    { label: 'subscribe', method: 'resources/subscribe', params: { uri: GRAPH } },
    tool('create_entities', { entities: [entity('side', ['new'])] }, { label: 'change what is subscribed' }),
    { label: 'unsubscribe', method: 'resources/unsubscribe', params: { uri: GRAPH } },
  ],
  normalise: [],
};

const thought = (thoughtNumber: number, more: Record<string, unknown> = {}) =>
  tool(
    'sequentialthinking',
    {
      thought: `Thought ${thoughtNumber}`,
      thoughtNumber,
      totalThoughts: 3,
      nextThoughtNeeded: true,
      ...more,
    },
    { label: `thought ${thoughtNumber}` },
  );

/** A list in the server's own memory, so that a call that came twice or not at all shows. */
export const thinking: RealServer = {
  id: 'thinking',
  about: '@modelcontextprotocol/server-sequential-thinking 2026.8.31',
  prepare: () => undefined,
  launch: () => ({
    command: process.execPath,
    args: [projectModule('@modelcontextprotocol/server-sequential-thinking/dist/index.js')],
    env: { DISABLE_THOUGHT_LOGGING: 'true' },
  }),
  calls: () => [
    thought(1),
    thought(2, { isRevision: true, revisesThought: 1 }),
    thought(3, { branchFromThought: 1, branchId: 'a branch', nextThoughtNeeded: false }),
    tool('sequentialthinking', { thought: 'incomplete' }, { label: 'without required arguments' }),
    thought(9007199254740991),
  ],
  normalise: [],
};
