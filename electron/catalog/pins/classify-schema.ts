import type { Reason } from '../../../shared/model/review.ts';
import { placeKindOf } from '../effects/places.ts';
import type { Difference } from './diff.ts';
import { askedBy } from './sensitive-names.ts';
import { isList, isNumber, isObject, type Json, printTree } from './tree.ts';

/** JSON Schema keywords, and those that MCP adds; anything else in a schema is a field that nobody has defined. */
const KEYWORDS = new Set(
  `$schema $id $ref $defs $anchor $comment $dynamicRef $dynamicAnchor $vocabulary definitions type enum const multipleOf maximum
  exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxContains
  minContains maxProperties minProperties required dependentRequired dependentSchemas allOf anyOf oneOf not if then else
  prefixItems items contains properties patternProperties additionalProperties propertyNames unevaluatedItems
  unevaluatedProperties title description default deprecated readOnly writeOnly examples format contentMediaType
  contentEncoding contentSchema nullable x-mcp-header enumNames`
    .trim()
    .split(/\s+/),
);

const UPPER = new Set([
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
  'maxContains',
]);
const LOWER = new Set([
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
  'minContains',
]);
const NARROWING = new Set([
  'enum',
  'const',
  'pattern',
  'format',
  'not',
  'uniqueItems',
  'multipleOf',
  'propertyNames',
  'allOf',
]);

/** Whether a step of a path is a keyword of a schema, rather than the name of an argument or an index. */
function keywordAt(steps: readonly string[], i: number): boolean {
  const parent = steps[i - 1];
  if (parent === undefined) return true;
  const named =
    parent === 'properties' ||
    parent === 'patternProperties' ||
    parent === '$defs' ||
    parent === 'definitions' ||
    parent === 'dependentSchemas';
  // A property may itself be called "properties": then the step before it names it.
  return !(named && keywordAt(steps, i - 1)) && !/^\d+$/.test(steps[i] as string);
}

/** What a difference in an input schema means. `steps` start below the schema. */
export function judgeSchemaChange(change: Difference, steps: readonly string[]): Reason[] {
  const last = steps.length - 1;
  const keyword = steps[last];
  const { path, op, before, after } = change;
  const one = (code: Reason['code'], risk: Reason['risk'], params: Reason['params'] = {}): Reason[] => [
    { code, risk, path, params },
  ];
  if (keyword === undefined) return one('schema-changed', 'care');
  if (!keywordAt(steps, last)) {
    if (/^\d+$/.test(keyword))
      return op === 'removed' ? one('schema-narrower', 'routine') : one('schema-wider', 'care');
    if (op === 'added') return judgeNewParameter(keyword, after, path);
    return op === 'removed'
      ? one('schema-narrower', 'routine', { name: keyword })
      : one('schema-changed', 'care', { name: keyword });
  }
  const name = parameterOf(steps);
  if (keyword === 'x-mcp-header')
    return op === 'removed'
      ? one('schema-changed', 'care', { name })
      : one('header-mirrored', 'alarm', { name, header: typeof after === 'string' ? after : '' });
  if (
    keyword === 'description' ||
    keyword === 'title' ||
    keyword === 'examples' ||
    keyword === '$comment' ||
    keyword === 'deprecated'
  )
    return one('wording', 'routine');
  if (keyword === '$schema') return one('wording', 'routine');
  if (op === 'reordered') return one('order-of-list', 'routine');
  if (keyword === 'properties' && op === 'added' && isObject(after))
    return [...after].flatMap(([key, schema]) => judgeNewParameter(key, schema, `${path}/${key}`));
  if (keyword === 'required') return judgeRequired(change);
  if (keyword === 'enum') return judgeMembers(change, name);
  if (keyword === 'type') return judgeType(change, name);
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const closed = after === false;
    return closed ? one('schema-narrower', 'routine') : one('schema-wider', 'care', { name });
  }
  if (UPPER.has(keyword) || LOWER.has(keyword)) return one(...limit(keyword, before, after), { name });
  if (NARROWING.has(keyword)) {
    if (op === 'added') return one('schema-narrower', 'routine', { name });
    return one(op === 'removed' ? 'schema-wider' : 'schema-changed', 'care', { name });
  }
  if (!KEYWORDS.has(keyword))
    return one('unknown-field', op === 'removed' ? 'routine' : 'care', { name: keyword });
  return one('schema-changed', 'care', { name });
}

