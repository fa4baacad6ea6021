import { type RecordedRuling, recordedRuling } from '../../../shared/model/policy.ts';
import type { AuditLog, RecordedCall } from '../../audit/log.ts';
import type { CallFacts } from '../../policy/facts.ts';
import { argsFrom, type KnownThings } from './call-facts.ts';

/** A call of the log as rules see it. */
export interface PastCall extends CallFacts {
  readonly call: string;
  readonly clientName: string;
  readonly record: RecordedRuling;
}

const PAGE = 1000;
/** Calls that are looked at; with more than these, the newest ones. */
const MAX_CALLS = 20_000;

/** Calls since then of which it is known what was decided, newest first, and how many there are in all. */
export async function pastCalls(
  audit: Pick<AuditLog, 'list'>,
  known: Pick<KnownThings, 'places'>,
  since: number,
): Promise<{ readonly calls: readonly PastCall[]; readonly seen: number }> {
  const calls: PastCall[] = [];
  let before: string | undefined;
  let seen = 0;
  while (seen < MAX_CALLS) {
    const page = await audit.list({ limit: PAGE, since, ...(before === undefined ? {} : { before }) });
    for (const row of page) {
      const past = pastCall(row, known);
      if (past !== undefined) calls.push(past);
    }
    seen += page.length;
    before = page.at(-1)?.call;
    if (page.length < PAGE || before === undefined) break;
  }
  return { calls, seen };
}

/** A recorded call as rules see it; undefined where the log does not say what was decided. */
export function pastCall(
  row: Pick<
    RecordedCall,
    'call' | 'at' | 'clientId' | 'clientName' | 'server' | 'name' | 'method' | 'ruling'
  >,
  known: Pick<KnownThings, 'places'>,
): PastCall | undefined {
  const record = readRecord(row.ruling);
  if (record === undefined) return undefined;
  const places = record.places ?? [];
  return {
    call: row.call,
    clientName: row.clientName,
    record,
    client: { id: row.clientId, role: record.role },
    server: row.server,
    kind: record.kind,
    name: record.kind === 'tool' && row.method !== 'tools/call' ? row.method : row.name,
    effect: record.effect,
    // All that the tool has, also those that this call left out: what is like it must not add to them.
    places: record.kind === 'tool' ? known.places(row.server, row.name) : [],
    args: argsFrom(places),
    at: row.at,
    // What was found is not kept; that something was, is.
    ...(record.code === 'finding' ? { doubts: [''] } : {}),
  };
}

function readRecord(text: string | undefined): RecordedRuling | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed = recordedRuling.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
