import { activity } from './zh-CN/activity.ts';
import { approval } from './zh-CN/approval.ts';
import { apps } from './zh-CN/apps.ts';
import { browse } from './zh-CN/browse.ts';
import { common } from './zh-CN/common.ts';
import { flow } from './zh-CN/flow.ts';
import { history } from './zh-CN/history.ts';
import { inspection } from './zh-CN/inspection.ts';
import { limits } from './zh-CN/limits.ts';
import { logCare } from './zh-CN/log-care.ts';
import { managed } from './zh-CN/managed.ts';
import { masks } from './zh-CN/masks.ts';
import { needsYou } from './zh-CN/needs-you.ts';
import { palette } from './zh-CN/palette.ts';
import { permissions } from './zh-CN/permissions.ts';
import { phases } from './zh-CN/phases.ts';
import { policy } from './zh-CN/policy.ts';
import { popup } from './zh-CN/popup.ts';
import { reasons } from './zh-CN/reasons.ts';
import { report } from './zh-CN/report.ts';
import { review } from './zh-CN/review.ts';
import { sending } from './zh-CN/sending.ts';
import { servers } from './zh-CN/servers.ts';
import { settings } from './zh-CN/settings.ts';
import { shaping } from './zh-CN/shaping.ts';
import { texts } from './zh-CN/texts.ts';
import { tryText } from './zh-CN/try-text.ts';
import { welcome } from './zh-CN/welcome.ts';
import type { en } from './en.ts';
import type { Translation } from './translation.ts';

/** The catalogue in simplified Chinese, one namespace for each feature. */
export const zhCN = {
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
