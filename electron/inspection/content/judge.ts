import type { RecordedFinding } from '../../../shared/model/finding.ts';
import { type InspectionAct, isLaxer } from '../../../shared/model/inspection.ts';
import { unescapeJson } from '../../log/unescape.ts';
import type { Finding } from '../finding.ts';
import { escapeJson } from '../masks/json-strings.ts';
import { type Replacement, replaceIn } from '../masks/replace.ts';
import { type ContentWatch, watchOf } from '../verdict.ts';
import { isFixedAt } from '../structured/fixed-form.ts';
import { pointersTo } from '../walk/json-texts.ts';
import { stepsOf } from '../walk/pointer.ts';
import { type Fenceable, fenceable } from './fence.ts';
import { look, type Seen } from './look.ts';
import { MOST_SHOWN, sightingOf, splits } from './shown.ts';
import { isRemovable, removals, united } from './strip.ts';
import { type Judged, type Reason, type Task, unread, whereOf } from './task.ts';

/** One finding that counts, and what happens on it. */
interface Acted {
  readonly seen: Seen;
  readonly finding: Finding;
  readonly watch: ContentWatch;
  readonly act: InspectionAct;
}

/**
 * Looks at a piece of JSON (which the caller knows to be JSON, in UTF-8) and says what happens to it; undefined: nothing,
 * it crosses as it is. Pure, and the same in a worker. Where an act does not fit, the next stricter one that does is
 * taken: a key, a number or a question cannot be masked, so a person is asked. What was not looked at to its end is
 * asked about, whatever was chosen.
 */
export function judge(bytes: Buffer, task: Task): Judged | undefined {
  const json = bytes.toString('utf8');
  const { seen, complete } = look(json, task);
  if (seen.length === 0 && complete) return undefined;
  let place: Fenceable | undefined | null = null;
  const canFence = (): boolean => (place ??= fenceable(bytes, task) ?? null) !== null;
  const found: Acted[] = [];
  for (const one of seen)
    for (const finding of one.findings) {
      const watch = watchOf(finding, task.kind);
      if (watch === undefined || task.acts[watch] === 'pass') continue;
      found.push({ seen: one, finding, watch, act: fitting(one, finding, watch, task, canFence) });
    }
  const acted = inFixedForms(json, found, task);
  if (acted.length === 0 && complete) return undefined;
  const held = complete ? undefined : unread(task.form);
  const changed = changedBy(json, bytes, acted, task, canFence);
  return {
    recorded: [...recorded(acted, task), ...(held?.recorded ?? [])],
    ...(changed === undefined ? {} : { changed }),
    reasons: [...reasons(acted), ...(held?.reasons ?? [])],
    sightings: sightingsOf(json, acted, task.showsAll === true),
  };
}

/** The act that was chosen, or the next stricter one that fits this place. */
function fitting(
  { at, isNumber }: Seen,
  { type }: Finding,
  watch: ContentWatch,
  { acts, form }: Task,
  canFence: () => boolean,
): InspectionAct {
  const act = acts[watch];
  if (act !== 'mask') return act;
  // Letters of another script are seen, and what is encoded may be wanted: both are only told of.
  if (watch === 'hidden' && !isRemovable(type)) return 'note';
  if (form === 'question' || form === 'params') return 'ask';
  if (watch === 'injection-low' || watch === 'injection-high') return canFence() ? 'mask' : 'ask';
  return at.isKey || isNumber ? 'ask' : 'mask';
}

const isReplaced = ({ act, finding: { detector } }: Acted): boolean =>
  act === 'mask' && detector !== 'hidden' && detector !== 'injection';

/** What would be replaced where the tool promises a fixed form is asked about: structured content stays valid. */
function inFixedForms(json: string, found: Acted[], { output, form }: Task): Acted[] {
  if (output === undefined || form !== 'result' || !found.some(isReplaced)) return found;
  const pointers = pointersTo(json, new Set(found.filter(isReplaced).map(({ seen }) => seen.at.start)));
  return found.map((one) => {
    const [member, ...steps] = stepsOf(pointers.get(one.seen.at.start) ?? '');
    return isReplaced(one) && member === 'structuredContent' && isFixedAt(output, steps)
      ? { ...one, act: 'ask' }
      : one;
  });
}

