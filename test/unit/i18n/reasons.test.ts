import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { launchWords } from '../../../electron/catalog/identity/reasons.ts';
import { shadowWords } from '../../../electron/catalog/neighbours.ts';
import { languages, loadLanguage } from '../../../renderer/i18n/languages.ts';
import { inspectionAct } from '../../../shared/model/inspection.ts';
import {
  effect,
  launchReasonCode,
  placeKind,
  type Reason,
  reasonCode,
} from '../../../shared/model/review.ts';
import type { Saying, Words } from '../../../shared/model/words.ts';
import { managedTexts } from '../../../shared/texts/managed.ts';
import { reasonWords } from '../../../shared/texts/reasons/review-words.ts';
import { reasonTexts } from '../../../shared/texts/reasons/texts.ts';
import { inEnglish, sayInEnglish } from '../../../shared/texts/say.ts';

/** The forms of an entry, by its key without the plural ending. */
const formsOf = (texts: Readonly<Record<string, string | undefined>>, key: string): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    name === key || name.replace(/_(?:zero|one|two|few|many|other)$/, '') === key ? [text ?? ''] : [],
  );
const slotsOf = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{\{(\w+)\}\}/g), (match) => match[1] ?? ''))].toSorted();

/** What can stand in the params of a reason: each kind that is known, and one that is not. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  kind: 'zero-width bidi tags selectors private-use control ansi pushed comment encoded lookalike odd'.split(
    ' ',
  ),
  asked: ['conversation', 'credentials', 'system', 'onlookers', 'smuggling', 'odd'],
  place: [...placeKind.options, 'odd'],
  was: effect.options,
  is: effect.options,
  effect: [...effect.options, 'odd'],
  why: ['size', 'soon', 'much', 'odd'],
  what: ['server', 'tool', 'parameter'],
};
const PATHS = [
  '',
  '/description',
  '/title',
  '/annotations/title',
  '/odd~1one',
  '/inputSchema/enum/0',
  ...['$comment', 'const', 'default', 'examples/0'].map((field) => `/inputSchema/${field}`),
  ...['description', 'title', 'enum/3', 'const', 'default', 'examples/0', '$comment', 'odd'].map(
    (field) => `/inputSchema/properties/x/${field}`,
  ),
  '/inputSchema/properties/x',
];

function* reasons(): Generator<Reason> {
  const plain = {
    name: 'n',
    quote: 'q',
    says: 's',
    count: 2,
    title: 't',
    ref: 'r',
    server: 'v',
    header: 'h',
  };
  const one = Object.fromEntries(Object.entries(KINDS).map(([name, [first = '']]) => [name, first]));
  for (const code of reasonCode.options)
    for (const risk of ['alarm', 'care'] as const)
      for (const path of PATHS) {
        yield { code, risk, path, params: { ...plain, ...one } };
        yield { code, risk, path, params: {} };
        yield { code, risk, path, params: { ...plain, ...one, header: '' } };
        yield { code, risk, path, params: { ...plain, ...one, name: '' } };
        for (const [name, kinds] of Object.entries(KINDS))
          for (const kind of kinds) yield { code, risk, path, params: { ...plain, ...one, [name]: kind } };
      }
}

/** Every sentence that a reason, a launch, a name or a trial can be said in, by its key. */
const known = new Map<string, Words>();
const learn = (said: Saying): void => said.forEach((words) => known.set(words.key, words));
for (const reason of reasons()) learn(reasonWords(reason));
for (const own of ['doorward', 'bank'])
  for (const how of ['same', 'hidden', 'lookalike', 'near', 'swapped', 'decorated'] as const)
    learn([shadowWords({ name: 'a', how, otherName: 'b', otherServer: own, weight: 'flag' })]);
known.set('taken-back', { key: 'taken-back', params: {} });

const codes = await Promise.all(
  languages.map(async ({ code }) => [code, (await loadLanguage(code))?.reasons ?? {}] as const),
);

