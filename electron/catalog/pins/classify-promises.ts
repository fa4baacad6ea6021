import type { Effect, Reason } from '../../../shared/model/review.ts';
import { effectOf } from '../effects/effect.ts';
import { SEVERITY } from '../effects/verbs.ts';
import { plainLetters } from '../shadowing/confusables.ts';
import { stem, wordsOf } from './text/words.ts';
import { isObject, type Json, member, textMember } from './tree.ts';

const LOUD: ReadonlySet<Effect> = new Set(['send', 'run', 'destroy', 'spend']);

/** A tool that does more now than what was approved. */
export function judgeEffect(before: Json, after: Json): Reason[] {
  const was = effectOf(before).said;
  const is = effectOf(after).said;
  if (was === is || is === 'unknown' || (was !== 'unknown' && SEVERITY[is] <= SEVERITY[was])) return [];
  const risk = LOUD.has(is) ? 'alarm' : 'care';
  return [{ code: 'effect-raised', risk, path: '', params: { was, is } }];
}

const HINTS: Readonly<
  Record<string, { readonly safer: boolean; readonly code: Reason['code']; readonly usual: boolean }>
> = {
  readOnlyHint: { safer: true, code: 'read-only-claimed', usual: false },
  destructiveHint: { safer: false, code: 'destructive-dropped', usual: true },
  openWorldHint: { safer: false, code: 'closed-world-claimed', usual: true },
};

/**
 * Changes of the hints. Claiming to be safer than before is an alarm (annotation_flip), measured against what an
 * absent hint means; a hint that is given for the first time and that the tool's own words bear out is looked at with
 * care only.
 */
export function judgeHints(before: Json | undefined, after: Json | undefined, tool: Json): Reason[] {
  const reasons: Reason[] = [];
  const was = member(before, 'annotations');
  const is = member(after, 'annotations');
  const names = new Set([...(isObject(was) ? was.keys() : []), ...(isObject(is) ? is.keys() : [])]);
  const reads = effectOf(withoutAnnotations(tool)).said === 'read';
  for (const name of names) {
    const old = member(was, name);
    const now = member(is, name);
    if (old === now || name === 'title') continue;
    const hint = HINTS[name];
    const path = `/annotations/${name}`;
    if (hint === undefined || typeof (now ?? hint.usual) !== 'boolean') {
      if (JSON.stringify(old) !== JSON.stringify(now) || typeof now === 'object')
        reasons.push({ code: 'annotation-changed', risk: 'care', path, params: { name } });
      continue;
    }
    const safer = (now ?? hint.usual) === hint.safer && (old ?? hint.usual) !== hint.safer;
    if (!safer) reasons.push({ code: 'annotation-changed', risk: 'care', path, params: { name } });
    else if (old === undefined && reads)
      reasons.push({ code: 'annotation-changed', risk: 'care', path, params: { name } });
    else reasons.push({ code: hint.code, risk: 'alarm', path, params: {} });
  }
  return reasons;
}

function withoutAnnotations(tool: Json): Json {
  return isObject(tool)
    ? new Map([...tool].filter(([key]) => key !== 'annotations' && key !== 'title'))
    : tool;
}

const SMALL = new Set(
  'the a an of to in on for and or with from by tool this your my new'.split(' ').map(stem),
);

/** A title that shows something other than what the tool is (display_swap): what a person sees in place of the name. */
export function judgeTitle(title: string, before: string | undefined, item: Json, path: string): Reason[] {
  const name = textMember(item, 'name') ?? '';
  const rest = withoutAnnotations(item);
  const says = effectOf(rest).said;
  const shows = effectOf(
    new Map<string, Json>([
      ['name', ''],
      ['description', title],
    ]),
  ).said;
  const lower = shows !== 'unknown' && LOUD.has(says) && SEVERITY[shows] < SEVERITY[says];
  const content = (text: string): string[] =>
    wordsOf(
      plainLetters(text.replace(/([a-z])([A-Z])/g, '$1 $2'))
        .toLowerCase()
        .replaceAll('_', ' ')
        .replaceAll('-', ' '),
    )
      .map(stem)
      .filter((word) => word.length > 1 && !SMALL.has(word));
  const known = new Set([
    ...content(name),
    ...content(textMember(item, 'description') ?? ''),
    ...content(before ?? ''),
  ]);
  const words = content(title);
  const foreign = words.length > 0 && /[a-z]/i.test(title) && !words.some((word) => known.has(word));
  const misleads = lower || foreign;
  return [
    {
      code: misleads ? 'title-misleads' : 'title-changed',
      risk: misleads ? 'alarm' : 'care',
      path,
      params: { title: title.slice(0, 120), name: name.slice(0, 80) },
    },
  ];
}
