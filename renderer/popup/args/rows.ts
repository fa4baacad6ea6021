import { reindent } from '../../ui/json-view/reindent.ts';

/** One value of JSON as a line to read. */
export interface Row {
  /** The row of the object or list in which it stands; undefined at the top. */
  readonly up: Row | undefined;
  readonly depth: number;
  /** Its name in its object; a number from 1 when it stands in a list; undefined for the whole. */
  readonly label: string | number | undefined;
  /** `group` has its parts on the rows below; `raw` is what could not be read, as it came. */
  readonly kind: 'string' | 'number' | 'word' | 'group' | 'empty' | 'raw';
  /** A string without its quotation marks and escapes; everything else as it was sent. */
  readonly text: string;
  /** It is, or stands in, what made the call ask. */
  readonly marked: boolean;
}

/** A pointer to what is marked, as far as it has been followed. */
interface Lead {
  readonly steps: readonly string[];
  readonly at: number;
}

interface Open {
  /** Undefined for the whole. */
  readonly row: Row | undefined;
  readonly at: number;
  readonly list: boolean;
  readonly marked: boolean;
  readonly leads: readonly Lead[];
  index: number;
  parts: number;
}

function decode(token: string): string {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : token;
  } catch {
    return token;
  }
}

/** The steps of a JSON pointer; none when it names the whole, which marks nothing in particular. */
const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/**
 * JSON as rows to read, in the order in which it was sent. Names that occur twice are two rows, and no number is read
 * as one: which of two a server takes, and what it makes of a large number, is its own affair. What is broken off
 * ends in a `raw` row. `marked` are JSON pointers; `*` in them stands for each element or member.
 *
 * Linear in the text however deep it is and however long its names are: nothing recurses, and no row holds the whole
 * way to it.
 */
export function rowsOf(json: string, marked: readonly string[] = []): readonly Row[] {
  const rows: Row[] = [];
  const open: Open[] = [];
  const leads = marked
    .map((pointer) => ({ steps: stepsOf(pointer), at: 0 }))
    .filter(({ steps }) => steps.length > 0);
  let key = '';

  /** Where the value that begins now stands, and which pointers lead on into it. */
  const begin = (): Pick<Row, 'up' | 'depth' | 'label' | 'marked'> & { readonly leads: readonly Lead[] } => {
    const inside = open.at(-1);
    if (inside === undefined) return { up: undefined, depth: 0, label: undefined, marked: false, leads };
    inside.parts += 1;
    const name = inside.list ? String(inside.index) : key;
    const on = inside.leads.filter(({ steps, at }) => steps[at] === '*' || steps[at] === name);
    return {
      up: inside.row,
      depth: open.length - 1,
      label: inside.list ? inside.index + 1 : key,
      marked: inside.marked || on.some(({ steps, at }) => at + 1 === steps.length),
      leads: on
        .filter(({ steps, at }) => at + 1 < steps.length)
        .map(({ steps, at }) => ({ steps, at: at + 1 })),
    };
  };

  for (const { tokens } of reindent(json).lines) {
    for (const { kind, text } of tokens) {
      if (kind === 'key') key = decode(text);
      else if (kind === 'raw') {
        rows.push({ up: undefined, depth: 0, label: undefined, kind, text, marked: false });
      } else if (kind !== 'mark') {
        const { leads: _none, ...where } = begin();
        rows.push({ ...where, kind, text: kind === 'string' ? decode(text) : text });
      } else if (text === '{' || text === '[') {
        const { leads: on, ...where } = begin();
        const row: Row = { ...where, kind: 'group', text };
        open.push({
          row: open.length === 0 ? undefined : row,
          at: rows.length,
          list: text === '[',
          marked: where.marked,
          leads: on,
          index: 0,
          parts: 0,
        });
        rows.push(row);
      } else if (text === '}' || text === ']') {
        const closed = open.pop();
        const row = closed === undefined ? undefined : rows[closed.at];
        if (closed?.parts === 0 && row !== undefined) rows[closed.at] = { ...row, kind: 'empty' };
      } else if (text === ',') {
        const inside = open.at(-1);
        if (inside !== undefined) inside.index += 1;
      }
    }
  }
  // The braces around the whole say nothing.
  return merged(rows[0]?.kind === 'group' && rows[0].label === undefined ? rows.slice(1) : rows);
}

/** A list with one plain value is one row: most recipients are that. */
function merged(rows: readonly Row[]): readonly Row[] {
  const found: Row[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const [row, only, next] = [rows[at], rows[at + 1], rows[at + 2]];
    if (row === undefined) break;
    const single =
      row.kind === 'group' &&
      row.text === '[' &&
      only?.up === row &&
      only.kind !== 'group' &&
      // What was broken off may have had more.
      next?.kind !== 'raw' &&
      !(next !== undefined && next.depth > row.depth);
    if (single) {
      found.push({ ...only, up: row.up, depth: row.depth, label: row.label });
      at += 1;
    } else found.push(row);
  }
  return found;
}

const MOST_STEPS = 4;

/** The last steps of the way to a row that is shown away from its place: "records › 138 › owner". */
export function wayTo(row: Row): string {
  const steps: string[] = [];
  for (let at: Row | undefined = row; at !== undefined && steps.length < MOST_STEPS; at = at.up) {
    if (at.label !== undefined) steps.unshift(String(at.label));
  }
  return steps.join(' › ');
}
