import type { PinKind, Reason, Risk } from '../../../shared/model/review.ts';
import { skeleton } from '../shadowing/confusables.ts';
import { nameDistance } from '../shadowing/distance.ts';
import { effectOf } from '../effects/effect.ts';
import { judgeEffect, judgeHints, judgeTitle } from './classify-promises.ts';
import { judgeNewParameter, judgeSchemaChange } from './classify-schema.ts';
import { ALONE, judgeText, type Neighbours, type TextRules } from './classify-texts.ts';
import { diffTrees, type Difference } from './diff.ts';
import { approvedTexts, type ItemText, textsOf } from './item-texts.ts';
import { remoteRefs } from './remote-refs.ts';
import { isObject, type Json, member, textMember } from './tree.ts';

/** How risky a change is and why, with the differences that it consists of. */
export interface Classified {
  readonly risk: Risk;
  /** Worst first; at most 50. */
  readonly reasons: readonly Reason[];
  readonly differences: readonly Difference[];
}

const WEIGHT: Readonly<Record<Risk, number>> = { alarm: 2, care: 1, routine: 0 };
const MAX_REASONS = 50;

/** The worse of two. */
export function worseRisk(a: Risk, b: Risk): Risk {
  return WEIGHT[b] > WEIGHT[a] ? b : a;
}

/** A change of an approved item. Judges what is new in it; what was approved and stays is not held against it. */
export function classifyChange(
  kind: PinKind,
  before: Json,
  after: Json,
  neighbours: Neighbours = ALONE,
): Classified {
  const differences = diffTrees(before, after);
  const rules: TextRules = {
    approved: approvedTexts(before),
    neighbours,
    own: ownNames(before, after),
    fresh: false,
  };
  const reasons: Reason[] = [];
  for (const text of newTexts(differences)) {
    reasons.push(...judgeText(text, rules));
    // However deep inside of what was added or replaced.
    if (text.role === 'key' && text.text.toLowerCase() === 'x-mcp-header')
      reasons.push({
        code: 'header-mirrored',
        risk: 'alarm',
        path: text.path,
        params: { name: '', header: '' },
      });
  }
  for (const difference of differences) reasons.push(...judgeDifference(kind, difference, after));
  if (kind === 'tool') reasons.push(...judgeEffect(before, after), ...judgeHints(before, after, after));
  reasons.push(...refs(after), ...renamed(before, after));
  return finish(reasons, differences);
}

/** What every tool of a server that nobody has looked at may say without being odd. */
const ORDINARY: ReadonlySet<Reason['code']> = new Set(['new-item', 'steers']);

/**
 * Something that was never approved. On a server that was, also a clean one is looked at with care: nobody has seen
 * it, and it was not there when somebody looked. `first`: nothing of the server was ever approved, so everything is
 * new, and that it says when to use it is what descriptions are for.
 */
export function classifyNew(
  kind: PinKind,
  item: Json,
  neighbours: Neighbours = ALONE,
  first = false,
): Classified {
  const rules: TextRules = {
    approved: approvedTexts(undefined),
    neighbours,
    own: ownNames(item, item),
    fresh: true,
  };
  const reasons: Reason[] = [];
  for (const text of textsOf(item)) reasons.push(...judgeText(text, rules));
  const asked = properties(item).flatMap(([name, schema]) =>
    judgeNewParameter(name, schema, `/inputSchema/properties/${name}`, true).filter(
      (reason) =>
        reason.code === 'header-mirrored' ||
        reason.params['asked'] === 'smuggling' ||
        reason.params['asked'] === 'conversation',
    ),
  );
  reasons.push(...asked, ...refs(item));
  const does = kind === 'tool' ? effectOf(item).effect : 'unknown';
  reasons.push({ code: 'new-item', risk: 'care', path: '', params: { effect: does } });
  const weighed = reasons.map((reason) =>
    first && ORDINARY.has(reason.code) ? { ...reason, risk: 'routine' as const } : reason,
  );
  return finish(weighed, []);
}

/** An item that cannot be read in one way only (a key twice, too deep): nothing about it can be approved. */
export function unreadable(why: string): Classified {
  return {
    risk: 'alarm',
    reasons: [{ code: 'unreadable', risk: 'alarm', path: '', params: { why } }],
    differences: [],
  };
}

function finish(all: readonly Reason[], differences: readonly Difference[]): Classified {
  const seen = new Set<string>();
  const named = all.some((reason) => reason.code === 'header-mirrored' && reason.params['header'] !== '');
  const louder = all.some((reason) => reason.code !== 'wording');
  const reasons = all.filter((reason) => {
    if (reason.code === 'header-mirrored' && reason.params['header'] === '' && named) return false;
    if (reason.code === 'wording') return !louder && !seen.has('wording') && seen.add('wording');
    const key = `${reason.code} ${reason.path} ${JSON.stringify(reason.params)}`;
    return !seen.has(key) && seen.add(key);
  });
  const sorted = reasons.toSorted((a, b) => WEIGHT[b.risk] - WEIGHT[a.risk]).slice(0, MAX_REASONS);
  return { risk: sorted[0]?.risk ?? 'routine', reasons: sorted, differences };
}