/** The bytes with everything that is masked taken out or replaced, and with notices; undefined: they stay. */
function changedBy(
  json: string,
  bytes: Buffer,
  acted: readonly Acted[],
  task: Task,
  canFence: () => boolean,
): Buffer | undefined {
  const edits: Replacement[] = [];
  const bySeen = Map.groupBy(
    acted.filter(({ act, finding }) => act === 'mask' && finding.detector !== 'injection'),
    ({ seen }) => seen,
  );
  for (const [seen, some] of bySeen) edits.push(...editsIn(json, seen, some));
  let now = bytes;
  if (edits.length > 0)
    now = Buffer.from(
      replaceIn(
        json,
        edits.toSorted((a, b) => a.start - b.start),
      ),
      'utf8',
    );
  // What a person lets pass is fenced still.
  const fenced = acted.filter(
    ({ finding, act }) => finding.detector === 'injection' && (act === 'mask' || act === 'ask'),
  );
  if (fenced.length > 0 && canFence()) {
    const pointers = pointersTo(json, new Set(fenced.map(({ seen }) => seen.at.start)));
    now = fenceable(now, task)?.fence([...pointers.values()]) ?? now;
  }
  return now === bytes ? undefined : now;
}

/** What changes in one string, as places of the whole text. */
function editsIn(json: string, { at, text }: Seen, some: readonly Acted[]): Replacement[] {
  const findings = some.map(({ finding }) => finding);
  const masks = findings
    .filter(({ detector }) => detector !== 'hidden')
    .map(({ start, end, type }) => ({ start, end, by: `[${type}]` }));
  const edits = united([...masks, ...removals(text, findings)]);
  const places = at.escaped ? unescapeJson(json.slice(at.start, at.end)).places : undefined;
  const raw = (place: number): number => at.start + (places?.[place] ?? place);
  return edits.map(({ start, end, by }) => ({
    start: raw(splits(text, start) ? start - 1 : start),
    end: raw(splits(text, end) ? end + 1 : end),
    by: escapeJson(by),
  }));
}

const DONE: Readonly<Record<InspectionAct, RecordedFinding['act']>> = {
  pass: 'noted',
  note: 'noted',
  mask: 'masked',
  ask: 'asked',
  block: 'blocked',
};

function recorded(acted: readonly Acted[], { form }: Task): RecordedFinding[] {
  const all = new Map<string, RecordedFinding>();
  for (const { finding, act } of acted) {
    const { detector: source, type } = finding;
    const done =
      act !== 'mask'
        ? DONE[act]
        : source === 'hidden'
          ? 'removed'
          : source === 'injection'
            ? 'fenced'
            : 'masked';
    const key = `${source} ${type} ${done}`;
    const count = (all.get(key)?.count ?? 0) + 1;
    all.set(key, { source, type: type.slice(0, 60), where: whereOf(form), act: done, count });
  }
  return [...all.values()];
}

function reasons(acted: readonly Acted[]): Reason[] {
  const all = new Map<string, { watch: ContentWatch; act: InspectionAct; types: string[] }>();
  for (const { watch, act, finding } of acted) {
    const key = `${watch} ${act}`;
    const known = all.get(key);
    if (known === undefined) all.set(key, { watch, act, types: [finding.type] });
    else if (known.types.length < MOST_SHOWN && !known.types.includes(finding.type))
      known.types.push(finding.type);
  }
  return [...all.values()];
}

/** What a person is shown as the reason: what is asked about or blocked, worst first. */
function sightingsOf(json: string, acted: readonly Acted[], all: boolean): Judged['sightings'] {
  const worst = acted
    .filter(({ act }) => all || !isLaxer(act, 'ask'))
    .toSorted((a, b) =>
      a.act === b.act ? b.finding.score - a.finding.score : isLaxer(a.act, b.act) ? 1 : -1,
    )
    .slice(0, MOST_SHOWN);
  if (worst.length === 0) return [];
  const pointers = pointersTo(json, new Set(worst.map(({ seen }) => seen.at.start)));
  return worst.map(({ seen: { at, text, findings }, finding }) =>
    sightingOf(
      text,
      { ...finding, path: pointers.get(at.start) ?? '', ...(at.isKey ? { inKey: true } : {}) },
      findings,
    ),
  );
}
