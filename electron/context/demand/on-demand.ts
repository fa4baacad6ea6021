import type { Aggregate, Target } from '../../catalog/aggregate.ts';
import { bytesAt, membersOf, type Span, stringAt } from '../../relay/framing/json-scan.ts';
import { applySplices, json } from '../../relay/framing/splice.ts';
import { type Message, rescan } from '../../relay/message.ts';
import type { FindingPort, Meant } from '../../relay/own-tools.ts';
import { lateVectors } from '../search/late-vectors.ts';
import { type FindableTool, ToolIndex } from '../search/tool-index.ts';
import { findable } from './findable.ts';
import { CALL, DESCRIBE, FIND, LONGEST_QUERY, MOST_FOUND, USUALLY_FOUND } from './finders.ts';
import type { ServerLabels } from './server-labels.ts';
import { Uses } from './uses.ts';

/** What is known of the tools of one list: made when somebody first looks for one. */
interface Known {
  readonly tools: ReadonlyMap<string, FindableTool>;
  readonly index: ToolIndex;
  /** What the person said of the servers when it was made. */
  readonly labels: string;
}

const NO_LABELS: ServerLabels = () => [];

const OPEN_OBJECT = 0x7b;
const LONGEST_SAYS = 240;
const MOST_KEYS = 12;
const LONGEST_KEY = 80;
const SENTENCE = /^[\s\S]*?[.!?。！？](?=\s|$)/u;

/**
 * Answers an AI app that finds its tools on demand. It is told only of tools that it may use (those of the list that it
 * would have been given), and what it calls through `call_tool` is turned into a call of that very tool before anybody
 * looks at it, so that rules, pins, approvals and the log see nothing else. Attack: a tool that is hidden from an app, or
 * on hold, is reached through a tool that is not.
 */
export class OnDemand implements FindingPort {
  readonly #known = new WeakMap<Aggregate, Known>();
  readonly #uses: Uses;
  readonly #labels: ServerLabels;

  /** `now`: monotonic milliseconds. */
  constructor(now: () => number, labels: ServerLabels = NO_LABELS) {
    this.#uses = new Uses(now);
    this.#labels = labels;
  }

  /** An app that finds its tools on demand was given its list: it will search soon. */
  expectSearch(): void {
    lateVectors();
  }

