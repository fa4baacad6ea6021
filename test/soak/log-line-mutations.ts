import { cellsOf, noLines, sealText, withLine } from '../../electron/audit/export-lines.ts';
import { chainHash } from '../../electron/audit/row.ts';
import { type Signer, signerOf } from '../../electron/audit/signer.ts';

/** Numbers from 0 to below `below`, the same for the same seed (mulberry32). */
export type Dice = (below: number) => number;
export function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const stranger = signerOf(Buffer.alloc(32, 8));

/** Changes to the lines of an export. */
export const toLines: Readonly<Record<string, (lines: string[], dice: Dice, at: number) => void>> = {
  'flip a character': (lines, dice, at) => {
    const line = lines[at] ?? '';
    const place = dice(line.length);
    const next = String.fromCharCode(33 + ((line.charCodeAt(place) - 33 + 1 + dice(90)) % 94));
    lines[at] = line.slice(0, place) + next + line.slice(place + 1);
  },
  'delete a line': (lines, _, at) => void lines.splice(at, 1),
  'repeat a line': (lines, _, at) => void lines.splice(at, 0, lines[at] ?? ''),
  'swap two lines': (lines, dice, at) => {
    const other = (at + 1 + dice(lines.length - 1)) % lines.length;
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  },
  'cut off lines': (lines, _, at) => void lines.splice(Math.max(at, 1)),
  'cut off inside a line': (lines, dice, at) => {
    lines.splice(at + 1);
    lines[at] = (lines[at] ?? '').slice(0, dice((lines[at] ?? '').length));
  },
  'add a line at the end': (lines, dice) => void lines.push(lines[dice(lines.length)] ?? ''),
  'forge rows': (lines, _, at) => forgeLines(lines, at),
  'forge rows and seals': (lines, _, at) => {
    forgeLines(lines, at);
    reseal(lines, undefined);
  },
  'forge and sign with another key': (lines, _, at) => {
    forgeLines(lines, at);
    lines[0] = JSON.stringify({ ...(JSON.parse(lines[0] ?? '') as object), key: stranger.key });
    reseal(lines, stranger);
  },
  'shorten and seal with another key': (lines, dice, at) => {
    lines.splice(Math.max(at, 1), lines.length - 1 - Math.max(at, 1));
    const rowsLeft = lines.filter((line) => line.startsWith('{"seq"')).length;
    const told = dice(2) === 0 ? {} : { last: rowsLeft };
    lines[0] = JSON.stringify({ ...(JSON.parse(lines[0] ?? '') as object), key: stranger.key, ...told });
    reseal(lines, stranger);
  },
};

function forgeLines(lines: string[], at: number): void {
  let previous: string | undefined;
  for (let index = at; index < lines.length; index += 1) {
    const row = JSON.parse(lines[index] ?? '') as Record<string, unknown>;
    if (typeof row['seq'] !== 'number') continue;
    if (previous === undefined) row['name'] = 'harmless';
    else row['previous'] = previous;
    previous = chainHash(String(row['previous']), row['seq'], cellsOf(row) ?? []);
    row['hash'] = previous;
    lines[index] = JSON.stringify(row);
  }
}

function reseal(lines: string[], by: Signer | undefined): void {
  let digest = noLines;
  for (const [index, line] of lines.entries()) {
    const value = JSON.parse(line) as { seal?: { end: boolean; signature: string } };
    if (value.seal !== undefined) {
      const bare = { lines: index, digest, end: value.seal.end };
      lines[index] = JSON.stringify({
        seal: { ...bare, signature: by?.sign(sealText(bare)) ?? value.seal.signature },
      });
    }
    digest = withLine(digest, lines[index] ?? '');
  }
}
