import type { LogProblem, VerifyReport } from './log.ts';

/** What was found when a log or an export was checked, before it is put into a report. */
export interface Finding {
  readonly problem: LogProblem;
  /** The first row that it is about. */
  readonly firstBad?: number;
  /** What more is known: one sentence. */
  readonly more?: string;
}

/** The end is missing behind row `end`; what was signed vouches for rows up to `signedTo` only. */
export const cutOff = (end: number, signedTo: number): Finding => ({
  problem: 'cut-off',
  firstBad: end + 1,
  ...(signedTo < end && signedTo > 0
    ? { more: `Rows ${signedTo + 1} to ${end} fit each other, but nothing signed vouches for them any more.` }
    : {}),
});

export const rowCount = (rows: number): string => (rows === 1 ? '1 row' : `${rows} rows`);

/** The sentences for a finding, with what it says of the rows before. */
function sentenceOf({ problem, firstBad, more }: Finding, rows: number, of: 'call log' | 'export'): string {
  const row = firstBad === undefined ? 'a row' : `row ${firstBad}`;
  const said: Readonly<Record<LogProblem, string>> = {
    changed: `The ${of} was changed outside Doorward: ${row} does not fit the rows before it. Rows before it are unchanged.`,
    deleted: `The ${of} was changed outside Doorward: ${row} is missing. Rows before it are unchanged.`,
    added: `The ${of} was changed outside Doorward: ${row} was added. Rows before it are unchanged.`,
    reordered: `The ${of} was changed outside Doorward: ${row} stands at another place. Rows before it are unchanged.`,
    rewritten: `The ${of} was changed outside Doorward: from ${row} on it was written anew and does not fit what was signed. Rows before it are unchanged.`,
    'rolled-back': `The ${of} is not the one that was here: an older or another one was put in its place. From ${row} on it does not hold what had been recorded.`,
    'cut-off': `The end of the ${of} is missing: ${row} and those after it had been recorded.`,
    damaged: `The ${of} is damaged: ${rowCount(rows)} could be read and fit together.`,
    signature: `What the ${of} was signed with does not fit.`,
  };
  return more === undefined ? said[problem] : `${said[problem]} ${more}`;
}

/** The report about something that does not fit. */
export function foundWrong(
  finding: Finding,
  rows: number,
  of: 'call log' | 'export' = 'call log',
): VerifyReport {
  return {
    ok: false,
    rows,
    ...(finding.firstBad === undefined ? {} : { firstBad: finding.firstBad }),
    problem: finding.problem,
    sentence: sentenceOf(finding, rows, of),
  };
}
