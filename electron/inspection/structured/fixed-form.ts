type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What a tool promises of its structured content (`outputSchema`), as far as it matters to whoever replaces strings in it:
 * where it says more of a string than that it is one.
 */
export interface OutputSchema {
  readonly root: JsonObject;
}

/** Whatever says more of a string than that it is one. */
const OF_STRINGS = ['enum', 'const', 'pattern', 'format', 'maxLength', 'contentEncoding', 'contentMediaType'];
const OF_KEYS = ['propertyNames', 'patternProperties'];
/** What cannot be followed here: nobody knows what it says. */
const UNKNOWN = ['$dynamicRef', '$recursiveRef', 'not'];
const ANY = [...OF_STRINGS, ...OF_KEYS, ...UNKNOWN, 'minLength', '$ref'];
const BRANCHES = ['allOf', 'anyOf', 'oneOf'] as const;
const HALVES = ['if', 'then', 'else'] as const;
/** So many parts of a schema are read for one place; where there are more, the place counts as fixed. */
const MOST_PARTS = 256;
const DEEPEST = 64;

const known = new WeakMap<Buffer, { readonly schema: OutputSchema | undefined }>();

/**
 * The output schema in the definition of a tool (its bytes, as listed); undefined when it has none, or none that fixes
 * the form of a string anywhere.
 */
export function outputSchemaOf(bytes: Buffer): OutputSchema | undefined {
  const before = known.get(bytes);
  if (before !== undefined) return before.schema;
  let schema: OutputSchema | undefined;
  try {
    const tool: unknown = JSON.parse(bytes.toString('utf8'));
    const root = isObject(tool) ? tool['outputSchema'] : undefined;
    if (isObject(root) && fixesAnything(root, 0)) schema = { root };
  } catch {
    // It promises nothing.
  }
  known.set(bytes, { schema });
  return schema;
}

/**
 * Whether the schema fixes the form of the string at this place of the structured content (keys and indices from its
 * root): by a pattern, a format, a list of values, a length. What replaces such a string would most likely make the
 * content invalid, and a pattern of a server is not run to find out: it could be one that never ends. A place that the
 * schema says nothing of is free; one that it says too much of to be read counts as fixed.
 */
export function isFixedAt(schema: OutputSchema, steps: readonly string[]): boolean {
  return partsAt(schema, steps)?.some(fixesString) ?? true;
}

/** Whether the schema fixes the form of the keys of the object at this place. */
export function fixesKeysAt(schema: OutputSchema, steps: readonly string[]): boolean {
  return partsAt(schema, steps)?.some((part) => OF_KEYS.some((word) => Object.hasOwn(part, word))) ?? true;
}

/** All that the schema says of a place; undefined: too much, or nobody knows. */
function partsAt({ root }: OutputSchema, steps: readonly string[]): JsonObject[] | undefined {
  if (steps.length > DEEPEST) return undefined;
  let parts = partsOf([root], root);
  for (const step of steps)
    parts &&= partsOf(
      parts.flatMap((part) => under(part, step)),
      root,
    );
  return parts;
}

const fixesString = (part: JsonObject): boolean =>
  OF_STRINGS.some((word) => Object.hasOwn(part, word)) ||
  UNKNOWN.some((word) => Object.hasOwn(part, word)) ||
  (typeof part['minLength'] === 'number' && part['minLength'] > 1);

/** All schemas that hold where these do: their references and branches. Undefined: more than is read, or unknown. */
function partsOf(schemas: readonly JsonObject[], root: JsonObject): JsonObject[] | undefined {
  const parts = new Set<JsonObject>();
  const waiting = [...schemas];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (parts.has(part)) continue;
    if (parts.size === MOST_PARTS) return undefined;
    parts.add(part);
    const to = part['$ref'];
    if (to !== undefined) {
      const found = typeof to === 'string' ? referred(to, root) : undefined;
      if (found === undefined) return undefined;
      waiting.push(found);
    }
    for (const word of BRANCHES) waiting.push(...objects(part[word]));
    for (const word of HALVES) if (isObject(part[word])) waiting.push(part[word]);
  }
  return [...parts];
}

function referred(to: string, root: JsonObject): JsonObject | undefined {
  if (to === '#') return root;
  if (!to.startsWith('#/')) return undefined;
  let at: unknown = root;
  for (const step of to.slice(2).split('/')) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return isObject(at) ? at : undefined;
}

/** What a schema says of a member or an element. */
function under(part: JsonObject, step: string): JsonObject[] {
  const found: unknown[] = [];
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = part;
  const own = isObject(properties) && Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (own !== undefined) found.push(own);
  else found.push(additionalProperties, unevaluatedProperties);
  // Which of them hold is for their patterns to say, and those are not run.
  if (isObject(patternProperties)) found.push(...Object.values(patternProperties));
  if (/^\d+$/.test(step)) {
    const { items, prefixItems, additionalItems, unevaluatedItems } = part;
    found.push(items, additionalItems, unevaluatedItems, ...list(items), ...list(prefixItems));
  }
  return found.filter(isObject);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const objects = (value: unknown): JsonObject[] => list(value).filter(isObject);

function fixesAnything(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > DEEPEST) return true;
  if (isObject(value) && ANY.some((word) => Object.hasOwn(value, word))) return true;
  return Object.values(value).some((inner) => fixesAnything(inner, depth + 1));
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
