import type { Settings, SettingsChange } from '../../../shared/model/settings.ts';

/**
 * Whether a change of settings lets more happen than before: more web pages may call the endpoint, the vault stays open
 * while the screen is locked, or records of calls go earlier.
 */
export function settingsLoosen(
  before: Settings,
  { allowedOrigins, lockVault, log }: SettingsChange,
): boolean {
  const less = (was: number | undefined, is: number | undefined): boolean =>
    is !== undefined && is < (was ?? Number.POSITIVE_INFINITY);
  return (
    allowedOrigins?.some((origin) => !before.allowedOrigins.includes(origin)) === true ||
    (before.lockVault && lockVault === false) ||
    less(before.log.keepDays, log?.keepDays) ||
    less(before.log.maxMegabytes, log?.maxMegabytes)
  );
}