  /** What a request means that may be a call of a finder; undefined: it is none. */
  read(message: Message, clientId: string, aggregate: Aggregate): Meant | undefined {
    if (message.method !== 'tools/call') return undefined;
    const { bytes, params } = message;
    const name = stringAt(bytes, params?.get('name'));
    if (name !== FIND && name !== DESCRIBE && name !== CALL) {
      if (name !== undefined) this.#uses.add(clientId, name);
      return undefined;
    }
    const span = params?.get('arguments');
    const args = span && bytes[span.start] === OPEN_OBJECT ? membersOf(bytes, span) : undefined;
    const text = (key: string): string | undefined => stringAt(bytes, args?.get(key));
    if (name === FIND) {
      const query = text('query')?.trim();
      if (query === undefined || query === '')
        return wrong('Say what you want to do: {"query": "read a spreadsheet"}.');
      const limit = Number(
        args?.get('limit') === undefined ? USUALLY_FOUND : numberAt(bytes, args.get('limit')),
      );
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST_FOUND)
        return wrong(`"limit" is a whole number from 1 to ${MOST_FOUND}.`);
      return this.#find(query.slice(0, LONGEST_QUERY), limit, clientId, aggregate);
    }
    const wanted = text('name');
    if (wanted === undefined || wanted === '')
      return wrong(
        `Name the tool, as ${FIND} gave it: {"name": "…"${name === CALL ? ', "arguments": {…}' : ''}}.`,
      );
    if (name === DESCRIBE) return describe(wanted, aggregate.targets.tools.get(wanted));
    const inner = args?.get('arguments');
    if (inner !== undefined && bytes[inner.start] !== OPEN_OBJECT)
      return wrong('"arguments" is an object: {"name": "…", "arguments": {…}}.');
    if (wanted === CALL || wanted === FIND || wanted === DESCRIBE)
      return wrong(`${CALL} calls tools that ${FIND} names, and not itself or its like.`);
    this.#uses.add(clientId, wanted);
    return { kind: 'call', message: meant(message, wanted, inner) };
  }

  forgetClient(clientId: string): void {
    this.#uses.forget(clientId);
  }

  #find(query: string, limit: number, clientId: string, aggregate: Aggregate): Meant {
    const { tools, index } = this.#of(aggregate);
    const found = index.find(query, { limit, uses: (id) => this.#uses.of(clientId, id) });
    if (found.length === 0)
      return said(
        tools.size === 0
          ? 'There are no tools here.'
          : `No tool fits "${query.slice(0, 200)}". Say it in other words, or one step at a time.`,
      );
    const lines = found.map(({ id }) => lineOf(tools.get(id) as FindableTool));
    return said(
      `${lines.join('\n')}\n\nCall one with ${CALL} {"name": …, "arguments": {…}}; ${DESCRIBE} gives the full schema.`,
    );
  }

  #of(aggregate: Aggregate): Known {
    const all = aggregate.targets.tools;
    const servers = new Set([...all.values()].map(({ server }) => server));
    const said = new Map([...servers].map((server) => [server, this.#labels(server)]));
    const labels = JSON.stringify([...said.values()]);
    let known = this.#known.get(aggregate);
    if (known?.labels !== labels) {
      const tools = new Map(
        [...all].map(([id, { server, item }]) => [id, findable(id, server, item.bytes, said.get(server))]),
      );
      known = { tools, index: new ToolIndex(tools.values(), lateVectors), labels };
      this.#known.set(aggregate, known);
    }
    return known;
  }
}

/**
 * One tool in one line: name, what it does, and the names of its parameters. Attack: a server ends the line in the name of
 * a parameter and writes one for another tool; no character that is not seen as itself is left.
 */
function lineOf({ id, description = '', title, parameters }: FindableTool): string {
  const text = inOneLine(description);
  const first = SENTENCE.exec(text)?.[0] ?? text;
  const says = first === '' ? inOneLine(title ?? '') : first;
  const short = says.length > LONGEST_SAYS ? `${says.slice(0, LONGEST_SAYS - 1)}…` : says;
  const names = parameters.map(({ name }) => inOneLine(name.slice(0, LONGEST_KEY)));
  const keys = names.length > MOST_KEYS ? [...names.slice(0, MOST_KEYS), '…'] : names;
  return `- ${id}(${keys.join(', ')})${short === '' ? '' : `: ${short}`}`;
}

const inOneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();

function describe(name: string, target: Target | undefined): Meant {
  if (target === undefined) return wrong(`Unknown tool: ${name.slice(0, 200)}`);
  const { bytes, keySpan } = target.item;
  return said(applySplices(bytes, [{ span: keySpan, bytes: json(name) }]).toString('utf8'));
}

/** The same request for another tool; everything else of it stays to the byte. */
function meant(message: Message, name: string, inner: Span | undefined): Message {
  const { bytes, params } = message;
  const nameSpan = params?.get('name');
  const argsSpan = params?.get('arguments');
  if (nameSpan === undefined || argsSpan === undefined)
    throw new Error('a call of a finder has a name and arguments');
  const args = inner === undefined ? json({}) : bytesAt(bytes, inner);
  return rescan(
    applySplices(bytes, [
      { span: nameSpan, bytes: json(name) },
      { span: argsSpan, bytes: Buffer.from(args) },
    ]),
  );
}

function numberAt(bytes: Buffer, span: Span | undefined): number {
  return span === undefined ? Number.NaN : Number(bytesAt(bytes, span).toString('latin1'));
}

const said = (text: string): Meant => ({
  kind: 'answer',
  result: json({ content: [{ type: 'text', text }] }),
});
const wrong = (text: string): Meant => ({
  kind: 'answer',
  result: json({ content: [{ type: 'text', text }], isError: true }),
});