/** Every string and key of what was added or changed. */
function newTexts(differences: readonly Difference[]): ItemText[] {
  const texts: ItemText[] = [];
  for (const { op, path, steps, after } of differences) {
    if (op === 'removed' || after === undefined) continue;
    const key = steps.at(-1);
    if (op === 'added' && key !== undefined) texts.push({ path, steps, text: key, role: 'key' });
    textsOf(after, path, steps, texts);
  }
  return texts;
}

function judgeDifference(kind: PinKind, difference: Difference, after: Json): Reason[] {
  const { path, op, steps } = difference;
  const [first, second] = steps;
  const one = (code: Reason['code'], risk: Reason['risk'], params: Reason['params'] = {}): Reason[] => [
    { code, risk, path, params },
  ];
  if (op === 'reordered' && first !== 'inputSchema') return one('order-of-list', 'routine');
  switch (first) {
    case undefined:
      return one('wording', 'routine');
    case 'name':
    case 'uriTemplate':
    case 'uri':
      // Named by `renamed`, which sees both.
      return [];
    case 'description':
    case 'instructions':
      return longer(difference);
    case 'title':
      return typeof difference.after === 'string'
        ? judgeTitle(
            difference.after,
            typeof difference.before === 'string' ? difference.before : undefined,
            after,
            path,
          )
        : one('title-changed', 'care');
    case 'inputSchema':
      return kind === 'tool'
        ? judgeSchemaChange(difference, steps.slice(1))
        : one('unknown-field', 'care', { name: first });
    case 'outputSchema':
      return steps.at(-1) === 'description' ? one('wording', 'routine') : one('output-changed', 'care');
    case 'annotations': {
      const title =
        second === 'title'
          ? difference.after
          : second === undefined
            ? member(difference.after, 'title')
            : undefined;
      return typeof title === 'string'
        ? judgeTitle(
            title,
            typeof difference.before === 'string' ? difference.before : undefined,
            after,
            path,
          )
        : kind === 'tool'
          ? []
          : one('annotation-changed', 'care', { name: second ?? '' });
    }
    case 'arguments':
      return judgeArgument(difference);
    case 'icons':
      return one('icon-changed', 'care');
    case '_meta':
      return one('meta-changed', 'care');
    case 'mimeType':
    case 'websiteUrl':
      return one('meta-changed', 'care');
    case 'x-mcp-header':
      return one('header-mirrored', 'alarm', {
        name: '',
        header: typeof difference.after === 'string' ? difference.after : '',
      });
    default:
      return one('unknown-field', op === 'removed' ? 'routine' : 'care', { name: first });
  }
}

const GROWN_CHARS = 3000;

function longer({ path, before, after }: Difference): Reason[] {
  const grown =
    (typeof after === 'string' ? after.length : 0) - (typeof before === 'string' ? before.length : 0);
  if (grown > GROWN_CHARS) return [{ code: 'long-text', risk: 'care', path, params: { count: grown } }];
  return [{ code: 'wording', risk: 'routine', path, params: {} }];
}

/** Arguments of a prompt. */
function judgeArgument({ path, op, steps, after }: Difference): Reason[] {
  const field = steps[2];
  if (field === 'description' || field === 'title')
    return [{ code: 'wording', risk: 'routine', path, params: {} }];
  if (field === undefined && op === 'removed')
    return [{ code: 'schema-narrower', risk: 'routine', path, params: {} }];
  const added = field === undefined ? after : undefined;
  const list = Array.isArray(added) ? (added as readonly Json[]) : added === undefined ? [] : [added];
  if (list.length > 0)
    return list.flatMap((one) => judgeNewParameter(textMember(one, 'name') ?? '', one, path));
  if (field === 'required')
    return [
      { code: after === true ? 'now-required' : 'schema-wider', risk: 'care', path, params: { name: '' } },
    ];
  if (field === 'name' && typeof after === 'string') return judgeNewParameter(after, undefined, path);
  return [{ code: 'schema-changed', risk: 'care', path, params: { name: '' } }];
}

function refs(item: Json): Reason[] {
  return remoteRefs(item)
    .slice(0, 5)
    .map((ref) => ({
      code: 'remote-ref' as const,
      risk: 'alarm' as const,
      path: '',
      params: { ref: ref.slice(0, 200) },
    }));
}

function renamed(before: Json, after: Json): Reason[] {
  for (const field of ['name', 'uriTemplate', 'uri']) {
    const was = textMember(before, field);
    const is = textMember(after, field);
    if (was === undefined || is === undefined || was === is) continue;
    const lookalike = skeleton(was) === skeleton(is) || (nameDistance(was, is).close && was.length > 4);
    return [
      {
        code: 'renamed',
        risk: lookalike ? 'alarm' : 'care',
        path: `/${field}`,
        params: { was: was.slice(0, 80), is: is.slice(0, 80) },
      },
    ];
  }
  return [];
}

function properties(item: Json): [string, Json][] {
  const found = member(member(item, 'inputSchema'), 'properties');
  return isObject(found) ? [...found] : [];
}

/** Names that a text of the item may use without speaking of something else: its own, its arguments', its choices. */
function ownNames(...items: readonly Json[]): ReadonlySet<string> {
  const own = new Set<string>();
  for (const item of items) {
    for (const { text, role, steps } of textsOf(item)) {
      if (role === 'key' || (role === 'value' && text.length < 80) || steps.at(-1) === 'title')
        own.add(text.toLowerCase());
    }
  }
  return own;
}
