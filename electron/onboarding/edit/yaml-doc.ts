import { isAlias, isMap, isPair, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { changedRoot, type EntryAt, type SettingsDoc, type Splice } from './change.ts';
import { memberOf, objectOf, Opaque, type Plain, type PlainObject } from './plain.ts';
import { YamlWriter } from './yaml-writer.ts';

const MAX_DEPTH = 100;

class Unusable extends Error {}

/**
 * Reads YAML with the places of its parts. Aliases are never followed (attack: a few lines that unfold to gigabytes)
 * and tags mean nothing here. Refused with the rest of a sentence: what is no single YAML document, what is there
 * twice, what is nested too deeply.
 */
export function readYamlDoc(text: string): Result<SettingsDoc> {
  let contents: Node | null;
  try {
    const doc = parseDocument(text, { version: '1.2', merge: false, uniqueKeys: true, logLevel: 'error' });
    const [problem] = doc.errors;
    if (problem !== undefined) {
      const line = problem.linePos?.[0].line;
      return fail('malformed', `is not valid YAML${line === undefined ? '' : ` (line ${line})`}`);
    }
    contents = doc.contents as Node | null;
  } catch (error) {
    if (error instanceof RangeError) return fail('malformed', 'is nested too deeply');
    throw error;
  }
  const map = isMap(contents) ? contents : undefined;
  const empty = contents === null || (isScalar(contents) && contents.value === null);
  if (map === undefined && !empty) return fail('malformed', 'is not a list of settings');
  let root: Plain;
  try {
    root = map === undefined ? objectOf([]) : plainYaml(map, 0);
  } catch (error) {
    if (error instanceof Unusable) return fail('malformed', error.message);
    throw error;
  }
  return ok({
    root,
    splices(changes) {
      const out: Splice[] = [];
      const wrong = new YamlWriter(text, changes, (node) => plainYaml(node, 0)).patchRoot(
        map,
        changedRoot(root, changes) as PlainObject,
        out,
      );
      return wrong === undefined ? ok(out) : fail('malformed', wrong);
    },
    sourceOf: (at) => (map === undefined ? undefined : sourceIn(text, map, at)),
  });
}

function plainYaml(node: unknown, depth: number): Plain {
  if (depth > MAX_DEPTH) throw new Unusable('is nested too deeply');
  if (node === null || node === undefined) return null;
  if (isAlias(node)) return new Opaque(`*${node.source}`);
  if (isMap(node)) {
    const names = new Set<string>();
    return objectOf(
      node.items.map((pair) => {
        const name = isScalar(pair.key) ? String(pair.key.value) : undefined;
        if (name === undefined) throw new Unusable('has a name that is no text');
        if (names.has(name)) throw new Unusable(`has "${name.slice(0, 60)}" twice in one place`);
        names.add(name);
        return [name, plainYaml(pair.value, depth + 1)] as const;
      }),
    );
  }
  if (isSeq(node))
    return node.items.map((item) => (isPair(item) ? new Opaque('pair') : plainYaml(item, depth + 1)));
  if (!isScalar(node)) return new Opaque('something else');
  const { value, tag } = node;
  const text = node.source ?? String(value as bigint);
  if (tag !== undefined) return new Opaque(`${tag} ${text}`);
  if (typeof value === 'number') return Number.isFinite(value) ? value : new Opaque(text);
  return typeof value === 'string' || typeof value === 'boolean' || value === null ? value : new Opaque(text);
}

function sourceIn(text: string, root: YAMLMap, { holder, name, list }: EntryAt): string | undefined {
  let node: unknown = root;
  for (const part of holder) node = isMap(node) ? node.get(part, true) : undefined;
  const writer = new YamlWriter(text, [], (one) => plainYaml(one, 0));
  if (list === true) {
    const item = isSeq(node)
      ? node.items.find((one) => memberOf(plainYaml(one, 0), 'name') === name)
      : undefined;
    return item === undefined ? undefined : writer.itemText(item as Node);
  }
  const pair = isMap(node)
    ? node.items.find((one) => isScalar(one.key) && String(one.key.value) === name)
    : undefined;
  return pair === undefined ? undefined : writer.pairText(pair);
}
