import type { LogTexts } from '../../../shared/model/log-texts.ts';
import type { PersonalKind } from '../../../shared/model/inspection.ts';
import { compileMask, type Mask } from '../../inspection/masks/mask.ts';
import { createRedactor, HIDDEN } from '../../log/redact.ts';
import { type Cell, columns } from '../row.ts';
import { type HiddenPlace, hiddenPlaces, type LookFor, personalFor, withMarks } from './hidden-places.ts';
import { keptUnits, readRawCell } from './raw-text.ts';

/** What may never be written, and what counts as personal. */
export interface KeptOut {
  /** Secrets that Doorward knows: those of the vault and of servers, those before them included. */
  readonly values: readonly string[];
  /** Personal data that a person has looked for beside the usual. */
  readonly personal: readonly PersonalKind[];
  /** Texts that a person or an organisation wants hidden, on whatever way. */
  readonly masks: readonly Mask[];
}

/** Makes of every row what may be kept of it, right before it is hashed and written. */
export interface TextKeeper {
  /** What is kept out from now on. */
  know(out: KeptOut): void;
  /** Changes the cells of one row in place. Never throws: what cannot be looked at is not kept. */
  keep(cells: Cell[]): void;
}

const at = (column: (typeof columns)[number]): number => columns.indexOf(column);
const TEXT = at('text');
const METHOD = at('method');
const NAME = at('name');
const REASON = at('reason');
const RULING = at('ruling');
const CONTEXT = at('context');
/** Short texts of apps, servers and our own sentences about them. */
const WORDS = [METHOD, NAME, REASON];
const ALL = [...WORDS, RULING, CONTEXT];

/** Names and sentences come again and again. */
const REMEMBERED = 2000;
/** A longer one is rather no name. */
const LONGEST_REMEMBERED = 600;
/** A name that was cut is as long as names may be. */
const SHORTEST_CUT = 256;
/** What a text that was cut ends with may be the beginning of a secret: from the last border before so many units on. */
const TORN = 64;
const BORDER = /[\s/?&,;:"'<>()=](?=[^\s/?&,;:"'<>()=]*$)/;

/**
 * Attack: secrets and personal data pile up in the log, where every backup and everybody who may read the profile finds
 * them. So the log's own thread looks at every row before it is written: off the road, and at all of it, also where the
 * road did not look or let something pass. Of texts it keeps what the choice for their server says; names, reasons, and
 * the places of a decision are looked at in the same way. Values that Doorward knows are never written, whatever was
 * chosen.
 */
export function createTextKeeper(): TextKeeper {
  const secrets = createRedactor();
  let wanted: LookFor = { personal: personalFor([]), masks: [] };
  /** Some mask cannot be used: what it hides is not known, so no texts are kept. */
  let blind = false;
  let remembered = new Map<string, string>();
  /** The same for values of arguments: whether they may stay. */
  let cleared = new Map<string, boolean>();

  const hidden = (text: string, keep: LogTexts, cut: boolean, json = false): HiddenPlace[] => {
    const known = secrets.find(text, { before: false, after: cut });
    return [
      ...known.map(({ start, end }) => ({ start, end, by: HIDDEN })),
      ...(keep === 'full' ? [] : hiddenPlaces(text, wanted, json)),
    ];
  };

  const seen = (text: string, keep: LogTexts): string => {
    if (!text.endsWith('…') || text.length < SHORTEST_CUT)
      return withMarks(text, hidden(text, keep, false), text.length);
    // It was cut, perhaps in the middle of something: what it ends with is not known whole.
    const begin = keep === 'full' ? text.slice(0, -1) : untorn(text.slice(0, -1));
    return `${withMarks(begin, hidden(begin, keep, true), begin.length)}…`;
  };
  const words = (text: string, keep: LogTexts): string => {
    const key = `${keep} ${text}`;
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const kept = seen(text, keep);
    if (text.length <= LONGEST_REMEMBERED) {
      if (remembered.size >= REMEMBERED) remembered = new Map();
      remembered.set(key, kept);
    }
    return kept;
  };

  const clean = (text: string): boolean => {
    const before = cleared.get(text);
    if (before !== undefined) return before;
    const found = hidden(text, 'redacted', false).length === 0;
    if (cleared.size >= REMEMBERED) cleared = new Map();
    if (text.length <= LONGEST_REMEMBERED) cleared.set(text, found);
    return found;
  };

  return {
    know(out) {
      secrets.know('host', out.values);
      const masks = out.masks.map(compileMask);
      blind = masks.some(({ ok }) => !ok);
      wanted = {
        personal: personalFor(out.personal),
        masks: masks.flatMap((one) => (one.ok ? [one.value] : [])),
      };
      remembered = new Map();
      cleared = new Map();
    },
    keep(cells) {
      const { keep: chosen, text, cut } = readRawCell(cells[TEXT]);
      const keep = blind ? 'digests' : chosen;
      cells[TEXT] = null;
      try {
        if (text !== undefined && keep !== 'digests')
          cells[TEXT] = withMarks(text, hidden(text, keep, cut, true), keptUnits(text.length, cut), cut);
        if (keep === 'digests') withoutSayings(cells);
        for (const column of WORDS) {
          const cell = cells[column];
          if (typeof cell === 'string') cells[column] = words(cell, keep);
        }
        const { [RULING]: ruling, [CONTEXT]: context } = cells;
        // But for places, a decision has nothing in it that an app or a server has written.
        if (typeof ruling === 'string' && ruling.includes(HAS_PLACES))
          cells[RULING] =
            keep === 'full'
              ? words(ruling, keep)
              : withoutPlaces(ruling, keep === 'digests' ? () => false : clean);
        if (typeof context === 'string' && !USUAL_CONTEXT.test(context))
          cells[CONTEXT] = withoutTexts(context, (text) => words(text, keep));
      } catch {
        cells[TEXT] = null;
        for (const column of ALL) if (typeof cells[column] === 'string') cells[column] = HIDDEN;
      }
    },
  };
}

const HAS_PLACES = '"places":';

/**
 * A decision without those values of arguments that may not be kept; that some are missing is said in it, so that nobody
 * takes it for a call without them.
 */
function withoutPlaces(ruling: string, mayStay: (value: string) => boolean): string {
  const record = JSON.parse(ruling) as { places?: unknown };
  if (!Array.isArray(record.places)) return ruling;
  const places: unknown[] = record.places;
  const stay = places.filter((place) => Array.isArray(place) && place.every((part) => mayStay(String(part))));
  if (stay.length === places.length) return ruling;
  return JSON.stringify({ ...record, places: stay.length === 0 ? undefined : stay, cut: true });
}

/** A `traceparent` of the usual version has room for nothing else. */
const TRACE = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A context in which nobody can have written a text; most are like this. */
const USUAL_CONTEXT =
  /^\{"request":"\d{1,9}"(?:,"session":"[0-9a-f]{32}")?(?:,"protocol":"\d{4}-\d\d-\d\d")?(?:,"transport":"[a-z]{3,4}")?(?:,"traceparent":"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")?\}$/;

/** What an AI app writes freely in the context of a call; the rest of it has a form in which nothing else fits. */
function withoutTexts(context: string, words: (text: string) => string): string {
  const record = JSON.parse(context) as Record<string, unknown>;
  for (const name of ['request', 'traceparent', 'tracestate', 'protocol']) {
    const text = record[name];
    if (typeof text === 'string' && !TRACE.test(text)) record[name] = words(text);
  }
  return JSON.stringify(record);
}

/** What names of tools, prompts and methods are made of. */
const NAMED = /^[A-Za-z0-9_./-]{1,128}$/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]{0,30}:/;

