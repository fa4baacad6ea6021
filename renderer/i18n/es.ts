import type { en } from './en.ts';
import { approval } from './es/approval.ts';
import { activity } from './es/activity.ts';
import { apps } from './es/apps.ts';
import { browse } from './es/browse.ts';
import { common } from './es/common.ts';
import { flow } from './es/flow.ts';
import { history } from './es/history.ts';
import { inspection } from './es/inspection.ts';
import { limits } from './es/limits.ts';
import { texts } from './es/texts.ts';
import { logCare } from './es/log-care.ts';
import { managed } from './es/managed.ts';
import { masks } from './es/masks.ts';
import { needsYou } from './es/needs-you.ts';
import { palette } from './es/palette.ts';
import { permissions } from './es/permissions.ts';
import { phases } from './es/phases.ts';
import { policy } from './es/policy.ts';
import { popup } from './es/popup.ts';
import { reasons } from './es/reasons.ts';
import { report } from './es/report.ts';
import { review } from './es/review.ts';
import { sending } from './es/sending.ts';
import { servers } from './es/servers.ts';
import { settings } from './es/settings.ts';
import { shaping } from './es/shaping.ts';
import { tryText } from './es/try-text.ts';
import { welcome } from './es/welcome.ts';
import type { Translation } from './translation.ts';

/** The Spanish catalogue, one namespace for each feature. */
export const es = {
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
