/** The columns of a table for people: their headings, and which columns of the log they show. */
export const csvColumns = [
  ['time', 'at'],
  ['call', 'call'],
  ['leg', 'leg'],
  ['outcome', 'outcome'],
  ['app', 'client_name'],
  ['app id', 'client_id'],
  ['direction', 'direction'],
  ['server', 'server'],
  ['method', 'method'],
  ['name', 'name'],
  ['duration ms', 'duration_ms'],
  ['reason', 'reason'],
  ['found', 'found'],
  ['decision', 'ruling'],
  ['context', 'context'],
  ['argument bytes', 'args_bytes'],
  ['argument digest', 'args_digest'],
  ['result bytes', 'result_bytes'],
  ['result digest', 'result_digest'],
] as const;

/**
 * One cell. A text that a spreadsheet would take for a formula gets an apostrophe in front: a server chooses names
 * and reasons, and a formula can send the rest of the sheet away.
 */
export function csvCell(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const safe = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line, with its end (RFC 4180). */
export const csvLine = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`;
