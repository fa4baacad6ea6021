import { hash } from 'node:crypto';
import type { CallKind, RecordedRuling, Ruling } from '../../../shared/model/policy.ts';
import type { Effect, Place } from '../../../shared/model/review.ts';
import type { Bond } from '../../approvals/contract.ts';
import { canonicalDigest, canonicalForm } from '../../catalog/pins/canonical.ts';
import { isList, isNumber, isObject, type Json, readTree } from '../../catalog/pins/tree.ts';
import type { CallFacts } from '../../policy/facts.ts';
import type { Call } from '../../relay/call.ts';
import { bytesAt } from '../../relay/framing/json-scan.ts';
import { argumentsOf } from '../../relay/replace-arguments.ts';

/** What is known of approved things. */
export interface KnownThings {
  effect(server: string, tool: string): Effect;
  places(server: string, tool: string): readonly Place[];
  pin(server: string, kind: 'tool' | 'prompt', key: string): string;
  identity(server: string): string;
}

const KINDS = new Map<string, CallKind>([
  ['tools/call', 'tool'],
  ['prompts/get', 'prompt'],
  ['resources/read', 'resource'],
  ['resources/subscribe', 'resource'],
  ['completion/complete', 'completion'],
]);
const QUESTIONS = new Map<string, CallKind>([
  ['sampling/createMessage', 'sampling'],
  ['elicitation/create', 'elicitation'],
  ['roots/list', 'roots'],
]);
/** Lists, and what belongs to a call that was decided already. */
const PLAIN = new Set([
  'initialize',
  'ping',
  'server/discover',
  'tools/list',
  'prompts/list',
  'resources/list',
  'resources/templates/list',
  'resources/unsubscribe',
  'subscriptions/listen',
  'logging/setLevel',
  'tasks/get',
  'tasks/result',
  'tasks/list',
  'tasks/cancel',
  'tasks/update',
]);
const NO_PLACES: readonly Place[] = [];

/** What a call is for the rules; undefined: they are not about it. What Doorward does not know can be anything. */
function kindOf({ direction, message }: Call): CallKind | undefined {
  if (direction === 'server') return QUESTIONS.get(message.method) ?? 'sampling';
  return KINDS.get(message.method) ?? (PLAIN.has(message.method) ? undefined : 'tool');
}

/** What rules look at in a call; undefined for messages that they are not about. */
export function factsOf(call: Call, role: string, known: KnownThings): CallFacts | undefined {
  const kind = kindOf(call);
  const { server } = call;
  if (kind === undefined || server === undefined) return undefined;
  const isTool = call.message.method === 'tools/call';
  const read: Effect = kind === 'tool' || kind === 'sampling' || kind === 'elicitation' ? 'unknown' : 'read';
  return {
    client: { id: call.client.id, role },
    server: server.id,
    kind,
    name: kind === 'tool' && !isTool ? call.message.method : call.name,
    effect: isTool ? known.effect(server.id, call.name) : read,
    places: isTool ? known.places(server.id, call.name) : NO_PLACES,
    args: argsOf(call, kind),
    ...(call.doubts === undefined ? {} : { doubts: call.doubts }),
    at: call.at,
  };
}

/** The arguments of a tool or prompt, the whole of a server's question; what else there is stands in the name. */
function argsOf(call: Call, kind: CallKind): Buffer | undefined {
  if (kind !== 'sampling' && kind !== 'elicitation') return argumentsOf(call);
  const { bytes, paramsSpan } = call.message;
  return paramsSpan && bytesAt(bytes, paramsSpan);
}

/** What a person's answer is bound to. */
export function bondOf(facts: CallFacts, known: KnownThings): Bond {
  const { client, server, kind, name, args } = facts;
  const pin = kind === 'tool' || kind === 'prompt' ? known.pin(server, kind, name) : '';
  return {
    client: client.id,
    server,
    identity: known.identity(server),
    kind,
    name,
    pin,
    args: argsDigest(args),
  };
}

/** SHA-256 of the canonical arguments; of the bytes as they are where they have no canonical form. */
export function argsDigest(args: Buffer | undefined): string {
  const bytes = args ?? Buffer.from('{}');
  const digest = canonicalDigest(bytes);
  return digest.ok ? digest.value : hash('sha256', Buffer.concat([Buffer.from('raw '), bytes]));
}

/** The arguments as a tree; undefined where they cannot be read in one way. */
export function argsTree(args: Buffer | undefined): Json | undefined {
  if (args === undefined) return new Map();
  const form = canonicalForm(args);
  return form.ok ? readTree(form.value) : undefined;
}