/**
 * Takes out of names and reasons what an app or a server has said. Names of tools stay, for without them nobody could
 * tell what was done. A URI says what was read or written, so only its scheme is kept; anything else that was called a
 * name is a text of the AI app. Sentences of ours quote such texts.
 */
function withoutSayings(cells: Cell[]): void {
  const { [NAME]: name, [REASON]: reason } = cells;
  const says = typeof name === 'string' && name !== '' && !NAMED.test(name);
  if (typeof reason === 'string') cells[REASON] = withoutQuotes(says ? withoutName(reason, name) : reason);
  for (const column of [NAME, METHOD]) {
    const text = cells[column];
    if (typeof text === 'string' && text !== '' && !NAMED.test(text))
      cells[column] = `${SCHEME.exec(text)?.[0] ?? ''}…`;
  }
}

/** A sentence may quote the beginning of a name. */
const BEGINNING = 24;

function withoutName(reason: string, name: string): string {
  const from = reason.indexOf(name.slice(0, BEGINNING));
  if (from === -1) return reason;
  const rest = reason.startsWith(name, from) ? withoutName(reason.slice(from + name.length), name) : '';
  return `${reason.slice(0, from)}…${rest}`;
}

function withoutQuotes(reason: string): string {
  for (let from = reason.indexOf('"'); from !== -1;) {
    const to = reason.indexOf('"', from + 1);
    if (to === -1) return `${reason.slice(0, from + 1)}…`;
    if (!NAMED.test(reason.slice(from + 1, to)))
      return `${reason.slice(0, from + 1)}…${reason.slice(reason.lastIndexOf('"'))}`;
    from = reason.indexOf('"', to + 1);
  }
  return reason;
}

function untorn(text: string): string {
  const sure = text.slice(0, -TORN);
  return sure.slice(0, (BORDER.exec(sure)?.index ?? -1) + 1);
}
