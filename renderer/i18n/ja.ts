import type { en } from './en.ts';
import { activity } from './ja/activity.ts';
import { approval } from './ja/approval.ts';
import { apps } from './ja/apps.ts';
import { browse } from './ja/browse.ts';
import { common } from './ja/common.ts';
import { flow } from './ja/flow.ts';
import { history } from './ja/history.ts';
import { inspection } from './ja/inspection.ts';
import { limits } from './ja/limits.ts';
import { logCare } from './ja/log-care.ts';
import { managed } from './ja/managed.ts';
import { masks } from './ja/masks.ts';
import { needsYou } from './ja/needs-you.ts';
import { palette } from './ja/palette.ts';
import { permissions } from './ja/permissions.ts';
import { phases } from './ja/phases.ts';
import { policy } from './ja/policy.ts';
import { popup } from './ja/popup.ts';
import { reasons } from './ja/reasons.ts';
import { report } from './ja/report.ts';
import { review } from './ja/review.ts';
import { sending } from './ja/sending.ts';
import { servers } from './ja/servers.ts';
import { settings } from './ja/settings.ts';
import { shaping } from './ja/shaping.ts';
import { texts } from './ja/texts.ts';
import { tryText } from './ja/try-text.ts';
import { welcome } from './ja/welcome.ts';
import type { Translation } from './translation.ts';

/** The Japanese catalogue. */
export const ja = {
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
