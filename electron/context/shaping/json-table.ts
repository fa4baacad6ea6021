/** The name of a member; one and the same for all members of a text that are called so. */
export interface Key {
  /** With its quotes, as it stands first. */
  readonly token: string;
  /** Decoded. */
  readonly name: string;
}

/** A member of an object, as tokens of JSON. */
export interface Member {
  readonly key: Key;
  /** Printed without white space. */
  readonly value: string;
}

/** Fewer rows gain little, and a list of objects is easier to read. */
const FEWEST_ROWS = 4;
/** In a wider table nobody finds the column of a value any more. */
const MOST_COLUMNS = 32;
/** So much of the cells has to be there. */
const FILLED = 0.8;
/** Characters of an object or a list in a cell; what is longer is easier to read in its place. */
const LONGEST_CELL = 300;

interface Column {
  readonly place: number;
  /** In how many rows it is. */
  rows: number;
  nulls: boolean;
}

/**
 * A list of objects as `{"columns":[…],"rows":[[…],…]}`, one row on each line: the same values in the same tokens, and
 * still JSON. A column that not every row has is named with a `?` at the end, and `null` in it means that the row has no
 * such member. Undefined where that would not be the same or gains nothing.
 */
export function tableOf(objects: readonly (readonly Member[])[], plainLength: number): string | undefined {
  if (objects.length < FEWEST_ROWS) return undefined;
  const columns = columnsOf(objects);
  if (columns === undefined) return undefined;
  const head = [...columns].map(([{ token }, { rows }]) =>
    rows < objects.length ? `${token.slice(0, -1)}?"` : token,
  );
  const lines = objects.map((members) => `[${cellsOf(members, columns).join(',')}]`);
  const table = `{"columns":[${head.join(',')}],"rows":[\n${lines.join(',\n')}\n]}`;
  return table.length < plainLength ? table : undefined;
}

function cellsOf(members: readonly Member[], columns: ReadonlyMap<Key, Column>): string[] {
  const cells: string[] = [];
  for (let place = 0; place < columns.size; place++) cells.push('null');
  for (const { key, value } of members) cells[columns.get(key)?.place ?? 0] = value;
  return cells;
}

function columnsOf(objects: readonly (readonly Member[])[]): Map<Key, Column> | undefined {
  const columns = new Map<Key, Column>();
  let filled = 0;
  for (const members of objects) {
    for (const { key, value } of members) {
      if (!fitsCell(value)) return undefined;
      let column = columns.get(key);
      if (column === undefined) {
        if (columns.size === MOST_COLUMNS || key.name.endsWith('?')) return undefined;
        column = { place: columns.size, rows: 0, nulls: false };
        columns.set(key, column);
      }
      column.rows++;
      column.nulls ||= value === 'null';
    }
    filled += members.length;
  }
  if (columns.size === 0 || filled < FILLED * columns.size * objects.length) return undefined;
  for (const { rows, nulls } of columns.values()) if (nulls && rows < objects.length) return undefined;
  return columns;
}

/** A table in a cell would break its row into lines. */
function fitsCell(value: string): boolean {
  const c = value.charCodeAt(0);
  return (c !== 0x7b && c !== 0x5b) || (value.length <= LONGEST_CELL && !value.includes('\n'));
}

/** Whether an object reads as a table of ours: beside one, nobody could tell them apart. */
export function looksLikeTable(members: readonly Member[]): boolean {
  return members.length === 2 && members[0]?.key.name === 'columns' && members[1]?.key.name === 'rows';
}
