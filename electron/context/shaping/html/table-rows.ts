import type { Flow, Mark } from './flow.ts';

/** A cell while it is open; nothing is marked in a table that only lays out a page. */
export interface OpenCell {
  mark: Mark | undefined;
}

interface OpenTable {
  /** Its cells are paragraphs and not cells: it has other tables in it, or stands where all is on one line. */
  layout: boolean;
  cells: string[];
  cell: OpenCell | undefined;
  hasHead: boolean;
}

/** The tables of a page that are open, as rows of Markdown. */
export class TableRows {
  readonly #flow: Flow;
  readonly #open: OpenTable[] = [];

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  openTable(): void {
    const around = this.#open.at(-1);
    if (around?.cell?.mark !== undefined && this.#flow.flat === 1) this.#becomeLayout(around, around.cell);
    this.#flow.gap(2);
    this.#open.push({ layout: this.#flow.flat > 0, cells: [], cell: undefined, hasHead: false });
  }

  closeTable(): void {
    this.endRow();
    this.#open.pop();
    this.#flow.gap(2);
  }

  openCell(): OpenCell {
    const table = this.#open.at(-1);
    const cell: OpenCell = { mark: undefined };
    if (table === undefined || table.layout || table.cell !== undefined) {
      this.#flow.gap(1);
      return cell;
    }
    this.#flow.noSpace();
    cell.mark = this.#flow.mark();
    this.#flow.flat++;
    table.cell = cell;
    return cell;
  }

  closeCell(cell: OpenCell): void {
    const table = this.#open.at(-1);
    if (cell.mark === undefined || table?.cell !== cell) {
      this.#flow.gap(1);
      return;
    }
    this.#flow.flat--;
    this.#flow.noSpace();
    const text = this.#flow.take(cell.mark);
    table.cells.push(text.includes('|') ? text.replaceAll('|', String.raw`\|`) : text);
    table.cell = undefined;
  }

  endRow(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    const { cells } = table;
    table.cells = [];
    if (cells.some((cell) => cell !== '')) {
      if (cells.length === 1) {
        this.#flow.putBack(cells[0] ?? '');
      } else {
        this.#flow.putBack(`| ${cells.join(' | ')} |`);
        if (!table.hasHead) this.#flow.lineBelow(`|${' --- |'.repeat(cells.length)}`);
        table.hasHead = true;
      }
    }
    this.#flow.gap(1);
  }

  /** A table stands in a cell: what was in the row goes on as paragraphs. */
  #becomeLayout(table: OpenTable, cell: OpenCell): void {
    const begun = cell.mark === undefined ? '' : this.#flow.take(cell.mark);
    cell.mark = undefined;
    table.layout = true;
    table.cell = undefined;
    this.#flow.flat--;
    const before = table.cells.filter((text) => text !== '');
    table.cells = [];
    this.#flow.putBack([...before, begun].filter((text) => text !== '').join('\n'));
  }
}
