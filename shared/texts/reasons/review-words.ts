import type { Reason } from '../../model/review.ts';
import type { Saying, Words } from '../../model/words.ts';
import { reviewReasonTexts } from './review.ts';
import type { ReasonTextKey } from './texts.ts';

const words = (key: ReasonTextKey, params: Words['params'] = {}): Words => ({ key, params });

/**
 * A reason in words: one or more whole sentences of `reasonTexts`. Which ones hangs on its code, its path and the kinds
 * that it names, and on no text of a server; such texts are values only (attack: a name that reads like more of the
 * sentence). A kind that is not known is left out or said as the plainest one.
 */
export function reasonWords(reason: Reason): Saying {
  const p = (name: string): string => String(reason.params[name] ?? '');
  const one = (key: ReasonTextKey, ...names: string[]): Saying => [
    words(key, Object.fromEntries(names.map((name) => [name, p(name)]))),
  ];
  /** With the place in the item where it is written. */
  const there = (key: ReasonTextKey, ...names: string[]): Saying => [
    ...one(key, ...names),
    ...whereOf(reason.path),
  ];
  const named = (key: 'now-required' | 'schema-wider' | 'schema-changed'): Saying =>
    p('name') === '' ? one(key) : one(`${key}.named`, 'name');
  switch (reason.code) {
    case 'orders':
      return there(reason.risk === 'alarm' ? 'orders.now' : 'orders.like', 'quote');
    case 'system-marks':
      return there('system-marks', 'quote');
    case 'hidden-text':
      return [
        words('hidden-text', { count: String(reason.params['count'] ?? 0) }),
        ...kindOf('hidden', p('kind')),
        ...(p('says') === '' ? [] : one('hidden.says', 'says')),
      ];
    case 'names-other-tool':
      return there('names-other-tool', 'name');
    case 'names-other-server':
      if (p('what') === 'server') return there('names-server', 'server');
      return there(
        p('what') === 'parameter' ? 'names-server-parameter' : 'names-server-tool',
        'name',
        'server',
      );
    case 'new-place':
      return there('new-place', 'place');
    case 'steers':
      return there('steers', 'quote');
    case 'long-text':
      return [words('long-text', { count: String(reason.params['count'] ?? 0) }), ...whereOf(reason.path)];
    case 'annotation-changed':
      return one('annotation-changed', 'name');
    case 'effect-raised':
      return [
        ...orElse(kindOf('effect.now', p('is')), 'effect.now.unknown'),
        ...orElse(kindOf('effect.was', p('was')), 'effect.was.unknown'),
      ];
    case 'title-misleads':
      return one('title-misleads', 'title', 'name');
    case 'title-changed':
      return one('title-changed', 'title');
    case 'renamed':
      return one('renamed', 'was', 'is');
    case 'remote-ref':
      return one('remote-ref', 'ref');
    case 'header-mirrored':
      if (p('name') === '') return p('header') === '' ? one('header.plain') : one('header.named', 'header');
      return p('header') === ''
        ? one('header.argument', 'name')
        : one('header.argument-named', 'name', 'header');
    case 'sensitive-parameter':
      return about(p('name'), orElse(kindOf('asks', p('asked')), 'new-parameter'));
    case 'place-parameter':
      return about(p('name'), orElse(kindOf('place', p('place')), 'place.container'));
    case 'new-parameter':
      return one('new-parameter', 'name');
    case 'now-required':
    case 'schema-wider':
    case 'schema-changed':
      return named(reason.code);
    case 'unknown-field':
      return one('unknown-field', 'name');
    case 'new-item':
      return [words('new-item'), ...kindOf('effect.is', p('effect'))];
    case 'unreadable':
      return one('unreadable', 'why');
    case 'unchecked':
      return orElse(kindOf('unchecked', p('why')), 'unchecked.other');
    case 'read-only-claimed':
    case 'destructive-dropped':
    case 'closed-world-claimed':
    case 'schema-narrower':
    case 'output-changed':
    case 'icon-changed':
    case 'meta-changed':
    case 'wording':
    case 'order-of-list':
    case 'gone':
      return one(reason.code);
  }
}

/** The sentence of a kind; none of one that has none. */
function kindOf(group: string, kind: string): Saying {
  const key = `${group}.${kind}`;
  return Object.hasOwn(reviewReasonTexts, key) ? [{ key, params: {} }] : [];
}

const orElse = (said: Saying, key: ReasonTextKey): Saying => (said.length > 0 ? said : [words(key)]);

const about = (name: string, said: Saying): Saying => said.map(({ key }) => ({ key, params: { name } }));

const FIELDS: ReadonlyMap<string, string> = new Map(
  ['description', 'title', 'enum', 'const', 'default', 'examples', '$comment'].map((keyword) => [
    keyword,
    keyword.replace('$', ''),
  ]),
);

/** Where in an item a JSON pointer leads; nothing is said of the whole of it. */
function whereOf(path: string): Saying {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.at(-1);
  if (last === undefined) return [];
  const at = steps.lastIndexOf('properties');
  const argument = at >= 0 ? steps[at + 1] : undefined;
  // Of a list it is one of its entries.
  const keyword = /^\d+$/.test(last) ? (steps.at(-2) ?? last) : last;
  const field = FIELDS.get(keyword);
  if (argument !== undefined && steps.length > at + 2)
    return [{ key: `where.argument-${field ?? 'field'}`, params: { argument } }];
  return argument === undefined && field !== undefined
    ? [{ key: `where.${field}`, params: {} }]
    : [words('where.field', { field: last })];
}
