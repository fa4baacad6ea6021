import { approval } from './ar/approval.ts';
import { activity } from './ar/activity.ts';
import { apps } from './ar/apps.ts';
import { browse } from './ar/browse.ts';
import { common } from './ar/common.ts';
import { flow } from './ar/flow.ts';
import { history } from './ar/history.ts';
import { inspection } from './ar/inspection.ts';
import { limits } from './ar/limits.ts';
import { texts } from './ar/texts.ts';
import { logCare } from './ar/log-care.ts';
import { managed } from './ar/managed.ts';
import { masks } from './ar/masks.ts';
import { needsYou } from './ar/needs-you.ts';
import { palette } from './ar/palette.ts';
import { permissions } from './ar/permissions.ts';
import { phases } from './ar/phases.ts';
import { policy } from './ar/policy.ts';
import { popup } from './ar/popup.ts';
import { reasons } from './ar/reasons.ts';
import { report } from './ar/report.ts';
import { review } from './ar/review.ts';
import { sending } from './ar/sending.ts';
import { servers } from './ar/servers.ts';
import { settings } from './ar/settings.ts';
import { shaping } from './ar/shaping.ts';
import { tryText } from './ar/try-text.ts';
import { welcome } from './ar/welcome.ts';
import type { en } from './en.ts';
import type { Translation } from './translation.ts';

/** The Arabic catalogue, one namespace for each feature. */
export const ar = {
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
