/**
 * A host runs for weeks beside everything else. V8 and malloc trade memory for speed by default; these settings keep
 * a busy host at about half the resident size (`npm run bench`, RSS after the load).
 */
const V8_FLAGS = ['--max-semi-space-size=2', '--heap-growing-percent=20'];
const MALLOC = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: String(256 * 1024),
  // Large messages get memory of their own, which goes back at once; 64 KiB socket reads stay in the heap.
  MALLOC_MMAP_THRESHOLD_: String(96 * 1024),
};

/**
 * Starts a host anew in this very process (same pid) with settings that can only be given at the start. Returns when
 * there is nothing to do: another command, already so, Windows, or a file descriptor in use (a secret on one, or the
 * channel to a parent), which would be closed on the way.
 */
export function leanHost(argv: readonly string[]): void {
  const { execArgv, execPath, env, platform } = process;
  if (!argv.includes('serve') || platform === 'win32' || process.execve === undefined) return;
  if (process.connected) return;
  if (
    V8_FLAGS.every((flag) => execArgv.includes(flag)) ||
    argv.some((word) => /^--[a-z-]+-fd(=|$)/.test(word))
  )
    return;
  process.execve(execPath, [execPath, ...V8_FLAGS, ...execArgv, ...process.argv.slice(1)], {
    ...env,
    ...MALLOC,
  });
}