/** Name of the argument that a path is about; empty above the arguments. */
function parameterOf(steps: readonly string[]): string {
  for (let i = steps.length - 1; i > 0; i--)
    if (steps[i - 1] === 'properties' && !keywordAt(steps, i)) return steps[i] as string;
  return '';
}

/** A new argument: how loud depends on what it asks for. Also for prompts. */
export function judgeNewParameter(
  name: string,
  schema: Json | undefined,
  path: string,
  fresh = false,
): Reason[] {
  const reasons: Reason[] = [];
  const asked = askedBy(name, schema, fresh);
  if (asked !== undefined)
    reasons.push({ code: 'sensitive-parameter', risk: 'alarm', path, params: { name, asked } });
  const place = placeKindOf(name, schema);
  if (place !== undefined && place !== 'container' && asked === undefined)
    reasons.push({ code: 'place-parameter', risk: 'alarm', path, params: { name, place } });
  reasons.push(...mirrored(schema, name, path));
  if (reasons.length === 0) reasons.push({ code: 'new-parameter', risk: 'care', path, params: { name } });
  return reasons;
}

function mirrored(schema: Json | undefined, name: string, path: string): Reason[] {
  const header = isObject(schema) ? schema.get('x-mcp-header') : undefined;
  return header === undefined
    ? []
    : [
        {
          code: 'header-mirrored',
          risk: 'alarm',
          path,
          params: { name, header: typeof header === 'string' ? header : '' },
        },
      ];
}

function strings(value: Json | undefined): string[] {
  return isList(value) ? value.map((one) => (typeof one === 'string' ? one : printTree(one))) : [];
}

function judgeRequired({ path, before, after }: Difference): Reason[] {
  const was = new Set(strings(before));
  const is = new Set(strings(after));
  const added = [...is].filter((name) => !was.has(name));
  const dropped = [...was].filter((name) => !is.has(name));
  const reasons: Reason[] = [];
  if (added.length > 0)
    reasons.push({
      code: 'now-required',
      risk: 'care',
      path,
      params: { name: added.slice(0, 5).join(', ') },
    });
  if (dropped.length > 0)
    reasons.push({
      code: 'schema-wider',
      risk: 'care',
      path,
      params: { name: dropped.slice(0, 5).join(', ') },
    });
  return reasons.length > 0 ? reasons : [{ code: 'order-of-list', risk: 'routine', path, params: {} }];
}

function judgeMembers({ path, op, before, after }: Difference, name: string): Reason[] {
  if (op === 'removed') return [{ code: 'schema-wider', risk: 'care', path, params: { name } }];
  if (op === 'added') return [{ code: 'schema-narrower', risk: 'routine', path, params: { name } }];
  const was = new Set(strings(before));
  const wider = strings(after).some((value) => !was.has(value));
  return [
    {
      code: wider ? 'schema-wider' : 'schema-narrower',
      risk: wider ? 'care' : 'routine',
      path,
      params: { name },
    },
  ];
}

function judgeType({ path, op, before, after }: Difference, name: string): Reason[] {
  const types = (value: Json | undefined): Set<string> =>
    new Set(typeof value === 'string' ? [value] : strings(value));
  const was = types(before);
  const narrower =
    op === 'added' ||
    (op === 'changed' &&
      [...types(after)].every((type) => was.has(type) || (type === 'integer' && was.has('number'))));
  return [
    {
      code: narrower ? 'schema-narrower' : 'schema-wider',
      risk: narrower ? 'routine' : 'care',
      path,
      params: { name },
    },
  ];
}

function limit(
  keyword: string,
  before: Json | undefined,
  after: Json | undefined,
): [Reason['code'], Reason['risk']] {
  if (after === undefined) return ['schema-wider', 'care'];
  if (before === undefined) return ['schema-narrower', 'routine'];
  if (!isNumber(before) || !isNumber(after)) return ['schema-changed', 'care'];
  const grows = Number(after.number) > Number(before.number);
  return grows === UPPER.has(keyword) ? ['schema-wider', 'care'] : ['schema-narrower', 'routine'];
}
