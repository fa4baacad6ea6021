import type { en } from './en.ts';
import type { Translation } from './translation.ts';
import { activity } from './de/activity.ts';
import { approval } from './de/approval.ts';
import { apps } from './de/apps.ts';
import { browse } from './de/browse.ts';
import { common } from './de/common.ts';
import { flow } from './de/flow.ts';
import { history } from './de/history.ts';
import { inspection } from './de/inspection.ts';
import { limits } from './de/limits.ts';
import { logCare } from './de/log-care.ts';
import { managed } from './de/managed.ts';
import { masks } from './de/masks.ts';
import { needsYou } from './de/needs-you.ts';
import { palette } from './de/palette.ts';
import { permissions } from './de/permissions.ts';
import { phases } from './de/phases.ts';
import { policy } from './de/policy.ts';
import { popup } from './de/popup.ts';
import { reasons } from './de/reasons.ts';
import { report } from './de/report.ts';
import { review } from './de/review.ts';
import { sending } from './de/sending.ts';
import { servers } from './de/servers.ts';
import { settings } from './de/settings.ts';
import { shaping } from './de/shaping.ts';
import { texts } from './de/texts.ts';
import { tryText } from './de/try-text.ts';
import { welcome } from './de/welcome.ts';

/** Der deutsche Katalog, ein Namensraum für jede Funktion. */
export const de = {
  common,
  activity,
  history,
  servers,
  browse,
  apps,
  settings,
  welcome,
  needsYou,
  palette,
  permissions,
  phases,
  reasons,
  report,
  review,
  popup,
  tryText,
  inspection,
  flow,
  managed,
  masks,
  limits,
  logCare,
  sending,
  texts,
  shaping,
  approval,
  policy,
} as const satisfies Translation<typeof en>;
