import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/result.ts';

export interface SoakOptions {
  readonly minutes: number;
  /** Calls a second that are meant to be made. */
  readonly rate: number;
  /** How many well-behaved servers speak over pipes; the others of the twenty over HTTP. */
  readonly stdio: number;
  /** MiB by which held and resident memory may grow over the second half. */
  readonly heapMiB: number;
  readonly rssMiB: number;
  /** Runs the sources instead of the bundle. */
  readonly sources: boolean;
  /** File that gets the report as JSON, for whoever counts its checks; otherwise it is the last line. */
  readonly report: string | undefined;
}

/** Until then the memory of a process is still on its way to its usual size, and its growth says little. */
const SHORT_MINUTES = 5;

export const SOAK_USAGE = `Usage: npm run soak -- [MINUTES] [options]
  MINUTES        how long calls are made (default 10)
  --rate N       calls a second (default 500); a machine that cannot hold them makes fewer, and this is said
  --stdio N      how many of the 20 well-behaved servers speak over pipes (default 4)
  --heap-mib N   what held memory may grow by over the second half (default 24)
  --rss-mib N    the same for resident memory (default 64; 192 in a run under five minutes, in which it still fills up)
  --sources      run the sources instead of the bundle
  --report FILE  writes the report as JSON to a file, in place of the last line
`;

/** Reads the command line. Refused with one sentence when something is not understood. */
export function readSoakOptions(args: readonly string[]): Result<SoakOptions | 'help'> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rate: { type: 'string', default: '500' },
        stdio: { type: 'string', default: '4' },
        'heap-mib': { type: 'string', default: '24' },
        'rss-mib': { type: 'string' },
        sources: { type: 'boolean', default: false },
        report: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return ok('help');
    const minutes = Number(positionals[0] ?? 10);
    if (positionals.length > 1 || !(minutes > 0 && minutes <= 24 * 60))
      return fail('usage', 'MINUTES is one number above 0, at most a day.');
    const rate = Number(values.rate);
    if (!(rate > 0 && rate <= 10_000)) return fail('usage', '--rate is a number above 0, at most 10000.');
    const stdio = Number(values.stdio);
    if (!Number.isInteger(stdio) || stdio < 0 || stdio > 20)
      return fail('usage', '--stdio is a whole number from 0 to 20.');
    const heapMiB = Number(values['heap-mib']);
    const rssMiB = Number(values['rss-mib'] ?? (minutes < SHORT_MINUTES ? 192 : 64));
    if (!(heapMiB > 0) || !(rssMiB > 0)) return fail('usage', 'The tolerances are numbers above 0.');
    const { sources, report } = values;
    return ok({ minutes, rate, stdio, heapMiB, rssMiB, sources, report });
  } catch (error) {
    return fail('usage', error instanceof Error ? error.message : String(error));
  }
}
