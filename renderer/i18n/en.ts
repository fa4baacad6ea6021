import { approvalTexts } from '../../shared/texts/approval.ts';
import { managedTexts } from '../../shared/texts/managed.ts';
import { reasonTexts } from '../../shared/texts/reasons/texts.ts';
import { policyTexts } from '../../shared/texts/policy-texts.ts';
import { activity } from './en/activity.ts';
import { apps } from './en/apps.ts';
import { browse } from './en/browse.ts';
import { common } from './en/common.ts';
import { flow } from './en/flow.ts';
import { history } from './en/history.ts';
import { inspection } from './en/inspection.ts';
import { limits } from './en/limits.ts';
import { texts } from './en/texts.ts';
import { logCare } from './en/log-care.ts';
import { masks } from './en/masks.ts';
import { needsYou } from './en/needs-you.ts';
import { palette } from './en/palette.ts';
import { permissions } from './en/permissions.ts';
import { phases } from './en/phases.ts';
import { popup } from './en/popup.ts';
import { report } from './en/report.ts';
import { review } from './en/review.ts';
import { sending } from './en/sending.ts';
import { servers } from './en/servers.ts';
import { settings } from './en/settings.ts';
import { shaping } from './en/shaping.ts';
import { tryText } from './en/try-text.ts';
import { welcome } from './en/welcome.ts';

/** The English catalogue, one namespace for each feature. */
export const en = {
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
  report,
  review,
  popup,
  tryText,
  inspection,
  flow,
  masks,
  limits,
  logCare,
  sending,
  texts,
  shaping,
  approval: approvalTexts,
  reasons: reasonTexts,
  managed: managedTexts,
  policy: policyTexts,
} as const;
