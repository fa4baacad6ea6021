// What pinning a catalogue costs beside JSON.stringify and SHA-256 of the same bytes: node bench/pins/pin-cost.ts
import { createHash } from 'node:crypto';
import { canonicalDigest } from '../../electron/catalog/pins/canonical.ts';
import { createRandom, spread, type Spread } from '../measure/statistics.ts';

const TOOLS = 1000;

/** Milliseconds, and the ratio of the two in one run; they take turns, so that a slow moment falls on both. */
export interface PinCost {
  readonly tools: number;
  readonly bytes: number;
  /** Pins of every tool, from the bytes as a server sends them. */
  readonly pinning: Spread;
  /** JSON.stringify of the list (built beforehand) and one SHA-256 of the result. */
  readonly plain: Spread;
  /** Median of the ratios of neighbouring rounds, least and greatest. */
  readonly ratio: Spread;
}

/** Pins a made-up catalogue of 1,000 tools of usual shape and size. */
export function measurePinCost(rounds: number): PinCost {
  const tools = catalogue();
  const items = tools.map((tool) => Buffer.from(JSON.stringify(tool)));
  const pinAll = (): number => {
    let pins = 0;
    for (const item of items) if (canonicalDigest(item, 'tool\n').ok) pins++;
    return pins;
  };
  const plainAll = (): number => createHash('sha256').update(JSON.stringify(tools)).digest().length;
  const pinning: number[] = [];
  const plain: number[] = [];
  for (let round = -5; round < rounds; round++) {
    const ours = timed(pinAll);
    const theirs = timed(plainAll);
    if (round < 0) continue;
    pinning.push(ours);
    plain.push(theirs);
  }
  return {
    tools: items.length,
    bytes: items.reduce((sum, item) => sum + item.length, 0),
    pinning: spread(pinning),
    plain: spread(plain),
    ratio: spread(pinning.map((ours, round) => ours / (plain[round] ?? Number.NaN))),
  };
}

function timed(work: () => number): number {
  const began = performance.now();
  if (work() === 0) throw new Error('nothing was pinned');
  return performance.now() - began;
}

function catalogue(): object[] {
  const random = createRandom(11);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const words =
    'list of the open items in a project with their state and who works on them, newest first'.split(' ');
  const sentence = (length: number): string => Array.from({ length }, () => pick(words)).join(' ');
  return Array.from({ length: TOOLS }, (_, n) => ({
    name: `${pick(['list', 'get', 'create', 'update'])}_${pick(['issue', 'page', 'file'])}_${n}`,
    title: sentence(4),
    description: `${sentence(30)}.\n\n"${sentence(20)}" – ${sentence(15)}.`,
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(
        ['project', 'query', 'limit', 'after', 'state'].map((name) => [
          name,
          name === 'limit'
            ? { type: 'integer', minimum: 1, maximum: 100, default: 30, description: sentence(6) }
            : { type: 'string', description: sentence(12) },
        ]),
      ),
      required: ['project', 'query'],
      additionalProperties: false,
      $schema: 'http://json-schema.org/draft-07/schema#',
    },
    annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: true },
  }));
}

if (import.meta.main)
  console.log(JSON.stringify(measurePinCost(Number(process.argv[2] ?? 41)), undefined, 2));