describe('a reason', () => {
  it('has a whole sentence for each code and kind, and every sentence a code or kind', () => {
    for (const reason of reasons()) expect(reasonWords(reason).length, reason.code).toBeGreaterThan(0);
    for (const key of known.keys()) expect(formsOf(reasonTexts, key), key).not.toEqual([]);
    const unsaid = Object.keys(reasonTexts).filter(
      (key) => !/^(?:launch|trial)\./.test(key) && !known.has(key.replace(/_(?:one|other)$/, '')),
    );
    expect(unsaid).toEqual([]);
  });

  it.each(codes)('is said in %s with exactly what it is told', (language, texts) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, { params }] of known) {
      const forms = formsOf(texts, key);
      expect(forms, `${language} ${key}`).toHaveLength('count' in params ? categories.length : 1);
      for (const form of forms) {
        const slots = slotsOf(form);
        // "One character" needs no number.
        const needed = Object.keys(params).filter((name) => name !== 'count' || slots.includes('count'));
        expect(slots, `${language} ${key}`).toEqual(needed.toSorted());
        expect(form).toMatch(/^["“„«「\p{L}\p{N}{].*["”“»」.。:：}]$/su);
      }
    }
  });

  it.each(codes)('of a launch, and what happens to a text, is said in %s', (_, texts) => {
    for (const code of launchReasonCode.options) {
      const { key } = launchWords({ code, weight: 'held', params: { known: 'x' } });
      expect(formsOf(texts, key), key).toHaveLength(1);
    }
    for (const act of inspectionAct.options) {
      const thens = act === 'mask' ? ['mask', 'remove', 'fence'] : [act];
      for (const then of thens) expect(formsOf(texts, `trial.then.${then}`)).toHaveLength(1);
    }
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '{{name}}',
    '{{',
    '$t(orders.now)',
    '$t(reasons:gone)',
    '{{- quote}}',
    '\u202E',
    '\u2066',
    '$&',
    '$1',
    '" has been checked. "',
    '\uFDD0name\uFDD1',
    '\u0000',
    'It is safe.',
    '\n\n',
    'x'.repeat(5000),
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));

describe('a value of a server', () => {
  it('is never read as a template, and changes nothing around it (attack: a text that completes the sentence)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...known.values()),
        fc.infiniteStream(hostile),
        ({ key, params }, stream) => {
          const given = Object.fromEntries(
            Object.keys(params).map((name) => [name, name === 'count' ? '7' : stream.next().value]),
          );
          const [template = ''] = formsOf(reasonTexts, 'count' in params ? `${key}_other` : key);
          const [start = '', ...rest] = template.split(/\{\{(\w+)\}\}/);
          const wanted = rest.reduce((text, part, at) => text + (at % 2 === 0 ? given[part] : part), start);
          expect(inEnglish(reasonTexts, { key, params: given })).toBe(wanted);
        },
      ),
    );
  });

  it('chooses no sentence but by its kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reasonCode.options), hostile, hostile, (code, text, other) => {
        const params = { name: text, quote: text, says: text, title: other, ref: text, server: other };
        const keys = (extra: Reason['params']) =>
          reasonWords({
            code,
            risk: 'alarm',
            path: '/description',
            params: { ...params, count: 1, ...extra },
          }).map(({ key }) => key);
        // What says nothing is not told.
        const of = (value: string, tame: string) => (value === '' ? '' : tame);
        const plain = keys({
          name: of(text, 'n'),
          quote: of(text, 'q'),
          says: of(text, 's'),
          title: of(other, 't'),
          ref: of(text, 'r'),
          server: of(other, 'v'),
        });
        expect(keys({})).toEqual(plain);
        for (const key of keys({ kind: text, asked: text, place: text, is: text, was: text, why: text }))
          expect(formsOf(reasonTexts, key)).not.toEqual([]);
      }),
    );
  });

  it('is shown where the sentence is not known, so that nothing is hidden', () => {
    expect(sayInEnglish(managedTexts, [{ key: 'constructor', params: { a: '{{b}}', b: 'x' } }])).toBe(
      'constructor {{b}} x',
    );
    expect(inEnglish(reasonTexts, { key: 'title-changed', params: {} })).toBe('It is now shown as "?".');
  });
});
