import { detectResult } from '../../electron/inspection/detect-result.ts';
import { type PlacedScan, detectTool } from '../../electron/inspection/detect-tool.ts';
import type { TextKind } from '../../electron/inspection/finding.ts';
import type { Models } from '../../electron/inspection/model/judge.ts';
import type { PeerTool } from '../../electron/inspection/injection/peers.ts';
import { type Verdict, verdictOf } from '../../electron/inspection/verdict.ts';
import type { Row } from './rows.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly scan: PlacedScan;
}

/** Judges one row as what it is, or as what is said; with other models than the committed ones for measuring. */
export function judge(row: Row, as: TextKind | undefined, models?: Models): Judged {
  const kind = as ?? kindOf(row);
  const other = models === undefined ? {} : { models };
  const value = row.tool ?? row.text ?? '';
  const scan =
    kind === 'tool'
      ? detectTool(typeof value === 'string' ? { description: value } : value, {
          peers: peersIn(row),
          ...other,
        })
      : detectResult(value, { kind, ...other });
  return { verdict: verdictOf(scan.findings, scan.complete, kind), scan };
}

/** Rows that mark spans are of data on its way somewhere. */
function kindOf({ tool, spans, types }: Row): TextKind {
  if (tool !== undefined) return 'tool';
  return spans !== undefined && types !== undefined ? 'argument' : 'result';
}

function peersIn({ peers = [] }: Row): PeerTool[] {
  return peers.flatMap(({ server = 'another', tool }) =>
    tool?.name === undefined
      ? []
      : [{ server, name: tool.name, parameters: Object.keys(tool.inputSchema?.properties ?? {}) }],
  );
}
