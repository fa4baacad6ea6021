import { resemblance } from '../../electron/catalog/shadowing/names.ts';
import type { Judgement, Row } from './row.ts';

/** Holds the resemblance of two names against the row's `want`: what resembles is held, what does not passes. */
export function judgeNames(row: Row): Judgement {
  const how = resemblance(row.input['new'] ?? '', row.input['trusted'] ?? '');
  const verdict = how === undefined ? 'pass' : 'held';
  return { got: how === undefined ? verdict : `${verdict} (${how})`, ok: row.want.verdict === verdict };
}
