import type { en } from './en.ts';
import type { Translation } from './translation.ts';
import { activity } from './fr/activity.ts';
import { approval } from './fr/approval.ts';
import { apps } from './fr/apps.ts';
import { browse } from './fr/browse.ts';
import { common } from './fr/common.ts';
import { flow } from './fr/flow.ts';
import { history } from './fr/history.ts';
import { inspection } from './fr/inspection.ts';
import { limits } from './fr/limits.ts';
import { texts } from './fr/texts.ts';
import { logCare } from './fr/log-care.ts';
import { managed } from './fr/managed.ts';
import { masks } from './fr/masks.ts';
import { needsYou } from './fr/needs-you.ts';
import { palette } from './fr/palette.ts';
import { permissions } from './fr/permissions.ts';
import { phases } from './fr/phases.ts';
import { policy } from './fr/policy.ts';
import { popup } from './fr/popup.ts';
import { reasons } from './fr/reasons.ts';
import { report } from './fr/report.ts';
import { review } from './fr/review.ts';
import { sending } from './fr/sending.ts';
import { servers } from './fr/servers.ts';
import { settings } from './fr/settings.ts';
import { shaping } from './fr/shaping.ts';
import { tryText } from './fr/try-text.ts';
import { welcome } from './fr/welcome.ts';

/** The French catalogue, one namespace for each feature. */
export const fr = {
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
