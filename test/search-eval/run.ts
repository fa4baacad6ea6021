import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { findable } from '../../electron/context/demand/findable.ts';
import { lateVectors, vectorsRead } from '../../electron/context/search/late-vectors.ts';
import { type FindableTool, ToolIndex } from '../../electron/context/search/tool-index.ts';
import { median } from '../../bench/measure/statistics.ts';
import { Scores } from './scores.ts';

// How well tools are found for a task, beside plain BM25: npm run search-eval -- TASKS.jsonl CATALOG.jsonl [--each]
// Rows of tasks: {id, level, query, tools}; of the catalogue: {server, tool}. The last line is JSON.

interface Task {
  readonly id: string;
  readonly level: string;
  readonly query: string;
  readonly tools: readonly string[];
}
interface Row {
  readonly server: string;
  readonly tool: {
    readonly name: string;
    readonly title?: string;
    readonly description?: string;
    readonly inputSchema?: { readonly properties?: Record<string, { readonly description?: unknown }> };
  };
}

const args = process.argv.slice(2);
const each = args.includes('--each');
const [tasksFile, catalogFile] = args.filter((arg) => !arg.startsWith('--'));
if (tasksFile === undefined || catalogFile === undefined) {
  process.stderr.write('Name two files: npm run search-eval -- TASKS.jsonl CATALOG.jsonl [--each]\n');
  process.exit(2);
}
const rowsOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

const tasks = rowsOf<Task>(tasksFile);
const rows = rowsOf<Row>(catalogFile);
const idOf = ({ server, tool }: Row, n: number): string => `${server}__${tool.name}__${n}`;
const tools = rows.map((row, n) => findable(idOf(row, n), row.server, Buffer.from(JSON.stringify(row.tool))));
/** For the yardstick: whole definitions. */
const texts = rows.map((row, n): FindableTool => {
  const { server, tool } = row;
  const { name, title, description, inputSchema } = tool;
  const parameters = Object.entries(inputSchema?.properties ?? {}).map(([key, value]) => ({
    name: key,
    description: typeof value.description === 'string' ? value.description : undefined,
  }));
  return { id: idOf(row, n), server, name, title, description, parameters };
});
const nameOf = new Map(tools.map(({ id, name }) => [id, name]));

/** The yardstick: one text for each tool, words as they stand. */
function plain(all: readonly FindableTool[]): (query: string, limit: number) => string[] {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'], idField: 'id' });
  index.addAll(
    all.map(({ id, name, description, parameters }) => ({
      id,
      text: [name, description, ...parameters.map((one) => `${one.name} ${one.description ?? ''}`)].join(' '),
    })),
  );
  return (query, limit) =>
    index
      .search(query)
      .slice(0, limit)
      .map(({ id }) => id as string);
}

await vectorsRead();
const index = new ToolIndex(tools, lateVectors);
const systems: Record<string, (query: string, limit: number) => string[]> = {
  doorward: (query, limit) => index.find(query, { limit }).map(({ id }) => id),
  'plain BM25': plain(texts),
};
const LIMIT = 10;
const report: Record<string, Record<string, unknown>> = {};
for (const [system, find] of Object.entries(systems)) {
  const levels = new Map<string, Scores>();
  for (const { id, level, query, tools: wanted } of tasks) {
    const names = [...new Set(find(query, 4 * LIMIT).map((one) => nameOf.get(one) ?? ''))].slice(0, LIMIT);
    const scores = levels.get(level) ?? new Scores();
    levels.set(level, scores);
    scores.add(names, wanted);
    if (each && system === 'doorward')
      console.log(JSON.stringify({ id, level, query, wanted, found: names.slice(0, 5) }));
  }
  report[system] = Object.fromEntries([...levels].map(([level, scores]) => [level, scores.summary()]));
}
for (const [system, levels] of Object.entries(report))
  for (const [level, scores] of Object.entries(levels))
    console.log(`${system.padEnd(12)} ${level.padEnd(6)} ${JSON.stringify(scores)}`);

// The same tools again and again, under other names, until there are 5,000.
const MANY = 5000;
const crowd = Array.from({ length: MANY }, (_, n): FindableTool => {
  const tool = tools[n % tools.length] as FindableTool;
  return { ...tool, id: `${tool.id}-${n}`, name: `${tool.name}${n}` };
});
const began = performance.now();
const many = new ToolIndex(crowd, lateVectors);
many.find('anything', { limit: 1 });
const made = performance.now() - began;
const times = tasks.map(({ query }) => {
  many.find(query, { limit: LIMIT });
  const start = performance.now();
  many.find(query, { limit: LIMIT });
  return performance.now() - start;
});
console.log(
  JSON.stringify({
    ...report,
    ms: { tools: MANY, median: round(median(times)), max: round(Math.max(...times)), index: round(made) },
  }),
);

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
