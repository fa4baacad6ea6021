import type { RunProgram } from './ports.ts';
import { codeOf } from './ports.ts';
import { systemProgram } from './places.ts';
import { type ManagedRead, malformed, readOf } from './read.ts';
import { readRegOutput } from './reg-output.ts';
import { policyOfRegistry } from './registry-values.ts';

const PARENT = 'HKEY_LOCAL_MACHINE\\Software\\Policies';
/** The key of the registry with what an organisation has set (DESIGN §4). */
export const WINDOWS_KEY = `${PARENT}\\Doorward`;

export const REG_PROGRAMS = systemProgram('reg.exe');

/**
 * Reads `HKLM\Software\Policies\Doorward` (DESIGN §4), which only administrators may write. reg.exe gives one exit code
 * for a key that is not there and for one that may not be read, so the key above is asked first which it has.
 */
export async function readWindows(run: RunProgram): Promise<ManagedRead> {
  const above = await query(run, PARENT, []);
  if (typeof above === 'string') return malformed(WINDOWS_KEY, above);
  if (above.code !== 0) return malformed(WINDOWS_KEY, 'the registry cannot be read');
  const listed = above.stdout
    .toString('latin1')
    .split(/\r?\n/)
    .some((line) => line.trimEnd().toLowerCase() === WINDOWS_KEY.toLowerCase());
  if (!listed) return { kind: 'absent' };
  const own = await query(run, WINDOWS_KEY, ['/s']);
  if (typeof own === 'string') return malformed(WINDOWS_KEY, own);
  if (own.code !== 0) return malformed(WINDOWS_KEY, 'the registry cannot be read');
  const output = readRegOutput(own.stdout);
  if (!output.ok) return malformed(WINDOWS_KEY, output.message);
  const policy = policyOfRegistry(WINDOWS_KEY, output.value);
  // Empty keys are what is left of a policy that was taken away.
  return policy === undefined ? { kind: 'absent' } : readOf(WINDOWS_KEY, policy);
}

async function query(
  run: RunProgram,
  key: string,
  flags: readonly string[],
): Promise<Awaited<ReturnType<RunProgram>> | string> {
  let why = '';
  for (const program of REG_PROGRAMS)
    try {
      return await run(program, ['query', key, ...flags, '/reg:64']);
    } catch (error) {
      why = codeOf(error);
    }
  return `reg.exe could not be run (${why})`;
}
