import { z } from 'zod';
import { managedPolicy } from '../../../shared/model/managed.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * One thing that a policy sets, as registries, templates and pages name it: a path of names, and how its value is
 * written there. `json-lines` is a list whose elements are written as JSON, one a line.
 */
export interface Field {
  readonly path: readonly string[];
  readonly kind: 'flag' | 'number' | 'text' | 'choice' | 'lines' | 'json-lines';
  readonly description: string;
  readonly choices: readonly string[];
  readonly min: number;
  readonly max: number;
  /** Members of the elements of `json-lines`, with everything below them. */
  readonly members: readonly Member[];
}

/** A key inside an element of a list. */
export interface Member {
  /** Such as `args[].pointer`. */
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
}

/** A group of fields, such as `approvals`. */
export interface FieldGroup {
  readonly path: readonly string[];
  readonly description: string;
}

/** The JSON schema of a policy as it is written. */
export function managedSchema(): Json {
  return z.toJSONSchema(managedPolicy, { io: 'input' }) as Json;
}

const MAX_DWORD = 0xffff_ffff;

function walk(): { readonly fields: readonly Field[]; readonly groups: readonly FieldGroup[] } {
  const fields: Field[] = [];
  const groups: FieldGroup[] = [];
  const visit = (schema: Json, path: readonly string[]): void => {
    const description = typeof schema['description'] === 'string' ? schema['description'] : '';
    if (isObject(schema['properties'])) {
      if (path.length > 0) groups.push({ path, description });
      for (const [name, child] of Object.entries(schema['properties']))
        if (isObject(child)) visit(child, [...path, name]);
      return;
    }
    const kind = kindOf(schema);
    if (kind === undefined) throw new Error(`no way to write "${path.join('.')}" is known`);
    const constant = schema['const'];
    fields.push({
      path,
      kind,
      description,
      choices: choicesOf(schema),
      min: Number(constant ?? schema['minimum'] ?? 0),
      max: Math.min(Number(constant ?? schema['maximum'] ?? MAX_DWORD), MAX_DWORD),
      members: kind === 'json-lines' && isObject(schema['items']) ? membersOf(schema['items']) : [],
    });
  };
  visit(managedSchema(), []);
  return { fields, groups };
}

function kindOf(schema: Json): Field['kind'] | undefined {
  switch (schema['type']) {
    case 'boolean':
      return 'flag';
    case 'integer':
      return 'number';
    case 'number':
      return typeof schema['const'] === 'number' ? 'number' : undefined;
    case 'string':
      return schema['enum'] === undefined ? 'text' : 'choice';
    case 'array':
      return isObject(schema['items']) && schema['items']['type'] === 'string' ? 'lines' : 'json-lines';
    default:
      return undefined;
  }
}

/** The values that a schema, or the elements of its list, may have; empty when there are many. */
export function choicesOf(schema: Json): readonly string[] {
  const items = isObject(schema['items']) ? schema['items'] : schema;
  const known = items['enum'] ?? (typeof items['const'] === 'string' ? [items['const']] : []);
  return Array.isArray(known) ? known.map(String) : [];
}

/** Every key inside a schema, with the keys of its variants together; what has no keys of its own is not entered. */
function membersOf(schema: Json, prefix = ''): Member[] {
  const variants = [schema, ...listOf(schema['oneOf']), ...listOf(schema['anyOf'])];
  const members = new Map<string, Member>();
  for (const variant of variants) {
    if (!isObject(variant['properties'])) continue;
    const required = listOf<unknown>(variant['required'], () => true);
    for (const [key, child] of Object.entries(variant['properties'])) {
      if (!isObject(child)) continue;
      const name = `${prefix}${key}`;
      const own: Member = {
        name,
        type: typeOf(child),
        description: typeof child['description'] === 'string' ? child['description'] : '',
        required: required.includes(key),
      };
      const known = members.get(name);
      members.set(name, known === undefined ? own : { ...own, type: joined(known.type, own.type) });
      // A test has a line of its own that names its variants.
      if (key === 'test') continue;
      const below = isObject(child['items'])
        ? membersOf(child['items'], `${name}[].`)
        : membersOf(child, `${name}.`);
      for (const one of below) if (!members.has(one.name)) members.set(one.name, one);
    }
  }
  return [...members.values()];
}

const joined = (a: string, b: string): string => (a === b ? a : `${a} | ${b}`);

function listOf<T = Json>(value: unknown, good: (one: unknown) => boolean = isObject): T[] {
  return Array.isArray(value) ? (value.filter((one) => good(one)) as T[]) : [];
}

const LIST_OF: Readonly<Record<string, string>> = { string: 'texts', integer: 'whole numbers' };

/** A type in words that IT knows. */
export function typeOf(schema: Json): string {
  const choices = choicesOf(schema);
  const one = choices.length > 0 ? choices.map((choice) => `"${choice}"`).join(' | ') : undefined;
  switch (schema['type']) {
    case 'array':
      return `list of ${one ?? LIST_OF[isObject(schema['items']) ? String(schema['items']['type']) : ''] ?? 'objects'}`;
    case 'boolean':
      return 'true or false';
    case 'integer':
    case 'number':
      return numberType(schema);
    case 'string':
      return one ?? 'text';
    case 'object':
      return 'object';
    default:
      return 'object';
  }
}

function numberType(schema: Json): string {
  const { const: constant, minimum, maximum } = schema;
  if (constant !== undefined) return JSON.stringify(constant);
  const word = schema['type'] === 'integer' ? 'whole number' : 'number';
  const most = typeof maximum === 'number' && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  return typeof minimum === 'number' && minimum > Number.MIN_SAFE_INTEGER && most !== undefined
    ? `${word}, ${minimum} to ${most}`
    : word;
}

const found = walk();

/** Every field and group of a policy, in the order of the schema. */
export const fields: readonly Field[] = found.fields;
export const fieldGroups: readonly FieldGroup[] = found.groups;

/** The value of a field in a policy; undefined when it says nothing. */
export function valueOf(policy: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    policy,
  );
}
