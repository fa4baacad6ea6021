/** What a row begins with that goes on from the one above: nothing of ours begins like this. */
const GOES_ON = '  | ';
const LEAST = 20;
const USUAL = 80;

/**
 * Breaks lines where the terminal would, so that what goes on below is marked as such. Attack: an argument with so many
 * spaces in it that the terminal itself breaks the line, and what follows looks like a line of Doorward. Characters
 * beyond ASCII count as two columns: better a row too short than one that the terminal breaks once more. `columns` is
 * what the terminal says, which may be nothing.
 */
export function fold(text: string, columns: number | undefined): string {
  const width = columns === undefined || columns <= 0 ? USUAL : Math.max(LEAST, columns);
  return text
    .split('\n')
    .flatMap((line) => rowsOf(line, width))
    .join('\n');
}

function rowsOf(line: string, width: number): string[] {
  if (line.length * 2 < width) return [line];
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const char of line) {
    const wide = char >= ' ' && char <= '~' ? 1 : 2;
    if (used + wide > width) {
      rows.push(row);
      row = GOES_ON;
      used = GOES_ON.length;
    }
    row += char;
    used += wide;
  }
  rows.push(row);
  return rows;
}
