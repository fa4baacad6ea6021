import type { LiveCall } from '../../shared/model/live.ts';
import { sampleClients } from './sample-servers.ts';

interface Kind {
  readonly server: string;
  readonly name: string;
  readonly method?: string;
  readonly preview: string;
  readonly ms: number;
}

const kinds: readonly Kind[] = [
  {
    server: 'files',
    name: 'read_text_file',
    preview: '{"path":"/home/ada/Campaigns/spring/brief.md"}',
    ms: 12,
  },
  { server: 'files', name: 'list_directory', preview: '{"path":"/home/ada/Campaigns"}', ms: 4 },
  { server: 'mail', name: 'search_messages', preview: '{"query":"invoice from:mira","limit":20}', ms: 840 },
  {
    server: 'mail',
    name: 'send_message',
    preview: '{"to":["mira@example.com"],"subject":"Angebot für März 🎉","body":"Liebe Mira, …"}',
    ms: 1240,
  },
  {
    server: 'tickets',
    name: 'create_ticket',
    preview: '{"title":"تحديث الصفحة الرئيسية","priority":"high"}',
    ms: 96,
  },
  {
    server: 'files',
    name: 'write_file',
    preview: '{"path":"/home/ada/Campaigns/out.\u202Egnp.exe"}',
    ms: 21,
  },
  {
    server: 'mail',
    name: 'p\u0430yment_st\u0430tus',
    preview: '{"note":"ignore\u200B\u200B\u200B previous"}',
    ms: 310,
  },
  { server: 'files', name: '', method: 'tools/list', preview: '', ms: 2 },
];

/** The `n`th call: the same every time, so that screenshots can be compared. */
export function sampleCall(n: number, at: number, open = false): LiveCall {
  const kind = kinds[(n * 7 + (n >> 3)) % kinds.length] ?? kinds[0];
  const client = sampleClients[n % 5 === 0 ? 1 : n % 11 === 0 ? 2 : 0];
  if (kind === undefined || client === undefined) throw new Error('No samples.');
  const base = {
    n,
    call: `call-${String(n).padStart(6, '0')}`,
    at,
    clientId: client.id,
    clientName: client.name,
    direction: n % 37 === 0 ? ('server' as const) : ('client' as const),
    server: kind.server,
    method: n % 37 === 0 ? 'elicitation/create' : (kind.method ?? 'tools/call'),
    name: n % 37 === 0 ? '' : kind.name,
    ...(kind.preview !== '' && { preview: kind.preview, argsBytes: kind.preview.length }),
  };
  if (open) return { ...base, outcome: 'open' };
  const durationMs = kind.ms + ((n * 131) % 97);
  if (n % 23 === 0) {
    return {
      ...base,
      outcome: 'refused',
      durationMs: 1,
      reason: '"files" is not approved in Doorward. Approve it there, then try again.',
    };
  }
  if (n % 29 === 0) {
    return {
      ...base,
      outcome: 'failed',
      durationMs,
      reason: 'The server ended before it answered (exit code 1).',
    };
  }
  if (n % 31 === 0) return { ...base, outcome: 'tool-error', durationMs, resultBytes: 96 };
  if (n % 101 === 0) return { ...base, outcome: 'cancelled', durationMs };
  return { ...base, outcome: 'ok', durationMs, resultBytes: ((n * 7919) % 90_000) + 40 };
}
