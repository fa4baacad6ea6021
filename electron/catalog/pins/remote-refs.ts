import { isList, isObject, type Json } from './tree.ts';

const REFS = new Set(['$ref', '$dynamicRef', '$recursiveRef']);
/** The schemas of schemas, which every validator has built in. */
const BUILT_IN = /^https?:\/\/json-schema\.org\/draft(?:-0[3-9]|\/20(?:19-09|20-12))\/schema#?$/;

/**
 * References out of an item: `$ref`s that are neither fragments nor name an `$id` or anchor inside it. What they lead
 * to can change without a byte of the item changing, so no pin holds it: such an item is refused (remote_schema_edit).
 */
export function remoteRefs(item: Json): string[] {
  const inside = new Set<string>();
  const refs: string[] = [];
  const walk = (value: Json): void => {
    if (isList(value)) value.forEach(walk);
    else if (isObject(value))
      for (const [key, inner] of value) {
        if (typeof inner === 'string' && (key === '$id' || key === 'id')) inside.add(inner.replace(/#$/, ''));
        if (typeof inner === 'string' && REFS.has(key) && !inner.startsWith('#') && inner !== '')
          refs.push(inner);
        walk(inner);
      }
  };
  walk(item);
  return refs.filter((ref) => !inside.has(ref.split('#', 1)[0] ?? '') && !BUILT_IN.test(ref));
}
