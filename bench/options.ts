import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../shared/result.ts';

/** The systems of other people, by their names in the figures. */
export const PEER_NAMES = ['mcp-hub', 'supergateway', 'supergateway-sse', 'mcp-proxy'] as const;

const SYSTEM_NAMES = ['direct', 'bare', 'doorward', 'doorward-all', ...PEER_NAMES] as const;

export interface Options {
  readonly quick: boolean;
  readonly rounds: number;
  /** Which cells, and which of the parts `list`, `growth`, `pins`, `rules`, `budget` and `start`. */
  readonly wanted: (name: string) => boolean;
  readonly systems: ReadonlySet<string>;
  /** File that the summary is also written to. */
  readonly json: string | undefined;
  /** Begins the random order; the same seed gives the same order. */
  readonly seed: number;
}

export const USAGE = `Usage: npm run bench -- [options]
  --quick            fewer rounds and calls
  --rounds N         rounds that count (default 9; 3 with --quick)
  --only REGEX       only the cells that match, for example 'stdio-line'; also the parts "list", "growth", "pins",
                     "rules" (what 1,000 rules cost), "budget" (how often a person is asked in a week),
                     "start" (of a host, alone and with 200 idle servers)
  --systems A,B      only these of: ${SYSTEM_NAMES.join(', ')}
  --seed N           repeats the random order of an earlier run
  --json FILE        writes the summary to a file as well
`;

/** Reads the command line. Refused with one sentence when an option is not understood. */
export function readOptions(args: readonly string[]): Result<Options | 'help'> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        only: { type: 'string', default: '' },
        systems: { type: 'string', default: SYSTEM_NAMES.join(',') },
        seed: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return ok('help');
    const only = new RegExp(values.only);
    const systems = new Set(values.systems.split(',').filter(Boolean));
    const unknown = [...systems].find((name) => !SYSTEM_NAMES.some((known) => known === name));
    if (unknown !== undefined) return fail('usage', `There is no system "${unknown}".`);
    const rounds = Number(values.rounds ?? (values.quick ? 3 : 9));
    if (!Number.isInteger(rounds) || rounds < 1)
      return fail('usage', '--rounds needs a whole number from 1.');
    const seed = Number(values.seed ?? Date.now() % 1_000_000);
    if (!Number.isInteger(seed)) return fail('usage', '--seed needs a whole number.');
    return ok({
      quick: values.quick,
      rounds,
      wanted: (name) => only.test(name),
      systems,
      json: values.json,
      seed,
    });
  } catch (error) {
    return fail('usage', error instanceof Error ? error.message : String(error));
  }
}
