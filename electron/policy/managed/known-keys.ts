import { managedSchema } from './fields.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys that the schema knows at a place in a policy; of several variants, those that the value there may mean. */
export function knownKeysAt(path: readonly PropertyKey[], value: unknown): readonly string[] {
  let schemas: readonly Json[] = [managedSchema()];
  let here = value;
  for (const part of path) {
    here =
      isObject(here) || Array.isArray(here)
        ? (here as Readonly<Record<PropertyKey, unknown>>)[part]
        : undefined;
    schemas = schemas.flatMap((schema) => variantsOf(schema)).flatMap((schema) => below(schema, part));
  }
  const variants = schemas.flatMap((schema) => variantsOf(schema)).filter((schema) => couldBe(schema, here));
  return [
    ...new Set(variants.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : []))),
  ];
}

function variantsOf(schema: Json): Json[] {
  const several = [schema['oneOf'], schema['anyOf']].flatMap((list) => (Array.isArray(list) ? list : []));
  return [schema, ...several.filter(isObject)];
}

function below({ properties, items }: Json, part: PropertyKey): Json[] {
  const child =
    typeof part === 'number' ? items : isObject(properties) ? properties[String(part)] : undefined;
  return isObject(child) ? [child] : [];
}

/** A variant whose fixed members are others than the value's was not meant. */
function couldBe({ properties }: Json, value: unknown): boolean {
  if (!isObject(properties) || !isObject(value)) return true;
  return Object.entries(properties).every(
    ([key, child]) => !isObject(child) || !('const' in child) || child['const'] === value[key],
  );
}
