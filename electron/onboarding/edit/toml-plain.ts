import type { AST } from 'toml-eslint-parser';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { isPlainObject, Opaque, type Plain, type PlainObject } from './plain.ts';

const MAX_DEPTH = 100;

type Table = Record<string, Plain>;

const newTable = (): Table => Object.create(null) as Table;

/** What a TOML file says. The parser has refused what is said twice. */
export function readToml(program: AST.TOMLProgram): Result<PlainObject> {
  const root = newTable();
  try {
    for (const node of program.body[0].body) {
      if (node.type === 'TOMLKeyValue') put(root, node, 0);
      else {
        const table = tableAt(root, node.resolvedKey, 0);
        for (const pair of node.body) put(table, pair, node.resolvedKey.length);
      }
    }
    return ok(root);
  } catch (error) {
    if (error instanceof TooDeep) return fail('malformed', 'is nested too deeply');
    if (error instanceof Crossing) return fail('malformed', 'says something twice');
    throw error;
  }
}

class TooDeep extends Error {}
class Crossing extends Error {}

function tableAt(root: Table, path: readonly (string | number)[], depth: number): Table {
  if (path.length + depth > MAX_DEPTH) throw new TooDeep();
  let here: Table | Plain[] = root;
  for (const [i, part] of path.entries()) {
    const next = path[i + 1];
    const held: Plain | undefined = Array.isArray(here)
      ? here[Number(part)]
      : Object.hasOwn(here, part)
        ? here[part]
        : undefined;
    let inner = held;
    if (inner === undefined) {
      inner = typeof next === 'number' ? [] : newTable();
      if (Array.isArray(here)) here[Number(part)] = inner;
      else here[part] = inner;
    }
    if (!Array.isArray(inner) && !isPlainObject(inner)) throw new Crossing();
    here = inner as Table | Plain[];
  }
  if (Array.isArray(here)) throw new Crossing();
  return here;
}

function put(table: Table, pair: AST.TOMLKeyValue, depth: number): void {
  const keys = pair.key.keys.map((one) => (one.type === 'TOMLBare' ? one.name : one.value));
  const last = keys.pop() ?? '';
  const inner = tableAt(table, keys, depth);
  if (Object.hasOwn(inner, last)) throw new Crossing();
  inner[last] = valueOf(pair.value, depth + keys.length + 1);
}

function valueOf(node: AST.TOMLContentNode, depth: number): Plain {
  if (depth > MAX_DEPTH) throw new TooDeep();
  if (node.type === 'TOMLArray') return node.elements.map((one) => valueOf(one, depth + 1));
  if (node.type === 'TOMLInlineTable') {
    const table = newTable();
    for (const pair of node.body) put(table, pair, depth + 1);
    return table;
  }
  switch (node.kind) {
    case 'string':
    case 'boolean':
      return node.value;
    case 'integer':
      return Number.isSafeInteger(node.value) ? node.value : new Opaque(node.number);
    case 'float':
      return Number.isFinite(node.value) ? node.value : new Opaque(node.number);
    default:
      return new Opaque(node.datetime);
  }
}