/** Kinds of places whose values are no secrets by their nature; the rest is left out of the log. */
const RECORDED = new Set(['path', 'folder', 'host', 'url', 'recipient', 'container']);
const MAX_VALUES = 16;
const MAX_VALUE = 200;

/** Records of decisions about calls without places: a few, which say the same for call after call. */
const plainRecords = new Map<string, string>();
const MAX_PLAIN = 1000;

/** What the log keeps of a decision, as JSON. */
export function recordOf(
  facts: CallFacts,
  ruling: Ruling,
  redact: (text: string) => string,
  same?: string,
): string {
  if (facts.places.length > 0 || same !== undefined)
    return JSON.stringify(recorded(facts, ruling, redact, same));
  const { decision, because, would } = ruling;
  const { layer, code, rule } = because;
  const about = `${decision} ${layer} ${code} ${would ?? '-'} ${facts.kind} ${facts.effect}`;
  // The length of the rule's id says where it ends.
  const key = `${about} ${rule?.length ?? '-'} ${rule ?? ''} ${facts.client.role}`;
  let text = plainRecords.get(key);
  if (text === undefined) {
    if (plainRecords.size >= MAX_PLAIN) plainRecords.clear();
    plainRecords.set(key, (text = JSON.stringify(recorded(facts, ruling, redact, same))));
  }
  return text;
}

function recorded(
  facts: CallFacts,
  ruling: Ruling,
  redact: (text: string) => string,
  same: string | undefined,
): RecordedRuling {
  const { because } = ruling;
  const record: RecordedRuling = {
    decision: ruling.decision,
    layer: because.layer,
    code: because.code,
    ...(because.rule === undefined ? {} : { rule: because.rule }),
    ...(ruling.would === undefined ? {} : { would: ruling.would }),
    kind: facts.kind,
    effect: facts.effect,
    role: facts.client.role,
    ...(same === undefined ? {} : { same }),
  };
  if (facts.places.length === 0) return record;
  const tree = argsTree(facts.args);
  const places: [string, Place['kind'], string][] = [];
  let cut = tree === undefined;
  for (const place of facts.places)
    for (const value of valuesAt(tree, place.pointer)) {
      if (!RECORDED.has(place.kind) || places.length >= MAX_VALUES || value.length > MAX_VALUE) cut = true;
      else places.push([place.pointer, place.kind, redact(place.kind === 'url' ? originOf(value) : value)]);
    }
  return { ...record, places, ...(cut ? { cut } : {}) };
}

/** The texts and numbers that a pointer leads to; `*` stands for each element or member. */
export function valuesAt(tree: Json | undefined, pointer: string): string[] {
  let found: Json[] = tree === undefined ? [] : [tree];
  for (const raw of pointer.split('/').slice(1)) {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    found = found.flatMap((value): Json[] => {
      if (isObject(value)) {
        if (raw === '*') return [...value.values()];
        const member = value.get(step);
        return member === undefined ? [] : [member];
      }
      if (!isList(value)) return [];
      if (raw === '*') return [...value];
      const element = value[Number(step)];
      return element === undefined ? [] : [element];
    });
  }
  return found.flatMap((value) =>
    typeof value === 'string' ? [value] : isNumber(value) ? [value.number] : [],
  );
}

function originOf(value: string): string {
  return URL.canParse(value) ? new URL(value).origin : value.split(/[?#]/, 1)[0]!;
}

/** The arguments that a recorded place list stands for, so that rules can look at them again. */
export function argsFrom(places: RecordedRuling['places']): Buffer {
  const root: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [pointer, , value] of places ?? []) put(root, pointer.split('/').slice(1), value);
  return Buffer.from(JSON.stringify(root));
}

function put(root: Record<string, unknown>, steps: readonly string[], value: string): void {
  let at: Record<string, unknown> | unknown[] = root;
  for (const [i, raw] of steps.entries()) {
    const last = i === steps.length - 1;
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const fresh = (): unknown => (last ? value : steps[i + 1] === '*' ? [] : Object.create(null));
    if (Array.isArray(at)) {
      const next = fresh();
      at.push(next);
      if (last) return;
      at = next as Record<string, unknown>;
    } else {
      const existing: unknown = at[step];
      if (last) at[step] = value;
      else {
        const next = existing ?? fresh();
        at[step] = next;
        at = next as Record<string, unknown>;
      }
    }
  }
}
