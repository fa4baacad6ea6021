import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A text of a kind; what is fitted never sees the held-out ones. */
export interface Sample {
  readonly kind: string;
  readonly text: string;
  readonly heldOut: boolean;
}

const CHUNK = 1500;
const MOST_OF_A_FILE = 60_000;

/** Texts below a folder by their endings, cut into pieces; lines of JSON give each text in them. */
export function samplesBelow(folder: string, mostFiles: number): Sample[] {
  const files = filesBelow(folder).toSorted();
  const step = Math.max(1, Math.floor(files.length / mostFiles));
  return files.filter((_, i) => i % step === 0).flatMap((file, i) => samplesOf(file, i % 3 === 0));
}

function filesBelow(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kindOf(entry.name) !== undefined)
    .map((entry) => join(entry.parentPath, entry.name));
}

function kindOf(name: string): string | undefined {
  const language = /^tutor\.([a-z]{2}(?:_[a-z]{2})?)\.utf-8$/.exec(name)?.[1];
  if (language !== undefined) return `text ${language}`;
  return (
    {
      '.md': 'prose',
      '.ts': 'code',
      '.tsx': 'code',
      '.js': 'code',
      '.mjs': 'code',
      '.py': 'code',
      '.rs': 'code',
      '.c': 'code',
      '.css': 'code',
      '.json': 'json',
      '.jsonl': 'lines',
      '.html': 'html',
      '.log': 'log',
    } as Record<string, string>
  )[extname(name)];
}

function samplesOf(file: string, heldOut: boolean): Sample[] {
  const kind = kindOf(file.split('/').at(-1) ?? '') ?? 'prose';
  const all = readFileSync(file, 'utf8');
  if (kind !== 'lines')
    return piecesOf(all.slice(0, MOST_OF_A_FILE)).map((text) => ({ kind, text, heldOut }));
  const base = file.split('/').at(-1) ?? '';
  return all
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line, i): Sample[] => {
      const { text, tool } = JSON.parse(line) as { text?: unknown; tool?: unknown };
      const said = typeof text === 'string' ? text : tool === undefined ? undefined : JSON.stringify(tool);
      return said === undefined
        ? []
        : piecesOf(said.slice(0, MOST_OF_A_FILE)).map((piece) => ({
            kind: base,
            text: piece,
            heldOut: i % 3 === 0,
          }));
    });
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += CHUNK) pieces.push(text.slice(at, at + CHUNK));
  return pieces.filter((piece) => piece.length > 40);
}

/** What no file holds enough of: random names, digits, base64. */
export function randomSamples(count: number): Sample[] {
  const all: Sample[] = [];
  for (let i = 0; i < count; i++) {
    const heldOut = i % 3 === 0;
    const bytes = randomBytes(600);
    all.push(
      { kind: 'base64', text: bytes.toString('base64'), heldOut },
      { kind: 'hex', text: bytes.toString('hex'), heldOut },
      {
        kind: 'uuids',
        text: bytes.toString('hex').replaceAll(/(.{8})(.{4})(.{4})(.{4})(.{12})/g, '"$1-$2-$3-$4-$5",\n'),
        heldOut,
      },
      {
        kind: 'numbers',
        text: JSON.stringify([...bytes].map((one, at) => (one * (at + 1)) / (at % 3 === 0 ? 7 : 1))),
        heldOut,
      },
    );
  }
  return all;
}
