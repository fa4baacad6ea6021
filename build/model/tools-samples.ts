import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PeerTool } from '../../electron/inspection/injection/peers.ts';
import { readText } from '../../electron/inspection/injection/read-text.ts';
import { eachPiece, subjectOf } from '../../electron/inspection/injection/tools-judge/judge.ts';
import { FORMAL } from '../../electron/inspection/detect-tool.ts';
import { stringsIn } from '../../electron/inspection/walk/strings.ts';
import { TOOL_ATTACKS, TOOL_HONEST } from './authored.ts';
import { COVERT_TOOLS } from './covert.ts';
import { MORE_COVERT_TOOLS } from './covert-more.ts';
import { HONEST_TOOLS } from './honest.ts';
import { FALSE_DUTIES, HONEST_DUTIES } from './honest-duties.ts';
import { HONEST_ORDERS } from './honest-orders.ts';
import { originOf } from './samples.ts';
import { CITING, FILE_TWINS, ORDINARY, PLAIN_TWINS, SHORT_ORDERS } from './twins-plain.ts';
import { DUTY_TWINS, MORE_TWINS } from './twins-more.ts';
import { TWINS } from './twins.ts';

/** A piece of a text of a tool to learn from. */
export interface Piece {
  /** Its features, each once. */
  readonly places: Int32Array;
  readonly bad: boolean;
  readonly weight: number;
  readonly source: string;
}

/** A row as examples have it. */
export interface ToolRow {
  readonly source: string;
  readonly bad: boolean;
  readonly class: string;
  readonly tool: unknown;
  readonly peers: readonly Peer[];
}

interface Peer {
  readonly server?: string;
  readonly tool?: { readonly name?: string; readonly inputSchema?: { readonly properties?: object } };
}

interface Line {
  readonly source?: string;
  readonly server?: string;
  readonly label?: string;
  readonly class?: string;
  readonly tier?: string;
  readonly tool?: unknown;
  readonly text?: string;
  readonly peers?: readonly Peer[];
}

/** The set that judges what was built: nothing learns from it. */
const EVALUATION = 'first';

const WEIGHTS = {
  collected: 0.5,
  collectedBad: 2,
  written: 1.5,
  about: 2.25,
  authored: 1,
  twins: 0.6,
  apart: 0.4,
};

/** Rows of a folder of collected examples; `poisoned_tools` are bad ones. */
export function collectedRows(folder: string): ToolRow[] {
  return ['poisoned_tools', 'benign_tools', 'search_catalog'].flatMap((file) =>
    linesIn(join(folder, `${file}.jsonl`)).map((line) => rowOf(line, file === 'poisoned_tools')),
  );
}

/** Rows that other hands wrote; those that judge are not among them. */
export function writtenRows(file: string): ToolRow[] {
  return linesIn(file)
    .filter(({ source }) => source !== EVALUATION)
    .map((line) => rowOf(line, line.label === 'attack'));
}

function linesIn(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

function rowOf({ source, server, tier, class: kind, tool, text, peers }: Line, bad: boolean): ToolRow {
  return {
    source: originOf(source ?? `catalog-${server ?? ''}`),
    bad,
    class: (bad ? tier : kind) ?? 'catalog',
    tool: tool ?? { description: text ?? '' },
    peers: peers ?? [],
  };
}

/** Tools of other servers that a row shows beside its own. */
export const peersIn = ({ peers }: ToolRow): PeerTool[] =>
  peers.flatMap(({ server = 'another', tool }) =>
    tool?.name === undefined
      ? []
      : [{ server, name: tool.name, parameters: Object.keys(tool.inputSchema?.properties ?? {}) }],
  );

/** Everything to learn from. */
export function piecesOf(collected: readonly ToolRow[], written: readonly ToolRow[]): Piece[] {
  const pieces: Piece[] = [];
  for (const row of collected) add(pieces, row, row.bad ? WEIGHTS.collectedBad : WEIGHTS.collected, true);
  for (const row of written)
    add(pieces, row, row.class === 'hard_negative' ? WEIGHTS.about : WEIGHTS.written, false);
  const own = (texts: readonly string[], bad: boolean, weight: number): void => {
    for (const text of texts)
      add(
        pieces,
        { source: 'authored', bad, class: 'authored', tool: { description: text }, peers: [] },
        weight,
        false,
      );
  };
  own([...TOOL_ATTACKS, ...plain(COVERT_TOOLS), ...plain(MORE_COVERT_TOOLS)], true, WEIGHTS.authored);
  own([...TOOL_HONEST, ...plain(HONEST_TOOLS), ...plain(HONEST_ORDERS)], false, WEIGHTS.authored);
  own([...SHORT_ORDERS, ...FALSE_DUTIES], true, WEIGHTS.authored);
  own(HONEST_DUTIES, false, WEIGHTS.authored);
  own(CITING, false, WEIGHTS.authored);
  own(ORDINARY, false, WEIGHTS.twins);
  for (const twins of [...TWINS, ...PLAIN_TWINS, ...MORE_TWINS, ...DUTY_TWINS, ...FILE_TWINS]) {
    const [beginning = '', covert = '', honest = ''] = twins.split(' | ');
    own([`${beginning} ${covert}`], true, WEIGHTS.twins);
    own([`${beginning} ${honest}`], false, WEIGHTS.twins);
    // The same as the description of a parameter: what is short is not honest for that.
    apart(pieces, beginning, covert, true);
    apart(pieces, beginning, honest, false);
  }
  for (const text of [...COVERT_TOOLS, ...MORE_COVERT_TOOLS]) {
    const [beginning = '', covert = ''] = text.split(' | ');
    apart(pieces, beginning, covert, true);
  }
  return pieces;
}

const plain = (texts: readonly string[]): string[] => texts.map((text) => text.replace(' |', ''));

/** A text that belongs to a tool with this description, and is none itself. */
function apart(pieces: Piece[], description: string, text: string, bad: boolean): void {
  for (const places of textPieces(text, subjectOf({ description })))
    pieces.push({ places, bad, weight: WEIGHTS.apart, source: 'authored' });
}

/** Of a bad row that has several texts only the longest piece is learned: the others are honest or say little. */
function add(pieces: Piece[], row: ToolRow, weight: number, isCollected: boolean): void {
  const { bad, source } = row;
  let found = toolPieces(row.tool);
  if (bad && isCollected) found = found.toSorted((a, b) => b.length - a.length).slice(0, 1);
  for (const places of found) pieces.push({ places, bad, weight, source });
}

/** The features of every piece of every text of a tool, as they are when it is looked at. */
function toolPieces(tool: unknown): Int32Array[] {
  const subject = subjectOf(tool);
  return stringsIn(tool)
    .strings.filter(({ isKey, path }) => !isKey && !FORMAL.test(path))
    .flatMap(({ text }) => textPieces(text, subject));
}

function textPieces(text: string, subject: number): Int32Array[] {
  const found: Int32Array[] = [];
  eachPiece(text, readText(text, true).clusters, subject, (_piece, { places, count }) => {
    found.push(places.slice(0, count));
    return true;
  });
  return found;
}
