import type { Place, PlaceKind } from '../../shared/model/review.ts';
import { placeKindOf } from '../catalog/effects/places.ts';
import { isList, isNumber, isObject, type Json, pointerStep } from '../catalog/pins/tree.ts';

/** More than this in one sentence nobody reads. */
const MAX_VALUES = 20;
const VALUE_CHARS = 4096;
const WALK_STEPS = 2000;

/** One value of a typed argument, as it was sent, and the place that it belongs to. */
export interface Value {
  readonly pointer: string;
  readonly text: string;
}

/**
 * Every value of the arguments that names something of these kinds, in the order of the places. Undefined when a
 * sentence over them could say less than the call does: a value that is no text, too long or too many; or an argument
 * whose name says that it is one of these and that is no approved place, such as a `bcc` that no schema tells of.
 * `numbers`: numbers count as texts.
 */
export function valuesOf(
  args: Json | undefined,
  places: readonly Place[],
  kinds: readonly PlaceKind[],
  numbers = false,
): readonly Value[] | undefined {
  const wanted = places.filter(({ kind }) => kinds.includes(kind));
  const values: Value[] = [];
  for (const pointer of new Set(wanted.map((place) => bare(place.pointer)))) {
    const found = at(args, steps(pointer));
    for (const node of found) if (!take(node, pointer, values, numbers)) return undefined;
  }
  if (values.length > MAX_VALUES) return undefined;
  return hasStray(args, new Set(places.map((place) => bare(place.pointer))), kinds) ? undefined : values;
}

/** A place of a list and the list itself are one: apps send one value where a list is declared, and the other way round. */
function bare(pointer: string): string {
  return pointer.replace(/(?:\/\*)+$/, '');
}

function steps(pointer: string): string[] {
  return pointer.split('/').slice(1);
}

/** What lies there; `*` stands for each element. Nothing where the way ends early. */
function at(root: Json | undefined, way: readonly string[]): Json[] {
  let nodes: Json[] = root === undefined ? [] : [root];
  for (const step of way) {
    nodes = nodes.flatMap((node) => {
      if (isList(node)) return step === '*' ? [...node] : [];
      if (!isObject(node)) return [];
      if (step === '*') return [...node.values()];
      const next = node.get(step.replaceAll('~1', '/').replaceAll('~0', '~'));
      return next === undefined ? [] : [next];
    });
  }
  return nodes;
}

/** False: this value does not fit into a sentence. Nothing at all, or an empty text, is no value. */
function take(node: Json, pointer: string, values: Value[], numbers: boolean): boolean {
  if (node === null || node === '') return true;
  if (isList(node)) return node.every((item) => !isList(item) && take(item, pointer, values, numbers));
  const text = typeof node === 'string' ? node : numbers && isNumber(node) ? node.number : undefined;
  if (text === undefined || text.length > VALUE_CHARS || !text.isWellFormed()) return false;
  values.push({ pointer, text });
  return true;
}

/** Whether an argument that is no place of any kind has a name of these kinds, and something in it. */
function hasStray(args: Json | undefined, known: ReadonlySet<string>, kinds: readonly PlaceKind[]): boolean {
  let left = WALK_STEPS;
  const walk = (node: Json, pointer: string): boolean => {
    if (--left < 0) return true;
    if (isList(node)) return node.some((item) => walk(item, `${pointer}/*`));
    if (!isObject(node)) return false;
    for (const [name, value] of node) {
      const here = `${pointer}/${pointerStep(name)}`;
      const kind = placeKindOf(name, undefined);
      if (kind !== undefined && kinds.includes(kind) && !known.has(here) && isStray(value, here)) return true;
      if (walk(value, here)) return true;
    }
    return false;
  };
  // Only what leads to an approved place, as `/to` to `/to/*/email`, is more than its name says.
  const isStray = (value: Json, here: string): boolean =>
    holdsLeaf(value) || (!isEmpty(value) && ![...known].some((pointer) => pointer.startsWith(`${here}/`)));
  return args !== undefined && walk(args, '');
}

/** Whether it is a value itself, or a list with one in it. */
function holdsLeaf(value: Json): boolean {
  return isList(value) ? value.some(holdsLeaf) : !isEmpty(value) && !isObject(value);
}

function isEmpty(value: Json): boolean {
  return (
    value === null || value === '' || typeof value === 'boolean' || (isList(value) && value.every(isEmpty))
  );
}
