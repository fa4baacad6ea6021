import { skeleton } from '../catalog/shadowing/confusables.ts';
import { type DetectContext, detectText } from './detect-text.ts';
import type { Finding } from './finding.ts';
import { type PeerTool, peersOf } from './injection/peers.ts';
import { subjectOf } from './injection/tools-judge/judge.ts';
import type { JudgeWeights } from './injection/tools-judge/weights-format.ts';
import type { Models } from './model/judge.ts';
import { valueAt } from './walk/pointer.ts';
import { type StringAt, stringsIn } from './walk/strings.ts';

/** A finding, and in which string of the definition or result it was made. */
export interface PlacedFinding extends Finding {
  /** A JSON Pointer. */
  readonly path: string;
  /** It is in the key that the pointer ends with, and not in what that names. */
  readonly inKey?: true;
}

export interface PlacedScan {
  readonly findings: readonly PlacedFinding[];
  readonly complete: boolean;
}

export interface ToolContext {
  /** Tools of other servers that the model sees, too. */
  readonly peers?: readonly PeerTool[];
  /** Names that belong to the same server: its tools and their parameters. */
  readonly own?: readonly string[];
  /** Other models than the committed ones: for measuring. */
  readonly models?: Models;
  /** Other weights of the judge of whole texts: for measuring. */
  readonly judge?: JudgeWeights;
}

/** Keys shorter than this are names; longer ones are read as sentences, too. */
const SENTENCE_KEY = 16;
/** More text than a description has any use for. */
const TOOL_CHARS = 512 * 1024;

/**
 * Scans every string of a definition that a model sees: a tool, a prompt, a resource, a server's instructions; keys too
 * (attacks 1–3, 6, 7, 9, 13). A name that looks like one of another server's is a finding of type `collision`.
 */
export function detectTool(tool: unknown, context: ToolContext = {}): PlacedScan {
  const { strings, complete: walked } = stringsIn(tool);
  const name = nameOf(tool);
  const others =
    context.peers === undefined
      ? undefined
      : peersOf(context.peers, [...(context.own ?? []), ...ownNames(tool, name)]);
  const models = context.models === undefined ? {} : { models: context.models };
  const subject = subjectOf(tool);
  const judged = context.judge === undefined ? { subject } : { subject, judge: context.judge };
  const detect: DetectContext = {
    kind: 'tool',
    ...models,
    ...judged,
    ...(others === undefined ? {} : { others }),
  };
  const findings: PlacedFinding[] = [];
  let complete = walked;
  let left = TOOL_CHARS;
  for (const at of strings) {
    if (at.isKey && at.text.length < 4) continue;
    left -= at.text.length;
    if (left < 0) return { findings, complete: false };
    if (FORMAL.test(at.path)) continue;
    const scan = detectText(readable(at), at.isKey ? { kind: 'tool', ...models } : detect);
    complete &&= scan.complete;
    for (const one of scan.findings)
      findings.push({ ...one, path: at.path, ...(at.isKey ? { inKey: true } : {}) });
    if (at.isKey && isSentenceKey(at.text))
      findings.push({
        detector: 'injection',
        type: 'key',
        start: 0,
        end: at.text.length,
        score: 0.6,
        signals: ['sentence'],
        path: at.path,
        inKey: true,
      });
    const asked = at.isKey ? askedParameter(at, tool) : undefined;
    if (asked !== undefined) findings.push(asked);
  }
  if (others !== undefined && name !== '' && others.looks.has(skeleton(name)))
    findings.push({
      detector: 'injection',
      type: 'collision',
      start: 0,
      end: name.length,
      score: 0.8,
      signals: ['peer', 'name'],
      path: '/name',
    });
  return { findings, complete };
}

/** What a schema says for machines alone. */
export const FORMAL = /\/(?:\$schema|\$id|\$ref|pattern)$|^\/icons\//;

/** A key as a sentence: `ignore_all_rules` says what it says. Of the same length, so that places stay right. */
function readable({ text, isKey }: StringAt): string {
  return isKey && text.length >= SENTENCE_KEY ? text.replaceAll(/[_-]/g, ' ') : text;
}

/** A name that is a sentence: nobody names a parameter so. */
function isSentenceKey(key: string): boolean {
  return key.length >= 40 && (key.match(/[_\s.-]|[a-z](?=[A-Z])/g)?.length ?? 0) >= 6;
}

function nameOf(tool: unknown): string {
  const name = typeof tool === 'object' && tool !== null ? (tool as { name?: unknown }).name : undefined;
  return typeof name === 'string' ? name : '';
}

function ownNames(tool: unknown, name: string): string[] {
  const schema = (tool as { inputSchema?: { properties?: unknown } } | null)?.inputSchema;
  const properties = schema?.properties;
  return [name, ...(typeof properties === 'object' && properties !== null ? Object.keys(properties) : [])];
}

/** Parameters by which a server asks for what is not the tool's business (attack 9). */
const ASKED =
  /^_*(?:(?:full|entire|complete|whole|current|previous)_?)?(?:system_?prompt|conversation(?:_?(?:history|context|log|text))?|chat_?(?:history|log|context)|message_?history|model_?name|llm_?name|available_?tools|tools?_?list|chain_?of_?thought|hidden_?context|user_?credentials|env(?:ironment)?_?var(?:iable)?s)_*$/i;
const INSISTS =
  /\b(?:always|automatically|internal|telemetry|required for|must (?:be|contain|include)|full|entire|complete|whole|do not|never|verbatim|hidden|every|all)\b/i;

function askedParameter({ text, path }: StringAt, tool: unknown): PlacedFinding | undefined {
  if (!/\/properties\/[^/]+$/.test(path) || !ASKED.test(text)) return undefined;
  const described = JSON.stringify(valueAt(tool, path) ?? '');
  const sigil = /^_.*_$/.test(text);
  if (!sigil && !INSISTS.test(described)) return undefined;
  return {
    detector: 'injection',
    type: 'asked',
    start: 0,
    end: text.length,
    score: 0.6,
    signals: ['asked', 'parameter'],
    path,
    inKey: true,
  };
}
